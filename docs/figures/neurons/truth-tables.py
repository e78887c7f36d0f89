"""AND, OR and NAND with the line of one neuron, XOR with the strip between two."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.neurons import mcp_neuron

CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
SIDE = np.array([-0.45, 1.45])
# title, weights, thresholds between which the answer is 1
TABLES = [
    ("AND", [1, 1], [1.5, 9]),
    ("OR", [1, 1], [0.5, 9]),
    ("NAND", [-1, -1], [-1.5, 9]),
    ("XOR", [1, 1], [0.5, 1.5]),
]


def figure():
    fig, axes = plt.subplots(1, 4, figsize=(4.5, 1.7), sharey=True)
    for axis, (title, w, (low, high)) in zip(axes.flat, TABLES, strict=True):
        score = w[0] * SIDE + w[1] * SIDE[:, None]
        axis.contourf(SIDE, SIDE, score, levels=[low, high], colors="C0", alpha=0.15)
        line = {"colors": "C0", "linewidths": 1.4, "linestyles": "solid"}
        axis.contour(SIDE, SIDE, score, levels=[low, high], **line)
        fires = mcp_neuron(CORNERS, w, low) * (1 - mcp_neuron(CORNERS, w, high))
        for x, y in zip(CORNERS, fires, strict=True):
            axis.plot(*x, "o", ms=11, mec="C7", mew=0.8, mfc="C0" if y else "C8")
            middle = {"ha": "center", "va": "center_baseline", "fontsize": 8}
            axis.text(*x, f"{y:.0f}", color="C8" if y else "C7", **middle)
        axis.set(title=title, xticks=[0, 1], yticks=[0, 1], aspect="equal")
        axis.grid(visible=False)
        axis.set_xlabel("x₁")
    axes[0].set_ylabel("x₂", rotation=0)
    return fig
