"""Initializers: dlnotes, the line that anyone would write in its place, PyTorch."""

from functools import partial

import numpy as np
import torch
from torch.nn import init

from dlnotes import initializers as m

SHAPE = (1000, 1000)
STD, BOUND = (1 / 1000) ** 0.5, (3 / 1000) ** 0.5  # of Xavier; He's are wider by sqrt(2)


def constants(w):
    return {
        "zeros": (partial(m.zeros, SHAPE), partial(np.zeros, SHAPE), w.zero_),
        "ones": (partial(m.ones, SHAPE), partial(np.ones, SHAPE), partial(w.fill_, 1)),
        "constant": (
            partial(m.constant, SHAPE, value=0.1),
            partial(np.full, SHAPE, 0.1),
            partial(init.constant_, w, 0.1),
        ),
    }


def draws(w, rng):
    """Each function that draws: its options, a scale, and PyTorch's name for it."""
    options = {
        "normal": ({"std": STD}, STD, partial(init.normal_, std=STD)),
        "uniform": ({"bound": BOUND}, BOUND, partial(init.uniform_, a=-BOUND, b=BOUND)),
        "xavier_normal": ({}, STD, init.xavier_normal_),
        "xavier_uniform": ({}, BOUND, init.xavier_uniform_),
        "kaiming_normal": ({}, 2**0.5 * STD, init.kaiming_normal_),
        "kaiming_uniform": ({}, 2**0.5 * BOUND, init.kaiming_uniform_),
        "lecun_normal": ({}, STD, partial(init.kaiming_normal_, nonlinearity="linear")),
        "pytorch_default_linear": ({}, STD, partial(init.kaiming_uniform_, a=5**0.5)),
    }
    for name, (given, scale, fill) in options.items():
        flat = "uniform" in name or "linear" in name
        naive = (
            partial(rng.uniform, -scale, scale) if flat else partial(rng.normal, 0, scale)
        )
        ours = partial(getattr(m, name), SHAPE, rng=rng, **given)
        yield name, (ours, partial(naive, SHAPE), partial(fill, w))


def forward(x, weights):
    h, sizes = [x], []
    for w in weights:
        h.append(np.tanh(h[-1] @ w.T))
        sizes.append(h[-1].std())
    return h


def backward(d, x, weights):
    h = forward(x, weights)
    for w, before, after in zip(weights[::-1], h[-2::-1], h[:0:-1], strict=True):
        delta = d * (1 - after**2)
        np.linalg.norm(delta.T @ before)
        d = delta @ w


def statistics(x, rng):
    """A network of three layers and 100 samples, measured on the way."""
    weights = [m.xavier_normal(SHAPE, rng=rng).astype(x.dtype) for _ in range(3)]
    x, dout = x[:100] / 3, x[100:200] / 3
    for ours, naive, given in [
        (m.activation_statistics, forward, (x, weights)),
        (m.gradient_statistics, backward, (dout, x, weights)),
    ]:
        yield (
            ours.__name__,
            [partial(ours, *given, activation="tanh"), partial(naive, *given)],
        )


def rows(x):
    """Name and the calls to compare; those that draw give float64 whatever `x` is."""
    rng, w = np.random.default_rng(0), torch.empty(SHAPE, dtype=torch.from_numpy(x).dtype)
    for name, (ours, naive, fill) in [*constants(w).items(), *draws(w, rng)]:
        yield name, [ours, naive, None, fill]
    yield from statistics(x, rng)
    fans = partial(m.calculate_fan_in_and_fan_out, SHAPE)
    theirs = partial(init._calculate_fan_in_and_fan_out, w)
    yield "calculate_fan_in_and_fan_out", [fans, None, None, theirs]
    gain = partial(m.calculate_gain, "relu")
    yield "calculate_gain", [gain, None, None, partial(init.calculate_gain, "relu")]
