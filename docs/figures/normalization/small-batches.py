"""Accuracy on digits after as many updates with batches of several sizes."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.initializers import xavier_normal
from dlnotes.losses import cross_entropy_grad
from dlnotes.normalization import (
    batch_norm,
    batch_norm_backward,
    layer_norm,
    layer_norm_backward,
)

WORDS = {
    "ko": {
        "x": "배치 크기 B",
        "y": "시험 정확도",
        "plain": "정규화 없이",
        "batch": "배치 정규화",
        "layer": "층 정규화",
    },
    "en": {
        "x": "batch size B",
        "y": "test accuracy",
        "plain": "without",
        "batch": "batch norm",
        "layer": "layer norm",
    },
}
SIZES_OF_BATCH, SEEDS, UPDATES, RATE = [2, 4, 8, 16, 64], 2, 120, 0.1
LAYERS = [64, 32, 32, 10]
DIGITS = load_digits()
ORDER = np.random.default_rng(0).permutation(len(DIGITS.data))
X, Y = DIGITS.data[ORDER] / 16, DIGITS.target[ORDER]
TEST = slice(1347, None)
BACKWARD = {"batch": batch_norm_backward, "layer": layer_norm_backward}


def normalise(kind, z, gamma, beta, state, training):
    """The result of a layer, its new state, and what the gradient needs."""
    if kind == "batch":
        return batch_norm(z, gamma, beta, state, training=training)
    y, cache = layer_norm(z, gamma, beta)
    return y, None, cache


def forward(net, h, kind, training):
    """The scores, and for each layer its input and what its gradient needs."""
    kept = []
    for layer in net:
        z, back = h @ layer["W"].T, None
        if kind == "plain" or layer is net[-1]:
            z = z + layer["beta"]
        else:
            own = layer["gamma"], layer["beta"], layer["state"]
            z, layer["state"], back = normalise(kind, z, *own, training)
        kept.append((h, back))
        h = z if layer is net[-1] else np.tanh(z)
    return h, kept


def update(net, x, y, kind):
    scores, kept = forward(net, x, kind, training=True)
    d = cross_entropy_grad(scores, y)
    for layer, (h, back) in zip(reversed(net), reversed(kept), strict=True):
        dbeta = d.sum(axis=0)
        if back is not None:
            d, dgamma, dbeta = BACKWARD[kind](d, back)
            layer["gamma"] -= RATE * dgamma
        before = d @ layer["W"] * (1 - h * h)
        layer["beta"] -= RATE * dbeta
        layer["W"] -= RATE * d.T @ h
        d = before


@cache
def accuracy(kind, size, seed):
    rng = np.random.default_rng(seed)
    net = [
        {
            "W": xavier_normal((n, m), rng=rng),
            "gamma": np.ones(n),
            "beta": np.zeros(n),
            "state": None,
        }
        for m, n in zip(LAYERS[:-1], LAYERS[1:], strict=True)
    ]
    for _ in range(UPDATES):
        batch = rng.choice(TEST.start, size, replace=False)
        update(net, X[batch], Y[batch], kind)
    scores, _ = forward(net, X[TEST], kind, training=False)
    return np.mean(scores.argmax(axis=1) == Y[TEST])


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.4))
    for kind, style in {"layer": "C0o-", "batch": "C1s-", "plain": "C6^--"}.items():
        found = [[accuracy(kind, b, k) for k in range(SEEDS)] for b in SIZES_OF_BATCH]
        ax.plot(SIZES_OF_BATCH, np.mean(found, axis=1), style, ms=4, label=words[kind])
        ends = np.min(found, axis=1), np.max(found, axis=1)
        ax.vlines(SIZES_OF_BATCH, *ends, color=style[:2])
    ax.set(xscale="log", ylim=(0, 1.03), xlabel=words["x"], ylabel=words["y"])
    ax.set_xticks(SIZES_OF_BATCH, [str(b) for b in SIZES_OF_BATCH])
    ax.minorticks_off()
    fig.legend(loc="outside upper center", ncol=3, fontsize=8.5)
    return fig
