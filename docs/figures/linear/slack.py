"""The street between two rows of houses that do not quite part, for every cost of slack."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import hyperplane_distance, svm_fit, svm_margin

WORDS = {
    "ko": {
        "C": "C",
        "margin": "마진",
        "support": "서포트 벡터",
        "missed": "잘못 가른 집",
        "slack": "모자란 만큼의 합 Σξ",
        "half": "½‖w‖²",
        "paid": "CΣξ",
    },
    "en": {
        "C": "C",
        "margin": "margin",
        "support": "support vectors",
        "missed": "houses on the wrong side",
        "slack": "sum of slack Σξ",
        "half": "½‖w‖²",
        "paid": "CΣξ",
    },
}
SLIDERS = {"C": [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]}
START = (1,)
RNG = np.random.default_rng(1)
SPREAD = [0.9, 0.8]
HOUSES = np.concatenate(
    [RNG.normal([2, 2.6], SPREAD, (10, 2)), RNG.normal([4, 1.6], SPREAD, (10, 2))]
).round(1)
SIDES = np.repeat([-1, 1], 10)


@cache
def fitted(C):
    """Weights, bias, scores times labels, and slack."""
    w, b = svm_fit(HOUSES, SIDES, C=C)
    ahead = SIDES * (HOUSES @ w + b)
    return w, b, ahead, np.maximum(0, 1 - ahead)


def measure(C):
    w, _, ahead, slack = fitted(C)
    return {
        "margin": f"{svm_margin(w):.2f}",
        "support": f"{np.sum(ahead < 1 + 1e-6)}",
        "missed": f"{np.sum(ahead <= 0)}",
        "slack": f"{slack.sum():.2f}",
        "half": f"{w @ w / 2:.2f}",
        "paid": f"{C * slack.sum():.2f}",
    }


def street(ax, C, gid):
    """The middle of the street and its sides; slack as the way to the own side."""
    w, b, ahead, slack = fitted(C)
    unit, m = w / np.linalg.norm(w), svm_margin(w)
    along = np.array([-unit[1], unit[0]])
    for side, style in [(0, "-"), (-1, "--"), (1, "--")]:
        foot = (side * m - b * m) * unit
        ends = np.stack([foot - 12 * along, foot + 12 * along])
        ax.plot(*ends.T, style, color="C2", lw=0.9 if side else 1.6, gid=gid)
    short = slack > 1e-6
    side = SIDES[short] * m - hyperplane_distance(HOUSES[short], w, b)
    ways = np.stack([HOUSES[short], HOUSES[short] + side[:, np.newaxis] * unit], axis=1)
    gaps = np.full((len(ways), 1, 2), np.nan)  # each ends a line
    ax.plot(*np.concatenate([ways, gaps], axis=1).reshape(-1, 2).T, "C3", lw=1, gid=gid)
    ring = {"mfc": "none", "mec": "C7", "ms": 9, "mew": 0.9}
    ax.plot(*HOUSES[ahead < 1 + 1e-6].T, "o", gid=gid, **ring)


def figure(words):
    fig, (ax, bars) = plt.subplots(ncols=2, figsize=(4.5, 2.9), width_ratios=[2.4, 1])
    for i, C in enumerate(SLIDERS["C"]):
        w, _, _, slack = fitted(C)
        street(ax, C, f"frame-{i}")
        for place, height in enumerate([w @ w / 2, C * slack.sum()]):
            [bar] = bars.bar(place, height, 0.6, color=("C2", "C3")[place])
            bar.set_gid(f"frame-{i}")
    ax.plot(*HOUSES[SIDES < 0].T, "s", color="C0", ms=4.5)
    ax.plot(*HOUSES[SIDES > 0].T, "o", color="C1", ms=4.5)
    ax.set(
        xlim=(0.8, 6.4), ylim=(-0.3, 4.1), aspect="equal", xlabel="$x_1$", ylabel="$x_2$"
    )
    ax.set(xticks=range(1, 7), yticks=range(5))
    bars.set(xlim=(-0.6, 1.6), ylim=(0, 30))
    bars.set_xticks([0, 1], [words["half"], words["paid"]], fontsize=7.5)
    return fig
