"""How far from the minimum SGD is after each step, at two rates and with a decay."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import sgd_noise_floor
from dlnotes.schedules import constant_lr, cosine_annealing_lr

STEPS = 400
T = np.arange(STEPS)
RUNS = {
    "η = 0.1": constant_lr(T, 0.1),
    "η = 0.01": constant_lr(T, 0.01),
    "0.1 → 0": cosine_annealing_lr(T, 0.1, T_max=STEPS),
}


def distances(rates):
    """The mean of w² over many runs from w = 5, for a gradient w with noise."""
    rng, w, means = np.random.default_rng(0), np.full(4000, 5.0), []
    for lr in rates:
        means.append(np.mean(w**2))
        w = w - lr * (w + rng.normal(size=w.size))
    return np.array(means)


def figure():
    fig, axis = plt.subplots(figsize=(4.5, 3))
    ends = {"η = 0.1": (200, 0.075), "η = 0.01": (215, 0.7), "0.1 → 0": (170, 0.0125)}
    for i, (name, rates) in enumerate(RUNS.items()):
        axis.plot(T[::5], distances(rates)[::5], color=f"C{i}")
        axis.text(*ends[name], name, color=f"C{i}")
    axis.axhline(sgd_noise_floor(0.1), color="C7", lw=0.6)
    axis.set(yscale="log", xlabel="t", ylabel="E[w²]")
    axis.minorticks_off()
    return fig
