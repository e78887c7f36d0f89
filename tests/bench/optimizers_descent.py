"""Descent: dlnotes, the line that anyone would write in its place, SciPy, PyTorch."""

from functools import partial

import numpy as np
import torch
from scipy.optimize import rosen, rosen_der

from dlnotes import optimizers as m

# The array serves as points, as one sample in each row, or as gradients of the samples.
STEPS, SIZE = 10, 100


def naive_path(x):
    path = [x]
    for _ in range(STEPS):
        path.append(path[-1] - 0.1 * (2 * path[-1]))
    return np.array(path)


def naive_rosenbrock_grad(x):
    off, slope = x[:, 1:] - x[:, :-1] ** 2, np.zeros_like(x)
    slope[:, :-1] = 2 * (x[:, :-1] - 1) - 400 * x[:, :-1] * off
    slope[:, 1:] += 200 * off
    return slope


def torch_path(t):
    t = t.clone()
    optimizer, path = torch.optim.SGD([t], lr=0.1), [t.clone()]
    for _ in range(STEPS):
        t.grad = 2 * t
        optimizer.step()
        path.append(t.clone())
    return torch.stack(path)


def naive_batches(n):
    order = np.random.default_rng(0).permutation(n)
    return np.array_split(order, n // SIZE)


def torch_batches(n):
    return torch.randperm(n).split(SIZE)


def steps(x):
    yield (
        "gradient_descent",
        [
            partial(m.gradient_descent, lambda x: 2 * x, x, lr=0.1, steps=STEPS),
            partial(naive_path, x),
            None,
            partial(torch_path, torch.from_numpy(x)),
        ],
    )


def gradients(x):
    t = torch.from_numpy(x)
    yield (
        "squared_error_gradients",
        [
            partial(m.squared_error_gradients, x, x[:, 0], x[0]),
            lambda: 2 * (x @ x[0] - x[:, 0])[:, None] * x,
            None,
            lambda: 2 * (t @ t[0] - t[:, 0])[:, None] * t,
        ],
    )
    yield (
        "minibatch_variance",
        [
            partial(m.minibatch_variance, x, SIZE, replace=True),
            lambda: x.var(axis=0).sum() / SIZE,
            None,
            lambda: t.var(dim=0, correction=0).sum() / SIZE,
        ],
    )


def surfaces(x):
    pairs = x.reshape(-1, 2)
    yield "quadratic", [partial(m.quadratic, x, x), lambda: (x * (x @ x)).sum(1) / 2]
    yield "quadratic_grad", [partial(m.quadratic_grad, x, x), lambda: x @ (x + x.T) / 2]
    yield (
        "rosenbrock",
        [
            partial(m.rosenbrock, x),
            lambda: (100 * (x[:, 1:] - x[:, :-1] ** 2) ** 2 + (1 - x[:, :-1]) ** 2).sum(1),
            lambda: rosen(x.T),
        ],
    )
    yield (
        "rosenbrock_grad",
        [
            partial(m.rosenbrock_grad, x),
            partial(naive_rosenbrock_grad, x),
            lambda: rosen_der(x.T),
        ],
    )
    yield "saddle", [partial(m.saddle, pairs), lambda: pairs[:, 0] ** 2 - pairs[:, 1] ** 2]
    yield "saddle_grad", [partial(m.saddle_grad, pairs), lambda: pairs * [2, -2]]


def wells(x):
    yield "double_well", [partial(m.double_well, x), lambda: (x**2 - 1) ** 2 / 4]
    yield "double_well_grad", [partial(m.double_well_grad, x), lambda: x**3 - x]


def batches(x):
    rng, n = np.random.default_rng(0), x.size
    yield (
        "batch_iterator",
        [
            lambda: list(m.batch_iterator(n, SIZE, rng=rng)),
            partial(naive_batches, n),
            None,
            partial(torch_batches, n),
        ],
    )


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    for part in (steps, gradients, surfaces, wells, batches):
        yield from part(x)
