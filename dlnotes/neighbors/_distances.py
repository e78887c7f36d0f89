"""Euclidean distances between all pairs of rows of two arrays.

They come from one matrix product, as |a - b|^2 = |a|^2 - 2 a.b + |b|^2, so that no array of
N x M x D differences is made. Where these terms cancel, are too large or too small, the
difference of the two rows is squared instead, some pairs at a time.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, as_float, has_axes
from .._sums import rounded, total, widened

CANCELS = 0.01  # below this share of |a|^2 + |b|^2 the product loses two digits or more
BLOCK = 2**17  # entries of an array that are computed with at a time


def pairwise_distances(a: ArrayLike, b: ArrayLike) -> Array:
    """Euclidean distance of every row of one array from every row of another.

    sqrt(sum((a[i] - b[j]) ** 2)) at [i, j]

    Parameters
    ----------
    a : array_like of shape (N, D)
        Rows.
    b : array_like of shape (M, D)
        Other rows, as long as those of `a`.

    Returns
    -------
    ndarray of shape (N, M)
        Distances of at least 0; exactly 0 for equal rows.

    Raises
    ------
    ValueError
        If `a` does not have the shape (N, D), or `b` does not have the shape (M, D).

    Examples
    --------
    >>> from dlnotes.neighbors import pairwise_distances
    >>> pairwise_distances([[0, 0], [1, 1]], [[3, 4], [1, 1]]).round(4).tolist()
    [[5.0, 1.4142], [3.6056, 0.0]]

    References
    ----------
    [@hastie2009], section 13.3.
    """
    a, b = as_float("a", a), as_float("b", b)
    has_axes("a", a, "N", "D")
    has_axes("b", b, "M", "D")
    _same_features("b", b, "a", a)
    wide, other = widened(a), widened(b)
    d = np.empty((len(a), len(b)), np.result_type(a, b))
    for block in _blocks(len(a), len(b)):
        d[block] = rounded(_distances(wide[block], other), a, b)
    return d


def _blocks(rows: int, length: int) -> list[slice]:
    """Return slices for some rows at a time, whose entries find room in the cache."""
    step = max(1, BLOCK // max(1, length))
    return [slice(start, start + step) for start in range(0, rows, step)]


def _places(mask: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return rows and columns of what is true, several times as fast as `np.nonzero`."""
    return np.divmod(np.flatnonzero(mask), mask.shape[1])


def _same_features(name: str, x: Array, other_name: str, other: Array) -> None:
    """Refuse an `x` whose rows are not as long as those of `other`."""
    if x.shape[1] != other.shape[1]:
        rule = f"rows of length {other.shape[1]}, as `{other_name}` has"
        raise ValueError(f"`{name}` must have {rule}, got {x.shape[1]}")


def _distances(a: Array, b: Array) -> Array:
    """Return the distances, computed at once and in the dtype of the arrays."""
    with np.errstate(over="ignore", invalid="ignore"):
        squares = total(a * a, 1)[:, np.newaxis] + total(b * b, 1)
        d: Array = a @ b.T
        d *= -2
        d += squares
        tiny = np.finfo(d.dtype).tiny / np.finfo(d.dtype).eps
        sound = (d > np.maximum(CANCELS * squares, tiny)) & (d < np.inf)  # nan is not
        i, j = _places(~sound)
        d[i, j] = 0  # what may be negative has no root
        np.sqrt(d, out=d)
        for block in _blocks(len(i), a.shape[1]):
            d[i[block], j[block]] = _lengths(a[i[block]] - b[j[block]])
        return d


def _lengths(x: Array) -> Array:
    """Return the length of each row, finite where it fits."""
    largest = np.max(np.abs(x), axis=1, initial=0)
    scaled = (largest > 0) & (largest < np.inf)
    exponents = np.frexp(np.where(scaled, largest, 1))[1] - 1
    # powers of two, so that equal lengths stay equal
    units = np.ldexp(np.ones_like(largest), exponents)
    lengths: Array = np.sqrt(total((x / units[:, np.newaxis]) ** 2, 1)) * units
    return lengths
