"""The log loss of six students by the weight: a bowl, and a slope without an end."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import logistic_regression_loss

WORDS = {
    "ko": {"x": "가중치", "y": "손실", "mixed": "섞여 있다", "parted": "완전히 갈린다"},
    "en": {"x": "weight", "y": "loss", "mixed": "mixed", "parted": "separated"},
}
HOURS = np.repeat([[0], [1]], 3, axis=0)
MIXED, PARTED = [0, 0, 1, 0, 1, 1], [0, 0, 0, 1, 1, 1]


def losses(passed, weights):
    """The loss for each weight; the bias that is best in both cases is -w / 2."""
    return [logistic_regression_loss(HOURS, passed, [w], -w / 2) for w in weights]


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.6))
    w = np.linspace(-3, 8, 111)
    axis.plot(w, losses(MIXED, w))
    axis.plot(w, losses(PARTED, w), "--", color="C1")
    axis.plot(np.log(4), losses(MIXED, [np.log(4)]), "o", color="C0")
    axis.text(4.2, 1.1, words["mixed"], color="C0")
    axis.text(4.2, 0.2, words["parted"], color="C1")
    axis.set(xlabel=words["x"], ylabel=words["y"], ylim=(0, 1.8), xlim=(-3, 8))
    return fig
