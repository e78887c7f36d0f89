"""Optimizers: dlnotes, the line that anyone would write in its place, PyTorch."""

from functools import partial

import numpy as np
import torch

from dlnotes import optimizers as m

RATE, EPS, B1, B2 = 0.01, 1e-8, 0.9, 0.999


def adam_lines(w, g, mean, square):
    """Adam's second step, as a page would write it."""
    mean, square = B1 * mean + (1 - B1) * g, B2 * square + (1 - B2) * g**2
    fair, fair_square = mean / (1 - B1**2), square / (1 - B2**2)
    return w - RATE * fair / (np.sqrt(fair_square) + EPS), mean, square


def stepper(optimizer, x, **options):
    """PyTorch's second step, on parameters of its own."""
    w = torch.nn.Parameter(torch.from_numpy(x.copy()))
    w.grad = torch.from_numpy(x.copy())
    stepping = optimizer([w], lr=RATE, foreach=False, **options)
    stepping.step()
    return stepping.step


RUNS = [  # name, options, the line of its second step, PyTorch's optimizer
    ("sgd_step", {"momentum": 0.9}, lambda x, s: x - RATE * (0.9 * s[0] + x), "SGD"),
    (
        "adagrad_step",
        {},
        lambda x, s: x - RATE * x / (np.sqrt(s[1] + x**2) + EPS),
        "Adagrad",
    ),
    (
        *("rmsprop_step", {}),
        lambda x, s: x - RATE * x / (np.sqrt(0.99 * s[0] + 0.01 * x**2) + EPS),
        "RMSprop",
    ),
    ("adam_step", {}, lambda x, s: adam_lines(x, x, s[1], s[2]), "Adam"),
    ("adamw_step", {}, lambda x, s: adam_lines(0.999 * x, x, s[1], s[2]), "AdamW"),
]


def steps(x):
    """The second step of each optimizer, with state."""
    for name, options, line, theirs in RUNS:
        step = partial(getattr(m, name), lr=RATE, **options)
        state = step(x, x, None)[1]
        arrays = [part[0] if isinstance(part, tuple) else part for part in state]
        yield (
            name,
            [
                partial(step, x, x, state),
                partial(line, x, arrays),
                None,
                stepper(getattr(torch.optim, theirs), x, **options),
            ],
        )


def measures(x):
    """Decay, clipping and the landscape."""
    t, rate = torch.from_numpy(x), np.abs(x) + 0.01
    decay, norm = {"lr": RATE, "weight_decay": 0.1}, torch.linalg.vector_norm
    penalty = partial(m.l2_penalty, x, lam=0.1)
    clip = partial(m.clip_grad_norm, x, max_norm=1.0)
    return {
        "weight_decay_step": [partial(m.weight_decay_step, x, **decay), lambda: 0.999 * x],
        "l2_penalty": [penalty, lambda: 0.05 * np.sum(x**2), None, lambda: norm(t) ** 2],
        "l2_penalty_grad": [partial(m.l2_penalty_grad, x, lam=0.1), lambda: 0.1 * x],
        "clip_grad_norm": [
            clip,
            lambda: x * min(1, 1 / np.linalg.norm(x)),
            None,
            lambda: t * torch.clamp(1 / norm(t), max=1),
        ],
        "sgd_noise_floor": [partial(m.sgd_noise_floor, rate), lambda: rate / (2 - rate)],
        "hessian_min_probability": [minima, naive_minima],
    }


def minima():
    return m.hessian_min_probability(8, trials=2000, rng=np.random.default_rng(0))


def naive_minima():
    a = np.random.default_rng(0).normal(size=(2000, 8, 8))
    return (np.linalg.eigvalsh(a + a.swapaxes(1, 2)).min(axis=1) > 0).mean()


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    yield from steps(x)
    yield from measures(x).items()
