"""Sigmoid and tanh beside their slopes."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid, sigmoid_grad, tanh, tanh_grad


def figure():
    x = np.linspace(-6, 6, 241)
    fig, (left, right) = plt.subplots(1, 2, figsize=(4.5, 2.6))
    left.plot(x, sigmoid(x), x, tanh(x))
    left.axhline(0, color="C7", lw=0.6)
    left.text(6, 0.88, "σ(x)", color="C0", ha="right", va="top")
    left.text(-6, -0.88, "tanh(x)", color="C1")
    left.set(yticks=[-1, 0, 1], ylim=(-1.08, 1.08), xlabel="x")
    right.plot(x, sigmoid_grad(x), x, tanh_grad(x))
    right.text(2.2, 0.15, "σ′(x)", color="C0")
    right.text(0.9, 0.75, "tanh′(x)", color="C1")
    right.set(yticks=[0, 0.25, 1], yticklabels=["0", "1/4", "1"], xlabel="x")
    return fig
