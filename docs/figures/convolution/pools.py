"""Sixteen values, and what maximum and average pooling make of them."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.convolution import avg_pool2d, max_pool2d

WORDS = {
    "ko": {"input": "특징 맵", "max": "최대 풀링", "mean": "평균 풀링"},
    "en": {"input": "feature map", "max": "max pooling", "mean": "average pooling"},
}
VALUES = np.array([[1, 3, 2, 0], [5, 4, 1, 1], [0, 2, 6, 7], [1, 1, 7, 7.0]])
COLORS = ["C0", "C1", "C2", "C3"]


def squares(axis, values, at, size):
    """Write numbers into squares whose colour tells their window."""
    for (i, j), value in np.ndenumerate(values):
        window = 2 * (i >= len(values) / 2) + (j >= len(values) / 2)
        corner = (at[0] + j * size, at[1] + i * size)
        options = {"fc": COLORS[window], "alpha": 0.25, "ec": "C6", "lw": 0.6}
        axis.add_patch(plt.Rectangle(corner, size, size, **options))
        middle = (corner[0] + size / 2, corner[1] + size / 2)
        axis.text(*middle, f"{value:g}", ha="center", va="center", fontsize=9)


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 1.9))
    images = VALUES[None, None]
    squares(axis, VALUES, (0, 0), 1)
    squares(axis, max_pool2d(images, 2)[0][0, 0], (5.2, 1), 1)
    squares(axis, avg_pool2d(images, 2)[0, 0], (8.4, 1), 1)
    for name, x, y in [("input", 2, -0.2), ("max", 6.2, 0.8), ("mean", 9.4, 0.8)]:
        axis.text(x, y, words[name], ha="center", va="bottom", fontsize=9)
    axis.set(xlim=(-0.1, 11), ylim=(4.1, -0.9), aspect="equal")
    axis.axis("off")
    return fig
