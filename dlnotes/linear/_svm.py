"""Support vector machines: the widest street between two classes, and its costs.

Labels are -1 and 1. The fits solve the dual problem in `_pairs.py`.
"""

from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from .._array import (
    Array,
    Scalar,
    as_finite,
    as_float,
    as_scalar,
    as_squarable,
    has_axes,
    has_shape,
    not_empty,
)
from .._sums import dot, norm, rounded, sum_of_squares, times, widened
from ..losses import hinge_loss
from ._arguments import _both_signs, _samples, _signs, _weights
from ._pairs import _dual


def svm_margin(w: ArrayLike) -> Scalar:
    """Distance from the boundary of a linear model to the points with the score 1 or -1.

    1 / |w|

    Parameters
    ----------
    w : array_like of shape (D,)
        Weights, not all 0.

    Returns
    -------
    scalar
        Half the width of the street between both classes.

    Raises
    ------
    ValueError
        If `w` does not have the shape (D,), or all its entries are 0.

    Notes
    -----
    Some books call the whole width, 2 / |w|, the margin.

    Examples
    --------
    >>> from dlnotes.linear import svm_margin
    >>> round(float(svm_margin([0.12, 0.16])), 4)
    5.0

    References
    ----------
    [@cortes1995]; [@hastie2009], section 12.2.
    """
    weights = as_float("w", w)
    has_axes("w", weights, "D")
    if not np.any(weights):
        raise ValueError("`w` must have an entry other than 0, got none")
    with np.errstate(over="ignore"):
        return cast(Scalar, rounded(1 / norm(weights), weights))


def svm_objective(
    X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float, *, C: float = 1.0
) -> Scalar:
    """Objective of a linear support vector machine: a narrow street and slack cost.

    sum(w^2) / 2 + C * sum(max(0, 1 - y * (X @ w + b)))

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Labels, -1 or 1.
    w : array_like of shape (D,)
        Weights.
    b : float
        Bias.
    C : float, default 1.0
        Cost of a unit of slack, above 0.

    Returns
    -------
    scalar
        Objective of at least 0.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D) or is empty, `y` does not have the shape (N,)
        or holds a label other than -1 and 1, `w` does not have the shape (D,), or `C` is
        not above 0, infinite or nan.

    Notes
    -----
    It is C * N times the mean hinge loss and lambda / 2 * sum(w^2), where lambda is
    1 / (C * N).

    Examples
    --------
    >>> from dlnotes.linear import svm_objective
    >>> round(float(svm_objective([[0, 0], [6, 8]], [-1, 1], [0.12, 0.16], -1)), 4)
    0.02

    References
    ----------
    [@cortes1995]; [@hastie2009], section 12.3.2.
    """
    x = as_float("X", X)
    has_axes("X", x, "N", "D")
    not_empty("X", x)
    weights = _weights(w, x)
    labels = _signs(y, x)
    cost = as_finite("C", C, weights, above=0)
    half, power = sum_of_squares(weights)
    with np.errstate(over="ignore", invalid="ignore"):
        scores = dot(x, weights) + as_scalar("b", b, weights)
        slack = hinge_loss(scores, labels, reduction="sum")
        paid = times(float(cost), slack) if slack else slack
        return cast(Scalar, rounded(half / 2 * power * power + paid, x, weights))


def svm_fit(X: ArrayLike, y: ArrayLike, *, C: float = 1.0) -> tuple[Array, Scalar]:
    """Weights and bias of a linear support vector machine, those of the least objective.

    minimum over w, b of svm_objective(X, y, w, b, C=C)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Labels, -1 or 1, both of which must occur.
    C : float, default 1.0
        Cost of a unit of slack, above 0.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights.
    b : scalar
        Bias; the middle one, where several are equally good.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), is empty, or holds nan or a number above
        1e100 in size; `y` does not have the shape (N,), holds a label other than -1 and 1,
        or only one of them; `C` is not above 0, infinite or nan, or so large for these
        samples that 100,000 steps do not reach the minimum.

    Notes
    -----
    scikit-learn's `SVC(kernel="linear")` has the same objective. Its `LinearSVC` squares
    the hinge loss and penalises the bias.

    Examples
    --------
    >>> from dlnotes.linear import svm_fit
    >>> w, b = svm_fit([[0, 0], [2, -4], [6, 8], [11, 8]], [-1, -1, 1, 1])
    >>> w.round(4).tolist(), round(float(b), 4)
    ([0.12, 0.16], -1.0)

    References
    ----------
    [@cortes1995]; [@fan2005].
    """
    wide, came = _samples(X)
    labels = _both_signs(y, wide)
    cost = float(as_finite("C", C, above=0))
    middle = np.mean(wide, axis=0)  # the weights do not depend on the origin
    centred = wide - middle
    pulls, b = _dual(centred @ centred.T, labels, cost)
    w = pulls @ centred
    return rounded(w, came), cast(Scalar, rounded(b - w @ middle, came))


