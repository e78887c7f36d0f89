"""Two kinds of iris by their petals, and lines of equal probability."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris

from dlnotes.activations import sigmoid
from dlnotes.linear import logistic_regression_fit

WORDS = {
    "ko": {"x": "꽃잎의 길이 (cm)", "y": "꽃잎의 너비 (cm)"},
    "en": {"x": "length of the petals (cm)", "y": "width of the petals (cm)"},
}


def figure(words):
    X, y = load_iris(return_X_y=True)
    X, y = X[50:, 2:], y[50:] - 1
    w, b = logistic_regression_fit(X[::2], y[::2], penalty=0.001)
    x1, x2 = np.meshgrid(np.linspace(2.8, 7.2, 89), np.linspace(0.8, 2.7, 77))
    q = sigmoid(np.stack([x1, x2], axis=-1) @ w + b)
    fig, axis = plt.subplots(figsize=(4.5, 3))
    levels = [0.1, 0.5, 0.9]
    axis.contour(x1, x2, q, levels=levels, colors="C7", linewidths=1)
    for level in levels:
        low = (np.log(level / (1 - level)) - b - 0.95 * w[1]) / w[0]
        axis.text(low + 0.08, 0.95, f"{level}")
    for k, mark in enumerate("so"):
        axis.plot(*X[1::2][y[1::2] == k].T, mark, color=f"C{k}", alpha=0.8)
    axis.set(xlabel=words["x"], ylabel=words["y"])
    return fig
