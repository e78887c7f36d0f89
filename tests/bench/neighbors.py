"""Neighbours: dlnotes, plain lines, SciPy's cdist or scikit-learn's brute force, PyTorch.

The functions of X_train take 1500 training and 300 new pictures of digits; the column of
SciPy is scikit-learn's there.
"""

from functools import partial

import numpy as np
import torch
from scipy.spatial.distance import cdist
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

from dlnotes import neighbors as m

K = 3


def rooted(a, b):
    squares = (a * a).sum(axis=1)[:, None] + (b * b).sum(axis=1) - 2 * a @ b.T
    return np.sqrt(np.maximum(squares, 0))


def nearest(X_train, X):
    d = rooted(X, X_train)
    near = np.argsort(d, axis=1, kind="stable")[:, :K]
    return np.take_along_axis(d, near, axis=1), near


def classify(X_train, y_train, X):
    near = nearest(X_train, X)[1]
    return np.array([np.bincount(row).argmax() for row in y_train[near]])


def on_digits(dtype):
    """Name and the calls for training and new pictures."""
    X, y = load_digits(return_X_y=True)
    X = np.ascontiguousarray(X, dtype)
    X, y, new = X[:1500], y[:1500], X[1497:]
    voters = KNeighborsClassifier(K, algorithm="brute").fit(X, y)
    means = KNeighborsRegressor(K, algorithm="brute").fit(X, y)
    return {
        "k_nearest": [
            partial(m.k_nearest, X, new, K),
            partial(nearest, X, new),
            partial(voters.kneighbors, new),
        ],
        "knn_classify": [
            partial(m.knn_classify, X, y, new, K),
            partial(classify, X, y, new),
            partial(voters.predict, new),
        ],
        "knn_regress": [
            partial(m.knn_regress, X, y, new, K),
            lambda: y[nearest(X, new)[1]].mean(axis=1),
            partial(means.predict, new),
        ],
    }


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    a, b = x[:, :100].copy(), x[:, 100:200].copy()
    ours = partial(m.pairwise_distances, a, b)
    theirs = partial(torch.cdist, *map(torch.from_numpy, (a, b)))
    yield "pairwise_distances", [ours, partial(rooted, a, b), partial(cdist, a, b), theirs]
    yield from on_digits(x.dtype).items()
