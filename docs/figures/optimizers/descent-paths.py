"""Thirty updates with the whole data, with sixteen samples and with one, on one contour."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import scale

from dlnotes.optimizers import batch_iterator, squared_error_gradients

START, UPDATES, RATE = np.array([-0.6, -0.9]), 30, 0.05


def path(X, y, size):
    """The weights after every update."""
    rng, visited = np.random.default_rng(0), [START]
    while len(visited) <= UPDATES:
        for batch in batch_iterator(len(y), size, rng=rng):
            g = squared_error_gradients(X[batch], y[batch], visited[-1]).mean(axis=0)
            visited.append(visited[-1] - RATE * g)
    return np.array(visited[: UPDATES + 1])


def figure():
    data = load_diabetes()
    X, y = scale(data.data[:, [2, 8]]), scale(data.target)
    fig, axis = plt.subplots(figsize=(4.5, 4.2))
    u, v = np.meshgrid(np.linspace(-0.9, 0.9, 25), np.linspace(-1.05, 0.75, 25))
    errors = np.stack([u, v], axis=-1) @ X.T - y
    levels = [0.6, 0.8, 1.2, 1.8, 2.6, 3.6]
    axis.contour(u, v, (errors**2).mean(axis=-1), levels, colors="C6", linewidths=0.6)
    for size, colour, width in [(1, "C1", 1.2), (16, "C2", 1.6), (len(y), "C0", 1.6)]:
        label = "B = N" if size == len(y) else f"B = {size}"
        axis.plot(*path(X, y, size).T, color=colour, lw=width, label=label)
    best = np.linalg.lstsq(X, y)[0]
    axis.plot(*START, "o", color="C7")
    axis.plot(*best, "*", color="C7", ms=11, zorder=5)
    axis.set(xlabel="w₁", ylabel="w₂", aspect="equal")
    axis.set(xticks=[-0.5, 0, 0.5], yticks=[-1, -0.5, 0, 0.5])
    axis.grid(visible=False)
    axis.legend(
        loc="upper left", frameon=True, framealpha=1, facecolor="C8", edgecolor="none"
    )
    return fig
