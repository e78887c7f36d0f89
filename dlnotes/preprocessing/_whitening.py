"""Whitening: features without correlation, each of variance 1."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_finite, as_float, has_shape
from .._sums import dot, rounded, widened
from ._pca import _with_components


def pca_whiten(
    X: ArrayLike,
    mean: ArrayLike,
    components: ArrayLike,
    variance: ArrayLike,
    *,
    eps: float = 0.0,
) -> Array:
    """Coordinates along principal components, each divided by its standard deviation.

    (X - mean) @ components.T / sqrt(variance + eps)

    Parameters
    ----------
    X : array_like of shape (M, D)
        Samples, of training or any other data.
    mean : array_like of shape (D,)
        Means of the training data, from `pca_fit`.
    components : array_like of shape (k, D)
        Principal components of the training data, from `pca_fit`.
    variance : array_like of shape (k,)
        Variance along each component, from `pca_fit`, at least 0.
    eps : float, default 0.0
        Number of at least 0 that keeps directions of little variance from being blown up.

    Returns
    -------
    ndarray of shape (M, k)
        White coordinates: for an `eps` of 0 the covariance of the training data is the
        identity matrix, with the `ddof` that `pca_fit` had.

    Raises
    ------
    ValueError
        If `X` does not have the shape (M, D), `mean` does not have one entry for each
        of its columns, `components` does not have the shape (k, D), `variance` does not
        have the shape (k,), an entry of it is below 0, or is 0 and `eps` is 0 too; or if
        `eps` is below 0 or not finite.

    Examples
    --------
    >>> from dlnotes.preprocessing import pca_fit, pca_whiten
    >>> fitted = pca_fit([[-2, 0], [2, 0], [0, 1], [0, -1]])
    >>> pca_whiten([[2, 1], [4, 3]], *fitted).round(4).tolist()
    [[1.4142, 1.4142], [2.8284, 4.2426]]

    References
    ----------
    [@kessy2018].
    """
    white, _, *arrays = _white(X, mean, components, variance, eps)
    return rounded(white, *arrays)


def zca_whiten(
    X: ArrayLike,
    mean: ArrayLike,
    components: ArrayLike,
    variance: ArrayLike,
    *,
    eps: float = 0.0,
) -> Array:
    """White samples that stay as near to the samples as possible.

    pca_whiten(X, mean, components, variance, eps=eps) @ components

    The coordinates of `pca_whiten` are turned back to the axes of the features, so that a
    picture still looks like a picture.

    Arguments, errors and references as for `pca_whiten`.

    Returns
    -------
    ndarray of shape (M, D)
        White samples; with all D components and an `eps` of 0 the covariance of the
        training data is the identity matrix.

    Examples
    --------
    >>> from dlnotes.preprocessing import pca_fit, zca_whiten
    >>> fitted = pca_fit([[-4, -3], [4, 3], [3, -4], [-3, 4], [8, 6], [-8, -6]])
    >>> zca_whiten([[4, 3], [8, 6]], *fitted).round(4).tolist()
    [[0.6197, 0.4648], [1.2394, 0.9295]]
    """
    white, axes, *arrays = _white(X, mean, components, variance, eps)
    return rounded(dot(white, axes), *arrays)


def _white(
    X: ArrayLike, mean: ArrayLike, components: ArrayLike, variance: ArrayLike, eps: float
) -> list[Array]:
    """Return white coordinates in float32 at least, the components, and all arrays."""
    x, m, axes = _with_components(X, mean, components)
    v = as_float("variance", variance)
    has_shape("variance", v, axes.shape[:1], ", as `components` has rows")
    below = v[v < 0]
    if below.size:
        raise ValueError(f"`variance` must hold numbers of at least 0, got {below[0]}")
    squares = widened(v) + as_finite("eps", eps, v, at_least=0)
    if np.any(squares == 0):
        rule = "hold numbers above 0 where `eps` is 0"
        raise ValueError(f"`variance` must {rule}, got {v[squares == 0][0]}")
    with np.errstate(over="ignore", invalid="ignore"):
        off = widened(x) - widened(m)
        scaled = widened(axes) / np.sqrt(squares)[:, np.newaxis]
    return [dot(off, scaled.T), axes, x, m, axes, v]
