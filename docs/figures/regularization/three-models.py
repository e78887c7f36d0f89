"""A constant, a line and a parabola for three measurements, and a fourth one."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import linear_regression_fit

WORDS = {
    "ko": {"constant": "상수", "line": "직선", "parabola": "포물선", "new": "새 점"},
    "en": {"constant": "constant", "line": "line", "parabola": "parabola", "new": "new"},
}
MODELS = {"constant": (0, "--"), "line": (1, "-"), "parabola": (2, "-.")}


def curve(degree, x):
    """The polynomial of a degree that is nearest to the three points."""
    powers = np.arange(1, degree + 1)
    if degree == 0:
        return np.full(len(x), 4 / 3)
    w, b = linear_regression_fit(np.arange(3.0)[:, None] ** powers, [0, 2, 2])
    return x[:, None] ** powers @ w + b


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.8))
    x = np.linspace(-0.1, 3.15, 40)
    for i, (name, (degree, style)) in enumerate(MODELS.items()):
        axis.plot(x, curve(degree, x), style, color=f"C{i}", label=words[name])
    axis.plot([0, 1, 2], [0, 2, 2], "o", color="C7", ms=6)
    axis.plot(3, 3, "o", color="C7", ms=7, mfc="none")
    axis.text(3, 2.8, words["new"], ha="center", va="top")
    axis.set(xlabel="$x$", ylabel="$y$", ylim=(-0.9, 3.8), xticks=range(4), yticks=range(4))
    axis.legend(loc="upper left", fontsize=9)
    return fig
