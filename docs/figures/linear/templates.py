"""The ten templates that softmax regression learns from handwritten digits."""

import matplotlib.pyplot as plt
from sklearn.datasets import load_digits

from dlnotes.linear import softmax_regression_fit


def figure():
    X, y = load_digits(return_X_y=True)
    W, _ = softmax_regression_fit(X[:900] / 16, y[:900], penalty=0.01)
    limit = abs(W).max()
    fig, axes = plt.subplots(2, 5, figsize=(4.5, 2.1))
    for k, axis in enumerate(axes.flat):
        axis.imshow(W[k].reshape(8, 8), cmap="RdBu_r", vmin=-limit, vmax=limit)
        axis.set(xticks=[], yticks=[])
        axis.set_title(f"{k}", fontsize=9)
        axis.grid(visible=False)
    return fig
