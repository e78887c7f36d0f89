"""Two units in a row, with nothing between them and with a ReLU between them."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import identity, relu

WORDS = {
    "ko": {"straight": "그대로 이은 것", "bent": "사이에 ReLU"},
    "en": {"straight": "nothing between", "bent": "a ReLU between"},
}


def figure(words):
    x, points = np.array([-2, -0.5, 1]), np.arange(-2, 2)
    fig, axis = plt.subplots(figsize=(4.5, 2.8))
    for f, color, mark in [(identity, "C0", "o"), (relu, "C1", "s")]:
        axis.plot(x, 3 * f(2 * x + 1) - 2, color=color)
        axis.plot(points, 3 * f(2 * points + 1) - 2, mark, color=color)
    axis.text(-1.15, -8, words["straight"], color="C0")
    axis.text(-1.6, -1.4, words["bent"], color="C1")
    axis.set(xlabel="x", xticks=[-2, -1, 0, 1], yticks=[-11, -5, -2, 1, 7])
    return fig
