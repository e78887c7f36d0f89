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
    fit = mean, axes, variance = m.pca_fit(X, K)
    theirs = PCA(K, svd_solver="full")
    white = PCA(K, svd_solver="full", whiten=True).fit(X)
    Z = theirs.fit(X).transform(X)
    ours, line = partial(m.pca_fit, X, K), partial(eigenvectors, X)
    torchs = partial(by_pytorch, torch.from_numpy(X))
    yield "pca_fit", [ours, line, partial(theirs.fit, X), torchs]
    for name, x, line, other in [
        ("pca_transform", X, lambda: (X - mean) @ axes.T, theirs.transform),
        ("pca_inverse", Z, lambda: Z @ axes + mean, theirs.inverse_transform),
    ]:
        yield name, [partial(getattr(m, name), x, mean, axes), line, partial(other, x)]
    whiten, turn = partial(m.pca_whiten, X, *fit), partial(m.zca_whiten, X, *fit)
    divided = axes / np.sqrt(variance)[:, np.newaxis]
    rows = [whiten, lambda: (X - mean) @ divided.T, partial(white.transform, X)]
    yield "pca_whiten", rows
    yield "zca_whiten", [turn, lambda: (X - mean) @ divided.T @ axes]


def scalers(x):
    """Name and the calls that scale."""
    z, s = StandardScaler().fit(x), MinMaxScaler().fit(x)
    mean, std, low, high = x.mean(axis=0), x.std(axis=0), x.min(axis=0), x.max(axis=0)
    for name, fit, line, other in [
        ("standardize", (mean, std), lambda: (x - mean) / std, z.transform),
        ("unstandardize", (mean, std), lambda: x * std + mean, z.inverse_transform),
        ("minmax_scale", (low, high), lambda: (x - low) / (high - low), s.transform),
    ]:
        yield name, [partial(getattr(m, name), x, *fit), line, partial(other, x)]


def fits(x):
    """Name and the calls that learn from columns."""
    t, mean = torch.from_numpy(x), x.mean(axis=0)
    yield "zero_center", [partial(m.zero_center, x), lambda: (x - x.mean(axis=0), mean)]
    ours, line = partial(m.standardize_fit, x), lambda: (x.mean(axis=0), x.std(axis=0))
    torchs = partial(torch.std_mean, t, 0, correction=0)
    yield "standardize_fit", [ours, line, partial(StandardScaler().fit, x), torchs]
    ours, line = partial(m.minmax_fit, x), lambda: (x.min(axis=0), x.max(axis=0))
    yield "minmax_fit", [ours, line, partial(MinMaxScaler().fit, x)]
    ours, line = partial(m.covariance, x), lambda: (x - mean).T @ (x - mean) / len(x)
    numpys = partial(np.cov, x.T, bias=True)
    yield "covariance", [ours, line, numpys, partial(torch.cov, t.T, correction=0)]


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    yield from fits(x)
    yield from scalers(x)
    yield from on_digits(x.dtype)
