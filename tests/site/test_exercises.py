"""Exercises: their keys, their words, their faults, and how readers use them."""

import contextlib
import functools
import gzip
import math
import os
import re
import shutil
import textwrap
from pathlib import Path

import numpy as np
import pytest

from built import PAGES, ROOT
from pages import exercises, sheets
from readers import violations
from source import draws, faults, fences, formulas, kept
from source.formulas import FormulaError, compute, equations, symbols
from source.formulas.scope import Branches, Scope
from source.page import Page, pages

FILES = sorted(draws.FOLDER.glob("*/*.py"))
EACH = pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
LANGUAGES = ("ko", "en")
DRAWS = int(os.environ.get("DRAWS", "200"))  # `make audit` has 10,000
PAGE = "losses/cross-entropy/"
NUMBER = (draws.FOLDER / "losses/penalty.py").read_text("utf-8")
CHOICE = (draws.FOLDER / "losses/first-loss.py").read_text("utf-8")
PRINTS = (draws.FOLDER / "losses/sum-or-mean.py").read_text("utf-8")
LINE = (draws.FOLDER / "losses/gradient-step.py").read_text("utf-8")


# --- every exercise -----------------------------------------------------------------------


def assert_right(path, one, other):
    """The key of a draw, against what `check` says."""
    names, answer = draws.read(path), one.shown["answer"]
    if names["KIND"] == "number":
        assert abs(float(answer) - other) <= names["TOLERANCE"] / 2, one
    elif names["KIND"] == "choice":
        claims = list(names["WORDS"]["en"]["claims"])
        assert claims[one.case] == other, one
        assert answer == "ABCDEFGH"[one.case]
    else:
        assert answer == other or float(answer) == float(other), one


def assert_wrong_there(path, one):
    """The line of a draw, and no other, is not as in the code that is right."""
    names = draws.read(path)
    right = one.shown | {name: text for name, (text, _) in names["MISTAKES"].items()}
    lines = [
        draws.fill(names["CODE"], shown).strip().splitlines()
        for shown in (one.shown, right)
    ]
    [number] = [i for i, (a, b) in enumerate(zip(*lines, strict=True), 1) if a != b]
    assert one.shown["answer"] == str(number)
    assert one.shown["printed"] != one.shown["misprinted"]


def drawn(path):
    """The variants, which are all that readers get, and draws that may become variants."""
    rng = np.random.default_rng(1)
    yield from draws.variants(path)
    yield from (draws.draw(path, rng) for _ in range(DRAWS))


@EACH
def test_what_is_drawn_has_the_right_key(path):
    names, known = draws.read(path), {}
    assert "check" in names or names["KIND"] == "line"
    for one in drawn(path):
        if names["KIND"] == "line":
            assert_wrong_there(path, one)
        else:
            given = str(one.given)
            known[given] = known[given] if given in known else names["check"](**one.given)
            assert_right(path, one, known[given])


@EACH
def test_variants_are_many_and_different(path):
    found = draws.variants(path)
    assert len(found) == len({tuple(one.shown.values()) for one in found})
    assert 5 <= len(found) <= draws.VARIANTS
    if draws.read(path)["KIND"] in {"choice", "line"}:
        assert len({one.case for one in found}) > 1, "its place would give the answer away"


@EACH
def test_both_languages_say_the_same_with_all_values(path):
    korean, english = (draws.read(path)["WORDS"][language] for language in LANGUAGES)
    for ours, theirs in zip(draws.texts(korean), draws.texts(english), strict=True):
        assert set(draws.PLACE.findall(ours)) == set(draws.PLACE.findall(theirs)), ours
    for language in LANGUAGES:
        for one in draws.variants(path):
            whole = exercises.Told(path, one, 1, language).whole()
            assert "{{" not in whole
            assert "None" not in fences.blank(whole)
            assert "None" not in one.shown.values()


def shown_after(path, one):
    """The hints and the reason of a draw: all that a reader may compute on with."""
    words = draws.read(path)["WORDS"]["en"]
    return [draws.fill(text, one.shown) for text in (*words["hints"], words["reason"])]


