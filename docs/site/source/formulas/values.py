"""The value of a tree, given values for its names."""

import operator
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from itertools import pairwise

import numpy as np

from . import arrays, lists, means, operations, products, sums, tree  # noqa: F401 (they compute nodes)
from .arrays import alike, entrywise
from .compute import computes, value
from .names import item, places_of
from .reader import parse
from .scope import Scope
from .tokens import spell
from .tree import FormulaError, UnknownNameError, Value

BINARY = {
    "+": entrywise(np.add),
    "-": entrywise(np.subtract),
    "/": entrywise(np.divide),
    "\\odot": arrays.hadamard,
    "\\circ": arrays.hadamard,
    "\\cdot": arrays.dot,
    "\\times": arrays.number_times,
    "\\bmod": entrywise(np.mod),
    "*": arrays.star,
    "\\star": operations.correlated,
    "\\otimes": operations.kronecker,
    "\\cap": operations.of_sets(np.intersect1d),
    "\\cup": operations.of_sets(np.union1d),
    "\\setminus": operations.of_sets(np.setdiff1d),
}

RELATION = {
    "=": operator.eq,
    "\\ne": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "\\le": operator.le,
    "\\ge": operator.ge,
}
MEMBER = {"\\in": np.isin, "\\notin": lambda a, b: ~np.isin(a, b)}
SETS = {"\\cap", "\\cup", "\\setminus"}


@computes(tree.Number)
def _number(node: tree.Number, scope: Scope) -> Value:
    return node.value


@computes(tree.Wrapped)
def _wrapped(node: tree.Wrapped, scope: Scope) -> Value:
    inner = arrays.plain(value(node.inner, scope))
    if node.opener == "\\lfloor":
        return np.floor(inner)
    if node.opener == "\\lceil":
        return np.ceil(inner)
    numbers = inner.dtype.kind == "i" and inner.ndim == 1 and np.min(inner, initial=1) >= 0
    if isinstance(node.inner, tree.Binary) and node.inner.operator in SETS:
        return len(inner)
    if numbers and isinstance(node.inner, tree.Name):  # |S| of a set
        return len(inner)
    if inner.ndim == 2 and isinstance(node.inner, tree.Name):
        if inner.shape[0] != inner.shape[1]:
            raise FormulaError("|A| is the determinant of a square matrix: write |a_{ij}|")
        return np.linalg.det(inner)
    return np.abs(inner)


@computes(tree.Norm)
def _norm(node: tree.Norm, scope: Scope) -> Value:
    order = {"": 2, "F": "F", "infty": np.inf}.get(spell(node.order))
    if order is None:
        order = value(parse(node.order), scope)
    return arrays.norm(value(node.inner, scope), order)


@computes(tree.Negative)
def _negative(node: tree.Negative, scope: Scope) -> Value:
    inner = value(node.inner, scope)
    if isinstance(inner, arrays.Eye):
        return arrays.Eye(-inner.scale)
    return BINARY["-"](0.0, inner)


@computes(tree.Transpose)
def _transpose(node: tree.Transpose, scope: Scope) -> Value:
    found = value(node.inner, scope)
    if isinstance(node.inner, tree.Group) and len(node.inner.entries) > 1:
        return found  # (x_1, x_2)^\top, a column set in a line
    if isinstance(found, arrays.Ones | arrays.Zero | arrays.Eye):
        return found.transposed()
    inner = arrays.plain(found)
    if inner.ndim == 0:  # \gamma^T
        return arrays.power(inner, value(tree.Name("T"), scope))
    return arrays.transpose(inner)


@computes(tree.Power)
def _power(node: tree.Power, scope: Scope) -> Value:
    match node.inner:
        case tree.Name(mark=()) as name if node.mark:
            marked = replace(name, mark=node.mark, marked=spell(node.mark))
            if _belongs(name, marked, node, scope):
                return value(marked, scope)
    match node.inner:
        case tree.Name(base, _, subscript) if (
            subscript and scope.get(node.inner.full) is None
        ):
            matrix, exponent = scope.get(base), value(node.exponent, scope)
            places = len(places_of(subscript, np.ndim(matrix)))
            if np.ndim(matrix) == places == 2 and np.ndim(exponent) == 0 > exponent:
                return _inverse_entry(node.inner, exponent, scope)
    return arrays.power(value(node.inner, scope), value(node.exponent, scope))


