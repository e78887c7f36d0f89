"""Weight and bias of a perceptron on their way into the region where it is right."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.neurons import perceptron_predict, perceptron_update

WORDS = {"ko": {"w": "가중치 w", "b": "편향 b"}, "en": {"w": "weight w", "b": "bias b"}}
SAMPLES = [(1, 0), (3, 1)]  # a number and its class


def path():
    """Weight and bias at the start and after every mistake."""
    w, b, found = np.zeros(1), 0.0, [(0.0, 0.0)]
    for x, y in SAMPLES * 6:
        if perceptron_predict([x], w, b) != y:
            w, b = perceptron_update([x], y, w, b)
            found.append((w.item(), float(b)))
    return np.array(found)


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 3))
    w = np.array([0, 5])  # right for 1 below -w, and for 3 above -3w
    ax.fill_between(w, -3 * w, -w, color="C2", alpha=0.15, lw=0)
    ax.plot(*path().T, color="C0", lw=1)
    for k, at in enumerate(path()):
        ax.plot(*at, "o", color="C0")
        ax.annotate(f"{k}", at, xytext=(5, 4), textcoords="offset points", fontsize=9)
    ax.set(xlim=(-1.5, 4), ylim=(-4, 0.8), xlabel=words["w"], ylabel=words["b"])
    return fig
