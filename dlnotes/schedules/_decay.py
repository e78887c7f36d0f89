"""Schedules along a line or half a cosine, from one rate to another."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_number
from ._arguments import LONGEST, _as_steps


def linear_lr(
    t: ArrayLike,
    base_lr: float,
    *,
    start_factor: float = 1 / 3,
    end_factor: float = 1.0,
    total_iters: int = 5,
) -> Array:
    """Rate on a straight line between two multiples of the initial one.

    base_lr * (start_factor * (1 - s) + end_factor * s), s = min(t / total_iters, 1)

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    base_lr : float
        Rate that the factors refer to, at least 0.
    start_factor : float, default 1/3
        Factor at step 0, at least 0.
    end_factor : float, default 1.0
        Factor from step `total_iters` on, at least 0.
    total_iters : int, default 5
        Number of steps between the two, at least 1.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import linear_lr
    >>> linear_lr([0, 1, 2, 3, 4, 5], 1.0, start_factor=0.25, total_iters=4).tolist()
    [0.25, 0.4375, 0.625, 0.8125, 1.0, 1.0]

    References
    ----------
    [@pytorch213], `torch.optim.lr_scheduler.LinearLR`.
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    start = as_number("start_factor", start_factor, at_least=0)
    end = as_number("end_factor", end_factor, at_least=0)
    line = _line(steps, start, end, as_count("total_iters", total_iters, 1))
    with np.errstate(over="ignore"):
        return rate * line


def linear_decay(t: ArrayLike, base_lr: float, *, total: int, end: float = 0.0) -> Array:
    """Rate that falls on a straight line and stays at its end.

    base_lr + (end - base_lr) * min(t, total) / total

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    total : int
        Number of steps to the end, at least 1.
    end : float, default 0.0
        Rate from step `total` on, at least 0.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import linear_decay
    >>> linear_decay([0, 1, 2, 3, 4, 5], 1.0, total=4).tolist()
    [1.0, 0.75, 0.5, 0.25, 0.0, 0.0]

    References
    ----------
    [@devlin2019].
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    last = as_count("total", total, 1)
    return _line(steps, rate, as_number("end", end, at_least=0), last)


def cosine_annealing_lr(
    t: ArrayLike, base_lr: float, *, T_max: int, eta_min: float = 0.0
) -> Array:
    """Rate that falls along half a cosine, and rises along the other half afterwards.

    eta_min + (base_lr - eta_min) * (1 + cos(pi * t / T_max)) / 2

    Above `T_max` the rate rises again, as in PyTorch; pass `np.minimum(t, T_max)` to keep
    it at `eta_min`.

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    T_max : int
        Number of steps to the lowest rate, at least 1.
    eta_min : float, default 0.0
        Lowest rate, at least 0.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import cosine_annealing_lr
    >>> cosine_annealing_lr([0, 2, 4, 6, 8], 1.0, T_max=4).round(4).tolist()
    [1.0, 0.5, 0.0, 0.5, 1.0]

    References
    ----------
    [@loshchilov2017].
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    half, low = (
        as_count("T_max", T_max, 1, LONGEST),
        as_number("eta_min", eta_min, at_least=0),
    )
    # whole periods are removed from the integers: the cosine of a huge number loses digits
    return _cosine(rate, low, (half - steps % (2 * half)) / half)


def _cosine(start: float, end: float, left: Array) -> Array:
    """Return half a cosine from `start`, where `left` is 1, to `end`, where it is 0."""
    # not (1 - cos(pi * left)) / 2, which loses digits of the small rates near the end
    height: Array = np.sin(np.pi / 2 * left) ** 2
    return end + (start - end) * height


def _line(steps: np.ndarray, start: float, end: float, total: int) -> Array:
    """Return a line from `start` at step 0 to `end` at step `total`, then `end`."""
    share: Array = np.minimum(steps, total) / total
    return start * (1 - share) + end * share  # exact at both ends
