"""What every loss does with its arguments: check them, and reduce to one number.

A loss has the dtype of the predictions; targets are brought to it.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, as_float, not_empty, same_shape

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
    if x.ndim != 2:
        raise ValueError(f"`{name}` must have shape (N, K), got {x.shape}")
    not_empty(name, x)
    return x


def _labels(name: str, labels: ArrayLike, scores: Array) -> NDArray[np.intp]:
    """Return class labels for the rows of `scores`, refused unless integers in 0..K-1."""
    y = np.asarray(labels)
    as_float(name, y)  # refuses what is no number at all
    n, k = scores.shape
    if y.shape != (n,):
        raise ValueError(f"`{name}` must have shape ({n},), a label per row, got {y.shape}")
    if y.dtype.kind == "f":
        raise ValueError(f"`{name}` must hold integers as labels, got dtype {y.dtype}")
    outside = y[(y < 0) | (y >= k)]
    if outside.size:
        raise ValueError(f"`{name}` must lie in 0..{k - 1}, got {outside[0]}")
    return y.astype(np.intp)


def _probabilities(name: str, p: Array) -> None:
    """Refuse entries outside [0, 1]; nan is neither, and passes through."""
    if np.min(p) >= 0 and np.max(p) <= 1:
        return  # without looking for culprits
    outside = p[(p < 0) | (p > 1)]
    if outside.size:
        raise ValueError(f"`{name}` must lie in [0, 1], got {outside[0]}")


def _distributions(name: str, p: Array) -> None:
    """Refuse what is no probability distribution along the last axis."""
    if p.ndim == 0:
        raise ValueError(f"`{name}` must have shape (..., K), got ()")
    not_empty(name, p)
    _probabilities(name, p)
    total = np.sum(p, axis=-1, dtype=np.result_type(p, np.float32))
    off = total[abs(total - 1) > math.sqrt(np.finfo(p.dtype).eps)]
    if off.size:
        raise ValueError(f"`{name}` must sum to 1 along its last axis, got {off.flat[0]}")


def _class_weights(weight: ArrayLike | None, scores: Array) -> Array:
    """Return a weight per class, ones where none are given."""
    k = scores.shape[1]
    if weight is None:
        return np.ones(k, scores.dtype)
    with np.errstate(over="ignore"):  # 1e300 is inf in float32, and refused below
        w = as_float("weight", weight).astype(scores.dtype)
    if w.shape != (k,):
        raise ValueError(f"`weight` must have shape ({k},), one per class, got {w.shape}")
    bad = w[~((w >= 0) & (w < np.inf))]
    if bad.size:
        raise ValueError(f"`weight` must be finite and at least 0, got {bad[0]}")
    return w


def _divisor(reduction: str, count: float) -> float:
    """Return what each loss is divided by: `count` for a mean, else 1."""
    if reduction not in _REDUCTIONS:
        raise ValueError(f"`reduction` must be one of {_REDUCTIONS}, got {reduction!r}")
    if reduction != "mean":
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
    """Return `share * losses`, and 0 where the share is 0, even of an infinite loss."""
    with np.errstate(over="ignore", invalid="ignore"):
        product: Array = share * losses
        if np.isnan(np.min(product)):  # 0 * inf, or nan given
            product = np.where((share == 0) & ~np.isnan(losses), 0, product)
    return product
