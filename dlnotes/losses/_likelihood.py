"""Negative log-likelihood of labels, and of any independent events."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, are_probabilities, as_float, not_empty
from .._sums import total, widened
from ._arguments import (
    _class_weights,
    _divided,
    _labels,
    _reduced,
    _scores,
    _times,
)


def nll_loss(
    log_p: ArrayLike,
    y: ArrayLike,
    *,
    weight: ArrayLike | None = None,
    reduction: str = "mean",
) -> Array:
    """Negative log-likelihood of labels.

    mean of -log_p[i, y[i]] over the samples

    Parameters
    ----------
    log_p : array_like of shape (N, K)
        Log-probabilities, as `log_softmax` returns them.
    y : array_like of int of shape (N,)
        Labels in 0..K-1.
    weight : array_like of shape (K,), optional
        Weight of each class, at least 0.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over the samples, their sum, or a loss per sample. With `weight` the mean
        divides by the sum of the labels' weights.

    Returns
    -------
    scalar, or ndarray of shape (N,) for "none"
        Losses of at least 0, in nats.

    Raises
    ------
    ValueError
        If `log_p` is not of shape (N, K), empty or above 0, as probabilities would be;
        if `y` is not of shape (N,) or holds a label outside 0..K-1; if `weight` is not of
        shape (K,), negative, not finite, or 0 for all labels of a mean; or if `reduction`
        is unknown.

    Examples
    --------
    >>> from dlnotes.activations import log_softmax
    >>> from dlnotes.losses import nll_loss
    >>> log_p = log_softmax([[2.0, 0.0], [0.0, 0.0]])
    >>> round(float(nll_loss(log_p, [0, 1])), 4)
    0.41

    References
    ----------
    [@goodfellow2016], section 5.5.
    """
    log_p, labels, w = _checked(log_p, y, weight)
    losses = -_times(w, log_p[np.arange(len(labels)), labels]) + 0  # + 0 makes 0 of -0
    return _reduced(losses, log_p, reduction, float(total(w)))


def nll_loss_grad(
    log_p: ArrayLike,
    y: ArrayLike,
    *,
    weight: ArrayLike | None = None,
    reduction: str = "mean",
) -> Array:
    """Gradient of `nll_loss` with respect to the log-probabilities.

    -one_hot(y) / N

    Arguments, errors and references as for `nll_loss`.

    Returns
    -------
    ndarray of shape (N, K)
        Slopes, 0 except at the labels; nan where `log_p` is nan. For "none", each row is
        the gradient of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import nll_loss_grad
    >>> nll_loss_grad([[-0.5, -1.0], [-2.0, -0.1]], [0, 1]).tolist()
    [[-0.5, 0.0], [0.0, -0.5]]
    """
    log_p, labels, w = _checked(log_p, y, weight)
    slopes = np.clip(widened(log_p), 0, 0)  # passes nan on, as zeros would not
    slopes[np.arange(len(labels)), labels] -= w
    return _divided(slopes, log_p, reduction, float(total(w)))


def nll_from_likelihood(p: ArrayLike) -> Array:
    """Negative logarithm of a product of probabilities, without the product.

    -sum(log(p)), not -log(prod(p))

    Parameters
    ----------
    p : array_like of shape (...)
        Probabilities that a model assigned to independent events that occurred.

    Returns
    -------
    scalar
        Number of at least 0, in nats; inf if one of the probabilities is 0.

    Raises
    ------
    ValueError
        If `p` is empty or has an entry outside [0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.losses import nll_from_likelihood
    >>> float(np.prod(np.full(2000, 0.5)))
    0.0
    >>> round(float(nll_from_likelihood(np.full(2000, 0.5))), 4)  # 2000 * log(2)
    1386.2944

    References
    ----------
    [@goodfellow2016], section 5.5.
    """
    p = as_float("p", p)
    not_empty("p", p)
    are_probabilities("p", p)
    with np.errstate(divide="ignore"):
        return _reduced(-np.log(widened(p)) + 0, p, "sum")


def nll_from_likelihood_grad(p: ArrayLike) -> Array:
    """Gradient of `nll_from_likelihood` with respect to the probabilities.

    -1 / p

    Arguments, errors and references as for `nll_from_likelihood`.

    Returns
    -------
    ndarray of shape (...)
        Slopes of at most -1, and -inf where `p` is 0.

    Examples
    --------
    >>> from dlnotes.losses import nll_from_likelihood_grad
    >>> nll_from_likelihood_grad([1.0, 0.5, 0.01]).tolist()
    [-1.0, -2.0, -100.0]
    """
    p = as_float("p", p)
    not_empty("p", p)
    are_probabilities("p", p)
    with np.errstate(divide="ignore", over="ignore"):
        return -1 / np.abs(p)  # abs: 1 / -0 would be -inf


def _checked(
    log_p: ArrayLike, y: ArrayLike, weight: ArrayLike | None
) -> tuple[Array, NDArray[np.intp], Array]:
    """Return log-probabilities, labels, and the weight of each label."""
    x = _scores("log_p", log_p)
    highest = np.max(x)
    if highest > math.sqrt(np.finfo(x.dtype).eps):  # 0, but for rounding
        raise ValueError(f"`log_p` must be at most 0, got {highest}")
    labels = _labels("y", y, x)
    return x, labels, _class_weights(weight, x)[labels]
