"""Six activations and their slopes in small multiples."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes import activations

WORDS = {
    "ko": {
        "identity": "항등함수",
        "sigmoid": "시그모이드",
        "tanh": "tanh",
        "relu": "ReLU",
        "leaky_relu": "리키 렐루",
        "elu": "ELU",
    },
    "en": {
        "identity": "identity",
        "sigmoid": "sigmoid",
        "tanh": "tanh",
        "relu": "ReLU",
        "leaky_relu": "Leaky ReLU",
        "elu": "ELU",
    },
}


def figure(words):
    x = np.linspace(-4, 4, 401)
    fig, axes = plt.subplots(2, 3, figsize=(4.5, 3.2), sharex=True, sharey=True)
    for axis, (name, title) in zip(axes.flat, words.items(), strict=True):
        axis.axhline(0, color="C7", lw=0.6)
        axis.plot(x, getattr(activations, name)(x))
        axis.plot(x, getattr(activations, f"{name}_grad")(x), ":", color="C1")
        axis.set(title=title, ylim=(-1.6, 2.1), yticks=[-1, 0, 1, 2])
    return fig
