"""One cell of a feature map at a time, with its products written out."""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.convolution import convolve2d, cross_correlate2d

WORDS = {
    "ko": {
        "row": "행",
        "column": "열",
        "flip": "뒤집기(1이면 뒤집음)",
        "products": "곱과 합",
        "value": "칸의 값",
        "image": "이미지",
        "filter": "필터",
        "map": "특징 맵",
    },
    "en": {
        "row": "row",
        "column": "column",
        "flip": "flip (1 if so)",
        "products": "products and their sum",
        "value": "value of the cell",
        "image": "image",
        "filter": "filter",
        "map": "feature map",
    },
}
SLIDERS = {"row": [1, 2, 3], "column": [1, 2, 3], "flip": [0, 1]}
START = (1, 2, 0)
IMAGE = np.array(
    [[0, 0, 5, 5, 5], [0, 0, 5, 5, 1], [0, 1, 5, 5, 0], [0, 3, 5, 2, 0], [3, 0, 5, 5, 1]]
)
FILTER = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
MAPS = [f(IMAGE, FILTER).astype(int) for f in (cross_correlate2d, convolve2d)]


def terms(row, column, flip):
    """The products of each row of the window."""
    window = IMAGE[row - 1 : row + 2, column - 1 : column + 2]
    weights = np.flip(FILTER) if flip else FILTER
    return [
        [f"{x}·{w}" if w >= 0 else f"{x}·(−{-w})" for x, w in zip(*pair, strict=True)]
        for pair in zip(window.tolist(), weights.tolist(), strict=True)
    ]


def signed(value):
    return f"{value}".replace("-", "−")


def measure(row, column, flip):
    written = " + ".join(" + ".join(line) for line in terms(row, column, flip))
    value = signed(MAPS[flip][row - 1, column - 1])
    return {"products": f"{written} = {value}", "value": value}


def squares(axis, numbers, at):
    for i, j in np.ndindex(numbers.shape):
        corner = at[1] + j, at[0] + i
        axis.add_patch(plt.Rectangle(corner, 1, 1, fc="none", ec="C6", lw=0.6))


def write(axis, numbers, at, **options):
    """Write a table of numbers into squares."""
    for (i, j), value in np.ndenumerate(numbers):
        where, middle = (at[1] + j + 0.5, at[0] + i + 0.5), {"ha": "center", "va": "center"}
        axis.text(*where, signed(value), fontsize=8, **middle, **options)


def marked(axis, corner, size, frame):
    box = plt.Rectangle(corner, size, size, fc="C1", alpha=0.25, lw=0, gid=frame)
    axis.add_patch(box)


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.75))
    for numbers, at in [(IMAGE, (0, 0)), (FILTER, (1, 6)), (MAPS[0], (1, 11))]:
        squares(axis, numbers, at)
    write(axis, IMAGE, (0, 0))
    for name, x, y in [("image", 2.5, -0.25), ("filter", 7.5, 0.75), ("map", 12.5, 0.75)]:
        axis.text(x, y, words[name], ha="center", va="bottom", fontsize=9)
    for i, (row, column, flip) in enumerate(product(*SLIDERS.values())):
        frame = f"frame-{i}"
        marked(axis, (column - 1, row - 1), 3, frame)
        marked(axis, (10 + column, row), 1, frame)
        write(axis, np.flip(FILTER) if flip else FILTER, (1, 6), gid=frame)
        write(axis, MAPS[flip], (1, 11), gid=frame)
        lines = [" + ".join(line) for line in terms(row, column, flip)]
        lines[-1] += f" = {signed(MAPS[flip][row - 1, column - 1])}"
        text = "\n+ ".join(lines)
        axis.text(0, 5.5, text, va="top", fontsize=9, linespacing=1.5, gid=frame)
    axis.set(xlim=(-0.1, 14.1), ylim=(8.4, -1), aspect="equal")
    axis.axis("off")
    return fig
