"""Terms at their first use on a page: links to the glossary, the meaning as tooltip."""

import html
import re
from collections.abc import Callable, Iterator

from source import facts

# Text in these is not running text, or is a link already.
CLOSED = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "th", "script", "style"}
TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
FORMULA = re.compile('class="(?:arithmatex|spoken)"')  # not running text
INSIDE = {"details", "div", "span"}  # around a formula, or within one


def spellings(row: facts.Row, language: str) -> list[str]:
    """How running text writes a term; words too ambiguous to link are left out.

    Those are words of one syllable, and names that need a note: `error (of a prediction)`.
    """
    names = [name.strip() for name in row[language].split(" / ")]
    return [name for name in names if len(name) > 1]


def linked(page: str, language: str, slug: str, glossary: str) -> str:
    """HTML in which each term that another page explains is linked once."""
    rows = {
        _as_in_the_table(name): row
        for row in facts.table("terms")
        for name in spellings(row, language)
    }
    longest_first = map(re.escape, sorted(rows, key=len, reverse=True))
    names = "|".join(longest_first).replace("iz", "i[sz]")
    # Korean particles follow a word directly; an English word may end in a plural s.
    ends = r"" if language == "ko" else r"(?:s|es)?\b"
    word = re.compile(rf"(?<![\w-])({names}){ends}", re.I)
    done: set[str] = set()

    def anchored(match: re.Match[str]) -> str:
        row = rows[_as_in_the_table(match[1])]
        if row["page"] == slug or facts.term_id(row) in done:
            return match[0]  # a longer term, where no link is due, hides those inside it
        done.add(facts.term_id(row))
        title = html.escape(row[f"definition_{language}"])
        href = f"{glossary}#{facts.term_id(row)}"
        return f'<a class="term" href="{href}" title="{title}">{match[0]}</a>'

    return "".join(_outside_tags(page, lambda text: word.sub(anchored, text)))


def _as_in_the_table(name: str) -> str:
    """A name as a key: pages write `normalisation`, the table `normalization`."""
    return name.lower().replace("is", "iz")


def _outside_tags(page: str, change: Callable[[str], str]) -> Iterator[str]:
    """The pieces of a page, with `change` applied to the running text."""
    depth = 0
    for piece in TAG.split(page):
        name = NAME.match(piece)
        if name is None:
            yield change(piece) if depth == 0 else piece
            continue
        formula = FORMULA.search(piece)
        if name[1].lower() in CLOSED or formula or (depth and name[1] in INSIDE):
            depth += -1 if piece.startswith("</") else 1
        yield piece
