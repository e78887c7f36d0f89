"""A saddle from above: descent lingers, and leaves along the falling direction."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import gradient_descent, saddle_grad

STARTS = [(1e-1, "C0", "o-"), (1e-3, "C2", "s-"), (0.0, "C1", "^-")]


def figure():
    fig, above = plt.subplots(figsize=(4.5, 2.9))
    t = np.linspace(-1.7, 1.7, 19)
    for level, sign in [(0.25, 1), (1, 1), (0.25, -1), (1, -1)]:
        for side in (-1, 1):
            curve = side * np.sqrt(t * t + level)
            xy = (curve, t) if sign > 0 else (t, curve)
            above.plot(*xy, color="C6", lw=0.8, ls="-" if sign > 0 else "--")
    above.plot([-1.5, 1.5], [-1.5, 1.5], [-1.5, 1.5], [1.5, -1.5], color="C6", lw=0.8)
    for start, colour, mark in STARTS:
        path = gradient_descent(saddle_grad, [1.3, start], lr=0.1, steps=60)
        inside = np.abs(path[:, 1]) < 1.6
        above.plot(*path[inside].T, mark, color=colour, ms=3, lw=1, markevery=2)
    above.text(1.32, 0.16, "0.1", color="C0")
    above.text(-0.1, 1.35, "0.001", color="C2", ha="right")
    above.text(1.36, -0.2, "0", color="C1")
    above.set(xlabel="x₁", ylabel="x₂", xlim=(-1.5, 1.5), ylim=(-0.6, 1.6))
    above.set(xticks=[-1, 0, 1], yticks=[0, 1])
    return fig
