"""Adam with the L2 penalty and AdamW on the digits: the size of the weights."""

import functools

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.losses import cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward
from dlnotes.optimizers import adam_step, adamw_step

WORDS = {
    "ko": {"epoch": "에폭", "norm": "가중치의 크기", "l2": "Adam + L2"},
    "en": {"epoch": "epoch", "norm": "size of the weights", "l2": "Adam + L2"},
}
digits = load_digits()
X, y = digits.data / 16, digits.target


@functools.cache
def norms(step, weight_decay):
    """The norm of all weights after every epoch."""
    params, state = init_mlp([64, 32, 10], rng=np.random.default_rng(0)), None
    rng, found = np.random.default_rng(1), []
    for _ in range(31):
        found.append(np.sqrt(sum(np.sum(W**2) for W in params[::2])))
        for batch in np.array_split(rng.permutation(len(X)), 18):
            logits, cache = mlp_forward(X[batch], params)
            grads = mlp_backward(cross_entropy_grad(logits, y[batch]), params, cache)
            params, state = step(params, grads, state, lr=0.01, weight_decay=weight_decay)
    return found


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3.6))
    axis.plot(norms(adam_step, 0.0), color="C6", label="Adam")
    for decay, style in [(0.01, "-"), (0.1, "--")]:
        axis.plot(
            norms(adam_step, decay), style, color="C1", label=f"{words['l2']}, λ = {decay}"
        )
        axis.plot(norms(adamw_step, decay), style, color="C0", label=f"AdamW, λ = {decay}")
    axis.set(xlabel=words["epoch"], ylabel=words["norm"], ylim=(0, None))
    fig.legend(loc="outside upper center", ncols=2)
    return fig
