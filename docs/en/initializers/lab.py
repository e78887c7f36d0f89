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
# # Lab: five initialisations { #lab }
#
# The same network of ten layers is trained five times, with nothing changed but the initial weights.
# Before training, activations and gradients are measured layer by layer; guess from the figures which networks will learn, and then train them.
# This page is a notebook; the button at the top right downloads it.
# It needs `dlnotes`, scikit-learn and Matplotlib and runs for a few seconds.

# %% [markdown]
# ## Data { #data }
#
# The 1,797 handwritten digits of scikit-learn.
# Each has 8×8 pixels, scaled here to values between 0 and 1.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X, X_test, y, y_test = train_test_split(X / 16, y, test_size=0.25, random_state=0)
print(X.shape, X_test.shape)

# %% [markdown]
# ## Five initialisations { #initializers }
#
# Nine hidden layers have 64 units each, and the output layer has 10.
# The [initialisations](initialization.md) are small random numbers, PyTorch's default, Xavier, He, and large random numbers.
# The seed is the same all five times, so the four networks drawn from normal distributions differ only in the size of their weights.

# %%
from functools import partial

from dlnotes.initializers import (
    kaiming_normal,
    normal,
    pytorch_default_linear,
    xavier_normal,
)
from dlnotes.networks import init_mlp

SIZES = [64] * 10 + [10]
INITIALIZERS = {
    "0.01": partial(normal, std=0.01),
    "PyTorch": pytorch_default_linear,
    "Xavier": xavier_normal,
    "He": kaiming_normal,
    "1": partial(normal, std=1.0),
}


def start(name):
    return init_mlp(SIZES, rng=np.random.default_rng(0), init=INITIALIZERS[name])


for name in INITIALIZERS:
    print(f"{name:8}{start(name)[0].std():.3f}")

# %% [markdown]
# This is the standard deviation of the weights of the first layer.
# All layers have a width of 64, so Xavier is $\sqrt{1/64} = 0.125$ and He $\sqrt{2/64} \approx 0.177$.
#
# ## Activations before training { #activations }
#
# All digits are passed through, and the standard deviation of the activations is measured behind each hidden layer.
# `params[:-2:2]` are the weights of nine layers, without those of the output layer.

# %%
from dlnotes.initializers import activation_statistics

for activation in ("tanh", "relu"):
    for name in INITIALIZERS:
        stats = activation_statistics(X, start(name)[:-2:2], activation=activation)
        sizes = " ".join(f"{size:.0e}" for size in stats.std[::2])
        print(
            f"{activation} {name:8}{sizes}  {stats.saturated[-1]:.2f} {stats.dead[-1]:.2f}"
        )

# %% [markdown]
# The first five columns are the standard deviation behind hidden layers 1, 3, 5, 7 and 9.
# Then follow, for the last hidden layer, the share of places where the slope is below a hundredth of its steepest, and the share of units where that is so for every digit.
# With a standard deviation of 1, more than half of tanh is saturated.
# For the ReLU both shares are the same for all four normal distributions, because making weights larger or smaller does not change the signs of weighted sums.

# %% alt="Two graphs of the standard deviation of the activations behind hidden layers 1 to 9, on a logarithmic scale. With tanh on the left, 1, He and Xavier stay between 0.1 and 1, PyTorch falls to a few thousandths and 0.01 to about 10 to the −10. With the ReLU on the right only He is flat; 1 rises above a million, and Xavier, PyTorch and 0.01 fall ever more steeply."
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, figsize=(4.5, 3.4), sharey=True)
for ax, activation in zip(axes, ("tanh", "relu"), strict=True):
    for name in INITIALIZERS:
        stats = activation_statistics(X, start(name)[:-2:2], activation=activation)
        ax.plot(range(1, len(stats.std) + 1), stats.std, label=name)
    ax.set(title=activation, yscale="log", ylim=(1e-12, 1e12), xticks=[1, 5, 9])
_ = axes[0].legend(loc="upper left")

