"""A scalar, a vector, a matrix, and tensors of three and four axes as grids of cells."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

WORDS = {
    "ko": ["스칼라", "벡터", "행렬", "이미지", "미니배치"],
    "en": ["scalar", "vector", "matrix", "image", "mini-batch"],
}
SHAPES = ["()", "(3,)", "(2, 3)", "(3, 2, 3)", "(4, 3, 2, 3)"]


def sheets(axis, left, bottom, rows, columns, channels):
    """Grids one behind the other, the front one in full."""
    for k in reversed(range(channels)):
        x, y, colour = left + 0.5 * k, bottom + 0.5 * k, ["C0", "C2", "C1"][k]
        axis.add_patch(plt.Rectangle((x, y), columns, rows, fc="C8", lw=0))
        axis.add_patch(plt.Rectangle((x, y), columns, rows, fc=colour, alpha=0.18, lw=0))
        across = [[(x, y + i), (x + columns, y + i)] for i in range(rows + 1)]
        up = [[(x + j, y), (x + j, y + rows)] for j in range(columns + 1)]
        path = Path(np.concatenate(across + up), [1, 2] * (rows + columns + 2))
        axis.add_patch(PathPatch(path, fc="none", ec=colour, lw=1, capstyle="projecting"))


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3.2), layout="none")
    axis.set_position([0, 0, 1, 1])
    axis.set(xlim=(0, 22), ylim=(0.4, 16))
    axis.axis("off")
    sheets(axis, 1.5, 12.3, 1, 1, 1)
    sheets(axis, 6, 12.3, 1, 3, 1)
    sheets(axis, 12, 12, 2, 3, 1)
    sheets(axis, 17, 12, 2, 3, 3)
    for n in range(4):
        sheets(axis, 1.2 + 5.2 * n, 4.2, 2, 3, 3)
    places = [(2, 10.6), (7.5, 10.6), (13.5, 10.6), (18.9, 10.6), (11, 2.6)]
    for (x, y), word, shape in zip(places, words, SHAPES, strict=True):
        axis.text(x, y, word, ha="center", va="center")
        axis.text(x, y - 1.3, shape, ha="center", va="center", fontsize=9)
    return fig
