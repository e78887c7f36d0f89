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


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    rng, dtype = np.random.default_rng(0), x.dtype
    v = (x > 0).astype(dtype)
    W = rng.normal(0, 0.01, (HIDDEN, x.shape[1])).astype(dtype)
    a, b = np.zeros(x.shape[1], dtype), np.zeros(HIDDEN, dtype)
    h = m.rbm_hidden_prob(v, W, b)
    theirs = BernoulliRBM(n_components=HIDDEN, n_iter=1, batch_size=100)
    theirs.components_, theirs.intercept_hidden_, theirs.intercept_visible_ = W, b, a
    tv, tW, tb = map(torch.from_numpy, (v, W, b))
    yield "rbm_energy", [partial(m.rbm_energy, v, h, W, a, b)]
    yield (
        "rbm_free_energy",
        [partial(m.rbm_free_energy, v, W, a, b), partial(plain_free_energy, v, W, a, b)],
    )
    up = partial(torch.nn.functional.linear, tv, tW, tb)
    yield (
        "rbm_hidden_prob",
        [
            partial(m.rbm_hidden_prob, v, W, b),
            partial(theirs.transform, v),
            None,
            lambda: torch.sigmoid(up()),
        ],
    )
    yield "rbm_visible_prob", [partial(m.rbm_visible_prob, h, W, a)]
    yield "rbm_reconstruction_error", [partial(m.rbm_reconstruction_error, v, W, a, b)]
    yield "rbm_class_prob", [partial(m.rbm_class_prob, v[:99, 10:], W, a, b, classes=10)]
    yield "sample_bernoulli", [partial(m.sample_bernoulli, v / 2, rng=rng)]
    yield (
        "gibbs_chain",
        [
            partial(m.gibbs_chain, v, W, a, b, steps=1, rng=rng),
            partial(plain_step, v, W, a, b, rng),
        ],
    )
    yield (
        "contrastive_divergence",
        [partial(m.contrastive_divergence, v, W, a, b, k=1, rng=rng)],
    )
    fit = {"lr": 0.01, "epochs": 1, "batch_size": 100, "rng": rng}
    yield "rbm_fit", [partial(m.rbm_fit, v, HIDDEN, **fit), partial(theirs.fit, v)]
    yield "dbn_fit", [partial(m.dbn_fit, v, [HIDDEN, 10], **fit)]
    layers = m.dbn_fit(v[:10], [HIDDEN, 10], **fit)
    small = [(W[:10], a, b[:10]), (W[:5, :10], b[:10], b[:5])]
    yield "dbn_hidden_prob", [partial(m.dbn_hidden_prob, v, layers)]
    yield "dbn_log_prob", [partial(m.dbn_log_prob, v[:99], small)]
    yield "dbn_sample", [partial(m.dbn_sample, 1000, layers, steps=5, rng=rng)]
    exact = W[:14], a, b[:14]
    yield "rbm_log_partition", [partial(m.rbm_log_partition, *exact)]
    yield "rbm_log_prob", [partial(m.rbm_log_prob, v, *exact)]
    yield "rbm_log_prob_grad", [partial(m.rbm_log_prob_grad, v, *exact)]
