"""Logistic regression for two classes, and softmax regression for more.

Both make the mean cross-entropy and a penalty smallest, by Newton's method in `_newton.py`.
"""

from collections.abc import Callable
from typing import cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import (
    Array,
    Scalar,
    as_finite,
    as_float,
    as_labels,
    as_real,
    as_scalar,
    has_axes,
    has_shape,
    not_empty,
)
from .._sums import dot, rounded, sum_of_squares, times, total
from ..activations import sigmoid, softmax
from ..losses import (
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_grad,
    cross_entropy,
    cross_entropy_grad,
)
from ._arguments import _samples, _weights
from ._newton import ScoreLoss, _minimum


def logistic_regression_loss(
    X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float, *, penalty: float = 0.0
) -> Array:
    """Objective of logistic regression: mean binary cross-entropy, and a penalty.

    mean of -y * log(q) - (1 - y) * log(1 - q), and penalty / 2 * sum(w^2);
    q = sigmoid(X @ w + b)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Labels, integers 0 and 1.
    w : array_like of shape (D,)
        Weights.
    b : float
        Bias.
    penalty : float, default 0.0
        Weight of half the squared weights, at least 0.

    Returns
    -------
    scalar
        Loss of at least 0, in nats.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `X` does not have the shape (N, D) or is empty, `y` does not have the shape (N,)
        or holds a label other than 0 and 1, `w` does not have the shape (D,), or `penalty`
        is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.linear import logistic_regression_loss
    >>> round(float(logistic_regression_loss([[-1], [1]], [0, 1], [2], 0)), 4)
    0.1269
    >>> round(float(logistic_regression_loss([[-1], [1]], [0, 1], [2], 0, penalty=0.1)), 4)
    0.3269

    References
    ----------
    [@hastie2009], section 4.4; [@bishop2006], section 4.3.2.
    """
    x, labels, weights, z = _scored(X, y, w, b)
    rate = as_finite("penalty", penalty, weights, at_least=0)
    s, power = sum_of_squares(weights)
    with np.errstate(over="ignore"):
        loss = binary_cross_entropy_with_logits(z, labels)
        shrunk = rate / 2 * s * power * power if rate else 0
        return rounded(loss + shrunk, x, weights)


def logistic_regression_loss_grad(
    X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float, *, penalty: float = 0.0
) -> tuple[Array, Scalar]:
    """Gradient of `logistic_regression_loss` with respect to the weights and the bias.

    X.T @ (q - y) / N + penalty * w, mean(q - y); q = sigmoid(X @ w + b)

    Arguments, errors and references as for `logistic_regression_loss`.

    Returns
    -------
    dw : ndarray of shape (D,)
        Slopes of the weights.
    db : scalar
        Slope of the bias.

    Examples
    --------
    >>> from dlnotes.linear import logistic_regression_loss_grad
    >>> dw, db = logistic_regression_loss_grad([[-1], [1], [3]], [0, 1, 1], [0], 0)
    >>> dw.round(4).tolist(), round(float(db), 4)
    ([-0.8333], -0.1667)
    """
    x, labels, weights, z = _scored(X, y, w, b)
    rate = as_finite("penalty", penalty, weights, at_least=0)
    errors = binary_cross_entropy_with_logits_grad(z, labels)
    with np.errstate(over="ignore", invalid="ignore"):
        dw = dot(x.T, errors) + times(float(rate), weights)
    db = rounded(total(errors), x, weights)
    return rounded(dw, x, weights), cast(Scalar, db)


def logistic_regression_fit(
    X: ArrayLike, y: ArrayLike, *, penalty: float = 0.0
) -> tuple[Array, Scalar]:
    """Weights and bias of logistic regression, those with the least loss.

    minimum over w, b of logistic_regression_loss(X, y, w, b, penalty=penalty)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Labels, integers 0 and 1, both of which must occur.
    penalty : float, default 0.0
        Weight of half the squared weights, at least 0; above 0 for classes that a
        hyperplane separates.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights.
    b : scalar
        Bias.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `X` does not have the shape (N, D), is empty, or holds nan or a number above
        1e100 in size; `y` does not have the shape (N,), holds a label other than 0 and 1,
        or only one of them; `penalty` is negative, infinite or nan, or 0 for classes that a
        hyperplane separates, where larger weights are always better.

    Notes
    -----
    scikit-learn's `LogisticRegression` weighs the loss, not the penalty, and does not
    divide by N: its `C` is 1 / (penalty * N).

    Examples
    --------
    >>> from dlnotes.linear import logistic_regression_fit
    >>> w, b = logistic_regression_fit([[0], [0], [0], [1], [1], [1]], [0, 0, 1, 0, 1, 1])
    >>> w.round(4).tolist(), round(float(b), 4)  # log 2 - log 1/2, log 1/2
    ([1.3863], -0.6931)

    References
    ----------
    [@hastie2009], section 4.4.1; [@bishop2006], section 4.3.3; [@nocedal2006], section 7.1.
    """
    A, labels, rate, came = _learnable(X, y, penalty, classes=2)

    def hessian(z: Array) -> tuple[Array, Callable[[Array], Array]]:
        spread = sigmoid(z) * sigmoid(-z)
        return spread, lambda v: spread * v

    loss = ScoreLoss(
        lambda z: binary_cross_entropy_with_logits(z, labels, reduction="none"),
        lambda z: binary_cross_entropy_with_logits_grad(z, labels, reduction="sum"),
        hessian,
    )
    theta = _minimum(A, np.zeros(A.shape[1]), loss, rate)
    return rounded(theta[:-1], came), cast(Scalar, rounded(theta[-1], came))


