"""Thirty steps of gradient descent, when one feature is spread more widely than another."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import gradient_descent

WORDS = {
    "ko": {
        "ratio": "퍼진 정도의 비",
        "kappa": "조건수 κ",
        "rate": "가장 빠른 학습률",
        "steps": "거리가 1,000분의 1이 될 때까지",
        "raw": "그대로",
        "scaled": "표준화한 뒤",
    },
    "en": {
        "ratio": "ratio of spreads",
        "kappa": "condition number κ",
        "rate": "best learning rate",
        "steps": "steps until the distance is a thousandth",
        "raw": "as it is",
        "scaled": "standardised",
    },
}
SLIDERS = {"ratio": [1, 2, 3, 5, 7, 10, 15, 20, 30, 50]}
START = (5,)
TURN = np.linspace(-np.pi / 2, np.pi / 2, 41)


@cache
def walk(ratio, steps):
    """The path in a bowl of curvatures 1 and ratio ** 2, at the best learning rate."""
    curvatures = np.array([1.0, ratio**2])
    rate = 2 / (1 + ratio**2)
    return gradient_descent(lambda w: curvatures * w, np.ones(2), lr=rate, steps=steps)


def measure(ratio):
    path = walk(ratio, 6 * ratio**2)  # more than enough
    near = np.max(np.abs(path), axis=1) <= 1e-3
    return {
        "kappa": f"{ratio**2}",
        "rate": f"{2 / (1 + ratio**2):.2g}",
        "steps": f"{np.argmax(near)}",
    }


def bowl(ax, ratio, **style):
    """Lines of equal loss, which cross the vertical axis at the same places."""
    for height in (0.25, 0.5, 0.75, 1.0):
        across = min(height * ratio, 1.3) * np.sin(TURN)  # 1.3 is outside the picture
        up = np.sqrt(np.maximum(height**2 - (across / ratio) ** 2, 0))
        ax.plot([*across, *across[::-1]], [*up, *-up[::-1]], color="C6", lw=0.8, **style)


def figure(words):
    fig, (left, right) = plt.subplots(1, 2, figsize=(4.6, 2.6), sharey=True)
    for i, ratio in enumerate(SLIDERS["ratio"]):
        bowl(left, ratio, gid=f"frame-{i}")
        path = walk(ratio, 30)
        left.plot(*path.T, "o-", color="C1", ms=2.5, lw=0.8, gid=f"frame-{i}")
    bowl(right, 1)
    right.plot(*walk(1, 1).T, "o-", color="C0", ms=4)
    for ax, name in ((left, "raw"), (right, "scaled")):
        ax.plot(0, 0, "*", color="C7", ms=9)
        ax.set(xlim=(-1.25, 1.25), ylim=(-1.25, 1.25), xticks=[-1, 0, 1], yticks=[-1, 0, 1])
        ax.set(title=words[name], xlabel="w₁", aspect="equal")
    left.set(ylabel="w₂")
    return fig
