"""Formulas as sentences: what is said, what is heard, and that nothing else can be."""

import contextlib
import csv
import re
import string
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from source import facts, formula, formulas, speech
from source.page import pages
from source.speech import lines, rules, saying, words

TONGUES = KO, EN = (rules.KO, rules.EN)
with Path(__file__).with_name("readings.csv").open(encoding="utf-8", newline="") as file:
    READINGS = list(csv.DictReader(file))


@cache
def shown():
    """The display formulas of the site with their bindings, each once, by chapter."""
    found = defaultdict(dict)
    for language in TONGUES:
        for page in pages(language).values():
            for one in page.formulas:
                found[page.chapter][one.tex, speech.compared(one)] = one
    return {chapter: list(own) for chapter, own in found.items()}


def bindings():
    """The binding of each formula of the site."""
    return {tex: binding for own in shown().values() for tex, binding in own}


def meant(tex, binding=""):
    return speech.understood(tex, binding)[0]


def mutants(tex, binding):
    """The meaning of each mutant of a formula, and its sentence in each tongue."""
    sense = speech.Sense(speech.known(tex, binding, formulas.functions()))
    for _, mutant in formulas.mutants(tex):
        try:
            parts = lines.meant(mutant, sense)
            yield parts, [" ".join(lines.said(parts, tongue)) for tongue in TONGUES]
        except formulas.FormulaError:  # no reader reads it, or it says what nobody says
            continue


def own(tex, binding):
    """The meaning of a formula, and its sentence in each tongue."""
    parts = meant(tex, binding)
    yield parts, [" ".join(lines.said(parts, tongue)) for tongue in TONGUES]


@pytest.mark.parametrize("chapter", shown())
def test_every_formula_is_heard_as_it_is_meant(chapter):
    """`spoken` refuses what is heard otherwise, or is computed as something else."""
    for tex, binding in shown()[chapter]:
        said = speech.spoken(tex, binding)
        assert re.search("[가-힣]", said.ko)
        assert not re.search("[가-힣]", said.en)


@pytest.mark.parametrize("chapter", shown())
def test_no_mutant_is_said_as_its_formula_or_as_another(chapter):
    for tex, binding in shown()[chapter]:
        heard = [defaultdict(set) for _ in TONGUES]
        for parts, sentences in [*mutants(tex, binding), *own(tex, binding)]:
            for found, sentence in zip(heard, sentences, strict=True):
                found[re.sub(r"\W", "", sentence)].add(parts)
        assert [s for found in heard for s, parts in found.items() if len(parts) > 1] == []


def test_the_ear_tells_capitals():
    """It hears no capital letters, so that words tell them where both are there."""
    [line] = meant("N = n")
    assert lines.said((line,), KO) == ("대문자 N은 n",)
    assert lines.said((line,), EN) == ("capital N equals n",)
    assert lines.said(meant("N = m"), EN) == ("N equals m",)
    assert lines.said(meant("q = e^{-E}"), EN) == ("q equals e to the minus capital E",)


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading["tex"])
def test_what_people_have_read_is_said(reading):
    binding = bindings().get(reading["tex"], "")
    for tongue in TONGUES:
        said = lines.said(meant(reading["tex"], binding), tongue)
        assert "\n".join(said) == reading[tongue]


# --- the rules ----------------------------------------------------------------------------


def forget():
    """Empty all that is remembered of the rules."""
    for remembered in (rules.grammar, rules.bare, words.names, words._lexicon, words.split):
        remembered.cache_clear()
    for remembered in (words.literal, words._closers, words._rows, saying._said):
        remembered.cache_clear()


@pytest.fixture
def changed(monkeypatch):
    """A function that changes rows of a table of words or rules for one test."""
    table = rules.table

    def change(name, rows):
        monkeypatch.setattr(rules, "table", lambda n: rows if n == name else table(n))
        monkeypatch.setattr(words, "table", rules.table)
        forget()

    yield change
    monkeypatch.undo()
    forget()


