"""The weights of one block that learns to read words backwards, while it learns."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.attention import init_transformer, transformer_backward, transformer_forward
from dlnotes.datasets import make_reversals
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.optimizers import adam_step

WORDS = {
    "ko": {
        "step": "갱신 횟수",
        "query": "질의의 자리",
        "loss": "손실",
        "right": "맞힌 글자",
        "weight": "맞는 글자의 가중치",
        "key": "키의 자리",
        "share": "가중치",
    },
    "en": {
        "step": "updates",
        "query": "place of the query",
        "loss": "loss",
        "right": "letters right",
        "weight": "weight of its partner",
        "key": "place of the key",
        "share": "weight",
    },
}
LENGTH, LETTERS = 5, 10
SLIDERS = {"step": [0, 5, 10, 15, 20, 30, 40, 60], "query": [1, 2, 3, 4, 5]}
START = (20, 1)
EDGES = np.arange(0.5, LENGTH + 1)
MODEL = {"num_heads": 1, "causal": False, "activation": "relu"}


def forward(words, params):
    """The scores of all letters as rows, and the values that are kept."""
    z, kept = transformer_forward(words, params, **MODEL)
    return z.reshape(-1, LETTERS), kept


@cache
def history():
    """Loss, share of right letters and mean weights at the steps of the slider."""
    rng = np.random.default_rng(0)
    params = init_transformer(LETTERS, LENGTH, 32, 128, 1, rng=rng)
    params = [p.astype(np.float32) for p in params]
    state, found = None, {}
    test, answers = make_reversals(200, LENGTH, rng=np.random.default_rng(99))
    for step in range(max(SLIDERS["step"]) + 1):
        if step in SLIDERS["step"]:
            z, kept = forward(test, params)
            right = np.mean(z.argmax(axis=1) == answers.ravel())
            weights = kept.layers[0].attention.weights[:, 0].mean(axis=0)
            found[step] = float(cross_entropy(z, answers.ravel())), right, weights
        words, backwards = make_reversals(64, LENGTH, rng=rng)
        z, kept = forward(words, params)
        d = cross_entropy_grad(z, backwards.ravel()).reshape(*words.shape, LETTERS)
        params, state = adam_step(
            params, transformer_backward(d, params, kept), state, lr=3e-3
        )
    return found


def measure(step, query):
    loss, right, weights = history()[step]
    partner = weights[query - 1, LENGTH - query]
    return {"loss": f"{loss:.2f}", "right": f"{right:.2f}", "weight": f"{partner:.2f}"}


def figure(words):
    fig, (left, right) = plt.subplots(1, 2, figsize=(4.5, 2.2), width_ratios=[1, 1.1])
    places = range(1, LENGTH + 1)
    frames = [(step, query) for step in SLIDERS["step"] for query in SLIDERS["query"]]
    for i, (step, query) in enumerate(frames):
        weights, gid = history()[step][2], f"frame-{i}"
        for row, own in enumerate(weights, 1):
            colour = "C1" if row == query else "C0"
            top, foot = row + 0.42 - 0.84 * own, row + 0.42
            left.stairs(top, EDGES, baseline=foot, fill=True, color=colour, gid=gid)
        right.stairs(
            weights[query - 1],
            EDGES,
            fill=True,
            color="C1",
            gid=gid,
        )
    left.set(xlabel=words["key"], ylabel=words["query"], xticks=places, yticks=places)
    left.set(xlim=(0.5, LENGTH + 0.5), ylim=(LENGTH + 0.5, 0.5))
    right.set(xlabel=words["key"], ylabel=words["share"], ylim=(0, 1), xticks=places)
    left.grid(visible=False)
    return fig
