"""A curve to descend on that has two valleys, with a hill between them."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_finite, as_float
from .._sums import rounded, widened


def double_well(x: ArrayLike, *, tilt: float = 0.0) -> Array:
    """Two valleys near -1 and 1 with a hill between them.

    (x**2 - 1)**2 / 4 + tilt * x

    Parameters
    ----------
    x : array_like of shape (...)
        Places.
    tilt : float, default 0.0
        Slope that is added. Above 0 the left valley is the deeper one, below 0 the right
        one; with an absolute value above 2 / sqrt(27), about 0.385, there is only one.

    Returns
    -------
    ndarray of shape (...)
        Heights.

    Raises
    ------
    ValueError
        If `tilt` is infinite or nan.

    Examples
    --------
    >>> from dlnotes.optimizers import double_well
    >>> double_well([-1, 0, 1]).tolist()
    [0.0, 0.25, 0.0]
    >>> double_well([-1, 0, 1], tilt=0.125).tolist()
    [-0.125, 0.25, 0.125]

    References
    ----------
    [@strogatz2015], section 2.7.
    """
    x = as_float("x", x)
    slope = as_finite("tilt", tilt, x)
    z, info = widened(x), np.finfo(x.dtype)
    with np.errstate(over="ignore", invalid="ignore"):
        # clip x, so that inf**4 - inf gives inf, not nan
        height = ((z - 1) * (z + 1)) ** 2 / 4 + slope * np.clip(z, info.min, info.max)
    return rounded(height, x)


def double_well_grad(x: ArrayLike, *, tilt: float = 0.0) -> Array:
    """Derivative of `double_well`.

    x**3 - x + tilt

    Arguments, errors and references as for `double_well`.

    Returns
    -------
    ndarray of shape (...)
        Slopes.

    Examples
    --------
    >>> from dlnotes.optimizers import double_well_grad
    >>> double_well_grad([-1, 0, 1, 2]).tolist()
    [0.0, 0.0, 0.0, 6.0]
    """
    x = as_float("x", x)
    slope = as_finite("tilt", tilt, x)
    z = widened(x)
    with np.errstate(over="ignore"):
        return rounded(z * (z - 1) * (z + 1) + slope, x)
