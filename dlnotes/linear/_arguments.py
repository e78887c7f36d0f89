"""The checks that linear models share."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_float, has_axes, has_shape, not_empty

LARGEST = 1e100  # a sum of squares of such numbers still fits into float64


def _finite(name: str, x: Array) -> Array:
    """Return `x` in float64, refused unless finite and not too large to be squared."""
    wide = x.astype(np.float64)
    bad = wide[~(np.abs(wide) <= LARGEST)]
    if bad.size:
        rule = f"finite numbers of at most {LARGEST:.0e} in size"
        raise ValueError(f"`{name}` must hold {rule}, got {bad[0]}")
    return wide


def _samples(X: ArrayLike) -> tuple[Array, Array]:
    """Return samples in float64, refused unless (N, D), and as they came."""
    x = as_float("X", X)
    has_axes("X", x, "N", "D")
    not_empty("X", x)
    return _finite("X", x), x


def _weights(w: ArrayLike, X: Array) -> Array:
    """Return one weight for each feature of `X`."""
    weights = as_float("w", w)
    d = X.shape[-1:] or (1,)
    has_shape("w", weights, d, ", a weight for each feature of `X`")
    return weights
