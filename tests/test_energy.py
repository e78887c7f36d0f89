"""Energy-based models beside the contract: chance, training, and what they are made for."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy.stats import chisquare
from sklearn.neural_network import BernoulliRBM

from dlnotes import energy as m
from dlnotes.datasets import make_bars_and_stripes
from specs.energy import LAYERS, RBM, SEEN, V, bernoulli_rbm, states

BARS = make_bars_and_stripes(3)
MANY = 20_000


def counts(samples):
    """How often each state of some units occurs."""
    units = samples.shape[1]
    numbers = samples @ 2 ** np.arange(units)[::-1]
    return np.bincount(numbers.astype(int), minlength=2**units)


def fits(samples, log_probs):
    """Whether samples occur as often as they should, by Pearson's chi-squared test."""
    p = np.exp(log_probs)
    return chisquare(counts(samples), len(samples) * p / p.sum()).pvalue > 1e-3


def draw(seed=0):
    return np.random.default_rng(seed)


# --- chance -------------------------------------------------------------------------------


def test_units_are_on_as_often_as_asked():
    p = np.array([0.02, 0.5, 0.9])
    mean = m.sample_bernoulli(np.tile(p, (MANY, 1)), rng=draw()).mean(axis=0)
    assert np.all(abs(mean - p) < 4 * np.sqrt(p * (1 - p) / MANY))


def test_chains_reach_the_distribution_of_the_machine():
    true = m.rbm_log_prob(states(5), *RBM)
    start = np.zeros((MANY, 5))
    assert fits(m.gibbs_chain(start, *RBM, steps=50, rng=draw()), true)
    assert not fits(m.gibbs_chain(start, *RBM, steps=1, rng=draw()), true)


def test_chains_stay_where_they_are_stationary():
    """Samples of the machine are so after a step, too."""
    p = np.exp(m.rbm_log_prob(states(5), *RBM))
    start = states(5)[draw().choice(32, MANY, p=p / p.sum())]
    assert fits(m.gibbs_chain(start, *RBM, steps=1, rng=draw(1)), np.log(p))


def test_completion_follows_the_conditional_distribution():
    """Of the states that agree with the known units, each as its share."""
    known = np.array([True, False, True, False, False])
    start = np.array([1.0, 0, 0, 0, 0])
    chains = np.tile(start, (MANY, 1))
    mask = np.tile(known, (MANY, 1))
    found = m.gibbs_chain(chains, *RBM, steps=50, rng=draw(), known=mask)
    assert_array_equal(found[:, known], chains[:, known])
    fitting = np.all(states(5)[:, known] == start[known], axis=1)
    true = m.rbm_log_prob(states(5)[fitting], *RBM)
    assert fits(found[:, ~known], true)


def test_samples_of_a_stack_follow_its_distribution():
    true = m.dbn_log_prob(states(5), LAYERS)
    assert_allclose(np.exp(true).sum(), 1)
    assert fits(m.dbn_sample(MANY, LAYERS, steps=50, rng=draw()), true)


# --- gradients ----------------------------------------------------------------------------


def cosine(x, y):
    return x.ravel() @ y.ravel() / np.linalg.norm(x) / np.linalg.norm(y)


def test_divergence_approaches_the_exact_gradient_as_k_grows():
    data = np.tile(V.round(), (3000, 1))
    exact = m.rbm_log_prob_grad(data, *RBM)[0]
    errors = []
    for k in (1, 3, 100):
        estimate = m.contrastive_divergence(data, *RBM, k=k, rng=draw())[0]
        errors.append(np.linalg.norm(estimate - exact) / np.linalg.norm(exact))
    assert errors[0] > errors[1] > errors[2]
    assert errors[0] > 0.1
    assert errors[2] < 0.02
    assert cosine(estimate, exact) > 0.999


def test_chains_that_go_on_reach_the_exact_gradient_with_one_step_each():
    data, chains = np.tile(V.round(), (3000, 1)), None
    exact = m.rbm_log_prob_grad(data, *RBM)[0]
    rng = draw()
    for _ in range(50):
        dW, _, _, chains = m.contrastive_divergence(data, *RBM, k=1, rng=rng, chains=chains)
    assert np.linalg.norm(dW - exact) < 0.02 * np.linalg.norm(exact)


def test_probabilities_of_all_states_sum_to_1():
    for size in (0.1, 1, 1000):
        scaled = [size * part for part in RBM]
        assert_allclose(np.exp(m.rbm_log_prob(states(5), *scaled)).sum(), 1)


