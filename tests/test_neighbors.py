"""Nearest neighbours beside the contract: ties as scikit-learn has them, memory, digits."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy.spatial.distance import cdist
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor

from dlnotes import neighbors as m
from dlnotes.tensors import one_hot


@st.composite
def on_a_grid(draw):
    """Samples on a small grid, where many are equally far, and how many of them vote."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n = draw(st.integers(2, 23))
    X_train, X = rng.integers(0, 5, (n, 2)), rng.integers(0, 5, (13, 2))
    y_train = rng.integers(0, 3, n)
    y_train[:2] = 0, 2
    return X_train, y_train, X, draw(st.integers(1, n))


def decided(X_train, X, k):
    """Where the k nearest are a set of their own: the next one is farther."""
    d = np.sort(cdist(X, X_train), axis=1)
    return np.ones(len(X), bool) if k == len(X_train) else d[:, k - 1] < d[:, k]


# --- ties -------------------------------------------------------------------------------


@given(on_a_grid())
def test_ties_of_votes_are_scikit_learns(case):
    """It leaves open which of the equally far are taken at the border, so not there."""
    X_train, y_train, X, k = case
    known = decided(X_train, X, k)
    for ours, model in [
        (m.knn_classify, KNeighborsClassifier),
        (m.knn_regress, KNeighborsRegressor),
    ]:
        theirs = model(k, algorithm="brute").fit(X_train, y_train).predict(X)
        assert_allclose(ours(X_train, y_train, X, k)[known], theirs[known], rtol=1e-15)


@given(on_a_grid())
def test_of_the_equally_far_the_earlier_are_nearest(case):
    X_train, _, X, k = case
    order = np.argsort(cdist(X, X_train, "sqeuclidean"), axis=1, kind="stable")
    distances, indices = m.k_nearest(X_train, X, k)
    assert_array_equal(indices, order[:, :k])
    assert_array_equal(distances, np.sort(cdist(X, X_train), axis=1)[:, :k])


@given(on_a_grid())
def test_regression_of_one_hot_rows_gives_the_shares_of_votes(case):
    X_train, y_train, X, k = case
    shares = m.knn_regress(X_train, one_hot(y_train, 3), X, k)
    assert_allclose(shares.sum(axis=1), 1, rtol=1e-15)
    # counts, as thirds are rounded
    most = np.rint(shares * k).argmax(axis=1)
    assert_array_equal(most, m.knn_classify(X_train, y_train, X, k))


# --- distances --------------------------------------------------------------------------


@pytest.mark.parametrize("offset", [0, 1, 1e4, 1e8, 1e12])
def test_distances_of_near_rows_far_from_zero_are_right(offset):
    """The squares cancel: their sum alone may be negative, or wrong in every digit."""
    a = np.random.default_rng(0).normal(size=(41, 7)) + offset
    a = np.vstack([a, a + 1e-3, a])
    d = m.pairwise_distances(a, a[:50])
    assert_allclose(d, cdist(a, a[:50]), rtol=1e-13)
    assert_array_equal(d[:41, :41].diagonal(), 0)
    assert_array_equal(d[82:, :41].diagonal(), 0)


@pytest.mark.parametrize("offset", [0, 1e6])
def test_no_array_of_all_differences_is_made(offset):
    a = np.random.default_rng(0).normal(size=(400, 100)) + offset
    tracemalloc.start()
    d = m.pairwise_distances(a, a)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * d.nbytes < d.nbytes * a.shape[1] / 10


def test_neighbours_of_many_samples_need_no_matrix_of_all_distances():
    X = np.random.default_rng(0).normal(size=(5000, 2))
    tracemalloc.start()
    m.k_nearest(X, X, 1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < X.size * len(X) / 10


def test_blocks_do_not_change_the_neighbours(monkeypatch):
    rng = np.random.default_rng(0)
    X_train, X = rng.integers(0, 9, (101, 3)), rng.integers(0, 9, (37, 3))
    whole = m.k_nearest(X_train, X, 5), m.pairwise_distances(X, X_train)
    monkeypatch.setattr(m._distances, "BLOCK", 500)
    parts = m.k_nearest(X_train, X, 5), m.pairwise_distances(X, X_train)
    assert_array_equal(parts[0], whole[0])
    assert_array_equal(parts[1], whole[1])


# --- digits -----------------------------------------------------------------------------


@pytest.mark.parametrize("k", [1, 2, 3, 8, 25])
def test_digits_are_read_as_by_scikit_learn(k):
    X, y = load_digits(return_X_y=True)
    theirs = KNeighborsClassifier(k, algorithm="brute").fit(X[:1500], y[:1500])
    known = decided(X[:1500], X[1500:], k)
    assert known.mean() > 0.95
    ours = m.knn_classify(X[:1500], y[:1500], X[1500:], k)
    assert_array_equal(ours[known], theirs.predict(X[1500:])[known])
