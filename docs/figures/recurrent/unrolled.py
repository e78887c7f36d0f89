"""The recurrent unit of the example, unrolled over three steps with its numbers."""

import matplotlib.pyplot as plt

from dlnotes.recurrent import rnn_forward

WORDS = {
    "ko": {"input": "입력", "state": "은닉 상태", "step": "시점"},
    "en": {"input": "input", "state": "hidden state", "step": "step"},
}
X = [[1], [0], [0]]
PARAMS = [[[1]], [[0.5]], [0], [0]]


def circle(axis, x, y, text, colour):
    """A number in a circle."""
    axis.plot(x, y, "o", ms=34, color=colour, alpha=0.25)
    axis.annotate(text, (x, y), ha="center", va="center", fontsize=9)


def arrow(axis, start, end, text, place):
    """An arrow with its weight."""
    style = {"arrowstyle": "->", "shrinkA": 17, "shrinkB": 17, "color": "C6"}
    axis.annotate("", end, start, arrowprops=style)
    axis.annotate(text, place, ha="center", va="center", fontsize=9)


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.1))
    states = [0.0, *rnn_forward(X, PARAMS)[0][:, 0]]
    for t, h in enumerate(states):
        circle(ax, t, 1, f"{h:.4f}" if t else "0", "C0")
        ax.annotate(f"$h_{t}$", (t, 1.5), ha="center", va="center")
        if t:
            circle(ax, t, 0, str(X[t - 1][0]), "C1")
            arrow(ax, (t, 0), (t, 1), "× 1", (t + 0.2, 0.47))
            arrow(ax, (t - 1, 1), (t, 1), "× 0.5", (t - 0.5, 1.2))
    ax.annotate(words["input"], (-0.05, 0), ha="center", va="center", color="C1")
    ax.annotate(words["state"], (-0.05, 1.85), ha="center", va="center", color="C0")
    ax.set(xlim=(-0.5, 3.5), ylim=(-0.5, 2.05))
    ax.axis("off")
    return fig
