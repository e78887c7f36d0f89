"""Xavier and LeCun: scales that keep the size of a signal through linear layers."""

import math

import numpy as np

from .._arguments import Shape, as_shape
from .._array import Array, as_number
from ._fans import _fan, calculate_fan_in_and_fan_out
from ._random import normal, uniform


def xavier_uniform(shape: Shape, *, rng: np.random.Generator, gain: float = 1.0) -> Array:
    """Xavier (Glorot) initialisation from a uniform distribution.

    U(-a, a) with a = gain * sqrt(6 / (fan_in + fan_out))

    Parameters
    ----------
    shape : tuple of int
        Shape of the weight, (out, in) or (out, in, kernel sizes...).
    rng : numpy.random.Generator
        Source of randomness.
    gain : float, default 1.0
        Factor for the activation that follows, at least 0.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes or connects nothing, or `gain` is negative,
        infinite or nan.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import xavier_uniform
    >>> w = xavier_uniform((200, 100), rng=np.random.default_rng(0))
    >>> bool(np.abs(w).max() <= (6 / 300) ** 0.5), round(float(w.std()), 2)
    (True, 0.08)

    References
    ----------
    [@glorot2010].
    """
    return uniform(shape, bound=math.sqrt(3) * _xavier_std(shape, gain), rng=rng)


def xavier_normal(shape: Shape, *, rng: np.random.Generator, gain: float = 1.0) -> Array:
    """Xavier (Glorot) initialisation from a normal distribution.

    N(0, std^2) with std = gain * sqrt(2 / (fan_in + fan_out))

    Arguments, errors and references as for `xavier_uniform`.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import xavier_normal
    >>> w = xavier_normal((200, 100), rng=np.random.default_rng(0))
    >>> round(float(w.std()), 3), round((2 / 300) ** 0.5, 3)
    (0.081, 0.082)
    """
    return normal(shape, std=_xavier_std(shape, gain), rng=rng)


def lecun_normal(shape: Shape, *, rng: np.random.Generator) -> Array:
    """LeCun initialisation from a normal distribution.

    N(0, 1 / fan_in)

    Arguments and errors as for `xavier_uniform`.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import lecun_normal
    >>> w = lecun_normal((200, 100), rng=np.random.default_rng(0))
    >>> round(float(w.std()), 2)  # 1 / sqrt(100)
    0.1

    References
    ----------
    [@lecun1998], section 4.6.
    """
    fan_in, _ = calculate_fan_in_and_fan_out(shape)
    return normal(shape, std=1 / math.sqrt(_fan(as_shape("shape", shape), fan_in)), rng=rng)


def _xavier_std(shape: Shape, gain: float) -> float:
    total = _fan(as_shape("shape", shape), sum(calculate_fan_in_and_fan_out(shape)))
    return as_number("gain", gain, at_least=0) * math.sqrt(2 / total)
