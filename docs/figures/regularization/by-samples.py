"""Errors of a line and of a polynomial of degree 9 by the number of samples."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import linear_regression_fit
from dlnotes.losses import mse_loss

WORDS = {
    "ko": {
        "samples": "샘플 수",
        "error": "평균 제곱 오차",
        "line": "직선",
        "curve": "9차",
        "train": "훈련",
        "test": "시험",
        "noise": "잡음",
    },
    "en": {
        "samples": "number of samples",
        "error": "mean squared error",
        "line": "line",
        "curve": "degree 9",
        "train": "training",
        "test": "test",
        "noise": "noise",
    },
}
SIZES = [12, 15, 20, 30, 50, 100, 200, 500]


@cache
def errors(degree, n):
    """Error on the training data and on the test data, over 100 draws."""
    rng, found = np.random.default_rng(0), []
    powers = np.arange(1, degree + 1)
    for _ in range(100):
        x, x_test = np.linspace(-1, 1, n), rng.uniform(-1, 1, 200)
        y, y_test = (np.sin(np.pi * a) + 0.3 * rng.normal(size=len(a)) for a in (x, x_test))
        w, b = linear_regression_fit(x[:, None] ** powers, y)
        pairs = [(x, y), (x_test, y_test)]
        found.append([float(mse_loss(a[:, None] ** powers @ w + b, c)) for a, c in pairs])
    return np.mean(found, axis=0)


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.9))
    for name, degree, colour in [("line", 1, "C0"), ("curve", 9, "C1")]:
        table = np.array([errors(degree, n) for n in SIZES])
        for k, (kind, style) in enumerate({"train": "--", "test": "-"}.items()):
            label = f"{words[name]}, {words[kind]}"
            axis.plot(SIZES, table[:, k], style, color=colour, label=label)
    axis.axhline(0.09, color="C6", ls=":", lw=1)
    axis.text(500, 0.095, words["noise"], ha="right", va="bottom", color="C6")
    axis.set(xscale="log", xlabel=words["samples"], ylabel=words["error"], ylim=(0, 0.42))
    axis.set_xticks([12, 30, 100, 500], ["12", "30", "100", "500"])
    axis.minorticks_off()
    axis.legend(ncol=2, fontsize=8.5, loc="upper right")
    return fig
