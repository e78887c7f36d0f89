"""Accuracy on digits from weights of many sizes, with and without batch normalisation."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.initializers import xavier_normal
from dlnotes.losses import cross_entropy_grad
from dlnotes.normalization import batch_norm, batch_norm_backward

WORDS = {
    "ko": {
        "x": "Xavier 초깃값에 곱한 수",
        "y": "시험 정확도",
        "plain": "정규화 없이",
        "norm": "배치 정규화",
    },
    "en": {
        "x": "factor of Xavier's weights",
        "y": "test accuracy",
        "plain": "without",
        "norm": "batch norm",
    },
}
SCALES, SEEDS = [0.01, 0.1, 1, 10, 100], 3
SIZES, RATE, UPDATES = [64, 32, 32, 10], 0.3, 100
RNG = np.random.default_rng(0)
DIGITS = load_digits()
ORDER = RNG.permutation(len(DIGITS.data))
X, Y = DIGITS.data[ORDER] / 16, DIGITS.target[ORDER]
TEST = slice(1347, None)


class Net:
    """Layers of tanh; the last one is linear."""

    def __init__(self, scale, normal, rng):
        pairs = zip(SIZES[1:], SIZES[:-1], strict=True)
        self.weights = [scale * xavier_normal(shape, rng=rng) for shape in pairs]
        self.gammas = [np.ones(n) for n in SIZES[1:]]
        self.betas = [np.zeros(n) for n in SIZES[1:]]
        self.states, self.normal = [None] * len(self.weights), normal

    def forward(self, h, training):
        """The scores, and for each layer its input and what its gradient needs."""
        kept, last = [], len(self.weights) - 1
        for i, W in enumerate(self.weights):
            z, cache = h @ W.T, None
            if self.normal and i < last:
                z, self.states[i], cache = batch_norm(
                    z, self.gammas[i], self.betas[i], self.states[i], training=training
                )
            else:
                z = z + self.betas[i]
            kept.append((h, cache))
            h = z if i == last else np.tanh(z)
        return h, kept

    def update(self, x, y):
        """Change all parameters by one batch."""
        z, kept = self.forward(x, training=True)
        d = cross_entropy_grad(z, y)
        for i in reversed(range(len(kept))):
            h, cache = kept[i]
            if cache is None:
                dbeta = d.sum(axis=0)
            else:
                d, dgamma, dbeta = batch_norm_backward(d, cache)
                self.gammas[i] -= RATE * dgamma
            self.betas[i] -= RATE * dbeta
            before = d @ self.weights[i] * (1 - h * h)
            self.weights[i] -= RATE * d.T @ h
            d = before


@cache
def accuracy(scale, normal, seed):
    rng = np.random.default_rng(seed)
    net = Net(scale, normal, rng)
    for _ in range(UPDATES):
        batch = rng.choice(TEST.start, 64, replace=False)
        net.update(X[batch], Y[batch])
    return np.mean(net.forward(X[TEST], training=False)[0].argmax(axis=1) == Y[TEST])


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.2))
    for normal, color, mark in [(True, "C0", "o-"), (False, "C1", "s-")]:
        found = [[accuracy(s, normal, k) for k in range(SEEDS)] for s in SCALES]
        name = words["norm" if normal else "plain"]
        ax.plot(SCALES, np.mean(found, axis=1), mark, color=color, ms=4, label=name)
        ax.vlines(SCALES, np.min(found, axis=1), np.max(found, axis=1), color=color)
    ax.axhline(0.1, color="C6", lw=0.8, ls=":")
    ax.set(xscale="log", ylim=(0, 1.03), xlabel=words["x"], ylabel=words["y"])
    ax.set_xticks(SCALES, [f"{s:g}" for s in SCALES])
    ax.minorticks_off()
    fig.legend(loc="outside upper center", ncol=2)
    return fig
