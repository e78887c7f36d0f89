"""The value of a tree, given values for its names."""

import operator
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache, reduce
from itertools import pairwise, product
from typing import TypeVar

import numpy as np

from . import arrays, tree
from .arrays import Extremum, alike, beside, entrywise
from .reader import parse
from .scope import Index, Scope
from .tokens import spell, split
from .tree import FormulaError, Node, Tokens, UnknownNameError, Value

BINARY = {
    "+": entrywise(np.add),
    "-": entrywise(np.subtract),
    "/": entrywise(np.divide),
    "\\odot": arrays.hadamard,
    "\\circ": arrays.hadamard,
    "\\cdot": arrays.dot,
    "\\times": arrays.number_times,
    "\\bmod": entrywise(np.mod),
    "*": arrays.number_times,
}
Factors = tuple[Node, ...]
Compute = TypeVar("Compute", bound=Callable[..., Value])

RELATION = {
    "=": operator.eq,
    "\\ne": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "\\le": operator.le,
    "\\ge": operator.ge,
}
REDUCTION: dict[str, Callable[..., Value]] = {
    "\\sum": np.sum,
    "\\prod": arrays.product_of,
    "\\max": np.max,
    "\\min": np.min,
    "\\argmax": np.argmax,
    "\\argmin": np.argmin,
}
WRAPPED = {"|": np.abs, "\\lvert": np.abs, "\\lfloor": np.floor, "\\lceil": np.ceil}


COMPUTE: dict[type[Node], Callable[..., Value]] = {}


def computes(kind: type[Node]) -> Callable[[Compute], Compute]:
    """The decorator of the function that computes this kind of node."""

    def register(function: Compute) -> Compute:
        COMPUTE[kind] = function
        return function

    return register


def value(node: Node, scope: Scope) -> Value:
    """The value of a node: a number, an array or a function."""
    return COMPUTE[type(node)](node, scope)


@computes(tree.Number)
def _number(node: tree.Number, scope: Scope) -> Value:
    return node.value


@computes(tree.Name)
def _name(node: tree.Name, scope: Scope) -> Value:
    found = scope.get(node.full)
    if found is not None:
        return item(found, node.subscript, scope) if scope.indexes(node, found) else found
    base = scope.get(node.base)
    if node.subscript and not np.ndim(base) and scope.has_two_meanings(node.base):
        base = scope.family(node.base)
    if node.subscript and np.ndim(base):
        return item(base, node.subscript, scope)
    if node.subscript and node.base == "delta" and base is None:
        return _kronecker(node, scope)
    function = scope.get(node.base.removesuffix("_prime"))
    if node.base.endswith("_prime") and callable(function):
        return arrays.derivative(function)
    raise UnknownNameError(node.full)


def _kronecker(node: tree.Name, scope: Scope) -> float:
    indices = _numbers(node.subscript, 2, scope)
    if len(indices) != 2:
        raise UnknownNameError(node.full)
    return float(indices[0] == indices[1])


@computes(tree.Item)
def _item(node: tree.Item, scope: Scope) -> Value:
    return item(np.asarray(value(node.inner, scope)), node.subscript, scope)


def item(array: Value, subscript: Tokens, scope: Scope) -> Value:
    """The entry or row of an array; indices that are still learning learn its lengths."""
    numbers = _numbers(subscript, array.ndim, scope)
    if len(numbers) > array.ndim:
        raise FormulaError(f"{len(numbers)} indices on an array of shape {array.shape}")
    for number, length in zip(numbers, array.shape, strict=False):
        if isinstance(number, Index):
            number.lengths.add(length)
        elif number != int(number) or not 0 <= number - scope.origin < length:
            raise FormulaError(f"index {number:g} outside of an axis of length {length}")
    return array[tuple(int(number) - scope.origin for number in numbers)]


def _numbers(subscript: Tokens, axes: int, scope: Scope) -> list[Value]:
    return [value(place, scope) for place in _places(subscript, axes)]


@lru_cache(maxsize=4096)
def _places(subscript: Tokens, axes: int) -> tuple[Node, ...]:
    """The indices in a subscript: two in w_{ij} on two axes, but one (a product) on one."""
    places = tuple(parse(part) for part in split(subscript, {","}))
    if len(subscript) == 1 and subscript[0].isdigit() and len(subscript[0]) == axes:
        return tuple(tree.Number(float(digit)) for digit in subscript[0])  # a_{12}
    if len(places) == 1 and isinstance(places[0], tree.SideBySide):
        factors = places[0].factors
        places = factors if len(factors) == axes else places
    return places


@computes(tree.Group)
def _group(node: tree.Group, scope: Scope) -> Value:
    if len(node.entries) > 1:
        raise FormulaError(f"{len(node.entries)} entries in brackets, but no function")
    return value(node.entries[0], scope)


@computes(tree.Matrix)
def _matrix(node: tree.Matrix, scope: Scope) -> Value:
    return np.array(
        [[arrays.plain(value(entry, scope)) for entry in row] for row in node.rows]
    )


@computes(tree.Wrapped)
def _wrapped(node: tree.Wrapped, scope: Scope) -> Value:
    return WRAPPED[node.opener](value(node.inner, scope))


@computes(tree.Norm)
def _norm(node: tree.Norm, scope: Scope) -> Value:
    order = {"": 2, "F": "F", "infty": np.inf}.get(spell(node.order))
    if order is None:
        order = value(parse(node.order), scope)
    return arrays.norm(value(node.inner, scope), order)


