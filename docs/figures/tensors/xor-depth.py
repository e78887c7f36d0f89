"""What networks with no, one and two hidden layers make of XOR on the plane."""

from functools import partial

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import adam_step

SIDE = np.linspace(-1, 1, 41)


def figure():
    X = np.random.default_rng(0).uniform(-1, 1, size=(600, 2))
    y = ((X[:, 0] > 0) != (X[:, 1] > 0)) * 1
    grid = np.stack(np.meshgrid(SIDE, SIDE), axis=-1)
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 1.9), sharex=True, sharey=True)
    for hidden, axis in enumerate(axes):
        params, _ = mlp_train(
            X[:400],
            y[:400],
            init_mlp([2, *[8] * hidden, 2], rng=np.random.default_rng(0)),
            step=partial(adam_step, lr=0.03),
            loss=(cross_entropy, cross_entropy_grad),
            epochs=60,
            batch_size=40,
            rng=np.random.default_rng(0),
        )
        scores, _ = mlp_forward(grid.reshape(-1, 2), params)
        lead = (scores[:, 1] - scores[:, 0]).reshape(grid.shape[:2])
        axis.contourf(SIDE, SIDE, lead, levels=[0, 1e9], colors="C0", alpha=0.2)
        for label, colour in [(0, "C1"), (1, "C0")]:
            shown = X[:40][y[:40] == label]
            axis.plot(*shown.T, "o", ms=2.5, mew=0, color=colour)
        axis.set(title=f"{hidden}", xticks=[-1, 0, 1], yticks=[-1, 0, 1], aspect="equal")
        axis.grid(visible=False)
    return fig
