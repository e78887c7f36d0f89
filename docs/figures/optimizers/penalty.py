"""The loss of one weight, an L2 penalty, and their sum, with the lowest points."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import l2_penalty

WORDS = {
    "ko": {"loss": "손실", "penalty": "벌점 (λ = 3)", "sum": "둘의 합"},
    "en": {"loss": "loss", "penalty": "penalty (λ = 3)", "sum": "sum of both"},
}


def figure(words):
    w = np.linspace(-0.2, 2.4, 50)
    loss = ((w - 2) ** 2 + (2 * w - 3) ** 2) / 2
    penalty = np.array([l2_penalty([one], lam=3.0) for one in w])
    fig, axis = plt.subplots(figsize=(4.5, 2.9))
    axis.plot(w, loss, color="C0", label=words["loss"])
    axis.plot(w, penalty, "--", color="C6", label=words["penalty"])
    axis.plot(w, loss + penalty, color="C1", label=words["sum"])
    axis.plot(1.6, 0.1, "*", color="C0", ms=11)
    axis.plot(1.0, 2.5, "*", color="C1", ms=11)
    axis.set(xlabel="w", xticks=[0, 1, 1.6], ylim=(0, 8))
    axis.legend(loc="upper center")
    return fig
