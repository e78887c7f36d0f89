"""One vector of logits at three temperatures."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import softmax


def figure():
    logits = np.array([3.0, 2.0, 1.0, 0.0])
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 2.3), sharey=True)
    for axis, temperature in zip(axes, (0.3, 1, 10), strict=True):
        p = softmax(logits, temperature=temperature)
        axis.bar(range(4), p, color="C0", edgecolor="none")
        for i, height in enumerate(p):
            axis.text(i, height + 0.02, f"{height:.2f}", ha="center", fontsize=8)
        axis.set(title=f"T = {temperature:g}", ylim=(0, 1.1), yticks=[0, 0.5, 1])
        axis.set_xticks(range(4), ["3", "2", "1", "0"])
        axis.grid(visible=False, axis="x")
    axes[1].set_xlabel("z")
    return fig
