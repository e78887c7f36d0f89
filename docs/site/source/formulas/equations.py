r"""The equations of a display, with the ranges and distributions that it states."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from .displays import Distribution, Range, statements
from .reader import parse
from .tokens import DEFINES, Cursor, spell, split, tokenize
from .tree import (
    Binary,
    FormulaError,
    Group,
    Item,
    Name,
    Node,
    Number,
    Power,
    SideBySide,
    Tokens,
)

FROM_ZERO = re.compile(
    r"\\(?:sum|prod|max|min)(?:\\limits)?_\{\s*(?:[\w,\s]+=\s*)?0(?![\d.])"
)

INDICES = "ijklmn"  # which are seldom part of a name, as the time t is in h_t
WORD = re.compile("(?<![A-Za-z\\\\])[a-z]{3,}")
LITERAL = re.compile(r"[\d.]+|[-+/(){}^]|\\cdot|\\times|\\d?frac|\\sqrt")


@dataclass(frozen=True)
class Equation:
    """One displayed equation; an expression alone has no left side."""

    sign: str
    left: Node | None
    rights: tuple[Node, ...]
    letters: tuple[str, ...]  # of the left side's scripts: they may be free indices
    texts: tuple[str, ...]  # of all sides
    literal: tuple[bool, ...]  # which of them have no names
    lost: tuple[str, ...] = ()  # indices of the left side that are not on the right

    @property
    def name(self) -> Name | None:
        r"""The name that the left side may define, also by its square: \sigma^2."""
        match self.left:
            case Name() as name:
                return name
            case Power(Name() as name, Number()):
                return name
            case Power(Name() as name, _, mark):
                return replace(name, mark=mark, marked=spell(mark))
            case SideBySide(factors) if all(map(_is_letter, factors)):
                return Name("".join(f.base for f in factors if isinstance(f, Name)))
        return None

    @property
    def label(self) -> Name | None:
        r"""The name in a left side that cannot be computed: f(x), \Delta w, \chi^2(x)."""
        match self.left:
            case SideBySide((Name() as name, Group() | Item())):
                return name
            case SideBySide((Group((Binary("*", Name() as name, _),)), Group())):
                return Name(f"{name.full}_star")
            case SideBySide((Power(Name() as name, Number(exponent)), Group())):
                return Name(f"{name.base}{exponent:g}")
            case SideBySide((Name("Delta"), Name(base, label, subscript))):
                return Name(f"Delta_{base}", label, subscript)
            case SideBySide((Name() as name, Name() as argument)):
                return Name(
                    f"{name.full}_{argument.base}", argument.label, argument.subscript
                )
        return None


def _is_letter(node: Node) -> bool:
    return isinstance(node, Name) and len(node.full) == 1


@dataclass(frozen=True)
class Display:
    """The equations of a formula, its ranges of indices, and its random names."""

    equations: tuple[Equation, ...]
    ranges: Mapping[str, Range]
    drawn: tuple[Distribution, ...]


@lru_cache(maxsize=4096)
def read(tex: str) -> Display:
    """The statements of a formula."""
    parts, ranges, drawn = statements(tokenize(tex))
    found = tuple(_equation(tokens, tex) for tokens in parts)
    if not found:
        raise FormulaError("the formula is empty")
    if any(equation.left is None for equation in found[1:]):
        raise FormulaError("expected an equation on each line, found an expression alone")
    return Display(found, {stated.index: stated for stated in ranges}, tuple(drawn))


def _equation(tokens: Tokens, tex: str) -> Equation:
    sides = split(tokens, DEFINES)
    if not all(sides):
        raise FormulaError(f"one side is empty in {' '.join(tokens)}")
    texts = tuple(tex[side[0].start : side[-1].end] for side in sides)
    literal = tuple(all(LITERAL.fullmatch(token) for token in side) for side in sides)
    if len(sides) == 1:
        return Equation("", None, (parse(sides[0]),), (), texts, literal)
    left, *rights = sides
    sign, letters = str(tokens[len(left)]), _letters(left)
    said = {token for side in rights for token in side}
    lost = tuple(i for i in letters if i in INDICES and i not in said)
    trees = parse(left), tuple(map(parse, rights))
    return Equation(sign, *trees, letters, texts, literal, lost)


def _letters(tokens: Tokens) -> tuple[str, ...]:
    """The letters in scripts and in the brackets of f(x), and words such as pos."""
    letters = []
    for place, token in enumerate(tokens):
        if token in {"_", "^"}:
            script = Cursor(tokens[place + 1 :]).argument()
        elif token == "(" and place:
            script = Cursor(tokens[place + 1 :]).until_closed()
        else:
            continue
        letters += WORD.findall(" ".join(script).replace(" ", ""))
        letters += [str(t) for t in script if re.fullmatch("[A-Za-z]", t)]
    return tuple(dict.fromkeys(letters))


def first_number(tex: str) -> int:
    """The number that a formula counts from: 0 if one of its sums begins there."""
    return 0 if FROM_ZERO.search(tex) else 1
