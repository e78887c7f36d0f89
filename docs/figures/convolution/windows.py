"""The windows of a filter with three weights on a row of nine pixels."""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.convolution import col2im, conv_output_size

WORDS = {
    "ko": {
        "stride": "스트라이드",
        "padding": "패딩",
        "dilation": "다일레이션",
        "size": "출력의 크기",
        "first": "첫 픽셀이 든 창",
        "unused": "쓰이지 않은 픽셀",
        "window": "창",
    },
    "en": {
        "stride": "stride",
        "padding": "padding",
        "dilation": "dilation",
        "size": "size of the output",
        "first": "windows with the first pixel",
        "unused": "pixels never used",
        "window": "window",
    },
}
SLIDERS = {"stride": [1, 2, 3], "padding": [0, 1, 2], "dilation": [1, 2, 3]}
START = (2, 1, 1)
PIXELS, SIDE = 9, 3


def windows(stride, padding, dilation):
    """The places of the weights in each window, counted from the first pixel."""
    count = conv_output_size(
        PIXELS, SIDE, stride=stride, padding=padding, dilation=dilation
    )
    start = stride * np.arange(count)[:, None] - padding
    return start + dilation * np.arange(SIDE)


def measure(stride, padding, dilation):
    count = len(windows(stride, padding, dilation))
    options = {"stride": (1, stride), "padding": (0, padding), "dilation": (1, dilation)}
    ones = np.ones((1, SIDE, count))
    uses = col2im(ones, (1, PIXELS), (1, SIDE), **options).ravel()
    told = {"size": count, "first": uses[0], "unused": np.sum(uses == 0)}
    return {name: f"{value:.0f}" for name, value in told.items()}


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.4))
    for place in range(PIXELS):
        axis.add_patch(plt.Rectangle((place - 0.45, -0.95), 0.9, 0.9, fc="C0", lw=0))
    for i, position in enumerate(product(*SLIDERS.values())):
        frame, at = f"frame-{i}", windows(*position)
        rows = np.repeat(np.arange(len(at)), SIDE) + 0.8
        axis.plot(at.ravel(), rows, "o", ms=5, color="C1", gid=frame)
        for row, places in enumerate(at):
            ends = places[[0, -1]]
            axis.plot(ends, [row + 0.8] * 2, color="C1", lw=1, alpha=0.5, gid=frame)
        for place in range(1, position[1] + 1):
            for left in (-place, PIXELS - 1 + place):
                corner = (left - 0.45, -0.95)
                box = plt.Rectangle(corner, 0.9, 0.9, fc="none", ec="C6", gid=frame)
                axis.add_patch(box)
                axis.text(left, -0.5, "0", ha="center", va="center", fontsize=8, gid=frame)
    axis.set(xlim=(-2.6, 10.6), ylim=(11.4, -1.1), xticks=[], yticks=[])
    axis.set_ylabel(words["window"])
    axis.spines[:].set_visible(False)
    axis.grid(visible=False)
    return fig
