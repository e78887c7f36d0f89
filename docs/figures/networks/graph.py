"""A network of three inputs, four hidden units and two outputs, with all shapes."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.networks import init_mlp

WORDS = {
    "ko": {"layers": ["입력층", "은닉층", "출력층"]},
    "en": {"layers": ["input layer", "hidden layer", "output layer"]},
}
SIZES = [3, 4, 2]
AT = [4, 22, 40]


def figure(words):
    params = init_mlp(SIZES, rng=np.random.default_rng(0))
    fig, axis = plt.subplots(figsize=(4.5, 3.4), layout="none")
    axis.set_position([0, 0, 1, 1])
    axis.set(xlim=(0, 45), ylim=(0, 34))
    axis.axis("off")
    columns = [
        [(x, 18 + 5 * (k - (size - 1) / 2)) for k in range(size)][::-1]
        for x, size in zip(AT, SIZES, strict=True)
    ]
    for left, right in pairwise(columns):
        path = [point for a in left for b in right for point in (a, b, (np.nan, np.nan))]
        axis.plot(*zip(*path, strict=True), color="C6", lw=0.9, zorder=0)
    for column, letter, name in zip(columns, "xhz", words["layers"], strict=True):
        for k, (x, y) in enumerate(column):
            axis.add_patch(plt.Circle((x, y), 1.9, fc="C8", ec="C0", lw=1.2))
            axis.text(x, y, f"{letter}{'₁₂₃₄'[k]}", ha="center", va="center")
        side, shift = {"x": ("left", -3.2), "h": ("center", 0), "z": ("right", 3.2)}[letter]
        axis.text(x + shift, 31, name, ha=side, weight="bold", color="C0")
        axis.text(x, 5.8, f"{letter} {(len(column),)}", ha="center")
    for x, number, W, b in zip((13, 31), "₁₂", params[::2], params[1::2], strict=True):
        axis.text(x, 5.8, f"W{number} {W.shape}", ha="center", color="C1")
        axis.text(x, 2.6, f"b{number} {b.shape}", ha="center", color="C1")
    return fig
