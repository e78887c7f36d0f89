"""The sense of what stands side by side: factors, functions with arguments, indices."""

from ..formulas import tree
from ..formulas.editor import NAME
from ..formulas.reader import parse
from ..formulas.tokens import split
from ..formulas.tree import Node, Tokens
from .nodes import raised
from .parts import Part, listed, made, number
from .sense import APPLY, COMMA, TIMES, Sense, refuse, tells

# Functions of several arguments, and those whose words say more than that they are called.
CALLED = {
    ("max", 2): "larger",
    ("min", 2): "smaller",
    ("max", 3): "largest",
    ("min", 3): "smallest",
    ("binom", 2): "choose",
    ("expectation", 1): "mean",
    ("Var", 1): "variance",
}


@tells(tree.SideBySide)
def _side_by_side(node: tree.SideBySide, sense: Sense) -> Part:
    found, place = _leading(node, 0, sense)
    while place < len(node.factors):
        sense.mark(node, place - 1, TIMES)
        factor, place = _leading(node, place, sense)
        found = made("times", found, factor)
    return found


@tells(tree.Item)
def _item(node: tree.Item, sense: Sense) -> Part:
    return made("item", sense.of(node.inner), indices(node.subscript, sense))


def _leading(node: tree.SideBySide, place: int, sense: Sense) -> tuple[Part, int]:
    """The factor at a place, with its argument if it is a function, and the next place."""
    head, following = node.factors[place], place + 1
    if following == len(node.factors) or not sense.known.applies(head):
        return sense.of(head), following
    function = head.inner if isinstance(head, tree.Power) else head
    assert isinstance(function, tree.Name)
    if NAME.fullmatch("".join(function.written[:1])):  # math-core marks words itself
        sense.mark(node, place, APPLY)
    found = _applied(function, node.factors[following], sense)
    following += 1
    if found is None:
        argument, following = _leading(node, following - 1, sense)
        found = called(function, [argument], sense)
    if isinstance(head, tree.Power):  # f^2(x) is f(x)^2
        found = raised(found, head.exponent, sense)
    return found, following


def _applied(function: tree.Name, node: Node, sense: Sense) -> Part | None:
    """f(x), or f(x)^2, which is (f(x))^2; None for what does not begin with brackets."""
    if isinstance(node, tree.Group):
        return called(function, [sense.of(entry) for entry in node.entries], sense)
    if not isinstance(node, tree.Power | tree.Transpose | tree.Item):
        return None
    inner = _applied(function, node.inner, sense)
    if inner is None:
        return None
    if isinstance(node, tree.Power):
        return raised(inner, node.exponent, sense)
    if isinstance(node, tree.Item):
        return made("item", inner, indices(node.subscript, sense))
    return made("transpose", inner)


def called(function: tree.Name, arguments: list[Part], sense: Sense) -> Part:
    """A function with its arguments."""
    if kind := CALLED.get((function.full, len(arguments))):
        return made(kind, *arguments)
    return made("apply", sense.of(function), listed("list", arguments))


def indices(subscript: Tokens, sense: Sense) -> Part:
    """The indices of a subscript: two in w_{ij}, but one in x_{2i} and x_{si+m}."""
    found: list[Part] = []
    for part in split(subscript, {","}):
        found += _indices(parse(part), sense)
    return listed("list", found)


def _indices(node: Node, sense: Sense) -> list[Part]:
    match node:
        case tree.Number(value):
            return [number(float(digit)) for digit in f"{value:.0f}"]
        case tree.SideBySide((tree.Number(), tree.Name(), *_)):
            return [sense.of(node)]
        case tree.SideBySide(factors):
            for place in range(len(factors) - 1):
                sense.mark(node, place, COMMA)
            return [part for factor in factors for part in _indices(factor, sense)]
        case tree.Slice():
            refuse(node)
    return [sense.of(node)]
