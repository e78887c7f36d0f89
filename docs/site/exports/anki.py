r"""The cards of a language for Anki: formula and meaning, misconception and truth.

Anki sets the LaTeX between `\(` and `\)` itself. A note keeps its id from build to build,
so that a reader who takes a newer deck loses no progress.
"""

import html
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import genanki

from pages import citations
from source import dialect, drills, facts, letters
from source.formulas import Formula
from source.page import Page, functions_of, pages

from . import folder

IDS = {"ko": 1795910400, "en": 1795910500}  # of decks; kinds of notes have the next ones
WORDS = {
    "ko": {
        "deck": "딥러닝 노트",
        "formula": "식",
        "meaning": "뜻",
        "misconception": "오해",
        "truth": "바른 내용",
        "asked": "무엇을 말하는 식인가?",
        "wrong": "이 말은 어디가 틀렸는가?",
    },
    "en": {
        "deck": "Deep Learning Notes",
        "formula": "Formula",
        "meaning": "Meaning",
        "misconception": "Misconception",
        "truth": "Truth",
        "asked": "What does this formula say?",
        "wrong": "What is wrong with this?",
    },
}
STYLE = """\
.card { font-family: sans-serif; font-size: 20px; line-height: 1.5; word-break: keep-all; }
.small { font-size: 15px; opacity: .75; }
"""
CITED = re.compile(r" ?\[@[^\]]*\]")
LINKED = re.compile(r"!?\[([^\]]+)\]\([^)]*\)")
TRANSLATED = re.compile(r"[(]\"(.+?)\"[)]")  # the English of a quotation in Korean
# Outside of formulas and code; both are set aside first.
MARKS = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(.+?)\*"), r"<i>\1</i>"),
)
ASIDE = re.compile(rf"(?P<code>{dialect.CODE.pattern})|{dialect.INLINE.pattern}")


def write(target: Path, language: str, address: str, modified: datetime) -> None:
    """Write the deck, the same to the byte for the same sources and time."""
    deck = genanki.Deck(IDS[language], WORDS[language]["deck"])
    for note in notes(language, address):
        deck.add_note(note)
    with tempfile.TemporaryDirectory() as place:
        made = Path(place, "made.apkg")
        genanki.Package(deck).write_to_file(made, timestamp=modified.timestamp())
        with zipfile.ZipFile(made) as file:  # whose entries have the time of day
            entries = [(name, file.read(name)) for name in sorted(file.namelist())]
    folder.archive(target, entries)


def notes(language: str, address: str) -> Iterator[genanki.Note]:
    """The notes of each page, in the order of learning: its formulas, its corrections."""
    formulas, truths = _models(language)
    for row in facts.table("pages"):
        page = pages(language).get(row["slug"])
        if page is None or page.kind != "concept":
            continue
        where = f'<a href="{address}{page.slug}/">{html.escape(page.title)}</a>'
        for formula in drills.checked(page):
            fields = [rf"\[{_escaped(formula.tex)}\]", _meaning(page, formula), where]
            yield _note(formulas, drills.name(page, formula), fields, page)
        for number in facts.corrections(page.slug):
            yield _note(truths, number, [*_correction(page, number), where], page)


def _models(language: str) -> tuple[genanki.Model, genanki.Model]:
    words, first = WORDS[language], IDS[language]
    return (
        _model(first + 1, words, "formula", "meaning", words["asked"]),
        _model(first + 2, words, "misconception", "truth", words["wrong"]),
    )


def _model(
    number: int, words: dict[str, str], front: str, back: str, asked: str
) -> genanki.Model:
    """A kind of note with one card."""
    names = words[front], words[back]
    card = {
        "name": words[front],
        "qfmt": f'<div class="small">{asked}</div>{{{{{names[0]}}}}}',
        "afmt": f'{{{{FrontSide}}}}<hr id="answer">{{{{{names[1]}}}}}'
        '<p class="small">{{dlnotes}}</p>',
    }
    fields = [{"name": name} for name in (*names, "dlnotes")]
    title = f"{words['deck']}: {words[front]}"
    return genanki.Model(number, title, fields=fields, templates=[card], css=STYLE)


def _note(model: genanki.Model, name: str, fields: list[str], page: Page) -> genanki.Note:
    guid = genanki.guid_for("dlnotes", page.language, name)
    return genanki.Note(model, fields, guid=guid, tags=[page.chapter])


def _meaning(page: Page, formula: Formula) -> str:
    """The words that lead to a formula on its page, and the meaning of its letters."""
    before = page.text[: formula.start].rstrip().rpartition("\n\n")[2]
    parts = [f"<p>{_html(before, page.language)}</p>"] if _is_prose(before) else []
    rows = letters.rows(formula.tex, page.slug)
    meanings = [
        rf"\({row['letter']}\): {_html(row[page.language], page.language)}" for row in rows
    ]
    if meanings:
        parts.append(f"<p>{'<br>'.join(meanings)}</p>")
    if names := functions_of(formula):
        parts.append(f"<p><code>{'</code>, <code>'.join(names)}</code></p>")
    return "".join(parts)


def _is_prose(block: str) -> bool:
    return not re.match(r"[#<`$!|>]|\?\?\?", block)


def _correction(page: Page, number: str) -> tuple[str, str]:
    """A claim and its correction, with the first paragraph that explains it."""
    title, quote = page.correction(number)
    found = TRANSLATED.findall(quote["claim"]) if page.language == "en" else []
    claim = " … ".join(found) or quote["claim"]
    after = page.text[page.text.index(quote[0]) + len(quote[0]) :]
    blocks = [block for block in after.strip().split("\n\n")[:2] if _is_prose(block)]
    why = f"<p>{_html(blocks[0], page.language)}</p>" if blocks else ""
    return _html(claim, page.language), f"<p><b>{_html(title, page.language)}</b></p>{why}"


def _html(markdown: str, language: str) -> str:
    """A paragraph of a page as HTML, its formulas as Anki writes them."""
    text = citations.in_words(CITED.sub("", " ".join(markdown.split())), language)
    text = LINKED.sub(r"\1", text)
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        code = found["code"]
        inner = (
            html.escape(code.strip("`"), quote=False) if code else _escaped(found["tex"])
        )
        kept.append(f"<code>{inner}</code>" if code else rf"\({inner}\)")
        return f"\0{len(kept) - 1}\0"

    text = html.escape(ASIDE.sub(aside, text), quote=False)
    for mark, tag in MARKS:
        text = mark.sub(tag, text)
    return re.sub(r"\0(\d+)\0", lambda place: kept[int(place[1])], text)


def _escaped(tex: str) -> str:
    return html.escape(" ".join(tex.split()), quote=False)
