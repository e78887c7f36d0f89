"""Forecasts of walks that turn: constant velocity, constant acceleration, an LSTM."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.datasets import make_trajectories
from dlnotes.optimizers import adam_step
from dlnotes.recurrent import (
    ade,
    constant_velocity_forecast,
    fde,
    lstm_backward,
    lstm_forward,
)

WORDS = {
    "ko": {
        "turn": "가장 큰 꺾임(라디안)",
        "horizon": "예측할 시점",
        "speed": "등속도",
        "force": "등가속도",
        "lstm": "LSTM",
        "speed_fde": "등속도 FDE",
        "lstm_fde": "LSTM FDE",
        "seen": "본 위치",
        "truth": "실제",
    },
    "en": {
        "turn": "largest turn (radians)",
        "horizon": "steps to forecast",
        "speed": "constant velocity",
        "force": "constant acceleration",
        "lstm": "LSTM",
        "speed_fde": "constant velocity FDE",
        "lstm_fde": "LSTM FDE",
        "seen": "seen",
        "truth": "true",
    },
}
SLIDERS = {"turn": [0.0, 0.05, 0.1, 0.15, 0.2], "horizon": [4, 8, 12]}
START = (0.1, 12)
SEEN, AHEAD, UNITS, NOISE = 8, 12, 16, 0.01
STYLES = {"speed": "C1s--", "force": "C2^:", "lstm": "C0o-"}


def walks(n, turn, seed):
    rng = np.random.default_rng(seed)
    return make_trajectories(n, SEEN + AHEAD, turn=turn, noise=NOISE, rng=rng)


def turned(seen):
    """Moves, turned so that the last goes to the right, and the turns."""
    moves = np.diff(seen, axis=1)
    angle = np.arctan2(moves[:, -1, 1], moves[:, -1, 0])
    c, s = np.cos(angle), np.sin(angle)
    turns = np.array([[c, -s], [s, c]]).transpose(2, 0, 1)
    return moves @ turns, turns


def steady(seen):
    return constant_velocity_forecast(seen, horizon=AHEAD)


def forced(seen):
    """The forecast of constant acceleration, by the last three positions."""
    before, middle, last = (seen[:, i : i + 1] for i in (-3, -2, SEEN - 1))
    k = np.arange(1, AHEAD + 1)[:, None]
    bend = last - 2 * middle + before
    return last + k * (last - middle) + k * (k + 1) / 2 * bend


@cache
def trained():
    """Parameters that learnt what constant velocity lacks, on turns up to 0.15."""
    rng, state = np.random.default_rng(0), None
    X = walks(2000, 0.15, 0)
    moves, turns = turned(X[:, :SEEN])
    lacking = ((X[:, SEEN:] - steady(X[:, :SEEN])) @ turns).reshape(len(X), -1)
    shapes = [(4 * UNITS, 2), (4 * UNITS, UNITS), (4 * UNITS,), (4 * UNITS,)]
    params = [rng.uniform(-0.25, 0.25, s) for s in [*shapes, (2 * AHEAD, UNITS)]]
    params[2][UNITS : 2 * UNITS] += 1  # open forget gates
    for _ in range(300):
        batch = rng.integers(0, len(X), 64)
        H, _, kept = lstm_forward(moves[batch], params[:4])
        d, dH = (H[:, -1] @ params[4].T - lacking[batch]) / 32, np.zeros(H.shape)
        dH[:, -1] = d @ params[4]
        *_, grads = lstm_backward(dH, params[:4], kept)
        params, state = adam_step(params, [*grads, d.T @ H[:, -1]], state, lr=0.01)
    return params


def learnt(seen):
    """Constant velocity, and what the network adds to it."""
    moves, turns = turned(seen)
    H, _, _ = lstm_forward(moves, trained()[:4])
    added = (H[:, -1] @ trained()[4].T).reshape(len(seen), AHEAD, 2)
    return steady(seen) + added @ turns.transpose(0, 2, 1)


FORECASTS = {"speed": steady, "force": forced, "lstm": learnt}


@cache
def errors(turn, horizon):
    """ADE and FDE of each forecast, on walks that nobody has learnt from."""
    X = walks(1000, turn, 77)
    found = {}
    for name, forecast in FORECASTS.items():
        pair = forecast(X[:, :SEEN])[:, :horizon], X[:, SEEN : SEEN + horizon]
        found[name] = ade(*pair), fde(*pair)
    return found


def measure(turn, horizon):
    found = errors(turn, horizon)
    told = {name: f"{error:.2f}" for name, (error, _) in found.items()}
    return told | {f"{name}_fde": f"{found[name][1]:.2f}" for name in ("speed", "lstm")}


def one_walk(turn):
    """A walk to the right that turns by the whole angle."""
    ways = turn * np.arange(SEEN + AHEAD - 1)
    moves = 0.5 * np.column_stack([np.cos(ways), np.sin(ways)])
    return np.vstack([[0, 0], np.cumsum(moves, axis=0)])


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.6), height_ratios=[1.4, 1])
    turns = SLIDERS["turn"]
    for i, (turn, horizon) in enumerate((t, h) for t in turns for h in SLIDERS["horizon"]):
        walk, gid = one_walk(turn), f"frame-{i}"
        above.plot(*walk[:SEEN].T, "C6o", ms=4, gid=gid)
        above.plot(*walk[SEEN : SEEN + horizon].T, "C6x", ms=5, gid=gid)
        for name, style in STYLES.items():
            track = FORECASTS[name](walk[None, :SEEN])[0, :horizon]
            above.plot(*track.T, style, ms=3, lw=1, gid=gid)
            lines = [errors(t, horizon)[name][0] for t in turns]
            below.plot(turns, lines, style, ms=4, lw=1, gid=gid)
        below.axvline(turn, color="C6", lw=0.8, gid=gid)
    above.plot([], [], "C6o", ms=4, label=words["seen"])
    above.plot([], [], "C6x", ms=5, label=words["truth"])
    for name, style in STYLES.items():
        above.plot([], [], style, ms=4, lw=1, label=words[name])
    above.set(xlim=(-0.5, 10.5), ylim=(-1, 7), xlabel="m", ylabel="m")
    below.set(xlabel=words["turn"], ylabel="ADE (m)", ylim=(0, 2))
    below.set_xticks(turns, [f"{turn:g}" for turn in turns])
    fig.legend(loc="outside upper center", ncol=3, fontsize=8.5)
    return fig
