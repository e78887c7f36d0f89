"""Gradient at the input of each of 31 layers, plain and with two remedies."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.initializers import gradient_statistics, kaiming_normal, xavier_normal

WORDS = {
    "ko": {
        "layer": "층",
        "plain": "그대로",
        "norm": "배치 정규화",
        "residual": "잔차 연결",
        "both": "둘 다",
        "sigmoid": "시그모이드",
    },
    "en": {
        "layer": "layer",
        "plain": "plain",
        "norm": "batch norm",
        "residual": "residual",
        "both": "both",
        "sigmoid": "sigmoid",
    },
}
NETS = {
    "plain": ("-", {}),
    "norm": ("--", {"batch_norm": True}),
    "residual": (":", {"residual": True}),
    "both": ("-.", {"batch_norm": True, "residual": True}),
}
N, DEPTH = 128, 31
TICKS = {1e-20: "10⁻²⁰", 1e-15: "10⁻¹⁵", 1e-10: "10⁻¹⁰", 1e-5: "10⁻⁵", 1: "1", 1e5: "10⁵"}


@cache
def norms(activation, **net):
    """Norm of the gradient at the input of each layer, as a multiple of that at the end."""
    rng = np.random.default_rng(0)
    x, dout = rng.normal(size=(2, 100, N))
    draw = kaiming_normal if activation == "relu" else xavier_normal
    weights = [draw((N, N), rng=rng) for _ in range(DEPTH)]
    found = gradient_statistics(dout, x, weights, activation=activation, **net)
    return found.inputs / np.linalg.norm(dout)


def figure(words):
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 3.4), sharex=True, sharey=True)
    titles = {"sigmoid": words["sigmoid"], "tanh": "tanh", "relu": "ReLU"}
    for axis, (activation, title) in zip(axes, titles.items(), strict=True):
        for name, (style, net) in NETS.items():
            layers, size = np.arange(1, DEPTH + 1), norms(activation, **net)
            axis.plot(layers[::3], size[::3], ls=style, label=words[name])
        axis.set(title=title, yscale="log", xticks=[1, 15, 30])
        axis.set_yticks(list(TICKS), TICKS.values())
        axis.minorticks_off()
    axes[1].set_xlabel(words["layer"])
    handles, labels = axes[0].get_legend_handles_labels()
    fig.legend(handles, labels, loc="outside lower center", ncol=4, fontsize=8.5)
    return fig
