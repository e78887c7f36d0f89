"""Four steps of gradient descent on the loss of one weight, with the first tangent."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import gradient_descent

WORDS = {"ko": {"loss": "손실"}, "en": {"loss": "loss"}}


def loss(w):
    """The mean squared error on the samples (1, 2) and (2, 3)."""
    return ((w - 2) ** 2 + (2 * w - 3) ** 2) / 2


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.9))
    w = np.linspace(-0.25, 2.7, 50)
    axis.plot(w, loss(w), color="C6", lw=1.2)
    path = gradient_descent(lambda w: 5 * w - 8, 0.0, lr=0.1, steps=3)
    axis.plot([-0.15, 0.45], 6.5 - 8 * np.array([-0.15, 0.45]), "--", color="C1", lw=1.2)
    axis.plot(path, loss(path), "o-", color="C0", lw=1.2)
    for place in path[:3]:
        label = f"{place:g}, {loss(place):g}"
        axis.text(place + 0.09, loss(place) + 0.1, label, color="C0")
    axis.text(0.38, 2.6, "g = −8", color="C1", ha="right")
    axis.plot(1.6, loss(1.6), "*", color="C7", ms=11)
    axis.set(xlabel="w", ylabel=words["loss"], xticks=[0, 0.8, 1.2, 1.6, 2.4], ylim=(0, 8))
    return fig
