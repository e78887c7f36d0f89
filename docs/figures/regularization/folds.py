"""Which samples each of three folds holds back, and the errors of two candidates there."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from dlnotes.regularization import k_fold

WORDS = {
    "ko": {"fold": "폴드", "mean": "평균", "near": "이웃"},
    "en": {"fold": "fold", "mean": "mean", "near": "neighbour"},
}
X, Y = np.arange(1, 7), np.array([2, 4, 3, 5, 7, 9])


def errors(train, val):
    """Mean absolute errors of the mean and of the nearest neighbour."""
    near = train[np.abs(X[val, np.newaxis] - X[train]).argmin(axis=1)]
    return [np.abs(Y[val] - said).mean() for said in (Y[train].mean(), Y[near])]


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 1.7))
    for row, (train, val) in enumerate(k_fold(6, 3, rng=None)):
        ax.text(-0.2, row + 0.5, f"{words['fold']} {row + 1}", ha="right", va="center")
        for i in range(6):
            held = i in val
            ax.add_patch(
                Rectangle(
                    (i + 0.04, row + 0.08),
                    0.92,
                    0.84,
                    color="C0",
                    alpha=0.75 if held else 0.15,
                    lw=0,
                )
            )
            ax.text(i + 0.5, row + 0.5, X[i], ha="center", va="center", fontsize=9)
        for at, error in zip((6.8, 8.2), errors(train, val), strict=True):
            ax.text(at, row + 0.5, f"{error:.1f}", ha="center", va="center")
    for at, name in [(6.8, "mean"), (8.2, "near")]:
        ax.text(at, -0.25, words[name], ha="center", va="center", fontsize=9)
    ax.set(xlim=(-1.6, 9.2), ylim=(3.05, -0.6))
    ax.axis("off")
    return fig
