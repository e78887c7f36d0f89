"""Neurons beside the contract: what one can do, scikit-learn's Perceptron, the bound."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.datasets import load_iris
from sklearn.linear_model import Perceptron

from dlnotes import neurons as m
from specs.neurons import ROWS, XOR, X

inf = math.inf

# --- what one neuron can do -------------------------------------------------------------


def test_14_of_16_functions_of_two_inputs_are_one_neuron():
    found = {
        tuple(m.mcp_neuron(ROWS, w, level))
        for w in itertools.product([-2, -1, 1, 2], repeat=2)
        for level in np.arange(-4.5, 5, 0.5)
    }
    assert len(found) == 14
    found |= {
        tuple(m.mcp_neuron(ROWS, w, level, inhibitory=veto))
        for w in itertools.product([-2, -1, 1, 2], repeat=2)
        for level in range(-4, 5)
        for veto in itertools.product([False, True], repeat=2)
    }
    assert len(found) == 14
    assert tuple(XOR) not in found
    assert tuple(1 - np.array(XOR)) not in found


def test_two_layers_make_xor():
    hidden = np.stack(
        [m.mcp_neuron(ROWS, [1, 1], 1), m.mcp_neuron(ROWS, [1, 1], 2)], axis=1
    )
    assert_array_equal(m.mcp_neuron(hidden, [1, -1], 1), XOR)
    assert_array_equal(
        m.mcp_neuron(hidden, [1, 1], 1, inhibitory=[False, True]), XOR
    )  # the veto does the same


# --- parity ---------------------------------------------------------------------------

IRIS = load_iris()
# versicolor first, so that both start with a mistake: with all weights 0, scikit-learn
# corrects at a score of 0 whatever the class is
SEPARABLE = (IRIS.data[:100][::-1], (IRIS.target[:100] == 0)[::-1] * 1.0)
MIXED = (IRIS.data[50:], (IRIS.target[50:] == 2) * 1.0)


@pytest.mark.parametrize(("X", "y"), [SEPARABLE, MIXED])
@pytest.mark.parametrize(("lr", "epochs"), [(1.0, 1), (1.0, 5), (0.25, 20)])
def test_fit_is_scikit_learns(X, y, lr, epochs):
    # whole millimetres, so that sums are exact; in these epochs no score of class 1 is 0
    X = np.round(X * 10)
    theirs = Perceptron(shuffle=False, tol=None, max_iter=epochs, eta0=lr).fit(X, y)
    w, b, _ = m.perceptron_fit(X, y, lr=lr, max_epochs=epochs)
    assert_array_equal(w, theirs.coef_[0])
    assert b == theirs.intercept_[0]
    assert_array_equal(m.perceptron_predict(X, w, b), theirs.predict(X))


# --- laws -----------------------------------------------------------------------------


@st.composite
def separable(draw):
    """Samples that a hyperplane with some room on both sides separates, and the plane."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, d = draw(st.integers(1, 13)), draw(st.integers(1, 5))
    X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal()
    score = (X @ w + b) / np.sqrt(w @ w + b * b)
    assume(np.abs(score).min() > 0.05)
    return X, (score > 0) * 1.0, w, b


@given(problem=separable(), seed=st.one_of(st.none(), st.integers(0, 99)))
def test_mistakes_stay_within_the_bound(problem, seed):
    X, y, w_star, b_star = problem
    bound = m.perceptron_mistake_bound(X, y, w_star, b_star)
    rng = None if seed is None else np.random.default_rng(seed)
    # every epoch but the last has a mistake
    w, b, n_updates = m.perceptron_fit(X, y, max_epochs=math.floor(bound) + 1, rng=rng)
    assert n_updates <= bound
    assert_array_equal(m.perceptron_predict(X, w, b), y)


@given(problem=separable(), lr=st.sampled_from([0.25, 0.5, 2.0, 64.0]))
def test_rate_and_scale_change_nothing_but_the_scale(problem, lr):
    X, y, w_star, b_star = problem
    w, b, n_updates = m.perceptron_fit(X, y, max_epochs=7)
    w_lr, b_lr, n_lr = m.perceptron_fit(X, y, lr=lr, max_epochs=7)
    assert_array_equal([*w_lr, b_lr, n_lr], [*(lr * w), lr * b, n_updates])
    bound = m.perceptron_mistake_bound(X, y, w_star, b_star)
    again = m.perceptron_mistake_bound(X, y, lr * w_star, lr * b_star)
    assert_allclose(again, bound, rtol=1e-12)


@given(seed=st.integers(0, 99))
def test_fit_is_made_of_updates(seed):
    w, b, n_updates = np.zeros(3), 0.0, 0
    labels = np.random.default_rng(seed).integers(0, 2, 11)
    order = np.random.default_rng(seed)
    for i in np.concatenate([order.permutation(11), order.permutation(11)]):
        n_updates += int(m.perceptron_predict(X[i], w, b) != labels[i])
        w, b = m.perceptron_update(X[i], int(labels[i]), w, b, lr=0.3)
    rng = np.random.default_rng(seed)
    fitted = m.perceptron_fit(X, labels, lr=0.3, max_epochs=2, rng=rng)
    assert n_updates > 0
    assert_array_equal([*fitted[0], *fitted[1:]], [*w, b, n_updates])


@pytest.mark.parametrize("big", [1e300, -1e300, 1e-300, inf, -inf])
def test_large_and_small_numbers_do_not_warn(big):
    m.mcp_neuron([[1, 1], [0, 1]], [big, -big], 1)
    m.perceptron_predict([[big, -big]], [big, big], 1)
    m.perceptron_update([big, big], 1, [-big, big], -1, lr=1e10)
    m.perceptron_fit([[big, 1], [big, -1], [-big, 0]], [1, 0, 1], max_epochs=3)
    m.perceptron_mistake_bound([[big], [big]], [1, 1], [np.sign(big)], 0)
    m.perceptron_mistake_bound([[1.0], [2.0]], [1, 1], [abs(big)], 0)
