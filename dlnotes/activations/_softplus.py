"""Softplus and log-sigmoid, the curves whose slopes are sigmoids.

They have a file of their own, beside `_sigmoid_tanh.py`, to keep both short.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_float
from ._sigmoid_tanh import _logistic, sigmoid


def log_sigmoid(x: ArrayLike) -> Array:
    """Logarithm of the sigmoid.

    log(sigmoid(x)) = -log(1 + exp(-x))

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations, or log-odds.

    Returns
    -------
    ndarray of shape (...)
        Log-probabilities, none above 0.

    Examples
    --------
    >>> from dlnotes.activations import log_sigmoid
    >>> log_sigmoid([-1000, 0]).round(4).tolist()  # log(sigmoid(-1000)) is -inf
    [-1000.0, -0.6931]

    References
    ----------
    [@goodfellow2016], section 3.10.
    """
    x = as_float("x", x)
    return np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))


def log_sigmoid_grad(x: ArrayLike) -> Array:
    """Derivative of `log_sigmoid`.

    1 - sigmoid(x) = sigmoid(-x)

    Arguments and references as for `log_sigmoid`.

    Returns
    -------
    ndarray of shape (...)
        Slopes from 0 to 1.

    Examples
    --------
    >>> from dlnotes.activations import log_sigmoid_grad
    >>> log_sigmoid_grad([-1000, 0]).tolist()
    [1.0, 0.5]
    >>> bool(log_sigmoid_grad(40) > 0)  # 1 - sigmoid(40) is 0
    True
    """
    x = as_float("x", x)
    return _logistic(x, x <= 0)


def softplus(x: ArrayLike) -> Array:
    """Smooth version of the rectifier.

    log(1 + exp(x))

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.

    Returns
    -------
    ndarray of shape (...)
        Entries of at least 0, above `max(0, x)` by at most log(2).

    Examples
    --------
    >>> from dlnotes.activations import softplus
    >>> softplus([-1000, 0, 1000]).round(4).tolist()  # exp(1000) would overflow
    [0.0, 0.6931, 1000.0]

    References
    ----------
    [@dugas2001].
    """
    x = as_float("x", x)
    # log1p keeps the digits that 1 + exp(x) loses far below zero
    return np.log1p(np.exp(-np.abs(x))) + np.maximum(x, 0)


def softplus_grad(x: ArrayLike) -> Array:
    """Derivative of `softplus`: the sigmoid.

    sigmoid(x)

    Arguments as for `softplus`.

    Returns
    -------
    ndarray of shape (...)
        Slopes from 0 to 1.

    Examples
    --------
    >>> from dlnotes.activations import softplus_grad
    >>> softplus_grad([-1000, 0, 1000]).tolist()
    [0.0, 0.5, 1.0]

    References
    ----------
    [@goodfellow2016], section 3.10.
    """
    return sigmoid(x)
