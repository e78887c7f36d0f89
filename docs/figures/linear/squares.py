"""The least-squares line of four taxi fares, and the squares that it makes small."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

from dlnotes.linear import linear_regression_fit

WORDS = {"ko": {"x": "거리", "y": "요금"}, "en": {"x": "distance", "y": "fare"}}
DISTANCE, FARE = np.array([1, 2, 3, 5]), np.array([5, 5, 7, 11])
WIDE, LOW, HIGH = 6, 2, 13
FLAT = 0.55  # height of the axes over their width


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.9))
    w, b = linear_regression_fit(DISTANCE[:, None], FARE)
    line = DISTANCE * w[0] + b
    axis.axline((0, float(b)), slope=float(w[0]), color="C0")
    for x, y, on_line in zip(DISTANCE, FARE, line, strict=True):
        side = y - on_line
        corner = (x, min(y, on_line))
        width = abs(side) * FLAT * WIDE / (HIGH - LOW)  # as wide as high on paper
        axis.add_patch(Rectangle(corner, width, abs(side), color="C1", alpha=0.3))
    axis.plot(DISTANCE, FARE, "o", color="C1")
    axis.plot(DISTANCE.mean(), FARE.mean(), "s", color="C7")
    axis.set(xlim=(0, WIDE), ylim=(LOW, HIGH), xlabel=words["x"], ylabel=words["y"])
    axis.set_box_aspect(FLAT)
    return fig
