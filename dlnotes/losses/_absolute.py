"""Losses on which an outlier has little influence: the absolute error, and Huber's."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_finite
from ._arguments import _divided, _errors, _reduced


def l1_loss(pred: ArrayLike, target: ArrayLike, *, reduction: str = "mean") -> Array:
    """Mean absolute error.

    mean(abs(pred - target))

    Parameters
    ----------
    pred : array_like of shape (...)
        Predictions.
    target : array_like of shape (...)
        True values.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over all entries, their sum, or a loss per entry.

    Returns
    -------
    scalar, or ndarray of shape (...) for "none"
        Losses of at least 0, in the unit of `pred`.

    Raises
    ------
    ValueError
        If `target` does not have the shape of `pred`, `pred` is empty, or `reduction` is
        unknown.

    Examples
    --------
    >>> from dlnotes.losses import l1_loss
    >>> float(l1_loss([1, 3, 2], [1, 2, 4]))
    1.0

    References
    ----------
    [@hastie2009], section 10.6.
    """
    e, x = _errors(pred, target)
    return _reduced(np.abs(e), x, reduction)


def l1_loss_grad(pred: ArrayLike, target: ArrayLike, *, reduction: str = "mean") -> Array:
    """Gradient of `l1_loss` with respect to the predictions, with 0 where one is exact.

    sign(pred - target) / n

    Arguments, errors and references as for `l1_loss`.

    Returns
    -------
    ndarray of shape (...)
        Slopes, which depend on the sign of an error only, not on its size. For "none",
        each entry has the slope of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import l1_loss_grad
    >>> l1_loss_grad([1, 3, 2, 9], [1, 2, 4, 0]).tolist()
    [0.0, 0.25, -0.25, 0.25]
    """
    e, x = _errors(pred, target)
    return _divided(np.sign(e), x, reduction, e.size)


def huber_loss(
    pred: ArrayLike,
    target: ArrayLike,
    *,
    delta: float = 1.0,
    reduction: str = "mean",
) -> Array:
    """Huber's loss: a parabola for small errors, a straight line for large ones.

    mean of e**2 / 2 if abs(e) <= delta else delta * (abs(e) - delta / 2)

    Parameters
    ----------
    pred : array_like of shape (...)
        Predictions.
    target : array_like of shape (...)
        True values.
    delta : float, default 1.0
        Error, above 0, at which the parabola becomes a line.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over all entries, their sum, or a loss per entry.

    Returns
    -------
    scalar, or ndarray of shape (...) for "none"
        Losses of at least 0; of a small error, half of its square.

    Raises
    ------
    ValueError
        If `target` does not have the shape of `pred`, `pred` is empty, `delta` is not
        finite and above 0, or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import huber_loss
    >>> huber_loss([0.5, 1.0, 3.0], [0, 0, 0], reduction="none").tolist()
    [0.125, 0.5, 2.5]

    References
    ----------
    [@huber1964].
    """
    e, x = _errors(pred, target)
    e, width = np.abs(e), as_finite("delta", delta, x, above=0)
    small = np.minimum(e, width)
    with np.errstate(over="ignore", invalid="ignore"):
        # the linear part of a small error is 0, the squared part of a large one constant
        return _reduced(small * (small / 2) + width * (e - small), x, reduction)


def huber_loss_grad(
    pred: ArrayLike,
    target: ArrayLike,
    *,
    delta: float = 1.0,
    reduction: str = "mean",
) -> Array:
    """Gradient of `huber_loss` with respect to the predictions.

    clip(pred - target, -delta, delta) / n

    Arguments, errors and references as for `huber_loss`.

    Returns
    -------
    ndarray of shape (...)
        Slopes of half the squared error, clipped to `delta`. For "none", each entry has the
        slope of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import huber_loss_grad
    >>> huber_loss_grad([0.5, 3.0], [0, 0], reduction="sum").tolist()
    [0.5, 1.0]
    """
    e, x = _errors(pred, target)
    width = as_finite("delta", delta, x, above=0)
    return _divided(np.clip(e, -width, width), x, reduction, e.size)
