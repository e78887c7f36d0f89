"""What networks with no, one and two hidden layers make of two signs on the plane."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.neural_network import MLPClassifier

SIDE = np.linspace(-1, 1, 41)


def figure():
    X = np.random.default_rng(0).uniform(-1, 1, size=(600, 2))
    y = (X[:, 0] > 0) != (X[:, 1] > 0)
    grid = np.stack(np.meshgrid(SIDE, SIDE), axis=-1).reshape(-1, 2)
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 1.9), sharex=True, sharey=True)
    for hidden, axis in enumerate(axes):
        net = MLPClassifier(
            [8] * hidden, learning_rate_init=0.03, max_iter=2000, random_state=0
        ).fit(X[:400], y[:400])
        likely = net.predict_proba(grid)[:, 1].reshape(41, 41)
        axis.contourf(SIDE, SIDE, likely, levels=[0.5, 2], colors="C0", alpha=0.2)
        for label, colour in [(False, "C1"), (True, "C0")]:
            shown = X[:40][y[:40] == label]
            axis.plot(*shown.T, "o", ms=2.5, mew=0, color=colour)
        axis.set(title=f"{hidden}", xticks=[-1, 0, 1], yticks=[-1, 0, 1], aspect="equal")
        axis.grid(visible=False)
    return fig
