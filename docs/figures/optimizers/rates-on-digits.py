"""The loss on the digits after five epochs at each rate, and along one range test."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward
from dlnotes.optimizers import sgd_step

WORDS = {
    "ko": {"lr": "학습률", "after": "다섯 에폭 뒤의 손실", "test": "미니배치의 손실"},
    "en": {"lr": "learning rate", "after": "loss after five epochs", "test": "batch loss"},
}
RATES = [1e-3, 1e-2, 0.03, 0.1, 0.3, 1, 2, 3, 10]
digits = load_digits()
X, y = digits.data / 16, digits.target


def train(rates):
    """A network and its losses, one rate per update."""
    params, state = init_mlp([64, 32, 10], rng=np.random.default_rng(0)), None
    rng, losses = np.random.default_rng(1), []
    for start in range(0, len(rates), 36):
        batches = np.array_split(rng.permutation(len(X)), 36)
        for batch, lr in zip(batches, rates[start : start + 36], strict=False):
            logits, cache = mlp_forward(X[batch], params)
            losses.append(cross_entropy(logits, y[batch]))
            grads = mlp_backward(cross_entropy_grad(logits, y[batch]), params, cache)
            params, state = sgd_step(params, grads, state, lr=lr)
    return params, np.array(losses)


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.6), sharex=True)
    after = [cross_entropy(mlp_forward(X, train([lr] * 180)[0])[0], y) for lr in RATES]
    above.plot(RATES, after, "o-")
    above.axhline(np.log(10), color="C7", lw=0.8, ls=":")
    above.text(10, 2.2, "log 10", ha="right", va="top")
    above.set(ylabel=words["after"], ylim=(0, 3.2))
    rates = np.geomspace(1e-3, 10, 144)
    _, losses = train(rates)
    smooth = np.convolve(losses, np.ones(5) / 5, "valid")
    below.plot(rates[2:-2], smooth, color="C1")
    below.axhline(np.log(10), color="C7", lw=0.8, ls=":")
    below.set(xscale="log", xlabel=words["lr"], ylabel=words["test"], ylim=(0, 3.2))
    below.set_xticks([1e-3, 0.01, 0.1, 1, 10], ["0.001", "0.01", "0.1", "1", "10"])
    below.minorticks_off()
    return fig
