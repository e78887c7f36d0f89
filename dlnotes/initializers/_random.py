"""Random weights of a chosen scale, which does not depend on the size of the layer."""

import numpy as np

from .._arguments import Shape, as_rng, as_shape
from .._array import Array, as_number


def normal(shape: Shape, *, std: float, rng: np.random.Generator) -> Array:
    """Draws from the normal distribution around 0.

    N(0, std^2)

    Parameters
    ----------
    shape : int or tuple of int
        Sizes of the axes.
    std : float
        Standard deviation, at least 0.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Raises
    ------
    ValueError
        If `shape` holds a negative size, or `std` is negative, infinite or nan.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import normal
    >>> w = normal((300, 200), std=0.01, rng=np.random.default_rng(0))
    >>> w.shape, round(float(w.std()), 4)
    ((300, 200), 0.01)

    References
    ----------
    [@krizhevsky2012], section 5.
    """
    std = as_number("std", std, at_least=0)
    return as_rng(rng).normal(scale=std, size=as_shape("shape", shape))


def uniform(shape: Shape, *, bound: float, rng: np.random.Generator) -> Array:
    """Draws from the uniform distribution around 0.

    U(-bound, bound), whose standard deviation is bound / sqrt(3)

    Arguments and errors as for `normal`.

    Parameters
    ----------
    bound : float
        Largest absolute value, at least 0.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Raises
    ------
    ValueError
        If `bound` is negative, infinite or nan.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import uniform
    >>> w = uniform((300, 200), bound=0.1, rng=np.random.default_rng(0))
    >>> bool(np.abs(w).max() <= 0.1), round(float(w.std()), 3)  # 0.1 / sqrt(3)
    (True, 0.058)

    References
    ----------
    [@glorot2010].
    """
    shape, bound = as_shape("shape", shape), as_number("bound", bound, at_least=0)
    # bound * U(-1, 1), because the width 2 * bound of U(-bound, bound) may overflow
    return bound * as_rng(rng).uniform(-1, 1, size=shape)
