"""The chance to pass a test by hours of study: odds times four an hour, and a line."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid

WORDS = {
    "ko": {"x": "공부한 시간", "y": "붙을 확률"},
    "en": {"x": "hours of study", "y": "probability to pass"},
}
SHARES = ["1/3", "2/3", "8/9", "32/33"]


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.7))
    x, hours = np.linspace(-2, 4, 121), np.arange(4)
    axis.plot(x, (x + 1) / 3, "--", color="C6")
    axis.plot(x, sigmoid(np.log(4) * x + np.log(0.5)))
    chances = sigmoid(np.log(4) * hours + np.log(0.5))
    axis.plot(hours, chances, "o", color="C1")
    for at, height, share in zip(hours, chances, SHARES, strict=True):
        axis.annotate(share, (at, height), xytext=(7, -10), textcoords="offset points")
    axis.set(xlabel=words["x"], ylabel=words["y"], ylim=(-0.15, 1.45), xlim=(-2, 4))
    axis.set_yticks([0, 0.5, 1])
    return fig
