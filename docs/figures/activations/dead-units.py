"""How many units die, and what is still learnt, as the learning rate grows."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.activations import (
    dead_relu_fraction,
    leaky_relu,
    leaky_relu_grad,
    relu,
    relu_grad,
    softmax,
)

WORDS = {
    "ko": {
        "lr": "학습률",
        "dead": "늘 0 이하인 유닛",
        "right": "정확도",
        "leaky": "리키 렐루",
    },
    "en": {
        "lr": "learning rate",
        "dead": "never positive",
        "right": "accuracy",
        "leaky": "Leaky ReLU",
    },
}
RATES = [0.03, 0.1, 0.3, 1, 2, 3, 5, 10]


@cache
def train(f, f_grad, lr):
    """Ten epochs of the network on the page: the share of dead units, and the accuracy."""
    digits = load_digits()
    X, Y = digits.data / 16, np.eye(10)[digits.target]
    rng = np.random.default_rng(0)
    W1, b1 = rng.normal(size=(64, 100)) * np.sqrt(2 / 64), np.zeros(100)
    W2, b2 = rng.normal(size=(100, 10)) * np.sqrt(1 / 100), np.zeros(10)
    for _ in range(10):
        for batch in np.array_split(rng.permutation(len(X)), 18):
            z = X[batch] @ W1 + b1
            a = f(z)
            error = (softmax(a @ W2 + b2) - Y[batch]) / len(batch)
            back = error @ W2.T * f_grad(z)
            W2, b2 = W2 - lr * a.T @ error, b2 - lr * error.sum(axis=0)
            W1, b1 = W1 - lr * X[batch].T @ back, b1 - lr * back.sum(axis=0)
    z = X @ W1 + b1
    return dead_relu_fraction(z), ((f(z) @ W2 + b2).argmax(axis=1) == digits.target).mean()


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.2), sharex=True)
    for name, f, f_grad, mark in [
        ("ReLU", relu, relu_grad, "o-"),
        (words["leaky"], leaky_relu, leaky_relu_grad, "s--"),
    ]:
        dead, right = zip(*[train(f, f_grad, lr) for lr in RATES], strict=True)
        above.plot(RATES, dead, mark, label=name)
        below.plot(RATES, right, mark)
    above.set(ylabel=words["dead"], ylim=(-0.05, 1.05))
    above.legend(loc="center left")
    below.set(ylabel=words["right"], ylim=(-0.05, 1.05), xlabel=words["lr"], xscale="log")
    below.set_xticks([0.03, 0.1, 0.3, 1, 3, 10], ["0.03", "0.1", "0.3", "1", "3", "10"])
    below.minorticks_off()
    return fig
