"""A line between two classes, for every angle of its normal and every bias."""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import FancyArrowPatch

from dlnotes.linear import hyperplane_distance

WORDS = {
    "ko": {
        "angle": "가중치의 방향 (도)",
        "b": "편향",
        "w": "가중치",
        "far": "원점에서 직선까지",
        "missed": "잘못 가른 점",
    },
    "en": {
        "angle": "direction of the weights (degrees)",
        "b": "bias",
        "w": "weights",
        "far": "from the origin to the line",
        "missed": "points on the wrong side",
    },
}
SLIDERS = {"angle": list(range(0, 360, 30)), "b": [-4, -2, 0, 2, 4]}
START = (0, 0)
ZERO = np.array(
    [[-1.5, 0.5], [-0.5, -1.2], [0.3, 0.2], [-2.2, 1.6], [1.2, -1.5], [-1.2, -0.4]]
)
ONE = np.array([[2.2, 0.4], [0.9, 1.7], [0.2, 2.4], [2.4, 1.8], [1.5, 1.0], [-0.6, 2.7]])
LIMIT = 3.2


def weights(angle):
    """The weights of length 2 in a direction."""
    return 2 * np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])


def missed(angle, b):
    w = weights(angle)
    return int(np.sum(ONE @ w + b <= 0) + np.sum(ZERO @ w + b > 0))


def measure(angle, b):
    w = weights(angle)
    far = abs(hyperplane_distance([0, 0], w, b))
    return {
        "w": f"{w[0]:.2f} {w[1]:.2f}",
        "far": f"{far:.1f}",
        "missed": f"{missed(angle, b)}",
    }


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3.1))
    for i, (angle, b) in enumerate(product(*SLIDERS.values())):
        unit = weights(angle) / 2
        foot = -b / 2 * unit
        along = np.array([-unit[1], unit[0]])
        ends = np.stack([foot - 9 * along, foot + 9 * along])
        [line] = axis.plot(*ends.T, color="C7", lw=1.4)
        arrow = FancyArrowPatch(
            foot, foot + unit, arrowstyle="->", mutation_scale=10, color="C1", lw=1.6
        )
        axis.add_patch(arrow)
        [way] = axis.plot([0, foot[0]], [0, foot[1]], color="C7", ls=":", lw=1)
        for part in (line, arrow, way):
            part.set_gid(f"frame-{i}")
    axis.plot(*ZERO.T, "s", color="C0", ms=5)
    axis.plot(*ONE.T, "o", color="C1", ms=5)
    axis.plot(0, 0, "+", color="C7", ms=8)
    axis.set(xlim=(-LIMIT, LIMIT), ylim=(-LIMIT, LIMIT), aspect="equal")
    axis.set(xlabel="$x_1$", ylabel="$x_2$", xticks=range(-3, 4), yticks=range(-3, 4))
    return fig
