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
# # Lab: changing the loss { #lab }
#
# The same network is trained six times with nothing changed but the loss function.
# Which loss learns fast, which one gets out of a bad start, and how many wrong labels can each of them stand?
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
print(X.shape, X_test.shape)

# %% [markdown]
# ## Six losses { #losses }
#
# What training needs is not the value of a loss but its gradient with respect to the logits.
# For each loss there is a function here that takes logits and labels and returns it.
#
# - `cross_entropy`: softmax and [cross-entropy](cross-entropy.md)
# - `bce`: binary cross-entropy, each class on its own
# - `margin`: the [margin loss](cross-entropy.md#hinge)
# - `mse`: the [mean squared error](regression.md) between the logits themselves and one-hot targets
# - `mse_softmax`: the mean squared error of the output of a softmax
# - `mse_sigmoid`: the mean squared error of the output of a sigmoid
#
# The last five also divide by the number of classes; multiplied by 10, they give a sample the same weight as the first.

# %%
from dlnotes import losses
from dlnotes.activations import sigmoid, sigmoid_grad, softmax, softmax_backward
from dlnotes.tensors import one_hot


def bce(z, y):
    return 10 * losses.binary_cross_entropy_with_logits_grad(z, one_hot(y, 10))


def mse_softmax(z, y):
    p = softmax(z)
    return 10 * softmax_backward(losses.mse_loss_grad(p, one_hot(y, 10)), p)


def mse_sigmoid(z, y):
    return 10 * losses.mse_loss_grad(sigmoid(z), one_hot(y, 10)) * sigmoid_grad(z)


GRADIENTS = {
    "cross_entropy": losses.cross_entropy_grad,
    "bce": bce,
    "margin": lambda z, y: 10 * losses.multi_margin_loss_grad(z, y),
    "mse": lambda z, y: 10 * losses.mse_loss_grad(z, one_hot(y, 10)),
    "mse_softmax": mse_softmax,
    "mse_sigmoid": mse_sigmoid,
}

# %% [markdown]
# ## Same start, same learning rate { #race }
#
# There are 32 hidden units.
# Initial weights, the order of the mini-batches and the learning rate, 0.1, are the same all six times.

# %%
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward
from dlnotes.optimizers import sgd_step


def train(gradient, y, lr=0.1, epochs=20, scale=1.0):
    rng = np.random.default_rng(0)
    params, state = init_mlp([64, 32, 10], rng=rng), None
    params[2] = scale * params[2]
    accuracy = []
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), 27):
            z, cache = mlp_forward(X[batch], params)
            grads = mlp_backward(gradient(z, y[batch]), params, cache)
            params, state = sgd_step(params, grads, state, lr=lr)
        right = mlp_forward(X_test, params)[0].argmax(axis=1) == y_test
        accuracy.append(right.mean())
    return params, accuracy


race = {name: train(gradient, y) for name, gradient in GRADIENTS.items()}
for name, (_, accuracy) in race.items():
    print(f"{name:13} {accuracy[0]:.2f} {accuracy[4]:.2f} {accuracy[-1]:.2f}")

# %% [markdown]
# The columns are the test accuracies after 1, 5 and 20 epochs.
# It is not the mean squared error that falls behind, but the two with a softmax or sigmoid before the square.
# Their gradients are multiplied by the [slope of a saturated function](cross-entropy.md#e25) and become small.
# Applied to the logits directly, `mse` stays close behind cross-entropy.

# %% alt="The horizontal axis shows epochs 1 to 20, the vertical axis the test accuracy. margin leads from the start with 0.9; cross_entropy, bce and mse are between 0.83 and 0.9 by the fifth epoch. mse_softmax and mse_sigmoid climb slowly from below 0.3 and end up at about 0.9."
import matplotlib.pyplot as plt

STYLES = dict(zip(GRADIENTS, ["-", "--", "-.", ":", "o-", "x-"], strict=True))
fig, ax = plt.subplots(figsize=(4.5, 3))
for name, (_, accuracy) in race.items():
    ax.plot(range(1, 21), accuracy, STYLES[name], label=name)
ax.set(ylim=(0, 1), xticks=[1, 5, 10, 15, 20])
_ = ax.legend(loc="lower right")

# %% [markdown]
# Epochs on the horizontal axis, test accuracy on the vertical.
#
# ## A bad start { #bad-start }
#
# What if the model starts out sure of itself and wrong?
# First, for very large random logits, the mean size of the gradient that one sample receives.

# %%
rng = np.random.default_rng(0)
logits = 30 * rng.normal(size=(1000, 10))
labels = rng.integers(0, 10, 1000)
for name, gradient in GRADIENTS.items():
    pull = 1000 * np.linalg.norm(gradient(logits, labels), axis=1).mean()
    print(f"{name:13} {pull:.2f}")

