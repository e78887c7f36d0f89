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
    for y, q in ((1, 0.9), (0, 0.9), (1, 0.5)):
        height = float(penalty(np.array([q]), y)[0])
        colour = "C0" if y else "C1"
        axis.plot(q, height, "o", color=colour)
        shift, side = (0.02, "left") if q == 0.5 else (-0.03, "right")
        axis.text(q + shift, height + 0.1, f"{height:.2f}", ha=side, color=colour)
    axis.text(0.1, 3.2, "y = 1:  −log q", color="C0")
    axis.text(0.9, 3.2, "y = 0:  −log(1 − q)", color="C1", ha="right")
    axis.set(xlabel=words["q"], ylabel=words["loss"], xlim=(-0.02, 1.02), ylim=(-0.1, 4.7))
    return fig
