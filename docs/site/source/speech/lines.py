"""The lines of a display: what each equation means, and how all of them are said."""

from ..formulas import displays
from ..formulas.reader import parse
from ..formulas.tokens import DEFINES, nesting, split, tokenize
from ..formulas.tree import FormulaError, Tokens
from . import factors, named, nodes  # noqa: F401 (they tell what nodes mean)
from .parts import Part, made
from .rules import TEX
from .saying import sentence
from .sense import Sense

SIGNS = {"=": "equal", ":=": "equal", "\\approx": "about", "\\leftarrow": "becomes"}
Lines = tuple[Part, ...]


def meant(tex: str, sense: Sense) -> Lines:
    """The meaning of each line of a display."""
    found, ranges, drawn = displays.statements(tokenize(tex))
    if ranges or drawn:
        raise FormulaError("no words for a range or a distribution beside equations")
    return tuple(_line(tokens, sense) for tokens in found)


def _line(tokens: Tokens, sense: Sense) -> Part:
    *sides, line = (sense.of(parse(side)) for side in split(tokens, DEFINES))
    for sign, side in reversed([*zip(_signs(tokens), sides, strict=True)]):
        line = made(SIGNS[sign], side, line)
    return line


def _signs(tokens: Tokens) -> list[str]:
    """The signs between the sides of an equation."""
    found, depth = [], 0
    for token in tokens:
        depth += nesting(token)
        if depth == 0 and token in DEFINES:
            found.append(str(token))
    return found


def said(lines: Lines, tongue: str) -> tuple[str, ...]:
    """A sentence for each line."""
    capitals = frozenset() if tongue == TEX else _capitals(lines)
    return tuple(sentence(line, tongue, capitals) for line in lines)


def written(lines: Lines) -> str:
    """The lines as LaTeX."""
    return " \\\\ ".join(said(lines, TEX))


def _capitals(lines: Lines) -> frozenset[str]:
    """The capital letters that stand beside the same small letter."""
    names = {"e" if p.text == "euler" else p.text for line in lines for p in _all(line)}
    return frozenset(n for n in names if len(n) == 1 and n.isupper() and n.lower() in names)


def _all(part: Part) -> list[Part]:
    return [part, *(inner for outer in part.parts for inner in _all(outer))]
