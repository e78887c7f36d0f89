"""Surfaces to descend on: a bowl, a bent valley and a saddle."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_float
from .._sums import dot, rounded, sum_of_products, total, widened


def quadratic(x: ArrayLike, H: ArrayLike) -> Array:
    """Bowl with its bottom at the origin, or a saddle where `H` has negative eigenvalues.

    x @ H @ x / 2

    Parameters
    ----------
    x : array_like of shape (..., D)
        Points.
    H : array_like of shape (D, D)
        Curvatures: the Hessian of the surface, if `H` is symmetric.

    Returns
    -------
    ndarray of shape (...)
        Heights.

    Raises
    ------
    ValueError
        If `H` is not a square matrix, or `x` has another number of coordinates.

    Examples
    --------
    >>> from dlnotes.optimizers import quadratic
    >>> quadratic([[0, 0], [3, 0], [0, 3]], [[1, 0], [0, 4]]).tolist()
    [0.0, 4.5, 18.0]

    References
    ----------
    [@boyd2004], section 9.3.2.
    """
    x, H = _point_and_curvature(x, H)
    z = widened(x)
    return rounded(sum_of_products(z, dot(z / 2, H), -1), x, H)


def quadratic_grad(x: ArrayLike, H: ArrayLike) -> Array:
    """Gradient of `quadratic`.

    (H + H.T) @ x / 2, which is H @ x if H is symmetric

    Arguments, errors and references as for `quadratic`.

    Returns
    -------
    ndarray of shape (..., D)
        Gradients.

    Examples
    --------
    >>> from dlnotes.optimizers import quadratic_grad
    >>> quadratic_grad([3, 3], [[1, 0], [0, 4]]).tolist()
    [3.0, 12.0]
    """
    x, H = _point_and_curvature(x, H)
    with np.errstate(over="ignore", invalid="ignore"):
        half = widened(H) / 2
        return rounded(dot(x, half + half.T), x, H)


def rosenbrock(x: ArrayLike) -> Array:
    """Rosenbrock's valley: narrow, bent like a parabola, with its lowest point at ones.

    sum(100 * (x[i + 1] - x[i]**2)**2 + (1 - x[i])**2)

    Parameters
    ----------
    x : array_like of shape (..., D)
        Points with at least two coordinates.

    Returns
    -------
    ndarray of shape (...)
        Heights of at least 0.

    Raises
    ------
    ValueError
        If `x` has fewer than two coordinates.

    Examples
    --------
    >>> from dlnotes.optimizers import rosenbrock
    >>> rosenbrock([[-1, 1], [0, 0], [1, 1]]).tolist()
    [4.0, 1.0, 0.0]

    References
    ----------
    [@rosenbrock1960].
    """
    x = _point(x, at_least=2)
    z = widened(x)
    with np.errstate(over="ignore", invalid="ignore"):
        off = z[..., 1:] - z[..., :-1] ** 2
        return rounded(total(100 * off**2 + (1 - z[..., :-1]) ** 2, -1), x)


def rosenbrock_grad(x: ArrayLike) -> Array:
    """Gradient of `rosenbrock`.

    (-400 * x[0] * (x[1] - x[0]**2) - 2 * (1 - x[0]), 200 * (x[1] - x[0]**2)) for D = 2

    Arguments, errors and references as for `rosenbrock`.

    Returns
    -------
    ndarray of shape (..., D)
        Gradients.

    Examples
    --------
    >>> from dlnotes.optimizers import rosenbrock_grad
    >>> rosenbrock_grad([[0, 0], [1, 1], [1, 2]]).tolist()
    [[-2.0, 0.0], [0.0, 0.0], [-400.0, 200.0]]
    """
    x = _point(x, at_least=2)
    z = widened(x)
    slope = np.zeros_like(z)
    with np.errstate(over="ignore", invalid="ignore"):
        off = z[..., 1:] - z[..., :-1] ** 2
        slope[..., :-1] = 2 * (z[..., :-1] - 1) - 400 * z[..., :-1] * off
        slope[..., 1:] += 200 * off
    return rounded(slope, x)


def saddle(x: ArrayLike) -> Array:
    """Surface that rises along the first coordinate and falls along the second.

    x[0]**2 - x[1]**2

    Parameters
    ----------
    x : array_like of shape (..., 2)
        Points.

    Returns
    -------
    ndarray of shape (...)
        Heights; at the origin the surface is level, but has no minimum.

    Raises
    ------
    ValueError
        If `x` does not have two coordinates.

    Examples
    --------
    >>> from dlnotes.optimizers import saddle
    >>> saddle([[0, 0], [2, 0], [0, 2]]).tolist()
    [0.0, 4.0, -4.0]

    References
    ----------
    [@dauphin2014].
    """
    x = _point(x, exactly=2)
    a, b = widened(x[..., 0]), widened(x[..., 1])
    with np.errstate(over="ignore", invalid="ignore"):
        return rounded((a - b) * (a + b), x)


def saddle_grad(x: ArrayLike) -> Array:
    """Gradient of `saddle`.

    (2 * x[0], -2 * x[1])

    Arguments, errors and references as for `saddle`.

    Returns
    -------
    ndarray of shape (..., 2)
        Gradients.

    Examples
    --------
    >>> from dlnotes.optimizers import saddle_grad
    >>> saddle_grad([[1, 3], [0, 1]]).tolist()
    [[2.0, -6.0], [0.0, -2.0]]
    """
    x = _point(x, exactly=2)
    with np.errstate(over="ignore"):
        return x * np.array([2, -2], x.dtype)


def _point(x: ArrayLike, *, exactly: int = 0, at_least: int = 0) -> Array:
    """Return `x` as an array, refused unless it has so many coordinates."""
    x = as_float("x", x)
    found = x.shape[-1] if x.ndim else 0
    if found < at_least or (exactly and found != exactly):
        count = f"{exactly}" if exactly else f"at least {at_least}"
        raise ValueError(f"`x` must have {count} coordinates, got shape {x.shape}")
    return x


def _point_and_curvature(x: ArrayLike, H: ArrayLike) -> tuple[Array, Array]:
    """Return `x` and `H`, refused unless `H` is square and fits `x`."""
    H = as_float("H", H)
    if H.ndim != 2 or H.shape[0] != H.shape[1] or H.size == 0:
        raise ValueError(f"`H` must have shape (D, D), got {H.shape}")
    return _point(x, exactly=len(H)), H
