"""The step of all normalisations: groups of values are brought to mean 0 and variance 1.

An array has the shape (A, G, L) here: G groups, each of A * L values. Sums over a group are
made in float64 at least, and what follows from them stays so.
"""

from typing import NamedTuple

import numpy as np

from .._array import Array


class Standardized(NamedTuple):
    """Values of mean 0 and variance 1; mean, variance and sqrt(var + eps) of each group."""

    x_hat: Array
    mean: Array
    var: Array
    root: Array


def _standardize(x: Array, eps: float) -> Standardized:
    """Return (x - mean) / sqrt(var + eps) of each group; float16 must be widened before."""
    with np.errstate(over="ignore", invalid="ignore"):
        mean = _means(x)
        x_hat = x - _column(mean, x)
        if mean.dtype != x.dtype:  # in float32, rounding moves a mean of 1e5 by a hundredth
            x_hat -= _column(mean - mean.astype(x.dtype), x)
        unit, var = np.ones_like(mean), _means(x_hat, x_hat)
        if not np.all(np.isfinite(var)):
            unit = np.maximum(np.max(np.abs(x_hat), axis=(0, 2)), 1)
            x_hat /= _column(unit, x)
            var = _means(x_hat, x_hat)
        root = np.sqrt(var + eps / unit / unit)
        x_hat *= _column(1 / root, x)
        return Standardized(x_hat, mean, var * unit * unit, root * unit)


def _standardize_backward(
    d: Array, x_hat: Array, factor: Array
) -> tuple[Array, Array, Array]:
    """Return the gradient by x, and the means of d and of d * x_hat in each group.

    The gradient by `x_hat` is d * factor * root, so that a gamma may be a part of `factor`.
    """
    kind = np.result_type(d, x_hat)
    d, x_hat = (a.astype(kind, copy=False) for a in (d, x_hat))
    with np.errstate(over="ignore", invalid="ignore"):
        shift, stretch = _means(d), _means(d, x_hat)
        dx: Array = x_hat * _column(-stretch, d)
        dx += d
        dx -= _column(shift, d)
        dx *= _column(factor, d)
    return dx, shift, stretch


def _column(values: Array, like: Array) -> Array:
    """Return one value for each group, to be computed with an array of (A, G, L)."""
    return values.astype(like.dtype)[:, None]


def _means(x: Array, *factor: Array) -> Array:
    """Return the mean of each group, of an array or of the product of two."""
    n = len(x) * x.shape[2]
    mean = _sum(x, *factor) / n
    return mean if np.all(np.isfinite(mean)) else _sum(x / n, *factor)


def _sum(*factors: Array) -> Array:
    letters = ",".join(["agl"] * len(factors))
    kind = np.result_type(*factors, np.float64)
    result: Array = np.einsum(f"{letters}->g", *factors, dtype=kind)
    return result
