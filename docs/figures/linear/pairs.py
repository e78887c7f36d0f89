"""Pairs of a faulty and a good bulb: a cell for each, and the ROC curve as their border."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import roc_curve

WORDS = {
    "ko": {"x": "정상 전구의 확률, 큰 것부터", "y": "불량 전구의 확률, 큰 것부터"},
    "en": {
        "x": "probabilities of good bulbs, from large",
        "y": "probabilities of faulty bulbs,\nfrom large",
    },
}
FAULTY = [0.95, 0.85, 0.65, 0.35]
GOOD = [0.75, 0.55, 0.45, 0.25, 0.15, 0.05]


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.5))
    won = np.array(FAULTY)[:, None] > GOOD
    for (row, column), above in np.ndenumerate(won):
        shade = {"fc": "C0", "alpha": 0.35} if above else {"fill": False}
        axis.add_patch(plt.Rectangle((column, row), 1, 1, lw=0, **shade))
        axis.add_patch(plt.Rectangle((column, row), 1, 1, fill=False, ec="C7", lw=0.6))
    labels = np.repeat([1, 0], [len(FAULTY), len(GOOD)])
    false_rate, true_rate, _ = roc_curve(labels, FAULTY + GOOD)
    axis.plot(6 * false_rate, 4 * true_rate, color="C1", lw=2.2)
    axis.set_xticks(np.arange(6) + 0.5, GOOD)
    axis.set_yticks(np.arange(4) + 0.5, FAULTY)
    axis.tick_params(length=0)
    axis.grid(visible=False)
    axis.set(xlim=(-0.05, 6.05), ylim=(-0.05, 4.1), xlabel=words["x"], ylabel=words["y"])
    return fig
