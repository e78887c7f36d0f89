"""Loss on the data that is trained on, and on data that is not, epoch by epoch."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import PolynomialFeatures, scale

from dlnotes.optimizers import batch_iterator, squared_error_gradients

WORDS = {
    "ko": {"epoch": "에폭", "loss": "손실", "training": "훈련", "validation": "검증"},
    "en": {
        "epoch": "epoch",
        "loss": "loss",
        "training": "training",
        "validation": "validation",
    },
}


def losses():
    """Training and validation loss of the run on the page, after every epoch."""
    data = load_diabetes()
    X = scale(PolynomialFeatures(2, include_bias=False).fit_transform(scale(data.data)))
    X_train, X_val, y_train, y_val = train_test_split(
        X, scale(data.target), train_size=103, random_state=0
    )
    rng, w, found = np.random.default_rng(0), np.zeros(X.shape[1]), []
    for _ in range(60):
        for batch in batch_iterator(103, 10, rng=rng):
            g = squared_error_gradients(X_train[batch], y_train[batch], w)
            w = w - 0.01 * g.mean(axis=0)
        errors = X_train @ w - y_train, X_val @ w - y_val
        found.append([(e**2).mean() for e in errors])
    return np.array(found).T


def figure(words):
    training, validation = losses()
    epochs = np.arange(1, 61)
    fig, axis = plt.subplots(figsize=(4.5, 3.0))
    axis.plot(epochs, validation, color="C1", label=words["validation"])
    axis.plot(epochs, training, color="C0", label=words["training"])
    lowest = validation.argmin()
    axis.plot(epochs[lowest], validation[lowest], "o", color="C1")
    axis.set(xlabel=words["epoch"], ylabel=words["loss"], ylim=(0, 1))
    axis.set(xticks=[1, 20, 40, 60], yticks=[0, 0.5, 1])
    axis.legend(loc="center right")
    return fig
