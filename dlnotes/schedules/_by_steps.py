"""Schedules that fall by one factor: at equal distances, at milestones, at every step."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_number, has_axes
from ._arguments import _as_steps, _powers


def step_lr(t: ArrayLike, base_lr: float, *, step_size: int, gamma: float = 0.1) -> Array:
    """Rate that falls by a factor at equal distances.

    base_lr * gamma^floor(t / step_size)

    Parameters
    ----------
    t : int or array_like of int, shape (...)
        Number of updates (or epochs) made so far.
    base_lr : float
        Initial rate, at least 0.
    step_size : int
        Distance between two falls, at least 1.
    gamma : float, default 0.1
        Factor of each fall, at least 0.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Raises
    ------
    ValueError
        If `t` is negative, or another argument is infinite, nan or out of its range.

    Examples
    --------
    >>> from dlnotes.schedules import step_lr
    >>> step_lr([0, 29, 30, 65], 0.1, step_size=30).round(6).tolist()
    [0.1, 0.1, 0.01, 0.001]

    References
    ----------
    [@pytorch213], `torch.optim.lr_scheduler.StepLR`.
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    factor = as_number("gamma", gamma, at_least=0)
    return _powers(rate, factor, steps // as_count("step_size", step_size, 1))


def multistep_lr(
    t: ArrayLike, base_lr: float, *, milestones: ArrayLike, gamma: float = 0.1
) -> Array:
    """Rate that falls by a factor at chosen steps.

    base_lr * gamma^(number of milestones <= t)

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    milestones : array_like of int, shape (M,)
        Steps at which the rate falls, in ascending order, none negative. A step that is
        listed twice counts twice.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Raises
    ------
    ValueError
        If `milestones` is not one-dimensional, not ascending or holds a negative number.

    Examples
    --------
    >>> from dlnotes.schedules import multistep_lr
    >>> rates = multistep_lr([99, 100, 149, 150], 0.1, milestones=[100, 150])
    >>> rates.round(6).tolist()  # a fall holds from its milestone on
    [0.1, 0.01, 0.01, 0.001]

    References
    ----------
    [@he2016].
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    factor = as_number("gamma", gamma, at_least=0)
    marks = _as_steps("milestones", milestones)
    has_axes("milestones", marks, "M")
    if np.any(marks[1:] < marks[:-1]):
        raise ValueError(f"`milestones` must be ascending, got {marks.tolist()}")
    passed = np.searchsorted(marks, steps, side="right")
    return _powers(rate, factor, passed)


def exponential_lr(t: ArrayLike, base_lr: float, *, gamma: float) -> Array:
    """Rate that falls by the same factor at every step.

    base_lr * gamma^t

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    gamma : float
        Factor of each step, at least 0; above 1 the rate grows.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import exponential_lr
    >>> exponential_lr([0, 1, 2, 10], 1.0, gamma=0.5).tolist()
    [1.0, 0.5, 0.25, 0.0009765625]

    References
    ----------
    [@pytorch213], `torch.optim.lr_scheduler.ExponentialLR`.
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    return _powers(rate, as_number("gamma", gamma, at_least=0), steps)
