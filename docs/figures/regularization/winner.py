"""The best of more and more candidates that flip coins: validation against test."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {
        "candidates": "후보의 수",
        "val": "고른 후보의 검증 정확도",
        "test": "고른 후보의 시험 정확도",
        "x": "검증 정확도",
        "y": "후보의 수",
    },
    "en": {
        "candidates": "candidates",
        "val": "validation accuracy of the winner",
        "test": "test accuracy of the winner",
        "x": "validation accuracy",
        "y": "candidates",
    },
}
SLIDERS = {"candidates": [1, 3, 10, 30, 100, 300, 1000]}
START = (30,)
RNG = np.random.default_rng(23)
VAL = RNG.binomial(100, 0.5, 1000)  # right answers of each candidate, of 100 and 10,000
TEST = RNG.binomial(10_000, 0.5, 1000)


def winner(candidates):
    return VAL[:candidates].argmax()


def measure(candidates):
    best = winner(candidates)
    return {"val": f"{VAL[best] / 100:.2f}", "test": f"{TEST[best] / 10_000:.2f}"}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.3))
    for i, candidates in enumerate(SLIDERS["candidates"]):
        seen, counts = np.unique(VAL[:candidates], return_counts=True)
        best, gid = winner(candidates), f"frame-{i}"
        bars = ax.vlines(seen / 100, 0.7, counts, color="C0", lw=3.2, alpha=0.5)
        bars.set_gid(gid)
        ax.plot(VAL[best] / 100, counts[-1], "o", color="C1", ms=7, gid=gid)
        ax.axvline(TEST[best] / 10_000, color="C1", lw=1.5, ls="--", gid=gid)
    ax.set(xlim=(0.32, 0.68), ylim=(0.7, 150), yscale="log")
    ax.set(xlabel=words["x"], ylabel=words["y"])
    ax.set_yticks([1, 10, 100], ["1", "10", "100"])
    ax.set_xticks([0.4, 0.5, 0.6])
    return fig
