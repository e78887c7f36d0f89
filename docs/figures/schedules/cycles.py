"""Two cycles and a half in each of the three modes of a cyclical rate."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.schedules import cyclic_lr


def figure():
    t = np.arange(25)
    fig, axes = plt.subplots(3, 1, figsize=(4.5, 3.9), sharex=True, sharey=True)
    for axis, mode in zip(axes, ("triangular", "triangular2", "exp_range"), strict=True):
        gamma = {"gamma": 0.95} if mode == "exp_range" else {}
        axis.plot(
            t, cyclic_lr(t, 0.1, max_lr=0.5, step_size_up=4, mode=mode, **gamma), "o-"
        )
        axis.text(24, 0.56, mode, ha="right", va="center")
        axis.set(ylim=(0, 0.65), yticks=[0.1, 0.3, 0.5])
    axes[-1].set(xlabel="t", xticks=range(0, 25, 4))
    return fig
