r"""Equations for some entries of an array: P_{t, 2i} = …, P_{t, 2i+1} = …."""

from itertools import product

import numpy as np

from .compute import value
from .equations import Equation
from .names import places_of
from .scope import Scope
from .tree import Binary, Name, Node, Number, SideBySide, Value


def letters(equation: Equation, scope: Scope, shape: tuple[int, ...]) -> list[str]:
    """The free indices of a left side with computed ones; none if it has no such."""
    places = _places(equation, scope, shape)
    if len(places) != len(shape) or not any(map(_is_computed, places)):
        return []
    said = {name.full for place in places for name in place.names}
    return [one for one in equation.letters if one in said and scope.get(one) is None]


def filled(equation: Equation, scope: Scope, shape: tuple[int, ...]) -> Value:
    """The array with the entries of this equation; the others are nan, or known already."""
    free, places = letters(equation, scope, shape), _places(equation, scope, shape)
    assert equation.name is not None
    known = scope.values.get(equation.name.base)
    array = np.full(shape, np.nan) if known is None else known.copy()
    numbers = range(scope.origin, scope.origin + max(shape))
    for row in product(numbers, repeat=len(free)):
        inner = scope.running(dict(zip(free, row, strict=True)))
        entry = tuple(int(value(place, inner)) - scope.origin for place in places)
        if all(0 <= n < length for n, length in zip(entry, shape, strict=True)):
            array[entry] = value(equation.rights[0], inner)
    return array


def _places(equation: Equation, scope: Scope, shape: tuple[int, ...]) -> tuple[Node, ...]:
    name = equation.name
    if not shape or name is None or not name.subscript:
        return ()
    if name.base in scope.own or name.full in scope.values:
        return ()
    return tuple(
        _worded(place, equation) for place in places_of(name.subscript, len(shape))
    )


def _worded(place: Node, equation: Equation) -> Node:
    """A place with its letters as one word: pos."""
    if not isinstance(place, SideBySide):
        return place
    names = [factor.full for factor in place.factors if isinstance(factor, Name)]
    if len(names) < len(place.factors):
        return place
    word = "".join(names)
    return Name(word) if word in equation.letters else place


def _is_computed(place: Node) -> bool:
    match place:
        case SideBySide((Number(), *_)) | Binary():
            return True
    return False
