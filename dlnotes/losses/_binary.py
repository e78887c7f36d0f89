"""Binary cross-entropy, of probabilities and of logits.

For logits the result is exact whatever their size. Probabilities that have been rounded to
0 or 1 have lost their logarithm; here it is limited as in PyTorch.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, are_probabilities, as_finite
from ..activations import sigmoid
from ._arguments import _divided, _pair, _reduced, _times


def binary_cross_entropy(p: ArrayLike, y: ArrayLike, *, reduction: str = "mean") -> Array:
    """Binary cross-entropy of probabilities.

    mean of -y * log(p) - (1 - y) * log(1 - p), with no logarithm below -100

    Parameters
    ----------
    p : array_like of shape (...)
        Predicted probabilities of class 1.
    y : array_like of shape (...)
        Labels, 0 or 1, or probabilities in between.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over all entries, their sum, or a loss per entry.

    Returns
    -------
    scalar, or ndarray of shape (...) for "none"
        Losses from 0 to 100, in nats.

    Raises
    ------
    ValueError
        If `y` does not have the shape of `p`, `p` is empty, an entry of `p` or `y` is
        outside [0, 1], or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import binary_cross_entropy
    >>> round(float(binary_cross_entropy([0.8, 0.4], [1, 0])), 4)
    0.367
    >>> float(binary_cross_entropy([0.0], [1]))  # not inf, as in PyTorch
    100.0

    References
    ----------
    [@bishop2006], section 4.3; [@pytorch213], `torch.nn.BCELoss`, for the -100.
    """
    p, y, like = _pair("p", p, "y", y)
    are_probabilities("p", p)
    are_probabilities("y", y)
    with np.errstate(divide="ignore"):
        logs = [np.maximum(np.log(p), -100), np.maximum(np.log1p(-p), -100)]
    return _reduced(-(y * logs[0] + (1 - y) * logs[1]) + 0, like, reduction)


def binary_cross_entropy_grad(
    p: ArrayLike, y: ArrayLike, *, reduction: str = "mean"
) -> Array:
    """Gradient of `binary_cross_entropy` with respect to the probabilities.

    (p - y) / (p * (1 - p)) / n, with a divisor p * (1 - p) of at least 1e-12

    Arguments and errors as for `binary_cross_entropy`.

    Returns
    -------
    ndarray of shape (...)
        Slopes. For "none", each entry has the slope of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import binary_cross_entropy_grad
    >>> binary_cross_entropy_grad([0.5, 0.25], [1, 0], reduction="sum").round(4).tolist()
    [-2.0, 1.3333]
    >>> binary_cross_entropy_grad([0.0, 0.0], [1, 0]).tolist()
    [-500000000000.0, 0.0]

    References
    ----------
    [@bishop2006], section 4.3.
    """
    p, y, like = _pair("p", p, "y", y)
    are_probabilities("p", p)
    are_probabilities("y", y)
    return _divided((p - y) / np.maximum(p * (1 - p), 1e-12), like, reduction, p.size)


def binary_cross_entropy_with_logits(
    z: ArrayLike, y: ArrayLike, *, pos_weight: float = 1.0, reduction: str = "mean"
) -> Array:
    """Binary cross-entropy of the sigmoid of logits.

    mean of pos_weight * y * softplus(-z) + (1 - y) * softplus(z)

    Parameters
    ----------
    z : array_like of shape (...)
        Logits of class 1.
    y : array_like of shape (...)
        Labels, 0 or 1, or probabilities in between.
    pos_weight : float, default 1.0
        Weight of class 1 relative to class 0, at least 0.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over all entries, their sum, or a loss per entry.

    Returns
    -------
    scalar, or ndarray of shape (...) for "none"
        Losses of at least 0, in nats.

    Raises
    ------
    ValueError
        If `y` does not have the shape of `z`, `z` is empty, an entry of `y` is outside [0,
        1], `pos_weight` is negative, infinite or nan, or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import binary_cross_entropy_with_logits
    >>> round(float(binary_cross_entropy_with_logits([0.0], [1])), 4)
    0.6931
    >>> float(binary_cross_entropy_with_logits([-1000.0], [1]))  # sigmoid(-1000) is 0
    1000.0

    References
    ----------
    [@bishop2006], section 4.3.
    """
    z, y, like = _pair("z", z, "y", y)
    are_probabilities("y", y)
    w = as_finite("pos_weight", pos_weight, z, at_least=0)
    with np.errstate(over="ignore"):
        # softplus(z) = max(z, 0) + bend, softplus(-z) = max(-z, 0) + bend
        bend = np.log1p(np.exp(-np.abs(z)))
        positive = _times(w * y, bend + np.maximum(-z, 0))
        negative = _times(1 - y, bend + np.maximum(z, 0))
        return _reduced(positive + negative, like, reduction)


def binary_cross_entropy_with_logits_grad(
    z: ArrayLike, y: ArrayLike, *, pos_weight: float = 1.0, reduction: str = "mean"
) -> Array:
    """Gradient of `binary_cross_entropy_with_logits` with respect to the logits.

    (sigmoid(z) - y) / n for a `pos_weight` of 1

    Arguments, errors and references as for `binary_cross_entropy_with_logits`.

    Returns
    -------
    ndarray of shape (...)
        Slopes. For "none", each entry has the slope of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import binary_cross_entropy_with_logits_grad
    >>> binary_cross_entropy_with_logits_grad([0.0, -1000.0], [1, 1]).tolist()
    [-0.25, -0.5]
    """
    z, y, like = _pair("z", z, "y", y)
    are_probabilities("y", y)
    w = as_finite("pos_weight", pos_weight, z, at_least=0)
    # not sigmoid(z) - y, which loses digits: for a label 0 or 1, one product is 0
    slopes = (1 - y) * sigmoid(z) - w * y * sigmoid(-z)
    return _divided(slopes, like, reduction, z.size)
