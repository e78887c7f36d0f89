"""Every schedule over a hundred steps, in small multiples."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes import schedules as m

T = np.arange(101)


def on_a_plateau():
    """Rates for a loss that stops getting better at step 30."""
    lr, state, rates = 1.0, None, []
    for t in T:
        rates.append(lr)
        loss = max(1 - t / 40, 0.25)
        lr, state = m.reduce_on_plateau(lr, loss, state, factor=0.5, patience=15)
    return rates


def cycles(mode):
    return m.cyclic_lr(T, 0.1, max_lr=1, step_size_up=14, mode=mode, gamma=0.98)


PANELS = {
    "constant_lr": m.constant_lr(T, 1),
    "step_lr": m.step_lr(T, 1, step_size=25, gamma=0.5),
    "multistep_lr": m.multistep_lr(T, 1, milestones=[50, 75], gamma=0.3),
    "exponential_lr": m.exponential_lr(T, 1, gamma=0.97),
    "linear_lr": m.linear_lr(T, 1, total_iters=40),
    "linear_decay": m.linear_decay(T, 1, total=100),
    "cosine_annealing_lr": m.cosine_annealing_lr(T, 1, T_max=100),
    "linear_warmup": m.linear_warmup(T, 1, warmup_steps=15),
    "inverse_sqrt_lr": m.inverse_sqrt_lr(T, 1, warmup_steps=15),
    "warmup_cosine": m.warmup_cosine(T, 1, warmup_steps=15, total_steps=100),
    "one_cycle_lr": m.one_cycle_lr(T, 1, total_steps=101),
    "reduce_on_plateau": on_a_plateau(),
    "triangular": cycles("triangular"),
    "triangular2": cycles("triangular2"),
    "exp_range": cycles("exp_range"),
}


def figure():
    fig, axes = plt.subplots(5, 3, figsize=(4.5, 6.4), sharex=True, sharey=True)
    for axis, (name, rates) in zip(axes.flat, PANELS.items(), strict=True):
        falls = name in {"step_lr", "multistep_lr", "reduce_on_plateau"}
        if falls:
            axis.plot(T, rates, drawstyle="steps-post")
        else:
            axis.plot(T[::2], rates[::2])
        axis.set(ylim=(-0.05, 1.12), xticks=[0, 50, 100], yticks=[0, 1])
        axis.set_title(name, fontsize=8.5)
    axes[-1, 1].set_xlabel("t")
    axes[2, 0].set_ylabel("ηₜ")
    return fig
