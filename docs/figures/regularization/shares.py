"""How much of the best weight is reached, by curvature: ten steps against a penalty."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {
        "x": "곡률",
        "y": "가장 좋은 가중치의 몫",
        "stop": "10걸음",
        "penalty": "벌점 0.2",
    },
    "en": {
        "x": "curvature",
        "y": "share of the best weight",
        "stop": "10 steps",
        "penalty": "penalty 0.2",
    },
}
RATE, STEPS = 0.5, 10


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.3))
    h = np.geomspace(0.001, 1, 200)
    ax.plot(h, 1 - (1 - RATE * h) ** STEPS, color="C0", label=words["stop"])
    ax.plot(h, h / (h + 1 / (RATE * STEPS)), "--", color="C1", label=words["penalty"])
    ax.set(xscale="log", xlabel=words["x"], ylabel=words["y"], ylim=(-0.03, 1.05))
    ax.set_xticks([0.001, 0.01, 0.1, 1], ["0.001", "0.01", "0.1", "1"])
    ax.minorticks_off()
    ax.legend(loc="upper left")
    return fig