# %% [markdown]
# The horizontal axis is the hidden layer, the vertical axis the standard deviation of the activations on a logarithmic scale.
#
# ## Gradients before training { #gradients }
#
# From the [cross-entropy](../losses/cross-entropy.md) back down, the gradients of the weights are measured layer by layer.

# %%
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import mlp_backward, mlp_forward


def gradient_norms(name, activation):
    params = start(name)
    logits, cache = mlp_forward(X, params, activation=activation)
    grads = mlp_backward(cross_entropy_grad(logits, y), params, cache)
    return [np.linalg.norm(dW) for dW in grads[::2]]


for activation in ("tanh", "relu"):
    for name in INITIALIZERS:
        norms = gradient_norms(name, activation)
        print(f"{activation} {name:8}", *(f"{norm:.0e}" for norm in norms[::3]))

# %% [markdown]
# The columns are layers 1, 4, 7 and 10, the last being the output layer.
# From small random numbers the gradients of **all** layers are equally small.
# The gradient of a weight is the activation in front times the gradient from behind; in early layers the latter is small, in late layers the former.
# From a standard deviation of 1, the gradient of the first tanh layer is more than a hundred times that of the output layer instead.
# The [gradient at the input of each layer](vanishing-gradients.md#factor) shows the difference between early and late layers more clearly.
#
# ## Which ones learn { #training }
#
# Guess first, from the figures alone.
# Training is gradient descent with momentum, and the learning rate and the order of the mini-batches are the same throughout.

# %%
from dlnotes.networks import mlp_train
from dlnotes.optimizers import sgd_step


def accuracies(name, activation, lr=0.01, epochs=6):
    seen = []

    def measure(epoch, params, history):
        logits, _ = mlp_forward(X_test, params, activation=activation)
        seen.append((logits.argmax(axis=1) == y_test).mean())

    try:
        mlp_train(
            *(X, y, start(name)),
            step=partial(sgd_step, lr=lr, momentum=0.9),
            loss=(cross_entropy, cross_entropy_grad),
            epochs=epochs,
            batch_size=100,
            rng=np.random.default_rng(1),
            activation=activation,
            callbacks=[measure],
        )
    except FloatingPointError:
        seen += [0.1] * (epochs - len(seen))
    return seen


curves = {
    (activation, name): accuracies(name, activation)
    for activation in ("tanh", "relu")
    for name in INITIALIZERS
}
for (activation, name), seen in curves.items():
    print(f"{activation} {name:8}{seen[-1] > 0.8}")

# %% [markdown]
# Whether the test accuracy after six epochs is above 80 %.
# From a standard deviation of 1 the ReLU network stops because its loss is no longer a finite number; it is given 0.1, as good as guessing.

# %% alt="Two graphs of the test accuracy after epochs 1 to 6. With tanh on the left, He and Xavier pass 0.9 and the other three stay near 0.1. With the ReLU on the right only He reaches about 0.9, Xavier does not pass 0.4, and the other three stay near 0.1."
fig, axes = plt.subplots(1, 2, figsize=(4.5, 3), sharey=True)
for (activation, name), seen in curves.items():
    axes[int(activation == "relu")].plot(range(1, 7), seen, label=name)
for ax, activation in zip(axes, ("tanh", "relu"), strict=True):
    ax.set(title=activation, ylim=(0, 1), xticks=[1, 3, 6])
_ = axes[0].legend(loc="center right")

# %% [markdown]
# The horizontal axis is the epoch, the vertical axis the test accuracy.
# Networks whose activations and gradients are not far from 1 before training learn fast.
#
# ## More to try { #more }
#
# - Add `partial(xavier_normal, gain=5 / 3)`. With tanh it is about as fast as He.
# - Change `SIZES` to `[64, 64, 10]`. With two layers, 0.01 learns as well, if slowly: with `epochs=18` for `accuracies` it reaches about 0.75.
# - Measure again with `activation_statistics(..., batch_norm=True)`. Hardly any difference is left between the five.
