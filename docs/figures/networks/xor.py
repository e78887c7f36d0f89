"""The four corners of XOR in the plane of the inputs and in that of two hidden units."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.networks import mlp_forward

WORDS = {
    "ko": {"before": "입력", "after": "은닉층의 출력"},
    "en": {"before": "inputs", "after": "hidden outputs"},
}
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
PARAMS = [np.ones((2, 2)), np.array([0, -1]), np.array([[1, -2]]), np.array([0])]


def figure(words):
    z, cache = mlp_forward(X, PARAMS)
    fig, axes = plt.subplots(1, 2, figsize=(4.5, 2.6), sharey=True)
    for axis, at, title, letter in zip(
        axes, (X, cache.outputs[1]), words.values(), "xh", strict=True
    ):
        for value, mark in [(0, "o"), (1, "s")]:
            chosen = at[z[:, 0] == value]
            axis.plot(*chosen.T, mark, ms=9, color=f"C{value}")
        axis.set(title=title, xlabel=f"{letter}₁", ylabel=f"{letter}₂")
    for start in (0.5, 1.5):  # where the output is 1/2
        axes[0].plot([start - 1.5, start + 0.5], [1.5, -0.5], "--", color="C7", lw=1)
    axes[1].plot([-0.5, 2.5], [-0.5, 1], "--", color="C7", lw=1)
    axes[0].set(xlim=(-0.5, 1.5), xticks=[0, 1], ylim=(-0.5, 1.5), yticks=[0, 1])
    axes[1].set(xlim=(-0.5, 2.5), xticks=[0, 1, 2])
    return fig
