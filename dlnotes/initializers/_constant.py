"""Arrays of one value: good for biases, bad for the weights of a layer."""

import numpy as np

from .._arguments import Shape, as_shape
from .._array import Array, as_number


def zeros(shape: Shape) -> Array:
    """Array of zeros, the usual start of biases.

    Arguments and errors as for `constant`.

    Returns
    -------
    ndarray of shape `shape`
        Zeros in float64.

    Examples
    --------
    >>> from dlnotes.initializers import zeros
    >>> zeros((2, 3)).tolist()
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

    References
    ----------
    [@goodfellow2016], section 8.4.
    """
    return constant(shape, value=0)


def ones(shape: Shape) -> Array:
    """Array of ones, the usual start of the scales of batch normalisation.

    Arguments and errors as for `constant`.

    Returns
    -------
    ndarray of shape `shape`
        Ones in float64.

    Examples
    --------
    >>> from dlnotes.initializers import ones
    >>> ones((2, 3)).tolist()
    [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]

    References
    ----------
    [@ioffe2015].
    """
    return constant(shape, value=1)


def constant(shape: Shape, *, value: float) -> Array:
    """Array of one value: all units of a layer with such weights stay the same.

    Parameters
    ----------
    shape : int or tuple of int
        Sizes of the axes.
    value : float
        Value of all entries.

    Returns
    -------
    ndarray of shape `shape`
        Entries `value` in float64.

    Raises
    ------
    ValueError
        If `shape` holds a negative size, or `value` is infinite or nan.

    Examples
    --------
    >>> from dlnotes.initializers import constant
    >>> constant((2, 2), value=0.5).tolist()
    [[0.5, 0.5], [0.5, 0.5]]

    References
    ----------
    [@goodfellow2016], section 8.4.
    """
    return np.full(as_shape("shape", shape), as_number("value", value))
