"""Hours of exercise of eight people on three rulers: only the marks differ."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.preprocessing import minmax_fit, standardize_fit

WORDS = {
    "ko": {"hours": "시간", "z": "z-점수", "share": "최소–최대"},
    "en": {"hours": "hours", "z": "z-score", "share": "min–max"},
}
HOURS = np.array([2, 4, 4, 4, 5, 5, 7, 9])


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.3))
    column = HOURS[:, np.newaxis]
    (mean,), (std,) = standardize_fit(column)
    (low,), (high,) = minmax_fit(column)
    ax.axvspan(mean - std, mean + std, 0.56, 1, color="C0", alpha=0.15, lw=0)
    ax.axvline(mean, 0.56, 1, color="C0", lw=1)
    for hours, count in zip(*np.unique(HOURS, return_counts=True), strict=True):
        ax.plot([hours] * count, 3.2 + 0.75 * np.arange(count), "o", color="C1", ms=7)
    rulers = {
        "hours": [(t, f"{t}") for t in range(2, 10)],
        "z": [(mean + std * t, f"{t:+}" if t else "0") for t in (-1, 0, 1, 2)],
        "share": [(low + (high - low) * t, f"{t:g}") for t in (0, 0.25, 0.5, 0.75, 1)],
    }
    for height, (name, marks) in zip((2.3, 1.0, -0.3), rulers.items(), strict=True):
        ax.plot([2, 9], [height, height], color="C7", lw=1)
        ax.annotate(words[name], (1.6, height), ha="right", va="center", fontsize=9)
        for place, mark in marks:
            ax.plot([place] * 2, [height - 0.12, height + 0.12], color="C7", lw=1)
            ax.annotate(mark, (place, height - 0.2), ha="center", va="top", fontsize=8)
    ax.set(xlim=(0, 9.6), ylim=(-1, 6), xticks=[], yticks=[])
    ax.axis("off")
    return fig
