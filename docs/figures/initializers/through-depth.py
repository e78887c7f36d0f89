"""Sizes of activations and gradients through 31 layers, for five initializers."""

from functools import cache, partial

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.initializers import (
    activation_statistics,
    gradient_statistics,
    kaiming_normal,
    normal,
    pytorch_default_linear,
    xavier_normal,
)

WORDS = {
    "ko": {"activations": "활성화 값", "gradients": "기울기", "layer": "층"},
    "en": {"activations": "activations", "gradients": "gradients", "layer": "layer"},
}
INITIALIZERS = {
    "σ = 1": (partial(normal, std=1.0), "-."),
    "He": (kaiming_normal, "-"),
    "Xavier": (xavier_normal, "--"),
    "U(±1/√n)": (pytorch_default_linear, ":"),
    "σ = 0.01": (partial(normal, std=0.01), (0, (1, 2.5))),
}
N, DEPTH = 128, 31
TICKS = {1e-30: "10⁻³⁰", 1e-20: "10⁻²⁰", 1e-10: "10⁻¹⁰", 1: "1", 1e10: "10¹⁰", 1e20: "10²⁰"}


@cache
def sizes(draw, activation):
    """Standard deviation after each layer, and norm of the gradient at its input."""
    rng = np.random.default_rng(0)
    x, dout = rng.normal(size=(2, 100, N))
    weights = [draw((N, N), rng=rng) for _ in range(DEPTH)]
    std = activation_statistics(x, weights, activation=activation).std
    norms = gradient_statistics(dout, x, weights, activation=activation).inputs
    return std, norms / np.linalg.norm(dout)


def figure(words):
    fig, axes = plt.subplots(2, 2, figsize=(4.5, 5), sharex=True, sharey=True)
    layers = np.arange(1, DEPTH + 1)[::3]
    for row, activation in zip(axes, ("tanh", "relu"), strict=True):
        for (label, (draw, style)), colour in zip(
            INITIALIZERS.items(), ("C1", "C0", "C2", "C3", "C4"), strict=True
        ):
            for axis, size in zip(row, sizes(draw, activation), strict=True):
                axis.plot(layers, size[::3], ls=style, color=colour, label=label)
    for axis, word in zip(axes[0], ("activations", "gradients"), strict=True):
        axis.set_title(words[word])
    for axis, name in zip(axes[:, 0], ("tanh", "ReLU"), strict=True):
        axis.set(ylabel=name, yscale="log", xticks=[1, 10, 20, 30])
        axis.set_yticks(list(TICKS), TICKS.values())
        axis.minorticks_off()
    axes[1, 0].set_xlabel(words["layer"])
    axes[1, 1].set_xlabel(words["layer"])
    handles, labels = axes[0, 0].get_legend_handles_labels()
    fig.legend(handles, labels, loc="outside lower center", ncol=3, fontsize=9)
    return fig
