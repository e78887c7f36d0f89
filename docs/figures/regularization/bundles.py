"""Polynomials of degree 1, 3 and 9, each fitted to twenty draws of twelve samples."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import linear_regression_fit

WORDS = {
    "ko": {"degree": "{}차", "truth": "참값", "mean": "평균", "fit": "뽑기마다"},
    "en": {"degree": "degree {}", "truth": "truth", "mean": "mean", "fit": "each draw"},
}
DEGREES = (1, 3, 9)
GRID = np.linspace(-1, 1, 41)


def bundle(degree, draws=20):
    """What each model predicts along the grid."""
    rng, found = np.random.default_rng(0), []
    x, powers = np.linspace(-1, 1, 12), np.arange(1, degree + 1)
    for _ in range(draws):
        y = -np.sin(np.pi * x) + 0.3 * rng.normal(size=12)
        w, b = linear_regression_fit(x[:, None] ** powers, y)
        found.append(GRID[:, None] ** powers @ w + b)
    return np.array(found)


def figure(words):
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 2.8), sharey=True)
    for axis, degree in zip(axes, DEGREES, strict=True):
        many = bundle(degree)
        axis.plot(GRID, many.T, color="C6", lw=0.5, alpha=0.6)
        axis.plot([], [], color="C6", lw=0.8, label=words["fit"])
        axis.plot(GRID, many.mean(axis=0), color="C1", label=words["mean"])
        axis.plot(
            GRID, -np.sin(np.pi * GRID), "--", color="C7", lw=1.2, label=words["truth"]
        )
        axis.set(title=words["degree"].format(degree), ylim=(-2, 2), xticks=[-1, 0, 1])
    axes[1].set_xlabel("$x$")
    handles, labels = axes[0].get_legend_handles_labels()
    fig.legend(handles, labels, loc="outside lower center", ncol=3, fontsize=9)
    return fig
