"""Principal components: perpendicular directions, ordered by the variance along them."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count
from .._array import Array, are_finite, as_float, has_axes, not_empty
from .._sums import dot, rounded, widened
from ._columns import _as_samples, _centred, _exponents, _of_columns


def covariance(X: ArrayLike, *, ddof: int = 0) -> Array:
    """Covariance matrix of the features.

    Xc.T @ Xc / (N - ddof), where Xc = X - mean(X, axis=0)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples, more than `ddof` of them.
    ddof : int, default 0
        Number that is taken from N to make the divisor: 0 as in `standardize_fit`, or 1 as
        in `np.cov` and `torch.cov`, which is right on average for a random sample.

    Returns
    -------
    ndarray of shape (D, D)
        Symmetric matrix, with variances on its diagonal.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), or `ddof` is below 0 or not below N.

    Examples
    --------
    >>> from dlnotes.preprocessing import covariance
    >>> covariance([[1, 7], [3, 1], [5, 4]]).round(4).tolist()
    [[2.6667, -2.0], [-2.0, 6.0]]

    References
    ----------
    [@jolliffe2016].
    """
    x = _as_samples("X", X)
    divisor = _divisor(x, ddof)
    wide = widened(x)
    powers = _exponents(wide)
    _, off = _centred(wide, powers)
    with np.errstate(over="ignore", invalid="ignore"):
        product = off.T @ off / divisor
        return rounded(np.ldexp(product, powers[:, np.newaxis] + powers), x)


def pca_fit(
    X: ArrayLike, k: int | None = None, *, ddof: int = 0
) -> tuple[Array, Array, Array]:
    """Principal components: unit vectors along which the samples vary most.

    eigenvectors and eigenvalues of covariance(X, ddof=ddof), the largest first

    They come from a singular value decomposition of X - mean, which keeps digits of small
    variances that the covariance matrix has lost.

    Parameters
    ----------
    X : array_like of shape (N, D)
        Training samples, finite, more than `ddof` of them.
    k : int, optional
        Number of components, at most the smaller one of N and D, which is the default.
    ddof : int, default 0
        As for `covariance`; scikit-learn's PCA has 1.

    Returns
    -------
    mean : ndarray of shape (D,)
        Means of the features.
    components : ndarray of shape (k, D)
        Unit vectors in rows, perpendicular to each other. The largest entry of each is
        positive, the first one of several: a direction itself has no sign.
    variance : ndarray of shape (k,)
        Variance of the samples along each component, from large to small; exactly 0 where
        nothing but round-off is left.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), is empty or not finite, `k` is below 1 or
        above the smaller one of N and D, or `ddof` is below 0 or not below N.

    Examples
    --------
    >>> from dlnotes.preprocessing import pca_fit
    >>> mean, components, variance = pca_fit([[-4, -3], [4, 3], [3, -4], [-3, 4]], 1)
    >>> mean.tolist(), variance.round(4).tolist()
    ([0.0, 0.0], [12.5])

    References
    ----------
    [@pearson1901; @jolliffe2016].
    """
    x = _as_samples("X", X)
    not_empty("X", x)
    are_finite("X", x)
    n, divisor = _components(x, k), _divisor(x, ddof)
    wide = widened(x)
    # one power for all columns, as their sizes decide on the directions
    power = np.broadcast_to(np.max(_exponents(wide)), x.shape[1:])
    m, off = _centred(wide, power)
    s, axes = _decomposed(off)
    with np.errstate(over="ignore"):
        variance = np.ldexp(s[:n] ** 2 / divisor, 2 * power[0])
        return rounded(np.ldexp(m, power), x), rounded(axes[:n], x), rounded(variance, x)


def pca_transform(X: ArrayLike, mean: ArrayLike, components: ArrayLike) -> Array:
    """Coordinates of samples along principal components.

    (X - mean) @ components.T

    Parameters
    ----------
    X : array_like of shape (M, D)
        Samples, of training or any other data.
    mean : array_like of shape (D,)
        Means of the training data, from `pca_fit`.
    components : array_like of shape (k, D)
        Principal components of the training data, from `pca_fit`.

    Returns
    -------
    ndarray of shape (M, k)
        Coordinates.

    Raises
    ------
    ValueError
        If `X` does not have the shape (M, D), `mean` does not have one entry for each
        of its columns, or `components` does not have the shape (k, D).

    Examples
    --------
    >>> from dlnotes.preprocessing import pca_transform
    >>> pca_transform([[5, 0], [1, 1]], [1, 1], [[0.6, 0.8]]).round(4).tolist()
    [[1.6], [0.0]]

    References
    ----------
    [@jolliffe2016].
    """
    x, m, axes = _with_components(X, mean, components)
    with np.errstate(over="ignore", invalid="ignore"):
        off = widened(x) - widened(m)
    return rounded(dot(off, axes.T), x, m, axes)


def pca_inverse(Z: ArrayLike, mean: ArrayLike, components: ArrayLike) -> Array:
    """Samples that have these coordinates along principal components.

    Z @ components + mean

    Parameters
    ----------
    Z : array_like of shape (M, k)
        Coordinates, from `pca_transform`.
    mean : array_like of shape (D,)
        Means of the training data, from `pca_fit`.
    components : array_like of shape (k, D)
        Principal components of the training data, from `pca_fit`.

    Returns
    -------
    ndarray of shape (M, D)
        Samples; with all D components those that `pca_transform` was given, with fewer of
        them the nearest ones that the components can reach.

    Raises
    ------
    ValueError
        If `Z` does not have the shape (M, k), `components` does not have the shape (k, D),
        or `mean` does not have the shape (D,).

    Examples
    --------
    >>> from dlnotes.preprocessing import pca_inverse
    >>> pca_inverse([[5.0], [0.0]], [1, 1], [[0.6, 0.8]]).tolist()
    [[4.0, 5.0], [1.0, 1.0]]

    References
    ----------
    [@jolliffe2016].
    """
    z, axes = as_float("Z", Z), as_float("components", components)
    has_axes("Z", z, "M", "k")
    has_axes("components", axes, "k", "D")
    if len(axes) != z.shape[1]:
        rule = f"one row for each of the {z.shape[1]} columns of `Z`"
        raise ValueError(f"`components` must have {rule}, got shape {axes.shape}")
    m = _of_columns("mean", mean, axes, "components")
    with np.errstate(over="ignore", invalid="ignore"):
        return rounded(dot(z, axes) + widened(m), z, m, axes)


def _with_components(
    X: ArrayLike, mean: ArrayLike, components: ArrayLike
) -> tuple[Array, Array, Array]:
    """Return samples, means and components, refused unless they fit each other."""
    x = as_float("X", X)
    has_axes("X", x, "M", "D")
    m, axes = _of_columns("mean", mean, x), as_float("components", components)
    has_axes("components", axes, "k", "D")
    if axes.shape[1] != x.shape[1]:
        rule = f"rows of length {x.shape[1]}, as `X` has"
        raise ValueError(f"`components` must have {rule}, got {axes.shape[1]}")
    return x, m, axes


def _divisor(x: NDArray[Any], ddof: int) -> int:
    """Return N - ddof, refused unless it is above 0."""
    if as_count("ddof", ddof, 0) >= len(x):
        raise ValueError(f"`ddof` must be below the {len(x)} rows of `X`, got {ddof}")
    return len(x) - ddof


def _components(x: NDArray[Any], k: int | None) -> int:
    """Return the number of components, refused unless there are so many."""
    most = min(x.shape)
    if k is not None and as_count("k", k, 1) > most:
        rule = f"at most {most}, the smaller one of the sizes {x.shape} of `X`"
        raise ValueError(f"`k` must be {rule}, got {k}")
    return most if k is None else k


def _decomposed(off: Array) -> tuple[Array, Array]:
    """Return the singular values and right singular vectors, with their signs settled."""
    # R of a tall matrix has the same ones, and is small
    _, s, axes = np.linalg.svd(np.linalg.qr(off, mode="r"), full_matrices=False)
    s[s <= s[0] * max(off.shape) * np.finfo(off.dtype).eps] = 0
    # rounded, for the largest of equal entries is a matter of round-off
    largest = np.argmax(np.abs(axes).round(4), axis=1)[:, np.newaxis]
    return s, axes * np.sign(np.take_along_axis(axes, largest, axis=1))
