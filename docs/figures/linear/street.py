"""Four houses, three straight streets between them, and the widest one."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import hyperplane_distance, svm_fit

HOUSES = np.array([[0, 0], [2, -4], [6, 8], [11, 8]])
SIDES = np.array([-1, -1, 1, 1])
STREETS = [([1, 0], -3), ([0, 1], -4)]  # two that are not the widest
LOW, HIGH = np.array([-5, -6]), np.array([15, 11])


def line(w, b):
    """Two far points of a line."""
    w = np.asarray(w)
    foot, along = -b * w / (w @ w), np.array([-w[1], w[0]]) / np.linalg.norm(w)
    return np.stack([foot - 40 * along, foot + 40 * along])


def nearest(w, b):
    return np.min(np.abs(hyperplane_distance(HOUSES, w, b)))


def figure():
    fig, ax = plt.subplots(figsize=(4.5, 3.7))
    w, b = svm_fit(HOUSES, SIDES)
    edges = [line(w, b - side) for side in (-1, 1)]
    ax.fill(*np.concatenate([edges[0], edges[1][::-1]]).T, color="C2", alpha=0.15, lw=0)
    for edge in edges:
        ax.plot(*edge.T, color="C2", lw=0.9)
    ax.plot(*line(w, b).T, color="C2")
    for street in STREETS:
        ax.plot(*line(*street).T, color="C6", ls="--", lw=1.1)
    places = [(3.3, -4.4), (11.3, 5.5), (0.5, 2.1)]
    for place, street in zip(places, [*STREETS, (w, b)], strict=True):
        ax.annotate(f"{nearest(*street):.0f}", place, fontsize=11)
    foot = HOUSES[0] + (HOUSES[2] - HOUSES[0]) / 2
    for house in HOUSES[[0, 2]]:
        ax.plot(*np.stack([house, foot]).T, color="C7", ls=":", lw=1)
    ax.plot(*HOUSES[SIDES < 0].T, "s", color="C0", ms=7)
    ax.plot(*HOUSES[SIDES > 0].T, "o", color="C1", ms=7)
    for house in HOUSES:
        right = house[0] not in (2, 6)
        ax.annotate(
            f"({house[0]}, {house[1]})",
            house,
            xytext=(7 if right else -7, -3),
            textcoords="offset points",
            ha="left" if right else "right",
            fontsize=8,
        )
    ax.set(xlim=(LOW[0], HIGH[0]), ylim=(LOW[1], HIGH[1]), aspect="equal")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", xticks=range(-4, 15, 4), yticks=range(-4, 12, 4))
    return fig
