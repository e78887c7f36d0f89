"""How far back a recurrent unit feels: its states, and the slope of the last by each."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.recurrent import rnn_backward, rnn_forward

WORDS = {
    "ko": {
        "weight": "순환 가중치 u",
        "state": "상태 h",
        "step": "시점 t",
        "slope": "기울기",
        "lag": "마지막 시점과의 거리",
        "tanh": "tanh",
        "relu": "ReLU",
        "far_tanh": "tanh: 거리 30의 기울기",
        "far_relu": "ReLU: 거리 30의 기울기",
    },
    "en": {
        "weight": "recurrent weight u",
        "state": "state h",
        "step": "step t",
        "slope": "slope",
        "lag": "steps before the last",
        "tanh": "tanh",
        "relu": "ReLU",
        "far_tanh": "tanh: slope 30 steps back",
        "far_relu": "ReLU: slope 30 steps back",
    },
}
SLIDERS = {"weight": [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3]}
START = (0.9,)
LAST = 31  # so that the first state is 30 steps back
INPUT = np.eye(LAST)[:, :1]  # 1 at the first step, then nothing
STYLES = {"tanh": "C0o", "relu": "C1s"}


def run(u, activation):
    """The states, and the slopes of the last state by each of them, the last first."""
    params = [[[1.0]], [[u]], [0.0], [0.0]]
    H, cache = rnn_forward(INPUT, params, activation=activation)
    by_inputs, _, _ = rnn_backward(np.eye(LAST)[:, -1:], params, cache)
    # the weight of the input is 1, so these are slopes by pre-activations
    return H[:, 0], np.append(1.0, u * by_inputs[:0:-1, 0])


def measure(weight):
    far = {name: run(weight, name)[1][-1] for name in STYLES}
    return {f"far_{name}": f"{value:.2g}" for name, value in far.items()}


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 3.6))
    for i, u in enumerate(SLIDERS["weight"]):
        for name, style in STYLES.items():
            H, slopes = run(u, name)
            above.plot(range(1, LAST + 1), H, style, ms=3, gid=f"frame-{i}")
            below.plot(range(LAST), slopes, style, ms=3, gid=f"frame-{i}")
    for name, style in STYLES.items():
        above.plot([], [], style, ms=4, label=words[name])
    below.axhline(1, color="C6", lw=0.8)
    above.set(xlabel=words["step"], ylabel=words["state"], ylim=(-0.05, 2.1))
    below.set(xlabel=words["lag"], ylabel=words["slope"], yscale="log", ylim=(1e-11, 1e4))
    fig.legend(loc="outside upper center", ncol=2)
    return fig
