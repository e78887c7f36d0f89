"""One weight of each of eight hidden units, learning from equal and from drawn starts."""

import functools

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.initializers import constant, xavier_normal
from dlnotes.losses import mse_loss_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward
from dlnotes.optimizers import sgd_step

WORDS = {
    "ko": {
        "equal": "모두 0.5",
        "drawn": "Xavier",
        "step": "갱신",
        "weight": "가중치 w₁₁, …, w₈₁",
    },
    "en": {
        "equal": "all 0.5",
        "drawn": "Xavier",
        "step": "update",
        "weight": "w₁₁, …, w₈₁",
    },
}


@functools.cache
def path(init):
    """First weight of every hidden unit, after each update."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(64, 3))
    y = np.sin(2 * X[:, :1])
    params, state, seen = init_mlp([3, 8, 1], rng=rng, init=init), None, []
    for _ in range(300):
        seen.append(params[0][:, 0])
        out, cache = mlp_forward(X, params, activation="tanh")
        grads = mlp_backward(mse_loss_grad(out, y), params, cache)
        params, state = sgd_step(params, grads, state, lr=0.1)
    return np.array(seen)


def equal(shape, *, rng):
    return constant(shape, value=0.5)


def figure(words):
    fig, axes = plt.subplots(1, 2, figsize=(4.5, 2.7), sharex=True, sharey=True)
    for axis, init, title in [
        (axes[0], equal, words["equal"]),
        (axes[1], xavier_normal, words["drawn"]),
    ]:
        weights = path(init)[::10]
        for unit in range(8):
            axis.plot(np.arange(0, 300, 10), weights[:, unit], color=f"C{unit % 6}", lw=1.4)
        axis.set(title=title, xlabel=words["step"], xticks=[0, 150, 300])
    axes[0].set_ylabel(words["weight"])
    return fig
