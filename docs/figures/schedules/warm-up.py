"""The first steps of a warm-up, and what comes after it."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.schedules import inverse_sqrt_lr, linear_warmup, warmup_cosine


def figure():
    fig, (left, right) = plt.subplots(
        1, 2, figsize=(4.5, 2.6), sharey=True, width_ratios=[2, 3]
    )
    first, t = np.arange(9), np.arange(101)
    left.plot(first, linear_warmup(first, 1, warmup_steps=5), "o-")
    left.plot(first, np.minimum(first / 5, 1), "o--", color="C6", mfc="C8", lw=1)
    left.text(0, 0.88, "(t+1)/5", color="C0")
    left.text(3.2, 0.4, "t/5", color="C6")
    left.set(xticks=[0, 4, 8], xlabel="t", ylabel="ηₜ / η", yticks=[0, 0.5, 1])
    right.plot(t, linear_warmup(t, 1, warmup_steps=10))
    right.plot(t, inverse_sqrt_lr(t, 1, warmup_steps=10), color="C1")
    right.plot(t, warmup_cosine(t, 1, warmup_steps=10, total_steps=100), color="C2")
    right.text(99, 0.97, "linear_warmup", color="C0", ha="right", va="top")
    right.text(10, 0.18, "inverse_sqrt_lr", color="C1")
    right.text(10, 0.04, "warmup_cosine", color="C2")
    right.set(ylim=(-0.05, 1.08), xlabel="t", xticks=[0, 50, 100])
    return fig
