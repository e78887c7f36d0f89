"""The receptive field of one output, and how much of its influence comes from where."""

from functools import cache
from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.convolution import conv2d_backward, receptive_field

WORDS = {
    "ko": {
        "depth": "층의 수",
        "stride": "첫 층의 스트라이드",
        "side": "수용 영역의 한 변",
        "core": "영향의 95%가 든 한 변",
    },
    "en": {
        "depth": "layers",
        "stride": "stride of the first layer",
        "side": "side of the receptive field",
        "core": "side that holds 95 % of the influence",
    },
}
SLIDERS = {"depth": [1, 2, 4, 8], "stride": [1, 2]}
START = (8, 1)
SIDE = 33  # of the picture


@cache
def influence(depth, stride):
    """Mean squared gradient of one output by each pixel, for random weights.

    A layer of independent weights of mean 0 spreads squared gradients as one of equal
    weights spreads gradients.
    """
    heat, even = np.ones((1, 1, 1, 1)), np.full((1, 1, 3, 3), 1 / 9)
    for layer in reversed(range(depth)):
        step = stride if layer == 0 else 1
        side = step * (heat.shape[2] - 1) + 3
        heat, _, _ = conv2d_backward(heat, np.zeros((1, 1, side, side)), even, stride=step)
    return heat[0, 0]


def layers(depth, stride):
    return [(3, stride if layer == 0 else 1) for layer in range(depth)]


def core(depth, stride):
    """Side of the smallest square in the middle that holds 95 % of the influence."""
    heat = influence(depth, stride)
    middle = len(heat) // 2
    for reach in range(middle + 1):
        part = slice(middle - reach, middle + reach + 1)
        if heat[part, part].sum() >= 0.95 - 1e-12:
            return 2 * reach + 1
    raise AssertionError("the whole holds all")


def measure(depth, stride):
    side, _ = receptive_field(layers(depth, stride))
    return {"side": f"{side}", "core": f"{core(depth, stride)}"}


def square(axis, side, color, frame):
    corner = (SIDE / 2 - side / 2, SIDE / 2 - side / 2)
    box = plt.Rectangle(corner, side, side, fc="none", ec=color, lw=1.5, gid=frame)
    axis.add_patch(box)


def figure(words):
    fig, axis = plt.subplots(figsize=(3, 2.8))
    for i, position in enumerate(product(*SLIDERS.values())):
        heat, frame = influence(*position), f"frame-{i}"
        room = (SIDE - len(heat)) // 2
        shown = np.pad(heat / heat.max(), room)
        extent = (0, SIDE, SIDE, 0)
        axis.imshow(shown, cmap="Greys", extent=extent, interpolation="none", gid=frame)
        square(axis, len(heat), "C0", frame)
        square(axis, core(*position), "C1", frame)
    axis.set(xlim=(0, SIDE), ylim=(SIDE, 0), aspect="equal")
    axis.axis("off")
    return fig
