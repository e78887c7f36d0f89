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
# # Lab: a tiny autodiff { #lab }
#
# An engine for automatic differentiation is built in some twenty lines.
# Then `dlnotes.autodiff.Value` learns XOR, and the gradients of a network that classifies handwritten digits are checked.
# This page is a notebook; the button at the top right downloads it.
# All it needs is `dlnotes`, scikit-learn and Matplotlib, and it runs in a few seconds.

# %% [markdown]
# ## The engine { #engine }
#
# A `Number` wraps one number and notes down the parts that it was made from, and the derivative with respect to each.
# It also gets a serial number in the order of making.
# Parts are always made before their result, so going from high to low is [the way back](backpropagation.md#value).

# %%
import itertools
import math

made = itertools.count()


class Number:
    def __init__(self, data, parts=()):
        self.data, self.parts, self.grad = data, parts, 0.0
        self.born = next(made)

    def __add__(self, other):
        return Number(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Number(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = math.tanh(self.data)
        return Number(t, [(self, 1 - t * t)])

    def backward(self):
        found, waiting = {self}, [self]
        while waiting:
            for part, _ in waiting.pop().parts:
                if part not in found:
                    found.add(part)
                    waiting.append(part)
        self.grad = 1.0
        for number in sorted(found, key=lambda n: n.born, reverse=True):
            for part, slope in number.parts:
                part.grad += number.grad * slope


# %% [markdown]
# Compare it with `Value` and with a numerical gradient.
# The function uses $a$ three times, which shows whether gradients are added or overwritten.

# %%
import numpy as np

from dlnotes.autodiff import Value, numerical_gradient


def f(a, b):
    return (a * b + a).tanh() * a


for kind in (Number, Value):
    a, b = kind(0.5), kind(-2.0)
    f(a, b).backward()
    print(f"{kind.__name__:9}", round(a.grad, 6), round(b.grad, 6))

measured = numerical_gradient(lambda x: f(*map(Number, x)).data, [0.5, -2.0])
print("numerical", *np.round(measured, 6).tolist())

# %% [markdown]
# All three agree.
# `Value` can also subtract, divide, raise to powers and apply some functions, but it does no more than this.
#
# ## XOR { #xor }
#
# XOR is 1 only where its two inputs differ; no straight line separates that, so it takes a hidden layer.
# Four hidden units with tanh are trained, with 17 `Value`s as the parameters.
# NumPy multiplies arrays of `Value` like any other matrices.
# At each iteration `grad` is set back to 0, backpropagation fills it, and each parameter moves a little against its gradient.

# %%
X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
T = [0.0, 1.0, 1.0, 0.0]

rng = np.random.default_rng(0)
W, b, v = (np.vectorize(Value)(rng.normal(size=n)) for n in [(4, 2), 4, 4])
c = Value(0.0)
params = [*W.ravel(), *b, *v, c]


def net(x):
    return v @ [z.tanh() for z in W @ x + b] + c


losses = []
for _ in range(300):
    loss = sum((net(x) - t) ** 2 for x, t in zip(X, T, strict=True)) / 4
    for p in params:
        p.grad = 0.0
    loss.backward()
    for p in params:
        p.data -= 0.2 * p.grad
    losses.append(loss.data)

print(len(params), len(loss.graph()))
print(round(losses[0], 2), round(losses[-1], 2))
print([round(net(x).data, 1) + 0.0 for x in X])

# %% [markdown]
# The first line is the number of parameters and the number of boxes that one loss takes.
# The second line is the first and the last loss, the third the output for the four inputs.

# %% alt="The horizontal axis is the iteration from 0 to 300, the vertical one the loss on a logarithmic scale. The loss jumps up for a moment, falls, stays flat for a while, and from about 100 on falls along a straight line to less than a ten-millionth."
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.5, 2.6))
_ = ax.semilogy(losses)

# %% [markdown]
# Horizontal: iteration; vertical: loss, on a logarithmic scale.

# %% alt="The plane of the two inputs, coloured by the output of the network. A light band close to 1 runs from the upper left to the lower right, with the two white points on it. To both sides it grows darker, and there lie the two black points."
side = np.linspace(-0.5, 1.5, 25)
image = [[net(np.array([x1, x2])).data for x1 in side] for x2 in side]

