r"""Cases and matrices between \begin and \end, and indicators with a condition."""

from collections.abc import Callable

from . import tree
from .tokens import BREAKS, Cursor, split, strip_punctuation
from .tree import FormulaError, Node, Token, Tokens
from .words import condition, without_if

MATRICES = {"\\begin{bmatrix}", "\\begin{pmatrix}", "\\begin{matrix}", "\\begin{array}"}
Parse = Callable[[Tokens], Node]


def read(cursor: Cursor, begin: Token, parse: Parse) -> Node:
    """Cases or a matrix, whose beginning was just read."""
    if begin != "\\begin{cases}" and begin not in MATRICES:
        raise FormulaError(f"cannot read {begin}")
    if begin == "\\begin{array}":
        cursor.argument()  # how the columns are set
    rows = [split(row, "&") for row in split(cursor.until_closed(), {"\\\\"}) if row]
    if begin in MATRICES:
        return tree.Matrix(tuple(tuple(map(parse, row)) for row in rows))
    return _cases(rows, parse)


def _cases(rows: list[list[Tokens]], parse: Parse) -> Node:
    rows = [without_if(row[0]) if len(row) == 1 else row for row in rows]
    if any(len(row) not in {1, 2} for row in rows):
        raise FormulaError("expected a value, & and its condition on each line of cases")
    cells = [
        (_value(row[0], parse), condition(row[1], parse) if row[1:] else None)
        for row in rows
    ]
    if any(stated is None for _, stated in cells[:-1]):
        raise FormulaError("only the last case may stand without a condition")
    return tree.Cases(tuple(cells))


def _value(cell: Tokens, parse: Parse) -> Node:
    return parse(strip_punctuation(tuple(t for t in cell if t not in BREAKS)))


def indicator(cursor: Cursor, parse: Parse) -> Node:
    """An indicator with its condition, or a vector of ones."""
    if cursor.took("_"):
        stated = cursor.argument()
        if stated[:1] in {("[",), ("\\{",), ("(",)}:
            stated = stated[1:-1]
    elif cursor.at({"(", "[", "\\{"}):
        cursor.next()
        stated = cursor.until_closed()
    else:
        return tree.Name("ones")
    node = condition(stated, parse)
    if node is None:
        raise FormulaError("expected a condition in the brackets of an indicator")
    return tree.Indicator(node)
