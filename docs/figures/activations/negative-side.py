"""Leaky ReLU and ELU, and their slopes, at every alpha of a slider."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import elu, elu_grad, leaky_relu, leaky_relu_grad

WORDS = {
    "ko": {
        "alpha": "α",
        "leaky": "리키 렐루",
        "value": "z = −1에서 리키 렐루, ELU",
        "slope": "도함수 값",
    },
    "en": {
        "alpha": "α",
        "leaky": "Leaky ReLU",
        "value": "Leaky ReLU and ELU at z = −1",
        "slope": "derivative",
    },
}
SLIDERS = {"alpha": [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.3, 1.6, 2]}
START = (0.5,)


def pair(x, alpha):
    """Values of the two, then their slopes."""
    values = leaky_relu(x, negative_slope=alpha), elu(x, alpha=alpha)
    return *values, leaky_relu_grad(x, negative_slope=alpha), elu_grad(x, alpha=alpha)


def measure(alpha):
    leaky, exponential, *slopes = (f"{v:.2f}".replace("-", "−") for v in pair(-1.0, alpha))
    return {"value": f"{leaky}, {exponential}", "slope": ", ".join(slopes)}


def figure(words):
    bent, straight = np.array([*np.linspace(-4, 0, 25), 2]), np.array([-4.0, 0, 2])
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.2), sharex=True)
    for i, alpha in enumerate(SLIDERS["alpha"]):
        leaky, _, leaky_slope, _ = pair(straight, alpha)
        _, exponential, _, elu_slope = pair(bent, alpha)
        for axis, x, y, color in [
            (above, straight, leaky, "C1"),
            (above, bent, exponential, "C2"),
            (below, straight[:2], leaky_slope[:2], "C1"),
            (below, bent[:-1], elu_slope[:-1], "C2"),
        ]:
            axis.plot(x, y, color=color, gid=f"frame-{i}")
    below.plot([0, 2], [1, 1], color="C7")
    above.set(ylim=(-4.2, 2.1), yticks=[-4, -2, 0, 2])
    above.text(0.4, -1.6, words["leaky"], color="C1")
    above.text(0.4, -2.6, "ELU", color="C2")
    below.set(ylim=(-0.15, 2.15), yticks=[0, 1, 2], xlabel="z", ylabel=words["slope"])
    return fig
