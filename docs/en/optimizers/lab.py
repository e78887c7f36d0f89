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
# # Lab: five optimizers { #lab }
#
# The same network is trained with one optimizer after the other.
# Over six learning rates, which optimizer cares least about the rate?
# What happens when the loss is a hundred times as large, and what does weight decay change?
# This page is a notebook; the button at the upper right downloads it.
# All it needs is `dlnotes`, scikit-learn and Matplotlib, and it runs in a few seconds.

# %% [markdown]
# ## Data and network { #data }
#
# The data are scikit-learn's 1,797 handwritten digits.
# The network is a [multilayer perceptron](../networks/mlp.md) with 32 hidden units.

# %%
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward

digits = load_digits()
X, X_test, y, y_test = train_test_split(
    digits.data / 16, digits.target, test_size=0.25, random_state=0
)
print(X.shape, X_test.shape)

# %% [markdown]
# ## Training { #training }
#
# Optimizers differ in nothing but `step`.
# The start and the order of the mini-batches are always the same.
# `scale` multiplies the gradients, as a factor of the loss would.


# %%
def train(step, epochs, scale=1.0, **options):
    params, state = init_mlp([64, 32, 10], rng=np.random.default_rng(0)), None
    rng, losses = np.random.default_rng(1), []
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(X)), 27):
            logits, cache = mlp_forward(X[batch], params)
            error = scale * cross_entropy_grad(logits, y[batch])
            grads = mlp_backward(error, params, cache)
            params, state = step(params, grads, state, **options)
        losses.append(float(cross_entropy(mlp_forward(X, params)[0], y)))
    return params, losses


def accuracy(params):
    return (mlp_forward(X_test, params)[0].argmax(axis=1) == y_test).mean()


# %% [markdown]
# ## Five optimizers and six learning rates { #rates }
#
# Each optimizer learns for three epochs at each rate; the table shows the training loss after that.
# `SGD μ=0.9` is SGD with [momentum](momentum-to-adam.md#momentum) 0.9.

# %%
from functools import partial

from dlnotes.optimizers import adagrad_step, adam_step, rmsprop_step, sgd_step

STEPS = {
    "SGD": sgd_step,
    "SGD μ=0.9": partial(sgd_step, momentum=0.9),
    "AdaGrad": adagrad_step,
    "RMSProp": rmsprop_step,
    "Adam": adam_step,
}
RATES = [0.0003, 0.001, 0.01, 0.03, 0.1, 0.3]

table = {
    name: [train(step, 3, lr=lr)[1][-1] for lr in RATES] for name, step in STEPS.items()
}
print(f"{'':9}", *[f"{lr:7}" for lr in RATES])
for name, row in table.items():
    print(f"{name:9}", *[f"{min(loss, 9.9):7.1f}" for loss in row])

# %% [markdown]
# In this table the best rate for SGD is ten times the best one for Adam.
# Whoever compares optimizers at a single rate lets the one win that the rate happens to suit.
# Nor do the optimizers that scale the step of every parameter (AdaGrad, RMSProp, Adam) spare anyone the choice of a rate.

# %% alt="The horizontal axis is the learning rate, the vertical one the training loss after three epochs. The curve of SGD falls all the way to 0.3, that of momentum is level from 0.1 on. The curves of AdaGrad, RMSProp and Adam are lowest between 0.01 and 0.1 and rise again."
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.5, 3.4))
for name, row in table.items():
    ax.plot(RATES, row, "o-", label=name)
ax.set(xscale="log", ylim=(0, 2.6))
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown]
# The learning rate is on the horizontal axis (logarithmic), the training loss on the vertical one.
# A wide valley means an optimizer that cares little about the rate.
#
# ## Each at a rate that suits it { #best }
#
# Each optimizer now learns for twelve epochs, at the rate that gave it the smallest loss above.

# %%
best = {name: RATES[int(np.argmin(row))] for name, row in table.items()}
trained = {name: train(step, 12, lr=best[name]) for name, step in STEPS.items()}
for name, (params, losses) in trained.items():
    print(
        f"{name:9} {best[name]:5} {losses[0]:.1f} {losses[-1]:.2f} {accuracy(params):.2f}"
    )

# %% [markdown]
# The columns are the learning rate, the training loss after 1 and 12 epochs, and the test accuracy.
# With a rate chosen for each, hardly any difference in accuracy is left.

# %% alt="The horizontal axis is the epoch from 1 to 12, the vertical one the training loss on a logarithmic scale. All five lines fall; momentum, RMSProp and Adam are at the lower end, SGD and AdaGrad at the upper."
fig, ax = plt.subplots(figsize=(4.5, 3.4))
for name, (_, losses) in trained.items():
    ax.plot(range(1, 13), losses, label=name)
ax.set(yscale="log")
_ = ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)

# %% [markdown]
# The epoch is on the horizontal axis, the training loss on the vertical one (logarithmic).
#
# ## A loss a hundred times as large { #scale }
#
# If the loss is measured in another unit, all gradients grow by the same factor.

# %%
for name, step in STEPS.items():
    found = [train(step, 3, scale=scale, lr=best[name])[1][-1] for scale in (1, 100)]
    print(f"{name:9}", *[f"{loss < 1!s:>6}" for loss in found])

# %% [markdown]
# The columns tell whether three epochs brought the loss below 1: first with the loss as it is, then with the loss a hundred times as large.
# For SGD and momentum it is as if the learning rate were a hundred times as large, and they break down.
# The other three, which divide gradients by their size, [feel nothing](momentum-to-adam.md#e42).
#
# ## Weight decay { #decay }
#
# The same $\lambda = 0.1$ serves as the L2 penalty of Adam and as the decay of AdamW; the first line has neither.

# %%
from dlnotes.optimizers import adamw_step

for step, decay in [(adam_step, 0.0), (adam_step, 0.1), (adamw_step, 0.1)]:
    params, losses = train(step, 12, lr=0.01, weight_decay=decay)
    size = np.sqrt(sum(np.sum(W**2) for W in params[::2]))
    print(f"{step.__name__:10} {decay} {size:4.0f} {losses[-1]:.1f} {accuracy(params):.2f}")

# %% [markdown]
# The columns are $\lambda$, the size of the weights, the training loss, and the test accuracy.
# As Adam's L2 penalty, 0.1 is so strong that it keeps the network from learning well.
# In AdamW the same 0.1 shrinks the weights a little and no more.
#
# ## More to try { #more }
#
# - `train(adam_step, 12, lr=0.01, eps=1.0)`: what does Adam become once ε is far larger than the gradients? (Its steps are proportional to them, and it is as slow as SGD with momentum 0.9 at a tenth of its rate, 0.001.)
# - `train(partial(sgd_step, momentum=0.9, nesterov=True), 12, lr=0.1)`: is Nesterov momentum better? (The first losses are smaller; after twelve epochs the two are nearly the same.)
# - `train(rmsprop_step, 3, lr=0.01, alpha=0.9)`: how much shorter is the first step if RMSProp forgets sooner? (It shrinks from 10 to $1/\sqrt{0.1} \approx 3.2$ times the rate.)
