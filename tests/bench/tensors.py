"""Tensors: dlnotes, the line that anyone would write in its place, SciPy, PyTorch."""

from functools import partial

import numpy as np
import torch
from torch.nn import functional

from dlnotes import tensors as m


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    n, t = len(x), torch.from_numpy(x)
    y = np.arange(n)[::-1].copy()
    yield "eye", [partial(m.eye, n), partial(np.eye, n), None, partial(torch.eye, n)]
    first = [partial(m.diag, x[0]), partial(np.diag, x[0])]
    yield "diag", [*first, None, partial(torch.diag, t[0])]
    second = [partial(m.diagonal, x), lambda: np.diagonal(x).copy()]
    yield "diagonal", [*second, None, lambda: torch.diagonal(t).clone()]
    third = [partial(m.transpose, x), lambda: x.T.copy()]
    yield "transpose", [*third, None, lambda: t.T.contiguous()]
    fourth = [partial(m.hadamard, x, x), lambda: x * x]
    yield "hadamard", [*fourth, None, lambda: t * t]
    fifth = [partial(m.one_hot, y, n), lambda: np.eye(n)[y]]
    yield "one_hot", [*fifth, None, partial(functional.one_hot, torch.from_numpy(y), n)]
