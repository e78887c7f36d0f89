"""Derivatives by central differences: each input is moved a little in both directions.

Differences lose half of the digits and more, so the points are float64 whatever the dtype
of the input, and a gradient that is right agrees to about six digits, not to sixteen.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_function
from .._array import Array, Scalar, as_finite, as_float, not_empty, same_shape
from .._sums import norm, power_of_two


def numerical_gradient(
    f: Callable[[Array], ArrayLike], x: ArrayLike, *, h: float = 1e-5
) -> Array:
    """Gradient of a function by central differences.

    (f(x + h e_i) - f(x - h e_i)) / (2 h)

    Parameters
    ----------
    f : callable
        Function of an array of the shape of `x` that returns one number. It is called twice
        for each entry of `x`, with a new float64 array each time.
    x : array_like of shape (...)
        Point at which to differentiate.
    h : float, default 1e-5
        Step, above 0.

    Returns
    -------
    ndarray of shape (...)
        Slope of `f` in each entry of `x`.

    Raises
    ------
    TypeError
        If `f` returns anything but real numbers.
    ValueError
        If `x` is empty, `h` is not finite and above 0 or so small that adding it to an
        entry of `x` changes nothing, or `f` returns more than one number.

    Examples
    --------
    >>> from dlnotes.autodiff import numerical_gradient
    >>> numerical_gradient(lambda x: x @ x, [1.0, 3.0]).round(6).tolist()
    [2.0, 6.0]
    >>> float(numerical_gradient(abs, 0.0))  # a kink: the mean of both slopes
    0.0

    References
    ----------
    [@nocedal2006], section 8.1.
    """
    f, (x, step) = as_function("f", f), _point_and_step(x, h)
    slopes = [_slope(f, x, index, step) for index in np.ndindex(x.shape)]
    if np.ndim(slopes[0]):
        raise ValueError(f"`f` must return one number, got shape {np.shape(slopes[0])}")
    return np.array(slopes, x.dtype).reshape(x.shape)[()]


def numerical_jacobian(
    f: Callable[[Array], ArrayLike], x: ArrayLike, *, h: float = 1e-5
) -> Array:
    """Derivatives of every output of a function by every input, by central differences.

    (f(x + h e_j)_i - f(x - h e_j)_i) / (2 h)

    Arguments and references as for `numerical_gradient`.

    Parameters
    ----------
    f : callable
        Function of an array of the shape of `x` that returns an array. It is called twice
        for each entry of `x`, with a new float64 array each time.

    Returns
    -------
    ndarray of shape (..., ...)
        Derivatives: first the axes of `f(x)`, then those of `x`. For vectors this is the
        Jacobian matrix, with a row for each output.

    Raises
    ------
    TypeError
        If `f` returns anything but real numbers.
    ValueError
        If `x` is empty, or `h` is not finite and above 0 or so small that adding it to an
        entry of `x` changes nothing.

    Examples
    --------
    >>> from dlnotes.autodiff import numerical_jacobian
    >>> numerical_jacobian(lambda x: x[:2] * x[2], [1.0, 2.0, 3.0]).round(6).tolist()
    [[3.0, 0.0, 1.0], [0.0, 3.0, 2.0]]
    """
    f, (x, step) = as_function("f", f), _point_and_step(x, h)
    slopes = [_slope(f, x, index, step) for index in np.ndindex(x.shape)]
    table = np.stack(slopes, axis=-1).astype(x.dtype)
    return table.reshape(np.shape(slopes[0]) + x.shape)[()]


def gradient_check(
    f: Callable[[Array], ArrayLike], grad: ArrayLike, x: ArrayLike, *, h: float = 1e-5
) -> float:
    """Relative error of a gradient, measured by central differences.

    norm(grad - numerical) / (norm(grad) + norm(numerical))

    Arguments and errors as for `numerical_gradient`.

    Parameters
    ----------
    grad : array_like of shape (...)
        Gradient of `f` at `x` that is to be checked.
    x : array_like of shape (...)
        Point at which `grad` was computed; not on a kink.

    Returns
    -------
    float
        Number from 0 to 1, and 0 where both gradients are 0. In float64 a right gradient
        gives 1e-7 or less, a wrong one 1e-2 or more; in between, a kink is near or the
        step is too large or too small.

    Raises
    ------
    ValueError
        If `grad` does not have the shape of `x`.

    Examples
    --------
    >>> from dlnotes.autodiff import gradient_check
    >>> gradient_check(lambda x: x @ x, [2.0, 6.0], [1.0, 3.0]) < 1e-7
    True
    >>> round(gradient_check(lambda x: x @ x, [1.0, 3.0], [1.0, 3.0]), 4)  # no 2
    0.3333

    References
    ----------
    [@karpathy2015].
    """
    x, grad = as_float("x", x), as_float("grad", grad).astype(np.float64)
    same_shape("grad", grad, "x", x)
    measured = numerical_gradient(f, x.astype(np.float64), h=h)
    unit = power_of_two(grad, measured)  # of all three lengths, which may leave float64
    with np.errstate(invalid="ignore"):
        grad, measured = grad / unit, measured / unit
        sizes = norm(grad) + norm(measured)
        return float(norm(grad - measured) / (sizes if sizes != 0 else 1))


def _point_and_step(x: ArrayLike, h: float) -> tuple[Array, Scalar]:
    """Return the point as an array, and the step in float64."""
    x = as_float("x", x)
    not_empty("x", x)
    return x, as_finite("h", h, above=0)


def _slope(
    f: Callable[[Array], ArrayLike], x: Array, index: tuple[int, ...], step: Scalar
) -> Array:
    """Return the central difference of `f` when one entry of `x` moves."""
    above, below = x.astype(np.float64), x.astype(np.float64)
    with np.errstate(over="ignore", invalid="ignore"):
        above[index] += step
        below[index] -= step
        width = above[index] - below[index]  # 2 h after rounding
    if not 0 < width < np.inf and not np.isnan(x[index]):
        rule = "be smaller" if width == np.inf else "not vanish"
        raise ValueError(f"`h` must {rule} beside the entry {x[index]}, got {step}")
    ends: list[Any] = [as_float("f(x)", f(point)) for point in (above, below)]
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray((ends[0] - ends[1]) / width)
