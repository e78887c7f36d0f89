# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Lab: four schedules { #lab }
#
# The same network is trained four times with nothing changed but the schedule.
# With or without a warm-up, with or without a decay: that makes four schedules.
# What do the warm-up and the decay each do when the rate is right, and when it is too large?
# This page is a notebook; the button at the top right downloads it.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown]
# ## Data and network { #data }
#
# A [ReLU network](../networks/mlp.md) with two hidden layers of 64 units each classifies the handwritten digits of scikit-learn.
# Mini-batches hold 32 images and training takes eight epochs, 344 iterations in all.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
X, X_test, y, y_test = train_test_split(
    digits.data / 16, digits.target, test_size=0.25, random_state=0
)
EPOCHS, BATCH, SEEDS = 8, 32, range(4)
T = EPOCHS * -(-len(X) // BATCH)
print(X.shape, X_test.shape, T)

# %% [markdown]
# ## Four schedules { #schedules }
#
# Once the highest rate $\eta$ (eta) is given, everything else is fixed.
# The warm-up takes a fifth of training.

# %%
from functools import partial

from dlnotes.schedules import (
    constant_lr,
    cosine_annealing_lr,
    linear_warmup,
    warmup_cosine,
)

WARM = T // 5
SCHEDULES = {
    "constant": constant_lr,
    "warm-up": partial(linear_warmup, warmup_steps=WARM),
    "cosine": partial(cosine_annealing_lr, T_max=T),
    "both": partial(warmup_cosine, warmup_steps=WARM, total_steps=T),
}

# %% alt="Along the bottom the iterations from 0 to 343, upwards the rate as a share of the highest. constant stays at 1. warm-up rises straight up to number 68 and then covers that line. cosine bends down from 1 to 0; both rises with warm-up and then bends down."
import matplotlib.pyplot as plt

STYLES = {"constant": "-", "warm-up": "--", "cosine": "-.", "both": ":"}
t = np.arange(T)
fig, ax = plt.subplots(figsize=(4.5, 2.6))
for name, schedule in SCHEDULES.items():
    ax.plot(t, schedule(t, base_lr=1.0), STYLES[name], label=name)
_ = ax.legend(loc="lower left", bbox_to_anchor=(0.13, 0))

# %% [markdown]
# The iteration runs along the bottom, the rate as a share of the highest one upwards.
#
# ## Training { #training }
#
# The optimizer is Adam.
# At each iteration `mlp_train` asks `schedule(t)` for the rate and hands it to `adam_step`.
# After each epoch the test accuracy is noted.

# %%
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import adam_step


def train(schedule, lr, seed):
    rng, accuracy = np.random.default_rng(seed), []

    def measure(epoch, params, history):
        logits, _ = mlp_forward(X_test, params)
        accuracy.append((logits.argmax(axis=1) == y_test).mean())

    _, history = mlp_train(
        *(X, y, init_mlp([64, 64, 64, 10], rng=rng)),
        step=adam_step,
        loss=(cross_entropy, cross_entropy_grad),
        epochs=EPOCHS,
        batch_size=BATCH,
        rng=rng,
        schedule=partial(schedule, base_lr=lr),
        callbacks=[measure],
    )
    return np.array(accuracy), np.array(history.batch_loss)


runs = {
    (name, lr): [train(schedule, lr, seed) for seed in SEEDS]
    for lr in (0.01, 0.1)
    for name, schedule in SCHEDULES.items()
}

# %% [markdown]
# ## Accuracy { #accuracy }
#
# Each was trained four times, with other initial weights and another order of the samples.
# The columns are the highest rate, the schedule, the mean of the four last test accuracies, and the worst of the four.

# %%
for (name, lr), found in runs.items():
    last = [accuracy[-1] for accuracy, _ in found]
    print(f"{lr:<5} {name:9} {np.mean(last):.2f} {min(last):.2f}")

# %% [markdown]
# At a rate of 0.01 the four hardly differ.
# This problem is learnt well without any schedule.
#
# A rate ten times as large tells them apart.
# The constant falls far behind; a warm-up or a decay alone helps, but not enough.
# Only the two together get above 0.9 all four times.
# On this problem the two together keep training from breaking down even when the rate was chosen ten times too large.
#
# ## The loss at the beginning { #beginning }
#
# Here is the loss of the mini-batches during the first 60 iterations at a rate of 0.1.

# %% alt="Along the bottom the iterations from 0 to 60, upwards the loss of a mini-batch. constant and cosine, almost covering each other, shoot above 5 in the first few iterations and come down to about 1. warm-up and both, one exactly on the other, start at about 2.3, do not shoot up and fall below 1."
fig, ax = plt.subplots(figsize=(4.5, 2.8))
for name in SCHEDULES:
    losses = np.mean([loss for _, loss in runs[name, 0.1]], axis=0)
    ax.plot(losses[:60], STYLES[name], label=name)
_ = ax.legend()

# %%
for name in SCHEDULES:
    peaks = [loss[:60].max() for _, loss in runs[name, 0.1]]
    print(f"{name:9}", *[f"{peak:5.1f}" for peak in peaks])

# %% [markdown]
# The table has the largest loss in the first 60 iterations of each of the four runs.
# Without a warm-up, the loss shoots up to more than twice $\log 10 \approx 2.3$, the loss of guessing.
# Adam divides by the size of the gradient, so in the first iteration every parameter with a gradient moves by nearly the rate itself.
# 0.1 is not far from the standard deviation of the initial weights, $\sqrt{2 / 64} \approx 0.18$, and wrecks the network at a stroke.
# A warm-up takes such a [steep start](schedules.md#steep) in small steps.
#
# ## The swaying at the end { #end }
#
# Now the test accuracy after each epoch.

# %% alt="Along the bottom the epochs from 1 to 8, upwards the test accuracy, averaged over four runs. both keeps rising to about 0.95 and is the highest. warm-up and cosine stay a little below 0.9; constant goes up and down around 0.8 and is the lowest."
fig, ax = plt.subplots(figsize=(4.5, 2.8))
for name in SCHEDULES:
    curves = np.mean([accuracy for accuracy, _ in runs[name, 0.1]], axis=0)
    ax.plot(range(1, EPOCHS + 1), curves, STYLES[name], marker="o", label=name)
_ = ax.legend(loc="lower right", ncols=2)

# %% [markdown]
# With a warm-up alone the start is good, but since the rate never falls it is left behind.
# With the cosine alone, the damage done at the start is never quite made good.
# The two together start well and end well.
# The gain at the end is what to expect from the [noise floor](schedules.md#floor), which sinks with the rate.
#
# ## More to try { #more }
#
# - Compare `partial(one_cycle_lr, total_steps=T)` as well. It takes `max_lr` instead of `base_lr`, so `train` needs a small change. It comes out much like warm-up and cosine together.
# - Set `WARM` to 1: `both` becomes nearly the same as `cosine`.
# - Use `sgd_step` instead of `adam_step`, at a rate of 0.1. Only the two with a decay get to about 0.94, and the warm-up hardly matters.
