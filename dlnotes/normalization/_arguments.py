"""Checks that several normalisations share, and the shapes in which they compute."""

import math

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_float, has_shape, not_empty


def _as_channels(x: ArrayLike) -> Array:
    """Return samples, refused unless they have channels."""
    array = as_float("x", x)
    if array.ndim < 2:
        raise ValueError(f"`x` must have shape (N, C, ...), got {array.shape}")
    not_empty("x", array)
    return array


def _of_channels(gamma: ArrayLike, beta: ArrayLike, x: Array) -> tuple[Array, Array]:
    """Return scales and shifts, refused unless there is one of each for every channel."""
    found = as_float("gamma", gamma)
    has_shape("gamma", found, x.shape[1:2], " of the channels of `x`")
    return _with_shifts(found, beta)


def _with_shifts(gamma: Array, beta: ArrayLike) -> tuple[Array, Array]:
    """Return scales and as many shifts, both in the wider of their dtypes."""
    shifts = as_float("beta", beta)
    has_shape("beta", shifts, gamma.shape, " of `gamma`")
    kind = np.result_type(gamma, shifts)
    return gamma.astype(kind), shifts.astype(kind)


def _flat(x: Array) -> Array:
    """Return samples with all axes after that of the channels in one."""
    return x.reshape(*x.shape[:2], math.prod(x.shape[2:]))
