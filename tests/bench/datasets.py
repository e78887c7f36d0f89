"""Data sets: dlnotes, the line that anyone would write in its place."""

from functools import partial

import numpy as np

from dlnotes import datasets as m

N = 5000


def rows(x):
    """Name and the calls to compare; all results are float64 or int64."""
    rng = np.random.default_rng(0)
    draw = partial(rng.standard_normal, (N, 40))
    yield "make_1d_digits", [partial(m.make_1d_digits, N, rng=rng), draw]
    walks = partial(m.make_trajectories, N, 20, turn=0.1, rng=rng)
    yield "make_trajectories", [walks, lambda: np.cumsum(rng.normal(size=(N, 20, 2)), 1)]
    words = partial(rng.integers, 10, size=(N, 20))
    yield "make_reversals", [partial(m.make_reversals, N, 20, rng=rng), words]
    yield "make_bars_and_stripes", [partial(m.make_bars_and_stripes, 10)]
