"""Predictions from the k nearest training samples: their vote, or their mean."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, brief
from .._array import Array, are_finite, as_float, as_integers, has_axes
from .._sums import mean, rounded, widened
from ._distances import _blocks, _distances, _places, _same_features


def k_nearest(X_train: ArrayLike, X: ArrayLike, k: int) -> tuple[Array, NDArray[np.intp]]:
    """Training samples closest to each sample, the closest first.

    the k smallest of pairwise_distances(X, X_train)[i], and their rows

    Parameters
    ----------
    X_train : array_like of shape (N, D)
        Training samples, finite.
    X : array_like of shape (M, D)
        Samples, finite.
    k : int
        Number of neighbours, from 1 to N.

    Returns
    -------
    distances : ndarray of shape (M, k)
        Euclidean distances, from small to large.
    indices : ndarray of int of shape (M, k)
        Rows of `X_train`; of two that are equally far, the earlier row comes first.

    Raises
    ------
    ValueError
        If `X_train` does not have the shape (N, D), `X` does not have the shape (M, D), one
        of them is not finite, or `k` is below 1 or above N.

    Examples
    --------
    >>> from dlnotes.neighbors import k_nearest
    >>> distances, indices = k_nearest([[0.0], [1.0], [5.0]], [[3.2]], 2)
    >>> distances.round(1).tolist(), indices.tolist()
    ([[1.8, 2.2]], [[2, 1]])

    References
    ----------
    [@cover1967].
    """
    X_train, X = _samples("X_train", X_train), _samples("X", X)
    _same_features("X", X, "X_train", X_train)
    as_count("k", k, 1)
    if k > len(X_train):
        rule = f"at most the {len(X_train)} rows of `X_train`"
        raise ValueError(f"`k` must be {rule}, got {brief(k)}")
    wide, train = widened(X), widened(X_train)
    near = np.empty((len(X), k), np.result_type(X, X_train))
    indices = np.empty((len(X), k), np.intp)
    for block in _blocks(len(X), len(X_train)):
        found, indices[block] = _smallest(_distances(wide[block], train), k)
        near[block] = rounded(found, X, X_train)
    return near, indices


def knn_classify(
    X_train: ArrayLike, y_train: ArrayLike, X: ArrayLike, k: int
) -> NDArray[np.int64]:
    """Class that most of the k nearest training samples have.

    the label most frequent in y_train[near[i]], with near from k_nearest(X_train, X, k)

    Parameters
    ----------
    X_train : array_like of shape (N, D)
        Training samples, finite.
    y_train : array_like of int of shape (N,)
        Their labels, any whole numbers, of at least two classes.
    X : array_like of shape (M, D)
        Samples, finite.
    k : int
        Number of neighbours, from 1 to N.

    Returns
    -------
    ndarray of int of shape (M,)
        Label of each sample; the smallest one if several have the most votes.

    Raises
    ------
    TypeError
        If labels are not integers.
    ValueError
        If `X_train` does not have the shape (N, D), `X` does not have the shape (M, D), one
        of them is not finite, `y_train` does not have the shape (N,) or holds one class
        only, or `k` is below 1 or above N.

    Examples
    --------
    >>> from dlnotes.neighbors import knn_classify
    >>> X_train, y_train = [[0.0], [1.0], [5.0]], [0, 0, 1]
    >>> [knn_classify(X_train, y_train, [[3.2]], k).item() for k in (1, 3)]
    [1, 0]

    References
    ----------
    [@cover1967].
    """
    labels = as_integers("y_train", y_train)
    has_axes("y_train", labels, "N")
    classes, numbers = np.unique(labels, return_inverse=True)
    near = _of_the_nearest(X_train, numbers, X, k)
    if len(classes) < 2:
        rule = "labels of at least two classes"
        raise ValueError(f"`y_train` must hold {rule}, got {classes[0]} alone")
    votes = np.zeros((len(near), len(classes)), np.int64)
    for chosen in near.T:  # the votes of all first neighbours, then of the second ones
        votes[np.arange(len(near)), chosen] += 1
    winners: NDArray[np.int64] = classes[np.argmax(votes, axis=1)]
    return winners


def knn_regress(X_train: ArrayLike, y_train: ArrayLike, X: ArrayLike, k: int) -> Array:
    """Mean of the targets that the k nearest training samples have.

    mean(y_train[near[i]]), with near from k_nearest(X_train, X, k)

    Parameters
    ----------
    X_train : array_like of shape (N, D)
        Training samples, finite.
    y_train : array_like of shape (N,) or (N, T)
        Their targets, one or several for each; one-hot rows give the shares of votes.
    X : array_like of shape (M, D)
        Samples, finite.
    k : int
        Number of neighbours, from 1 to N.

    Returns
    -------
    ndarray of shape (M,) or (M, T)
        Prediction for each sample.

    Raises
    ------
    ValueError
        If `X_train` does not have the shape (N, D), `X` does not have the shape (M, D), one
        of them is not finite, `y_train` does not have the shape (N,) or (N, T), or `k` is
        below 1 or above N.

    Examples
    --------
    >>> from dlnotes.neighbors import knn_regress
    >>> knn_regress([[0.0], [1.0], [5.0]], [10, 12, 20], [[3.2]], 2).tolist()
    [16.0]

    References
    ----------
    [@hastie2009], section 2.3.
    """
    targets = as_float("y_train", y_train)
    if targets.ndim not in (1, 2):
        raise ValueError(f"`y_train` must have shape (N,) or (N, T), got {targets.shape}")
    return rounded(mean(_of_the_nearest(X_train, targets, X, k), 1), targets)


def _samples(name: str, x: ArrayLike) -> Array:
    """Return samples, one in each row, refused unless finite."""
    samples = as_float(name, x)
    has_axes(name, samples, "N" if name == "X_train" else "M", "D")
    are_finite(name, samples)
    return samples


def _smallest(d: Array, k: int) -> tuple[Array, NDArray[np.intp]]:
    """Return the k smallest of each row and their columns, the earlier one in a tie."""
    kth = np.partition(d, k - 1, axis=1)[:, k - 1 : k]
    # more than k in a row where several are as far as the kth
    rows, columns = _places(d <= kth)
    near = d[rows, columns]
    order = np.lexsort((near, rows))  # leaves equal ones in the order of their columns
    first = np.searchsorted(rows, np.arange(len(d)))
    chosen = order[first[:, np.newaxis] + np.arange(k)]
    return near[chosen], columns[chosen]


def _of_the_nearest(
    X_train: ArrayLike, targets: NDArray[Any], X: ArrayLike, k: int
) -> NDArray[Any]:
    """Return the targets of the k nearest samples, in the second axis."""
    _, near = k_nearest(X_train, X, k)
    n = len(as_float("X_train", X_train))
    if len(targets) != n:
        rule = f"one entry for each of the {n} rows of `X_train`"
        raise ValueError(f"`y_train` must have {rule}, got shape {targets.shape}")
    return targets[near]
