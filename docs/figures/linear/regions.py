"""The regions of three classes in the plane, and the point of the page."""

import matplotlib.pyplot as plt
import numpy as np

W = np.array([[1.0, -1], [0, 2], [-1, 0]])
B = np.array([0.0, 1, 0.5])
SIDE = np.linspace(-4, 4, 161)


def figure():
    fig, axis = plt.subplots(figsize=(4.5, 2.9))
    x1, x2 = np.meshgrid(SIDE, SIDE)
    best = np.argmax(np.stack([x1, x2], axis=-1) @ W.T + B, axis=-1)
    for k, place in enumerate([(2.2, -2.4), (1.5, 2.9), (-2.7, -2.4)]):
        inside = best == k
        axis.contourf(x1, x2, inside, levels=[0.5, 1.5], colors=f"C{k}", alpha=0.25)
        axis.text(*place, f"{k + 1}", color="C7", ha="center", fontsize=14)
    axis.plot(1, 2, "o", color="C7", ms=5)
    axis.annotate("(1, 2)", (1, 2), xytext=(6, -4), textcoords="offset points")
    axis.set(xlabel="$x_1$", ylabel="$x_2$", aspect="equal", xticks=range(-4, 5, 2))
    axis.set_yticks(range(-4, 5, 2))
    axis.grid(visible=False)
    return fig
