"""A small GPT learns Korean names: its loss for a name, beside rivals that count."""

import functools

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.attention import (
    encode_tokens,
    init_transformer,
    to_jamo,
    transformer_backward,
    transformer_forward,
)
from dlnotes.datasets import korean_given_names
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.optimizers import adam_step

WORDS = {
    "ko": {
        "x": "갱신 횟수",
        "y": "이름 하나의 손실",
        "uniform": "모두 같게",
        "place": "자리로 센다",
        "pair": "자리와 앞 글자로 센다",
        "syllables": "음절로 센다",
    },
    "en": {
        "x": "updates",
        "y": "loss of a name",
        "uniform": "all alike",
        "place": "count by place",
        "pair": "count by place and letter before",
        "syllables": "count syllables",
    },
}
MODEL, UPDATES, EVERY = {"num_heads": 4, "activation": "relu"}, 240, 20
NAMES = np.random.default_rng(0).permutation(korean_given_names()).tolist()
VAL, TRAIN = NAMES[:96], NAMES[96:]
LETTERS = [".", *sorted(set(to_jamo("".join(NAMES))))]


def texts(names):
    """Letters seen, letters that follow, and where a name has not ended yet."""
    ids = np.zeros((len(names), 8), int)
    for row, name in zip(ids, names, strict=True):
        own = encode_tokens(list(to_jamo(name)), LETTERS)
        row[1 : len(own) + 1] = own
    return ids[:, :-1], ids[:, 1:], np.cumsum(ids[:, :-1] == 0, axis=1) < 2


def counted(shape, places, seen, added):
    """Minus the mean log-probability of names, by counts and a little more."""
    table = np.full(shape, added)
    np.add.at(table, tuple(places), 1)
    table /= table.sum(axis=-1, keepdims=True)
    return -np.log(table[tuple(seen)]).sum() / len(VAL)


def rivals():
    """The losses of the models that count."""
    (place, before, after), (at, given, true) = (
        (np.nonzero(used)[1], x[used], y[used]) for x, y, used in (texts(TRAIN), texts(VAL))
    )
    K, syllables = len(LETTERS), sorted(set("".join(NAMES)))
    codes = [[syllables.index(s) for s in "".join(group)] for group in (TRAIN, VAL)]
    firsts = [[0, 1] * len(group) for group in (TRAIN, VAL)]
    return {
        "uniform": len(at) / len(VAL) * np.log(K),
        "place": counted((7, K), (place, after), (at, true), 1.0),
        "pair": counted((7, K, K), (place, before, after), (at, given, true), 0.04),
        "syllables": counted(
            (2, len(syllables)), (firsts[0], codes[0]), (firsts[1], codes[1]), 0.5
        ),
    }


@functools.cache
def curve():
    """The loss on names of the validation, every few updates."""
    rng, (X, Y, used), found = np.random.default_rng(0), texts(TRAIN), []
    params = init_transformer(len(LETTERS), 7, 32, 128, 1, rng=rng)
    params, state, val = [p.astype(np.float32) for p in params], None, texts(VAL)
    for step in range(UPDATES + 1):
        if step % EVERY == 0:
            z, _ = transformer_forward(val[0], params, **MODEL)
            losses = cross_entropy(z[val[2]], val[1][val[2]], reduction="sum")
            found.append(losses / len(VAL))
        batch, rate = rng.integers(len(X), size=64), 3e-3 * (1 - step / 300)
        z, cache = transformer_forward(X[batch], params, **MODEL)
        dz, own = np.zeros_like(z), used[batch]
        dz[own] = cross_entropy_grad(z[own], Y[batch][own])
        grads = transformer_backward(dz, params, cache)
        params, state = adam_step(params, grads, state, lr=rate, betas=(0.9, 0.99))
    return found


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.7))
    for name, loss in rivals().items():
        ax.axhline(loss, color="C6", lw=0.9, ls="--")
        below = name == "syllables"
        place = (UPDATES, loss - 0.25 if below else loss + 0.2)
        side = {"ha": "right", "va": "top" if below else "bottom"}
        ax.annotate(words[name], place, fontsize=8.5, **side)
    ax.plot(range(0, UPDATES + 1, EVERY), curve(), "o-", color="C0", ms=3.5)
    ax.annotate("GPT", (26, 16.3), color="C0", ha="left")
    ax.set(xlabel=words["x"], ylabel=words["y"], ylim=(7, 23.5))
    return fig
