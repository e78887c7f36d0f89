r"""Dots: x_1 + \cdots + x_n, and lists such as d_1, \dots, d_n.

The general term is that in which the first and the last term agree; where they differ, the
first has a number and the last the end of the range.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from . import tree
from .tree import FormulaError, Node, Token, Tokens

Parse = Callable[[Tokens], Node]
HOLE = "…"  # the name of the number that runs


def series(terms: list[Node], parse: Parse) -> Node:
    """The terms a_1, (a_2,) dots, a_n as one node."""
    place = terms.index(tree.DOTS)
    known, last = terms[:place], terms[place + 1 :]
    if not 1 <= len(known) <= 3 or len(last) != 1:
        raise FormulaError("write dots as x_1, x_2, \\dots, x_n or x_1, \\dots, x_n")
    filler = _Filler(parse)
    body = filler.merged(known[0], last[0])
    if filler.ends is None:
        raise FormulaError("the terms before and after the dots are the same")
    return tree.Series(body, *filler.ends, tuple(known[1:]))


def without(
    terms: list[Node], signs: list[str], parse: Parse
) -> tuple[list[Node], list[str]]:
    """Terms and the signs before them with one series less; all of its signs are +."""
    place = terms.index(tree.DOTS)
    first = next((n for n in range(place, 0, -1) if signs[n] == "-"), 0)
    if signs[place : place + 2] != ["+", "+"] or signs[first] == "-":
        raise FormulaError("write dots between two +")
    first += _first_alike(terms[first:place], terms[place + 1], parse)
    total = tree.Total(series(terms[first : place + 2], parse))
    return (
        [*terms[:first], total, *terms[place + 2 :]],
        [*signs[: first + 1], *signs[place + 2 :]],
    )


def multiplied(factors: list[Node], last: Node, parse: Parse) -> list[Node]:
    r"""Factors with those that dots stand for: x_1 x_2 \cdots x_n."""
    first = _first_alike(factors, last, parse)
    terms = series([*factors[first:], tree.DOTS, last], parse)
    return [*factors[:first], tree.Total(terms, product=True)]


def _first_alike(nodes: list[Node], last: Node, parse: Parse) -> int:
    """The number of the first node that begins the series which ends with the last."""
    for number, node in enumerate(nodes):
        if _alike(node, last, parse):
            return number
    raise FormulaError("the terms before and after the dots are not alike")


def _alike(a: Node, b: Node, parse: Parse) -> bool:
    """Whether two terms may be of one series."""
    try:
        series([a, tree.DOTS, b], parse)
    except FormulaError:
        return False
    return True


class _Filler:
    """The general term of two nodes, and the ends of the number in which they differ."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.ends: tuple[Node, Node] | None = None

    def merged(self, a: Any, b: Any) -> Any:
        """The common form of two parts of nodes."""
        if a == b:
            return a
        if isinstance(a, tree.Number) or isinstance(b, tree.Number):
            return self._hole(a, b)
        if type(a) is not type(b):
            raise FormulaError("the terms before and after the dots are not alike")
        if isinstance(a, tree.Name):
            return self._name(a, b)
        if isinstance(a, tuple):
            if len(a) != len(b):
                raise FormulaError("the terms before and after the dots are not alike")
            return tuple(map(self.merged, a, b))
        if isinstance(a, Node):
            names = [field.name for field in fields(a) if field.compare]
            return replace(
                a, **{n: self.merged(getattr(a, n), getattr(b, n)) for n in names}
            )
        raise FormulaError("the terms before and after the dots are not alike")

    def _hole(self, a: Node, b: Node) -> Node:
        if self.ends not in (None, (a, b)):
            raise FormulaError("the terms before and after the dots differ in two ways")
        self.ends = a, b
        return tree.Name(HOLE)

    def _name(self, a: tree.Name, b: tree.Name) -> tree.Name:
        """x_1 and x_n: their subscripts or superscripts differ."""
        if a.base != b.base:
            raise FormulaError(f"{a.base} and {b.base} stand before and after the dots")
        found: dict[str, Any] = {}
        for script in ("subscript", "mark"):
            one, other = getattr(a, script), getattr(b, script)
            if one != other:
                self._hole(self.parse(one), self.parse(other))
                found[script] = (Token(HOLE),)
        label = HOLE if "subscript" in found else a.label
        marked = HOLE if "mark" in found else a.marked
        return replace(a, label=label, marked=marked, **found)
