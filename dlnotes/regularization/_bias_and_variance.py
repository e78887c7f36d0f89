"""The parts of the error of many models, each trained on data of its own."""

from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, Scalar, as_float, has_shape, not_empty
from .._sums import mean, rounded, sum_of_squares, widened


def bias_and_variance(predictions: ArrayLike, truth: ArrayLike) -> tuple[Scalar, Scalar]:
    """Squared bias and variance of the predictions of R models.

    mean((mean over models of predictions - truth)^2),
    mean((predictions - mean over models of predictions)^2)

    Their sum is mean((predictions - truth)^2).

    Parameters
    ----------
    predictions : array_like of shape (R, ...)
        Predictions of each model.
    truth : array_like of shape (...)
        Values that all models try to predict, without noise.

    Returns
    -------
    bias_squared : scalar
        Square of how far the mean prediction is off, averaged over all places.
    variance : scalar
        Square of how far a model is from the mean prediction, averaged over all.

    Raises
    ------
    ValueError
        If `predictions` is one number or empty, or `truth` does not have the shape of one
        model's predictions.

    Notes
    -----
    The variance is divided by R, as in `np.var`; `torch.var` divides by R - 1.

    Examples
    --------
    >>> from dlnotes.regularization import bias_and_variance
    >>> bias_squared, variance = bias_and_variance([1, 3, 5], 4)  # of three models
    >>> float(bias_squared), round(float(variance), 4)
    (1.0, 2.6667)
    >>> float(bias_squared + variance) == (9 + 1 + 1) / 3
    True

    References
    ----------
    [@geman1992].
    """
    p, target = as_float("predictions", predictions), as_float("truth", truth)
    if p.ndim == 0:
        raise ValueError("`predictions` must have shape (R, ...), got ()")
    not_empty("predictions", p)
    has_shape("truth", target, p.shape[1:], ", as the predictions of one model")
    wide, wanted = widened(p), widened(target)
    with np.errstate(over="ignore", invalid="ignore"):
        middle = mean(wide, 0)
        return _mean_square(middle - wanted, p), _mean_square(wide - middle, p)


def _mean_square(x: Array, like: Array) -> Scalar:
    s, power = sum_of_squares(x)
    return cast(Scalar, rounded(s / x.size * power * power, like))
