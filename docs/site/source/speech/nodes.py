"""The sense of numbers, sums, powers, norms, conditions, matrices and cases."""

from dataclasses import replace

from ..formulas import tree
from ..formulas.dots import HOLE
from ..formulas.tree import FormulaError, Node
from .parts import Part, listed, made, number, symbol
from .sense import Sense, refuse, tells

SUMS = {"+": "add", "-": "subtract"}
BINARY = {"/": "fraction", "\\odot": "entrywise", "\\circ": "entrywise"}
BINARY |= {"\\bmod": "remainder", "\\times": "times", "*": "times"}
WRAPPED = {
    "|": "absolute",
    "\\lvert": "absolute",
    "\\lfloor": "floor",
    "\\lceil": "ceiling",
}
RELATIONS = {"=": "eq", "\\ne": "ne", "<": "lt", ">": "gt", "\\le": "le", "\\ge": "ge"}
BIG = {"\\sum": "sum", "\\prod": "product"}
POWERS = {tree.Number(2.0): "square", tree.Number(3.0): "cube"}
HALF = tree.Binary("/", tree.Number(1.0), tree.Number(2.0))


@tells(tree.Number)
def _number(node: tree.Number, sense: Sense) -> Part:
    return number(node.value)


@tells(tree.Group)
def _group(node: tree.Group, sense: Sense) -> Part:
    if node.opener == "\\{" or node.stacked:
        refuse(node)
    entries = [sense.of(entry) for entry in node.entries]
    if len(entries) > 1:
        return made("vector", listed("list", entries))
    truth = isinstance(node.entries[0], tree.Relation)  # Iverson's bracket
    return made("indicator" if truth else "bracket", entries[0])


@tells(tree.Negative)
def _negative(node: tree.Negative, sense: Sense) -> Part:
    return made("negative", sense.of(node.inner))


@tells(tree.Transpose)
def _transpose(node: tree.Transpose, sense: Sense) -> Part:
    return made("transpose", sense.of(node.inner))


@tells(tree.Power)
def _power(node: tree.Power, sense: Sense) -> Part:
    if node.exponent == HALF and not node.mark:
        return made("root", sense.of(node.inner))
    return raised(sense.of(node.inner), node.exponent, sense)


def raised(part: Part, exponent: Node, sense: Sense) -> Part:
    """A part to the power of an exponent."""
    if exponent in POWERS:
        return made(POWERS[exponent], part)
    return made("power", part, sense.of(exponent))


@tells(tree.Binary)
def _binary(node: tree.Binary, sense: Sense) -> Part:
    a, b = sense.of(node.left), sense.of(node.right)
    if node.operator in SUMS:
        return made(SUMS[node.operator], a, b)
    if node.operator == "\\cdot":
        numbers = sense.known.is_number(node.left) or sense.known.is_number(node.right)
        return made("times", a, b) if numbers else _dot(a, b)
    return made(BINARY[node.operator], a, b) if node.operator in BINARY else refuse(node)


def _dot(a: Part, b: Part) -> Part:
    """A dot product; of 2 v with x it is twice that of v with x."""
    if a.kind == "times":
        return made("times", a.parts[0], made("dot", a.parts[1], b))
    return made("dot", a, b)


@tells(tree.Wrapped)
def _wrapped(node: tree.Wrapped, sense: Sense) -> Part:
    return made(WRAPPED[node.opener], sense.of(node.inner))


@tells(tree.Norm)
def _norm(node: tree.Norm, sense: Sense) -> Part:
    order = "".join(node.order).strip("{}\\")
    return made(f"norm{order}", sense.of(node.inner))


@tells(tree.Indicator)
def _indicator(node: tree.Indicator, sense: Sense) -> Part:
    return made("indicator", sense.of(node.condition))


@tells(tree.Relation)
def _relation(node: tree.Relation, sense: Sense) -> Part:
    kinds = [RELATIONS.get(sign, "") for sign in node.operators]
    chain = len(kinds) == 2 and {*kinds} <= {"lt", "le"}
    if not all(kinds) or not (chain or len(kinds) == 1):
        refuse(node)
    return made("".join(kinds), *map(sense.of, node.sides))


@tells(tree.Cases)
def _cases(node: tree.Cases, sense: Sense) -> Part:
    rows = []
    for value, condition in node.rows:
        parts = [sense.of(part) for part in (value, condition) if part is not None]
        rows.append(made("case" if condition else "else", *parts))
    return made("cases", listed("rows", rows))


@tells(tree.Matrix)
def _matrix(node: tree.Matrix, sense: Sense) -> Part:
    rows = [listed("list", [sense.of(entry) for entry in row]) for row in node.rows]
    return made("matrix", listed("lines", rows))


@tells(tree.Big)
def _big(node: tree.Big, sense: Sense) -> Part:
    kind = BIG.get(node.operator, node.operator.lstrip("\\"))
    limits, body = _limits(node.limits, sense), sense.of(node.body)
    if not kind.startswith("arg"):
        return made(kind, limits, body)
    return made(kind, *limits.parts, body) if limits.kind == "every" else refuse(node)


def _limits(limits: tree.Limits, sense: Sense) -> Part:
    if limits.perhaps or limits.together:
        raise FormulaError("no words for an index without limits of its own")
    index = listed("both", [symbol(name) for name in limits.indices])
    if limits.members is not None:
        return made("within", index, sense.of(limits.members))
    condition = [] if limits.condition is None else [sense.of(limits.condition)]
    if limits.low is None or limits.high is None:
        return made("where" if condition else "every", index, *condition)
    ends = sense.of(limits.low), sense.of(limits.high)
    return made("fromwhere" if condition else "from", index, *ends, *condition)


@tells(tree.Total)
def _total(node: tree.Total, sense: Sense) -> Part:
    series = node.terms
    if node.product or not isinstance(series, tree.Series) or series.shown:
        refuse(node)
    ends = (_filled(series.body, end) for end in (series.first, series.last))
    return made("dots", *map(sense.of, ends))


def _filled(node: Node, end: Node) -> Node:
    """The term of a series at one of its ends."""
    if node == tree.Name(HOLE):
        return end
    if isinstance(node, tree.SideBySide):
        return replace(node, factors=tuple(_filled(part, end) for part in node.factors))
    return node
