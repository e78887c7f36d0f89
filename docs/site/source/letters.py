"""The letters of display formulas, and their rows in `symbols.csv`.

A row without `pages` holds on the whole site; else on the chapters and pages it names,
where it comes before the row of the site.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from . import facts, kept
from .formulas import derivatives
from .formulas.editor import GREEK
from .formulas.tokens import ACCENTS, FONTS, Cursor, tokenize
from .formulas.tree import Token, Tokens
from .page import Page

LETTER = re.compile(
    rf"[A-Za-z]|\\(?:var)?(?:{GREEK}|chi|omega|phi|pi|psi|ell)"
    r"|\\(?:Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega)"
)
# With these a letter is another one, as with an accent; bold is still the same letter.
ALPHABETS = {"\\mathcal", "\\mathbb"}
SCRIPTS = {"_", "^", "'"}


class Letter(NamedTuple):
    """A letter of a formula: its names, the one with all its scripts first."""

    names: tuple[str, ...]
    start: int
    scripts: tuple[Tokens, ...]


def unknown(page: Page) -> Iterator[tuple[int, str]]:
    """The letters of a page that have no row there, as (line, what is wrong)."""
    known = meanings(page.slug)
    for formula in page.formulas:
        for letter in _strange(tokenize(formula.tex), known):
            line = formula.line + 1 + formula.tex.count("\n", 0, letter.start)
            yield line, f"{letter.names[-1]} has no row for {page.slug} in symbols.csv"


@kept.remembered
def meanings(slug: str) -> dict[str, facts.Row]:
    """The row of each letter on a page: its own, else its chapter's, else the site's."""
    found: dict[str, facts.Row] = {}
    for place in ("", slug.partition("/")[0], slug):
        for row in facts.table("symbols"):
            if place in places(row):
                found[name(row["letter"])] = row
    return found


def places(row: facts.Row) -> list[str]:
    """The pages and chapters where a row holds; "" is the whole site."""
    return row["pages"].split("; ")


def name(tex: str) -> str:
    """A letter with its scripts as this module compares it."""
    return _joined(tokenize(tex))


def used(page: Page) -> set[str]:
    """The letters of a page as the table names them."""
    return {found for f in page.formulas for found in _known(f.tex, meanings(page.slug))}


def rows(tex: str, slug: str) -> list[facts.Row]:
    """The row of each letter of a formula, in the order in which they stand there."""
    known = meanings(slug)
    return [known[found] for found in dict.fromkeys(_known(tex, known))]


def _known(tex: str, known: dict[str, facts.Row]) -> Iterator[str]:
    """The letters of a formula as the table names them."""
    found = (_found(letter, known) for letter in _all(tokenize(tex), known))
    return (name for name in found if name)


def _strange(tokens: Tokens, known: dict[str, facts.Row]) -> Iterator[Letter]:
    return (letter for letter in _all(tokens, known) if not _found(letter, known))


def _found(letter: Letter, known: dict[str, facts.Row]) -> str | None:
    return next((name for name in letter.names if name in known), None)


def _all(tokens: Tokens, known: dict[str, facts.Row]) -> Iterator[Letter]:
    """The letters, and those in the scripts that do not belong to a name in the table."""
    for letter in _letters(Cursor(tokens)):
        yield letter
        if _found(letter, known) in {None, letter.names[-1]}:
            for script in letter.scripts:
                yield from _all(script, known)


def _letters(cursor: Cursor) -> Iterator[Letter]:
    while cursor.tokens:
        token = cursor.next()
        if token == "\\frac":
            for part in _fraction(cursor.argument(), cursor.argument()):
                yield from _letters(Cursor(part))
        elif token in ACCENTS | ALPHABETS:
            inner = cursor.argument()
            if any(map(LETTER.fullmatch, inner)):
                yield _scripted(Token(_joined((token, *inner)), token.start), cursor)
        elif LETTER.fullmatch(token):
            yield _scripted(token, cursor)


def _fraction(top: Tokens, bottom: Tokens) -> tuple[Tokens, Tokens]:
    """The parts of a fraction; the d of a derivative is no letter."""
    if derivatives.is_operator(top, bottom) or derivatives.is_derivative(top, bottom):
        return top[1:], bottom[1:]
    return top, bottom


def _scripted(base: Token, cursor: Cursor) -> Letter:
    """A letter with the scripts that follow it."""
    names, scripts = [str(base)], []
    while cursor.at(SCRIPTS):
        mark = cursor.next()
        script = () if mark == "'" else cursor.argument()
        names.append(names[-1] + _joined((mark, *script)))
        scripts.append(script)
    return Letter(tuple(reversed(names)), base.start, tuple(scripts))


def _joined(tokens: Tokens) -> str:
    return "".join(token for token in tokens if token not in FONTS - ALPHABETS | {"{", "}"})
