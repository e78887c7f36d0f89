"""A village without a station, and the circles that hold its 1, 3 and 5 nearest."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.neighbors import k_nearest

WORDS = {
    "ko": {"here": "마을", "rain": "비", "dry": "맑음"},
    "en": {"here": "village", "rain": "rain", "dry": "dry"},
}
STATIONS = np.array([[3, 4], [6, -8], [-12, 5], [-9, -12], [8, 15]])
RAIN = [False, True, True, False, False]


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 3.0))
    distances, _ = k_nearest(STATIONS, [[0, 0]], 5)
    turn = np.linspace(0, 2 * np.pi, 73)
    for k in (1, 3, 5):
        radius = distances[0, k - 1]
        ax.plot(radius * np.cos(turn), radius * np.sin(turn), color="C6", lw=0.9)
        ax.annotate(f"k = {k}", (-0.4, radius + 0.3), ha="right", fontsize=8)
    for (x, y), rains, d in zip(STATIONS, RAIN, distances[0], strict=True):
        ax.plot([0, x], [0, y], color="C7", lw=0.7, ls=":")
        ax.plot(x, y, "s" if rains else "o", ms=7, color="C0" if rains else "C1")
        name = words["rain" if rains else "dry"]
        side = -1 if x < -10 else 1  # clear of the circles and their names
        ha = "right" if side < 0 else "left"
        place = (x + 0.9 * side, y)
        ax.annotate(f"{name} {d:.0f} km", place, ha=ha, va="center", fontsize=8)
    ax.plot(0, 0, "*", ms=11, color="C7")
    ax.annotate(words["here"], (-0.8, -0.4), ha="right", va="top", fontsize=8)
    ax.set(xlim=(-22, 22), ylim=(-18, 20), aspect="equal")
    ax.set(xticks=range(-20, 21, 10), yticks=range(-10, 11, 10))
    return fig
