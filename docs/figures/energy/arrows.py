"""Three machines in training, and the network that they become."""

import matplotlib.pyplot as plt

WORDS = {
    "ko": {
        "train": "학습: 한 층씩",
        "network": "완성된 망",
        "both": "양방향",
        "down": "위에서 아래로만",
    },
    "en": {
        "train": "training: one by one",
        "network": "the network",
        "both": "both ways",
        "down": "downward only",
    },
}
UNITS = [4, 3, 3, 2]


def layer(axis, x, y, count):
    """Circles of a layer in a row."""
    places = [x + 0.5 * (k - (count - 1) / 2) for k in range(count)]
    axis.plot(places, [y] * count, "o", color="C0", ms=11, zorder=3)


def joined(axis, x, y, style, color):
    """A thick line or an arrow from the layer at y + 1 to that at y."""
    axis.annotate(
        "",
        (x, y + 0.2),
        (x, y + 0.8),
        arrowprops={"arrowstyle": style, "color": color, "lw": 2.2},
    )


def figure(words):
    fig, (left, right) = plt.subplots(1, 2, figsize=(7, 3.2), width_ratios=[1.7, 1])
    for k in range(3):
        for y in (k, k + 1):
            layer(left, 2.4 * k, y, UNITS[y])
        joined(left, 2.4 * k, k, "<->", "C1")
        left.text(2.4 * k + 0.25, k + 0.5, f"{k + 1}", va="center", fontsize=10)
    for y, count in enumerate(UNITS):
        layer(right, 0, y, count)
    for y in (0, 1):
        joined(right, 0, y, "->", "C7")
        right.text(0.25, y + 0.5, words["down"], va="center", fontsize=9)
    joined(right, 0, 2, "<->", "C1")
    right.text(0.25, 2.5, words["both"], va="center", fontsize=9)
    for axis, name, ends in [(left, "train", (-1.2, 6)), (right, "network", (-1, 2.3))]:
        axis.set_title(words[name], fontsize=10)
        axis.set(xlim=ends, ylim=(-0.4, 3.4))
        axis.axis("off")
    return fig
