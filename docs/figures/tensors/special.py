"""Heat maps of the identity, a diagonal matrix, a matrix and its transpose."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.tensors import diag, eye, transpose

A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
D = diag([1.0, 2.0, 0.5])
SHOWN = [
    ("I", eye(3)),
    ("D", D),
    ("A", A),
    ("Aᵀ", transpose(A)),
    ("DA", D @ A),
    ("AD", A @ D),
]


def figure():
    fig, axes = plt.subplots(2, 3, figsize=(4.5, 3.3))
    for axis, (title, matrix) in zip(axes.flat, SHOWN, strict=True):
        for (i, j), value in np.ndenumerate(matrix):
            strength = 0.05 + 0.6 * value / matrix.max() if value else 0
            cell = plt.Rectangle((j, i), 0.96, 0.96, color="C0", alpha=strength, lw=0)
            axis.add_patch(cell)
            axis.text(j + 0.48, i + 0.48, f"{value:g}", ha="center", va="center")
        if title[0] == "A" and title != "AD":
            for corner in range(4):  # with gaps, so that it strikes no number
                ends = np.clip([corner - 0.3, corner + 0.26], 0, 3)
                axis.plot(ends, ends, color="C1", lw=1, ls=":")
        axis.set(title=title, xlim=(-0.02, 3), ylim=(3, -0.02), aspect="equal")
        axis.axis("off")
    return fig
