"""All 512 pictures of 3 x 3 pixels by probability while a machine learns 14 of them."""

from functools import cache
from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.datasets import make_bars_and_stripes
from dlnotes.energy import (
    contrastive_divergence,
    rbm_log_prob,
    rbm_log_prob_grad,
    rbm_reconstruction_error,
)

WORDS = {
    "ko": {
        "epoch": "에폭",
        "method": "학습 방법",
        "likelihood": "로그 가능도",
        "error": "복원 오차",
        "patterns": "배운 그림 14장",
        "others": "나머지 498장",
        "rank": "확률의 순위",
        "probability": "확률",
    },
    "en": {
        "epoch": "epoch",
        "method": "training",
        "likelihood": "log-likelihood",
        "error": "reconstruction error",
        "patterns": "the 14 pictures",
        "others": "the other 498",
        "rank": "rank",
        "probability": "probability",
    },
}
METHODS = {"CD-1": 1, "CD-10": 10, "PCD": 1, "CD-∞": 0}
SLIDERS = {"epoch": [0, 200, 400, 600, 800, 1000, 1500], "method": [*METHODS]}
START = (1500, "PCD")
BARS = make_bars_and_stripes(3)
ALL = (np.arange(512)[:, np.newaxis] >> np.arange(9)) & 1
KNOWN = np.isin(ALL @ 2 ** np.arange(9), BARS @ 2 ** np.arange(9))
EVERY = 50  # epochs between points of the curves
SHOWN = np.unique(np.logspace(0, np.log10(498), 30).astype(int)) - 1


@cache
def trained(method):
    """The machine after each 50 epochs."""
    rng, data = np.random.default_rng(0), np.tile(BARS, (5, 1))
    W, a, b = rng.normal(0, 0.1, (8, 9)), np.zeros(9), np.zeros(8)
    chains, found = None, []
    for epoch in range(SLIDERS["epoch"][-1] + 1):
        if epoch % EVERY == 0:
            found.append((W, a, b))
        if METHODS[method] == 0:
            dW, da, db = rbm_log_prob_grad(BARS, W, a, b)
        else:
            dW, da, db, ends = contrastive_divergence(
                data, W, a, b, k=METHODS[method], rng=rng, chains=chains
            )
            chains = ends if method == "PCD" else None
        W, a, b = W + 0.4 * dW, a + 0.4 * da, b + 0.4 * db
    return found


def scores(rbm):
    """The log-likelihood and the reconstruction error."""
    return rbm_log_prob(BARS, *rbm).mean(), float(rbm_reconstruction_error(BARS, *rbm))


def measure(epoch, method):
    likelihood, error = scores(trained(method)[epoch // EVERY])
    return {"likelihood": f"{likelihood:.2f}".replace("-", "−"), "error": f"{error:.5f}"}


def states(axis, words, rbm, frame):
    """The pictures from the likeliest to the least likely."""
    q = np.exp(rbm_log_prob(ALL, *rbm))
    order = np.argsort(-q)
    for known, style, word in [(False, "-", "others"), (True, "o", "patterns")]:
        rank = 1 + np.flatnonzero(KNOWN[order] == known)
        rank = rank if known else rank[SHOWN]
        label = words[word] if frame == 0 else None
        axis.plot(
            rank,
            q[order][rank - 1],
            style,
            color="C1" if known else "C0",
            ms=4,
            gid=f"frame-{frame}",
            label=label,
        )


def figure(words):
    fig, axes = plt.subplots(1, 3, figsize=(8, 2.9), width_ratios=[1.6, 1, 1])
    found = [trained(method) for method in METHODS]
    curves = [np.array([scores(rbm) for rbm in machines]).T for machines in found]
    at = EVERY * np.arange(len(found[0]))
    for i, (epoch, method) in enumerate(product(*SLIDERS.values())):
        j, now = [*METHODS].index(method), epoch // EVERY
        states(axes[0], words, found[j][now], i)
        for axis, curve in zip(axes[1:], curves[j], strict=True):
            axis.plot(at, curve, color="C0", gid=f"frame-{i}")
            axis.plot(epoch, curve[now], "o", color="C1", gid=f"frame-{i}")
    axes[0].axhline(1 / 14, ls=":", color="C6", lw=1)
    axes[0].set(xscale="log", yscale="log", ylim=(1e-7, 1), xlabel=words["rank"])
    axes[0].set(ylabel=words["probability"])
    axes[0].legend(loc="lower left", fontsize=8)
    axes[1].axhline(-np.log(14), ls=":", color="C6", lw=1)
    axes[1].set(xlabel=words["epoch"], title=words["likelihood"], xticks=[0, 1500])
    axes[2].set(xlabel=words["epoch"], title=words["error"], xticks=[0, 1500])
    axes[2].set(yscale="log")
    return fig
