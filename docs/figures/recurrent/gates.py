"""One cell of an LSTM that remembers the first of 50 bits: its gates at every step."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid
from dlnotes.optimizers import adam_step, clip_grad_norm
from dlnotes.recurrent import lstm_backward, lstm_forward, rnn_backward, rnn_forward

WORDS = {
    "ko": {
        "step": "시점 t",
        "i": "입력 게이트 i",
        "f": "망각 게이트 f",
        "g": "후보 g",
        "o": "출력 게이트 o",
        "c": "칸 c",
        "h": "상태 h",
        "bit": "비트",
        "change": "점수의 변화",
    },
    "en": {
        "step": "step t",
        "i": "input gate i",
        "f": "forget gate f",
        "g": "candidate g",
        "o": "output gate o",
        "c": "cell c",
        "h": "state h",
        "bit": "bit",
        "change": "change of the score",
    },
}
STEPS, UNITS, UPDATES = 50, 8, 200
SLIDERS = {"step": list(range(1, STEPS + 1))}
START = (1,)
STYLES = {"lstm": ("C0o-", "LSTM"), "rnn": ("C1s-", "RNN")}
NAMES = ["i", "f", "g", "o", "c", "h"]
LAYERS = {"rnn": (1, rnn_forward, rnn_backward), "lstm": (4, lstm_forward, lstm_backward)}


def bits(n, rng):
    """Bits of -1 and 1, and whether the first is 1."""
    X = rng.integers(0, 2, (n, STEPS, 1)) * 2.0 - 1
    return X, X[:, 0, 0] > 0


def first_params(kind, rng):
    """Initial weights as in PyTorch; the gates of an LSTM begin with long memories."""
    rows, a = LAYERS[kind][0] * UNITS, UNITS**-0.5
    shapes = [(rows, 1), (rows, UNITS), (rows,), (rows,), (UNITS,), (1,)]
    params = [rng.uniform(-a, a, shape) for shape in shapes]
    if kind == "lstm":
        open_gates = np.log(rng.uniform(1, STEPS - 1, UNITS))
        params[2][: 2 * UNITS] = [*-open_gates, *open_gates]
    return params


def scores(kind, X, params):
    """The score of "the first bit was 1", the last states, and the cache."""
    H, *_, kept = LAYERS[kind][1](X, params[:4])
    return H[:, -1] @ params[4] + params[5], H, kept


def gradients(kind, dscores, params, H, kept):
    """Gradients by all parameters."""
    dH = np.zeros(H.shape)
    dH[:, -1] = np.outer(dscores, params[4])
    *_, grads = LAYERS[kind][2](dH, params[:4], kept)
    return [*grads, dscores @ H[:, -1], np.array([dscores.sum()])]


@cache
def trained(kind):
    """The parameters after training."""
    rng = np.random.default_rng(1)
    params, state = first_params(kind, rng), None
    for _ in range(UPDATES):
        X, y = bits(32, rng)
        z, H, kept = scores(kind, X, params)
        grads = gradients(kind, (sigmoid(z) - y) / 32, params, H, kept)
        grads, _ = clip_grad_norm(grads, max_norm=1)
        params, state = adam_step(params, grads, state, lr=0.02)
    return params


@cache
def changes(kind):
    """How much the score changes in the mean if the bit of one step is turned round."""
    X, _ = bits(50, np.random.default_rng(7))
    before, found = scores(kind, X, trained(kind))[0], []
    for t in range(STEPS):
        other = X.copy()
        other[:, t] *= -1
        found.append(np.abs(scores(kind, other, trained(kind))[0] - before).mean())
    return np.array(found)


@cache
def one_run():
    """A sequence that begins with 1, and i, f, g, o, c, h of the cell that knows it.

    Last comes the cell if the same sequence begins with -1.
    """
    X, _ = bits(1, np.random.default_rng(3))
    X[0, 0] = 1
    params = trained("lstm")
    both = np.concatenate([X, X])
    both[1, 0] = -1
    _, H, kept = scores("lstm", both, params)
    unit = np.argmax(np.abs(params[4] * (H[0, -1] - H[1, -1])))
    gates = kept.gates[0, :, :, unit]
    values = np.column_stack([gates, kept.C[0, :, unit], H[0, :, unit]])
    return X[0, :, 0], values, kept.C[1, :, unit]


def measure(step):
    return {n: f"{v:.2f}" for n, v in zip(NAMES, one_run()[1][step - 1], strict=True)}


def figure(words):
    # by hand: the last digits of a layout of three axes are not always the same
    fig, axes = plt.subplots(
        3, 1, figsize=(4.5, 4.8), height_ratios=[13, 10, 10], layout="none"
    )
    fig.subplots_adjust(left=0.15, right=0.98, top=0.98, bottom=0.1, hspace=0.45)
    x, values, other = one_run()
    steps = np.arange(1, STEPS + 1)
    axes[0].bar(steps, 0.5 * x, bottom=4.5, color="C6", width=0.6)
    axes[0].plot(steps, values[:, 4], "C0.-", lw=1, ms=3)
    axes[0].plot(steps, other, "C2--", lw=1)
    for i in range(STEPS):
        axes[0].plot(steps[i], values[i, 4], "o", color="C1", ms=8, gid=f"frame-{i}")
        bars = axes[1].bar(NAMES, values[i], color=["C0"] * 4 + ["C2"] * 2)
        for bar in bars:
            bar.set_gid(f"frame-{i}")
    axes[1].axhline(0, color="C6", lw=0.8)
    axes[0].set(ylabel=words["c"], xlabel=words["step"])
    for kind, (style, name) in STYLES.items():
        axes[2].plot(steps, changes(kind), style, ms=3, lw=1, label=name)
    axes[2].set(xlabel=words["step"], ylabel=words["change"])
    axes[2].legend(fontsize=8.5, loc="upper right")
    return fig
