"""Cross-entropy of two classes against the prediction: its minimum is the entropy."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.losses import cross_entropy_probs, entropy


def pairs(first):
    """Distributions over two classes."""
    return np.stack([first, 1 - first], axis=-1)


def figure():
    q, p, at = np.linspace(0.02, 0.99, 61), pairs(np.array(0.7)), 0.25
    fig, axis = plt.subplots(figsize=(4.5, 3))
    for i, first in enumerate((0.7, 1.0)):
        truth = pairs(np.full(61, first))
        axis.plot(q, cross_entropy_probs(truth, pairs(q)), color=f"C{i}")
        axis.plot(first, entropy(truth[0]), "o", color=f"C{i}")
    axis.text(0.16, 2.1, "p = 1", color="C1")
    axis.text(0.04, 1.15, "p = 0.7", color="C0")
    least, high = float(entropy(p)), float(cross_entropy_probs(p, pairs(np.array(at))))
    axis.plot([0, 1], [least, least], ":", color="C0", linewidth=1.2)
    axis.annotate(
        "", (at, high), (at, least), arrowprops={"arrowstyle": "<->", "color": "C7"}
    )
    axis.text(at + 0.02, 0.8, "KL")
    axis.text(0.02, least - 0.05, "H(p)", color="C0", va="top")
    axis.set(xlabel="q", ylabel="H(p, q)", xlim=(0, 1.02), ylim=(-0.1, 2.6))
    axis.set_xticks([0, 0.25, 0.5, 0.7, 1], ["0", "0.25", "0.5", "0.7", "1"])
    return fig
