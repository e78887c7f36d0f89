"""Where circles of equal loss meet the nearest points of equal penalty."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {"loss": "손실이 같은 곳", "penalty": "벌점이 같은 곳", "best": "벌점이 없을 때"},
    "en": {"loss": "equal loss", "penalty": "equal penalty", "best": "without penalty"},
}
BEST = np.array([3, 0.5])
FOUND = {"L1": np.array([2, 0]), "L2": BEST / 3}


def figure(words):
    fig, axes = plt.subplots(1, 2, figsize=(6.4, 3.4), sharey=True)
    turn = np.linspace(0, 2 * np.pi, 61)
    round_ = np.stack([np.cos(turn), np.sin(turn)])
    square = np.array([[1, 0, -1, 0, 1], [0, 1, 0, -1, 0]])
    shapes = {"L1": 2 * square, "L2": np.linalg.norm(FOUND["L2"]) * round_}
    for axis, (name, shape) in zip(axes, shapes.items(), strict=True):
        reach = np.linalg.norm(FOUND[name] - BEST)
        for radius, label in [(reach, words["loss"]), (reach + 0.7, None)]:
            ring = BEST[:, None] + radius * round_
            axis.plot(*ring, color="C0", lw=1.2, label=label)
        axis.plot(*shape, color="C1", label=words["penalty"])
        axis.plot(*BEST, "*", color="C0", ms=10)
        axis.plot(*FOUND[name], "o", color="C7", ms=6)
        axis.axhline(0, color="C6", lw=0.8)
        axis.vlines(0, -2.2, 2.4, color="C6", lw=0.8)
        axis.set(title=name, xlabel="$w_1$", xlim=(-2.3, 4.3), ylim=(-2.2, 3.5))
        axis.set_aspect("equal")
    axes[0].set_ylabel("$w_2$")
    axes[0].text(3, 0.72, words["best"], ha="center", fontsize=8)
    axes[0].legend(loc="upper left", fontsize=8)
    return fig