def without(template):
    """Templates with a mistake: two slots exchanged, a word lost."""
    slots = re.findall(r"<\w!?:\w+>", template)
    if len(slots) > 1:
        first, *_, last = slots
        middle = template.replace(first, "\0", 1).replace(last, first, 1)
        yield middle.replace("\0", last, 1)
    word = re.search(r"(?<![<\w:])[a-z가-힣]+(?![\w>:])", re.sub(r"<[^>]*>", " ", template))
    if word:
        yield template.replace(word[0], "", 1)


@cache
def read():
    """The parts of each reading, and the kinds that stand in them."""
    found = [meant(one["tex"], bindings().get(one["tex"], "")) for one in READINGS]
    return [
        (parts, {p.kind for line in parts for p in lines._all(line)}) for parts in found
    ]


def sentences(kind, tongue):
    """The sentences of the readings with a kind of part; none where all goes wrong."""
    try:
        return [lines.said(parts, tongue) for parts, kinds in read() if kind in kinds]
    except (formulas.FormulaError, LookupError):
        return []


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_mistake_in_a_template_changes_a_reading(tongue, changed):
    """So every template that the site uses, and every other, has been read by people."""
    table, missed = rules.table("rules"), []
    right = {row["kind"]: sentences(row["kind"], tongue) for row in table}
    for number, row in enumerate(table):
        for template in without(row[tongue]) if row[tongue] else ():
            mistaken = [*table]
            mistaken[number] = row | {tongue: template}
            changed("rules", mistaken)
            if sentences(row["kind"], tongue) == right[row["kind"]]:
                missed.append((row["kind"], row["rank"], template))
    assert missed == []


@pytest.mark.parametrize("tongue", TONGUES)
def test_no_two_names_sound_alike(tongue):
    called = [words.split(row[tongue], tongue) for row in rules.table("words")]
    assert len(set(called)) == len(called)
    assert not [word for word in called if len(word) == 1 and word[0] in words.literal(EN)]


LATIN = dict(
    zip(
        string.ascii_lowercase,
        [
            "에이",
            "비",
            "시",
            "디",
            "이",
            "에프",
            "지",
            "에이치",
            "아이",
            "제이",
            "케이",
            "엘",
            "엠",
            "엔",
            "오",
            "피",
            "큐",
            "알",
            "에스",
            "티",
            "유",
            "브이",
            "더블유",
            "엑스",
            "와이",
            "제트",
        ],
        strict=True,
    )
)
DIGITS = dict(zip("012", ["영", "일", "이"], strict=True))


def spelt(sentence):
    """A Korean sentence as it is read, without Latin letters and digits."""
    return "".join(LATIN.get(c.lower()) or DIGITS.get(c) or c for c in sentence)


def named(row):
    """How a letter of `symbols.csv` is said, with all capitals told; None if it is not."""
    local = row["pages"] and row["shape"] != "function"  # sigma may be the sigmoid, e e
    with contextlib.suppress(formulas.FormulaError):
        [line] = meant(row["letter"] + " = 1" * bool(local))
        name = line.parts[0] if local else line
        capitals = frozenset(string.ascii_uppercase)
        ko, en = (saying.sentence(name, tongue, capitals) for tongue in TONGUES)
        return spelt(ko), en.lower()
    return None


def test_letters_are_called_as_their_table_says():
    """Signs that are no letters, such as the transpose, are read as signs there."""
    names = [named(row) for row in facts.table("symbols")]
    assert names.count(None) < 10
    for row, name in zip(facts.table("symbols"), names, strict=True):
        if name and row["letter"] != r"\mathbb{1}":
            assert name == (row["read_ko"], row["read_en"]), row["letter"]


