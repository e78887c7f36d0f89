"""Three values in the plane, and the mean of them by the weights 0.09, 0.24 and 0.67."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.attention import scaled_dot_product_attention

WORDS = {"ko": {"out": "출력"}, "en": {"out": "output"}}
Q, K = np.array([[1.0, 2.0]]), np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
V = np.array([[10.0, 0.0], [0.0, 10.0], [10.0, 10.0]])


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.2))
    out, weights = scaled_dot_product_attention(Q * np.sqrt(2), K, V)
    ax.fill(*V.T, color="C0", alpha=0.12, lw=0)
    ax.plot(*V[[0, 1, 2, 0]].T, color="C6", lw=0.8)
    for i, (place, weight) in enumerate(zip(V, weights[0], strict=True)):
        ax.plot(*np.array([place, out[0]]).T, color="C0", lw=8 * weight, alpha=0.5)
        ax.plot(*place, "o", color="C0", ms=6)
        side = [(8, -4), (-4, 8), (4, 8)][i]
        ax.annotate(
            f"$v_{i + 1}$   {weight:.2f}",
            place,
            side,
            textcoords="offset points",
            ha="left",
        )
    ax.plot(*out[0], "s", color="C1", ms=7)
    ax.annotate(
        words["out"], out[0], (-12, -14), textcoords="offset points", color="C1", ha="right"
    )
    ax.set(xlim=(-1.5, 13.5), ylim=(-1, 12.5))
    return fig
