"""What is left of a number in a cell, for several values of the forget gate."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {"x": "지난 시점의 수", "y": "남은 비율"},
    "en": {"x": "steps that have passed", "y": "share that is left"},
}
GATES = {0.5: "C6", 0.9: "C1", 0.98: "C2", 0.999: "C0"}
PLACES = {0.5: (5.5, 0.07), 0.9: (11, 0.38), 0.98: (32, 0.6), 0.999: (32, 0.87)}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.1))
    steps = np.arange(51)
    for f, colour in GATES.items():
        ax.plot(steps, f**steps, ".-", color=colour, ms=3, lw=1)
        ax.annotate(f"f = {f}", PLACES[f], color=colour)
    ax.set(xlabel=words["x"], ylabel=words["y"], ylim=(-0.03, 1.05), xlim=(-1, 51))
    return fig
