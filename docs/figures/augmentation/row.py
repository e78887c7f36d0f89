"""A row of ten pixels with a car in it: as it is, mirrored, and moved by one pixel."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.augmentation import crop, flip_boxes, horizontal_flip

WORDS = {
    "ko": {"before": "원래", "flip": "뒤집기", "shift": "밀기"},
    "en": {"before": "before", "flip": "mirrored", "shift": "moved"},
}
ROW = np.array([[0, 0, 0.3, 0.6, 1, 0, 0, 0, 0, 0]])
BOX = np.array([[2, 0, 5, 1]])
SHOWN = {
    "before": (ROW, BOX[0]),
    "flip": (horizontal_flip(ROW), flip_boxes(BOX, 10)[0]),
    "shift": (crop(ROW, (1, 10), 1, 0, padding=1), BOX[0] + [1, 0, 1, 0]),
}


def figure(words):
    fig, axes = plt.subplots(3, 1, figsize=(4.5, 2.6), sharex=True)
    for axis, (name, (row, box)) in zip(axes, SHOWN.items(), strict=True):
        for j, ink in enumerate(row[0]):
            place = (j + 0.04, 0.04)
            axis.add_patch(plt.Rectangle(place, 0.92, 0.92, fc="none", ec="C6", lw=0.6))
            axis.add_patch(plt.Rectangle(place, 0.92, 0.92, fc="C0", alpha=ink, lw=0))
        left, _, right, _ = box
        edges = plt.Rectangle((left, -0.1), right - left, 1.2, fc="none", ec="C1", lw=2)
        axis.add_patch(edges)
        axis.text(10.2, 0.5, f"[{left:.0f}, {right:.0f})", va="center", color="C1")
        axis.text(-0.3, 0.5, words[name], va="center", ha="right")
        axis.set(xlim=(-2.2, 11.8), ylim=(-0.3, 1.3), yticks=[], xticks=[])
        axis.spines[:].set_visible(False)
        axis.grid(visible=False)
    axes[-1].set_xticks(np.arange(10) + 0.5, range(10))
    return fig
