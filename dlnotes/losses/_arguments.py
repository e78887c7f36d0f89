"""The steps that losses share: the checks of arguments, and the reduction.

A loss has the dtype of the predictions; targets are brought to it. What is computed in
float32 for predictions in float16 is rounded by `_reduced` and `_divided`.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import one_of
from .._array import (
    Array,
    as_float,
    as_labels,
    as_real,
    has_axes,
    has_shape,
    not_empty,
    same_shape,
)
from .._sums import mean, rounded, sum_of_squares, widened

_REDUCTIONS = ("mean", "sum", "none")


def _pair(
    name: str, pred: ArrayLike, target_name: str, target: ArrayLike
) -> tuple[Array, Array, Array]:
    """Return predictions and targets of one shape, not empty, and the predictions again.

    The first two have the dtype that is computed in, the last that of the result.
    """
    x, y = as_float(name, pred), as_float(target_name, target)
    same_shape(target_name, y, name, x)
    not_empty(name, x)
    wide = widened(x)
    with np.errstate(over="ignore"):  # 1e300 is inf in float32
        return wide, y.astype(wide.dtype, copy=False), x


def _errors(pred: ArrayLike, target: ArrayLike) -> tuple[Array, Array]:
    """Return `pred - target` for arguments that fit each other, and the predictions."""
    wide, y, x = _pair("pred", pred, "target", target)
    with np.errstate(over="ignore", invalid="ignore"):
        return wide - y, x


def _scores(name: str, scores: ArrayLike) -> Array:
    """Return the scores of N samples for K classes, refused unless (N, K) and not empty."""
    x = as_float(name, scores)
    has_axes(name, x, "N", "K")
    not_empty(name, x)
    return x


def _labels(name: str, labels: ArrayLike, scores: Array) -> NDArray[np.intp]:
    """Return a class label for each row of `scores`."""
    n, k = scores.shape
    has_shape(name, as_real(name, labels), (n,), ", a label per row")
    return as_labels(name, labels, k)


def _class_weights(weight: ArrayLike | None, scores: Array) -> Array:
    """Return a weight per class, ones where none are given."""
    k, wide = scores.shape[1], widened(scores[:0]).dtype
    if weight is None:
        return np.ones(k, wide)
    with np.errstate(over="ignore"):  # 1e300 is inf in float32, and refused below
        w = as_float("weight", weight).astype(wide)
    has_shape("weight", w, (k,), ", one per class")
    bad = w[~((w >= 0) & (w < np.inf))]
    if bad.size:
        raise ValueError(f"`weight` must be finite and at least 0, got {bad[0]}")
    return w


def _divisor(reduction: str, count: float) -> float:
    """Return the divisor of each loss: `count` for a mean, else 1."""
    if one_of("reduction", reduction, _REDUCTIONS) != "mean":
        return 1.0
    if count == 0:
        raise ValueError("`weight` must not be 0 for every label of a mean")
    return count


def _reduced(
    losses: Array, like: Array, reduction: str, count: float | None = None
) -> Array:
    """Return the losses, their sum, or their sum divided by `count`, else their number."""
    divisor = _divisor(reduction, losses.size if count is None else count)
    return rounded(losses if reduction == "none" else mean(losses, count=divisor), like)


def _reduced_squares(e: Array, like: Array, reduction: str) -> Array:
    """Return the squares of errors, reduced; a mean is finite where a square is not."""
    divisor = _divisor(reduction, e.size)
    with np.errstate(over="ignore"):
        if reduction == "none":
            return rounded(e * e, like)
        s, power = sum_of_squares(e)
        return rounded(s / divisor * power * power, like)


def _divided(
    slopes: Array, like: Array, reduction: str, count: float, *, factor: float = 1.0
) -> Array:
    """Return `factor` times slopes, over `count` for a mean; `slopes` is written to."""
    with np.errstate(over="ignore"):
        slopes /= _divisor(reduction, count) / factor
        return rounded(slopes, like)


def _times(share: Array, losses: Array) -> Array:
    """Return `share * losses`, and 0 where the share is 0, also for an infinite loss."""
    with np.errstate(over="ignore", invalid="ignore"):
        product: Array = share * losses
        if np.isnan(np.min(product)):  # from 0 * inf, or from nan
            product = np.where((share == 0) & ~np.isnan(losses), 0, product)
    return product
