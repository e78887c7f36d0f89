"""Two rings that no line parts, for every kernel and every cost of slack."""

from functools import cache
from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import kernel_svm_fit, kernel_svm_scores, linear_kernel, rbf_kernel

WORDS = {
    "ko": {
        "kernel": "커널",
        "C": "C",
        "support": "서포트 벡터",
        "seen": "훈련 정확도",
        "new": "시험 정확도",
        "half": "½‖w‖²",
        "paid": "CΣξ",
    },
    "en": {
        "kernel": "kernel",
        "C": "C",
        "support": "support vectors",
        "seen": "training accuracy",
        "new": "test accuracy",
        "half": "½‖w‖²",
        "paid": "CΣξ",
    },
}
GAMMAS = {"u·v": None, "γ = 1": 1, "γ = 100": 100}
SLIDERS = {"kernel": list(GAMMAS), "C": [0.1, 1, 100]}
START = ("γ = 1", 1)
SIDE = np.linspace(-3, 3, 49)


def rings(n, rng):
    """Points on an inner and an outer ring by turns, and their labels."""
    labels = np.where(np.arange(n) % 2, 1, -1)
    angles, radii = rng.uniform(0, 2 * np.pi, n), 1.5 + labels / 2 + rng.normal(0, 0.3, n)
    points = radii[:, np.newaxis] * np.column_stack([np.cos(angles), np.sin(angles)])
    return points.round(2), labels


POINTS, LABELS = rings(60, np.random.default_rng(3))
NEW, TRUE = rings(1000, np.random.default_rng(4))


def gram(a, b, kernel):
    if kernel == "u·v":
        return linear_kernel(a, b)
    return rbf_kernel(a, b, gamma=GAMMAS[kernel])


@cache
def fitted(kernel, C):
    """Shares and bias."""
    alpha, b = kernel_svm_fit(gram(POINTS, POINTS, kernel), LABELS, C=C)
    return alpha, float(b)


def scores(points, kernel, C):
    return kernel_svm_scores(gram(points, POINTS, kernel), LABELS, *fitted(kernel, C))


def measure(kernel, C):
    alpha, _ = fitted(kernel, C)
    pulls, ahead = alpha * LABELS, LABELS * scores(POINTS, kernel, C)
    half = pulls @ gram(POINTS, POINTS, kernel) @ pulls / 2
    return {
        "support": f"{np.sum(alpha > 0)}",
        "seen": f"{np.mean(ahead > 0):.2f}",
        "new": f"{np.mean(TRUE * scores(NEW, kernel, C) > 0):.2f}",
        "half": f"{half:.2f}",
        "paid": f"{C * np.maximum(0, 1 - ahead).sum():.2f}",
    }


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 3.3))
    grid = np.stack(np.meshgrid(SIDE, SIDE), axis=-1).reshape(-1, 2)
    ring = {"mfc": "none", "mec": "C7", "ms": 7, "mew": 0.7}
    for i, position in enumerate(product(*SLIDERS.values())):
        found = scores(grid, *position).reshape(len(SIDE), -1)
        area = ax.contourf(SIDE, SIDE, found, levels=[0, 1e9], colors="C1", alpha=0.2)
        area.set_gid(f"frame-{i}")
        levels = [side for side in (-1, 0, 1) if found.min() < side < found.max()]
        styles = ["-" if side == 0 else "--" for side in levels]
        lines = ax.contour(SIDE, SIDE, found, levels, colors="C2", linestyles=styles)
        lines.set(gid=f"frame-{i}", linewidths=1)
        chosen = POINTS[fitted(*position)[0] > 0]
        ax.plot(*chosen.T, "o", gid=f"frame-{i}", **ring)
    ax.plot(*POINTS[LABELS < 0].T, "s", color="C0", ms=3.5)
    ax.plot(*POINTS[LABELS > 0].T, "o", color="C1", ms=3.5)
    ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
    ax.set(xlabel="$x_1$", ylabel="$x_2$", xticks=range(-3, 4), yticks=range(-3, 4))
    ax.grid(visible=False)
    return fig
