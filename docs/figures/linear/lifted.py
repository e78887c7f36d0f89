"""Three amounts that no threshold parts, and the same three with their squares."""

import matplotlib.pyplot as plt
import numpy as np

POINTS = [(-2, "o", "C1"), (0, "s", "C0"), (2, "o", "C1")]


def figure():
    fig, ax = plt.subplots(figsize=(4.5, 2.2))
    curve = np.linspace(-2.4, 2.4, 61)
    ax.plot(curve, curve**2, color="C6", lw=1)
    ax.axhline(2, color="C2", lw=1.6)
    for x, mark, color in POINTS:
        ax.plot([x, x], [0, x**2], color="C6", ls=":", lw=1)
        ax.plot(x, 0, mark, ms=6, mfc="none", mec=color)
        ax.plot(x, x**2, mark, ms=6, color=color)
    ax.set(xlabel="$x$", ylabel="$x^2$", xlim=(-2.6, 2.6), ylim=(-0.4, 5))
    ax.set(xticks=range(-2, 3), yticks=range(5))
    return fig
