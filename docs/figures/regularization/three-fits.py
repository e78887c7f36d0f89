"""Constants and lines that were fitted to three measurements of two points each."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {"constant": "상수", "line": "직선", "truth": "참값", "mean": "예측의 평균"},
    "en": {"constant": "constants", "line": "lines", "truth": "truth", "mean": "mean"},
}
DRAWS = np.array([[1, 6], [2, 2], [3, 4]])  # measured at x = 0 and x = 2


def figure(words):
    fig, axes = plt.subplots(1, 2, figsize=(4.5, 2.9), sharey=True)
    constants = np.repeat(DRAWS.mean(axis=1), 2).reshape(-1, 2)
    for axis, name, fits in zip(axes, WORDS["en"], [constants, DRAWS], strict=False):
        axis.plot([0, 2], [2, 4], ":", color="C6", label=words["truth"])
        for i, (fit, style) in enumerate(zip(fits, ["-", "--", "-."], strict=True)):
            # two constants are equal: one is drawn a little higher, to be seen
            shift = 0.05 if name == "constant" and i == 2 else 0
            axis.plot([0, 2], fit + shift, style, color=f"C{i}", lw=1.3)
            axis.plot(2, fit[1] + shift, "o", color=f"C{i}", clip_on=False)
        axis.plot(2, np.mean(fits[:, 1]), "D", color="C7", ms=7, mfc="none", clip_on=False)
        axis.set(title=words[name], xlabel="$x$", xticks=[0, 1, 2], ylim=(0, 6.4))
    axes[0].plot([], [], "D", color="C7", ms=7, mfc="none", label=words["mean"])
    axes[0].legend(loc="upper left", fontsize=9)
    return fig
