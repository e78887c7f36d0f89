"""RMSNorm: each sample divided by the root of the mean of its squares, and scaled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import is_cache
from .._array import Array, as_finite, as_float, has_axes, not_empty, same_shape
from .._sums import rounded, widened


class RMSNormCache(NamedTuple):
    """Values that `rms_norm` keeps for `rms_norm_backward`."""

    x_hat: Array
    scale: Array  # 1 / sqrt(mean(x**2) + eps)
    gamma: Array


def rms_norm(
    x: ArrayLike, gamma: ArrayLike, *, eps: float = 1e-6
) -> tuple[Array, RMSNormCache]:
    """RMSNorm: layer normalisation without a mean and without a shift.

    gamma * x / sqrt(mean(x**2) + eps), over the last axis

    Parameters
    ----------
    x : array_like of shape (..., D)
        Samples of D features.
    gamma : array_like of shape (D,)
        Scale of each feature, which is learned.
    eps : float, default 1e-6
        Number that is added to the mean square, above 0.

    Returns
    -------
    y : ndarray of shape (..., D)
        Values whose mean square is near 1, then scaled.
    cache : NamedTuple
        `x_hat`, the values before gamma; `scale`, 1 / sqrt(mean(x**2) + eps) of each
        sample; `gamma`.

    Raises
    ------
    ValueError
        If the last axis of `x` is not that of `gamma`, or `eps` is not above 0.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import rms_norm
    >>> y, _ = rms_norm([[1, 7], [10, 70]], np.ones(2))  # roots of 25 and 2500
    >>> y.round(3).tolist()
    [[0.2, 1.4], [0.2, 1.4]]

    References
    ----------
    [@zhang2019].
    """
    x, scale = as_float("x", x), as_float("gamma", gamma)
    has_axes("gamma", scale, "D")
    if x.shape[-1:] != scale.shape:
        rule = f"a shape that ends in {scale.shape}, that of `gamma`"
        raise ValueError(f"`x` must have {rule}, got {x.shape}")
    not_empty("x", x)
    wide = widened(x)
    added = float(as_finite("eps", eps, wide, above=0))
    with np.errstate(over="ignore", invalid="ignore"):
        unit = np.maximum(np.max(np.abs(wide), axis=-1, keepdims=True), 1)
        unit = np.where(np.isfinite(unit), unit, 1)
        small = wide / unit
        square = _mean_of_products(small, small)
        root = np.sqrt(square + added / unit / unit)
        x_hat, factor = small / root, 1 / root / unit
        y = x_hat * widened(scale)
    cache = RMSNormCache(rounded(x_hat, x), rounded(factor[..., 0], x), scale.copy())
    return rounded(y, x, scale), cache


def rms_norm_backward(dout: ArrayLike, cache: RMSNormCache) -> tuple[Array, Array]:
    """Gradients of a loss by the input and the scales of RMSNorm.

    scale * (g - x_hat * mean(g * x_hat)) for g = gamma * dout, over a sample

    References as for `rms_norm`.

    Parameters
    ----------
    dout : array_like of shape (..., D)
        Gradient of the loss by the result of `rms_norm`.
    cache : NamedTuple
        The `cache` that `rms_norm` returned.

    Returns
    -------
    dx : ndarray of shape (..., D)
        Gradient by `x`.
    dgamma : ndarray of shape (D,)
        Gradient by `gamma`: the sum of dout * x_hat.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `x`.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import rms_norm, rms_norm_backward
    >>> _, cache = rms_norm([[1, 7]], np.ones(2))
    >>> dx, dgamma = rms_norm_backward([[1, 0]], cache)
    >>> dx.round(3).tolist(), dgamma.round(3).tolist()
    ([[0.196, -0.028]], [0.2, 0.0])
    """
    is_cache(cache, RMSNormCache, "rms_norm")
    d = as_float("dout", dout)
    same_shape("dout", d, "x", cache.x_hat)
    like = d, cache.x_hat
    wide, x_hat = (widened(a) for a in like)
    with np.errstate(over="ignore", invalid="ignore"):
        g = wide * widened(cache.gamma)
        dx = g - x_hat * _mean_of_products(g, x_hat)
        dx *= widened(cache.scale)[..., None]
        rows = (wide * x_hat).reshape(-1, len(cache.gamma))
        dgamma = np.sum(rows, axis=0, dtype=np.result_type(rows, np.float64))
    return rounded(dx, *like, cache.gamma), rounded(dgamma, *like)


def _mean_of_products(a: Array, b: Array) -> Array:
    kind = np.result_type(a, b, np.float64)
    total: Array = np.einsum("...i,...i->...", a, b, dtype=kind)[..., None]
    mean: Array = (total / a.shape[-1]).astype(np.result_type(a, b))
    return mean