def test_a_sentence_that_can_be_heard_in_two_ways_is_refused(changed):
    table = [{**row} for row in rules.table("rules")]
    for row in table:  # the exponent of a power would reach as far as a sum
        if row["kind"] == "power":
            row |= {"en": "<a!:6> to the <b!:1>"}
    changed("rules", table)
    with pytest.raises(formulas.FormulaError, match="is heard as"):
        speech.spoken("y = e^x + 1", "")


def test_a_sentence_of_another_formula_is_refused(monkeypatch):
    right = speech.understood("y = a - b", "")
    monkeypatch.setattr(speech, "understood", lambda tex, binding: right)
    assert speech.spoken("y = a - b", "a - b for a, b in R").en == "y equals a minus b"
    with pytest.raises(formulas.FormulaError, match="said as another formula, y = a - b"):
        speech.spoken("y = b - a", "b - a for a, b in R")


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"y = x^{(2)}", "no words for Name"),
        (r"y = \sum_{i \ne j} x_i", "no words for an index"),
        (r"y = \lVert x \rVert_3", "add a row"),
        (r"x_i = i, \quad i = 1, \dots, n", "no words for a range"),
        (r"y = \Upsilon", "no Korean word for Upsilon"),
    ],
)
def test_what_has_no_words_is_told(tex, why):
    with pytest.raises(formulas.FormulaError, match=re.escape(why)):
        speech.spoken(tex, "")


def test_a_long_sentence_is_said_line_by_line():
    long = " + ".join(f"x_{n}" for n in range(1, 10))
    first, second, third = speech.spoken(f"{long} = {long} = {long}", "").en.split("\n")
    assert first.startswith("x sub 1 plus")
    assert second.startswith("equals x sub 1")
    assert third.startswith("equals x sub 1")


@pytest.mark.parametrize(
    ("said", "tongue", "end", "particle"),
    [
        ("N", KO, "가", "이"),
        ("w", KO, "가", "가"),
        ("감마", KO, "로", "로"),
        ("엡실론", KO, "로", "으로"),
        ("l", KO, "로", "로"),
        ("10", KO, "를", "을"),
        ("2", KO, "는", "는"),
        ("8", KO, "로", "로"),
        ("MSE", KO, "는", "는"),
        ("TN", KO, "와", "과"),
    ],
)
def test_particles_fit_the_sound_before_them(said, tongue, end, particle):
    assert words.particle(said, end) == particle


# --- characters that nobody sees ----------------------------------------------------------


def marked(tex, binding=""):
    """The LaTeX with f, * and ; for the unseen characters."""
    found = speech.spoken(tex, binding).marked
    return found.translate({0x2061: "f", 0x2062: "*", 0x2063: ";"})


def test_neighbours_are_told_apart():
    assert marked(r"y = \sigma(z)", "sigmoid(z) for z in R") == r"y = \sigmaf(z)"
    assert marked(r"y = \sigma(z)", "sigma * z for sigma, z in R") == r"y = \sigma*(z)"
    assert marked(r"y = 2 w_{ij} x_{2i}") == r"y = 2* w_{i;j}* x_{2*i}"
    assert marked(r"y = \log x") == r"y = \log x", "the converter marks it"
    left = marked(r"f\left(x\right) = a b")
    assert left == r"ff\left(x\right) = a* b", "not between \\left and its bracket"


# --- the command --------------------------------------------------------------------------


def test_the_command_says_a_formula_that_agrees(capsys):
    assert formula.main(r"y = \max(0, z)", "relu(z) for z in R^n") == 0
    told = capsys.readouterr().out
    assert "y는 0과 z 중 더 큰 값" in told
    assert "y equals the larger of 0 and z" in told


def test_the_command_tells_what_may_put_a_formula_right(capsys):
    assert formula.main(r"y = \min(0, z)", "relu(z) for z in R^n") == 1
    told = capsys.readouterr().out
    assert "gives another value than relu(z)" in told
    assert r"y = \max(0, z)" in told


def test_the_command_says_how_it_is_called(capsys):
    assert formula.main("", "") == 2
    assert "make formula TEX=" in capsys.readouterr().out