def softmax_regression_fit(
    X: ArrayLike, y: ArrayLike, *, penalty: float = 0.0
) -> tuple[Array, Array]:
    """Weights and biases of softmax regression, those with the least loss.

    minimum over W, b of cross_entropy(X @ W.T + b, y) + penalty / 2 * sum(W^2)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Labels, integers in 0..K-1, all of which must occur.
    penalty : float, default 0.0
        Weight of half the squared weights, at least 0; above 0 for classes that
        hyperplanes separate.

    Returns
    -------
    W : ndarray of shape (K, D)
        Weights of each class; over the classes they add up to 0.
    b : ndarray of shape (K,)
        Biases, which add up to 0.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `X` does not have the shape (N, D), is empty, or holds nan or a number above
        1e100 in size; `y` does not have the shape (N,), holds a negative label, or lacks
        one of the labels up to its largest; `penalty` is negative, infinite or nan, or 0
        for classes that hyperplanes separate.

    Notes
    -----
    scikit-learn's `LogisticRegression` has `C`, which is 1 / (penalty * N).

    Examples
    --------
    >>> from dlnotes.linear import softmax_regression_fit
    >>> W, b = softmax_regression_fit([[-1], [0], [1], [0]], [0, 1, 2, 1], penalty=0.1)
    >>> W[2].round(4).tolist(), b.round(4).tolist()
    ([1.2639], [-0.339, 0.6779, -0.339])

    References
    ----------
    [@bishop2006], section 4.3.4; [@nocedal2006], section 7.1.
    """
    A, labels, rate, came = _learnable(X, y, penalty)

    def hessian(Z: Array) -> tuple[Array, Callable[[Array], Array]]:
        q = softmax(Z)
        return q * (1 - q), lambda V: q * (V - np.sum(q * V, axis=1, keepdims=True))

    loss = ScoreLoss(
        lambda Z: cross_entropy(Z, labels, reduction="none"),
        lambda Z: cross_entropy_grad(Z, labels, reduction="sum"),
        hessian,
    )
    theta = _minimum(A, np.zeros((A.shape[1], labels.max() + 1)), loss, rate)
    # the same number more for every class changes no probability
    theta -= np.mean(theta, axis=1, keepdims=True)
    return rounded(theta[:-1].T, came), rounded(theta[-1], came)


def _scored(
    X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float
) -> tuple[Array, NDArray[np.intp], Array, Array]:
    """Return samples, labels, weights and scores, of which float16 is widened."""
    x = as_float("X", X)
    has_axes("X", x, "N", "D")
    not_empty("X", x)
    weights = _weights(w, x)
    labels = _labels(y, x, 2)
    with np.errstate(over="ignore", invalid="ignore"):
        z = dot(x, weights) + as_scalar("b", b, weights)
    return x, labels, weights, z


def _labels(y: ArrayLike, X: Array, classes: int | None) -> NDArray[np.intp]:
    """Return a label for each row of `X`, of all whole numbers without `classes`."""
    found = as_real("y", y)
    has_shape("y", found, X.shape[:1], ", a label for each row of `X`")
    return as_labels("y", found, np.iinfo(np.intp).max if classes is None else classes)


def _learnable(
    X: ArrayLike, y: ArrayLike, penalty: float, classes: int | None = None
) -> tuple[Array, NDArray[np.intp], float, Array]:
    """Return samples with a column of ones, labels of all classes, penalty, samples."""
    x, came = _samples(X)
    labels = _labels(y, x, classes)
    rate = float(as_finite("penalty", penalty, at_least=0))
    k = max(int(labels.max()) + 1, 2) if classes is None else classes
    missing = np.setdiff1d(np.arange(min(k, len(labels) + 1)), labels)
    if missing.size:
        rule = f"every label from 0 to {k - 1}"
        raise ValueError(f"`y` must hold {rule}, got no {missing[0]}")
    return np.column_stack([x, np.ones(len(x))]), labels, rate, came
