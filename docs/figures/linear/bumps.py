"""The scores of a machine with the RBF kernel: one bump for each sample, and their sum."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import kernel_svm_fit, kernel_svm_scores, rbf_kernel

X, SIDES = np.array([[-2], [0], [2]]), np.array([1, -1, 1])


def figure():
    fig, ax = plt.subplots(figsize=(4.5, 2.3))
    alpha, b = kernel_svm_fit(rbf_kernel(X, X, gamma=1), SIDES, C=10)
    x = np.linspace(-4, 4, 161)
    K = rbf_kernel(x[:, np.newaxis], X, gamma=1)
    bumps = alpha * SIDES * K
    ax.plot(x, bumps, color="C6", ls="--", lw=1)
    ax.plot(x, kernel_svm_scores(K, SIDES, alpha, float(b)), color="C2")
    ax.axhline(0, color="C7", lw=0.7)
    for place, side in zip(X[:, 0], SIDES, strict=True):
        mark, color = ("o", "C1") if side > 0 else ("s", "C0")
        ax.plot(place, side, mark, ms=6, color=color)
    ax.set(xlabel="$x$", ylabel="$z$", xticks=range(-4, 5), yticks=range(-1, 2))
    return fig
