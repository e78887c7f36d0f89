"""A column and a row stretched to one table, entry by entry."""

import matplotlib.pyplot as plt
import numpy as np

COLUMN, ROW = np.array([[0], [10], [20]]), np.array([[1, 2, 3, 4]])


def table(axis, left, values, real):
    """Cells with numbers; those that are only there by repetition are pale."""
    for (i, j), value in np.ndenumerate(values):
        own = i < real[0] and j < real[1]
        cell = plt.Rectangle((left + j, -i), 0.94, -0.94, color="C0", lw=0)
        cell.set_alpha(0.3 if own else 0.08)
        axis.add_patch(cell)
        ink = {"color": "C7" if own else "C6", "fontsize": 9}
        axis.text(left + j + 0.47, -i - 0.47, f"{value}", ha="center", va="center", **ink)


def figure():
    fig, axis = plt.subplots(figsize=(4.5, 1.6), layout="none")
    axis.set_position([0, 0, 1, 1])
    axis.set(xlim=(-0.6, 14.6), ylim=(-4.5, 0.9))
    axis.axis("off")
    both = np.broadcast_arrays(COLUMN, ROW)
    shown = [(0, both[0], (3, 1)), (5, both[1], (1, 4)), (10, COLUMN + ROW, (3, 4))]
    for left, values, real in shown:
        table(axis, left, values, real)
        text = f"({real[0]}, {real[1]})"
        axis.text(left + 2, -3.7, text, ha="center", va="center", fontsize=9)
    axis.text(4.47, -1.5, "+", ha="center", va="center")
    axis.text(9.47, -1.5, "=", ha="center", va="center")
    return fig
