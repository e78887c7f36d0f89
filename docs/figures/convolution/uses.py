"""How many windows of 3 x 3 each pixel of a small image lies in."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.convolution import col2im

WORDS = {
    "ko": {0: "패딩 없이", 1: "패딩 1"},
    "en": {0: "without padding", 1: "with a padding of 1"},
}


def uses(padding, side=6):
    count = side + 2 * padding - 2
    return col2im(np.ones((1, 9, count**2)), side, 3, padding=padding)[0, 0]


def figure(words):
    fig, axes = plt.subplots(1, 2, figsize=(4.5, 2.3))
    for axis, padding in zip(axes, (0, 1), strict=True):
        for (i, j), value in np.ndenumerate(uses(padding)):
            box = plt.Rectangle((j, i), 1, 1, fc="C0", alpha=value / 12, lw=0)
            axis.add_patch(box)
            axis.text(
                j + 0.5, i + 0.5, f"{value:.0f}", ha="center", va="center", fontsize=9
            )
        axis.set(xlim=(0, 6), ylim=(6, 0), aspect="equal", title=words[padding])
        axis.axis("off")
    return fig
