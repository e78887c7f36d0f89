r"""A display as statements: equations, ranges of indices, and random names.

a = b, \quad i = 1, \dots, n, \quad \text{where } \varepsilon \sim \mathcal{N}(0, 1)
"""

import re
from dataclasses import dataclass

from .reader import parse
from .tokens import BREAKS, DEFINES, Cursor, nesting, split, strip_punctuation
from .tree import FormulaError, Node, Token, Tokens

LINKS = {"where", "with", "and", "여기서", "단", "그리고", "for", "all", "forall", "in"}
LETTER = re.compile("[a-zA-Z]")
QUANTIFIERS = {"\\forall", '"for', '"for_all', '"for_every', '"모든'}


@dataclass(frozen=True)
class Range:
    r"""i = 1, \dots, n: where an index of the left side runs."""

    index: str
    first: Node
    last: Node | None  # without one, it is learned as ever


@dataclass(frozen=True)
class Distribution:
    r"""\varepsilon \sim \mathcal{N}(0, 1)."""

    name: Tokens
    family: str
    arguments: tuple[Node, ...]


def statements(tokens: Tokens) -> tuple[list[Tokens], list[Range], list[Distribution]]:
    """The tokens of each equation without alignment, the ranges and the distributions."""
    found: list[Tokens] = []
    ranges: list[Range] = []
    drawn: list[Distribution] = []
    for part in _parts(_unwrapped(tokens)):
        for piece in _pieces(part):
            if "\\sim" in piece and _outside(piece, "\\sim"):
                drawn.append(_distribution(piece))
            elif (stated := _range(piece)) is not None:
                ranges.extend(stated)
            else:
                found.append(piece)
    return found, ranges, drawn


def _outside(tokens: Tokens, sign: str) -> bool:
    return len(split(tokens, {sign})) > 1


def _unwrapped(tokens: Tokens) -> Tokens:
    r"""The tokens within \boxed{…}, and of \begin{cases} that holds equations."""
    for opener, closer in ("{", "}"), ("\\begin{cases}", "\\end{cases}"):
        if tokens[:1] == (opener,) and tokens[-1:] == (closer,):
            inner = Cursor(tokens[1:])
            body = inner.until_closed()
            if not inner.tokens:
                return body
    return tokens


def _parts(tokens: Tokens) -> list[Tokens]:
    """The rows, and their parts between wide spaces.

    A row that begins with a sign of equality goes on with the row above.
    """
    rows: list[Tokens] = []
    for row in (_unaligned(row) for row in split(tokens, {"\\\\"})):
        if rows and row and row[0] in DEFINES:
            rows[-1] = strip_punctuation(rows[-1]) + row
        else:
            rows.append(row)
    found = (strip_punctuation(part) for row in rows for part in split(row, BREAKS))
    return [part for part in found if part]


def _unaligned(row: Tokens) -> Tokens:
    return tuple(token for part in split(row, "&") for token in part)


def _pieces(part: Tokens) -> list[Tokens]:
    r"""The parts between linking words, and a range that follows a comma."""
    pieces: list[list[Token]] = [[]]
    depth = 0
    for number, token in enumerate(part):
        depth += nesting(token)
        quantifies = token in QUANTIFIERS
        if (
            depth == 0
            and (_links(token) or quantifies)
            and part[number - 1] not in {"_", "^"}
        ):
            pieces.append([token] if quantifies else [])
        elif depth == 0 and token in {",", ";"} and _is_statement(part[number + 1 :]):
            pieces.append([])
        else:
            pieces[-1].append(token)
    found = (strip_punctuation(tuple(piece)) for piece in pieces)
    return [piece for piece in found if piece]


def _is_statement(tokens: Tokens) -> bool:
    """Whether a range or another equation follows a comma."""
    return len(split(tokens, DEFINES)) > 1 or _range(tokens) is not None


def _links(token: Token) -> bool:
    words = set(token[1:].lower().split("_")) if token.startswith('"') else set()
    return bool(words) and words <= LINKS and token not in QUANTIFIERS


def _range(tokens: Tokens) -> list[Range] | None:
    r"""The ranges i, j = 1, \dots, n or t \ge 1 or \forall i; None for something else."""
    quantified = bool(tokens) and tokens[0] in QUANTIFIERS
    body = tokens[1:] if quantified else tokens
    for sign in ("=", "\\in", "\\ge"):
        sides = split(body, {sign})
        if len(sides) == 2 and _indices(sides[0]):
            limits = _limits(sides[1], sign, quantified)
            if limits is not None:
                return [Range(str(i), *limits) for i in _indices(sides[0])]
    if quantified and _indices(body):
        return []
    if quantified:
        raise FormulaError(f"cannot read the range {' '.join(tokens)}: write it as cases")
    return None


def _indices(tokens: Tokens) -> list[Token]:
    parts = split(tokens, {","})
    letters = all(len(part) == 1 and LETTER.fullmatch(part[0]) for part in parts)
    return [part[0] for part in parts] if letters else []


def _limits(tokens: Tokens, sign: str, quantified: bool) -> tuple[Node, Node | None] | None:
    if sign == "\\in" and tokens[:1] == ("\\{",) and tokens[-1:] == ("\\}",):
        tokens = tokens[1:-1]
    parts = split(tokens, {","})
    if ("\\dots",) in parts:
        ends = [part for part in parts if part != ("\\dots",)]
        if parts[-1] == ("\\dots",):
            return parse(ends[0]), None
        return parse(ends[0]), parse(ends[-1])
    if sign == "\\ge" and tokens[0][0].isdigit():
        return parse(tokens), None
    return None


def _distribution(tokens: Tokens) -> Distribution:
    name, drawn = split(tokens, {"\\sim"})
    cursor = Cursor(drawn)
    head = cursor.next()
    family = "".join(cursor.argument()) if head == "\\mathcal" else head.lstrip('\\"')
    if not cursor.took("("):
        raise FormulaError(f"cannot read the distribution {' '.join(drawn)}")
    arguments = tuple(parse(part) for part in split(cursor.until_closed(), {",", ";"}))
    if cursor.tokens:
        raise FormulaError(f"cannot read on from {cursor.ahead()}")
    return Distribution(name, family, arguments)
