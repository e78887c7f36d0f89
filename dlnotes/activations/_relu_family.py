"""The ReLU family: the identity above zero, different functions below it.

At zero, where the slope jumps, each derivative takes the value from below, as in PyTorch.
PReLU, whose slope is learned, is in `_prelu.py`.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, Scalar, as_finite, as_float
from .._sums import rounded, widened


def relu(x: ArrayLike) -> Array:
    """Rectified linear unit.

    max(0, x)

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.

    Returns
    -------
    ndarray of shape (...)
        Entries of at least 0.

    Examples
    --------
    >>> from dlnotes.activations import relu
    >>> relu([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 3.0]

    References
    ----------
    [@nair2010].
    """
    return np.maximum(as_float("x", x), 0)


def relu_grad(x: ArrayLike) -> Array:
    """Derivative of `relu`, with 0 at 0.

    1 if x > 0 else 0

    Arguments and references as for `relu`.

    Returns
    -------
    ndarray of shape (...)
        Slopes, 0 or 1.

    Examples
    --------
    >>> from dlnotes.activations import relu_grad
    >>> relu_grad([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 1.0]
    """
    return np.sign(relu(x))  # x > 0 would turn nan into 0


def leaky_relu(x: ArrayLike, *, negative_slope: float = 0.01) -> Array:
    """Rectifier that multiplies negative numbers by a small slope.

    max(0, x) + negative_slope * min(0, x)

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.
    negative_slope : float, default 0.01
        Slope below zero, at least 0.

    Returns
    -------
    ndarray of shape (...)
        Activated entries.

    Raises
    ------
    ValueError
        If `negative_slope` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.activations import leaky_relu
    >>> leaky_relu([-2.0, 0.0, 3.0]).tolist()
    [-0.02, 0.0, 3.0]
    >>> leaky_relu([-2.0, 3.0], negative_slope=2).tolist()  # not max(x, 2 * x)
    [-4.0, 3.0]

    References
    ----------
    [@maas2013].
    """
    x = as_float("x", x)
    return _leaky(x, as_finite("negative_slope", negative_slope, x, at_least=0))


def leaky_relu_grad(x: ArrayLike, *, negative_slope: float = 0.01) -> Array:
    """Derivative of `leaky_relu`, with `negative_slope` at 0.

    1 if x > 0 else negative_slope

    Arguments, errors and references as for `leaky_relu`.

    Returns
    -------
    ndarray of shape (...)
        Slopes, 1 or `negative_slope`.

    Examples
    --------
    >>> from dlnotes.activations import leaky_relu_grad
    >>> leaky_relu_grad([-2.0, 0.0, 3.0]).tolist()
    [0.01, 0.01, 1.0]
    """
    x = as_float("x", x)
    return _leaky_grad(x, as_finite("negative_slope", negative_slope, x, at_least=0))


def elu(x: ArrayLike, *, alpha: float = 1.0) -> Array:
    """Exponential linear unit, which approaches `-alpha` far below zero.

    x if x > 0 else alpha * (exp(x) - 1)

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.
    alpha : float, default 1.0
        Minus the limit far below zero, at least 0.

    Returns
    -------
    ndarray of shape (...)
        Entries of at least `-alpha`.

    Raises
    ------
    ValueError
        If `alpha` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.activations import elu
    >>> elu([-1000.0, -1.0, 0.0, 2.0]).round(4).tolist()
    [-1.0, -0.6321, 0.0, 2.0]
    >>> float(elu(-1e-20))  # exp(x) - 1 gives 0
    -1e-20

    References
    ----------
    [@clevert2016].
    """
    x = as_float("x", x)
    depth = as_finite("alpha", alpha, x, at_least=0)
    return rounded(np.maximum(x, 0) + depth * np.expm1(np.minimum(widened(x), 0)), x)


def elu_grad(x: ArrayLike, *, alpha: float = 1.0) -> Array:
    """Derivative of `elu`, with `alpha` at 0.

    1 if x > 0 else alpha * exp(x)

    Arguments, errors and references as for `elu`.

    Returns
    -------
    ndarray of shape (...)
        Slopes of at least 0.

    Examples
    --------
    >>> from dlnotes.activations import elu_grad
    >>> elu_grad([-1.0, 0.0, 2.0]).round(4).tolist()
    [0.3679, 1.0, 1.0]
    >>> elu_grad([0.0, 2.0], alpha=2).tolist()  # a corner, unless alpha is 1
    [2.0, 1.0]
    """
    x = as_float("x", x)
    depth = as_finite("alpha", alpha, x, at_least=0)
    z = widened(x)
    # exp(x) in two factors: a subnormal exp(x) has lost digits, also if a large `depth`
    # makes the product normal again; above -64 the second factor is exactly 1
    slope = depth * np.exp(np.clip(z, -64, 0)) * np.exp(np.minimum(z, -64) + 64)
    return rounded(np.where(x > 0, 1, slope), x)


def _leaky(x: Array, slope: Array | Scalar) -> Array:
    """Return max(0, x) + slope * min(0, x), for one slope or an array of them."""
    # with a slope of 0 this is relu, also at -inf, where the product would be nan
    lowest = np.where(slope == 0, np.finfo(x.dtype).min, -np.inf)
    with np.errstate(over="ignore", invalid="ignore"):
        return rounded(np.maximum(x, 0) + slope * np.clip(x, lowest, 0), x)


def _leaky_grad(x: Array, slope: Array | Scalar) -> Array:
    """Return 1 if x > 0 else slope, for one slope or an array of them."""
    step = relu_grad(x)  # in the sum nan stays nan, unlike in `where`
    return rounded(step + slope * (1 - step), x)
