"""The promise to float16 and float32: what happens on the way to a result is not lost.

A function of float16 adds, counts, squares and multiplies in float32, and rounds once, at
its end. A float32 stays a float32, but is added in float64 where NumPy adds one by one. In
every dtype a mean or a length is finite where it has a place in the dtype, although a sum
or a square on the way to it has none.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import ArrayLike

from ._array import Array, Scalar

Axis = int | tuple[int, ...] | None


def widened(x: Array) -> Array:
    """Return float16 as float32; other dtypes as they are."""
    return x.astype(np.float32) if x.dtype == np.float16 else x


def rounded(y: ArrayLike, *like: Array) -> Array:
    """Return a result in the dtype of the arrays `like`; inf where it is too large."""
    result: Array = np.asarray(y)
    kind = like[0].dtype if len(like) == 1 else np.result_type(*like)
    if result.dtype != kind:
        with np.errstate(over="ignore", invalid="ignore"):
            result = result.astype(kind)
    return result[()]  # makes a scalar of 0-d


def total(x: Array, axis: Axis = None, *, keepdims: bool = False) -> Array:
    """Return the sum along an axis, or of all entries, in float32 at least."""
    # NumPy adds entries that lie side by side in pairs, and others one by one
    pairs = axis is None or (isinstance(axis, int) and x.strides[axis] == x.itemsize)
    kind, widest = np.result_type(x, np.float32), np.result_type(x, np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        y = np.sum(x, axis=axis, keepdims=keepdims, dtype=kind if pairs else widest)
        result: Array = y if y.dtype == kind else y.astype(kind)
    return result


def mean(x: Array, axis: Axis = None, *, count: float | None = None) -> Array:
    """Return the sum over the number of its terms, or over `count`, in float32 at least."""
    y = total(x, axis)
    n = x.size / max(y.size, 1) if count is None else count
    with np.errstate(over="ignore", invalid="ignore"):
        y = y / n
        # also where the sum is too large
        return y if np.all(np.isfinite(y)) else total(widened(x) / n, axis)


def dot(a: Array, b: Array) -> Array:
    """Return `a @ b`, finite where it fits, although products on the way do not."""
    return in_range(np.matmul, widened(a), widened(b))


def sum_of_products(
    a: Array, b: Array, axis: Axis = None, *, keepdims: bool = False
) -> Array:
    """Return the sum of `a * b`, finite where it fits, although its terms do not."""
    add = partial(total, axis=axis, keepdims=keepdims)
    return in_range(lambda x, y: add(x * y), widened(a), widened(b))


def in_range(product: Callable[[Array, Array], Array], a: Array, b: Array) -> Array:
    """Return a product of `a` and `b`, linear in both, finite where it fits."""
    with np.errstate(over="ignore", invalid="ignore"):
        y = product(a, b)
        if np.isfinite(np.sum(y)):  # without a mask as large as `y`
            return y
        units = power_of_two(a), power_of_two(b)
        small = product(a / units[0], b / units[1])
        result: Array = small * min(units) * max(units)
    return result


def times(factor: float, x: Array) -> Array:
    """Return `factor * x`, also where the factor alone is 0 or inf in the dtype of `x`."""
    x, info = widened(x), np.finfo(x.dtype)
    if factor == 0 or info.tiny <= abs(factor) <= info.max:
        return factor * x
    return rounded(factor * x.astype(np.float64), x)


def power_of_two(*parts: Array) -> Scalar:
    """Return a power of two near the largest entry; 1 if that is 0, inf or nan."""
    largest: Scalar = np.max([np.max(np.abs(x), initial=0) for x in parts], initial=0)
    exponent = np.frexp(largest)[1] - 1 if 0 < largest < np.inf else 0
    power: Scalar = np.ldexp(largest.dtype.type(1), exponent)
    return power


def sum_of_squares(*parts: Array) -> tuple[Scalar, Scalar]:
    """Return s and p, of which s * p * p is the sum; p is 1 if that stays in the dtype."""
    wide, size = [widened(x) for x in parts], sum(x.size for x in parts)
    with np.errstate(over="ignore", invalid="ignore"):
        s: Scalar = np.sum([np.sum(x * x) for x in wide])
        if np.finfo(s.dtype).tiny * size < s < np.inf:
            return s, s.dtype.type(1)
        power = power_of_two(*wide)  # the squares of x / power are at most 4
        return np.sum([np.sum((x / power) ** 2) for x in wide]), power


def norm(*parts: Array) -> Scalar:
    """Return the length of all entries as one vector, in float32 at least."""
    s, power = sum_of_squares(*parts)
    with np.errstate(over="ignore"):
        length: Scalar = np.sqrt(s) * power
    return length
