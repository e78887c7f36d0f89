"""How much farther the farthest sample is than the nearest, as dimensions are added."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.neighbors import pairwise_distances

WORDS = {
    "ko": {
        "x": "차원",
        "y": "(최대 − 최소) ÷ 최소",
        "digits": "손글씨 숫자",
        "mixed": "픽셀을 뒤섞은 것",
    },
    "en": {
        "x": "dimensions",
        "y": "(max − min) ÷ min",
        "digits": "digits",
        "mixed": "with mixed pixels",
    },
}
DIMENSIONS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000]


def contrast(samples, new):
    """The median over new samples."""
    d = pairwise_distances(new, samples)
    nearest, farthest = d.min(axis=1), d.max(axis=1)
    return np.median((farthest - nearest) / nearest)


@cache
def chance():
    """The contrast among 1000 random samples, for each number of dimensions."""
    rng = np.random.default_rng(0)
    return [contrast(rng.random((1000, n)), rng.random((100, n))) for n in DIMENSIONS]


@cache
def digits():
    """The contrast among pictures, and after each pixel was mixed among them."""
    X, rng = load_digits().data, np.random.default_rng(0)
    mixed = np.stack([rng.permutation(pixel) for pixel in X.T], axis=1)
    return [contrast(data[:1000], data[1000:1100]) for data in (X, mixed)]


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.2))
    ax.loglog(DIMENSIONS, chance(), "o-", ms=3, color="C0")
    for name, value, mark in zip(("digits", "mixed"), digits(), "s^", strict=True):
        ax.plot(64, value, mark, ms=6, color="C1")
        ax.annotate(words[name], (64 * 1.2, value * 1.15), fontsize=8)
    ax.set(xlabel=words["x"], ylabel=words["y"], ylim=(0.05, 3000))
    ax.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    ax.set_yticks([0.1, 1, 10, 100, 1000], ["0.1", "1", "10", "100", "1000"])
    return fig
