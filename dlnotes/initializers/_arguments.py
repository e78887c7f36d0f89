"""What initializers ask of their arguments: a shape, numbers and a generator."""

import operator
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np

from .._array import as_finite

Shape: TypeAlias = int | Sequence[int]


def _as_shape(shape: Shape) -> tuple[int, ...]:
    """Return `shape` as a tuple; one integer is the length of a vector."""
    sizes = shape if isinstance(shape, Iterable) else (shape,)
    try:
        found = tuple(operator.index(size) for size in sizes)
    except TypeError:
        raise TypeError(f"`shape` must hold integers, got {shape!r}") from None
    if min(found, default=0) < 0:
        raise ValueError(f"`shape` must hold sizes of at least 0, got {found}")
    return found


def _as_number(name: str, value: float, **rule: float) -> float:
    """Return `value`, refused unless it is finite and keeps the rule of `as_finite`."""
    return float(as_finite(name, value, np.empty(0), **rule))
