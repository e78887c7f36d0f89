"""Losses that an outlier does not rule: the absolute error, and Huber's."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_finite
from ._arguments import _divisor, _errors, _reduced


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
    TypeError
        If `pred` or `target` does not hold real numbers.
    ValueError
        If `target` has not the shape of `pred`, `pred` is empty, or `reduction` is
        unknown.

    Examples
    --------
    >>> from dlnotes.losses import l1_loss
    >>> float(l1_loss([1, 3, 2], [1, 2, 4]))
    1.0

    References
    ----------
    Hastie, Tibshirani and Friedman (2009), "The Elements of Statistical Learning",
    Springer, section 10.6.
    """
    return _reduced(np.abs(_errors(pred, target)), reduction)


def l1_loss_grad(pred: ArrayLike, target: ArrayLike, *, reduction: str = "mean") -> Array:
    """Gradient of `l1_loss` with respect to the predictions, with 0 at a perfect one.

    sign(pred - target) / n

    Parameters
    ----------
    pred : array_like of shape (...)
        Predictions.
    target : array_like of shape (...)
        True values.
    reduction : {"mean", "sum", "none"}, default "mean"
        As the loss was reduced; for "none", each entry's slope of its own loss.

    Returns
    -------
    ndarray of shape (...)
        Slopes: only the side of an error counts, not its size.

    Raises
    ------
    TypeError
        If `pred` or `target` does not hold real numbers.
    ValueError
        If `target` has not the shape of `pred`, `pred` is empty, or `reduction` is
        unknown.

    Examples
    --------
    >>> from dlnotes.losses import l1_loss_grad
    >>> l1_loss_grad([1, 3, 2, 9], [1, 2, 4, 0]).tolist()
    [0.0, 0.25, -0.25, 0.25]

    References
    ----------
    Hastie, Tibshirani and Friedman (2009), "The Elements of Statistical Learning",
    Springer, section 10.6.
    """
    e = _errors(pred, target)
    return np.sign(e) / _divisor(reduction, e.size)


def huber_loss(
    pred: ArrayLike,
    target: ArrayLike,
    *,
    delta: float = 1.0,
    reduction: str = "mean",
) -> Array:
    """Huber's loss: squared for small errors, straight for large ones.

    mean of e**2 / 2 if abs(e) <= delta else delta * (abs(e) - delta / 2)

    Parameters
    ----------
    pred : array_like of shape (...)
        Predictions.
    target : array_like of shape (...)
        True values.
    delta : float, default 1.0
        Error, above 0, where the parabola becomes a line.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over all entries, their sum, or a loss per entry.

    Returns
    -------
    scalar, or ndarray of shape (...) for "none"
        Losses of at least 0; for small errors half of the squared error.

    Raises
    ------
    TypeError
        If `pred` or `target` does not hold real numbers, or `delta` is not a real
        number.
    ValueError
        If `target` has not the shape of `pred`, `pred` is empty, `delta` is not finite
        and above 0, or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import huber_loss
    >>> huber_loss([0.5, 1.0, 3.0], [0, 0, 0], reduction="none").tolist()
    [0.125, 0.5, 2.5]

    References
    ----------
    Huber (1964), "Robust Estimation of a Location Parameter", Annals of Mathematical
    Statistics 35.
    """
    e = np.abs(_errors(pred, target))
    width = as_finite("delta", delta, e, above=0)
    bent = np.minimum(e, width)
    with np.errstate(over="ignore", invalid="ignore"):
        # the straight part of a small error is 0, and the bent one of a large error fixed
        return _reduced(bent * (bent / 2) + width * (e - bent), reduction)


def huber_loss_grad(
    pred: ArrayLike,
    target: ArrayLike,
    *,
    delta: float = 1.0,
    reduction: str = "mean",
) -> Array:
    """Gradient of `huber_loss` with respect to the predictions.

    clip(pred - target, -delta, delta) / n

    Parameters
    ----------
    pred : array_like of shape (...)
        Predictions.
    target : array_like of shape (...)
        True values.
    delta : float, default 1.0
        Error, above 0, where the parabola becomes a line.
    reduction : {"mean", "sum", "none"}, default "mean"
        As the loss was reduced; for "none", each entry's slope of its own loss.

    Returns
    -------
    ndarray of shape (...)
        Slopes: that of half the squared error, but not beyond `delta`.

    Raises
    ------
    TypeError
        If `pred` or `target` does not hold real numbers, or `delta` is not a real
        number.
    ValueError
        If `target` has not the shape of `pred`, `pred` is empty, `delta` is not finite
        and above 0, or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import huber_loss_grad
    >>> huber_loss_grad([0.5, 3.0], [0, 0], reduction="sum").tolist()
    [0.5, 1.0]

    References
    ----------
    Huber (1964), "Robust Estimation of a Location Parameter", Annals of Mathematical
    Statistics 35.
    """
    e = _errors(pred, target)
    width = as_finite("delta", delta, e, above=0)
    return np.clip(e, -width, width) / _divisor(reduction, e.size)
