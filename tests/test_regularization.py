"""Regularisation: what holds for these functions only."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from sklearn.datasets import load_diabetes

from dlnotes import regularization as m

numbers = st.floats(-100, 100)


@given(st.lists(st.lists(numbers, min_size=3, max_size=3), min_size=1, max_size=5))
def test_bias_and_variance_add_up_to_the_error(predictions):
    truth = np.array([1.0, -2.0, 0.5])
    error = np.mean((np.array(predictions) - truth) ** 2)
    assert_allclose(sum(m.bias_and_variance(predictions, truth)), error, rtol=1e-9)


@given(numbers, st.floats(0, 50))
def test_soft_threshold_is_the_lowest_point_of_its_objective(a, threshold):
    w = np.linspace(-101, 101, 2021)
    best = float(m.soft_threshold(a, threshold=threshold))

    def objective(w):
        return (w - a) ** 2 + 2 * threshold * np.abs(w)

    assert objective(best) <= objective(w).min() + 1e-9


@pytest.mark.parametrize("penalty", [0.05, 0.3, 2.0])
def test_no_weight_of_the_lasso_would_gain_by_moving(penalty):
    X, y = load_diabetes(return_X_y=True, scaled=False)
    X, y = (X - X.mean(axis=0)) / X.std(axis=0), (y - y.mean()) / y.std()
    w, b = m.lasso_fit(X, y, penalty=penalty)
    pulls = 2 / len(y) * X.T @ (y - X @ w - b)
    assert_allclose(pulls[w != 0], penalty * np.sign(w[w != 0]), rtol=1e-8)
    assert (np.abs(pulls[w == 0]) <= penalty).all()
    assert abs(b) < 1e-12


def test_lasso_says_when_it_finds_no_weights():
    x = np.random.default_rng(0).normal(size=30)
    X = np.column_stack([x, x + 1e-6 * np.sin(np.arange(30)), np.cos(np.arange(30))])
    with pytest.raises(RuntimeError, match="no weights found in 10000 passes: `penalty`"):
        m.lasso_fit(X, X @ [1, -1, 0] * 1e6 + x, penalty=1e-9)
