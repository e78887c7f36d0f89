"""Sigmoid and tanh beside their slopes."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid, sigmoid_grad, tanh, tanh_grad


def figure():
    z = np.linspace(-6, 6, 241)
    fig, (left, right) = plt.subplots(1, 2, figsize=(4.5, 2.6))
    left.plot(z, sigmoid(z), z, tanh(z))
    left.axhline(0, color="C7", lw=0.6)
    left.text(6, 0.88, "σ(z)", color="C0", ha="right", va="top")
    left.text(-6, -0.88, "tanh(z)", color="C1")
    left.set(yticks=[-1, 0, 1], ylim=(-1.08, 1.08), xlabel="z")
    right.plot(z, sigmoid_grad(z), z, tanh_grad(z))
    right.text(2.2, 0.15, "σ′(z)", color="C0")
    right.text(0.9, 0.75, "tanh′(z)", color="C1")
    right.set(yticks=[0, 0.25, 1], yticklabels=["0", "1/4", "1"], xlabel="z")
    return fig
