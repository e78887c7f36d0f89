"""The loss of mini-batches while the learning rate grows with every update."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward
from dlnotes.optimizers import sgd_step

WORDS = {
    "ko": {"lr": "학습률", "loss": "미니배치의 손실"},
    "en": {"lr": "learning rate", "loss": "batch loss"},
}
RATES = np.geomspace(1e-3, 10, 144)


def losses():
    """The loss of each mini-batch of four epochs, before its update."""
    digits = load_digits()
    X, y = digits.data / 16, digits.target
    params, state = init_mlp([64, 32, 10], rng=np.random.default_rng(0)), None
    rng, found = np.random.default_rng(1), []
    batches = [b for _ in range(4) for b in np.array_split(rng.permutation(len(X)), 36)]
    for batch, lr in zip(batches, RATES, strict=True):
        logits, cache = mlp_forward(X[batch], params)
        found.append(cross_entropy(logits, y[batch]))
        grads = mlp_backward(cross_entropy_grad(logits, y[batch]), params, cache)
        params, state = sgd_step(params, grads, state, lr=lr)
    return np.array(found)


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.8))
    smooth = np.convolve(losses(), np.ones(5) / 5, "valid")
    axis.plot(RATES[2:-2], smooth, color="C0")
    axis.axhline(np.log(10), color="C7", lw=0.8, ls=":")
    axis.text(1.1e-3, 2.2, "log 10", va="top")
    axis.set(xscale="log", xlabel=words["lr"], ylabel=words["loss"], ylim=(0, 3.5))
    axis.set_xticks([1e-3, 0.01, 0.1, 1, 10], ["0.001", "0.01", "0.1", "1", "10"])
    axis.minorticks_off()
    return fig