def kernel_svm_fit(K: ArrayLike, y: ArrayLike, *, C: float = 1.0) -> tuple[Array, Scalar]:
    """Shares of the samples and bias of a support vector machine with any kernel.

    maximum over alpha of sum(alpha) - (alpha * y) @ K @ (alpha * y) / 2,
    where 0 <= alpha <= C and sum(alpha * y) = 0

    Parameters
    ----------
    K : array_like of shape (N, N)
        Kernel matrix of the training samples with themselves.
    y : array_like of shape (N,)
        Labels, -1 or 1, both of which must occur.
    C : float, default 1.0
        Cost of a unit of slack, above 0.

    Returns
    -------
    alpha : ndarray of shape (N,)
        Share of each sample in the weights; exactly 0 unless it is a support vector.
    b : scalar
        Bias; the middle one, where several are equally good.

    Raises
    ------
    ValueError
        If `K` does not have the shape (N, N), is empty, holds nan or a number above 1e100
        in size, is not symmetric, or has a negative eigenvalue; `y` does not have the shape
        (N,), holds a label other than -1 and 1, or only one of them; `C` is not above 0,
        infinite or nan, or so large for these samples that 100,000 steps do not reach the
        maximum.

    Examples
    --------
    >>> from dlnotes.linear import kernel_svm_fit, linear_kernel
    >>> X = [[0, 0], [2, -4], [6, 8], [11, 8]]
    >>> alpha, b = kernel_svm_fit(linear_kernel(X, X), [-1, -1, 1, 1])
    >>> alpha.round(4).tolist(), round(float(b), 4)
    ([0.02, 0.0, 0.02, 0.0], -1.0)

    References
    ----------
    [@boser1992]; [@cortes1995]; [@fan2005].
    """
    came = as_float("K", K)
    has_axes("K", came, "N", "N")
    has_shape("K", came, came.shape[:1] * 2, ", a row and a column for each sample")
    not_empty("K", came)
    wide = as_squarable("K", came)
    _is_kernel(wide, float(np.finfo(came.dtype).eps))
    labels = _both_signs(y, wide)
    pulls, b = _dual(wide, labels, float(as_finite("C", C, above=0)))
    return rounded(np.abs(pulls), came), cast(Scalar, rounded(b, came))


def kernel_svm_scores(K: ArrayLike, y: ArrayLike, alpha: ArrayLike, b: float) -> Array:
    """Scores of new samples: their kernels with the training samples, weighed and added.

    K @ (alpha * y) + b

    Parameters
    ----------
    K : array_like of shape (M, N)
        Kernel matrix of M new samples with the N training samples.
    y : array_like of shape (N,)
        Labels of the training samples, -1 or 1.
    alpha : array_like of shape (N,)
        Share of each training sample.
    b : float
        Bias.

    Returns
    -------
    ndarray of shape (M,)
        Scores: the sign is the predicted class.

    Raises
    ------
    ValueError
        If `K` does not have the shape (M, N), `y` or `alpha` does not have the shape (N,),
        or a label is neither -1 nor 1.

    Examples
    --------
    >>> from dlnotes.linear import kernel_svm_scores, linear_kernel
    >>> K = linear_kernel([[3, 4], [6, 0]], [[0, 0], [6, 8]])
    >>> kernel_svm_scores(K, [-1, 1], [0.02, 0.02], -1).round(4).tolist()
    [0.0, -0.28]

    References
    ----------
    [@boser1992]; [@hastie2009], section 12.3.1.
    """
    kernel, shares = as_float("K", K), as_float("alpha", alpha)
    has_axes("K", kernel, "M", "N")
    has_shape("alpha", shares, kernel.shape[1:], ", a share for each column of `K`")
    labels = _signs(y, kernel.T)
    with np.errstate(over="ignore", invalid="ignore"):
        scores = dot(kernel, widened(shares) * labels) + as_scalar("b", b, kernel)
        return rounded(scores, kernel, shares)


def _is_kernel(K: Array, eps: float) -> None:
    """Refuse a matrix that is no kernel matrix, but for its rounding."""
    allowed = 8 * len(K) * eps * np.max(np.abs(K))
    i, j = np.unravel_index(np.argmax(np.abs(K - K.T)), K.shape)
    if abs(K[i, j] - K[j, i]) > allowed:
        came = f"{K[i, j]} at [{i}, {j}] and {K[j, i]} at [{j}, {i}]"
        raise ValueError(f"`K` must be symmetric, got {came}")
    least = np.linalg.eigvalsh(K)[0]
    if least < -allowed:
        raise ValueError(f"`K` must have no negative eigenvalue, got {least:.3g}")
