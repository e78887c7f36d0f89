"""The penalty for a probability of class 1, for each of the two truths."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.losses import binary_cross_entropy

WORDS = {
    "ko": {"q": "클래스 1에 준 확률 q", "loss": "벌점"},
    "en": {"q": "probability q given to class 1", "loss": "penalty"},
}


def penalty(q, y):
    return binary_cross_entropy(q, np.full_like(q, y), reduction="none")


def figure(words):
    q = np.geomspace(0.01, 1, 60)
    fig, axis = plt.subplots(figsize=(4.5, 2.9))
    axis.plot(q, penalty(q, 1), color="C0")
    axis.plot(1 - q, penalty(1 - q, 0), "--", color="C1")
    for y, q, x, height in ((1, 0.9, 0.9, 0.35), (0, 0.9, 0.87, 2.3), (1, 0.5, 0.5, 0.95)):
        colour = "C0" if y else "C1"
        here = float(penalty(np.array([q]), y)[0])
        axis.plot(q, here, "o", color=colour)
        side = "right" if y == 0 else "center"
        axis.text(x, height, f"{here:.2f}", ha=side, va="center", color=colour)
    axis.text(0.1, 3.2, "y = 1:  −log q", color="C0")
    axis.text(0.9, 3.2, "y = 0:  −log(1 − q)", color="C1", ha="right")
    axis.set(xlabel=words["q"], ylabel=words["loss"], xlim=(-0.02, 1.02), ylim=(-0.1, 4.7))
    return fig
