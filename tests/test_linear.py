"""Linear models: what holds for these functions only."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, make_moons
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

from dlnotes import linear as m
from dlnotes.losses import cross_entropy
from specs.linear import LABELS, X


def objective(X, y, W, b, penalty):
    return cross_entropy(X @ W.T + b, y) + penalty / 2 * np.sum(W**2)


@pytest.mark.parametrize("load", [load_digits, load_iris, load_breast_cancer])
@pytest.mark.parametrize("C", [0.01, 1.0, 100.0])
def test_softmax_regression_is_never_above_the_objective_of_scikit_learn(load, C):
    X, y = load(return_X_y=True)
    X = X / X.max(axis=0).clip(1)
    penalty = 1 / (C * len(X))
    theirs = LogisticRegression(C=C, max_iter=5000).fit(X, y)
    # for two classes scikit-learn fits one vector, which the softmax splits in halves
    two = len(theirs.coef_) == 1
    W, b = m.softmax_regression_fit(X, y, penalty=penalty * 2 if two else penalty)
    if two:
        w, c = m.logistic_regression_fit(X, y, penalty=penalty)
        assert_allclose(W[1] - W[0], w, rtol=1e-5, atol=1e-8)
        assert_allclose(b[1] - b[0], c, rtol=1e-5)
        ours = m.logistic_regression_loss(X, y, w, float(c), penalty=penalty)
        found = (theirs.coef_[0], float(theirs.intercept_[0]))
        assert ours <= m.logistic_regression_loss(X, y, *found, penalty=penalty) + 1e-9
    else:
        best = objective(X, y, theirs.coef_, theirs.intercept_, penalty)
        assert objective(X, y, W, b, penalty) <= best + 1e-9
        assert_allclose([*W.sum(axis=0), b.sum()], 0, atol=1e-9)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6, 1e60])
def test_features_of_any_size_are_fitted(scale):
    w, b = m.logistic_regression_fit(X, LABELS)
    w_scaled, b_scaled = m.logistic_regression_fit(X * [1, scale, 1], LABELS)
    assert_allclose(w_scaled * [1, scale, 1], w, rtol=1e-6)
    assert_allclose(b_scaled, b, rtol=1e-6)


@given(seed=st.integers(0, 2**32 - 1))
def test_fit_without_penalty_ends_at_a_flat_place_or_is_refused_for_a_reason(seed):
    rng = np.random.default_rng(seed)
    n, d = rng.integers(2, 20), rng.integers(1, 4)
    X, y = rng.integers(-2, 3, size=(n, d)), rng.permutation(np.arange(n) % 2)
    try:
        w, b = m.logistic_regression_fit(X, y)
    except ValueError:
        assert separable(X, y)
    else:
        dw, db = m.logistic_regression_loss_grad(X, y, w, float(b))
        assert_allclose([*dw, db], 0, atol=1e-9)
        assert not separable(X, y)


def separable(X, y):
    """Whether a hyperplane has no sample on its wrong side, and not all on itself."""
    from scipy.optimize import linprog

    rows = (2 * y - 1)[:, None] * np.column_stack([X, np.ones(len(X))])
    found = linprog(-rows.sum(axis=0), A_ub=-rows, b_ub=np.zeros(len(X)), bounds=(-1, 1))
    return -found.fun > 1e-7


def test_a_smaller_penalty_fits_closer_with_longer_weights():
    X, y = load_iris(return_X_y=True)
    X, y = X[:100], y[:100]  # separable
    found = [
        m.logistic_regression_fit(X, y, penalty=p)[0] for p in 10.0 ** np.arange(0, -8, -1)
    ]
    lengths = [np.linalg.norm(w) for w in found]
    assert np.all(np.diff(lengths) > 0)
    assert lengths[-1] > 10


@pytest.mark.parametrize("seed", range(3))
def test_distance_is_the_length_of_the_way_to_the_hyperplane(seed):
    rng = np.random.default_rng(seed)
    points, w, b = rng.normal(size=(9, 4)), rng.normal(size=4), float(rng.normal())
    d = m.hyperplane_distance(points, w, b)
    foot = points - d[:, None] * w / np.linalg.norm(w)
    assert_allclose(foot @ w + b, 0, atol=1e-12)
    assert_allclose(np.linalg.norm(points - foot, axis=1), abs(d), rtol=1e-12)


# --- support vector machines --------------------------------------------------------------


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
