"""Taxi fares with a base distance: the nearest straight line, and the line that bends."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import relu

WORDS = {"ko": {"x": "거리", "y": "요금"}, "en": {"x": "distance", "y": "fare"}}
DISTANCE, FARE = np.array([1, 2, 3, 5]), np.array([5, 5, 7, 11])


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.1))
    x = np.linspace(0, 6, 61)
    ax.plot(x, np.polyval(np.polyfit(DISTANCE, FARE, 1), x), "--", color="C6")
    ax.plot(x, 2 * relu(x - 2) + 5)
    ax.plot(DISTANCE, FARE, "o", color="C1")
    ax.set(xlim=(0, 6), ylim=(0, 14), xlabel=words["x"], ylabel=words["y"])
    return fig
