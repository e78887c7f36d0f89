"""The quality of a classifier's scores, over all thresholds.

A sample is called positive if its score is at least the threshold.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count
from .._array import (
    Array,
    are_finite,
    are_probabilities,
    as_float,
    as_labels,
    as_real,
    has_axes,
    has_shape,
    not_empty,
)
from .._sums import rounded

Labels = NDArray[np.intp]


def roc_curve(y: ArrayLike, scores: ArrayLike) -> tuple[Array, Array, Array]:
    """False and true positive rates, for each threshold that changes a decision.

    FP / (FP + TN), TP / (TP + FN)

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers 0 and 1, both of which must occur.
    scores : array_like of shape (N,)
        Scores or probabilities, finite; larger for the positive class.

    Returns
    -------
    false_rate : ndarray of shape (M + 1,)
        Shares of the negative samples that are called positive, from 0 to 1.
    true_rate : ndarray of shape (M + 1,)
        Shares of the positive samples that are called positive, from 0 to 1.
    thresholds : ndarray of shape (M + 1,)
        inf, where no sample is called positive, and the M different scores from large to
        small.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,), is empty, holds a label other than 0 and 1, or
        only one of them; or `scores` does not have the same shape or is not finite.

    Notes
    -----
    scikit-learn's `roc_curve` leaves out points on straight parts, unless
    `drop_intermediate=False`.

    Examples
    --------
    >>> from dlnotes.linear import roc_curve
    >>> false_rate, true_rate, thresholds = roc_curve([0, 1, 1], [0.2, 0.9, 0.2])
    >>> false_rate.tolist(), true_rate.tolist(), thresholds.tolist()
    ([0.0, 0.0, 1.0], [0.0, 0.5, 1.0], [inf, 0.9, 0.2])

    References
    ----------
    [@fawcett2006].
    """
    labels, found = _ranked(y, scores)
    thresholds, positives, negatives = _counts(labels, found)
    rates = [np.append(0, count / count[-1]) for count in (negatives, positives)]
    edges = np.append(np.inf, thresholds)
    return rounded(rates[0], found), rounded(rates[1], found), rounded(edges, found)


def roc_auc(y: ArrayLike, scores: ArrayLike) -> Array:
    """Area under the ROC curve: how often a positive sample scores above a negative one.

    mean over pairs of (s > r) + (s == r) / 2, s a positive and r a negative score

    Arguments, errors and references as for `roc_curve`.

    Returns
    -------
    scalar
        Share from 0 to 1; 0.5 for scores that tell nothing.

    Examples
    --------
    >>> from dlnotes.linear import roc_auc
    >>> roc_auc([0, 1, 1], [0.2, 0.9, 0.2]).item()
    0.75
    """
    labels, found = _ranked(y, scores)
    negative, positive = np.sort(found[labels == 0]), found[labels == 1]
    below = np.searchsorted(negative, positive, "left")
    not_above = np.searchsorted(negative, positive, "right")
    pairs = 2 * len(negative) * len(positive)
    return rounded(np.sum(below + not_above) / pairs, found)


def precision_recall_curve(y: ArrayLike, scores: ArrayLike) -> tuple[Array, Array, Array]:
    """Precision and recall, for each threshold that changes a decision.

    TP / (TP + FP), TP / (TP + FN)

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers 0 and 1, both of which must occur.
    scores : array_like of shape (N,)
        Scores or probabilities, finite; larger for the positive class.

    Returns
    -------
    precision : ndarray of shape (M + 1,)
        Shares of positive samples among those that are called positive. The last one has no
        threshold, and is 1 by convention.
    recall : ndarray of shape (M + 1,)
        Shares of the positive samples that are called positive, from 1 to 0.
    thresholds : ndarray of shape (M,)
        The M different scores from small to large.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,), is empty, holds a label other than 0 and 1, or
        only one of them; or `scores` does not have the same shape or is not finite.

    Examples
    --------
    >>> from dlnotes.linear import precision_recall_curve
    >>> precision, recall, thresholds = precision_recall_curve([0, 1, 1], [0.2, 0.9, 0.2])
    >>> precision.round(2).tolist(), recall.tolist(), thresholds.tolist()
    ([0.67, 1.0, 1.0], [1.0, 0.5, 0.0], [0.2, 0.9])

    References
    ----------
    [@davis2006].
    """
    labels, found = _ranked(y, scores)
    thresholds, positives, negatives = _counts(labels, found)
    shares = positives / (positives + negatives)
    rates = positives / positives[-1]
    return (
        rounded(np.append(shares[::-1], 1), found),
        rounded(np.append(rates[::-1], 0), found),
        rounded(thresholds[::-1].copy(), found),
    )


def calibration_curve(
    y: ArrayLike, q: ArrayLike, *, n_bins: int = 5
) -> tuple[Array, Array]:
    """Shares of positive samples beside the probabilities that were predicted for them.

    The interval from 0 to 1 is cut into bins of equal width; a probability on the border of
    two bins belongs to the lower one.

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers 0 and 1.
    q : array_like of shape (N,)
        Probabilities of the label 1.
    n_bins : int, default 5
        Number of bins, at least 1.

    Returns
    -------
    share : ndarray of shape (M,)
        Share of the label 1 in each bin that has samples.
    mean : ndarray of shape (M,)
        Mean probability in each of these bins.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,), is empty, or holds a label other than 0 and 1;
        `q` does not have the same shape, or holds nan or a number outside [0, 1]; or
        `n_bins` is below 1.

    Examples
    --------
    >>> from dlnotes.linear import calibration_curve
    >>> share, mean = calibration_curve([0, 1, 1, 1], [0.1, 0.3, 0.8, 1.0], n_bins=2)
    >>> share.tolist(), mean.round(2).tolist()
    ([0.5, 1.0], [0.2, 0.9])

    References
    ----------
    [@niculescumizil2005].
    """
    count = as_count("n_bins", n_bins, 1)
    labels, found = _scored(y, q, "q")
    are_probabilities("q", found)
    borders = np.linspace(0, 1, count + 1)[1:-1]
    _, places, sizes = np.unique(
        np.searchsorted(borders, found), return_inverse=True, return_counts=True
    )
    shares = np.bincount(places, labels) / sizes
    means = np.bincount(places, found) / sizes
    return rounded(shares, found), rounded(means, found)


def _scored(y: ArrayLike, scores: ArrayLike, name: str) -> tuple[Labels, Array]:
    """Return labels 0 and 1, and a finite number for each."""
    truth, found = as_real("y", y), as_float(name, scores)
    has_axes("y", truth, "N")
    not_empty("y", truth)
    has_shape(name, found, truth.shape, ", a number for each of `y`")
    are_finite(name, found)
    return as_labels("y", truth, 2), found


def _ranked(y: ArrayLike, scores: ArrayLike) -> tuple[Labels, Array]:
    """Return labels of both classes, and a finite score for each."""
    labels, found = _scored(y, scores, "scores")
    if np.all(labels == labels[0]):
        raise ValueError(f"`y` must hold both 0 and 1, got {labels[0]} alone")
    return labels, found


def _counts(labels: Labels, scores: Array) -> tuple[Array, NDArray[Any], NDArray[Any]]:
    """Return each score from large to small, and how many of each class reach it."""
    thresholds, places = np.unique(-scores, return_inverse=True)
    positives = np.cumsum(np.bincount(places, labels))
    negatives = np.cumsum(np.bincount(places, 1 - labels))
    return -thresholds, positives, negatives
