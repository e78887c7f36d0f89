"""The loss of a network on handwritten digits, at every learning rate of a slider."""

from functools import cache, partial

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import sgd_step

WORDS = {
    "ko": {
        "lr": "학습률 η",
        "loss": "열 에폭 뒤의 훈련 손실",
        "right": "훈련 정확도",
        "epoch": "에폭",
        "short": "훈련 손실",
        "last": "열 에폭 뒤",
    },
    "en": {
        "lr": "learning rate η",
        "loss": "training loss after ten epochs",
        "right": "training accuracy",
        "epoch": "epoch",
        "short": "training loss",
        "last": "after ten epochs",
    },
}
SLIDERS = {"lr": [0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 2, 3]}
START = (0.1,)


@cache
def trained(lr):
    """Training loss and accuracy, before training and after each of ten epochs."""
    digits, rng, found = load_digits(), np.random.default_rng(0), []
    X, y = digits.data / 16, digits.target

    def look(epoch, params, history):
        logits, _ = mlp_forward(X, params)
        found.append((cross_entropy(logits, y), (logits.argmax(axis=1) == y).mean()))

    params = init_mlp([64, 32, 10], rng=rng)
    look(0, params, None)
    loss, step = (cross_entropy, cross_entropy_grad), partial(sgd_step, lr=lr)
    run = {"epochs": 10, "batch_size": 64, "rng": rng, "callbacks": [look]}
    mlp_train(X, y, params, step=step, loss=loss, **run)
    return np.array(found).T


def measure(lr):
    loss, right = (values[-1] for values in trained(lr))
    return {"loss": f"{loss:.{1 if loss > 1 else 2}f}", "right": f"{right:.2f}"}


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 3.9))
    rates, epochs = SLIDERS["lr"], range(11)
    last = [trained(lr)[0][-1] for lr in rates]
    below.plot(rates, last, "o-", color="C6", lw=1.2)
    for i, lr in enumerate(rates):
        above.plot(epochs, trained(lr)[0], color="C6", lw=0.6, alpha=0.6)
        above.plot(epochs, trained(lr)[0], "o-", color="C0", gid=f"frame-{i}")
        below.plot(lr, last[i], "o", color="C0", ms=8, gid=f"frame-{i}")
    above.set(ylim=(0, 2.7), xlabel=words["epoch"], ylabel=words["short"])
    below.set(ylim=(0, 2.7), xscale="log", xlabel=words["lr"], ylabel=words["last"])
    below.set_xticks([0.001, 0.01, 0.1, 1], ["0.001", "0.01", "0.1", "1"])
    below.minorticks_off()
    return fig
