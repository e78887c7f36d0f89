"""Which values share a mean: a table of samples and channels, of four pixels each."""

import matplotlib.pyplot as plt

WORDS = {
    "ko": {
        "batch": "배치 정규화",
        "layer": "층 정규화",
        "instance": "인스턴스 정규화",
        "group": "그룹 정규화",
        "sample": "샘플",
        "channel": "채널",
    },
    "en": {
        "batch": "batch norm",
        "layer": "layer norm",
        "instance": "instance norm",
        "group": "group norm",
        "sample": "sample",
        "channel": "channel",
    },
}
SAMPLES, CHANNELS = 3, 4
# The samples and channels, from and up to, of the values that share a mean.
SHARED = {
    "batch": [((0, 3), (1, 2))],
    "layer": [((1, 2), (0, 4))],
    "group": [((1, 2), (0, 2)), ((1, 2), (2, 4))],
    "instance": [((1, 2), (1, 2))],
}


def cells(axis, rows, columns, colour):
    """Fill the four pixels of each image in a block of the table."""
    for i in range(*rows):
        for j in range(*columns):
            for k in range(4):
                corner = (j + 0.12 + 0.38 * (k % 2), i + 0.12 + 0.38 * (k // 2))
                alpha = 0.15 if colour == "C6" else 0.85
                square = plt.Rectangle(corner, 0.34, 0.34, fc=colour, alpha=alpha, lw=0)
                axis.add_patch(square)


def figure(words):
    fig, axes = plt.subplots(2, 2, figsize=(4.5, 4.1))
    for axis, (name, blocks) in zip(axes.flat, SHARED.items(), strict=True):
        cells(axis, (0, SAMPLES), (0, CHANNELS), "C6")
        for (rows, columns), colour in zip(blocks, ["C0", "C1"], strict=False):
            cells(axis, rows, columns, colour)
        axis.set(xlim=(0, CHANNELS), ylim=(SAMPLES, 0), aspect="equal", title=words[name])
        axis.set_xticks([j + 0.5 for j in range(CHANNELS)], ["1", "2", "3", "4"])
        axis.set_yticks([i + 0.5 for i in range(SAMPLES)], ["1", "2", "3"])
        axis.set(xlabel=words["channel"], ylabel=words["sample"])
        axis.grid(visible=False)
    return fig
