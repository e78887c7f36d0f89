"""Lines through iris petals under three losses, eight widths written down tenfold."""

from functools import partial

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris

from dlnotes.losses import huber_loss_grad, l1_loss_grad, mse_loss_grad

WORDS = {
    "ko": {"length": "꽃잎 길이 (cm)", "width": "기록한 너비", "both": "MAE, 후버"},
    "en": {"length": "petal length (cm)", "width": "width noted", "both": "MAE, Huber"},
}


def fit(x, y, grad, steps=2000, lr=0.05):
    """The line of the page, by gradient descent."""
    w, b = 0.0, 0.0
    for step in range(steps):
        slopes = grad(w * x + b, y)
        rate = lr * (1 - step / steps)
        w, b = w - rate * (slopes @ x), b - rate * slopes.sum()
    return w, b


def figure(words):
    data = load_iris().data
    x, y = data[:, 2], data[:, 3].copy()
    y[-8:] *= 10
    points = np.unique(np.stack([x, y]), axis=1)  # many flowers share their numbers
    fig, axis = plt.subplots(figsize=(4.5, 3.2))
    # a dot is a very short line, and all of them are one path
    end = points + [[0.01], [0]]
    dots = np.stack([points, end, np.full_like(points, np.nan)], axis=2).reshape(2, -1)
    axis.plot(*dots, color="C6", linewidth=3.5, solid_capstyle="round")
    ends = np.array([1.0, 7.0])
    for i, (grad, style) in enumerate(
        [
            (mse_loss_grad, "-"),
            (l1_loss_grad, "-"),
            (partial(huber_loss_grad, delta=0.5), "--"),
        ]
    ):
        w, b = fit(x, y, grad)
        axis.plot(ends, w * ends + b, style, color=f"C{i}")
    axis.text(6.9, 6.2, "MSE", color="C0", ha="right")
    axis.text(6.9, 0.2, words["both"], color="C1", ha="right", va="top")
    axis.set(xlabel=words["length"], ylabel=words["width"], ylim=(-2.5, 26))
    return fig