def known_sides(tex):
    """The values of those sides of an equation that have no letters."""
    for side in re.split(r"=|\\approx", tex):
        with contextlib.suppress(FormulaError, TypeError):
            [equation] = equations.read(side).equations
            yield float(compute.value(*equation.rights, Scope({}, LIBRARY, Branches())))


NUMBERS = [path for path in FILES if draws.read(path)["KIND"] == "number"]
EACH_NUMBER = pytest.mark.parametrize(
    "path", NUMBERS, ids=lambda p: f"{p.parent.name}/{p.stem}"
)
LIBRARY = symbols.known(formulas.functions())
MATHS = re.compile(r"\$([^$]+)\$")


@EACH_NUMBER
def test_shown_equations_hold_as_exactly_as_answers_are_asked(path):
    tolerance = max(draws.read(path)["TOLERANCE"], 1e-9)
    for one in draws.variants(path):
        for tex in MATHS.findall(" ".join(shown_after(path, one))):
            assert not re.search(r"([-+/]|\\times|\\cdot) *-", tex), "put it in brackets"
            sides = list(known_sides(tex))
            assert max(sides, default=0) - min(sides, default=0) < tolerance, tex


@EACH_NUMBER
def test_a_rounded_number_leads_to_the_answer(path):
    """Rounding moves an answer that is proportional to it by half the tolerance at most."""
    names = draws.read(path)
    for one in draws.variants(path):
        answer, half = abs(float(one.shown["answer"])), names["TOLERANCE"] / 2
        for name, value in names.get("steps", dict)(**one.given).items():
            exact = np.ravel(value)
            if exact.dtype.kind == "f":
                shown = [float(part) for part in one.shown[name].split(",")]
                lost = np.abs(shown - exact) / np.maximum(np.abs(exact), 1e-9)
                assert np.all(lost * answer <= half + 1e-6), (name, one)


@EACH
def test_no_particle_follows_a_number_that_changes(path):
    """`0.3을` would have to become `0.2를`."""
    particles = r"을|를|은|는|과|와|으로|로(?!그)|이(?![다고므라며])|가(?!지)"
    for text in draws.texts(draws.read(path)["WORDS"]["ko"]):
        assert not re.search(rf"\}}\}}[$`]?(?:{particles})", text), text


@EACH
def test_exercise_stands_on_one_page(path):
    shown = [other for page in pages("ko").values() for other in sheets.paths(page)]
    assert shown.count(path) == 1


def test_the_example_of_the_instructions_is_an_exercise(tmp_path):
    doc = draws.__doc__
    source = doc[doc.index('    """The penalty') : doc.index("`draw` gives")]
    path = tmp_path / "losses" / "example.py"
    path.parent.mkdir()
    path.write_text(textwrap.dedent(source), "utf-8")
    for one in draws.variants(path):
        assert_right(path, one, draws.read(path)["check"](**one.given))


def test_the_answer_follows_from_what_is_shown(tmp_path):
    path = tmp_path / "long.py"
    path.write_text(
        NUMBER.replace("rng.integers(5, 96) / 100", "rng.random() * 0.9"), "utf-8"
    )
    for one in draws.variants(path):
        assert len(one.shown["q"].lstrip("0.")) <= 4
        assert one.given["q"] == float(one.shown["q"])
        assert float(one.shown["answer"]) == round(-math.log(float(one.shown["q"])), 4)


def test_exercises_are_drawn_once_until_they_change(monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "CACHE", tmp_path / "cache")
    drawn, path, seen = [], tmp_path / "penalty.py", []
    variants = draws._variants
    monkeypatch.setattr(draws, "_variants", lambda path: drawn.append(1) or variants(path))
    for scale in (100, 100, 200):
        path.write_text(NUMBER.replace("/ 100", f"/ {scale}"), "utf-8")
        kept.forget()
        seen.append(draws.variants(path)[0])
    assert seen[0] == seen[1]
    assert seen[0].given["q"] == 2 * seen[2].given["q"]
    assert len(drawn) == 2


# --- what the build refuses ---------------------------------------------------------------

