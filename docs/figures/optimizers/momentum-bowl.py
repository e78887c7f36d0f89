"""Gradient descent on a bowl, at every learning rate and momentum of two sliders."""

from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import quadratic, quadratic_grad, sgd_step

WORDS = {
    "ko": {"lr": "학습률 η", "momentum": "모멘텀 μ", "loss": "40걸음 뒤의 높이"},
    "en": {
        "lr": "learning rate η",
        "momentum": "momentum μ",
        "loss": "height after 40 steps",
    },
}
H = np.diag([1.0, 10.0])
SLIDERS = {
    "lr": [0.01, 0.03, 0.06, 0.1, 0.14, 0.18, 0.2, 0.21, 0.3, 0.37],
    "momentum": [0, 0.3, 0.6, 0.8, 0.9],
}
START = (0.06, 0.6)
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def path(lr, momentum):
    """The points that 40 steps visit."""
    points, state = [np.array([-4.0, 1.5])], None
    for _ in range(40):
        grad = quadratic_grad(points[-1], H)
        step, state = sgd_step(points[-1], grad, state, lr=lr, momentum=momentum)
        points.append(step)
    return np.array(points)


def measure(lr, momentum):
    height = quadratic(path(lr, momentum)[-1], H)
    if 1e-3 <= height < 100:
        return {"loss": f"{height:.2g}"}
    digits, power = f"{height:.1e}".split("e")
    return {"loss": f"{digits}×10{str(int(power)).translate(RAISED)}"}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.9))
    x, y = np.meshgrid(np.linspace(-5, 3, 97), np.linspace(-2.2, 2.2, 67))
    height = quadratic(np.stack([x, y], axis=-1), H)
    ax.contour(x, y, height, levels=[0.3, 2, 6, 13, 22], colors="C6", linewidths=0.7)
    for i, (lr, momentum) in enumerate(product(*SLIDERS.values())):
        points = path(lr, momentum)
        gone = np.abs(points).max(axis=1) > 9  # the rest is out of sight
        shown = points[: gone.argmax() + 1] if gone.any() else points
        ax.plot(*shown.T, color="C0", lw=1.2, gid=f"frame-{i}")
    ax.plot(0, 0, "*", color="C1", ms=11)
    ax.set(xlim=(-5, 3), ylim=(-2.2, 2.2), xlabel="w₁", ylabel="w₂")
    return fig
