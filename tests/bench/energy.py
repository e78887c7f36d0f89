"""Energy-based models: dlnotes, plain lines, scikit-learn, for 1000 rows of 1000 units."""

from functools import partial

import numpy as np
import torch
from sklearn.neural_network import BernoulliRBM

from dlnotes import energy as m

HIDDEN = 100


def plain_free_energy(v, W, a, b):
    return -v @ a - np.logaddexp(0, v @ W.T + b).sum(axis=1)


def plain_step(v, W, a, b, rng):
    h = rng.random((len(v), len(b))) < 1 / (1 + np.exp(-(v @ W.T + b)))
    return rng.random(v.shape) < 1 / (1 + np.exp(-(h @ W + a)))


def machine(units, dtype, rng):
    W = rng.normal(0, 0.01, (HIDDEN, units)).astype(dtype)
    return W, np.zeros(units, dtype), np.zeros(HIDDEN, dtype)


def states(v, W, a, b, rng):
    """One layer given the other, and chance."""
    theirs = BernoulliRBM(n_components=HIDDEN)
    theirs.components_, theirs.intercept_hidden_, theirs.intercept_visible_ = W, b, a
    tensors = map(torch.from_numpy, (v, W, b))
    up = partial(torch.nn.functional.linear, *tensors)
    h = m.rbm_hidden_prob(v, W, b)
    ours, plain = partial(m.rbm_hidden_prob, v, W, b), partial(theirs.transform, v)
    free = partial(m.rbm_free_energy, v, W, a, b)
    yield "rbm_energy", [partial(m.rbm_energy, v, h, W, a, b)]
    yield "rbm_free_energy", [free, partial(plain_free_energy, v, W, a, b)]
    yield "rbm_hidden_prob", [ours, plain, None, lambda: torch.sigmoid(up())]
    yield "rbm_visible_prob", [partial(m.rbm_visible_prob, h, W, a)]
    yield "rbm_reconstruction_error", [partial(m.rbm_reconstruction_error, v, W, a, b)]
    yield "rbm_class_prob", [partial(m.rbm_class_prob, v[:99, 10:], W, a, b, classes=10)]
    yield "sample_bernoulli", [partial(m.sample_bernoulli, v / 2, rng=rng)]
    chain = partial(m.gibbs_chain, v, W, a, b, steps=1, rng=rng)
    yield "gibbs_chain", [chain, partial(plain_step, v, W, a, b, rng)]


def exact(v, W, a, b):
    """A list of 2^14 states."""
    small = W[:14], a, b[:14]
    stack = [(W[:10], a, b[:10]), (W[:5, :10], b[:10], b[:5])]
    yield "rbm_log_partition", [partial(m.rbm_log_partition, *small)]
    yield "rbm_log_prob", [partial(m.rbm_log_prob, v, *small)]
    yield "rbm_log_prob_grad", [partial(m.rbm_log_prob_grad, v, *small)]
    yield "dbn_log_prob", [partial(m.dbn_log_prob, v[:99], stack)]


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    rng, v = np.random.default_rng(0), (x > 0).astype(x.dtype)
    W, a, b = machine(x.shape[1], x.dtype, rng)
    yield from states(v, W, a, b, rng)
    yield from exact(v, W, a, b)
    step = partial(m.contrastive_divergence, v, W, a, b, k=1, rng=rng)
    yield "contrastive_divergence", [step]
    fit = {"lr": 0.01, "epochs": 1, "batch_size": 100, "rng": rng}
    theirs = BernoulliRBM(n_components=HIDDEN, n_iter=1, batch_size=100)
    yield "rbm_fit", [partial(m.rbm_fit, v, HIDDEN, **fit), partial(theirs.fit, v)]
    yield "dbn_fit", [partial(m.dbn_fit, v, [HIDDEN, 10], **fit)]
    layers = m.dbn_fit(v[:10], [HIDDEN, 10], **fit)
    yield "dbn_hidden_prob", [partial(m.dbn_hidden_prob, v, layers)]
    yield "dbn_sample", [partial(m.dbn_sample, 1000, layers, steps=5, rng=rng)]
