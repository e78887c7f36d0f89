"""ReLU, Leaky ReLU and ELU above their slopes."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import elu, elu_grad, leaky_relu, leaky_relu_grad, relu, relu_grad

WORDS = {"ko": {"leaky": "리키 렐루"}, "en": {"leaky": "Leaky ReLU"}}


def figure(words):
    z = np.linspace(-4, 2, 301)
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.2), sharex=True)
    above.plot(z, relu(z), z, leaky_relu(z, negative_slope=0.1), z, elu(z))
    above.text(-3.9, 0.12, "ReLU", color="C0")
    above.text(-3.9, -0.48, words["leaky"], color="C1", va="top")
    above.text(-2.4, -1.1, "ELU", color="C2", va="top")
    above.set(ylim=(-1.5, 2.1), yticks=[-1, 0, 1, 2])
    # Only the negative side: on the other the three lines cover each other.
    z = z[z < 0]
    below.plot(z, relu_grad(z), z, leaky_relu_grad(z, negative_slope=0.1), z, elu_grad(z))
    below.plot([0, 2], [1, 1], color="C7")
    below.text(1, 0.9, "1", ha="center", va="top")
    below.text(-3.9, -0.04, "0", color="C0", va="top")
    below.text(-3.9, 0.14, "0.1", color="C1")
    below.text(-0.75, 0.6, "eᶻ", color="C2", ha="right")
    below.set(ylim=(-0.2, 1.15), yticks=[0, 1], xlabel="z")
    return fig
