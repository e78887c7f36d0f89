"""Squared bias, variance and test error by the number of parameters, through the peak."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import relu
from dlnotes.linear import linear_regression_fit
from dlnotes.regularization import bias_and_variance

WORDS = {
    "ko": {
        "P": "매개변수의 수",
        "bias": "편향²",
        "variance": "분산",
        "noise": "잡음",
        "test": "시험 오차",
        "train": "훈련 오차",
    },
    "en": {
        "P": "number of parameters",
        "bias": "bias²",
        "variance": "variance",
        "noise": "noise",
        "test": "test error",
        "train": "training error",
    },
}
SIZES = [2, 5, 10, 20, 30, 36, 38, 40, 42, 45, 50, 60, 80, 120, 200, 400, 800, 1600]
SLIDERS = {"P": SIZES}
START = (10,)
N, DRAWS, NOISE = 40, 60, 0.25
PARTS = {"bias": ("C0", "--"), "variance": ("C1", "-."), "noise": ("C6", ":")}


@cache
def problem():
    """The weights of the truth, and a hundred inputs to test with."""
    rng = np.random.default_rng(0)
    return rng.normal(size=10), rng.normal(size=(100, 10))


@cache
def parts(size):
    """The parts of the test error, and the training error, over all draws."""
    (w, X_test), rng, predictions, train = problem(), np.random.default_rng(1), [], []
    for _ in range(DRAWS):
        X = rng.normal(size=(N, 10))
        y = X @ w + np.sqrt(NOISE) * rng.normal(size=N)
        hidden = rng.normal(size=(10, size - 1)) / np.sqrt(10)
        H = relu(X @ hidden)
        v, b = linear_regression_fit(H, y)
        predictions.append(relu(X_test @ hidden) @ v + b)
        train.append(np.mean((H @ v + b - y) ** 2))
    bias, variance = map(float, bias_and_variance(predictions, X_test @ w))
    error = bias + variance + NOISE
    found = {"bias": bias, "variance": variance, "noise": NOISE, "test": error}
    return found | {"train": float(np.mean(train))}


def measure(size):
    found = parts(size).items()
    return {name: f"{value:.0f}" if value > 99 else f"{value:.2f}" for name, value in found}


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3.4))
    table = {name: [parts(size)[name] for size in SIZES] for name in [*PARTS, "test"]}
    for name, (colour, style) in PARTS.items():
        axis.plot(SIZES, table[name], style, color=colour, lw=1.3, label=words[name])
    axis.plot(SIZES, table["test"], color="C7", label=words["test"])
    for i, size in enumerate(SIZES):
        line = axis.axvline(size, color="C7", lw=0.8)
        dots = [
            axis.plot(size, table[name][i], "o", color=colour)[0]
            for name, (colour, _) in (PARTS | {"test": ("C7", "-")}).items()
        ]
        for part in (line, *dots):
            part.set_gid(f"frame-{i}")
    axis.set(xscale="log", yscale="log", xlabel=words["P"], ylim=(0.01, 20000))
    axis.set_xticks([2, 10, 40, 200, 1600], ["2", "10", "40", "200", "1600"])
    axis.set_yticks(
        [0.01, 0.1, 1, 10, 100, 1000], ["0.01", "0.1", "1", "10", "100", "1000"]
    )
    axis.minorticks_off()
    axis.legend(fontsize=9, loc="upper right")
    return fig
