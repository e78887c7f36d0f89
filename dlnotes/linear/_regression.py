"""Linear regression: the weights with the least squared errors, with or without a penalty.

Samples and targets are centred first, so that the bias takes no part in the penalty. The
penalty stands below the samples as D more rows, which loses fewer digits than X.T @ X.
"""

from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, Scalar, as_finite, as_float, as_squarable, has_shape
from .._sums import rounded
from ._arguments import _samples


def linear_regression_fit(
    X: ArrayLike, y: ArrayLike, *, penalty: float = 0.0
) -> tuple[Array, Scalar]:
    """Weights and bias of the linear model with the least squared errors.

    minimum over w, b of mean((X @ w + b - y)^2) + penalty * sum(w^2)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Targets.
    penalty : float, default 0.0
        Weight of the squared weights, at least 0. Above 0 this is ridge regression.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights; the shortest ones, where several models are equally good.
    b : scalar
        Bias.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D) or is empty, `y` does not have the shape (N,),
        either holds nan or a number above 1e100 in size, or `penalty` is negative, infinite
        or nan.

    Notes
    -----
    scikit-learn's `Ridge` does not divide by N: its `alpha` is N times `penalty`.

    Examples
    --------
    >>> from dlnotes.linear import linear_regression_fit
    >>> w, b = linear_regression_fit([[1], [2], [3]], [5, 7, 9])
    >>> w.round(6).tolist(), round(float(b), 6)
    ([2.0], 3.0)
    >>> w, b = linear_regression_fit([[1], [2], [3]], [5, 7, 9], penalty=2 / 3)
    >>> w.round(6).tolist(), round(float(b), 6)  # less steep, through the same centre
    ([1.0], 5.0)

    References
    ----------
    [@hastie2009], sections 3.2 and 3.4.1.
    """
    x, came = _samples(X)
    target = as_float("y", y)
    has_shape("y", target, x.shape[:1], ", a target for each row of `X`")
    y64 = as_squarable("y", target)
    strength = as_finite("penalty", penalty, at_least=0)
    x_mean, y_mean = np.mean(x, axis=0), np.mean(y64)
    rows, targets = x - x_mean, y64 - y_mean
    if strength > 0:
        scale = np.sqrt(len(x)) * np.sqrt(strength)  # their product may overflow
        rows = np.concatenate([rows, scale * np.eye(x.shape[1])])
        targets = np.concatenate([targets, np.zeros(x.shape[1])])
    w = np.linalg.lstsq(rows, targets, rcond=None)[0]
    b = rounded(y_mean - x_mean @ w, came, target)
    return rounded(w, came, target), cast(Scalar, b)
