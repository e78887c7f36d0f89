"""Kernels: scalar products of samples, as if these had many more features.

A kernel matrix holds the kernel of each row of one array with each row of another.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_finite, as_float, has_axes
from .._sums import dot, rounded, widened


def linear_kernel(a: ArrayLike, b: ArrayLike) -> Array:
    """Scalar product of every row of one array with every row of another.

    a @ b.T

    Parameters
    ----------
    a : array_like of shape (N, D)
        Samples.
    b : array_like of shape (M, D)
        Other samples, with as many features.

    Returns
    -------
    ndarray of shape (N, M)
        Kernel matrix.

    Raises
    ------
    ValueError
        If `a` does not have the shape (N, D), or `b` does not have the shape (M, D).

    Examples
    --------
    >>> from dlnotes.linear import linear_kernel
    >>> linear_kernel([[1, 2], [0, 1]], [[3, 1]]).tolist()
    [[5.0], [1.0]]

    References
    ----------
    [@bishop2006], section 6.1.
    """
    x, y = _pair(a, b)
    return rounded(dot(x, y.T), x, y)


def polynomial_kernel(
    a: ArrayLike, b: ArrayLike, *, degree: int = 2, coef0: float = 1.0
) -> Array:
    """Power of the scalar product of every row of one array with every row of another.

    (a @ b.T + coef0) ** degree

    Parameters
    ----------
    a : array_like of shape (N, D)
        Samples.
    b : array_like of shape (M, D)
        Other samples, with as many features.
    degree : int, default 2
        Power, at least 1.
    coef0 : float, default 1.0
        Number that is added to each product, at least 0. With 0 only products of exactly
        `degree` features count.

    Returns
    -------
    ndarray of shape (N, M)
        Kernel matrix.

    Raises
    ------
    TypeError
        If `degree` is no whole number.
    ValueError
        If `a` does not have the shape (N, D), `b` does not have the shape (M, D), `degree`
        is below 1, or `coef0` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.linear import polynomial_kernel
    >>> polynomial_kernel([[1, 2]], [[3, 1]], coef0=0).tolist()
    [[25.0]]

    References
    ----------
    [@bishop2006], section 6.2; [@boser1992].
    """
    x, y = _pair(a, b)
    power = as_count("degree", degree, 1)
    products = dot(x, y.T)
    shift = as_finite("coef0", coef0, products, at_least=0)
    with np.errstate(over="ignore", under="ignore"):
        return rounded((products + shift) ** power, x, y)


def rbf_kernel(a: ArrayLike, b: ArrayLike, *, gamma: float) -> Array:
    """Similarity of every row of one array to every row of another: 1 for equal rows.

    exp(-gamma * |a - b|^2)

    Parameters
    ----------
    a : array_like of shape (N, D)
        Samples.
    b : array_like of shape (M, D)
        Other samples, with as many features.
    gamma : float
        How fast the similarity falls with the distance, above 0.

    Returns
    -------
    ndarray of shape (N, M)
        Kernel matrix with entries from 0 to 1.

    Raises
    ------
    ValueError
        If `a` does not have the shape (N, D), `b` does not have the shape (M, D), or
        `gamma` is not above 0, infinite or nan.

    Notes
    -----
    Books often write the kernel with a width sigma. Then gamma is 1 / (2 * sigma^2).

    Examples
    --------
    >>> from dlnotes.linear import rbf_kernel
    >>> rbf_kernel([[0, 0], [3, 4]], [[0, 0]], gamma=0.04).round(4).tolist()
    [[1.0], [0.3679]]

    References
    ----------
    [@hastie2009], section 12.3.1; [@bishop2006], section 6.2.
    """
    x, y = _pair(a, b)
    root = np.sqrt(as_finite("gamma", gamma, widened(x[:0] + y[:0]), above=0))
    squares = np.zeros((len(x), len(y)), root.dtype)
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        # differences are squared one by one, so that none is negative or loses its digits
        for u, v in zip(widened(x).T, widened(y).T, strict=True):
            squares += (root * (u[:, np.newaxis] - v)) ** 2
        return rounded(np.exp(-squares), x, y)


def _pair(a: ArrayLike, b: ArrayLike) -> tuple[Array, Array]:
    """Return samples, refused unless (N, D) and (M, D)."""
    x, y = as_float("a", a), as_float("b", b)
    has_axes("a", x, "N", "D")
    has_axes("b", y, "M", "D")
    if x.shape[1] != y.shape[1]:
        rule = f"rows of length {x.shape[1]}, as `a` has"
        raise ValueError(f"`b` must have {rule}, got {y.shape[1]}")
    return x, y
