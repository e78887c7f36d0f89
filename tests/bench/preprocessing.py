"""Preprocessing: dlnotes, plain lines, scikit-learn or NumPy, PyTorch.

The functions of components take the digits; the column of SciPy is scikit-learn's there.
"""

from functools import partial

import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from dlnotes import preprocessing as m

K = 20


def eigenvectors(X):
    """Components in the three lines of a textbook."""
    mean = X.mean(axis=0)
    values, vectors = np.linalg.eigh(np.cov(X.T, bias=True))
    return mean, vectors.T[: -K - 1 : -1], values[: -K - 1 : -1]


def by_pytorch(X):
    s, axes = torch.linalg.svd(X - X.mean(0), full_matrices=False)[1:]
    return axes[:K], s[:K] ** 2


def on_digits(dtype):
    """Name and the calls that find components and use them."""
    X = np.ascontiguousarray(load_digits().data, dtype)
    theirs = PCA(K, svd_solver="full").fit(X)
    white = PCA(K, svd_solver="full", whiten=True).fit(X)
    mean, axes, variance = fit = m.pca_fit(X, K)
    Z = theirs.transform(X)
    return {
        "pca_fit": [
            partial(m.pca_fit, X, K),
            partial(eigenvectors, X),
            lambda: PCA(K, svd_solver="full").fit(X),
            partial(by_pytorch, torch.from_numpy(X)),
        ],
        "pca_transform": [
            partial(m.pca_transform, X, mean, axes),
            lambda: (X - mean) @ axes.T,
            partial(theirs.transform, X),
        ],
        "pca_inverse": [
            partial(m.pca_inverse, Z, mean, axes),
            lambda: Z @ axes + mean,
            partial(theirs.inverse_transform, Z),
        ],
        "pca_whiten": [
            partial(m.pca_whiten, X, *fit),
            lambda: (X - mean) @ axes.T / np.sqrt(variance),
            partial(white.transform, X),
        ],
        "zca_whiten": [
            partial(m.zca_whiten, X, *fit),
            lambda: (X - mean) @ axes.T / np.sqrt(variance) @ axes,
        ],
    }


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    t, z, s = torch.from_numpy(x), StandardScaler().fit(x), MinMaxScaler().fit(x)
    mean, std, low, high = x.mean(axis=0), x.std(axis=0), x.min(axis=0), x.max(axis=0)
    yield "zero_center", [partial(m.zero_center, x), lambda: (x - x.mean(axis=0), mean)]
    yield (
        "standardize_fit",
        [
            partial(m.standardize_fit, x),
            lambda: (x.mean(axis=0), x.std(axis=0)),
            lambda: StandardScaler().fit(x),
            lambda: torch.std_mean(t, 0, correction=0),
        ],
    )
    yield (
        "standardize",
        [
            partial(m.standardize, x, mean, std),
            lambda: (x - mean) / std,
            lambda: z.transform(x),
        ],
    )
    yield (
        "unstandardize",
        [
            partial(m.unstandardize, x, mean, std),
            lambda: x * std + mean,
            lambda: z.inverse_transform(x),
        ],
    )
    yield (
        "minmax_fit",
        [
            partial(m.minmax_fit, x),
            lambda: (x.min(axis=0), x.max(axis=0)),
            lambda: MinMaxScaler().fit(x),
        ],
    )
    yield (
        "minmax_scale",
        [
            partial(m.minmax_scale, x, low, high),
            lambda: (x - low) / (high - low),
            lambda: s.transform(x),
        ],
    )
    yield (
        "covariance",
        [
            partial(m.covariance, x),
            lambda: (x - mean).T @ (x - mean) / len(x),
            partial(np.cov, x.T, bias=True),
            partial(torch.cov, t.T, correction=0),
        ],
    )
    yield from on_digits(x.dtype).items()
