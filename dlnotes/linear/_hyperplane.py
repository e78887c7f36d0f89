"""The distance of points from the hyperplane on which a linear model says 0."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_float, as_scalar
from .._sums import dot, norm, power_of_two, rounded, widened
from ._arguments import _weights


def hyperplane_distance(X: ArrayLike, w: ArrayLike, b: float) -> Array:
    """Distance of each row from the hyperplane X @ w + b = 0, with a sign.

    (X @ w + b) / |w|

    Parameters
    ----------
    X : array_like of shape (..., D)
        Points.
    w : array_like of shape (D,)
        Weights, not all 0: the normal of the hyperplane.
    b : float
        Bias.

    Returns
    -------
    ndarray of shape (...)
        Distances, above 0 on the side to which `w` points.

    Raises
    ------
    ValueError
        If `w` does not have the shape (D,), or all its entries are 0.

    Examples
    --------
    >>> from dlnotes.linear import hyperplane_distance
    >>> hyperplane_distance([[0, 0], [2, 1], [4, 3]], [3, 4], -10).tolist()
    [-2.0, 0.0, 2.8]

    References
    ----------
    [@bishop2006], section 4.1.1.
    """
    x = as_float("X", X)
    weights = _weights(w, x)
    if not np.any(weights):
        raise ValueError("`w` must have an entry other than 0, got none")
    bias = as_scalar("b", b, weights)
    unit = power_of_two(widened(weights))
    with np.errstate(over="ignore", invalid="ignore"):
        normal = widened(weights) / unit
        return rounded((dot(x, normal) + bias / unit) / norm(normal), x, weights)
