"""The same three trainings, counted in updates and counted in epochs."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import scale

from dlnotes.optimizers import batch_iterator, num_iterations, squared_error_gradients

WORDS = {
    "ko": {"updates": "갱신 횟수", "epochs": "에폭", "loss": "최솟값과의 차이"},
    "en": {"updates": "updates", "epochs": "epochs", "loss": "above the minimum"},
}
EPOCHS, RATE, SHOWN = 20, 0.05, 45
data = load_diabetes()
X, y = scale(data.data[:, [2, 8]]), scale(data.target)


@cache
def train(size):
    """Updates that are shown, and the loss above the lowest after each of them."""
    best = np.linalg.lstsq(X, y)[0]
    total = num_iterations(len(y), size, epochs=EPOCHS)
    shown = set(np.unique(np.geomspace(1, total, SHOWN).astype(int)))
    shown |= set(np.linspace(1, total, SHOWN).astype(int))
    rng, w, t, found = np.random.default_rng(0), np.array([-0.6, -0.9]), 0, []
    for _ in range(EPOCHS):
        for batch in batch_iterator(len(y), size, rng=rng):
            w = w - RATE * squared_error_gradients(X[batch], y[batch], w).mean(axis=0)
            t += 1
            if t in shown:
                found.append((t, ((X @ w - y) ** 2).mean() - ((X @ best - y) ** 2).mean()))
    return np.array(found).T


def figure(words):
    fig, (left, right) = plt.subplots(1, 2, figsize=(4.5, 3.0), sharey=True)
    for size, colour in [(1, "C1"), (16, "C2"), (len(y), "C0")]:
        updates, loss = train(size)
        label = "B = N" if size == len(y) else f"B = {size}"
        left.plot(updates, loss, color=colour, lw=1.3, label=label)
        epochs = updates / num_iterations(len(y), size)
        right.plot(epochs, loss, color=colour, lw=1.3)
    left.set(xscale="log", yscale="log", xlabel=words["updates"], ylabel=words["loss"])
    left.set_xticks([1, 100, 10000], ["1", "100", "10000"])
    left.set_yticks([0.001, 0.01, 0.1, 1], ["0.001", "0.01", "0.1", "1"])
    left.minorticks_off()
    left.set_ylim(3e-4, 6)
    left.legend(loc="lower left")
    right.set(xlabel=words["epochs"], xticks=[0, 5, 10, 15, 20])
    return fig
