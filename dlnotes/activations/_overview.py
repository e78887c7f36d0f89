"""The two extremes, a line and a step, and three measures of the outputs of activations.

A measure returns a Python float, and nan if any entry is nan: a share of units says nothing
about a network that has diverged.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, as_finite, as_float, as_scalar, has_axes, not_empty
from .._sums import rounded


def identity(x: ArrayLike) -> Array:
    """Identity, the activation of a linear layer.

    x

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.

    Returns
    -------
    ndarray of shape (...)
        A copy of `x`.

    Examples
    --------
    >>> from dlnotes.activations import identity
    >>> identity([-2, 0, 3]).tolist()  # integers become float64
    [-2.0, 0.0, 3.0]

    References
    ----------
    [@goodfellow2016], section 6.3.
    """
    return as_float("x", x).copy()[()]  # [()] makes a scalar of 0-d


def identity_grad(x: ArrayLike) -> Array:
    """Derivative of `identity`.

    1

    Arguments and references as for `identity`.

    Returns
    -------
    ndarray of shape (...)
        Ones, and nan where `x` is nan.

    Examples
    --------
    >>> from dlnotes.activations import identity_grad
    >>> identity_grad([-2.0, 0.0, 3.0]).tolist()
    [1.0, 1.0, 1.0]
    """
    return np.clip(as_float("x", x), 1, 1)  # nan stays nan, unlike in an array of constants


def heaviside(x: ArrayLike, *, value_at_zero: float = 1.0) -> Array:
    """Unit step, the activation of the first neurons.

    1 if x > 0 else 0

    Parameters
    ----------
    x : array_like of shape (...)
        Pre-activations.
    value_at_zero : float, default 1.0
        Value where `x` is 0, for which there are several conventions.

    Returns
    -------
    ndarray of shape (...)
        Entries 0, 1 or `value_at_zero`.

    Raises
    ------
    ValueError
        If `value_at_zero` is infinite or nan.

    Examples
    --------
    >>> from dlnotes.activations import heaviside
    >>> heaviside([-2.0, 0.0, 3.0]).tolist()
    [0.0, 1.0, 1.0]
    >>> heaviside([-2.0, 0.0, 3.0], value_at_zero=0.5).tolist()
    [0.0, 0.5, 1.0]

    References
    ----------
    [@mcculloch1943].
    """
    x = as_float("x", x)
    return rounded(np.heaviside(x, as_finite("value_at_zero", value_at_zero, x)), x)


def heaviside_grad(x: ArrayLike) -> Array:
    """Derivative of `heaviside`, which is 0: gradient descent cannot use it.

    0, by convention also at 0

    Arguments as for `heaviside`.

    Returns
    -------
    ndarray of shape (...)
        Zeros, and nan where `x` is nan.

    Examples
    --------
    >>> from dlnotes.activations import heaviside_grad
    >>> heaviside_grad([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 0.0]

    References
    ----------
    [@goodfellow2016], section 6.3.
    """
    return np.clip(as_float("x", x), 0, 0)  # nan stays nan, unlike in an array of constants


def dead_relu_fraction(z: ArrayLike) -> float:
    """Share of rectified units whose output is 0 for every sample of a batch.

    count of units with max(z[:, unit]) <= 0, divided by H

    Parameters
    ----------
    z : array_like of shape (N, H)
        Pre-activations of H units for N samples.

    Returns
    -------
    float
        Share from 0 to 1, nan if any entry is nan.

    Raises
    ------
    ValueError
        If `z` is not two-dimensional, or empty.

    Examples
    --------
    >>> from dlnotes.activations import dead_relu_fraction
    >>> dead_relu_fraction([[-1.0, -1.0], [0.0, 2.0]])  # only the first is dead
    0.5

    References
    ----------
    [@maas2013].
    """
    z = as_float("z", z)
    has_axes("z", z, "N", "H")
    not_empty("z", z)
    peak: Array = np.max(z, axis=0)  # nan, if the unit was nan for any sample
    return _share(peak <= 0, peak)


def sparsity(a: ArrayLike) -> float:
    """Share of activations that are exactly zero.

    count of a == 0, divided by the size of a

    Parameters
    ----------
    a : array_like of shape (...)
        Activations.

    Returns
    -------
    float
        Share from 0 to 1, nan if any entry is nan.

    Raises
    ------
    ValueError
        If `a` is empty.

    Examples
    --------
    >>> from dlnotes.activations import relu, sparsity
    >>> sparsity(relu([-2.0, -1.0, 0.0, 3.0]))
    0.75

    References
    ----------
    [@glorot2011].
    """
    a = as_float("a", a)
    not_empty("a", a)
    return _share(a == 0, a)


def saturation_fraction(a: ArrayLike, *, low: float, high: float) -> float:
    """Share of activations in the flat ends of a curve.

    count of a <= low or a >= high, divided by the size of a

    Parameters
    ----------
    a : array_like of shape (...)
        Activations.
    low, high : float
        Where the flat ends begin, `low` below `high`; infinite if a side has no flat end.

    Returns
    -------
    float
        Share from 0 to 1, nan if any entry is nan.

    Raises
    ------
    ValueError
        If `a` is empty, or `low` is not below `high`.

    Examples
    --------
    >>> from dlnotes.activations import saturation_fraction, tanh
    >>> saturation_fraction(tanh([-4.0, -1.0, 0.0, 3.0]), low=-0.99, high=0.99)
    0.5

    References
    ----------
    [@glorot2010].
    """
    a = as_float("a", a)
    not_empty("a", a)
    lower, upper = as_scalar("low", low, a), as_scalar("high", high, a)
    if not lower < upper:  # written so that nan is refused too
        raise ValueError(f"`low` must be below `high`, got {low} and {high}")
    return _share((a <= lower) | (a >= upper), a)


def _share(hit: NDArray[np.bool_], seen: Array) -> float:
    """Return the share of True in `hit`, nan if an entry of `seen` is nan."""
    return math.nan if np.isnan(seen).any() else float(np.mean(hit))
