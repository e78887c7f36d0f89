"""Margin loss of many classes: the label's score must exceed all others by a margin."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_whole, one_of
from .._array import Array, as_finite
from .._sums import mean, total, widened
from ._arguments import _divided, _labels, _reduced, _scores


def multi_margin_loss(
    scores: ArrayLike,
    y: ArrayLike,
    *,
    margin: float = 1.0,
    p: int = 1,
    reduction: str = "mean",
) -> Array:
    """Multi-class margin loss, divided by the number of classes as in PyTorch.

    mean of sum over j != y of max(0, margin - scores[y] + scores[j])^p / K

    Parameters
    ----------
    scores : array_like of shape (N, K)
        Scores of K classes.
    y : array_like of int of shape (N,)
        Labels in 0..K-1.
    margin : float, default 1.0
        Smallest lead over another class without a loss, at least 0.
    p : {1, 2}, default 1
        Power of each shortfall.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over the samples, their sum, or a loss per sample.

    Returns
    -------
    scalar, or ndarray of shape (N,) for "none"
        Losses of at least 0.

    Raises
    ------
    ValueError
        If `scores` is not of shape (N, K) or empty; `y` is not of shape (N,) or holds a
        label outside 0..K-1; `margin` is negative, infinite or nan; `p` is neither 1 nor 2;
        or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import multi_margin_loss
    >>> float(multi_margin_loss([[3.0, 2.5, 1.0, 5.0]], [0]))  # (0.5 + 3) / 4
    0.875

    References
    ----------
    [@weston1999]; [@pytorch213], `torch.nn.MultiMarginLoss`, for the division by K.
    """
    short, _, s = _shortfalls(scores, y, margin, p)
    with np.errstate(over="ignore"):
        powers = short if p == 1 else short * short
    return _reduced(mean(powers, 1), s, reduction)


def multi_margin_loss_grad(
    scores: ArrayLike,
    y: ArrayLike,
    *,
    margin: float = 1.0,
    p: int = 1,
    reduction: str = "mean",
) -> Array:
    """Gradient of `multi_margin_loss` with respect to the scores.

    1 / (N * K) for each class within the margin, and minus their sum for the label

    Arguments, errors and references as for `multi_margin_loss`.

    Returns
    -------
    ndarray of shape (N, K)
        Gradient; its rows sum to 0. For "none", each row is the gradient of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import multi_margin_loss_grad
    >>> multi_margin_loss_grad([[3.0, 2.5, 1.0, 5.0]], [0]).tolist()
    [[-0.5, 0.25, 0.0, 0.25]]
    """
    short, labels, s = _shortfalls(scores, y, margin, p)
    n, k = short.shape
    slopes: Array = np.sign(short) if p == 1 else short
    slopes /= k  # before the sum, which may be too large without
    slopes[np.arange(n), labels] -= total(slopes, 1)
    return _divided(slopes, s, reduction, n, factor=p)


def _shortfalls(
    scores: ArrayLike, y: ArrayLike, margin: float, p: int
) -> tuple[Array, NDArray[np.intp], Array]:
    """Return how much the label's lead over each class falls short; labels and scores."""
    one_of("p", as_whole("p", p), (1, 2))
    s = _scores("scores", scores)
    labels, width = _labels("y", y, s), as_finite("margin", margin, s, at_least=0)
    rows, wide = np.arange(len(s)), widened(s)
    with np.errstate(over="ignore", invalid="ignore"):
        short = np.maximum(wide - wide[rows, labels][:, None] + width, 0)
    short[rows, labels] *= 0  # a class has no lead over itself; nan stays
    return short, labels, s