# %% [markdown]
# The gradients of the two cross-entropies are probabilities minus truths, so they stay near 1 or 2 however large the logits.
# That of `mse` grows with the logits, and those of `mse_softmax` and `mse_sigmoid` are close to 0.
#
# Now for training, with initial weights in the output layer that are ten times too large.

# %%
from dlnotes.activations import dead_relu_fraction

bad = {name: train(gradient, y, scale=10) for name, gradient in GRADIENTS.items()}
for name, ((W1, b1, _, _), accuracy) in bad.items():
    dead = dead_relu_fraction(X @ W1.T + b1)
    print(f"{name:13} {accuracy[0]:.2f} {accuracy[4]:.2f} {accuracy[-1]:.2f} {dead:.2f}")

# %% alt="The horizontal axis shows epochs 1 to 20, the vertical axis the test accuracy. cross_entropy soon rises from 0.44 to 0.9, and bce follows. mse_softmax pauses near 0.63 before it reaches 0.94, and mse_sigmoid stays around 0.5. margin wavers between 0.1 and 0.31, and mse stays near 0.1."
fig, ax = plt.subplots(figsize=(4.5, 3.5))
for name, (_, accuracy) in bad.items():
    ax.plot(range(1, 21), accuracy, STYLES[name], label=name)
ax.set(ylim=(0, 1), xticks=[1, 5, 10, 15, 20])
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown]
# The last column is the share of [dead units](../activations/relu-family.md#dead).
# `mse` and `margin`, whose gradients are large, moved so far in their first steps that nearly all hidden units died.
# `mse_softmax` and `mse_sigmoid`, whose gradients are small, keep their units and linger on a plateau.
# The two cross-entropies exceed 0.9 even from the bad start.
#
# ## Wrong labels { #noise }
#
# 40 % of the training labels are replaced by random digits.
# Some of these happen to be right, so about 64 % of the labels are correct.

# %%
rng = np.random.default_rng(1)
swap = rng.random(len(y)) < 0.4
noisy = np.where(swap, rng.integers(0, 10, len(y)), y)
print(f"{(noisy == y).mean():.2f}")
for name, gradient in GRADIENTS.items():
    params, accuracy = train(gradient, noisy)
    fitted = mlp_forward(X, params)[0].argmax(axis=1) == noisy
    print(f"{name:13} {fitted.mean():.2f} {accuracy[-1]:.2f}")

# %% [markdown]
# The columns are the training accuracy, wrong labels included, and the test accuracy against correct labels.
# No more than about 60 % of the training labels are matched, yet the test accuracy is much higher.
# The wrong labels pull in all directions and cancel; only the correct ones pull the same way.
# The two cross-entropies exceed 0.9 even with 40 % of the labels scrambled.
#
# ## The floor of the loss { #floor }
#
# If a label is the right digit with probability 0.64 and any other with 0.04 each, cross-entropy cannot go below the [entropy](cross-entropy.md#e27).
# Train long enough, and the training loss breaks through that floor.

# %%
truth = np.full(10, 0.04)
truth[0] = 0.64
print(f"floor {losses.entropy(truth):.2f}")
for epochs in (20, 200):
    params, accuracy = train(losses.cross_entropy_grad, noisy, epochs=epochs, lr=0.3)
    known = losses.cross_entropy(mlp_forward(X, params)[0], noisy)
    fresh = losses.cross_entropy(mlp_forward(X_test, params)[0], y_test)
    print(f"{epochs:5} {known:.2f} {fresh:.2f} {accuracy[-1]:.2f}")

# %% [markdown]
# The columns are the epochs, the training loss, the test loss against correct labels, and the test accuracy.
# Up to 20 epochs the training loss is slightly above the floor, and the test accuracy is 0.93.
# After 200 it lies far below.
# Whatever is below the floor is noise learnt by heart, so the test loss has grown and the test accuracy has dropped to about 0.7.
#
# ## More to try { #more }
#
# - `train(GRADIENTS["mse_sigmoid"], y, lr=1)`: at ten times the learning rate, sigmoid and squared error reach 0.96 as well.
# - `train(GRADIENTS["margin"], y, scale=10, lr=0.03)`: with a smaller learning rate fewer units die, and even the bad start leads to 0.93.
# - Use `functools.partial(losses.cross_entropy_grad, label_smoothing=0.5)` for the 200 epochs: learning by heart slows down, and the test accuracy stays at about 0.9.
# - Replace 60 % of the labels by the next digit, `(y + 1) % 10`: the test accuracy falls to about 0.2, since wrong labels that all lean the same way do not cancel.