BREAKS = [
    (NUMBER, '"number"', '"nubmer"', "KIND", "`KIND` must be one of number, prints"),
    (NUMBER, '"en": {', '"ne": {', "WORDS", "`WORDS` must have hints, question, reason in"),
    (NUMBER, '"reason": "It', '"raeson": "It', "WORDS", "in 'en'"),
    (NUMBER, '"Take its', '"One more.", "Take its', "WORDS", "same parts"),
    (NUMBER, "a probability of {{q}}", "a probability of {{p}}", "{{p}}", "called `p`"),
    (NUMBER, '"reason": "It is ', '"reason": "$$x$$ ', "$$", "displayed formula"),
    (NUMBER, "rng.integers(5, 96) / 100", "np.inf", "def draw", "must be finite, got inf"),
    (NUMBER, "rng.integers(5, 96) / 100", "0.992", "TOLERANCE", "lets 0 pass for 0.008"),
    (NUMBER, "print(round", 'print("nan") or (round', "CODE", "finite number, got 'nan'"),
    (NUMBER, "({{q}})), 4", "({{p}})), 4", "print(", "NameError: name 'p'"),
    (NUMBER, "rng.integers(5, 96) / 100", "1 / 0", "return {", "ZeroDivisionError"),
    (NUMBER, "def draw(rng):", "def draw(rng)", "def draw", "SyntaxError"),
    (PRINTS, "print(", "str(", "CODE", "must print one line, got ''"),
    (CHOICE, '"labels": False', '"labels": True', "def truth", "one claim must be true"),
    (CHOICE, '"sum": doubled', '"sum": False', "def truth", "one claim must be true"),
    (CHOICE, '"labels": False', '"label": False', "def truth", "one claim must be true"),
    (
        CHOICE,
        "정답이 엉뚱한 샘플에 붙어 있다.",
        "샘플의 손실을 평균하지 않고 더했다.",
        "claims",
        "read the same",
    ),
    (LINE, '("-", "")', '("-", "-")', "MISTAKES", "`loss` must change one line"),
    (LINE, "{{loss}}np", "-np", "MISTAKES", "`loss` must change one line"),
    (LINE, '"loss": ("-", "")', '"los": ("-", "")', "MISTAKES", "the words for them"),
    (LINE, "{{truth}} 1", "{{truth}} 0", "MISTAKES", "`truth` must change one line"),
]


@pytest.fixture
def chapter(tmp_path, monkeypatch):
    """A copy of the exercises of a chapter."""
    shutil.copytree(ROOT / "docs/exercises/losses", tmp_path / "exercises/losses")
    monkeypatch.setattr(draws, "FOLDER", tmp_path / "exercises")
    return tmp_path


def written(slot):
    """A page of the chapter that has a slot in its fifth line."""
    text = f"---\ndescription: A page.\n---\n\n{slot}\n"
    return Page("losses/page", "ko", Path("page.md"), text)


def at(source, mark):
    return next(i for i, line in enumerate(source.splitlines(), 1) if mark in line)


@pytest.mark.parametrize(("source", "old", "new", "mark", "message"), BREAKS)
def test_a_broken_exercise_is_told_with_its_line(chapter, source, old, new, mark, message):
    assert source.count(old) == 1
    broken = "import numpy as np\n" + source.replace(old, new)
    (chapter / "exercises/losses/broken.py").write_text(broken, "utf-8")
    [(line, said)] = faults.find(written("<!-- exercise: broken -->"))
    assert line == 5
    assert said.startswith(f"docs/exercises/losses/broken.py:{at(broken, mark)}: "), said
    assert message in said


SLOTS = [
    ("<!-- exercise: penalty -->", None),
    ("<!-- exercise: penatly -->", "no exercise docs/exercises/losses/penatly.py"),
    ("See <!-- exercise: penalty -->", "on its own line"),
    ("  <!-- exercise: penalty -->", "on its own line"),
    ("<!--exercise penalty-->", "on its own line"),
]


