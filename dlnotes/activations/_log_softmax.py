"""The logarithms of the softmax: its normaliser, and the log-probabilities.

They have a file of their own, beside `_softmax.py`, to keep both short.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_flag
from .._array import Array, as_float, not_empty_along, same_shape
from .._sums import rounded, total, widened


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
    peak, _, rest = _parts(x, axis)
    y = rounded(np.where(np.isfinite(peak), peak + np.log1p(rest), peak), x)
    return y if keepdims and x.ndim else y.squeeze(axis)[()]  # [()] makes a scalar of 0-d


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
    # the two parts of logsumexp are subtracted one by one: where the scores are large,
    # their sum would lose the second
    _, below, rest = _parts(x, axis)
    below -= np.log1p(rest)
    return rounded(below.reshape(x.shape), x)


def log_softmax_backward(dout: ArrayLike, log_p: ArrayLike, *, axis: int = -1) -> Array:
    """Gradient of a loss with respect to the scores of `log_softmax`.

    dout - exp(log_p) * sum(dout)

    Arguments and references as for `log_softmax`.

    Parameters
    ----------
    dout : array_like of shape (..., K)
        Gradient of the loss with respect to the log-probabilities.
    log_p : array_like of shape (..., K)
        Log-probabilities that `log_softmax` returned.

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
    d, logs = np.atleast_1d(widened(dout), widened(log_p))
    with np.errstate(over="ignore", invalid="ignore"):
        slopes = d - np.exp(logs) * total(d, axis, keepdims=True)
        # dout - p * sum(dout) has no digits left where p is nearly 1
        top = _top(logs, axis)
        own, log_top = _at(d, top, axis), _at(logs, top, axis)
        others = _sum_beside(d.copy(), top, axis)
        best = -own * np.expm1(log_top) - np.exp(log_top) * others
        np.put_along_axis(slopes, top, best, axis)
    return rounded(slopes.reshape(dout.shape), dout, log_p)


def _parts(x: Array, axis: int) -> tuple[Array, Array, Array]:
    """Return the largest score, all scores minus it, and the sum of exp of the others.

    With the others alone, log1p keeps the digits of a sum that is small beside exp(0).
    """
    not_empty_along("x", x, axis)
    x = np.atleast_1d(widened(x))
    top = _top(x, axis)
    peak = _at(x, top, axis)
    with np.errstate(over="ignore", invalid="ignore"):  # inf - inf is nan by design
        below = x - peak
        return peak, below, _sum_beside(np.exp(below), top, axis)


def _top(x: Array, axis: int) -> NDArray[np.intp]:
    """Return the index of a largest entry along `axis`, which is kept with length 1."""
    return np.asarray(np.argmax(x, axis=axis, keepdims=True))


def _at(x: Array, top: NDArray[np.intp], axis: int) -> Array:
    """Return the entries at the indices of `_top`."""
    return np.take_along_axis(x, top, axis)


def _sum_beside(x: Array, top: NDArray[np.intp], axis: int) -> Array:
    """Return the sum of all entries but those at `top`, which are set to 0 in `x`."""
    np.put_along_axis(x, top, _at(x, top, axis) * 0, axis)  # nan stays nan
    return total(x, axis, keepdims=True)
