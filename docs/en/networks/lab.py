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
# # Lab: a network that reads digits { #lab }
#
# A [multilayer perceptron](mlp.md) with 64-32-10 units is built, trained and taken apart.
# We follow the values through its layers before and after training, see where in an image the hidden units look, and find out what happens when units are removed one by one.
# This page is a notebook; the button at the top right downloads it.
# It needs only `dlnotes`, scikit-learn and Matplotlib, and runs in a few seconds.

# %% [markdown]
# ## Data { #data }
#
# The 1,797 handwritten digits of scikit-learn.
# An image has 8×8 pixels, whose values are scaled to lie between 0 and 1.
# One in four is kept out of training for testing.

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
# ## Building { #build }
#
# The parameters are a list of weight matrices and bias vectors, layer after layer.
# Nothing has been learnt yet.

# %%
from dlnotes.networks import count_layers, count_parameters, init_mlp

SIZES = [64, 32, 10]
start = init_mlp(SIZES, rng=np.random.default_rng(0))
print([array.shape for array in start])
print(count_parameters(SIZES), count_layers(SIZES))

# %% [markdown]
# Put one digit in and follow how the values change from layer to layer.
# `cache.outputs` holds what every layer was given, `cache.sums` the weighted sum plus bias that every layer found.

# %%
from dlnotes.activations import softmax
from dlnotes.networks import mlp_forward

logits, cache = mlp_forward(X[0], start)
print("x", cache.outputs[0].shape, "z1", cache.sums[0].shape)
print("h", cache.outputs[1].shape, "z2", cache.sums[1].shape)
print("h > 0:", (cache.outputs[1] > 0).sum(), "of", cache.outputs[1].size)
print("p:", np.round(softmax(logits), 2))

# %% [markdown]
# 12 of the 32 hidden units are on, and the probability is spread over the ten digits about evenly.
# Over all training data too the loss is close to $\log 10 \approx 2.3$, its value when all ten get the same probability.
# The accuracy is only a little better than guessing.

# %%
from dlnotes.losses import cross_entropy, cross_entropy_grad


def accuracy(X, y, params, activation="relu"):
    return (mlp_forward(X, params, activation=activation)[0].argmax(axis=1) == y).mean()


print(f"{cross_entropy(mlp_forward(X, start)[0], y):.1f} {accuracy(X, y, start):.1f}")

# %% [markdown]
# ## Training { #training }
#
# `mlp_train` is told what to reduce (`loss`) and how to take a step (`step`).
# Functions in `callbacks` are called at the end of each epoch.
# Here one notes the accuracy on training and test data.

# %%
from functools import partial

from dlnotes.networks import mlp_train
from dlnotes.optimizers import sgd_step

curve = []


def watch(epoch, params, history):
    curve.append((accuracy(X, y, params), accuracy(X_test, y_test, params)))


params, history = mlp_train(
    X,
    y,
    start,
    step=partial(sgd_step, lr=0.1, momentum=0.9),
    loss=(cross_entropy, cross_entropy_grad),
    epochs=40,
    batch_size=64,
    rng=np.random.default_rng(1),
    val=(X_test, y_test),
    callbacks=[watch],
)
for epoch in (1, 5, 40):
    right, right_test = curve[epoch - 1]
    print(f"{epoch:2} {history.loss[epoch - 1]:.2f} {right:.2f} {right_test:.2f}")

# %% [markdown]
# The columns are the epoch, the training loss, the training accuracy and the test accuracy.

# %% alt="The horizontal axis is the epoch, from 1 to 40, the vertical axis the loss on a logarithmic scale. The training loss falls, wavering a little, from 1.6 to below 0.01. The test loss falls along with it at first and then stays near 0.1."
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.5, 3))
epochs = np.arange(1, 41)
ax.plot(epochs, history.loss)
ax.plot(epochs, history.val_loss, "--")
_ = ax.set(yscale="log")

