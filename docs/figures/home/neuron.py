"""One neuron guesses who passes an exam: a reader sets its weight and bias by hand."""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid
from dlnotes.losses import binary_cross_entropy_with_logits

WORDS = {
    "ko": {
        "w": "가중치 w",
        "b": "편향 b",
        "loss": "손실",
        "hours": "공부한 시간 x",
        "passed": "합격",
        "failed": "불합격",
    },
    "en": {
        "w": "weight w",
        "b": "bias b",
        "loss": "loss",
        "hours": "hours of study x",
        "passed": "passed",
        "failed": "failed",
    },
}
HOURS = np.arange(1.0, 9.0)
PASSED = np.array([0, 0, 0, 1, 0, 1, 1, 1])
SLIDERS = {"w": [0, 0.5, 1, 1.5, 2], "b": [-9, -7.5, -6, -4.5, -3, -1.5, 0]}
START = (0.5, 0)


def loss(w, b):
    return float(binary_cross_entropy_with_logits(w * HOURS + b, PASSED))


def measure(w, b):
    return {"loss": f"{loss(w, b):.2f}"}


def figure(words):
    fig, axis = plt.subplots(figsize=(4.2, 2.7))
    for y, colour, mark in ((1, "C2", "o"), (0, "C1", "X")):
        at = HOURS[y == PASSED]
        axis.plot(at, np.full(len(at), y), mark, color=colour, markersize=7)
    axis.text(0.2, 1.05, words["passed"], color="C2", va="bottom")
    axis.text(8.8, 0.05, words["failed"], color="C1", ha="right", va="bottom")
    x = np.linspace(0, 9, 37)
    for i, (w, b) in enumerate(product(*SLIDERS.values())):
        axis.plot(x, sigmoid(w * x + b), color="C0", gid=f"frame-{i}")
        text = f"{words['loss']} {loss(w, b):.2f}"
        axis.text(8.9, 1.07, text, color="C0", ha="right", gid=f"frame-{i}")
    axis.set(xlabel=words["hours"], xlim=(0, 9), ylim=(-0.12, 1.2), yticks=[0, 0.5, 1])
    return fig