@pytest.mark.parametrize(("slot", "message"), SLOTS)
def test_a_wrong_slot_is_told_with_its_line(chapter, slot, message):
    found = faults.find(written(slot))
    assert [line for line, _ in found] == [5] * bool(message)
    assert all(message in said for _, said in found)


def test_an_exercise_that_no_page_shows_is_told(chapter, monkeypatch):
    shown = {"losses/page": written("<!-- exercise: penalty -->")}
    monkeypatch.setattr(sheets, "pages", lambda language: shown)
    unused = [path.stem for path in sheets.unused()]
    every = [path.stem for path in FILES if path.parent.name == "losses"]
    assert unused == [name for name in every if name != "penalty"]


# --- on the page --------------------------------------------------------------------------


def test_values_pass_through_text_maths_and_code():
    path = draws.FOLDER / "losses/scores.py"
    one = draws.Draw({}, {"answer": "-2", "printed": "-2", "z": "1, -2"}, 0)
    told = exercises.Told(path, one, 1, "en")
    assert told.say("{{z}} and `{{z}}`") == "1, −2 and `1, -2`"
    tight = r"$\log {{z}} + \frac{{z}}{{z}} + e^{{z}} + e^{{{z}}}$"
    assert told.say(tight) == r"$\log 1, -2 + \frac{1, -2}{1, -2} + e^{1, -2} + e^{1, -2}$"


def test_marks_become_values(monkeypatch):
    shown = {"answer": "-2", "word": "a<b", "n": "3"}
    monkeypatch.setattr(draws, "variants", lambda path: [draws.Draw({}, shown, 0)])
    mark = "7070010{}07".format
    page = (
        '<div data-exercise="a/b">'
        f"<mn>{mark(0)}</mn> <code>{mark(0)}</code> {mark(1)} "
        f'<pre><span class="mi">{mark(1)}</span><span class="mi">{mark(2)}</span></pre>'
        f"<annotation>x {mark(2)}</annotation><annotation>y</annotation></div>"
    )
    assert exercises.filled(page) == (
        """<div data-exercise="a/b" data-draws='[[0,"-2","a&lt;b","3"]]'>"""
        '<mn data-value="1">−2</mn> <code><span data-value="1">-2</span></code> '
        '<span data-value="2">a&lt;b</span> '
        '<pre><span data-value="2">a&lt;b</span>'
        '<span class="mi" data-value="3">3</span></pre>'
        "<annotation>y</annotation></div>"
    )


def test_exercises_are_light(site):
    script = (site / "assets/exercises.js").read_bytes()
    assert len(gzip.compress(script)) < 3000
    for url in PAGES:
        page = site / url / "index.html" if url.endswith("/") or not url else site / url
        boxes = re.findall(
            r'<div[^>]*class="exercise".*?</form>.*?</div>\n(?=<)',
            page.read_text("utf-8"),
            re.S,
        )
        assert len(gzip.compress("".join(boxes).encode())) < 12_000, url


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_has_every_exercise_of_its_chapter_in_other_numbers(language):
    sheet = sheets.sheet(pages(language)["losses/exercises"])
    questions, key = sheet.split("{ #key }")
    chapter = [page for page in pages(language).values() if page.chapter == "losses"]
    every = [path for page in chapter for path in sheets.paths(page)]
    assert questions.count('<div class="sheet"') == len(every) >= 5
    for page in chapter:
        told = exercises.placed(page.text, page, live=False) if page.exercises else ""
        for number, path in enumerate(sheets.paths(page), 1):
            one = draws.variants(path)[-1]
            assert exercises.Told(path, one, number, language).question() in questions
            assert exercises.Told(path, one, number, language).question() not in told
            assert f"**{number}.** `{one.shown['answer']}`" in key


# --- in Chromium --------------------------------------------------------------------------


def box_of(page, name):
    return page.locator(f'[data-exercise="losses/{name}"]')


def answer(page, name, text):
    """The verdict on an answer."""
    box = box_of(page, name)
    box.locator("form input").fill(text)
    box.locator("form input").press("Enter")
    return box.get_by_role("status").inner_text()


