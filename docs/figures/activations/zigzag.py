"""Weights updated one sample at a time, with positive and with centred inputs."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {"positive": "입력이 모두 양수", "centred": "입력의 평균이 0"},
    "en": {"positive": "all inputs positive", "centred": "inputs with mean 0"},
}
GOAL = np.array([1.0, -1.0])


def path(inputs):
    """The weights of a linear unit that learns to be `GOAL`, after every update."""
    w, visited = np.zeros(2), [np.zeros(2)]
    for x in inputs:
        w = w - 1.2 * ((w - GOAL) @ x) * x / (x @ x)
        visited.append(w)
    return np.array(visited)


def figure(words):
    positive = np.random.default_rng(3).uniform(size=(12, 2))
    fig, axes = plt.subplots(1, 2, figsize=(4.5, 2.4), sharex=True, sharey=True)
    for axis, title, inputs in [
        (axes[0], words["positive"], positive),
        (axes[1], words["centred"], positive - positive.mean(axis=0)),
    ]:
        axis.plot(*path(inputs).T, "o-", lw=1.2)
        axis.plot(*GOAL, "*", color="C1", ms=12)
        axis.set(title=title, xlabel="w₁", aspect="equal")
    axes[0].set_ylabel("w₂")
    return fig
