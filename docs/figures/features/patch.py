"""Nine pixels, the slope of brightness in their middle, and the interval of its angle."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Wedge

from dlnotes.features import image_gradients

WORDS = {
    "ko": {"across": "오른쪽 − 왼쪽 = {:.1f}", "down": "아래 − 위 = {:.1f}"},
    "en": {"across": "right − left = {:.1f}", "down": "below − above = {:.1f}"},
}
PATCH = np.array([[0.0, 0.1, 0.2], [0.2, 0.3, 0.6], [0.4, 0.5, 0.8]])


def pixels(axis, words):
    """The nine values; neighbours in colour, and the arrow that their differences give."""
    for (i, j), value in np.ndenumerate(PATCH):
        color = ["C6", "C0", "C1"][(i == 1) + 2 * (j == 1) if i != j else 0]
        weight = 0.25 if color != "C6" else 0.08
        axis.add_patch(plt.Rectangle((j, i), 1, 1, fc=color, alpha=weight, lw=0))
        axis.add_patch(plt.Rectangle((j, i), 1, 1, fc="none", ec="C6", lw=0.8))
        axis.text(j + 0.3, i + 0.3, f"{value:.1f}", ha="center", va="center")
    across, down = PATCH[1, 2] - PATCH[1, 0], PATCH[2, 1] - PATCH[0, 1]
    tip = (1.5 + across, 1.5 + down)
    axis.annotate("", tip, (1.5, 1.5), arrowprops={"arrowstyle": "-|>", "color": "C7"})
    axis.text(1.5, -0.25, words["across"].format(across), ha="center", color="C0")
    axis.text(1.5, 3.4, words["down"].format(down), ha="center", color="C1")
    axis.set(xlim=(-0.3, 3.3), ylim=(3.6, -0.6), aspect="equal")
    axis.axis("off")


def dial(axis):
    """Nine intervals of directions, each with its opposite, and that of the middle."""
    _, angle = image_gradients(PATCH)
    for b in range(9):
        chosen = 20 * b <= angle[1, 1] < 20 * (b + 1)
        for turn in (0, 180):
            first = 20 * b + turn
            wedge = Wedge((0, 0), 1, first, first + 20, ec="C6", lw=0.8)
            wedge.set(fc="C2" if chosen else "none", alpha=0.6 if chosen else 1)
            axis.add_patch(wedge)
    for edge in range(0, 181, 20):
        place = 1.18 * np.cos(np.deg2rad(edge)), 1.18 * np.sin(np.deg2rad(edge))
        axis.text(*place, f"{edge}", ha="center", va="center", fontsize=7)
    tip = np.deg2rad(angle[1, 1])
    arrow = {"arrowstyle": "-|>", "color": "C7", "shrinkA": 0, "shrinkB": 0}
    axis.annotate("", (0.95 * np.cos(tip), 0.95 * np.sin(tip)), (0, 0), arrowprops=arrow)
    axis.set(xlim=(-1.45, 1.45), ylim=(1.45, -1.2), aspect="equal")
    axis.axis("off")


def figure(words):
    fig, (left, right) = plt.subplots(1, 2, figsize=(4.5, 2.3))
    pixels(left, words)
    dial(right)
    return fig
