r"""Names and their indices: x_i, b_j^{(2)}, W_i^Q, X_{:,j}, a_{12}, (Wx)_i, I(i + 1, j)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from . import arrays, operations, tree
from .compute import computes, value
from .reader import parse
from .scope import Index, Scope, Sequenced
from .tokens import split
from .tree import FormulaError, Node, Tokens, UnknownNameError, Value


@computes(tree.Name)
def _name(node: tree.Name, scope: Scope) -> Value:
    found = scope.get(node.full)
    if found is not None and not isinstance(found, Sequenced):
        runs = node.subscript and scope.indexes(node, found)
        return item(found, node.subscript, scope) if runs else found
    if node.mark:
        return _marked(node, scope)
    base = scope.get(node.base)
    if isinstance(base, Sequenced) and node.subscript:
        scope.used |= base.names
        [number] = _numbers(node.subscript, 1, scope)
        return base.entry(number, scope)
    if node.subscript and not np.ndim(base) and scope.has_two_meanings(node.base):
        base = scope.family(node.base)
    if node.subscript and np.ndim(base):
        return item(base, node.subscript, scope)
    return _other(node, base, scope)


def _other(node: tree.Name, base: Value, scope: Scope) -> Value:
    if isinstance(base, arrays.Expectation) and node.subscript:
        return replace(base, subscript=node.subscript)
    if node.subscript and node.base == "delta" and base is None:
        return _kronecker(node, scope)
    function = scope.get(node.base.removesuffix("_prime"))
    smooth = node.base != "ReLU_prime"
    if node.base.endswith("_prime") and callable(function) and smooth:
        return operations.derivative(function)
    if node.base.startswith("Delta_") and scope.get("Delta") is not None:
        rest = tree.Name(node.base.removeprefix("Delta_"), node.label, node.subscript)
        return arrays.beside(scope.get("Delta"), value(rest, scope))
    matrix: Value = scope.get(node.base.capitalize()) if node.base.islower() else None
    entries = node.subscript and len(node.base) == 1 and np.ndim(matrix) == 2
    if entries and len(places_of(node.subscript, 2)) == 2:  # a_{ij} of A
        return item(matrix, node.subscript, scope)
    raise UnknownNameError(node.full)


def _marked(node: tree.Name, scope: Scope) -> Value:
    """The value of a name whose superscript belongs to it, or is an index."""
    label = node.label and f"_{node.label}"
    for full in (
        f"{node.base}{label}_{node.marked}",
        f"{node.base}_{node.marked}{node.label}",
    ):
        if scope.get(full) is not None:
            return scope.get(full)
    stem, base = scope.get(node.stem), scope.get(node.base)
    if stem is not None and node.subscript:
        return item(np.asarray(stem), node.subscript, scope)
    plain = scope.get(f"{node.base}{label}")
    if label and np.ndim(plain):
        return item(plain, node.mark, scope)
    if np.ndim(base):
        comma = (tree.Token(","),) if node.subscript else ()
        return item(base, (*node.mark, *comma, *node.subscript), scope)
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
    places = places_of(subscript, np.ndim(array))
    return entry(array, places, [_number(place, scope) for place in places], scope)


def entry(
    array: Value, places: Sequence[Node], numbers: Sequence[Value], scope: Scope
) -> Value:
    """The entry or row of an array at these numbers, which stand at these places."""
    if len(numbers) > array.ndim:
        raise FormulaError(f"{len(numbers)} indices on an array of shape {array.shape}")
    found: list[int | slice] = []
    for place, number, length in zip(places, numbers, array.shape, strict=False):
        if isinstance(number, slice):
            found.append(number)
            continue
        if isinstance(number, Index):
            number.lengths.add(length)
        elif number != int(number):
            raise FormulaError(f"index {number:g} is no whole number")
        elif not 0 <= number - scope.origin < length:
            if "outside" in scope.values and not isinstance(place, tree.Name):
                return np.zeros(array.shape[len(numbers) :]) + scope.values["outside"]
            raise FormulaError(
                f"index {number:g} outside of an axis of length {length};"
                " state `outside = 0` if it means 0 there"
            )
        found.append(int(number) - scope.origin)
    return array[tuple(found)]


def _numbers(subscript: Tokens, axes: int, scope: Scope) -> list[Value]:
    return [_number(place, scope) for place in places_of(subscript, axes)]


def _number(place: Node, scope: Scope) -> Value:
    return _slice(place, scope) if isinstance(place, tree.Slice) else value(place, scope)


def _slice(place: tree.Slice, scope: Scope) -> slice:
    first = None if place.first is None else int(value(place.first, scope)) - scope.origin
    last = None if place.last is None else int(value(place.last, scope)) + 1 - scope.origin
    return slice(first, last)


@lru_cache(maxsize=4096)
def places_of(subscript: Tokens, axes: int) -> tuple[Node, ...]:
    """The indices in a subscript: two in w_{ij} on two axes, but one (a product) on one."""
    if subscript[:1] == ("(",) and subscript[-1:] == (")",):
        subscript = subscript[1:-1]
    places = tuple(map(_place, split(subscript, {","})))
    if len(subscript) == 1 and subscript[0].isdigit() and len(subscript[0]) == axes:
        return tuple(tree.Number(float(digit)) for digit in subscript[0])  # a_{12}
    if len(places) == 1 and isinstance(places[0], tree.SideBySide):
        factors = places[0].factors
        places = factors if len(factors) <= axes else places
    return places


def _place(tokens: Tokens) -> Node:
    """An index, or the slice 1:t, :, <t."""
    ends = split(tokens, {":"})
    if len(ends) == 2:
        first, last = (parse(end) if end else None for end in ends)
        return tree.Slice(first, last)
    if tokens[:1] in {("<",), ("\\le",)}:
        last = parse(tokens[1:])
        if tokens[0] == "<":
            last = tree.Binary("-", last, tree.Number(1.0))
        return tree.Slice(None, last)
    return parse(tokens)


def runs(node: Node, scope: Scope) -> bool:
    """Whether an index stands in a node, so that I(i, j) is an entry and no product."""
    return any(
        name.full in scope.indices
        or (name.full in scope.letters and scope.get(name.full) is None)
        for name in node.names
    )
