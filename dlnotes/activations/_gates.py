"""GELU and SiLU: each entry times a share of itself, which grows with it from 0 to 1.

NumPy has no error function, which GELU needs. It is read off a polynomial here, found once
from that of Python's `math`.
"""

import math
from typing import Any

import numpy as np
from numpy.polynomial import chebyshev
from numpy.typing import ArrayLike

from .._arguments import one_of
from .._array import Array, as_float
from .._sums import rounded, widened
from ._sigmoid_tanh import sigmoid, sigmoid_grad

FORMS = ["none", "tanh"]
ROOT, CUBIC = math.sqrt(2 / math.pi), 0.044715
LOWEST = -1e4  # below it every result is 0, also that of -inf
END, FAR = 37.0, 60.0  # of `_upper_tail`, and where `_bell` is 0
LEAST = 2 / (2 + END)


def gelu(x: ArrayLike, *, approximate: str = "none") -> Array:
    """Gaussian error linear unit: each entry times the normal probability below it.

    x * Phi(x), or x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x**3)) for "tanh"

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.
    approximate : {"none", "tanh"}, default "none"
        Form: with the distribution function Phi, or with a tanh near it, as in GPT-2;
        1 + tanh(u) is 2 * sigmoid(2 * u).

    Returns
    -------
    ndarray of shape (...)
        Entries of at least -0.17.

    Raises
    ------
    ValueError
        If `approximate` has another name.

    Examples
    --------
    >>> from dlnotes.activations import gelu
    >>> gelu([-1, 0, 1, 3]).round(4).tolist()
    [-0.1587, 0.0, 0.8413, 2.996]
    >>> gelu([-1, 0, 1, 3], approximate="tanh").round(4).tolist()
    [-0.1588, 0.0, 0.8412, 2.9964]

    References
    ----------
    [@hendrycks2016].
    """
    x = as_float("x", x)
    low = np.maximum(widened(x), LOWEST)
    return rounded(low * _gate(low, one_of("approximate", approximate, FORMS)), x)


def gelu_grad(x: ArrayLike, *, approximate: str = "none") -> Array:
    """Derivative of `gelu`, a little below 0 on the left and a little above 1 on the right.

    Phi(x) + x * phi(x) for the normal density phi

    Arguments, errors and references as for `gelu`.

    Returns
    -------
    ndarray of shape (...)
        Slopes from -0.13 to 1.13.

    Examples
    --------
    >>> from dlnotes.activations import gelu_grad
    >>> gelu_grad([-1, 0, 1, 3]).round(4).tolist()
    [-0.0833, 0.5, 1.0833, 1.0119]
    """
    x = as_float("x", x)
    one_of("approximate", approximate, FORMS)
    low = np.clip(widened(x), LOWEST, -LOWEST)
    if approximate == "none":
        slope = _bell(np.abs(low)) / math.sqrt(2 * math.pi)
    else:
        slope = 2 * ROOT * (1 + 3 * CUBIC * low * low) * sigmoid_grad(_tanh_form(low))
    return rounded(_gate(low, approximate) + low * slope, x)


def silu(x: ArrayLike) -> Array:
    """Sigmoid linear unit, which is also called swish.

    x * sigmoid(x)

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.

    Returns
    -------
    ndarray of shape (...)
        Entries of at least -0.28.

    Examples
    --------
    >>> from dlnotes.activations import silu
    >>> silu([-1000, -1, 0, 1]).round(4).tolist()
    [-0.0, -0.2689, 0.0, 0.7311]

    References
    ----------
    [@ramachandran2017].
    """
    x = as_float("x", x)
    low = np.maximum(widened(x), LOWEST)
    return rounded(low * sigmoid(low), x)


def silu_grad(x: ArrayLike) -> Array:
    """Derivative of `silu`.

    sigmoid(x) * (1 + x * (1 - sigmoid(x)))

    Arguments and references as for `silu`.

    Returns
    -------
    ndarray of shape (...)
        Slopes from -0.1 to 1.1.

    Examples
    --------
    >>> from dlnotes.activations import silu_grad
    >>> silu_grad([-1, 0, 1]).round(4).tolist()
    [0.0723, 0.5, 0.9277]
    """
    x = as_float("x", x)
    low = np.clip(widened(x), LOWEST, -LOWEST)
    return rounded(sigmoid(low) + low * sigmoid_grad(low), x)


def _gate(x: Array, approximate: str) -> Array:
    """Return the share of each entry that GELU lets through."""
    if approximate == "tanh":
        return sigmoid(_tanh_form(x))
    tail = _upper_tail(np.abs(x))
    return np.where(x > 0, 1 - tail, tail)


def _tanh_form(x: Array) -> Array:
    with np.errstate(over="ignore"):
        u: Array = 2 * ROOT * x * (1 + CUBIC * x * x)
    return u


def _bell(x: Array, rate: float = 0.5) -> Array:
    """Return exp(-rate * x * x) for x of at least 0, and keep the digits a square loses."""
    near = np.minimum(x, FAR)
    short = np.round(near * 16) / 16
    rest = (near - short) * (near + short)
    result: Array = np.exp(-rate * short * short) * np.exp(-rate * rest)
    return result


def _upper_tail(x: Array) -> Array:
    """Return the normal probability above x, for x of at least 0."""
    t = 2 / (2 + x)
    y: Array = t * _bell(x)
    place = np.maximum(2 * (t - LEAST) / (1 - LEAST) - 1, -1)
    factor = np.full_like(place, FACTOR[-1])
    for coefficient in FACTOR[-2::-1].astype(y.dtype):
        factor *= place
        factor += coefficient
    y *= factor
    return y


def _factor(place: Any) -> Any:
    """Return the factor of `_upper_tail` that a polynomial stands for, by `math.erfc`."""
    t = LEAST + (1 - LEAST) * (place + 1) / 2
    z = (2 / t - 2) / math.sqrt(2)
    return np.array([math.erfc(one) / 2 for one in z.tolist()]) / (t * _bell(z, 1))


FACTOR = chebyshev.cheb2poly(chebyshev.chebinterpolate(_factor, 24))
