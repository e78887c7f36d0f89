"""Schedules: dlnotes and the line that anyone would write in its place.

PyTorch's schedulers walk from step to step and cannot be asked for a million rates at
once, so that column is empty. `lambda_lr` and `multiplicative_lr` call a Python function
for every step, and `reduce_on_plateau` goes from epoch to epoch: they get a thousand.
"""

from functools import partial

import numpy as np

from dlnotes import schedules as m

where, pi, sqrt = np.where, np.pi, np.sqrt
SIZE = 1_000_000
FEW = np.arange(1000)


def factor(t):
    return 0.999


def follow(metrics):
    lr, state = 1.0, None
    for metric in metrics:
        lr, state = m.reduce_on_plateau(lr, metric, state)


def stairs():
    """Powers of a factor, and the constant."""
    marks = [SIZE // 2, 3 * SIZE // 4]
    return {
        "constant_lr": (m.constant_lr, lambda t: np.full(t.shape, 0.1)),
        "step_lr": (
            partial(m.step_lr, step_size=1000, gamma=0.99),
            lambda t: 0.1 * 0.99 ** (t // 1000),
        ),
        "multistep_lr": (
            partial(m.multistep_lr, milestones=marks),
            lambda t: 0.1 * where(t < marks[0], 1, where(t < marks[1], 0.1, 0.01)),
        ),
        "exponential_lr": (
            partial(m.exponential_lr, gamma=0.999999),
            lambda t: 0.1 * 0.999999**t,
        ),
    }


def lines(w, n):
    """Straight ones."""
    return {
        "linear_lr": (
            partial(m.linear_lr, total_iters=w),
            lambda t: 0.1 * (1 / 3 + 2 / 3 * np.minimum(t / w, 1)),
        ),
        "linear_decay": (
            partial(m.linear_decay, total=n),
            lambda t: 0.1 * (1 - np.minimum(t / n, 1)),
        ),
        "linear_warmup": (
            partial(m.linear_warmup, warmup_steps=w),
            lambda t: 0.1 * np.minimum((t + 1) / w, 1),
        ),
        "cyclic_lr": (
            partial(m.cyclic_lr, max_lr=1, step_size_up=w),
            lambda t: 0.1 + 0.9 * (1 - np.abs(t / w % 2 - 1)),
        ),
    }


def curves(w, n):
    """Cosines and the inverse square root."""
    return {
        "cosine_annealing_lr": (
            partial(m.cosine_annealing_lr, T_max=n),
            lambda t: 0.1 * (1 + np.cos(pi * t / n)) / 2,
        ),
        "inverse_sqrt_lr": (
            partial(m.inverse_sqrt_lr, warmup_steps=w),
            lambda t: 0.1 * np.minimum((t + 1) / w, sqrt(w / (t + 1))),
        ),
        "warmup_cosine": (
            partial(m.warmup_cosine, warmup_steps=w, total_steps=n),
            lambda t: where(
                t < w, 0.1 * (t + 1) / w, 0.05 * (1 + np.cos(pi * (t - w) / (n - w)))
            ),
        ),
    }


def rows(x):
    """Name and the calls to compare, for as many steps as the array has entries."""
    t = np.arange(x.size)
    tables = {**stairs(), **lines(1000, SIZE), **curves(1000, SIZE)}
    for name, (ours, naive) in tables.items():
        yield name, [partial(ours, t, 0.1), partial(naive, t)]
    yield "noam_lr", [partial(m.noam_lr, t)]
    yield "one_cycle_lr", [partial(m.one_cycle_lr, t, 0.1, total_steps=t.size)]
    yield "lambda_lr (1000)", [partial(m.lambda_lr, FEW, 0.1, lr_lambda=factor)]
    multiply = partial(m.multiplicative_lr, FEW, 0.1, lr_lambda=factor)
    yield "multiplicative_lr (1000)", [multiply]
    yield "reduce_on_plateau (1000)", [partial(follow, 1 / (1 + FEW))]
