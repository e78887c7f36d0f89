"""The perceptron: a threshold unit that corrects its weights after each mistake.

The update is for one sample, the fit repeats it for many, and the bound limits the number
of mistakes. Classes are 0 and 1.
"""

import math
from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_rng_or_none
from .._array import Array, Scalar, as_finite, as_float, as_scalar, has_axes, not_empty
from .._sums import dot, power_of_two, rounded, sum_of_squares, total, widened
from ..activations import heaviside
from ._mcp import _binary, _one_each, _score


def perceptron_predict(X: ArrayLike, w: ArrayLike, b: float) -> Array:
    """Class that a perceptron assigns to each row.

    1 if X @ w + b >= 0 else 0

    Parameters
    ----------
    X : array_like of shape (..., D)
        Samples.
    w : array_like of shape (D,)
        Weights.
    b : float
        Bias: minus the threshold.

    Returns
    -------
    ndarray of shape (...)
        0 or 1 for each row; 1 where the score is exactly 0.

    Raises
    ------
    ValueError
        If `w` does not have the shape (D,).

    Examples
    --------
    >>> from dlnotes.neurons import perceptron_predict
    >>> perceptron_predict([[0, 0], [0, 1], [1, 1]], [1, 1], -1).tolist()
    [0.0, 1.0, 1.0]

    References
    ----------
    [@rosenblatt1958].
    """
    X, w = as_float("X", X), as_float("w", w)
    _one_each("w", w, "X", X)
    return rounded(heaviside(_score(X, w, as_scalar("b", b, w))), X, w)


def perceptron_update(
    x: ArrayLike, y: float, w: ArrayLike, b: float, *, lr: float = 1.0
) -> tuple[Array, Scalar]:
    """Weights and bias of a perceptron after it has seen one sample.

    w + lr * (y - predicted) * x, b + lr * (y - predicted)

    Parameters
    ----------
    x : array_like of shape (D,)
        Sample.
    y : float
        Class of the sample, 0 or 1.
    w : array_like of shape (D,)
        Weights before the update.
    b : float
        Bias before the update.
    lr : float, default 1.0
        Learning rate, above 0.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights after the update, unchanged if the sample was classified correctly.
    b : scalar
        Bias after the update.

    Raises
    ------
    ValueError
        If `x` does not have the shape (D,), `w` does not have the shape of `x`, `y` is
        neither 0 nor 1, or `lr` is not finite and above 0.

    Examples
    --------
    >>> from dlnotes.neurons import perceptron_update
    >>> w, b = perceptron_update([1, 2], 0, [0, 0], 0)  # 0 counts as class 1: a mistake
    >>> w.tolist(), float(b)
    ([-1.0, -2.0], -1.0)

    References
    ----------
    [@rosenblatt1958].
    """
    x, w = as_float("x", x), as_float("w", w)
    has_axes("x", x, "D")
    _one_each("w", w, "x", x)
    target, bias = as_scalar("y", y, w), as_scalar("b", b, w)
    _binary("y", np.asarray(target))
    rate = as_finite("lr", lr, w, above=0)
    with np.errstate(over="ignore", invalid="ignore"):
        error = _error(widened(x), target, widened(w), bias)
        after, bias_after = _corrected(x, error, w, bias, rate)
    return rounded(after, x, w), cast(Scalar, rounded(bias_after, x, w))