def test_units_that_are_not_seen_do_not_count():
    """Whatever stands there; it is the machine without them."""
    other = np.where(SEEN, V, 1 - V)
    for make in [
        lambda v: m.rbm_hidden_prob(v, RBM[0], RBM[2], mask=SEEN),
        lambda v: m.contrastive_divergence(v, *RBM, k=1, rng=draw(), mask=SEEN),
        lambda v: m.rbm_fit(v, 3, lr=0.1, epochs=2, batch_size=3, rng=draw(), mask=SEEN),
    ]:
        for one, same in zip(make(V), make(other), strict=True):
            assert_array_equal(one, same)
    W, _, b = RBM
    seen = SEEN[0]
    alone = m.rbm_hidden_prob(V[0, seen], W[:, seen], b)
    assert_allclose(m.rbm_hidden_prob(V[0], W, b, mask=seen), alone)


# --- training -----------------------------------------------------------------------------


def test_bars_and_stripes_are_learnt():
    """The best possible is -log 14, or -2.64."""
    data, how = np.tile(BARS, (10, 1)), {"lr": 0.3, "batch_size": 140}
    close = m.rbm_fit(data, 8, epochs=1500, k=10, rng=draw(), **how)
    assert -3.1 < m.rbm_log_prob(BARS, *close).mean() < -np.log(14)


def test_exact_gradient_learns_bars_and_stripes():
    W, a, b = draw().normal(0, 0.1, (8, 9)), np.zeros(9), np.zeros(8)
    likelihoods = []
    for _ in range(1000):
        dW, da, db = m.rbm_log_prob_grad(BARS, W, a, b)
        W, a, b = W + 0.3 * dW, a + 0.3 * da, b + 0.3 * db
        likelihoods.append(m.rbm_log_prob(BARS, W, a, b).mean())
    assert np.diff(likelihoods).min() > -1e-9
    assert likelihoods[-1] > -3.1


def test_training_is_no_worse_than_that_of_scikit_learn():
    """Both by chains that go on, from weights of their own."""
    data = np.tile(BARS, (10, 1))
    theirs = BernoulliRBM(8, learning_rate=0.3, batch_size=140, n_iter=500, random_state=0)
    theirs.fit(data)
    parts = theirs.components_, theirs.intercept_visible_, theirs.intercept_hidden_
    ours = m.rbm_fit(
        data, 8, lr=0.3, epochs=500, batch_size=140, persistent=True, rng=draw()
    )
    found, wanted = (m.rbm_log_prob(BARS, *rbm).mean() for rbm in (ours, parts))
    assert abs(found - wanted) < 0.5


def test_ours_is_a_machine_of_scikit_learn():
    theirs = bernoulli_rbm(*RBM)
    binary = V.round()
    assert_allclose(m.rbm_hidden_prob(binary, RBM[0], RBM[2]), theirs.transform(binary))
    assert_allclose(m.rbm_free_energy(binary, *RBM), theirs._free_energy(binary))


def test_a_layer_between_tied_weights_changes_nothing():
    """The machine turned over, on top of itself, gives its own hidden distribution."""
    W, a, b = RBM
    turned = W.T, b, a
    v = states(5)
    assert_allclose(m.dbn_log_prob(v, [RBM, turned]), m.rbm_log_prob(v, *RBM))


def test_each_layer_learns_the_one_below():
    how = {"lr": 0.1, "epochs": 3, "batch_size": 4}
    rng = draw()
    low, high = m.dbn_fit(BARS, [6, 4], rng=rng, **how)
    again = draw()
    first = m.rbm_fit(BARS, 6, rng=again, **how)
    second = m.rbm_fit(m.rbm_hidden_prob(BARS, first[0], first[2]), 4, rng=again, **how)
    for ours, theirs in zip([*low, *high], [*first, *second], strict=True):
        assert_allclose(ours, theirs)


@pytest.mark.parametrize("persistent", [False, True])
def test_fit_is_steps_of_divergence(persistent):
    """One batch of all data: the order is that of its permutation."""
    W, a, b = m.rbm_fit(
        BARS, 3, lr=0.1, epochs=1, batch_size=14, k=2, persistent=persistent, rng=draw()
    )
    rng = draw()
    W0 = rng.normal(0, 0.01, (3, 9))
    data = BARS[rng.permutation(14)]
    start = (W0, np.zeros(9), np.zeros(3))
    dW, da, db, _ = m.contrastive_divergence(data, *start, k=2, rng=rng)
    assert_allclose(W, W0 + 0.1 * dW)
    assert_allclose(a, 0.1 * da, atol=1e-12)
    assert_allclose(b, 0.1 * db, atol=1e-12)
