"""The Jacobian of the softmax as a chart of squares."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import softmax, softmax_jacobian


def figure():
    q = softmax(np.array([2.0, 1.0, 0.0]))
    jacobian = softmax_jacobian(q)
    fig, axis = plt.subplots(figsize=(4.5, 2.3))
    for (i, j), value in np.ndenumerate(jacobian):
        colour = "C0" if value > 0 else "C1"
        strength = 0.08 + 0.6 * abs(value) / np.abs(jacobian).max()
        axis.add_patch(
            plt.Rectangle((j, i), 0.96, 0.96, color=colour, alpha=strength, lw=0)
        )
        axis.text(
            j + 0.48, i + 0.48, f"{value:+.2f}".replace("-", "−"), ha="center", va="center"
        )
    axis.set(xlim=(0, 3), ylim=(3, 0))
    axis.set_xticks(np.arange(3) + 0.48, [f"z{n}" for n in "₁₂₃"])
    axis.set_yticks(
        np.arange(3) + 0.48, [f"q{n} = {v:.2f}" for n, v in zip("₁₂₃", q, strict=True)]
    )
    axis.tick_params(length=0)
    axis.grid(visible=False)
    axis.spines[:].set_visible(False)
    axis.xaxis.tick_top()
    return fig
