"""Recurrent layers: dlnotes, plain lines, PyTorch, one step and 50 steps of (32, 64)."""

from functools import partial

import numpy as np
import torch

from dlnotes import recurrent as m

N, SIZE = 32, 64
LAYERS = {"rnn": (1, torch.nn.RNN), "lstm": (4, torch.nn.LSTM), "gru": (3, torch.nn.GRU)}


def plain_lstm(X, W_ih, W_hh, b_ih, b_hh):
    """The lines that anyone would write."""
    h, c = np.zeros((2, N, SIZE), X.dtype)
    states = []
    for t in range(X.shape[1]):
        z = X[:, t] @ W_ih.T + b_ih + h @ W_hh.T + b_hh
        i, f, g, o = np.split(z, 4, axis=1)
        i, f, o = (1 / (1 + np.exp(-a)) for a in (i, f, o))
        c = f * c + i * np.tanh(g)
        h = o * np.tanh(c)
        states.append(h)
    return np.stack(states, 1)


def one_layer(name, steps, dtype):
    """Both passes of a layer."""
    blocks, kind = LAYERS[name]
    rng = np.random.default_rng(0)
    X, dH = rng.normal(size=(2, N, steps, SIZE)).astype(dtype)
    shapes = [(blocks * SIZE, SIZE)] * 2 + [(blocks * SIZE,)] * 2
    params = [rng.uniform(-0.125, 0.125, s).astype(dtype) for s in shapes]
    t, d = torch.from_numpy(X).requires_grad_(), torch.from_numpy(dH)
    layer = kind(SIZE, SIZE, batch_first=True).to(t.dtype)
    forward, backward = (getattr(m, f"{name}_{way}") for way in ("forward", "backward"))
    *_, cache = forward(X, params)
    out, inputs = layer(t)[0], [t, *layer.parameters()]
    plain = partial(plain_lstm, X, *params) if name == "lstm" else None
    yield (
        f"{name}_forward, T = {steps}",
        [partial(forward, X, params), plain, None, partial(layer, t)],
    )
    grad = partial(torch.autograd.grad, out, inputs, d, retain_graph=True)
    yield (
        f"{name}_backward, T = {steps}",
        [partial(backward, dH, params, cache), None, None, grad],
    )


def errors(tracks):
    """ADE and FDE of tracks against their opposites."""
    truth = torch.from_numpy(tracks)
    for name, part in {"ade": slice(None), "fde": slice(-1, None)}.items():
        yield (
            name,
            [
                partial(getattr(m, name), tracks, -tracks),
                lambda part=part: np.linalg.norm(2 * tracks[:, part], axis=-1).mean(),
                None,
                lambda part=part: (2 * truth[:, part]).norm(dim=-1).mean(),
            ],
        )


def windows(series):
    """Windows of a series, with one entry to forecast."""
    yield (
        "sliding_windows",
        [
            partial(m.sliding_windows, series, length=20),
            lambda: np.lib.stride_tricks.sliding_window_view(series, 21).copy(),
            None,
            lambda: torch.from_numpy(series).unfold(0, 21, 1).clone(),
        ],
    )


def rows(x):
    """Name and the calls to compare."""
    for name in LAYERS:
        for steps in (1, 50):
            yield from one_layer(name, steps, x.dtype)
    tracks = x.reshape(-1, 20, 2)
    seen, k = tracks[:, :8], np.arange(1, 13)[:, None]
    calls = [
        partial(m.constant_velocity_forecast, seen, horizon=12),
        lambda: seen[:, -1:] + k * (seen[:, -1:] - seen[:, -2:-1]),
    ]
    yield "constant_velocity_forecast", calls
    yield from errors(tracks)
    yield from windows(x.ravel()[:100_000])