fig, ax = plt.subplots(figsize=(4.5, 3.6))
shown = ax.contourf(side, side, image, levels=np.linspace(-0.75, 1.75, 11), extend="both")
ax.scatter(*X.T, c=T, cmap="gray", edgecolor="red", s=60)
_ = fig.colorbar(shown)

# %% [markdown]
# Black points are inputs that should give 0, white points 1.
# The colour is the output of the network.
# The hidden layer has cut the plane into slanted bands.
#
# ## Checking the gradients of a network { #check }
#
# The gradients of a network that classifies 300 handwritten digits are written in two ways.
# `right` is `mlp_backward`; `wrong` forgets the factor $\mathbb{1}[z > 0]$ on the way back through the ReLU.
# A [gradient check](backpropagation.md#gradient-check) looks at each array of parameters.

# %%
from sklearn.datasets import load_digits

from dlnotes.autodiff import gradient_check
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward

images, labels = load_digits(return_X_y=True)
D, y = images[:300] / 16, labels[:300]
start = init_mlp([64, 16, 10], rng=np.random.default_rng(0))


def right(params):
    logits, cache = mlp_forward(D, params)
    return mlp_backward(cross_entropy_grad(logits, y), params, cache)


def wrong(params):
    logits, cache = mlp_forward(D, params)
    delta = cross_entropy_grad(logits, y)
    back = delta @ params[2]
    return [back.T @ D, back.sum(axis=0), delta.T @ cache.outputs[1], delta.sum(axis=0)]


for i, name in enumerate(["W1", "b1", "W2", "b2"]):

    def loss_of(p, i=i):
        return cross_entropy(mlp_forward(D, [*start[:i], p, *start[i + 1 :]])[0], y)

    errors = [
        gradient_check(loss_of, grads(start)[i], start[i]) for grads in (right, wrong)
    ]
    print(name, start[i].size, [error < 1e-6 for error in errors])

# %% [markdown]
# The columns are the name, the number of parameters, and whether each of the two gradients passes.
# The mistake shows in the hidden layer only.
# The gradients of the output layer are found before the way back through the ReLU.
#
# ## A wrong gradient lowers the loss too { #wrong }
#
# Both gradients train the same network in the same way.

# %% alt="The horizontal axis is the iteration from 0 to 200, the vertical one the loss. Both lines start at 2.4 and keep falling, right to below 0.1, wrong more slowly to about 0.6."
fig, ax = plt.subplots(figsize=(4.5, 2.8))
for grads, style in [(right, "-"), (wrong, "--")]:
    params, losses = start, []
    for _ in range(200):
        losses.append(cross_entropy(mlp_forward(D, params)[0], y))
        params = [p - 0.3 * g for p, g in zip(params, grads(params), strict=True)]
    ax.plot(losses, style, label=grads.__name__)
    print(grads.__name__, [round(float(losses[i]), 1) for i in (0, 20, 199)])
_ = ax.legend()

# %% [markdown]
# Horizontal: iteration; vertical: loss.
# The wrong gradient keeps lowering the loss as well.
# The curve of the loss alone does not give the mistake away.
# Anyone who finds learning slow and blames the learning rate alone will never find it.
#
# Why was the wrong gradient of use at all?
# That of the output layer is right, and that of the hidden layer does not point in a very different direction.
# Below is the cosine of the angle between the two at the first iteration: 1 for the same direction, 0 at right angles.

# %%
ours, theirs = right(start)[0], wrong(start)[0]
cosine = np.sum(ours * theirs) / np.linalg.norm(ours) / np.linalg.norm(theirs)
print(round(float(cosine), 1))

# %% [markdown]
# ## More to try { #more }
#
# - Write `=` for `+=` in `Number.backward`: what goes wrong? (Only the gradient of $a$ in the second cell; $b$ is used once.)
# - Give `Number` a `relu`. (Two lines; the derivative is 1 or 0.)
# - Can a single hidden unit learn XOR? (No: its output changes in one direction only, which cannot separate the four points.)
# - In `wrong`, use `-delta` in place of `delta` for the hidden layer: what happens? (The hidden layer moves along its gradient, and the loss explodes.)
