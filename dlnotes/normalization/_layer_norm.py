"""Layer and group normalisation: each sample has means and variances of its own."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, is_cache
from .._array import Array, as_finite, as_float, not_empty, same_shape
from .._sums import rounded, widened
from ._arguments import _as_channels, _flat, _of_channels, _with_shifts
from ._standardize import _means, _standardize, _standardize_backward


class LayerNormCache(NamedTuple):
    """Values that `layer_norm` keeps for `layer_norm_backward`."""

    x_hat: Array
    scale: Array  # 1 / sqrt(var + eps)
    gamma: Array


def layer_norm(
    x: ArrayLike, gamma: ArrayLike, beta: ArrayLike, *, eps: float = 1e-5
) -> tuple[Array, LayerNormCache]:
    """Layer normalisation: each sample by its own mean and variance.

    gamma * (x - mean) / sqrt(var + eps) + beta, over the last axes, those of `gamma`

    Parameters
    ----------
    x : array_like of shape (..., D)
        Samples of D features; more axes are taken together if `gamma` has them.
    gamma, beta : array_like of shape (D,)
        Scale and shift of each feature, which are learned.
    eps : float, default 1e-5
        Number that is added to the variance, above 0.

    Returns
    -------
    y : ndarray of shape (..., D)
        Normalised values.
    cache : NamedTuple
        `x_hat`, the values before gamma and beta; `scale`, 1 / sqrt(var + eps) of each
        sample; `gamma`.

    Raises
    ------
    ValueError
        If the last axes of `x` are not those of `gamma`, `beta` has another shape, or `eps`
        is not above 0.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import layer_norm
    >>> y, _ = layer_norm([[1, 2, 3, 4], [10, 20, 30, 40]], np.ones(4), np.zeros(4))
    >>> y.round(3).tolist()
    [[-1.342, -0.447, 0.447, 1.342], [-1.342, -0.447, 0.447, 1.342]]

    References
    ----------
    [@ba2016].
    """
    x, gamma = as_float("x", x), as_float("gamma", gamma)
    if gamma.ndim == 0 or x.shape[-gamma.ndim :] != gamma.shape:
        rule = f"a shape that ends in {gamma.shape}, that of `gamma`"
        raise ValueError(f"`x` must have {rule}, got {x.shape}")
    not_empty("x", x)
    scale, shift = _with_shifts(gamma, beta)
    rows = _rows(widened(x), scale)
    found = _standardize(rows, float(as_finite("eps", eps, rows, above=0)))
    with np.errstate(over="ignore", invalid="ignore"):
        y = found.x_hat * widened(scale).reshape(-1)
        y += widened(shift).reshape(-1)
        factor = rounded(1 / found.root, x).reshape(x.shape[: x.ndim - scale.ndim])
    x_hat = rounded(found.x_hat, x).reshape(x.shape)
    return rounded(y, x, scale).reshape(x.shape), LayerNormCache(x_hat, factor, scale)


def layer_norm_backward(
    dout: ArrayLike, cache: LayerNormCache
) -> tuple[Array, Array, Array]:
    """Gradients of a loss by the input, the scales and the shifts of layer normalisation.

    scale * (g - mean(g) - x_hat * mean(g * x_hat)) for g = gamma * dout, over a sample

    References as for `layer_norm`.

    Parameters
    ----------
    dout : array_like of shape (..., D)
        Gradient of the loss by the result of `layer_norm`.
    cache : NamedTuple
        The `cache` that `layer_norm` returned.

    Returns
    -------
    dx : ndarray of shape (..., D)
        Gradient by `x`.
    dgamma, dbeta : ndarray of shape (D,)
        Gradients by `gamma` and `beta`: the sums of dout * x_hat and of dout.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `x`.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import layer_norm, layer_norm_backward
    >>> _, cache = layer_norm([[1, 2, 3, 4], [5, 5, 5, 7]], np.ones(4), np.zeros(4))
    >>> dx, _, _ = layer_norm_backward([[1, 0, 0, 0], [0, 0, 0, 0]], cache)
    >>> dx.round(3).tolist()  # the other sample does not feel it
    [[0.268, -0.358, -0.089, 0.179], [0.0, 0.0, 0.0, 0.0]]
    """
    is_cache(cache, LayerNormCache, "layer_norm")
    d, gamma = as_float("dout", dout), cache.gamma
    same_shape("dout", d, "x", cache.x_hat)
    like = d, cache.x_hat
    rows, x_hat = (_rows(widened(a), gamma) for a in like)
    by_feature = [a.reshape(-1, gamma.size, 1) for a in (rows, x_hat)]
    with np.errstate(over="ignore", invalid="ignore"):
        g = rows * widened(gamma).reshape(-1)
        dx, _, _ = _standardize_backward(g, x_hat, cache.scale.reshape(-1))
        n = len(by_feature[0])
        sums = n * _means(*by_feature), n * _means(by_feature[0])
    dgamma, dbeta = (rounded(a, *like).reshape(gamma.shape) for a in sums)
    return rounded(dx, *like, gamma).reshape(d.shape), dgamma, dbeta


def group_norm(
    x: ArrayLike,
    gamma: ArrayLike,
    beta: ArrayLike,
    *,
    num_groups: int,
    eps: float = 1e-5,
) -> Array:
    """Group normalisation: each sample by the mean and variance of groups of channels.

    gamma * (x - mean) / sqrt(var + eps) + beta

    Parameters
    ----------
    x : array_like of shape (N, C, ...)
        Samples of C channels, such as (N, C, H, W).
    gamma, beta : array_like of shape (C,)
        Scale and shift of each channel, which are learned.
    num_groups : int
        Number of groups of neighbouring channels, a divisor of C. With C groups this is
        instance normalisation.
    eps : float, default 1e-5
        Number that is added to the variance, above 0.

    Returns
    -------
    ndarray of shape (N, C, ...)
        Normalised values.

    Raises
    ------
    ValueError
        If a shape does not fit, `num_groups` does not divide C, or `eps` is not above 0.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import group_norm
    >>> x = [[[1, 2], [3, 4], [0, 5], [5, 0]]]  # one sample of four channels
    >>> group_norm(x, np.ones(4), np.zeros(4), num_groups=2).round(3).tolist()
    [[[-1.342, -0.447], [0.447, 1.342], [-1.0, 1.0], [1.0, -1.0]]]

    References
    ----------
    [@wu2018].
    """
    x = _as_channels(x)
    scale, shift = _of_channels(gamma, beta, x)
    groups, wide = as_count("num_groups", num_groups, 1), _flat(widened(x))
    if len(scale) % groups:
        rule = f"divide the {len(scale)} channels of `x`"
        raise ValueError(f"`num_groups` must {rule}, got {groups}")
    each = wide.reshape(1, len(x) * groups, len(scale) // groups * wide.shape[2])
    found = _standardize(each, float(as_finite("eps", eps, wide, above=0)))
    with np.errstate(over="ignore", invalid="ignore"):
        y = found.x_hat.reshape(wide.shape) * widened(scale)[:, None]
        y += widened(shift)[:, None]
    return rounded(y, x, scale).reshape(x.shape)


def _rows(x: Array, gamma: Array) -> Array:
    """Return each sample, the last axes of `x`, as one group of values."""
    lead = x.shape[: x.ndim - gamma.ndim]
    return x.reshape(1, math.prod(lead), gamma.size)
