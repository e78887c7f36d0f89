"""The checks that linear models share."""

from numpy.typing import ArrayLike

from .._array import (
    Array,
    are_signs,
    as_float,
    as_squarable,
    has_axes,
    has_shape,
    not_empty,
)
from .._sums import widened


def _samples(X: ArrayLike) -> tuple[Array, Array]:
    """Return samples in float64, refused unless (N, D), and as they came."""
    x = as_float("X", X)
    has_axes("X", x, "N", "D")
    not_empty("X", x)
    return as_squarable("X", x), x


def _weights(w: ArrayLike, X: Array) -> Array:
    """Return one weight for each feature of `X`."""
    weights = as_float("w", w)
    d = X.shape[-1:] or (1,)
    has_shape("w", weights, d, ", a weight for each feature of `X`")
    return weights


def _signs(y: ArrayLike, X: Array) -> Array:
    """Return a label of -1 or 1 for each row of `X`."""
    labels = as_float("y", y)
    has_shape("y", labels, X.shape[:1], ", a label for each sample")
    are_signs("y", labels)
    return labels.astype(widened(X[:0]).dtype)


def _both_signs(y: ArrayLike, X: Array) -> Array:
    """Return labels, refused unless -1 and 1 both occur."""
    labels = _signs(y, X)
    for label in (-1, 1):
        if label not in labels:
            raise ValueError(f"`y` must hold both -1 and 1, got no {label}")
    return labels
