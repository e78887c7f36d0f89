"""Weights that are all the same: right for biases, wrong for the weights of a layer."""

import numpy as np

from .._arguments import Shape, as_shape
from .._array import Array, as_number


def zeros(shape: Shape) -> Array:
    """Array of zeros, as biases have it.

    Parameters
    ----------
    shape : int or tuple of int
        Sizes of the axes.

    Returns
    -------
    ndarray of shape `shape`
        Zeros in float64.

    Raises
    ------
    TypeError
        If `shape` does not hold integers.
    ValueError
        If `shape` holds a negative size.

    Examples
    --------
    >>> from dlnotes.initializers import zeros
    >>> zeros((2, 3)).tolist()
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

    References
    ----------
    Goodfellow, Bengio and Courville (2016), "Deep Learning", MIT Press, section 8.4.
    """
    return constant(shape, value=0)


def ones(shape: Shape) -> Array:
    """Array of ones, as the scales of batch normalisation have it.

    Parameters
    ----------
    shape : int or tuple of int
        Sizes of the axes.

    Returns
    -------
    ndarray of shape `shape`
        Ones in float64.

    Raises
    ------
    TypeError
        If `shape` does not hold integers.
    ValueError
        If `shape` holds a negative size.

    Examples
    --------
    >>> from dlnotes.initializers import ones
    >>> ones((2, 3)).tolist()
    [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]

    References
    ----------
    Ioffe and Szegedy (2015), "Batch Normalization: Accelerating Deep Network Training
    by Reducing Internal Covariate Shift", ICML.
    """
    return constant(shape, value=1)


def constant(shape: Shape, *, value: float) -> Array:
    """Array of one value: every unit of such a layer stays like every other.

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
    TypeError
        If `shape` does not hold integers, or `value` is not a real number.
    ValueError
        If `shape` holds a negative size, or `value` is infinite or nan.

    Examples
    --------
    >>> from dlnotes.initializers import constant
    >>> constant((2, 2), value=0.5).tolist()
    [[0.5, 0.5], [0.5, 0.5]]

    References
    ----------
    Goodfellow, Bengio and Courville (2016), "Deep Learning", MIT Press, section 8.4.
    """
    return np.full(as_shape("shape", shape), as_number("value", value))
