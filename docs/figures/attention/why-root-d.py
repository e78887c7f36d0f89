"""The largest of ten weights, for scores that are divided by the root of d or are not."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import softmax

WORDS = {
    "ko": {
        "x": "특징의 수 d",
        "y": "가장 큰 가중치",
        "with": "√d로 나눈다",
        "without": "나누지 않는다",
    },
    "en": {
        "x": "number of features d",
        "y": "largest weight",
        "with": "divided by √d",
        "without": "not divided",
    },
}
SIZES = [1, 4, 16, 64, 256, 1024]


def largest(d, divisor):
    """The mean of the largest weight over 400 queries that are random, as the keys are."""
    rng = np.random.default_rng(d)
    q, k = rng.normal(size=(400, 1, d)), rng.normal(size=(400, 10, d))
    return softmax((q * k).sum(axis=2) / divisor).max(axis=1).mean()


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 1.9))
    ax.plot(SIZES, [largest(d, 1) for d in SIZES], "s--", color="C1", ms=4)
    ax.plot(SIZES, [largest(d, np.sqrt(d)) for d in SIZES], "o-", color="C0", ms=4)
    ax.axhline(0.1, color="C6", lw=0.8, ls=":")
    ax.annotate(words["without"], (14, 0.86), color="C1", ha="right")
    ax.annotate(words["with"], (40, 0.4), color="C0")
    ax.set(xscale="log", ylim=(0, 1.05), xlabel=words["x"], ylabel=words["y"])
    ax.set_xticks(SIZES, [str(d) for d in SIZES])
    ax.minorticks_off()
    return fig
