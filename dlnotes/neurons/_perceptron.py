"""The perceptron: a threshold unit that corrects its weights after each mistake.

The update is given for one sample, the fit repeats it, and the bound says how often it can
be needed. Classes are 0 and 1.
"""

from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_rng_or_none
from .._array import Array, Scalar, as_finite, as_float, as_scalar, has_axes, not_empty
from ..activations import heaviside
from ._mcp import _binary, _one_each, _score


def perceptron_predict(X: ArrayLike, w: ArrayLike, b: float) -> Array:
    """Class that a perceptron gives to each row.

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
    TypeError
        If `X` or `w` does not hold real numbers, or `b` is not a real number.
    ValueError
        If `w` has not the shape (D,).

    Examples
    --------
    >>> from dlnotes.neurons import perceptron_predict
    >>> perceptron_predict([[0, 0], [0, 1], [1, 1]], [1, 1], -1).tolist()
    [0.0, 1.0, 1.0]

    References
    ----------
    Rosenblatt (1958), "The Perceptron: A Probabilistic Model for Information Storage and
    Organization in the Brain", Psychological Review.
    """
    X, w = as_float("X", X), as_float("w", w)
    _one_each("w", w, "X", X)
    return heaviside(_score(X, w, as_scalar("b", b, w)))


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
        Its class, 0 or 1.
    w : array_like of shape (D,)
        Weights before.
    b : float
        Bias before.
    lr : float, default 1.0
        Learning rate, above 0.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights after; the same numbers if the sample was classified rightly.
    b : scalar
        Bias after.

    Raises
    ------
    TypeError
        If `x` or `w` does not hold real numbers, or `y`, `b` or `lr` is not a real number.
    ValueError
        If `x` has not the shape (D,), `w` has not the shape of `x`, `y` is neither 0 nor 1,
        or `lr` is not finite and above 0.

    Examples
    --------
    >>> from dlnotes.neurons import perceptron_update
    >>> w, b = perceptron_update([1, 2], 0, [0, 0], 0)  # 0 counts as class 1: a mistake
    >>> w.tolist(), float(b)
    ([-1.0, -2.0], -1.0)

    References
    ----------
    Rosenblatt (1958), "The Perceptron: A Probabilistic Model for Information Storage and
    Organization in the Brain", Psychological Review.
    """
    x, w = as_float("x", x), as_float("w", w)
    has_axes("x", x, "D")
    _one_each("w", w, "x", x)
    target, bias = as_scalar("y", y, w), as_scalar("b", b, w)
    _binary("y", np.asarray(target))
    rate = as_finite("lr", lr, w, above=0)
    with np.errstate(over="ignore", invalid="ignore"):
        return _corrected(x, _error(x, target, w, bias), w, bias, rate)


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
        Learning rate, above 0. From zero it scales `w` and `b` and changes nothing else.
    max_epochs : int, default 100
        Passes after which to stop although mistakes remain, at least 1.
    rng : numpy.random.Generator, optional
        Shuffles the samples before each epoch; without it they keep their order.

    Returns
    -------
    w : ndarray of shape (D,)
        Weights.
    b : scalar
        Bias.
    n_updates : int
        Mistakes made on the way, each of which changed the weights.

    Raises
    ------
    TypeError
        If `X` or `y` does not hold real numbers, `lr` is not a real number, or `max_epochs`
        is not an integer.
    ValueError
        If `X` has not the shape (N, D) or is empty, `y` has not the shape (N,) or holds a
        number other than 0 and 1, `lr` is not finite and above 0, or `max_epochs` is
        below 1.

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
    Rosenblatt (1958), "The Perceptron: A Probabilistic Model for Information Storage and
    Organization in the Brain", Psychological Review.
    """
    X, y = _labelled(X, y)
    rate, epochs = as_finite("lr", lr, X, above=0), as_count("max_epochs", max_epochs, 1)
    w, b, n_updates = np.zeros_like(X[0]), X.dtype.type(0), 0
    rng = as_rng_or_none(rng)
    for _ in range(epochs):
        order = range(len(X)) if rng is None else rng.permutation(len(X))
        before = n_updates
        with np.errstate(over="ignore", invalid="ignore"):
            for i in order:
                error = _error(X[i], y[i], w, b)
                if error != 0:
                    w, b = _corrected(X[i], error, w, b, rate)
                    n_updates += 1
        if n_updates == before:
            break
    return w, b, n_updates


def perceptron_mistake_bound(X: ArrayLike, y: ArrayLike, w: ArrayLike, b: float) -> Scalar:
    """Number of mistakes that `perceptron_fit` cannot exceed on separable data.

    max(|x|^2 + 1) * (|w|^2 + b^2) / min(|x @ w + b|)^2, that is (R / gamma)^2

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples.
    y : array_like of shape (N,)
        Their classes, 0 or 1.
    w : array_like of shape (D,)
        Weights of any perceptron that makes no mistake on them.
    b : float
        Its bias.

    Returns
    -------
    scalar
        Bound for any order, any number of epochs and any learning rate, from zero.

    Raises
    ------
    TypeError
        If `X`, `y` or `w` does not hold real numbers, or `b` is not a real number.
    ValueError
        If `X` has not the shape (N, D) or is empty, `y` has not the shape (N,) or holds a
        number other than 0 and 1, `w` has not the shape (D,), or a sample lies on the
        wrong side of the boundary of `w` and `b`, or on it.

    Examples
    --------
    >>> from dlnotes.neurons import perceptron_mistake_bound
    >>> rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> round(float(perceptron_mistake_bound(rows, [0, 0, 0, 1], [2, 2], -3)), 4)  # AND
    51.0

    References
    ----------
    Novikoff (1962), "On Convergence Proofs on Perceptrons", Symposium on the Mathematical
    Theory of Automata.
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
        radius = np.sqrt(np.max(np.sum(X**2, axis=1)) + 1)
        scale = np.maximum(np.max(np.abs(w)), abs(bias))  # squares of tiny weights are 0
        norm = np.sqrt(np.sum((w / scale) ** 2) + (bias / scale) ** 2)
        bound: Scalar = (radius / (margin / scale) * norm) ** 2
    return bound


def _error(x: Array, y: Scalar, w: Array, b: Scalar) -> Scalar:
    """Class minus prediction: 0 if right, 1 or -1 if wrong, nan if nothing can be said."""
    score = cast(Scalar, x @ w + b)
    return score if np.isnan(score) else y - (score >= 0)


def _corrected(
    x: Array, error: Scalar, w: Array, b: Scalar, lr: Scalar
) -> tuple[Array, Scalar]:
    if error == 0:  # 0 * inf would be nan
        return w.copy(), b
    return w + lr * error * x, b + lr * error


def _labelled(X: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    """Samples and their classes, checked, in the dtype of the samples."""
    X, y = as_float("X", X), as_float("y", y)
    has_axes("X", X, "N", "D")
    not_empty("X", X)
    if y.shape != X.shape[:1]:
        rule = f"one class for each row of `X` of shape {X.shape}"
        raise ValueError(f"`y` must have {rule}, got shape {y.shape}")
    _binary("y", y)
    return X, y.astype(X.dtype, copy=False)
