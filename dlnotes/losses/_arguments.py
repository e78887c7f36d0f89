"""The steps that losses share: the checks of arguments, and the reduction.

A loss has the dtype of the predictions; targets are brought to it.
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

_REDUCTIONS = ("mean", "sum", "none")


def _pair(name: str, pred: ArrayLike, target_name: str, target: ArrayLike) -> list[Array]:
    """Return predictions and targets of one shape, not empty, in the predictions' dtype."""
    x, y = as_float(name, pred), as_float(target_name, target)
    same_shape(target_name, y, name, x)
    not_empty(name, x)
    with np.errstate(over="ignore"):  # 1e300 is inf in float32
        return [x, y.astype(x.dtype, copy=False)]


def _errors(pred: ArrayLike, target: ArrayLike) -> Array:
    """Return `pred - target` for arguments that fit each other."""
    x, y = _pair("pred", pred, "target", target)
    with np.errstate(over="ignore", invalid="ignore"):
        return x - y


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
    k = scores.shape[1]
    if weight is None:
        return np.ones(k, scores.dtype)
    with np.errstate(over="ignore"):  # 1e300 is inf in float32, and refused below
        w = as_float("weight", weight).astype(scores.dtype)
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


def _reduced(losses: Array, reduction: str, count: float | None = None) -> Array:
    """Return the losses, their sum, or their sum divided by `count`, else their number."""
    divisor = _divisor(reduction, losses.size if count is None else count)
    if reduction == "none":
        return losses[()]  # [()] makes a scalar of 0-d
    with np.errstate(over="ignore"):  # a sum may be inf, above all in float16
        total: Array = np.sum(losses, dtype=np.result_type(losses, np.float32))
        return np.asarray(total / divisor).astype(losses.dtype)[()]


def _times(share: Array, losses: Array) -> Array:
    """Return `share * losses`, and 0 where the share is 0, also for an infinite loss."""
    with np.errstate(over="ignore", invalid="ignore"):
        product: Array = share * losses
        if np.isnan(np.min(product)):  # from 0 * inf, or from nan
            product = np.where((share == 0) & ~np.isnan(losses), 0, product)
    return product
