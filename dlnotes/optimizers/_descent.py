"""Gradient descent, and the gradients of single samples and of batches."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_flag, as_function
from .._array import Array, as_finite, as_float, has_axes, has_shape, not_empty, same_shape
from .._sums import dot, mean, rounded, sum_of_squares, widened


def gradient_descent(
    grad: Callable[[Array], ArrayLike], x0: ArrayLike, *, lr: float, steps: int
) -> Array:
    """Path of repeated steps against a gradient.

    x <- x - lr * grad(x)

    Parameters
    ----------
    grad : callable
        Gradient at a point: takes and returns an array of shape (...).
    x0 : array_like of shape (...)
        Point to start from.
    lr : float
        Learning rate, above 0.
    steps : int
        Number of steps, at least 0.

    Returns
    -------
    ndarray of shape (steps + 1, ...)
        Points visited, `x0` first. A path that diverges goes on to inf and nan.

    Raises
    ------
    ValueError
        If `lr` is not finite and above 0, `steps` is negative, or a gradient has another
        shape than `x0`.

    Examples
    --------
    >>> from dlnotes.optimizers import gradient_descent
    >>> gradient_descent(lambda x: 2 * x, 1, lr=0.25, steps=3).tolist()  # of x**2
    [1.0, 0.5, 0.25, 0.125]
    >>> gradient_descent(lambda x: 2 * x, 1, lr=1.5, steps=3).tolist()  # too large
    [1.0, -2.0, 4.0, -8.0]

    References
    ----------
    [@cauchy1847].
    """
    grad, start = as_function("grad", grad), as_float("x0", x0)
    rate = as_finite("lr", lr, start, above=0)
    path = np.empty((as_count("steps", steps, 0) + 1, *start.shape), start.dtype)
    path[0] = start
    with np.errstate(over="ignore", invalid="ignore"):  # a path may diverge
        for t in range(len(path) - 1):
            # a copy, so that a gradient which writes to its argument leaves the path alone
            slope = as_float("grad(x)", grad(path[t].copy()))
            same_shape("grad(x)", slope, "x0", start)
            path[t + 1] = widened(path[t]) - rate * widened(slope)
    return path


def squared_error_gradients(X: ArrayLike, y: ArrayLike, w: ArrayLike) -> Array:
    """Gradients of the squared error of a linear model, one for each sample.

    2 * (X[i] @ w - y[i]) * X[i]

    Parameters
    ----------
    X : array_like of shape (N, D)
        Inputs; a column of ones makes one weight a bias.
    y : array_like of shape (N,)
        Targets.
    w : array_like of shape (D,)
        Weights.

    Returns
    -------
    ndarray of shape (N, D)
        Gradients by `w`. The mean of all rows is the gradient of the mean squared error,
        the mean of some of them a mini-batch's estimate of it.

    Raises
    ------
    ValueError
        If `X` is not a matrix or is empty, or `y` or `w` does not fit it.

    Examples
    --------
    >>> from dlnotes.optimizers import squared_error_gradients
    >>> X, y, w = [[1, 1], [1, 2], [1, 3]], [1, 3, 5], [0, 0]
    >>> squared_error_gradients(X, y, w).tolist()
    [[-2.0, -2.0], [-6.0, -12.0], [-10.0, -30.0]]
    >>> squared_error_gradients(X, y, w).mean(axis=0).round(4).tolist()
    [-6.0, -14.6667]

    References
    ----------
    [@widrow1960].
    """
    X, y, w = as_float("X", X), as_float("y", y), as_float("w", w)
    has_axes("X", X, "N", "D")
    not_empty("X", X)
    has_shape("y", y, X.shape[:1], f" for `X` of shape {X.shape}")
    has_shape("w", w, X.shape[1:], f" for `X` of shape {X.shape}")
    with np.errstate(over="ignore", invalid="ignore"):
        half = dot(X, w) - y
        slopes = half[:, np.newaxis] * widened(X)
        slopes *= 2
        return rounded(slopes, X, y, w)


def minibatch_variance(
    gradients: ArrayLike, batch_size: int, *, replace: bool = False
) -> float:
    """Expected squared distance of a mini-batch's gradient from that of all samples.

    mean(|g - mean(g)|^2) / batch_size, times (N - batch_size) / (N - 1) if a sample can
    be in a batch only once

    Parameters
    ----------
    gradients : array_like of shape (N, ...)
        Gradient of each sample.
    batch_size : int
        Samples per batch, at least 1.
    replace : bool, default False
        Whether samples are drawn with replacement.

    Returns
    -------
    float
        Variance, summed over the entries of the gradient.

    Raises
    ------
    ValueError
        If `gradients` is one number or empty, or `batch_size` is below 1, or above N
        without replacement.

    Examples
    --------
    >>> from dlnotes.optimizers import minibatch_variance
    >>> g = [[1, 0], [0, 0], [-1, 0], [0, 4]]
    >>> [minibatch_variance(g, size, replace=True) for size in (1, 2, 4)]
    [3.5, 1.75, 0.875]
    >>> round(minibatch_variance(g, 2), 4), minibatch_variance(g, 4)  # 4 are all of them
    (1.1667, 0.0)

    References
    ----------
    [@cochran1977], theorem 2.2.
    """
    g = as_float("gradients", gradients)
    if g.ndim == 0:
        raise ValueError("`gradients` must have shape (N, ...), got ()")
    not_empty("gradients", g)
    n, size = len(g), as_count("batch_size", batch_size, 1)
    replace = as_flag("replace", replace)
    if size > n and not replace:
        raise ValueError(
            f"`batch_size` must be at most {n} without replacement, got {size}"
        )
    with np.errstate(over="ignore", invalid="ignore"):
        s, power = map(float, sum_of_squares(widened(g) - mean(g, 0)))
        variance = s / n / size * power * power
    return variance if replace else variance * (n - size) / max(n - 1, 1)
