"""A feature map that is moved, and pooled twice in three ways."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.convolution import avg_pool2d, conv2d, max_pool2d
from dlnotes.datasets import make_1d_digits

WORDS = {
    "ko": {
        "shift": "민 칸 수",
        "max": "최대 풀링",
        "mean": "평균 풀링",
        "blur": "흐린 풀링",
        "map": "민 특징 맵",
    },
    "en": {
        "shift": "moved by",
        "max": "max",
        "mean": "average",
        "blur": "blurred",
        "map": "the feature map, moved",
    },
}
SLIDERS = {"shift": list(range(9))}
START = (2,)
BEND = np.array([[[[-1.0, 2, -1]]]])  # where the stroke bends upwards and back
BELL = np.array([[[[1.0, 4, 6, 4, 1]]]]) / 16


def ring(x, before, after):
    """A row that goes on at its other end, so that nothing is lost when it moves."""
    return np.pad(x, ((0, 0), (0, 0), (0, 0), (before, after)), mode="wrap")


def of_max(x):
    return max_pool2d(x, (1, 2))[0]


def of_mean(x):
    return avg_pool2d(x, (1, 2))


def of_blur(x):
    """The largest of two at every place, blurred, and only then every other one."""
    largest = max_pool2d(ring(x, 0, 1), (1, 2), stride=1)[0]
    return conv2d(ring(largest, 2, 2), BELL, stride=(1, 2))


POOLINGS = {"max": of_max, "mean": of_mean, "blur": of_blur}


@cache
def feature_map():
    X, _ = make_1d_digits(1, rng=np.random.default_rng(1))
    return np.maximum(conv2d(ring(X.reshape(1, 1, 1, 40), 1, 1), BEND), 0)


def pooled(name, shift):
    f = POOLINGS[name]
    return f(f(np.roll(feature_map(), shift)))[0, 0, 0]


def change(name, shift):
    """The result at rest where it fits best, and its distance in lengths of itself."""
    still, moved = pooled(name, 0), pooled(name, shift)
    turns = [np.roll(still, turn) for turn in range(len(still))]
    gaps = [np.linalg.norm(moved - turn) / np.linalg.norm(still) for turn in turns]
    return turns[np.argmin(gaps)], min(gaps)


def measure(shift):
    return {name: f"{change(name, shift)[1]:.2f}" for name in POOLINGS}


def figure(words):
    fig, axes = plt.subplot_mosaic([["map"] * 3, [*POOLINGS]], figsize=(4.5, 2.9))
    top = axes["map"]
    for i, shift in enumerate(SLIDERS["shift"]):
        frame, row = f"frame-{i}", np.roll(feature_map(), shift)[0, 0, 0]
        top.plot(row, "o-", ms=3, lw=1, color="C0", gid=frame)
        for name in POOLINGS:
            bars, still = pooled(name, shift), change(name, shift)[0]
            x = np.arange(len(bars))
            axes[name].plot(x, bars, "o", ms=4, color="C1", gid=frame)
            axes[name].vlines(x, 0, bars, color="C1", lw=1.5, gid=frame)
            axes[name].step(x, still, where="mid", color="C6", lw=1, gid=frame)
    for name in POOLINGS:
        limit = feature_map().max() * 1.05
        axes[name].set(ylim=(0, limit), xticks=[], title=words[name])
        axes[name].tick_params(labelleft=name == "max")
    top.set(title=words["map"], xticks=[0, 10, 20, 30])
    return fig
