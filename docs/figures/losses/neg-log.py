"""The penalty for the probability that a model gave to what turned out to be true."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.losses import mse_loss, nll_from_likelihood

WORDS = {
    "ko": {"q": "정답에 준 확률 q"},
    "en": {"q": "probability q given to the truth"},
}


def figure(words):
    q = np.geomspace(0.006, 1, 60)
    fig, axis = plt.subplots(figsize=(4.5, 2.9))
    axis.plot(q, [nll_from_likelihood(one) for one in q])
    axis.plot(q, mse_loss(q, np.ones(60), reduction="none"), color="C1")
    for at in (0.01, 0.1, 0.5):
        height = float(nll_from_likelihood(at))
        axis.plot(at, height, "o", color="C0")
        axis.text(at + 0.025, height, f"{height:.2f}", va="bottom", color="C0")
    axis.text(0.28, 1.7, "−log q", color="C0")
    axis.text(0.03, 0.5, "(1 − q)²", color="C1", va="top")
    axis.set(xlabel=words["q"], xlim=(-0.02, 1.02), ylim=(-0.1, 5.2))
    return fig
