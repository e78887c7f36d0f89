"""What the site is: formula, code, output and figure, all tied to one test."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid

WORDS = {
    "ko": {
        "test": "테스트",
        "formula": "식",
        "code": "코드",
        "output": "출력",
        "figure": "그림",
    },
    "en": {
        "test": "test",
        "formula": "formula",
        "code": "code",
        "output": "output",
        "figure": "figure",
    },
}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.7), layout="none")
    ax.set_position([0, 0, 1, 1])
    ax.set(xlim=(0, 45), ylim=(0, 27), aspect="equal")
    ax.axis("off")
    shown = {
        "formula": (9.5, 20.5, "σ(x) = 1 / (1 + e⁻ˣ)"),
        "code": (35.5, 20.5, "sigmoid([−4, 0, 4])"),
        "output": (35.5, 6.5, "\n".join(f"{v:.4f}" for v in sigmoid([-4.0, 0.0, 4.0]))),
        "figure": (9.5, 6.5, ""),
    }
    for name, (x, y, text) in shown.items():
        ax.plot([22.5, x], [13.5, y], color="C6", lw=1.2, zorder=0)
        ax.add_patch(plt.Rectangle((x - 8.5, y - 5), 17, 10, fc="C8", ec="C0", lw=1.2))
        ax.text(x, y + 2.7, words[name], ha="center", weight="bold", color="C0")
        ax.text(x, y - 1.2, text, ha="center", va="center", fontsize=9)
    curve = np.linspace(-6, 6, 61)
    ax.plot(9.5 + curve, 2.2 + 5.5 * sigmoid(curve), color="C1")
    ax.add_patch(plt.Circle((22.5, 13.5), 4, fc="C0", ec="none"))
    ax.text(
        22.5,
        13.5,
        f"{words['test']} ✓",
        ha="center",
        va="center",
        color="C8",
        weight="bold",
    )
    return fig
