"""Neighbours: factors, a function with its argument, an array with its indices."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from . import arrays, means, operations, tree
from .arrays import beside
from .compute import computes, value
from .names import entry, runs
from .scope import Scope
from .sums import listed
from .tree import FormulaError, Node, Value

Factors = tuple[Node, ...]


class ArgumentsError(FormulaError):
    """A function with more or fewer arguments than it takes."""


class Defined:
    """A function that a display defines, such as K(x, z)."""

    def __init__(self, parameters: tuple[str, ...], body: Node, scope: Scope) -> None:
        self.parameters, self.body, self.scope = parameters, body, scope

    def __call__(self, *arguments: Value) -> Value:
        """The value for these arguments."""
        return self.at(arguments, self.scope)

    def at(self, arguments: Sequence[Value], scope: Scope) -> Value:
        """The value for these arguments, with the indices that run where it is called."""
        if len(arguments) != len(self.parameters):
            raise ArgumentsError(f"expected {len(self.parameters)} arguments of a function")
        named = dict(zip(self.parameters, arguments, strict=True))
        inner = scope.holding(named)
        whole = {name for name, number in named.items() if isinstance(number, int)}
        inner.indices = inner.indices.union(
            whole
        )  # so that L(t) reads \ell_i(t) as entries
        return value(self.body, inner)


@computes(tree.SideBySide)
def _side_by_side(node: tree.SideBySide, scope: Scope) -> Value:
    factors = worded(node.factors, scope) if node.letters else node.factors
    result, rest = _leading(factors, scope)
    while rest:
        factor, rest = _leading(rest, scope)
        result = beside(result, factor)
    return result


def worded(factors: Factors, scope: Scope) -> Factors:
    """The factors with letters side by side as one name where only that has a value: TP."""
    found: list[Node] = []
    place = 0
    while place < len(factors):
        word = next(
            filter(
                None,
                (
                    _word(factors[place:last], scope)
                    for last in range(len(factors), place + 1, -1)
                ),
            ),
            None,
        )
        found.append(tree.Name(word) if word else factors[place])
        place += len(word) if word else 1
    return tuple(found)


def _word(factors: Factors, scope: Scope) -> str | None:
    letters = [f.base for f in factors if isinstance(f, tree.Name) and f.base == f.full]
    if len(letters) < len(factors) or any(len(letter) != 1 for letter in letters):
        return None
    word = "".join(letters)
    if word not in scope.values and word not in scope.letters:
        return None
    if all(letter in scope.values for letter in letters):
        raise FormulaError(f"{word} may be a name or a product: write \\mathrm{{{word}}}")
    return word


def _leading(factors: Factors, scope: Scope) -> tuple[Value, Factors]:
    """The value of the first factor, a function with its argument, and the factors left."""
    function, rest = value(factors[0], scope), factors[1:]
    if not rest:
        return function, rest
    if isinstance(function, arrays.Expectation):
        return means.expected(function, rest[0], scope), rest[1:]
    group = _brackets(rest[0])
    if group and np.ndim(function):
        if _counted_from_zero(group):
            return function[tuple(int(n) for n in listed(group.entries, scope))], rest[1:]
        if _indexed(group, function, scope):
            applied = _applied(_entry_of(function, group, scope), rest[0], scope)
            assert applied is not None
            return value(applied, scope), rest[1:]
    if not callable(function):
        return function, rest
    applied = _applied(function, rest[0], scope)
    if applied is not None:
        return value(applied, scope), rest[1:]
    argument, rest = _leading(rest, scope)
    if rest and not _is_function(rest[0], scope):
        raise FormulaError("where does the argument of the function end? Write brackets")
    return _called(function, [argument]), rest


def _brackets(node: Node) -> tree.Group | None:
    """The brackets that a node begins with."""
    while isinstance(node, tree.Power | tree.Item | tree.Transpose):
        node = node.inner
    return node if isinstance(node, tree.Group) else None


def _entry_of(array: Value, group: tree.Group, scope: Scope) -> Callable[..., Value]:
    """The array as a function of the indices in brackets."""
    return lambda *numbers: entry(array, group.entries, numbers, scope)


def _counted_from_zero(group: tree.Group) -> bool:
    """Whether brackets hold numbers as in Python: padding[0]."""
    numbers = all(isinstance(entry, tree.Number) for entry in group.entries)
    return numbers and group.opener == "["


def _indexed(group: tree.Group, array: Value, scope: Scope) -> bool:
    """Whether brackets after an array hold indices: I(i + 1, j)."""
    if len(group.entries) > np.ndim(array):
        return False
    if any(runs(entry, scope) for entry in group.entries):
        return True
    if len(group.entries) > 1:
        return group.opener == "(" and len(group.entries) == np.ndim(array)
    [entry] = group.entries
    if isinstance(entry, tree.Name) and np.ndim(array) == 1:
        number = scope.get(entry.full)
        if isinstance(number, int) and not isinstance(number, bool):
            raise FormulaError(
                f"{entry.full} in brackets after an array: an entry, or a product? "
                f"Write _{{{entry.full}}} or put {entry.full} first"
            )
    return False


def _applied(function: Callable[..., Value], node: Node, scope: Scope) -> Node | None:
    """f(x), or f(x)^2, which is (f(x))^2; None for what does not begin with brackets."""
    if isinstance(node, tree.Group):
        arguments = listed(node.entries, scope)
        if isinstance(function, Defined):
            return tree.Number(function.at(arguments, scope))
        written = len(arguments) == len(node.entries) > 1  # and not by dots
        if isinstance(function, operations.Extremum) and written:
            scope.branches.note(node, **function.reached(arguments))
        return tree.Number(_called(function, arguments))
    if isinstance(node, tree.Power | tree.Item | tree.Transpose):
        applied = _applied(function, node.inner, scope)
        return applied and replace(node, inner=applied)
    return None


def _called(function: Callable[..., Value], arguments: Sequence[Value]) -> Value:
    try:
        inspect.signature(function).bind(*arguments)
    except TypeError:
        count = len(arguments)
        raise ArgumentsError(f"a function cannot take {count} argument(s)") from None
    return function(*arguments)


def _is_function(node: Node, scope: Scope) -> bool:
    return isinstance(node, tree.Name | tree.Power) and callable(value(node, scope))
