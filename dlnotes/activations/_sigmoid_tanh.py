"""Sigmoid and tanh, the curves that are flat at both ends.

Every formula uses `exp(-|x|)`, which cannot overflow, and keeps its digits where the curve
itself is rounded to its limit.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, as_float


def sigmoid(x: ArrayLike) -> Array:
    """Logistic sigmoid, which maps every real number into (0, 1).

    1 / (1 + exp(-x))

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations, or log-odds.

    Returns
    -------
    ndarray of shape (...)
        Entries from 0 to 1.

    Examples
    --------
    >>> from dlnotes.activations import sigmoid
    >>> sigmoid([-1000, 0, 1000]).tolist()  # exp(1000) would overflow
    [0.0, 0.5, 1.0]

    References
    ----------
    [@goodfellow2016], section 3.10.
    """
    x = as_float("x", x)
    return _logistic(x, x >= 0)


def sigmoid_grad(x: ArrayLike) -> Array:
    """Derivative of `sigmoid`, a bell of height 1/4.

    sigmoid(x) * (1 - sigmoid(x))

    References as for `sigmoid`.

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations, not the values of the sigmoid.

    Returns
    -------
    ndarray of shape (...)
        Slopes from 0 to 1/4.

    Examples
    --------
    >>> from dlnotes.activations import sigmoid_grad
    >>> sigmoid_grad([0, 2, -2]).round(4).tolist()
    [0.25, 0.105, 0.105]
    >>> bool(sigmoid_grad(40) > 0)  # although sigmoid(40) rounds to 1
    True
    """
    decay: Array = np.exp(-np.abs(as_float("x", x)))
    # decay / (1 + decay)**2 with the square multiplied out, so that only one
    # addition rounds in full: at most 3.6 ulp in float32 instead of 4.7
    return decay / (1 + decay * (2 + decay))


def tanh(x: ArrayLike) -> Array:
    """Hyperbolic tangent, a sigmoid that is scaled to (-1, 1).

    (exp(x) - exp(-x)) / (exp(x) + exp(-x)) = 2 * sigmoid(2 * x) - 1

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.

    Returns
    -------
    ndarray of shape (...)
        Entries from -1 to 1.

    Examples
    --------
    >>> from dlnotes.activations import tanh
    >>> tanh([-1000, 0, 1]).round(4).tolist()  # exp(1000) would overflow
    [-1.0, 0.0, 0.7616]
    >>> float(tanh(1e-20))  # the quotient above gives 0
    1e-20

    References
    ----------
    [@lecun1998].
    """
    return np.tanh(as_float("x", x))


def tanh_grad(x: ArrayLike) -> Array:
    """Derivative of `tanh`, a bell of height 1.

    1 - tanh(x)**2

    References as for `tanh`.

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations, not the values of the tanh.

    Returns
    -------
    ndarray of shape (...)
        Slopes from 0 to 1.

    Examples
    --------
    >>> from dlnotes.activations import tanh_grad
    >>> tanh_grad([0, 1, -1]).round(4).tolist()
    [1.0, 0.42, 0.42]
    >>> bool(tanh_grad(20) > 0)  # although tanh(20) rounds to 1
    True
    """
    # 4 * sigmoid_grad(2 * x), as 1 - tanh**2 has no digits left where tanh rounds to 1
    with np.errstate(over="ignore"):  # exp(-inf) is the right answer
        decay: Array = np.exp(-2 * np.abs(as_float("x", x)))
    square = 1 + decay * (2 + decay)
    decay *= 4
    return decay / square


def _logistic(x: Array, above: NDArray[np.bool_]) -> Array:
    """Return 1 / (1 + exp(-|x|)) where `above`, exp(-|x|) / (1 + exp(-|x|)) elsewhere."""
    decay: Array = np.exp(-np.abs(x))
    y: Array = np.maximum(decay, above)  # True counts as 1, and nan stays nan
    decay += 1
    y /= decay
    return y
