"""Polynomials of every degree through twelve noisy measurements, and their errors."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import linear_regression_fit
from dlnotes.losses import mse_loss

WORDS = {
    "ko": {
        "degree": "차수",
        "train": "훈련 오차",
        "test": "시험 오차",
        "truth": "참값",
        "error": "평균 제곱 오차",
    },
    "en": {
        "degree": "degree",
        "train": "training error",
        "test": "test error",
        "truth": "truth",
        "error": "mean squared error",
    },
}
SLIDERS = {"degree": list(range(1, 12))}
START = (3,)


def truth(x):
    return np.sin(2 * np.pi * x)


def data():
    """Twelve samples to learn from and a thousand to test with."""
    rng = np.random.default_rng(2)
    x = np.linspace(0, 1, 12)
    y = truth(x) + 0.3 * rng.normal(size=12)
    x_test = rng.uniform(0, 1, 1000)
    return x, y, x_test, truth(x_test) + 0.3 * rng.normal(size=1000)


def powers(x, degree):
    return (2 * x[:, None] - 1) ** np.arange(1, degree + 1)


@cache
def fitted(degree):
    x, y, _, _ = data()
    return linear_regression_fit(powers(x, degree), y)


def predicted(degree, x):
    w, b = fitted(degree)
    return powers(x, degree) @ w + b


@cache
def errors(degree):
    """Error on the training data and on the test data."""
    x, y, x_test, y_test = data()
    pairs = [(x, y), (x_test, y_test)]
    return [float(mse_loss(predicted(degree, a), b)) for a, b in pairs]


def measure(degree):
    train, test = errors(degree)
    return {"train": f"{train:.3f}", "test": f"{test:.3f}"}


def figure(words):
    fig, (axis, right) = plt.subplots(2, 1, figsize=(4.5, 5.2), height_ratios=[3, 2])
    x, y, _, _ = data()
    grid = np.linspace(0, 1, 81)
    axis.plot(grid[::2], truth(grid[::2]), ":", color="C6", label=words["truth"])
    axis.plot(x, y, "o", color="C7")
    degrees = SLIDERS["degree"]
    table = np.array([errors(degree) for degree in degrees])
    for k, (name, style) in enumerate({"train": "--", "test": "-"}.items()):
        right.plot(degrees, table[:, k], style, color=f"C{k}", label=words[name], lw=1.3)
    for i, degree in enumerate(degrees):
        [line] = axis.plot(grid, predicted(degree, grid), color="C1", lw=1.6)
        marks = [
            right.plot(degree, e, "o", color=f"C{k}")[0] for k, e in enumerate(table[i])
        ]
        for part in (line, *marks):
            part.set_gid(f"frame-{i}")
    axis.set(xlabel="$x$", ylabel="$y$", ylim=(-2.2, 2.2))
    axis.legend(loc="upper right", fontsize=9)
    right.set(xlabel=words["degree"], ylabel=words["error"], xticks=degrees)
    right.legend(loc="upper center", fontsize=9)
    return fig
