"""An encoder layer as boxes: the norms behind the parts as in 2017, and before them."""

import matplotlib.pyplot as plt

WORDS = {
    "ko": {
        "post": "2017년: 나중에",
        "pre": "요즘: 먼저",
        "norm": "층 정규화",
        "attention": "어텐션",
        "network": "작은 신경망",
    },
    "en": {
        "post": "2017: norm after",
        "pre": "today: norm before",
        "norm": "layer norm",
        "attention": "attention",
        "network": "small network",
    },
}
BOXES = {"post": ["attention", "+", "norm", "network", "+", "norm"]}
BOXES["pre"] = ["norm", "attention", "+", "norm", "network", "+"]
SHORTCUTS = {"post": [(-0.6, 1), (2.5, 4)], "pre": [(-0.6, 2), (2.45, 5)]}


def column(axis, x, name, words):
    """The boxes of a layer from below, and the ways around its parts."""
    for y, part in enumerate(BOXES[name]):
        axis.plot([x, x], [y + 0.32, y + 0.68], color="C6", lw=1)
        if part == "+":
            axis.text(x, y, "+", ha="center", va="center", fontsize=13, bbox=ROUND)
            continue
        colour = {"norm": "C6", "attention": "C0", "network": "C1"}[part]
        box = plt.Rectangle((x - 0.75, y - 0.32), 1.5, 0.64, fc=colour, alpha=0.3, lw=0)
        axis.add_patch(box)
        axis.text(x, y, words[part], ha="center", va="center", fontsize=9)
    axis.plot([x, x], [-0.9, -0.32], color="C6", lw=1)
    for low, high in SHORTCUTS[name]:
        axis.plot([x, x + 1, x + 1, x + 0.22], [low, low, high, high], color="C2", lw=1.5)
    axis.text(x + 0.15, 6.25, words[name], ha="center", fontsize=10)


ROUND = {"boxstyle": "circle,pad=0.15", "fc": "none", "ec": "C6"}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 3.3))
    column(ax, 0.0, "post", words)
    column(ax, 2.9, "pre", words)
    ax.set(xlim=(-1.1, 4.3), ylim=(-1.1, 6.8), xticks=[], yticks=[])
    ax.axis("off")
    return fig
