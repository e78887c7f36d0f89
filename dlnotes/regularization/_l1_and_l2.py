"""The L1 penalty: weights that are exactly 0, by coordinate descent."""

from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, Scalar, as_finite, as_float, as_number, as_squarable, has_shape
from .._sums import rounded, widened
from ..linear._arguments import _samples

PASSES = 10_000
SETTLED = 1e-11  # a part of the standard deviation of the targets


def soft_threshold(x: ArrayLike, *, threshold: float) -> Array:
    """Numbers moved toward 0 by a threshold, and 0 where they are no larger than it.

    sign(x) * max(abs(x) - threshold, 0)

    It minimises (w - x)^2 + 2 * threshold * abs(w) over w.

    Parameters
    ----------
    x : array_like of shape (...)
        Numbers.
    threshold : float
        Distance by which they move, at least 0.

    Returns
    -------
    ndarray of shape (...)
        Entries that are nearer to 0.

    Raises
    ------
    ValueError
        If `threshold` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.regularization import soft_threshold
    >>> soft_threshold([-3.0, 0.5, 1.5], threshold=1).tolist()
    [-2.0, 0.0, 0.5]

    References
    ----------
    [@tibshirani1996]; [@hastie2009], section 3.4.3.
    """
    a = as_float("x", x)
    reach = as_finite("threshold", threshold, a, at_least=0)
    wide = widened(a)
    return rounded(wide - np.clip(wide, -reach, reach), a)


def lasso_fit(X: ArrayLike, y: ArrayLike, *, penalty: float) -> tuple[Array, Scalar]:
    """Weights and bias of the linear model with the least squared errors and L1 penalty.

    minimum over w, b of mean((X @ w + b - y)^2) + penalty * sum(abs(w))

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Targets.
    penalty : float
        Weight of the absolute weights, above 0.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights, some of which are exactly 0.
    b : scalar
        Bias, which is not penalised.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D) or is empty, `y` does not have the shape (N,),
        either holds nan or a number above 1e100 in size, or `penalty` is not above 0,
        infinite or nan.
    RuntimeError
        If the weights are not found in 10,000 passes, as with features that are nearly
        copies of each other and almost no penalty.

    Notes
    -----
    scikit-learn's `Lasso` halves the mean squared error: its `alpha` is half of `penalty`.

    Examples
    --------
    >>> from dlnotes.regularization import lasso_fit
    >>> X = [[1, 1], [-1, 1], [1, -1], [-1, -1]]
    >>> w, b = lasso_fit(X, [9, 3, 7, 1], penalty=2)  # without penalty 3 and 1
    >>> w.round(6).tolist(), round(float(b), 6)
    ([2.0, 0.0], 5.0)

    References
    ----------
    [@tibshirani1996]; [@friedman2010].
    """
    x, came = _samples(X)
    target = as_float("y", y)
    has_shape("y", target, x.shape[:1], ", a target for each row of `X`")
    y64 = as_squarable("y", target)
    strength = as_number("penalty", penalty, above=0)
    x_mean, y_mean = np.mean(x, axis=0), np.mean(y64)
    w = _descend(x - x_mean, y64 - y_mean, strength / 2)
    b = rounded(y_mean - x_mean @ w, came, target)
    return rounded(w, came, target), cast(Scalar, b)


def _descend(rows: Array, targets: Array, threshold: float) -> Array:
    """Return the weights: one after the other is made the best beside the others."""
    columns = np.ascontiguousarray(rows.T)
    sizes = np.mean(columns**2, axis=1)
    w, errors = np.zeros(len(columns)), targets.copy()
    for _ in range(PASSES):
        moved = 0.0  # the farthest that the predictions are moved by one weight
        for j in np.flatnonzero(sizes):
            pull = float(columns[j] @ errors) / len(errors) + sizes[j] * w[j]
            step = (pull - min(max(pull, -threshold), threshold)) / sizes[j] - w[j]
            if step != 0:
                errors -= step * columns[j]
                w[j] += step
                moved = max(moved, abs(step) * np.sqrt(sizes[j]))
        if moved <= SETTLED * np.std(targets):
            return w
    raise RuntimeError(f"no weights found in {PASSES} passes: `penalty` may be too small")
