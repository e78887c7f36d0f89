"""Columns of a matrix of samples: their means and sizes, and arrays that fit them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, as_float, has_axes, has_shape, not_empty_along
from .._sums import mean


def _as_samples(name: str, X: ArrayLike) -> Array:
    """Return samples, one in each row, refused unless there is at least one."""
    x = as_float(name, X)
    has_axes(name, x, "N", "D")
    not_empty_along(name, x, 0)
    return x


def _of_columns(name: str, value: ArrayLike, x: Array, of: str = "X") -> Array:
    """Return an array that has one entry for each column of `x`, refused otherwise."""
    array = as_float(name, value)
    has_shape(name, array, x.shape[1:], f", as `{of}` has columns")
    return array


def _means(x: Array) -> Array:
    """Return the mean of each column; of a constant one exactly its entry."""
    low, high = np.min(x, axis=0), np.max(x, axis=0)
    return np.where(low == high, low, mean(x, 0))  # a sum of equal entries is rounded


def _exponents(x: Array) -> NDArray[np.intc]:
    """Return the power of two that is near the largest entry of each column."""
    largest = np.maximum(np.max(x, axis=0), -np.min(x, axis=0))
    found: NDArray[np.intc] = np.frexp(largest)[1] - 1
    return np.where((largest > 0) & (largest < np.inf), found, 0)


def _centred(x: Array, powers: NDArray[np.intc]) -> tuple[Array, Array]:
    """Return the mean of each column and the column without it, over a power of two.

    So their squares stay in range.
    """
    units: Array = np.ldexp(np.ones(len(powers), x.dtype), powers)
    off = x / units
    m = _means(off)
    with np.errstate(invalid="ignore"):
        off -= m
    return m, off
