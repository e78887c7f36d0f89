"""A line for the fares of two deliveries, for every weight and bias of two sliders."""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {"w": "가중치", "b": "편향", "missed": "빗나간 합", "x": "거리", "y": "요금"},
    "en": {"w": "weight", "b": "bias", "missed": "missed by", "x": "distance", "y": "fare"},
}
DISTANCE, FARE = np.array([1, 3]), np.array([5, 9])
SLIDERS = {"w": [0, 1, 2, 3, 4], "b": [0, 1, 2, 3, 4, 5]}
START = (1, 1)


def measure(w, b):
    return {"missed": f"{np.abs(w * DISTANCE + b - FARE).sum()}"}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 1.9))
    ends = np.array([0, 4])
    for i, (w, b) in enumerate(product(*SLIDERS.values())):
        [line] = ax.plot(ends, w * ends + b, color="C0")
        line.set_gid(f"frame-{i}")
        gaps = ax.vlines(DISTANCE, w * DISTANCE + b, FARE, color="C1", ls=":")
        gaps.set_gid(f"frame-{i}")
    ax.plot(DISTANCE, FARE, "o", color="C1")
    ax.set(xlim=(0, 4), ylim=(0, 12), xticks=range(5), xlabel=words["x"])
    ax.set_ylabel(words["y"])
    return fig