@functools.cache
def key(name):
    return draws.variants(draws.FOLDER / f"losses/{name}.py")[0].shown["answer"]


def test_numbers_are_read_as_readers_write_them(visit):
    page, n = visit("en/" + PAGE), round(100 * float(key("penalty")))
    right = [f"0.{n}", f" +0,{n} ", f"{n}/100", f"{n},0 / 1e2", f"{n}e-2", f"{n}0E-3"]
    right += [f"{n}/10^2", f"{n / 10}×10^-1", f".{n}", f"0.{n}0000"]
    for text in right:
        assert answer(page, "penalty", text) == "✓ Right.", text
    for text in (f"-0.{n}", f"−0.{n}", "10^-3", "2×10^3", "1,234", "1/3", "0"):
        assert answer(page, "penalty", text).startswith("Not yet."), text
    for text in ("a half", "1/0", "1/2/3", "0.2.2", "--1", "1e", "e", "1e400", "-"):
        assert "does not read as a number" in answer(page, "penalty", text), text
    assert answer(page, "penalty", " ") == "Answer first."


def test_tolerance_is_stated_and_kept(visit):
    page, right = visit(PAGE), float(key("penalty"))
    label = box_of(page, "penalty").locator("form label").inner_text()
    assert "±0.01" in label
    assert answer(page, "penalty", f"{right + 0.0099:.4f}") == "✓ 맞았다."
    assert answer(page, "penalty", f"{right + 0.0101:.4f}").startswith("아직 아니다.")


def test_a_printed_line_and_a_wrong_line_are_told(visit):
    page = visit("en/" + PAGE)
    printed = key("sum-or-mean")
    assert answer(page, "sum-or-mean", printed.replace(".", ",")) == "✓ Right."
    assert answer(page, "sum-or-mean", f"{float(printed) + 0.01:.2f}").startswith(
        "Not yet."
    )
    assert answer(page, "gradient-step", "1").startswith("Not yet.")
    assert answer(page, "gradient-step", "one").startswith("That does not read")
    assert answer(page, "gradient-step", key("gradient-step")) == "✓ Right."


def test_a_wrong_claim_is_told_why(visit):
    page = visit("en/" + PAGE)
    box = box_of(page, "first-loss")
    told, check = box.get_by_role("status"), box.get_by_role("button", name="Check")
    check.click()
    assert told.inner_text() == "Answer first."
    [wrong, *_] = [letter for letter in "ABCD" if letter != key("first-loss")]
    box.locator(f"input[value={wrong}]").check()
    check.click()
    why = box.locator("[data-case]").nth("ABCD".index(wrong)).text_content()
    assert told.inner_text() == f"Not yet. {why}"
    box.locator(f"input[value={key('first-loss')}]").check()
    check.click()
    assert told.inner_text() == "✓ Right."


SLOTS_SHOWN = """(all) => all.map(
  (slot) => [+slot.dataset.value, !!slot.closest("code"), slot.textContent])"""
CASES_SHOWN = """(all) => all.map(
  (part) => [part.dataset.case, part.hidden, part.dataset.only])"""


@pytest.mark.parametrize("url", [PAGE, "en/" + PAGE])
def test_other_numbers_are_the_drawn_ones(visit, url):
    page = visit(url)
    for path in sheets.paths(pages("ko")[PAGE[:-1]]):
        box, found = box_of(page, path.stem), draws.variants(path)
        box.locator("summary").first.click()
        for number in (*range(1, len(found)), 0):
            box.locator("form button").nth(1).click()
            one, values = found[number], list(found[number].shown.values())
            assert f"({number + 1}/{len(found)})" in box.get_by_role("status").inner_text()
            slots = box.locator("[data-value]").evaluate_all(SLOTS_SHOWN)
            assert slots
            for i, code, text in slots:
                assert text == (values[i - 1] if code else exercises.MINUS(values[i - 1]))
            cases = box.locator("[data-case]").evaluate_all(CASES_SHOWN)
            for case, hidden, only in cases:
                assert hidden == (str(one.case) not in case.split())
                assert only == ("screen" if hidden else None)
        assert not box.locator("details[open]").count(), "folded again"
    last = draws.variants(path)[1].shown["answer"]
    box.locator("form button").nth(1).click()
    assert answer(page, path.stem, last).startswith("✓")