def perceptron_fit(
    X: ArrayLike,
    y: ArrayLike,
    *,
    lr: float = 1.0,
    max_epochs: int = 100,
    rng: np.random.Generator | None = None,
) -> tuple[Array, Scalar, int]:
    """Perceptron learned from zero, sample by sample, until an epoch has no mistake.

    w, b = perceptron_update(X[i], y[i], w, b, lr=lr), for every i, epoch after epoch

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Their classes, 0 or 1.
    lr : float, default 1.0
        Learning rate, above 0. As `w` and `b` begin at 0, it does no more than scale them.
    max_epochs : int, default 100
        Largest number of epochs, at least 1; mistakes may remain after them.
    rng : numpy.random.Generator, optional
        Source of randomness that shuffles the samples before each epoch; without it they
        keep their order.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights.
    b : scalar
        Bias.
    n_updates : int
        Number of mistakes, each of which changed the weights.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D) or is empty, `y` does not have the shape (N,)
        or holds a number other than 0 and 1, `lr` is not finite and above 0, or
        `max_epochs` is below 1.

    Examples
    --------
    >>> from dlnotes.neurons import perceptron_fit
    >>> rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> w, b, n_updates = perceptron_fit(rows, [0, 0, 0, 1])  # AND
    >>> w.tolist(), float(b), n_updates
    ([2.0, 1.0], -3.0, 11)
    >>> perceptron_fit(rows, [0, 1, 1, 0])[2]  # XOR: mistakes never end
    398

    References
    ----------
    [@rosenblatt1958].
    """
    X, y = _labelled(X, y)
    rate, epochs = as_finite("lr", lr, X, above=0), as_count("max_epochs", max_epochs, 1)
    # float16 could not count further than 2048 mistakes
    wide = widened(X)
    w, b, n_updates = np.zeros_like(wide[0]), rate * 0, 0
    rng = as_rng_or_none(rng)
    for _ in range(epochs):
        order = range(len(X)) if rng is None else rng.permutation(len(X))
        before = n_updates
        with np.errstate(over="ignore", invalid="ignore"):
            for i in order:
                error = _error(wide[i], y[i], w, b)
                if error != 0:
                    w, b = _corrected(wide[i], error, w, b, rate)
                    n_updates += 1
        if n_updates == before:
            break
    return rounded(w, X), cast(Scalar, rounded(b, X)), n_updates


def perceptron_mistake_bound(X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float) -> Scalar:
    """Upper bound of the mistakes that `perceptron_fit` makes on separable data.

    max(|x|^2 + 1) * (|w|^2 + b^2) / min(|x @ w + b|)^2, that is (R / gamma)^2

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Their classes, 0 or 1.
    w : array_like of shape (D,)
        Weights of any perceptron that makes no mistake on these samples.
    b : float
        Bias of that perceptron.

    Returns
    -------
    scalar
        Bound for every order, number of epochs and learning rate, from zero weights.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D) or is empty, `y` does not have the shape (N,)
        or holds a number other than 0 and 1, `w` does not have the shape (D,), or a sample
        lies on the wrong side of the boundary of `w` and `b`, or on it.

    Examples
    --------
    >>> from dlnotes.neurons import perceptron_mistake_bound
    >>> rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> round(float(perceptron_mistake_bound(rows, [0, 0, 0, 1], [2, 2], -3)), 4)  # AND
    51.0

    References
    ----------
    [@novikoff1962].
    """
    X, y = _labelled(X, y)
    w = as_float("w", w)
    _one_each("w", w, "X", X)
    bias = as_scalar("b", b, w)
    margin: Scalar = np.min((2 * y - 1) * _score(X, w, bias))
    if margin <= 0:
        rule = "`w` and `b` must put every sample strictly on the side of its class"
        raise ValueError(f"{rule}, got a margin of {margin}")
    with np.errstate(over="ignore", invalid="ignore"):
        s, power = sum_of_squares(widened(w), np.asarray(bias))
        wide, unit = widened(X), X.dtype.type(1)
        squares = total(wide * wide, 1)
        if not np.isfinite(np.max(squares)):
            unit = np.maximum(power_of_two(wide), 1)
            squares = total((wide / unit) ** 2, 1)
        radius = np.sqrt(np.max(squares) + 1 / unit / unit) * unit
        bound = (radius / (margin / power) * np.sqrt(s)) ** 2
    return cast(Scalar, rounded(bound, X, w))


def _error(x: Array, y: Scalar, w: Array, b: Scalar) -> Scalar:
    """Return class minus prediction: 0 if right, 1 or -1 if wrong, nan if the score is."""
    score = cast(Scalar, x @ w + b)
    if not math.isfinite(score):
        score = cast(Scalar, dot(x, w) + b)
    return score if np.isnan(score) else y - (score >= 0)


def _corrected(
    x: Array, error: Scalar, w: Array, b: Scalar, lr: Scalar
) -> tuple[Array, Scalar]:
    if error == 0:  # 0 * inf would be nan
        return w.copy(), b
    return w + lr * error * widened(x), b + lr * error


def _labelled(X: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    """Return samples and their classes, checked, in the dtype of the samples."""
    X, y = as_float("X", X), as_float("y", y)
    has_axes("X", X, "N", "D")
    not_empty("X", X)
    if y.shape != X.shape[:1]:
        rule = f"one class for each row of `X` of shape {X.shape}"
        raise ValueError(f"`y` must have {rule}, got shape {y.shape}")
    _binary("y", y)
    return X, y.astype(X.dtype, copy=False)
