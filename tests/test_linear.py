"""Linear models: what holds for these functions only."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from sklearn.datasets import load_breast_cancer, load_digits, load_iris
from sklearn.linear_model import LogisticRegression

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


@given(st.lists(st.tuples(st.booleans(), st.integers(-3, 3)), min_size=2))
def test_area_under_the_roc_curve_is_the_share_of_pairs_in_order(samples):
    y, scores = np.transpose(samples).astype(int)
    assume(0 < y.sum() < len(y))
    false_rate, true_rate, thresholds = m.roc_curve(y, scores)
    assert_allclose(np.trapezoid(true_rate, false_rate), m.roc_auc(y, scores))
    for i, threshold in enumerate(thresholds):
        (tn, fp), (fn, tp) = m.confusion_matrix(y, (scores >= threshold) * 1)
        assert_allclose([false_rate[i], true_rate[i]], [fp / (fp + tn), tp / (fn + tp)])


@given(seed=st.integers(0, 2**32 - 1))
def test_best_threshold_of_true_probabilities_follows_from_the_costs(seed):
    """Where each probability is a share of its samples, as if it were known."""
    rng = np.random.default_rng(seed)
    q = np.repeat(np.arange(1, 10) / 10, 10)
    y = (np.tile(np.arange(10), 9) < 10 * q - 1e-9) * 1
    costs = dict(
        zip(["false_positive", "false_negative"], rng.uniform(1, 9, 2), strict=True)
    )
    cost = [m.expected_cost(y, (q >= t) * 1, **costs) for t in np.arange(11) / 10 + 0.05]
    best = costs["false_positive"] / sum(costs.values())
    assert m.expected_cost(y, (q >= best) * 1, **costs) <= min(cost) + 1e-12
