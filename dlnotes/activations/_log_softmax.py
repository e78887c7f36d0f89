"""The logarithms of the softmax: its normaliser, and the log-probabilities.

They have a file of their own, beside `_softmax.py`, to keep both short.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_flag
from .._array import Array, as_float, not_empty_along, same_shape


def logsumexp(x: ArrayLike, *, axis: int = -1, keepdims: bool = False) -> Array:
    """Logarithm of a sum of exponentials, a smooth maximum.

    log(sum(exp(x)))

    Parameters
    ----------
    x : array_like of shape (..., K)
        Scores.
    axis : int, default -1
        Axis that is summed over.
    keepdims : bool, default False
        Whether to keep the summed axis, with length 1.

    Returns
    -------
    ndarray of shape (...) or (..., 1)
        Entries from `max(x)` to `max(x) + log(K)`.

    Raises
    ------
    ValueError
        If `x` is empty along `axis`.

    Examples
    --------
    >>> from dlnotes.activations import logsumexp
    >>> round(float(logsumexp([1000.0, 1000.0])), 4)  # exp(1000) would overflow
    1000.6931
    >>> float(logsumexp([-float("inf"), -float("inf")]))
    -inf

    References
    ----------
    [@blanchard2021].
    """
    x, keepdims = as_float("x", x), as_flag("keepdims", keepdims)
    peak = _largest(x, axis)
    peak = np.where(np.isfinite(peak), peak, 0)  # inf - inf would be nan
    with np.errstate(over="ignore", divide="ignore"):  # for sums of inf and of 0
        total: Array = np.sum(np.exp(_below(peak, x)), axis=axis, keepdims=True)
        y = (np.log(total) + peak).astype(x.dtype, copy=False)
    return y if keepdims else y.squeeze(axis)[()]  # [()] makes a scalar of 0-d


def log_softmax(x: ArrayLike, *, axis: int = -1) -> Array:
    """Logarithm of the softmax.

    x - logsumexp(x)

    Parameters
    ----------
    x : array_like of shape (..., K)
        Scores.
    axis : int, default -1
        Axis along which the exponentials of the result sum to 1.

    Returns
    -------
    ndarray of shape (..., K)
        Log-probabilities; nan where a slice holds inf, or nothing but -inf.

    Raises
    ------
    ValueError
        If `x` is empty along `axis`.

    Examples
    --------
    >>> from dlnotes.activations import log_softmax
    >>> log_softmax([1000.0, 0.0]).tolist()  # log(softmax(x)) gives -inf
    [0.0, -1000.0]

    References
    ----------
    [@blanchard2021].
    """
    x = as_float("x", x)
    shifted = _below(_largest(x, axis), x)
    # the two parts of logsumexp are subtracted one by one: where the scores are large,
    # their sum would lose the second
    shifted -= np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))
    with np.errstate(over="ignore"):  # twice the largest float16 is inf
        return shifted.astype(x.dtype, copy=False)


def log_softmax_backward(dout: ArrayLike, log_p: ArrayLike, *, axis: int = -1) -> Array:
    """Gradient of a loss with respect to the scores of `log_softmax`.

    dout - exp(log_p) * sum(dout)

    References as for `log_softmax`.

    Parameters
    ----------
    dout : array_like of shape (..., K)
        Gradient of the loss with respect to the log-probabilities.
    log_p : array_like of shape (..., K)
        Log-probabilities that `log_softmax` returned.
    axis : int, default -1
        Axis along which the exponentials of `log_p` sum to 1.

    Returns
    -------
    ndarray of shape (..., K)
        Gradient with respect to the scores; it sums to 0 along `axis`.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `log_p`, or `log_p` is empty along `axis`.

    Examples
    --------
    >>> from dlnotes.activations import log_softmax, log_softmax_backward
    >>> log_p = log_softmax([0.0, 0.0])
    >>> log_softmax_backward([-1.0, 0.0], log_p).round(4).tolist()  # p - one_hot
    [-0.5, 0.5]
    """
    dout, log_p = as_float("dout", dout), as_float("log_p", log_p)
    same_shape("dout", dout, "log_p", log_p)
    not_empty_along("log_p", log_p, axis)
    with np.errstate(over="ignore", invalid="ignore"):
        total: Array = np.sum(dout, axis=axis, keepdims=True)
        return dout - np.exp(log_p) * total


def _largest(x: Array, axis: int) -> Array:
    """Return the largest score along `axis`, which is kept with length 1."""
    not_empty_along("x", x, axis)
    peak: Array = np.max(x, axis=axis, keepdims=True)
    return peak


def _below(peak: Array, x: Array) -> Array:
    """Return `x - peak`; float16 as float32, which can hold the sum of its exponentials."""
    # over: a distance that is too large becomes -inf; invalid: inf - inf is nan by design
    with np.errstate(over="ignore", invalid="ignore"):
        return np.subtract(x, peak, dtype=np.result_type(x, np.float32))
