"""Five optimizers on a narrow bowl and in Rosenbrock's valley, from the same starts."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import (
    adagrad_step,
    adam_step,
    quadratic_grad,
    rmsprop_step,
    rosenbrock_grad,
    sgd_step,
)

WORDS = {
    "ko": {"sgd": "경사 하강법", "momentum": "모멘텀"},
    "en": {"sgd": "gradient descent", "momentum": "momentum"},
}
BOWL = np.diag([1.0, 25.0])
RUNS = [  # name, step, options on the bowl and in the valley
    ("sgd", sgd_step, {"lr": 0.076}, {"lr": 0.0015}),
    ("momentum", sgd_step, {"lr": 0.03, "momentum": 0.7}, {"lr": 5e-4, "momentum": 0.9}),
    ("AdaGrad", adagrad_step, {"lr": 0.6}, {"lr": 0.5}),
    ("RMSProp", rmsprop_step, {"lr": 0.05, "alpha": 0.9}, {"lr": 0.01, "alpha": 0.9}),
    ("Adam", adam_step, {"lr": 0.25}, {"lr": 0.05}),
]


def path(step, grad, start, steps, **options):
    """All points on the way of an optimizer."""
    points, state = [np.array(start)], None
    for _ in range(steps):
        point, state = step(points[-1], grad(points[-1]), state, **options)
        points.append(point)
    return np.array(points)


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 6), height_ratios=[1, 1.2])
    angle = np.linspace(0, 2 * np.pi, 65)
    for level in (0.5, 2, 4.5, 8):
        ring = np.sqrt(2 * level) * np.array([np.cos(angle), np.sin(angle) / 5])
        above.plot(*ring, color="C6", lw=0.6)
    for level in (2, 10, 60, 250):  # (1 - x)^2 + 100 (y - x^2)^2 = level
        x = np.linspace(max(-1.7, 1 - level**0.5), 1.5, 33)
        half = np.sqrt(np.maximum(level - (1 - x) ** 2, 0)) / 10
        for side in (-half, half):
            below.plot(x, x**2 + side, color="C6", lw=0.6)
    shown = [*range(20), *range(20, 201, 4)]
    for i, (name, step, on_bowl, in_valley) in enumerate(RUNS):
        style = {"color": f"C{i}", "lw": 1.2, "ms": 6, "marker": "osv^D"[i]}
        points = path(step, lambda x: quadratic_grad(x, BOWL), (-3.6, 0.62), 30, **on_bowl)
        above.plot(*points.T, label=words.get(name, name), markevery=[-1], **style)
        points = path(step, rosenbrock_grad, (-1.2, 1.0), 200, **in_valley)
        below.plot(*points[shown].T, markevery=[-1], **style)
    above.plot(0, 0, "*", color="C7", ms=10)
    below.plot(1, 1, "*", color="C7", ms=10)
    above.set(xlabel="x₁", ylabel="x₂", xlim=(-3.9, 1.2), ylim=(-0.8, 0.8))
    below.set(xlabel="x₁", ylabel="x₂", xlim=(-1.7, 1.5), ylim=(-0.6, 2.6))
    fig.legend(loc="outside upper center", ncols=3, fontsize=9)
    return fig