@computes(tree.Inner)
def _inner(node: tree.Inner, scope: Scope) -> Value:
    return arrays.dot(value(node.left, scope), value(node.right, scope))


@computes(tree.Negative)
def _negative(node: tree.Negative, scope: Scope) -> Value:
    return BINARY["-"](0.0, value(node.inner, scope))


@computes(tree.Transpose)
def _transpose(node: tree.Transpose, scope: Scope) -> Value:
    inner = np.asarray(value(node.inner, scope))
    if inner.ndim == 0:  # \gamma^T
        return arrays.power(inner, value(tree.Name("T"), scope))
    return arrays.transpose(inner)


@computes(tree.Power)
def _power(node: tree.Power, scope: Scope) -> Value:
    match node.inner:
        case tree.Name(base, _, subscript) if (
            subscript and scope.get(node.inner.full) is None
        ):
            matrix, exponent = scope.get(base), value(node.exponent, scope)
            places = len(_places(subscript, np.ndim(matrix)))
            if np.ndim(matrix) == places == 2 and np.ndim(exponent) == 0 > exponent:
                return _inverse_entry(node.inner, exponent, scope)
    return arrays.power(value(node.inner, scope), value(node.exponent, scope))


def _inverse_entry(name: tree.Name, exponent: Value, scope: Scope) -> Value:
    r"""The entry (A^{-1})_{ij} that A^{-1}_{ij} means of a matrix with a capital letter."""
    if not name.base[0].isupper():
        raise FormulaError(
            f"{name.base}^{{-1}} with indices: write 1/{name.base} or the inverse's entry"
            f" as ({name.base}^{{-1}})_{{ij}}"
        )
    return item(arrays.power(scope.get(name.base), exponent), name.subscript, scope)


@computes(tree.Binary)
def _binary(node: tree.Binary, scope: Scope) -> Value:
    return BINARY[node.operator](value(node.left, scope), value(node.right, scope))


@computes(tree.Relation)
def _relation(node: tree.Relation, scope: Scope) -> Value:
    sides = [value(side, scope) for side in node.sides]
    compared = zip(node.operators, pairwise(sides), strict=True)
    return reduce(
        np.logical_and, [RELATION[sign](*alike(a, b)) for sign, (a, b) in compared]
    )


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


@computes(tree.SideBySide)
def _side_by_side(node: tree.SideBySide, scope: Scope) -> Value:
    result, rest = _leading(node.factors, scope)
    while rest:
        factor, rest = _leading(rest, scope)
        result = beside(result, factor)
    return result


def _leading(factors: Factors, scope: Scope) -> tuple[Value, Factors]:
    """The value of the first factor, a function with its argument, and the factors left."""
    function, rest = value(factors[0], scope), factors[1:]
    if not callable(function) or not rest:
        return function, rest
    applied = _applied(function, rest[0], scope)
    if applied is not None:
        return value(applied, scope), rest[1:]
    argument, rest = _leading(rest, scope)
    if rest and not _is_function(rest[0], scope):
        raise FormulaError("where does the argument of the function end? Write brackets")
    return function(argument), rest


def _applied(function: Callable[..., Value], node: Node, scope: Scope) -> Node | None:
    """f(x), or f(x)^2, which is (f(x))^2; None for what does not begin with brackets."""
    if isinstance(node, tree.Group):
        arguments = [value(entry, scope) for entry in node.entries]
        if isinstance(function, Extremum) and len(arguments) > 1:
            scope.branches.note(node, **function.reached(arguments))
        return tree.Number(function(*arguments))
    if isinstance(node, tree.Power | tree.Item | tree.Transpose):
        applied = _applied(function, node.inner, scope)
        return applied and replace(node, inner=applied)
    return None


def _is_function(node: Node, scope: Scope) -> bool:
    return isinstance(node, tree.Name | tree.Power) and callable(value(node, scope))


@computes(tree.Big)
def _big(node: tree.Big, scope: Scope) -> Value:
    terms = [value(node.body, inner) for inner in _scopes(node, scope)]
    if not terms and node.operator not in {"\\sum", "\\prod"}:
        raise FormulaError(f"{node.operator} of nothing")
    result = REDUCTION[node.operator](np.array(terms), axis=0)
    return (
        result + _low(node.limits, scope) if node.operator.startswith("\\arg") else result
    )


def _scopes(node: tree.Big, scope: Scope) -> Iterator[Scope]:
    """The scope of each term."""
    condition = node.limits.condition
    for numbers in product(*_spans(node, scope)):
        inner = scope.running(dict(zip(node.limits.indices, numbers, strict=True)))
        holds = condition is None or value(condition, inner)
        if condition is not None:
            scope.branches.note(node, a_condition_holds=holds, a_condition_fails=not holds)
        if holds:
            yield inner


def _spans(node: tree.Big, scope: Scope) -> list[Value]:
    limits = node.limits
    if limits.members is not None:
        return [np.asarray(value(limits.members, scope))] * len(limits.indices)
    first = _low(limits, scope)
    if limits.high is not None:
        last = int(value(limits.high, scope))
        return [range(first, last + 1)] * len(limits.indices)
    trial = {name: Index(first) for name in limits.indices}
    value(node.body, scope.running(trial))
    return [index.range(name) for name, index in trial.items()]


def _low(limits: tree.Limits, scope: Scope) -> int:
    return scope.origin if limits.low is None else int(value(limits.low, scope))
