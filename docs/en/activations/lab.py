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
# # Lab: six activation functions { #lab }
#
# The same network is trained six times with nothing changed but the activation, and then taken apart.
# Which one learns fast, how much of the gradient reaches each layer, and which units die or saturate?
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

digits = load_digits()
X, X_test, y, y_test = train_test_split(
    digits.data / 16, digits.target, test_size=0.25, random_state=0
)
Y = np.eye(10)[y]
print(X.shape, X_test.shape)

# %% [markdown]
# ## The network { #network }
#
# Three hidden layers have 32 units each.
# The forward pass computes the weighted sums $z = W a + b$ of each layer and applies the activation.
# Backpropagation starts from $p - y$, the gradient of the cross-entropy, and goes back through the layers, multiplying by the weights and by the [slope of the activation](overview.md).

# %%
from itertools import pairwise

from dlnotes.activations import softmax

SIZES = [64, 32, 32, 32, 10]


def start(seed=0):
    rng = np.random.default_rng(seed)
    return [
        (rng.normal(size=(n_out, n_in)) * np.sqrt(2 / n_in), np.zeros(n_out))
        for n_in, n_out in pairwise(SIZES)
    ]


def forward(X, layers, f):
    sums, outputs = [], [X]
    for W, b in layers:
        sums.append(outputs[-1] @ W.T + b)
        outputs.append(f(sums[-1]))
    return sums, outputs


def gradients(X, Y, layers, f, f_grad):
    sums, outputs = forward(X, layers, f)
    delta = (softmax(sums[-1]) - Y) / len(X)
    found = []
    for layer in reversed(range(len(layers))):
        found.append((delta.T @ outputs[layer], delta.sum(axis=0)))
        if layer > 0:
            delta = delta @ layers[layer][0] * f_grad(sums[layer - 1])
    return found[::-1]


# %% [markdown]
# ## Six training runs { #training }
#
# The initial weights, the order of the mini-batches and the learning rate of 0.1 are the same for all.

# %%
from dlnotes import activations

NAMES = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu"]


def train(name, lr=0.1, epochs=30):
    f, f_grad = getattr(activations, name), getattr(activations, f"{name}_grad")
    layers, rng, accuracy = start(), np.random.default_rng(1), []
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), 27):
            step = gradients(X[batch], Y[batch], layers, f, f_grad)
            layers = [
                (W - lr * dW, b - lr * db)
                for (W, b), (dW, db) in zip(layers, step, strict=True)
            ]
        sums, _ = forward(X_test, layers, f)
        accuracy.append((sums[-1].argmax(axis=1) == y_test).mean())
    return layers, accuracy


trained = {name: train(name) for name in NAMES}
for name, (_, accuracy) in trained.items():
    print(f"{name:10} {accuracy[0]:.2f} {accuracy[4]:.2f} {accuracy[-1]:.2f}")

# %% [markdown]
# The columns are the test accuracy after 1, 5 and 30 epochs.
# Only the sigmoid falls behind.
# The identity does well because even a linear classifier nearly solves this problem.
# For a problem that it does not solve, see [at a glance](overview.md#example).

# %% alt="The horizontal axis is the epoch from 1 to 30, the vertical axis the test accuracy. Only sigmoid wavers between 0.1 and 0.2 for most of the time and rises to about 0.3 at the end; the other five lines reach 0.9 within five epochs."
import matplotlib.pyplot as plt

STYLES = dict(zip(NAMES, ["--", "-.", "x-", "-", ":", "o-"], strict=True))
fig, ax = plt.subplots(figsize=(4.5, 3))
for name, (_, accuracy) in trained.items():
    ax.plot(range(1, 31), accuracy, STYLES[name], label=name)
ax.set(ylim=(0, 1))
_ = ax.legend(loc="center")

# %% [markdown]
# The horizontal axis is the epoch, the vertical axis the test accuracy.
#
# ## How much of the gradient reaches each layer? { #gradients }
#
# The table shows the size of the gradient for the weights of each layer, before training starts and with the same initial weights for all.
# The fourth is the output layer and the first is the one next to the input.

# %%
print(f"{'':10}", *[f"{layer:8}" for layer in (1, 2, 3, 4)])
first = {}
for name in NAMES:
    f, f_grad = getattr(activations, name), getattr(activations, f"{name}_grad")
    norms = [np.linalg.norm(dW) for dW, _ in gradients(X, Y, start(), f, f_grad)]
    first[name] = norms
    print(f"{name:10}", *[f"{norm:8.4f}" for norm in norms])

# %% [markdown]
# With the sigmoid the gradient shrinks from layer to layer, and in the first layer a twentieth of that of the output layer is left.
# The reason is that the slope of the sigmoid is [never more than 1/4](sigmoid-tanh.md#derivative).
# With the others the gradient of the first layer is about as large as that of the output layer, or larger.

# %% alt="The horizontal axis is the layer from 1 to 4, the vertical axis the size of the gradient on a logarithmic scale. sigmoid falls from 0.3 at layer 4 to 0.015 at layer 1, first steeply and then less so. The other five lie between 0.26 and 7 and are almost flat or rise a little towards layer 1."
fig, ax = plt.subplots(figsize=(4.5, 3.5))
for name, norms in first.items():
    ax.plot([1, 2, 3, 4], norms, STYLES[name], label=name)
ax.set(yscale="log", xticks=[1, 2, 3, 4])
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown]
# The horizontal axis is the layer, the vertical axis the size of the gradient on a logarithmic scale.
#
# ## The units after training { #units }
#
# For the ReLU family, the [dead units and the share of zeros](relu-family.md#dead) in each layer; for sigmoid and tanh, the share that is saturated.

# %%
from dlnotes.activations import dead_relu_fraction, saturation_fraction, sparsity

for name in ("relu", "leaky_relu", "elu"):
    sums, outputs = forward(X, trained[name][0], getattr(activations, name))
    dead = [f"{dead_relu_fraction(z):.2f}" for z in sums[:3]]
    zeros = [f"{sparsity(a):.2f}" for a in outputs[1:4]]
    print(f"{name:10}", *dead, "  ", *zeros)

# %% [markdown]
# The first three columns are the share of units in each layer whose weighted sum is never positive, the last three the share of zeros in the output.
# Only the ReLU gives exact zeros; units of Leaky ReLU and ELU give something other than 0 even where they receive negative sums only.

# %%
for name, low, high in [("sigmoid", 0.01, 0.99), ("tanh", -0.98, 0.98)]:
    _, outputs = forward(X, trained[name][0], getattr(activations, name))
    flat = [f"{saturation_fraction(a, low=low, high=high):.2f}" for a in outputs[1:4]]
    print(f"{name:10}", *flat)

# %% [markdown]
# For both functions this is the share of outputs no further from an end than 1 % of the range.
# So it was not saturation that held the sigmoid back.
# Even unsaturated, each layer multiplies by a slope of at most 1/4.
#
# ## More to try { #more }
#
# - `train("sigmoid", lr=0.5)`: how far does the sigmoid catch up with a higher learning rate?
# - In `start`, replace $\sqrt{2 / n}$ by $\sqrt{1 / n}$ or by 1: what becomes of the gradient of the first layer?
# - `train("elu", lr=0.5)`: when the learning rate is too high, what breaks first?