def _belongs(name: tree.Name, marked: tree.Name, power: tree.Power, scope: Scope) -> bool:
    """Whether W^Q is a name: it has a value, and W or Q has none."""
    label = f"_{name.label}" if name.label else ""
    spelt = {marked.stem, marked.full, f"{name.base}{label}_{marked.marked}"}
    if isinstance(power.exponent, tree.Number) or not spelt & scope.values.keys():
        return False
    if not {name.base, name.full} & scope.values.keys():
        return True
    try:
        value(power.exponent, scope)
    except UnknownNameError:
        return True
    raise FormulaError(
        f"{name.base}^{marked.marked} may be a power: write ^{{({marked.marked})}}"
    )


def _inverse_entry(name: tree.Name, exponent: Value, scope: Scope) -> Value:
    r"""The entry (A^{-1})_{ij} of a matrix with a capital letter: A^{-1}_{ij} for short."""
    if not name.base[0].isupper():
        raise FormulaError(
            f"{name.base}^{{-1}} with indices: write 1/{name.base} or the inverse's entry"
            f" as ({name.base}^{{-1}})_{{ij}}"
        )
    return item(arrays.power(scope.get(name.base), exponent), name.subscript, scope)


@computes(tree.Binary)
def _binary(node: tree.Binary, scope: Scope) -> Value:
    left = value(node.left, scope)
    if isinstance(left, arrays.Zero) and node.operator in {"\\odot", "\\cdot", "*"}:
        return left  # \delta_{T+1} \odot d_{T+1}, where d may end at T
    return BINARY[node.operator](left, value(node.right, scope))


@computes(tree.Relation)
def _relation(node: tree.Relation, scope: Scope) -> Value:
    sides = [value(side, scope) for side in node.sides]
    compared = zip(node.operators, pairwise(sides), strict=True)
    return reduce(np.logical_and, [_holds(sign, a, b) for sign, (a, b) in compared])


def _holds(sign: str, a: Value, b: Value) -> Value:
    return MEMBER[sign](a, b) if sign in MEMBER else RELATION[sign](*alike(a, b))


@computes(tree.Joined)
def _joined(node: tree.Joined, scope: Scope) -> Value:
    join = np.logical_and if node.word == "and" else np.logical_or
    return reduce(lambda a, b: join(*alike(a, b)), [value(c, scope) for c in node.claims])


@computes(tree.Indicator)
def _indicator(node: tree.Indicator, scope: Scope) -> Value:
    holds = np.asarray(value(node.condition, scope))
    scope.branches.note(node, a_condition_holds=holds, a_condition_fails=~holds)
    return np.where(holds, 1.0, 0.0)


@computes(tree.Cases)
def _cases(node: tree.Cases, scope: Scope) -> Value:
    conditions = [value(condition, scope) for _, condition in node.rows if condition]
    if len(conditions) < len(node.rows):
        conditions.append(~reduce(np.logical_or, conditions))
    if all(np.ndim(condition) == 0 for condition in conditions):
        _refuse_unless_one_holds(sum(map(int, conditions)))
        _note_cases(node, conditions, scope)
        return _holding_case(node, conditions.index(True), scope)
    results = [value(result, scope) for result, _ in node.rows]
    shape = np.broadcast_shapes(*map(np.shape, (*results, *conditions)))
    if any(np.shape(array) not in {(), shape} for array in (*results, *conditions)):
        raise FormulaError(f"the cases have shapes {list(map(np.shape, results))}")
    rows = [
        [np.broadcast_to(array, shape) for array in row] for row in (conditions, results)
    ]
    _refuse_unless_one_holds(np.sum(rows[0], axis=0))
    _note_cases(node, conditions, scope)
    return np.select(*rows)


def _note_cases(node: tree.Cases, conditions: list[Value], scope: Scope) -> None:
    holding = {f"case_{n}_holds": holds for n, holds in enumerate(conditions, 1)}
    scope.branches.note(node, **holding)


def _refuse_unless_one_holds(number: Value) -> None:
    if np.any(number != 1):
        raise FormulaError(
            "two cases hold at once" if np.any(number > 1) else "no case holds"
        )


def _holding_case(node: tree.Cases, holding: int, scope: Scope) -> Value:
    """The value of the case that holds; x_{i-p} may be undefined where i > p does not."""
    for row, (result, _) in enumerate(node.rows):
        if row != holding and scope.learns:
            with suppress(FormulaError):
                value(result, scope)
    return value(node.rows[holding][0], scope)
