"""Support vector machines and kernels: what holds for these functions only."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from sklearn.datasets import load_digits, load_iris, make_moons
from sklearn.svm import SVC

from dlnotes import linear as m


def two_of_iris():
    X, y = load_iris(return_X_y=True)
    _, once = np.unique(X, axis=0, return_index=True)  # of two equal ones, either may count
    once = once[once >= 50]
    return X[once], np.where(y[once] == 2, 1, -1)


def odd_digits():
    X, y = load_digits(return_X_y=True)
    return X[:150] / 16, np.where(y[:150] % 2, 1, -1)


def moons():
    X, y = make_moons(100, noise=0.25, random_state=0)
    return X, 2 * y - 1


def kernel(X, Z, gamma):
    return m.linear_kernel(X, Z) if gamma is None else m.rbf_kernel(X, Z, gamma=gamma)


by_data = pytest.mark.parametrize("data", [two_of_iris, odd_digits, moons])
by_gamma = pytest.mark.parametrize("gamma", [None, 0.1, 10.0])
by_cost = pytest.mark.parametrize("C", [0.01, 1.0, 100.0])


@by_data
@by_gamma
@by_cost
def test_no_other_svm_is_better(data, gamma, C):
    """The dual objective is never above the primal one, so that equal ones are the best."""
    X, y = data()
    K = kernel(X, X, gamma)
    alpha, b = m.kernel_svm_fit(K, y, C=C)
    assert np.all((alpha >= 0) & (alpha <= C))
    assert abs(alpha @ y) <= 1e-9 * C
    half = (alpha * y) @ K @ (alpha * y) / 2
    slack = np.maximum(0, 1 - y * m.kernel_svm_scores(K, y, alpha, float(b)))
    assert_allclose(alpha.sum() - half, half + C * slack.sum(), rtol=1e-7)
    if gamma is None:
        w, c = m.svm_fit(X, y, C=C)
        objective = m.svm_objective(X, y, w, float(c), C=C)
        assert_allclose(objective, half + C * slack.sum(), rtol=1e-8)
        assert_allclose(w, (alpha * y) @ X, rtol=1e-5, atol=1e-6)


@by_data
@by_gamma
@by_cost
def test_svm_is_that_of_scikit_learn(data, gamma, C):
    """To four digits, since libsvm keeps its kernels in float32."""
    X, y = data()
    theirs = SVC(C=C, tol=1e-9, kernel="rbf" if gamma else "linear", gamma=gamma or 1.0)
    theirs.fit(X, y)
    alpha, b = m.kernel_svm_fit(kernel(X, X, gamma), y, C=C)
    new = X[::-1] + 0.1
    ours = m.kernel_svm_scores(kernel(new, X, gamma), y, alpha, float(b))
    assert_allclose(ours, theirs.decision_function(new), rtol=1e-4, atol=6e-3)
    # where several alpha are equally good, their sums by class are still the same
    assert_allclose(alpha.sum(), np.abs(theirs.dual_coef_).sum(), rtol=1e-3)
    if gamma is not None:
        shares = np.zeros(len(y))
        shares[theirs.support_] = np.abs(theirs.dual_coef_[0])
        assert_allclose(alpha, shares, atol=2e-3 * C)


@by_data
@by_gamma
def test_only_support_vectors_count(data, gamma):
    X, y = data()
    K = kernel(X, X, gamma)
    alpha, b = m.kernel_svm_fit(K, y, C=1.0)
    scores = m.kernel_svm_scores(K, y, alpha, float(b))
    kept = np.flatnonzero(alpha)
    assert np.all(y[kept] * scores[kept] <= 1 + 1e-8)
    for rest in (kept, np.delete(np.arange(len(y)), np.flatnonzero(alpha == 0)[:1])):
        again, c = m.kernel_svm_fit(K[np.ix_(rest, rest)], y[rest], C=1.0)
        same = m.kernel_svm_scores(K[:, rest], y[rest], again, float(c))
        assert_allclose(same, scores, atol=1e-7)
    # without all support vectors of a class, something else comes out
    rest = np.flatnonzero((alpha == 0) | (y == 1))
    if -1 in y[rest]:
        again, c = m.kernel_svm_fit(K[np.ix_(rest, rest)], y[rest], C=1.0)
        other = m.kernel_svm_scores(K[:, rest], y[rest], again, float(c))
        assert np.max(np.abs(other - scores)) > 0.01


def test_most_costly_svm_of_parted_classes_has_no_slack():
    X, y = load_iris(return_X_y=True)
    y = np.where(y == 0, 1, -1)
    w, b = m.svm_fit(X, y, C=1e6)
    away = m.hyperplane_distance(X, w, b) * y
    assert_allclose(away.min(), m.svm_margin(w), rtol=1e-8)
    # the margin is half the distance of the nearest points of both hulls: no turn is better
    for turn in np.random.default_rng(0).normal(size=(200, 4)):
        other = w + 0.1 * np.linalg.norm(w) * turn
        along = X @ other / np.linalg.norm(other)
        assert (along[y > 0].min() - along[y < 0].max()) / 2 < m.svm_margin(w)


@pytest.mark.parametrize("D", [1, 2, 5])
def test_polynomial_kernel_is_a_product_of_products(D):
    a, b = np.random.default_rng(D).normal(size=(2, 7, D))
    pairs = [np.einsum("ij,ik->ijk", x, x).reshape(7, -1) for x in (a, b)]
    assert_allclose(m.polynomial_kernel(a, b, coef0=0), m.linear_kernel(*pairs), rtol=1e-12)
    with_one = [np.column_stack([x, np.ones(7)]) for x in (a, b)]
    ours = m.polynomial_kernel(a, b, coef0=1)
    assert_allclose(ours, m.polynomial_kernel(*with_one, coef0=0), rtol=1e-12)


@given(seed=st.integers(0, 2**32 - 1), far=st.floats(-1e6, 1e6))
def test_rbf_kernel_is_a_similarity(seed, far):
    rng = np.random.default_rng(seed)
    a = rng.normal(size=(6, 3)) + far
    K = m.rbf_kernel(a, a, gamma=0.5)
    assert np.all(np.diagonal(K) == 1)
    assert np.all((K > 0) & (K <= 1))
    assert np.array_equal(K, K.T)
    assert np.linalg.eigvalsh(K)[0] > -1e-12
    apart = np.sum((a[:, None] - a) ** 2, axis=-1)
    assert_allclose(K, np.exp(-apart / 2), rtol=1e-12)