# %% [markdown]
# The horizontal axis is the epoch, the vertical axis the loss (logarithmic scale).
# The solid line is the training data, the dashed one the test data.
# The training loss falls to the end, while the test loss hardly falls after some ten epochs.
# From then on the network only fits the training data more closely.
#
# ## The weights of the first layer as images { #templates }
#
# The weights of the first layer have 32 rows and 64 columns.
# A row holds the 64 weights of one unit; folded into 8×8 it is the image that this unit looks for.
# The weighted sum lays this image over the input, multiplies pixel by pixel, and adds up.

# %% alt="Thirty-two images of 8×8 in four rows of eight. In each, red and blue squares are mixed in blotches, strong in some and pale in others. None has the shape of a digit."
fig, axes = plt.subplots(4, 8, figsize=(4.5, 2.4))
W1 = params[0]
for ax, row in zip(axes.flat, W1, strict=True):
    ax.imshow(row.reshape(8, 8), cmap="RdBu_r", vmin=-1, vmax=1)
    ax.axis("off")

# %% [markdown]
# A stroke over red squares makes the weighted sum larger, over blue squares smaller.
# No unit resembles a whole digit.
# Each unit looks at places of its own, and the output layer puts their values together to choose a digit.
# Pale blotches are what is left of the random initial values.
#
# If so, losing a single unit should do little harm.
# Setting the weights to 0 by which the output layer multiplies a unit makes the unit's output count as 0.

# %%
W1, b1, W2, b2 = params


def without(units):
    kept = np.ones(32)
    kept[units] = 0
    return accuracy(X, y, [W1, b1, W2 * kept, b2])


alone = np.array([without([unit]) for unit in range(32)])
print(f"{without([]):.2f} {np.median(alone):.2f} {alone.min():.2f}")
order = np.random.default_rng(0).permutation(32)
for n in (4, 8, 16, 24):
    print(n, f"{without(order[:n]):.1f}")

# %% [markdown]
# The first line is the training accuracy with all units, the median with one unit removed, and the worst of these.
# Below, several are removed together at random.
# One alone is hardly missed, but without half of them the network breaks down.
#
# ## Folding a linear network into one layer { #collapse }
#
# Now the task is to tell even digits from odd ones.
# A linear classifier does not quite solve it.
# Two networks with two hidden layers are trained, one of them with the identity as its activation function.

# %%
from dlnotes.networks import collapse_linear


def train_parity(activation, lr):
    return mlp_train(
        X,
        y % 2,
        init_mlp([64, 32, 32, 2], rng=np.random.default_rng(0), init="xavier"),
        step=partial(sgd_step, lr=lr, momentum=0.9),
        loss=(cross_entropy, cross_entropy_grad),
        epochs=30,
        batch_size=64,
        rng=np.random.default_rng(1),
        activation=activation,
    )[0]


linear, bent = train_parity("identity", 0.02), train_parity("relu", 0.1)
print(f"{accuracy(X, y % 2, linear, 'identity'):.2f} {accuracy(X, y % 2, bent):.2f}")

# %% [markdown]
# The training accuracy of the network without an activation function, then of that with the ReLU.
# The first has three layers but is [the same as one](mlp.md#e17), and `collapse_linear` folds it.

# %%
one = collapse_linear(linear)
print([array.shape for array in linear])
print([array.shape for array in one])
deep = mlp_forward(X_test, linear, activation="identity")[0]
print(np.allclose(deep, mlp_forward(X_test, one)[0]))
print(sum(array.size for array in linear), sum(array.size for array in one))

# %% [markdown]
# What 3,202 parameters did, 130 do just as well.
#
# ## More to try { #more }
#
# - Set `SIZES` to `[64, 4, 10]` and run again as far as the training. Four units are too few: the training accuracy stays near 0.6.
# - Pass `init=lambda shape, rng: np.zeros(shape)` to `init_mlp`. The hidden units always give 0, so only the biases of the output layer change.
# - Raise `lr` to 10 in training. The units die, and the accuracy falls to that of guessing.
# - Replace `step` by `partial(adam_step, lr=0.003)`. After 40 epochs the accuracy is about the same.
