"""How many ways lead from each pixel to one output, through layers of three weights."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {"x": "출력 바로 아래에서 떨어진 칸 수", "y": "길의 몫", "layers": "{}층"},
    "en": {
        "x": "distance from the pixel below the output",
        "y": "share of ways",
        "layers": "{} layers",
    },
}
DEPTHS = [2, 4, 8, 16]


def ways(depth):
    """The share of each pixel in all ways."""
    found = np.ones(1)
    for _ in range(depth):
        found = np.convolve(found, np.ones(3) / 3)
    return found


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.2))
    for i, depth in enumerate(DEPTHS):
        share = ways(depth)
        place = np.arange(len(share)) - depth
        label = words["layers"].format(depth)
        axis.plot(place, share, ".-", color=f"C{i}", lw=1.2, label=label)
    fig.legend(loc="outside upper center", ncol=4, columnspacing=1, handlelength=1.2)
    axis.set(xlim=(-17, 17), ylim=(0, 0.4), xlabel=words["x"], ylabel=words["y"])
    return fig
