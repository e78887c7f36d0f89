"""A residual block: what goes through two convolutions, and what goes past them."""

import matplotlib.pyplot as plt

WORDS = {
    "ko": {"conv": "합성곱", "skip": "그대로", "input": "입력", "output": "출력"},
    "en": {"conv": "conv", "skip": "as it is", "input": "input", "output": "output"},
}
BOXES = [("conv", 1.6), ("ReLU", 3.3), ("conv", 5.0)]


def arrow(axis, start, end):
    axis.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "C7", "lw": 1})


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 1.5))
    for name, x in BOXES:
        box = plt.Rectangle((x - 0.65, -0.3), 1.3, 0.6, fc="C0", alpha=0.25, lw=0)
        axis.add_patch(box)
        axis.text(x, 0, words.get(name, name), ha="center", va="center", fontsize=9)
    for start, end in [(0, 0.95), (2.25, 2.65), (3.95, 4.35), (5.65, 6.2), (6.6, 7.2)]:
        arrow(axis, (start, 0), (end, 0))
    axis.add_patch(plt.Circle((6.4, 0), 0.2, fc="none", ec="C7", lw=1))
    axis.text(6.4, -0.01, "+", ha="center", va="center", fontsize=10)
    box = plt.Rectangle((7.2, -0.3), 1.0, 0.6, fc="C0", alpha=0.25, lw=0)
    axis.add_patch(box)
    axis.text(7.7, 0, "ReLU", ha="center", va="center", fontsize=9)
    arrow(axis, (8.2, 0), (8.8, 0))
    axis.plot([0.4, 0.4, 6.4], [0, 1, 1], color="C1", lw=1.6)
    style = {"arrowstyle": "->", "color": "C1", "lw": 1.6}
    axis.annotate("", (6.4, 0.2), (6.4, 1), arrowprops=style)
    axis.text(3.3, 1.08, words["skip"], ha="center", va="bottom", fontsize=9)
    axis.text(0.1, -0.18, words["input"], ha="center", va="top", fontsize=9)
    axis.text(8.6, -0.18, words["output"], ha="center", va="top", fontsize=9)
    axis.set(xlim=(-0.4, 9.1), ylim=(-0.6, 1.5))
    axis.axis("off")
    return fig
