r"""Sums, products and extrema, and the numbers that their indices run over."""

from collections.abc import Callable, Iterator
from functools import reduce
from itertools import product

import numpy as np

from . import arrays, operations, tree
from .compute import computes, value
from .scope import Index, Scope
from .tree import FormulaError, Node, UnknownNameError, Value

REDUCTION: dict[str, Callable[..., Value]] = {
    "\\sum": np.sum,
    "\\prod": operations.product_of,
    "\\max": np.max,
    "\\min": np.min,
    "\\argmax": np.argmax,
    "\\argmin": np.argmin,
}
MOST = 5000  # terms of a sum


@computes(tree.Big)
def _big(node: tree.Big, scope: Scope) -> Value:
    indices = _indices(node.limits, scope)
    rows = list(_rows(node, indices, scope))
    if len(rows) > MOST:
        raise FormulaError(f"a sum of {len(rows)} terms takes too long: state small sizes")
    terms = [value(node.body, scope.running(row)) for row in rows]
    if not terms and node.operator not in {"\\sum", "\\prod"}:
        raise FormulaError(f"{node.operator} of nothing")
    if node.operator.startswith("\\arg"):
        place = REDUCTION[node.operator](np.array(terms), axis=0)
        return rows[int(place)][indices[0]] if np.ndim(place) == 0 else place + scope.origin
    return REDUCTION[node.operator](np.array(terms), axis=0)


def _indices(limits: tree.Limits, scope: Scope) -> tuple[str, ...]:
    """The indices; in i < j also j, unless it has a value or is on the left."""
    more = (n for n in limits.perhaps if n not in scope.values and n not in scope.letters)
    return (*limits.indices, *more)


def _rows(
    node: tree.Big, indices: tuple[str, ...], scope: Scope
) -> Iterator[dict[str, Value]]:
    """The values of the indices for each term."""
    condition, found = node.limits.condition, []
    for numbers in _numbers(node, indices, scope):
        row = dict(zip(indices, numbers, strict=True))
        holds = condition is None or value(condition, scope.running(row))
        if condition is not None:
            scope.branches.note(node, a_condition_holds=holds, a_condition_fails=not holds)
        if holds:
            found.append(row)
    yield from found


def _numbers(
    node: tree.Big, indices: tuple[str, ...], scope: Scope
) -> Iterator[tuple[Value, ...]]:
    limits = node.limits
    if limits.members is not None:
        members = _members(limits.members, scope)
        if limits.together:
            yield from (tuple(row) for row in members)
            return
        yield from product(*[members] * len(indices))
        return
    yield from product(*_spans(node, indices, scope))


def _members(node: Node, scope: Scope) -> Value:
    r"""The members of a set: \{1, \dots, C\}, \{0, 1\}^n or an array."""
    match node:
        case tree.Group(entries, "\\{"):
            return listed(entries, scope)
        case tree.Power(tree.Group(entries, "\\{"), exponent):
            length = int(value(exponent, scope))
            members = listed(entries, scope)
            if len(members) ** length > MOST:
                raise FormulaError("a sum over too many vectors: state small sizes")
            return [np.array(row) for row in product(members, repeat=length)]
    return np.asarray(value(node, scope))


def listed(entries: tuple[Node, ...], scope: Scope) -> list[Value]:
    """The values in a list, those that dots stand for included."""
    found: list[Value] = []
    for entry in entries:
        if isinstance(entry, tree.Series):
            found += series(entry, scope)
        else:
            found.append(value(entry, scope))
    return found


def series(node: tree.Series, scope: Scope) -> list[Value]:
    r"""The terms of x_1, x_2, \dots, x_n."""
    first, last = (int(value(end, scope)) for end in (node.first, node.last))
    step = 1 if first <= last else -1
    terms = [
        value(node.body, scope.running({"…": number}))
        for number in range(first, last + step, step)
    ]
    for shown, term in zip(node.shown, terms[1:], strict=False):
        if not np.allclose(value(shown, scope), term):
            raise FormulaError("the terms before the dots do not go on as written")
    return terms


@computes(tree.Total)
def _total(node: tree.Total, scope: Scope) -> Value:
    assert isinstance(node.terms, tree.Series)
    terms = series(node.terms, scope)
    return reduce(arrays.beside, terms) if node.product else np.sum(np.array(terms), axis=0)


def _spans(node: tree.Big, indices: tuple[str, ...], scope: Scope) -> list[Value]:
    limits = node.limits
    first = scope.origin if limits.low is None else int(value(limits.low, scope))
    if limits.high is not None:
        last = int(value(limits.high, scope))
        falls = isinstance(limits.high, tree.Number) and first >= last
        down = falls and (first > last or not isinstance(limits.low, tree.Number))
        step = -1 if node.operator == "\\prod" and (down or first > last + 1) else 1
        return [range(first, last + step, step)] * len(indices)
    binary = [name for name in indices if name in scope.values.get("{0,1}", ())]
    if len(binary) == len(indices):
        lengths = [np.size(scope.values[name]) for name in indices]
        if 2 ** sum(lengths) > MOST:
            raise FormulaError("a sum over too many vectors: state small sizes")
        return [[np.array(row) for row in product((0.0, 1.0), repeat=n)] for n in lengths]
    return _learned(node, {name: Index(first) for name in indices}, scope)


def _learned(node: tree.Big, trial: dict[str, Index], scope: Scope) -> list[Value]:
    """The spans of indices without limits: the axes that they are written on."""
    try:
        value(node.body, scope.running(trial))
    except UnknownNameError:
        raise
    except FormulaError:  # x_{i-1} has no value at i = 1, but a condition may exclude it
        if not all(index.lengths for index in trial.values()):
            raise
    if node.limits.condition is not None:
        value(node.limits.condition, scope.running(trial))
    return [index.range(name) for name, index in trial.items()]
