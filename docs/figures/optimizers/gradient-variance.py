"""Variance of a mini-batch's gradient: the formula, and batches that were drawn."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import scale

from dlnotes.optimizers import minibatch_variance, squared_error_gradients

WORDS = {
    "ko": {
        "size": "배치 크기 B",
        "variance": "기울기의 분산",
        "with": "복원 추출: V₁/B",
        "without": "비복원 추출",
        "drawn": "뽑아서 잰 값",
    },
    "en": {
        "size": "batch size B",
        "variance": "variance of the gradient",
        "with": "with replacement: V₁/B",
        "without": "without replacement",
        "drawn": "measured on drawn batches",
    },
}


def figure(words):
    data = load_diabetes()
    X, y = scale(data.data[:, [2, 8]]), scale(data.target)
    g = squared_error_gradients(X, y, np.zeros(2))
    sizes = np.array([1, 2, 4, 8, 16, 32, 64, 128, 200, 256, 320, 370, 400, 420, 435, 441])
    rng = np.random.default_rng(0)
    fig, axis = plt.subplots(figsize=(4.5, 3.2))
    axis.plot(
        [1, 442],
        [minibatch_variance(g, int(B), replace=True) for B in (1, 442)],
        "--",
        label=words["with"],
    )
    axis.plot(sizes, [minibatch_variance(g, int(B)) for B in sizes], label=words["without"])
    for B in (1, 4, 16, 64, 256):
        means = [g[rng.permutation(442)[:B]].mean(axis=0) for _ in range(1000)]
        measured = np.mean(np.sum((means - g.mean(axis=0)) ** 2, axis=1))
        axis.plot(B, measured, "o", color="C7", label=words["drawn"] if B == 1 else None)
    axis.set(xscale="log", yscale="log", xlabel=words["size"], ylabel=words["variance"])
    axis.set_xticks([1, 4, 16, 64, 256], ["1", "4", "16", "64", "256"])
    axis.set_yticks([0.001, 0.01, 0.1, 1, 10], ["0.001", "0.01", "0.1", "1", "10"])
    axis.minorticks_off()
    axis.set_ylim(1e-4, 20)
    axis.legend(loc="lower left")
    return fig
