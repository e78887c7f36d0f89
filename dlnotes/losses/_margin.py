"""Margin losses of two classes, which are 0 only for scores that are right by a margin.

At the margin, where the hinge loss has a corner, the derivative is 0.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, are_signs, as_finite
from ._arguments import _divided, _pair, _reduced, _reduced_squares


def hinge_loss(
    scores: ArrayLike, y: ArrayLike, *, margin: float = 1.0, reduction: str = "mean"
) -> Array:
    """Hinge loss.

    mean of max(0, margin - y * scores)

    Parameters
    ----------
    scores : array_like of shape (...)
        Scores: the sign is the predicted class, the absolute value the confidence.
    y : array_like of shape (...)
        Labels, -1 or 1.
    margin : float, default 1.0
        Smallest `y * score` without a loss, at least 0.
    reduction : {"mean", "sum", "none"}, default "mean"
        Mean over all entries, their sum, or a loss per entry.

    Returns
    -------
    scalar, or ndarray of shape (...) for "none"
        Losses of at least 0.

    Raises
    ------
    ValueError
        If `y` does not have the shape of `scores`, `scores` is empty, a label is neither -1
        nor 1, `margin` is negative, infinite or nan, or `reduction` is unknown.

    Examples
    --------
    >>> from dlnotes.losses import hinge_loss
    >>> hinge_loss([2.0, 0.5, -1.0], [1, 1, 1], reduction="none").tolist()
    [0.0, 0.5, 2.0]

    References
    ----------
    [@cortes1995].
    """
    short, _, like = _shortfall(scores, y, margin)
    return _reduced(short, like, reduction)


def hinge_loss_grad(
    scores: ArrayLike, y: ArrayLike, *, margin: float = 1.0, reduction: str = "mean"
) -> Array:
    """Gradient of `hinge_loss` with respect to the scores.

    -y / n if y * scores < margin else 0

    Arguments, errors and references as for `hinge_loss`.

    Returns
    -------
    ndarray of shape (...)
        Slopes. For "none", each entry has the slope of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import hinge_loss_grad
    >>> hinge_loss_grad([2.0, 0.5, -1.0, 1.0], [1, 1, -1, -1]).tolist()
    [0.0, -0.25, 0.0, 0.25]
    """
    short, label, like = _shortfall(scores, y, margin)
    slopes = -label * np.sign(short) + 0  # 0 for -0
    return _divided(slopes, like, reduction, short.size)


def squared_hinge_loss(
    scores: ArrayLike, y: ArrayLike, *, margin: float = 1.0, reduction: str = "mean"
) -> Array:
    """Squared hinge loss, which has no corner.

    mean of max(0, margin - y * scores)**2

    Arguments, errors and references as for `hinge_loss`.

    Returns
    -------
    scalar, or ndarray of shape (...) for "none"
        Losses of at least 0.

    Examples
    --------
    >>> from dlnotes.losses import squared_hinge_loss
    >>> squared_hinge_loss([2.0, 0.5, -1.0], [1, 1, 1], reduction="none").tolist()
    [0.0, 0.25, 4.0]
    """
    short, _, like = _shortfall(scores, y, margin)
    return _reduced_squares(short, like, reduction)


def squared_hinge_loss_grad(
    scores: ArrayLike, y: ArrayLike, *, margin: float = 1.0, reduction: str = "mean"
) -> Array:
    """Gradient of `squared_hinge_loss` with respect to the scores.

    -2 * y * max(0, margin - y * scores) / n

    Arguments, errors and references as for `hinge_loss`.

    Returns
    -------
    ndarray of shape (...)
        Slopes. For "none", each entry has the slope of its own loss.

    Examples
    --------
    >>> from dlnotes.losses import squared_hinge_loss_grad
    >>> squared_hinge_loss_grad([2.0, 0.5, -1.0, 1.0], [1, 1, -1, -1]).tolist()
    [0.0, -0.25, 0.0, 1.0]
    """
    short, label, like = _shortfall(scores, y, margin)
    # half of the divisor, since twice a slope may be too large
    return _divided(-label * short + 0, like, reduction, short.size, factor=2)


def _shortfall(
    scores: ArrayLike, y: ArrayLike, margin: float
) -> tuple[Array, Array, Array]:
    """Return by how much each score misses its margin, the labels, and the scores."""
    s, label, like = _pair("scores", scores, "y", y)
    are_signs("y", label)
    width = as_finite("margin", margin, s, at_least=0)
    with np.errstate(over="ignore"):
        return np.maximum(width - label * s, 0), label, like