def test_hints_come_one_by_one(visit):
    box = box_of(visit("en/" + PAGE), "penalty")
    first, second = (box.get_by_text(f"Hint {n}") for n in (1, 2))
    assert not second.is_visible()
    first.click()
    assert second.is_visible()
    second.click()
    assert box.get_by_text("natural logarithm").is_visible()
    assert not box.locator("details.success pre").first.is_visible()


def test_what_was_solved_is_remembered_and_counted(visit):
    page = visit("en/" + PAGE)
    answer(page, "penalty", key("penalty"))
    answer(page, "scores", "99")
    page.reload()
    told = [box.inner_text() for box in page.locator(".exercise [role=status]").all()]
    assert told == ["✓ You have solved this one.", "", "", "", "", ""]
    for url, text in [
        ("en/", "Exercises solved 1/"),
        ("", "푼 연습 문제 1/"),
        ("losses/exercises/", "푼 연습 문제 1/"),
    ]:
        page.goto(page.url[: page.url.index("/notes/")] + "/notes/" + url)
        counted = page.locator('[data-of~="losses/penalty"]').first
        every = counted.get_attribute("data-of").split()
        assert counted.inner_text() == f"{text}{len(every)}"


BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); } });"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full'); };"


@pytest.mark.parametrize("trouble", [BLOCKED, FULL, "localStorage['dlnotes.solved'] = '{'"])
def test_exercises_work_where_nothing_can_be_stored(chromium, server, trouble):
    context = chromium.new_context()
    context.add_init_script(trouble)
    page = context.new_page()
    page.goto(server + "en/" + PAGE)
    assert answer(page, "penalty", key("penalty")) == "✓ Right."
    box_of(page, "penalty").get_by_role("button", name="Other").click()
    assert "(2/30)" in box_of(page, "penalty").get_by_role("status").inner_text()
    context.close()


def test_exercise_is_done_by_keyboard(visit):
    page = visit("en/" + PAGE)
    box = box_of(page, "first-loss")
    box.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert box.locator("input:checked").get_attribute("value") == "B"
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 13)"))
    assert seen == ["Check", "Other numbers", "Hint 1", "Answer"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert box.locator("details[open] > summary").all_inner_texts() == ["Hint 1"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert "(2/30)" in box.get_by_role("status").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_exercise_in_use_is_for_everyone(visit, scheme):
    page = visit("en/" + PAGE, width=360, scheme=scheme)
    answer(page, "penalty", "9")
    box_of(page, "first-loss").locator("input").first.check()
    box_of(page, "first-loss").get_by_role("button", name="Check").click()
    page.locator(".exercise details").evaluate_all(
        "(all) => all.forEach((d) => d.open = true)"
    )
    assert violations(page, context=".exercise") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.get_by_role("group", name="Exercise 4").count() == 1
    assert page.get_by_label("Answer (right within ±0.01)").count() == 2


def test_exercise_is_whole_without_javascript(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + PAGE)
    assert not any(
        part.is_visible() for part in page.locator(".exercise [data-only=screen]").all()
    )
    box = box_of(page, "first-loss")
    assert box.locator("li").count() == 4
    box.locator("summary").last.click()
    assert box.locator("[data-case]:visible").count() == 3
    context.close()


def test_exercise_on_paper_is_whole(visit):
    page = visit(PAGE, width=720)
    page.emulate_media(media="print")
    folded = ".exercise details > :not(summary)"
    assert page.evaluate(f"""[...document.querySelectorAll("{folded}:not([hidden])")]
        .every((part) => part.checkVisibility())""")


def test_exercises_work_from_a_folder(chromium, folder):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "en" / PAGE / "index.html").as_uri())
    assert answer(page, "penalty", key("penalty")) == "✓ Right."
    page.reload()
    assert box_of(page, "penalty").get_by_role("status").inner_text().startswith("✓ You")
    context.close()
