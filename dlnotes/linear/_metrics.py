"""Right and wrong decisions of a classifier, counted.

The truth comes first, as in scikit-learn. Of two classes, 1 is the positive one.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count
from .._array import (
    as_integers,
    as_labels,
    as_number,
    as_real,
    has_axes,
    has_shape,
    not_empty,
)

Labels = NDArray[np.intp]


def confusion_matrix(
    y: ArrayLike, y_hat: ArrayLike, *, num_classes: int = 2
) -> NDArray[np.int64]:
    """Counts of samples by their class and by the class that was predicted.

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers in 0..num_classes-1.
    y_hat : array_like of int of shape (N,)
        Predicted labels.
    num_classes : int, default 2
        Number of classes, at least 2.

    Returns
    -------
    ndarray of int of shape (num_classes, num_classes)
        A row for each class, a column for each prediction.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,) or is empty, `y_hat` does not have the same
        shape, or one of them holds a label below 0 or not below `num_classes`.

    Examples
    --------
    >>> from dlnotes.linear import confusion_matrix
    >>> confusion_matrix([0, 0, 0, 1, 1], [0, 0, 1, 1, 0]).tolist()
    [[2, 1], [1, 1]]

    References
    ----------
    [@fawcett2006], section 2.
    """
    classes = as_count("num_classes", num_classes, 2)
    truth, decided = _decisions(y, y_hat, classes)
    counts = np.zeros((classes, classes), np.int64)
    np.add.at(counts, (truth, decided), 1)
    return counts


def accuracy(y: ArrayLike, y_hat: ArrayLike) -> float:
    """Share of samples whose class was predicted.

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, any whole numbers.
    y_hat : array_like of int of shape (N,)
        Predicted labels.

    Returns
    -------
    float
        Share from 0 to 1.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,) or is empty, or `y_hat` does not have the same
        shape.

    Examples
    --------
    >>> from dlnotes.linear import accuracy
    >>> accuracy([0, 0, 0, 1, 1], [0, 0, 1, 1, 0])
    0.6

    References
    ----------
    [@fawcett2006], section 2.
    """
    truth, decided = as_integers("y", y), as_integers("y_hat", y_hat)
    _same_samples(truth, decided)
    return float(np.mean(truth == decided))


def precision(y: ArrayLike, y_hat: ArrayLike) -> float:
    """Share of true positives among the samples that are called positive.

    TP / (TP + FP)

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers 0 and 1.
    y_hat : array_like of int of shape (N,)
        Predicted labels, 1 at least once.

    Returns
    -------
    float
        Share from 0 to 1.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,) or is empty, `y_hat` does not have the same
        shape or no 1, or one of them holds a label other than 0 and 1.

    Notes
    -----
    Without a positive prediction there is no such share. scikit-learn warns and returns 0.

    Examples
    --------
    >>> from dlnotes.linear import precision
    >>> precision([0, 0, 0, 1, 1], [0, 1, 1, 1, 0])
    0.3333333333333333

    References
    ----------
    [@fawcett2006], section 2.
    """
    truth, decided = _decisions(y, y_hat, 2)
    if not np.any(decided):
        raise ValueError("`y_hat` must hold a 1, as precision is a share of them, got none")
    return float(np.mean(truth[decided == 1]))


def recall(y: ArrayLike, y_hat: ArrayLike) -> float:
    """Share of the positive samples that are called positive.

    TP / (TP + FN)

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers 0 and 1, of which 1 occurs.
    y_hat : array_like of int of shape (N,)
        Predicted labels.

    Returns
    -------
    float
        Share from 0 to 1.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,), is empty, or holds no 1; `y_hat` does not have
        the same shape; or one of them holds a label other than 0 and 1.

    Examples
    --------
    >>> from dlnotes.linear import recall
    >>> recall([0, 0, 0, 1, 1], [0, 1, 1, 1, 0])
    0.5

    References
    ----------
    [@fawcett2006], section 2.
    """
    truth, decided = _decisions(y, y_hat, 2)
    if not np.any(truth):
        raise ValueError("`y` must hold a 1, as recall is a share of them, got none")
    return float(np.mean(decided[truth == 1]))


def f1(y: ArrayLike, y_hat: ArrayLike) -> float:
    """Harmonic mean of precision and recall.

    2 * TP / (2 * TP + FP + FN)

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers 0 and 1.
    y_hat : array_like of int of shape (N,)
        Predicted labels; 1 occurs in them or in `y`.

    Returns
    -------
    float
        Number from 0 to 1; 0 without a true positive.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,) or is empty, `y_hat` does not have the same
        shape, one of them holds a label other than 0 and 1, or neither holds a 1.

    Examples
    --------
    >>> from dlnotes.linear import f1
    >>> f1([0, 0, 0, 1, 1], [0, 1, 1, 1, 0])
    0.4

    References
    ----------
    [@fawcett2006], section 2.
    """
    truth, decided = _decisions(y, y_hat, 2)
    ones = np.sum(truth) + np.sum(decided)
    if ones == 0:
        raise ValueError("`y` or `y_hat` must hold a 1, got none")
    return float(2 * np.sum(truth * decided) / ones)


def expected_cost(
    y: ArrayLike, y_hat: ArrayLike, *, false_positive: float, false_negative: float
) -> float:
    """Mean cost of a decision, where right ones cost nothing.

    (false_positive * FP + false_negative * FN) / N

    Parameters
    ----------
    y : array_like of int of shape (N,)
        Labels, integers 0 and 1.
    y_hat : array_like of int of shape (N,)
        Predicted labels.
    false_positive : float
        Cost of calling a negative sample positive, at least 0.
    false_negative : float
        Cost of calling a positive sample negative, at least 0.

    Returns
    -------
    float
        Cost for each sample.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `y` does not have the shape (N,) or is empty, `y_hat` does not have the same
        shape, one of them holds a label other than 0 and 1, or a cost is negative,
        infinite or nan.

    Examples
    --------
    >>> from dlnotes.linear import expected_cost
    >>> expected_cost([0, 0, 0, 1], [1, 1, 0, 0], false_positive=1, false_negative=10)
    3.0

    References
    ----------
    [@elkan2001], section 1.
    """
    alarm = as_number("false_positive", false_positive, at_least=0)
    miss = as_number("false_negative", false_negative, at_least=0)
    truth, decided = _decisions(y, y_hat, 2)
    # shares before costs, which may be too large to be added up
    return float(alarm * np.mean(truth < decided) + miss * np.mean(truth > decided))


def _decisions(y: ArrayLike, y_hat: ArrayLike, classes: int) -> tuple[Labels, Labels]:
    """Return labels and predicted labels, refused unless of the same samples."""
    truth, decided = as_real("y", y), as_real("y_hat", y_hat)
    _same_samples(truth, decided)
    return as_labels("y", truth, classes), as_labels("y_hat", decided, classes)


def _same_samples(truth: NDArray[np.generic], decided: NDArray[np.generic]) -> None:
    has_axes("y", truth, "N")
    not_empty("y", truth)
    has_shape("y_hat", decided, truth.shape, ", a prediction for each of `y`")
