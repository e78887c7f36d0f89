"""Batch normalisation: each channel has its mean and variance over the mini-batch."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_flag, is_cache
from .._array import Array, as_finite, as_float, as_share, has_shape, same_shape
from .._sums import rounded, widened
from ._arguments import _as_channels, _flat, _of_channels
from ._standardize import Standardized, _column, _standardize, _standardize_backward


class BatchNormState(NamedTuple):
    """Running mean and running variance of each channel, in float32 at least.

    Parameters
    ----------
    mean, var : ndarray of shape (C,)
        Mean and variance of each channel, collected in training.

    Returns
    -------
    BatchNormState
        The `state` that `batch_norm` takes and returns.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import BatchNormState, batch_norm
    >>> state = BatchNormState(mean=np.array([5.0]), var=np.array([4.0]))
    >>> y, _, _ = batch_norm([[9.0]], np.ones(1), np.zeros(1), state, training=False)
    >>> y.round(3).tolist()  # (9 - 5) / 2
    [[2.0]]

    References
    ----------
    [@ioffe2015], algorithm 2.
    """

    mean: Array
    var: Array


class BatchNormCache(NamedTuple):
    """Values that `batch_norm` keeps for `batch_norm_backward`."""

    x_hat: Array
    scale: Array  # gamma / sqrt(var + eps)
    training: bool


def batch_norm(
    x: ArrayLike,
    gamma: ArrayLike,
    beta: ArrayLike,
    state: BatchNormState | None,
    *,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Array, BatchNormState, BatchNormCache]:
    """Batch normalisation of each channel, by its mini-batch or by its running statistics.

    gamma * (x - mean) / sqrt(var + eps) + beta

    Parameters
    ----------
    x : array_like of shape (N, C, ...)
        A mini-batch of N samples: C features of each, or C channels, as in (N, C, H, W).
    gamma, beta : array_like of shape (C,)
        Scale and shift of each channel, which are learned.
    state : BatchNormState or None
        State that the batch before returned; None before the first, for mean 0 and
        variance 1.
    training : bool
        Whether mean and variance are those of the mini-batch, over N and all axes after
        C; otherwise they are those of `state`.
    momentum : float, default 0.1
        Share of the new batch in the running statistics, in [0, 1].
    eps : float, default 1e-5
        Number that is added to the variance, above 0.

    Returns
    -------
    y : ndarray of shape (N, C, ...)
        Normalised values.
    state : BatchNormState
        For the next batch; in training, (1 - momentum) * old + momentum * new. The
        variance of the mini-batch is a sum over n there, but over n - 1 in the state.
    cache : NamedTuple
        `x_hat`, the values before gamma and beta; `scale`, gamma / sqrt(var + eps);
        `training`.

    Raises
    ------
    ValueError
        If a shape does not fit, a channel has fewer than two values in training, `state`
        is None without training, or an option is out of its range.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import batch_norm
    >>> x, one, zero = [[1], [2], [3], [4]], np.ones(1), np.zeros(1)
    >>> y, state, _ = batch_norm(x, one, zero, None, training=True)
    >>> y[:, 0].round(4).tolist()
    [-1.3416, -0.4472, 0.4472, 1.3416]
    >>> state.mean.round(4).tolist(), state.var.round(4).tolist()
    ([0.25], [1.0667])

    References
    ----------
    [@ioffe2015], algorithms 1 and 2.
    """
    x = _as_channels(x)
    scale, shift = _of_channels(gamma, beta, x)
    before, share = _recalled(state, x), as_share("momentum", momentum)
    wide = _flat(widened(x))
    added = float(as_finite("eps", eps, wide, above=0))
    if as_flag("training", training):
        found, after = _of_batch(wide, added, before, share)
    elif state is None:
        raise ValueError("`state` must be that of a training, got None without `training`")
    else:
        found, after = _of_state(wide, added, before), before
    with np.errstate(over="ignore", invalid="ignore"):
        y = found.x_hat * widened(scale)[:, None]
        y += widened(shift)[:, None]
        factor = rounded(scale / found.root, x, scale)
    x_hat = rounded(found.x_hat, x).reshape(x.shape)
    cache = BatchNormCache(x_hat, factor, bool(training))
    return rounded(y, x, scale).reshape(x.shape), after, cache


def batch_norm_backward(
    dout: ArrayLike, cache: BatchNormCache
) -> tuple[Array, Array, Array]:
    """Gradients of a loss by the input, the scales and the shifts of batch normalisation.

    scale * (dout - mean(dout) - x_hat * mean(dout * x_hat)), the means over a channel

    Parameters
    ----------
    dout : array_like of shape (N, C, ...)
        Gradient of the loss by the result of `batch_norm`.
    cache : NamedTuple
        The `cache` that `batch_norm` returned.

    Returns
    -------
    dx : ndarray of shape (N, C, ...)
        Gradient by `x`: scale * dout where `training` was False.
    dgamma, dbeta : ndarray of shape (C,)
        Gradients by `gamma` and `beta`: the sums of dout * x_hat and of dout.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `x`.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.normalization import batch_norm, batch_norm_backward
    >>> x, one, zero = [[1], [2], [3], [4]], np.ones(1), np.zeros(1)
    >>> _, _, cache = batch_norm(x, one, zero, None, training=True)
    >>> dx, dgamma, dbeta = batch_norm_backward([[1], [0], [0], [0]], cache)
    >>> dx[:, 0].round(3).tolist()  # the other samples feel it too
    [0.268, -0.358, -0.089, 0.179]

    References
    ----------
    [@ioffe2015], section 3.
    """
    is_cache(cache, BatchNormCache, "batch_norm")
    d = as_float("dout", dout)
    same_shape("dout", d, "x", cache.x_hat)
    like, factor = (d, cache.x_hat), cache.scale
    wide, x_hat = _flat(widened(d)), _flat(widened(cache.x_hat))
    dx, shift, stretch = _standardize_backward(wide, x_hat, factor)
    n = d.size / d.shape[1]
    with np.errstate(over="ignore", invalid="ignore"):
        if not cache.training:
            dx = wide * _column(factor, wide)
        dgamma, dbeta = rounded(n * stretch, *like), rounded(n * shift, *like)
    return rounded(dx, *like, factor).reshape(d.shape), dgamma, dbeta


def _recalled(state: BatchNormState | None, x: Array) -> BatchNormState:
    """Return the state, refused unless it has a mean and a variance of each channel."""
    kind, C = np.result_type(x, np.float32), x.shape[1:2]
    if state is None:
        return BatchNormState(np.zeros(C, kind), np.ones(C, kind))
    if not isinstance(state, BatchNormState):
        came = type(state).__name__
        raise TypeError(f"`state` must be None or BatchNormState, got {came}")
    kept = [as_float(f"state.{n}", a) for n, a in zip(state._fields, state, strict=True)]
    for name, array in zip(state._fields, kept, strict=True):
        has_shape(f"state.{name}", array, C, " of the channels of `x`")
    with np.errstate(over="ignore"):  # 1e300 is inf in float32
        return BatchNormState(*(array.astype(kind) for array in kept))


def _of_batch(
    x: Array, eps: float, before: BatchNormState, share: float
) -> tuple[Standardized, BatchNormState]:
    """Return what the mini-batch makes of itself, and the state after it."""
    n = len(x) * x.shape[2]
    if n < 2:
        rule = "more than one value for each channel in training"
        raise ValueError(f"`x` must hold {rule}, got {n}")
    found = _standardize(x, eps)
    with np.errstate(over="ignore", invalid="ignore"):
        new = found.mean, found.var * (n / (n - 1))
        mixed = [
            (1 - share) * old + share * one for old, one in zip(before, new, strict=True)
        ]
    return found, BatchNormState(*(rounded(a, before.mean) for a in mixed))


def _of_state(x: Array, eps: float, state: BatchNormState) -> Standardized:
    """Return what running statistics make of a mini-batch."""
    with np.errstate(over="ignore", invalid="ignore"):
        root = np.sqrt(state.var + eps)
        x_hat = x - _column(state.mean, x)
        x_hat /= _column(root, x)
    return Standardized(x_hat, state.mean, state.var, root)
