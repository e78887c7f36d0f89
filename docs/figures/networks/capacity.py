"""Two moons, told apart by 2, 8 and 32 hidden units."""

from functools import cache, partial

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import adam_step

WORDS = {"ko": {"units": "유닛 {}개"}, "en": {"units": "{} units"}}
X, y = make_moons(60, noise=0.2, random_state=0)


@cache
def trained(units):
    """The parameters after learning the moons, as on the page."""
    rng = np.random.default_rng(0)
    params, _ = mlp_train(
        X,
        y,
        init_mlp([2, units, 2], rng=rng),
        step=partial(adam_step, lr=0.03),
        loss=(cross_entropy, cross_entropy_grad),
        epochs=300,
        batch_size=len(X),
        rng=rng,
    )
    return params


def dots(axis, points, cap, color):
    """Points as strokes of no length: round or square, and a third of the bytes."""
    ends = np.stack([points, points + [1e-3, 0], np.full_like(points, np.nan)], axis=1)
    axis.plot(*ends.reshape(-1, 2).T, color=color, lw=4, solid_capstyle=cap)


def figure(words):
    across, up = np.meshgrid(np.linspace(-1.6, 2.6, 43), np.linspace(-1.2, 1.7, 30))
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 1.9), sharex=True, sharey=True)
    for axis, units in zip(axes, (2, 8, 32), strict=True):
        z, _ = mlp_forward(np.stack([across, up], axis=-1), trained(units))
        dots(axis, X[y == 0], "round", "C0")
        dots(axis, X[y == 1], "projecting", "C1")
        axis.contour(across, up, z[..., 1] - z[..., 0], [0], colors="C7", linewidths=1.4)
        axis.set(title=words["units"].format(units), xticks=[-1, 0, 1, 2], aspect="equal")
        axis.set(yticks=[-1, 0, 1])
    return fig
