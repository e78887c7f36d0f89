"""k-means on four numbers: who belongs to whom, and where the centres move."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.features import kmeans

WORDS = {
    "ko": {"start": "처음", "round": "{}번째"},
    "en": {"start": "start", "round": "round {}"},
}
X, START = np.array([[1.0], [2.0], [8.0], [10.0]]), [[1.0], [2.0]]


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 1.9))
    for rounds in range(3):
        centers, labels = kmeans(X, START, max_iter=rounds)
        level = 2 - rounds
        axis.plot([0, 11], [level, level], color="C6", lw=0.6)
        for j, color in enumerate(["C0", "C1"]):
            own = X[labels == j, 0]
            axis.plot(own, 0 * own + level, "o", color=color, ms=6)
            axis.plot(centers[j], [level - 0.3], "^", color=color, ms=6)
            place = (centers[j, 0] + 0.25, level - 0.32)
            axis.annotate(
                f"{centers[j, 0]:.3g}", place, va="center", fontsize=8, color=color
            )
        name = words["round"].format(rounds) if rounds else words["start"]
        axis.text(-0.3, level, name, ha="right", va="center", fontsize=9)
    axis.set(xlim=(-2.2, 11.2), ylim=(-0.6, 2.3), yticks=[], xticks=[1, 2, 8, 10])
    axis.spines["left"].set_visible(False)
    axis.grid(visible=False)
    return fig
