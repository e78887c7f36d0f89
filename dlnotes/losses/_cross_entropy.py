"""Cross-entropy of logits with labels or with probabilities, the loss of classifiers.

The logarithm of the softmax is computed in one step: a softmax that was rounded to 0 would
have none.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import (
    Array,
    are_distributions,
    as_float,
    as_real,
    as_share,
    same_shape,
)
from .._sums import total, widened
from ..activations import log_softmax, softmax
from ..activations._softmax import _others
from ._arguments import (
    _class_weights,
    _divided,
    _labels,
    _reduced,
    _scores,
    _times,
)


def cross_entropy(
    logits: ArrayLike,
    target: ArrayLike,
    *,
    label_smoothing: float = 0.0,
    weight: ArrayLike | None = None,
    reduction: str = "mean",
) -> Array:
    """Cross-entropy of targets with the softmax of logits.

    mean of -sum(target * log_softmax(logits)) over the samples

    Parameters
    ----------
    logits : array_like of shape (N, K)
        Scores of K classes, not probabilities.
    target : array_like of shape (N,) or (N, K)
        Labels, integers in 0..K-1; or a probability for each class.
    label_smoothing : float, default 0.0
        Share of the target, from 0 to 1, that is spread evenly over all classes.
    weight : array_like of shape (K,), optional
        Weight of each class, at least 0.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over the samples, their sum, or a loss per sample. With labels and `weight`
        the mean divides by the sum of the labels' weights; with probabilities, by N.

    Returns
    -------
    scalar, or ndarray of shape (N,) for "none"
        Losses of at least 0, in nats.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `logits` is not of shape (N, K) or empty; labels are outside 0..K-1 or not N;
        probabilities are not of shape (N, K), outside [0, 1] or do not sum to 1;
        `label_smoothing` is outside [0, 1]; `weight` is not of shape (K,), negative, not
        finite, or 0 for all labels of a mean; or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import cross_entropy
    >>> round(float(cross_entropy([[2.0, 0.0], [0.0, 0.0]], [0, 1])), 4)
    0.41
    >>> round(float(cross_entropy([[2.0, 0.0]], [[0.7, 0.3]])), 4)
    0.7269
    >>> float(cross_entropy([[1000.0, 0.0]], [1]))  # -log(softmax(logits)) is inf
    1000.0

    References
    ----------
    [@goodfellow2016], section 6.2; [@szegedy2016] for label smoothing.
    """
    z = _scores("logits", logits)
    shares, labels, count = _shares(z, target, label_smoothing, weight)
    log_p = log_softmax(widened(z))
    if labels is None:
        losses = -total(_times(shares, log_p), 1)
    else:
        losses = -_times(shares, log_p[np.arange(len(z)), labels])
    return _reduced(losses + 0, z, reduction, count)  # + 0 makes 0 of -0


def cross_entropy_grad(
    logits: ArrayLike,
    target: ArrayLike,
    *,
    label_smoothing: float = 0.0,
    weight: ArrayLike | None = None,
    reduction: str = "mean",
) -> Array:
    """Gradient of `cross_entropy` with respect to the logits.

    (softmax(logits) - target) / N

    Arguments and errors as for `cross_entropy`.

    Returns
    -------
    ndarray of shape (N, K)
        Gradient; its rows sum to 0. For "none", each row is the gradient of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import cross_entropy_grad
    >>> cross_entropy_grad([[0.0, 0.0], [1000.0, 0.0]], [0, 1]).tolist()
    [[-0.25, 0.25], [0.5, -0.5]]

    References
    ----------
    [@bridle1990].
    """
    z = _scores("logits", logits)
    shares, labels, count = _shares(z, target, label_smoothing, weight)
    p = softmax(widened(z))
    # not p - target, which has no digits left where p is nearly 1
    if labels is None:
        wholes = total(shares, 1, keepdims=True)
        slopes = p * _others(shares, wholes) - shares * _others(p, 1)
    else:
        slopes, rows = p * shares[:, np.newaxis], np.arange(len(z))
        slopes[rows, labels] *= 0  # nan stays nan
        slopes[rows, labels] = -total(slopes, 1)
    return _divided(slopes, z, reduction, count)


def _shares(
    z: Array, target: ArrayLike, label_smoothing: float, weight: ArrayLike | None
) -> tuple[Array, NDArray[np.intp] | None, float]:
    """Return the weight of each -log p, or that at each label; labels; a mean's divisor."""
    smoothing = as_share("label_smoothing", label_smoothing)
    w, (n, k) = _class_weights(weight, z), z.shape
    if as_real("target", target).ndim == 2:
        t, count = _given(z, target), float(n)
    else:
        labels = _labels("target", target, z)
        count = float(total(w[labels]))
        if smoothing == 0:
            return w[labels], labels, count
        t = np.zeros((n, k), w.dtype)
        t[np.arange(n), labels] = 1
    return (t * (1 - smoothing) + smoothing / k) * w, None, count


def _given(z: Array, target: ArrayLike) -> Array:
    """Return target probabilities for each row of logits."""
    t = as_float("target", target)
    same_shape("target", t, "logits", z)
    are_distributions("target", t)
    return t.astype(widened(z[:0]).dtype, copy=False)
