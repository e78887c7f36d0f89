"""A network that learns digits with wrong labels among them, stopped by more patience."""

from functools import cache, partial

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import adam_step
from dlnotes.regularization import early_stopping

WORDS = {
    "ko": {
        "patience": "참을 횟수",
        "stop": "멈춘 에폭",
        "best": "되돌아간 에폭",
        "loss": "그때의 검증 손실",
        "accuracy": "그때의 시험 정확도",
        "epoch": "에폭",
        "y": "손실",
        "train": "훈련",
        "val": "검증",
    },
    "en": {
        "patience": "patience",
        "stop": "epoch of the stop",
        "best": "epoch to go back to",
        "loss": "validation loss there",
        "accuracy": "test accuracy there",
        "epoch": "epoch",
        "y": "loss",
        "train": "training",
        "val": "validation",
    },
}
SLIDERS = {"patience": [1, 2, 3, 5, 8, 13, 21, 32]}
START = (3,)
EPOCHS, SEED = 40, 2


@cache
def run():
    """The losses after each epoch, and the test accuracies."""
    X, y = load_digits(return_X_y=True)
    rng = np.random.default_rng(SEED)
    order = rng.permutation(len(X))
    train, val, test = np.split(order, [200, 300])
    labels, wrong, right = y.copy(), rng.random(len(X)) < 0.3, []
    wrong[test] = False
    labels[wrong] = rng.integers(0, 10, wrong.sum())

    def look(epoch, params, history):
        said = mlp_forward(X[test] / 16, params)[0].argmax(axis=1)
        right.append(np.mean(said == y[test]))

    _, history = mlp_train(
        X[train] / 16,
        labels[train],
        init_mlp([64, 32, 10], rng=rng),
        step=partial(adam_step, lr=0.02),
        loss=(cross_entropy, cross_entropy_grad),
        epochs=EPOCHS,
        batch_size=50,
        rng=rng,
        val=(X[val] / 16, labels[val]),
        callbacks=[look],
    )
    return history.loss, history.val_loss, right


@cache
def ends(patience):
    """The epoch at which training stops, and that of the lowest loss by then."""
    state = None
    for epoch, loss in enumerate(run()[1], start=1):
        stop, state = early_stopping(loss, state, patience=patience)
        if stop:
            return epoch, epoch - state.bad
    raise ValueError("training does not stop")


def measure(patience):
    _, val, right = run()
    stop, best = ends(patience)
    return {
        "stop": f"{stop}",
        "best": f"{best}",
        "loss": f"{val[best - 1]:.2f}",
        "accuracy": f"{right[best - 1]:.2f}",
    }


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.8))
    train, val, _ = run()
    epochs = np.arange(1, EPOCHS + 1)
    ax.plot(epochs, train, "--", color="C6", lw=1)
    ax.plot(epochs, val, color="C6", lw=1)
    ax.annotate(words["train"], (30, train[29]), (30, train[29] + 0.12), color="C6")
    ax.annotate(words["val"], (30, val[29]), (28, val[29] - 0.35), color="C6")
    for i, patience in enumerate(SLIDERS["patience"]):
        stop, best = ends(patience)
        gid = f"frame-{i}"
        ax.plot(epochs[:stop], val[:stop], color="C0", lw=2.5, gid=gid)
        ax.axvline(stop, color="C0", lw=1, gid=gid)
        ax.plot(best, val[best - 1], "o", color="C1", ms=8, gid=gid)
    ax.set(xlabel=words["epoch"], ylabel=words["y"], xlim=(0, EPOCHS + 1), ylim=(0, None))
    return fig
