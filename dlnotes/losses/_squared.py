"""The squared error: its mean, and the square root of its mean."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array
from .._sums import rounded, sum_of_squares
from ._arguments import _divided, _errors, _reduced_squares


def mse_loss(pred: ArrayLike, target: ArrayLike, *, reduction: str = "mean") -> Array:
    """Mean squared error.

    mean((pred - target)**2)

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
        Losses of at least 0, in the unit of `pred` squared.

    Raises
    ------
    ValueError
        If `target` does not have the shape of `pred`, `pred` is empty, or `reduction` is
        unknown.

    Examples
    --------
    >>> from dlnotes.losses import mse_loss
    >>> round(float(mse_loss([1, 3, 2], [1, 2, 4])), 4)
    1.6667
    >>> mse_loss([1, 3, 2], [1, 2, 4], reduction="none").tolist()
    [0.0, 1.0, 4.0]

    References
    ----------
    [@hastie2009], section 2.4.
    """
    return _reduced_squares(*_errors(pred, target), reduction)


def mse_loss_grad(pred: ArrayLike, target: ArrayLike, *, reduction: str = "mean") -> Array:
    """Gradient of `mse_loss` with respect to the predictions.

    2 * (pred - target) / n

    Arguments, errors and references as for `mse_loss`.

    Returns
    -------
    ndarray of shape (...)
        Slopes. For "none", each entry has the slope of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import mse_loss_grad
    >>> mse_loss_grad([1, 3, 2, 5], [1, 2, 4, 5]).tolist()  # with the 1 / n of the mean
    [0.0, 0.5, -1.0, 0.0]
    """
    e, x = _errors(pred, target)
    return _divided(e, x, reduction, e.size, factor=2)


def rmse(pred: ArrayLike, target: ArrayLike) -> Array:
    """Root mean squared error.

    sqrt(mean((pred - target)**2))

    Parameters
    ----------
    pred : array_like of shape (...)
        Predictions.
    target : array_like of shape (...)
        True values.

    Returns
    -------
    scalar
        Number of at least 0, in the unit of `pred`.

    Raises
    ------
    ValueError
        If `target` does not have the shape of `pred`, or `pred` is empty.

    Examples
    --------
    >>> from dlnotes.losses import rmse
    >>> round(float(rmse([1, 3, 2], [1, 2, 4])), 4)
    1.291
    >>> float(rmse([1e200, -1e200], [0, 0]))  # although 1e200**2 is inf
    1e+200

    References
    ----------
    [@hastie2009], section 2.4.
    """
    e, x = _errors(pred, target)
    s, power = sum_of_squares(e)
    with np.errstate(over="ignore"):
        return rounded(np.sqrt(s / e.size) * power, x)


def rmse_grad(pred: ArrayLike, target: ArrayLike) -> Array:
    """Gradient of `rmse` with respect to the predictions, with 0 where all are exact.

    (pred - target) / (n * rmse(pred, target))

    Arguments, errors and references as for `rmse`.

    Returns
    -------
    ndarray of shape (...)
        Slopes, with squares that sum to 1 / n.

    Examples
    --------
    >>> from dlnotes.losses import rmse_grad
    >>> rmse_grad([3.0, 4.0], [3.0, 2.0]).round(4).tolist()
    [0.0, 0.7071]
    >>> rmse_grad([3.0, 4.0], [3.0, 4.0]).tolist()  # the formula gives 0 / 0
    [0.0, 0.0]
    """
    e, x = _errors(pred, target)
    s, power = sum_of_squares(e)
    root = np.sqrt(s / e.size)
    with np.errstate(invalid="ignore"):  # inf / inf is nan by design
        return rounded(e / power / (root if root != 0 else 1) / e.size, x)
