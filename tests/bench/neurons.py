"""Neurons: dlnotes, and the lines that anyone would write in their place."""

from functools import partial

import numpy as np

from dlnotes import neurons as m


def fit(x, y):
    w, b, mistakes = np.zeros_like(x[0]), 0.0, 0
    for row, label in zip(x, y, strict=True):
        error = label - (row @ w + b >= 0)
        if error:
            w, b, mistakes = w + error * row, b + error, mistakes + 1
    return w, b, mistakes


def bound(x, y, w, b):
    margin = ((2 * y - 1) * (x @ w + b)).min() / np.sqrt(w @ w + b * b)
    return ((x**2).sum(axis=1).max() + 1) / margin**2


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    w, bits = x[0], (x > 0).astype(x.dtype)
    y = (x @ w + 0.5 >= 0).astype(x.dtype)
    yield "mcp_neuron", [partial(m.mcp_neuron, bits, w, 1.0), lambda: (bits @ w >= 1) * 1.0]
    predict = [partial(m.perceptron_predict, x, w, 0.5), lambda: (x @ w + 0.5 >= 0) * 1.0]
    yield "perceptron_predict", predict
    update = partial(m.perceptron_update, x[1], 1.0, w, 0.5)
    yield "perceptron_update", [update, lambda: w + (1 - (x[1] @ w + 0.5 >= 0)) * x[1]]
    yield (
        "perceptron_fit",
        [partial(m.perceptron_fit, x, y, max_epochs=1), partial(fit, x, y)],
    )
    mistakes = [partial(f, x, y, w, 0.5) for f in (m.perceptron_mistake_bound, bound)]
    yield "perceptron_mistake_bound", mistakes
