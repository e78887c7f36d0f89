"""The sigmoid at four sums that lie far out, and at the same four once normalised."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid
from dlnotes.normalization import batch_norm

WORDS = {
    "ko": {"before": "그대로", "after": "정규화한 뒤"},
    "en": {"before": "as they are", "after": "normalised"},
}
SUMS = np.array([[10.0], [20.0], [30.0], [40.0]])


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 1.9))
    line = np.linspace(-6, 42, 193)
    ax.plot(line, sigmoid(line), color="C6", lw=1.2)
    normal = batch_norm(SUMS, [1], [0], None, training=True)[0]
    ax.plot(SUMS, sigmoid(SUMS), "o", color="C1", ms=6)
    ax.plot(normal, sigmoid(normal), "o", color="C0", ms=5)
    ax.annotate(words["before"], (25, 0.93), ha="center", va="top", color="C1")
    ax.annotate(words["after"], (3.5, 0.42), ha="left", va="top", color="C0")
    ax.set(xlabel="$z$", ylim=(-0.08, 1.12), yticks=[0, 0.5, 1], xlim=(-6, 42))
    return fig
