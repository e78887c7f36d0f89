"""Softmax: probabilities in proportion to the exponentials of scores.

The largest score is subtracted first, which does not change the result and keeps `exp` from
overflowing. The logarithms are in `_log_softmax.py`.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._array import (
    Array,
    are_distributions,
    as_finite,
    as_float,
    has_axes,
    not_empty_along,
    same_shape,
)
from .._sums import rounded, sum_of_products, total, widened
from ._log_softmax import _at, _sum_beside, _top


def softmax(x: ArrayLike, *, axis: int = -1, temperature: float = 1.0) -> Array:
    """Probabilities in proportion to the exponentials of scores.

    exp(x / temperature) / sum(exp(x / temperature))

    Parameters
    ----------
    x : array_like of shape (..., K)
        Scores.
    axis : int, default -1
        Axis along which the result sums to 1.
    temperature : float, default 1.0
        Divisor of the scores, above 0: near 0 the largest score gets all probability, far
        above 1 all probabilities become equal.

    Returns
    -------
    ndarray of shape (..., K)
        Probabilities; nan where a slice holds inf, or nothing but -inf.

    Raises
    ------
    ValueError
        If `x` is empty along `axis`, or `temperature` is not finite and above 0.

    Examples
    --------
    >>> from dlnotes.activations import softmax
    >>> softmax([1001, 1002, 1003]).round(4).tolist()  # as softmax([1, 2, 3])
    [0.09, 0.2447, 0.6652]
    >>> softmax([1, 2, 3], temperature=10).round(4).tolist()
    [0.3006, 0.3322, 0.3672]

    References
    ----------
    [@bridle1990].
    """
    x = as_float("x", x)
    divisor = as_finite("temperature", temperature, x, above=0)
    not_empty_along("x", x, axis)
    scores = np.atleast_1d(widened(x))
    with np.errstate(over="ignore", invalid="ignore"):  # inf - inf is nan by design
        exps = scores - np.max(scores, axis=axis, keepdims=True)
        exps /= divisor
    np.exp(exps, out=exps)
    exps /= total(exps, axis, keepdims=True)
    return rounded(exps.reshape(x.shape), x)


def softmax_jacobian(p: ArrayLike) -> Array:
    """Matrix of the derivatives of `softmax`, from its probabilities.

    diag(p) - outer(p, p)

    References as for `softmax`.

    Parameters
    ----------
    p : array_like of shape (K,)
        Probabilities, as `softmax` returns them.

    Returns
    -------
    ndarray of shape (K, K)
        Derivative of probability i by score j; symmetric, with rows that sum to 0.

    Raises
    ------
    ValueError
        If `p` is not one-dimensional, has an entry outside [0, 1], or does not sum to
        1 within half the digits of its dtype.

    Examples
    --------
    >>> from dlnotes.activations import softmax_jacobian
    >>> softmax_jacobian([0.25, 0.75]).tolist()
    [[0.1875, -0.1875], [-0.1875, 0.1875]]
    """
    p = as_float("p", p)
    has_axes("p", p, "K")
    are_distributions("p", p)
    wide = widened(p)
    matrix = -np.outer(wide, wide)
    np.fill_diagonal(matrix, wide * _others(wide, 1))  # p - p * p has fewer digits
    return rounded(matrix, p)


def softmax_backward(dout: ArrayLike, p: ArrayLike, *, axis: int = -1) -> Array:
    """Gradient of a loss with respect to the scores of `softmax`.

    p * (dout - sum(dout * p))

    Arguments and references as for `softmax`.

    Parameters
    ----------
    dout : array_like of shape (..., K)
        Gradient of the loss with respect to the probabilities.
    p : array_like of shape (..., K)
        Probabilities that `softmax` returned, at temperature 1.

    Returns
    -------
    ndarray of shape (..., K)
        Gradient with respect to the scores; it sums to 0 along `axis`.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `p`, or `p` is empty along `axis`.

    Examples
    --------
    >>> from dlnotes.activations import softmax_backward
    >>> softmax_backward([1.0, 0.0], [0.25, 0.75]).tolist()  # a row of the Jacobian
    [0.1875, -0.1875]
    """
    dout, p = as_float("dout", dout), as_float("p", p)
    same_shape("dout", dout, "p", p)
    not_empty_along("p", p, axis)
    d, shares = np.atleast_1d(widened(dout), widened(p))
    with np.errstate(over="ignore", invalid="ignore"):
        # only differences of `dout` count; those from the slope of the largest share
        # leave it out of the sum, which would swallow all others
        d = d - _at(d, _top(shares, axis), axis)
        d -= sum_of_products(d, shares, axis, keepdims=True)
        d *= shares
    return rounded(d.reshape(p.shape), dout, p)


def _others(p: Array, whole: Array | float) -> Array:
    """Return `whole - p` for parts of a whole, from their own sum beside the largest."""
    top = _top(p, -1)
    others: Array = whole - p
    np.put_along_axis(others, top, _sum_beside(p.copy(), top, -1), -1)
    return others
