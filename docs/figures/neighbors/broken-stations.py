"""Where k neighbours say that it rains, while some stations report the opposite."""

from functools import cache
from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.neighbors import knn_classify

WORDS = {
    "ko": {
        "k": "이웃의 수 k",
        "broken": "고장 난 관측소",
        "seen": "관측소의 보고를 맞힌 비율",
        "new": "새로운 곳의 날씨를 맞힌 비율",
    },
    "en": {
        "k": "neighbours k",
        "broken": "broken stations",
        "seen": "reports of stations predicted",
        "new": "weather of new places predicted",
    },
}
SLIDERS = {"k": [1, 3, 7, 15, 31, 99], "broken": [0, 10, 20, 30]}
START = (1, 20)
RNG = np.random.default_rng(4)
STATIONS = RNG.uniform([0, 0], [10, 6], size=(100, 2)).round(2)
NEW = RNG.uniform([0, 0], [10, 6], size=(1000, 2))
ACROSS, UP = np.linspace(0, 10, 41), np.linspace(0, 6, 25)


def rains(places):
    """Whether it really rains: below a winding front."""
    return (places[:, 1] < 2.7 + 1.4 * np.sin(places[:, 0])).astype(int)


def reports(broken):
    """What the stations report, of which the first ones are broken."""
    said = rains(STATIONS)
    said[:broken] = 1 - said[:broken]
    return said


@cache
def predicted(k, broken):
    """Predictions at the stations, at new places and on a grid."""
    grid = np.stack(np.meshgrid(ACROSS, UP), axis=-1).reshape(-1, 2)
    said = reports(broken)
    seen, new = (knn_classify(STATIONS, said, at, k) for at in (STATIONS, NEW))
    return seen, new, knn_classify(STATIONS, said, grid, k).reshape(len(UP), -1)


def measure(k, broken):
    seen, new, _ = predicted(k, broken)
    right = np.mean(seen == reports(broken)), np.mean(new == rains(NEW))
    return dict(zip(("seen", "new"), (f"{share:.2f}" for share in right), strict=True))


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.9))
    for i, (k, broken) in enumerate(product(*SLIDERS.values())):
        region = predicted(k, broken)[2]
        area = ax.contourf(ACROSS, UP, region, levels=[0.5, 2], colors="C0", alpha=0.2)
        area.set_gid(f"frame-{i}")
        ax.plot(*STATIONS[:broken].T, "x", color="C7", ms=6, mew=1.2, gid=f"frame-{i}")
    for truth, mark, color in [(1, "s", "C0"), (0, "o", "C1")]:
        shown = STATIONS[rains(STATIONS) == truth]
        ax.plot(*shown.T, mark, ms=2.6, mew=0, color=color)
    ax.set(xlim=(0, 10), ylim=(0, 6), xticks=range(0, 11, 2), yticks=range(0, 7, 2))
    ax.set(aspect="equal")
    ax.grid(visible=False)
    return fig
