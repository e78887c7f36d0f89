"""Gradient descent on one bowl at three learning rates, and the distance to its bottom."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import gradient_descent

LAMBDA = 4.0
RATES = [(0.9, "C0", "o-"), (1.9, "C2", "s-"), (2.1, "C1", "^-")]


def figure():
    fig = plt.figure(figsize=(4.5, 3.9))
    bowls, below = fig.subfigures(2, 1, height_ratios=[1, 1.1])
    axes = bowls.subplots(1, 3, sharex=True, sharey=True)
    curve = np.linspace(-2.2, 2.2, 25)
    distance = below.subplots()
    for axis, (share, colour, mark) in zip(axes, RATES, strict=True):
        path = gradient_descent(lambda x: LAMBDA * x, 1.0, lr=share / LAMBDA, steps=7)
        axis.plot(curve, LAMBDA / 2 * curve**2, color="C6", lw=1)
        axis.plot(path, LAMBDA / 2 * path**2, mark, color=colour, lw=1.2)
        axis.set(title=f"η = {share}/λ", xlabel="x", xticks=[-2, 0, 2], yticks=[0, 5, 10])
        far = gradient_descent(lambda x: LAMBDA * x, 1.0, lr=share / LAMBDA, steps=25)
        near = np.abs(far) > 1e-6
        style = {"color": colour, "lw": 1.2, "markevery": 5}
        distance.plot(np.arange(26)[near], np.abs(far)[near], mark, **style)
    distance.set(yscale="log", xlabel="t", ylabel="|x|", ylim=(1e-6, 30))
    distance.text(5.8, 3e-6, "0.9/λ", color="C0")
    distance.text(25, 0.03, "1.9/λ", color="C2", ha="right", va="top")
    distance.text(17, 11, "2.1/λ", color="C1", ha="right")
    return fig
