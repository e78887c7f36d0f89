"""The loss of a network on digits, before training and after each epoch."""

from functools import partial

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import sgd_step

WORDS = {
    "ko": {
        "epoch": "에폭",
        "loss": "교차 엔트로피",
        "right": "바른 레이블",
        "mixed": "뒤섞은 레이블",
        "guess": "log 10",
    },
    "en": {
        "epoch": "epoch",
        "loss": "cross-entropy",
        "right": "right labels",
        "mixed": "shuffled labels",
        "guess": "log 10",
    },
}
EPOCHS = 15


def losses(X, y):
    """The loss before training and after each epoch."""
    start = init_mlp([64, 32, 10], rng=np.random.default_rng(0))
    _, history = mlp_train(
        X,
        y,
        start,
        step=partial(sgd_step, lr=0.1),
        loss=(cross_entropy, cross_entropy_grad),
        epochs=EPOCHS,
        batch_size=32,
        rng=np.random.default_rng(0),
        val=(X, y),
    )
    return [float(cross_entropy(mlp_forward(X, start)[0], y)), *history.val_loss]


def cases():
    digits, y = load_digits(return_X_y=True)
    digits, y = digits[:900] / 16, y[:900]
    mixed = np.random.default_rng(1).permutation(y)
    return {
        "right": losses(digits, y),
        "mixed": losses(digits, mixed),
    }


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3))
    at = {"right": (4, 0.75), "mixed": (8, 2.05)}
    for style, (name, curve) in zip(("-", "--"), cases().items(), strict=True):
        (line,) = axis.plot(curve, style, marker="o", markersize=2.5)
        axis.text(*at[name], words[name], color=line.get_color())
    axis.axhline(np.log(10), color="C6", linewidth=1)
    axis.text(EPOCHS, 2.35, words["guess"], ha="right", va="bottom", color="C6")
    axis.set(xlabel=words["epoch"], ylabel=words["loss"], ylim=(0, 2.7))
    return fig
