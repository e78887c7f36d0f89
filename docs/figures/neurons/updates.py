"""A perceptron learns AND: its line after each mistake, and the row it got wrong."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.neurons import perceptron_predict, perceptron_update

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
CLASSES = [0, 0, 0, 1]
SIDE = np.array([-0.45, 1.45])


def mistakes():
    """The row that was wrong, and weights and bias after it, until an epoch is right."""
    w, b, found, wrong = np.zeros(2), 0.0, [], True
    while wrong:
        wrong = False
        for i, (x, y) in enumerate(zip(CORNERS, CLASSES, strict=True)):
            if perceptron_predict(x, w, b) != y:
                w, b = perceptron_update(x, y, w, b)
                found.append((i, w, b))
                wrong = True
    return found


def figure():
    found = [(None, np.zeros(2), 0.0), *mistakes()]
    fig, axes = plt.subplots(3, 4, figsize=(4.5, 3.7), sharex=True, sharey=True)
    for step, (axis, (wrong, w, b)) in enumerate(zip(axes.flat, found, strict=True)):
        score = w[0] * SIDE + w[1] * SIDE[:, None] + b
        if score.max() >= 0:
            inside = [-1e-9, 99]
            axis.contourf(SIDE, SIDE, score, levels=inside, colors="C0", alpha=0.15)
        if score.min() < 0 < score.max():
            axis.contour(SIDE, SIDE, score, levels=[0], colors="C0", linewidths=1.4)
        if wrong is not None:
            axis.plot(*CORNERS[wrong], "o", ms=11, mec="C1", mew=1.4, mfc="none")
        axis.plot(*CORNERS[:3].T, "o", ms=6, mec="C7", mew=0.8, mfc="C8")
        axis.plot(*CORNERS[3], "o", ms=6, mec="C7", mew=0.8, mfc="C0")
        axis.set(xticks=[0, 1], yticks=[0, 1], aspect="equal")
        axis.set_title(f"{step}", fontsize=9)
        axis.grid(visible=False)
    return fig
