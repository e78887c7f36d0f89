"""Mistakes of perceptrons on separable data of ever smaller margins, and their bound."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.neurons import perceptron_fit, perceptron_mistake_bound

WORDS = {"ko": {"mistakes": "실수 횟수"}, "en": {"mistakes": "mistakes"}}
NORMAL = np.array([0.6, 0.8])


@cache
def run(margin, seed):
    """Bound and mistakes for points of a square that keep away from a line through it."""
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, size=(60, 2))
    X = X[np.abs(X @ NORMAL) > margin]
    y = X @ NORMAL > 0
    *_, n_updates = perceptron_fit(X, y, max_epochs=1000, rng=rng)
    return perceptron_mistake_bound(X, y, NORMAL, 0.0), n_updates


def figure(words):
    found = [
        run(margin, seed) for margin in (0.5, 0.2, 0.1, 0.05, 0.02) for seed in range(8)
    ]
    fig, axis = plt.subplots(figsize=(4.5, 3.2))
    axis.plot(*zip(*found, strict=True), "o", mew=0, alpha=0.7)
    axis.plot([5, 2e4], [5, 2e4], color="C1")
    axis.text(60, 90, "(R/γ)²", color="C1", ha="right")
    axis.set(xscale="log", yscale="log", xlim=(5, 2e4), ylim=(1, 2e4))
    axis.set(xlabel="(R/γ)²", ylabel=words["mistakes"])
    axis.minorticks_off()
    return fig
