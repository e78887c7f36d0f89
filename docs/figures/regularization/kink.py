"""The loss of one weight with an L1 and with an L2 penalty, and the lowest points."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {"loss": "손실", "penalty": "벌점", "sum": "둘의 합"},
    "en": {"loss": "loss", "penalty": "penalty", "sum": "sum of both"},
}
PENALTIES = {"L1": (np.abs, 0.0), "L2": (np.square, 1 / 6)}  # with the lowest point


def figure(words):
    w = np.linspace(-1, 1.4, 49)
    fig, axes = plt.subplots(1, 2, figsize=(6.4, 2.9), sharey=True)
    for axis, (name, (penalty, best)) in zip(axes, PENALTIES.items(), strict=True):
        loss = (w - 0.5) ** 2
        axis.plot(w, loss, ":", color="C0", label=words["loss"])
        axis.plot(w, 2 * penalty(w), "--", color="C6", label=words["penalty"])
        axis.plot(w, loss + 2 * penalty(w), color="C1", label=words["sum"])
        axis.plot(0.5, 0, "*", color="C0", ms=10)
        axis.plot(best, (best - 0.5) ** 2 + 2 * penalty(best), "*", color="C1", ms=10)
        axis.set(xlabel="$w$", title=name, ylim=(-0.1, 2.6), xticks=[-1, 0, 0.5, 1])
    axes[0].legend(loc="upper center", fontsize=9)
    return fig
