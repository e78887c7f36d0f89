"""Five optimizers on a narrow bowl, from the same start."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import (
    adagrad_step,
    adam_step,
    quadratic_grad,
    rmsprop_step,
    sgd_step,
)

WORDS = {
    "ko": {"sgd": "경사 하강법", "momentum": "모멘텀"},
    "en": {"sgd": "gradient descent", "momentum": "momentum"},
}
BOWL = np.diag([1.0, 25.0])
RUNS = [
    ("sgd", sgd_step, {"lr": 0.076}),
    ("momentum", sgd_step, {"lr": 0.03, "momentum": 0.7}),
    ("AdaGrad", adagrad_step, {"lr": 0.6}),
    ("RMSProp", rmsprop_step, {"lr": 0.05, "alpha": 0.9}),
    ("Adam", adam_step, {"lr": 0.25}),
]


def path(step, **options):
    """All points on the way of an optimizer."""
    points, state = [np.array((-3.6, 0.62))], None
    for _ in range(30):
        point, state = step(points[-1], quadratic_grad(points[-1], BOWL), state, **options)
        points.append(point)
    return np.array(points)


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3.2))
    angle = np.linspace(0, 2 * np.pi, 65)
    for level in (0.5, 2, 4.5, 8):
        ring = np.sqrt(2 * level) * np.array([np.cos(angle), np.sin(angle) / 5])
        axis.plot(*ring, color="C6", lw=0.6)
    for i, (name, step, options) in enumerate(RUNS):
        style = {"color": f"C{i}", "lw": 1.2, "ms": 6, "marker": "osv^D"[i]}
        label = words.get(name, name)
        axis.plot(*path(step, **options).T, label=label, markevery=[-1], **style)
    axis.plot(0, 0, "*", color="C7", ms=10)
    axis.set(xlabel="x₁", ylabel="x₂", xlim=(-3.9, 1.2), ylim=(-0.8, 0.8))
    fig.legend(loc="outside upper center", ncols=3, fontsize=9)
    return fig
