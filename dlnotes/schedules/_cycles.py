"""Schedules that rise and fall, once or in every cycle."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, one_of
from .._array import Array, as_number
from ._arguments import LONGEST, _as_steps, _powers
from ._decay import _cosine

MODES = ("triangular", "triangular2", "exp_range")


def cyclic_lr(
    t: ArrayLike,
    base_lr: float,
    *,
    max_lr: float,
    step_size_up: int = 2000,
    step_size_down: int | None = None,
    mode: str = "triangular",
    gamma: float = 1.0,
) -> Array:
    """Rate that goes up and down between two bounds in straight lines.

    base_lr + (max_lr - base_lr) * height * (1, 0.5^cycle or gamma^t)

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    base_lr : float
        Lower bound and initial rate, at least 0.
    max_lr : float
        Upper bound, at least `base_lr`.
    step_size_up : int, default 2000
        Number of steps of a rise, at least 1.
    step_size_down : int, optional
        Number of steps of a fall, at least 1; `step_size_up` if not given.
    mode : {"triangular", "triangular2", "exp_range"}, default "triangular"
        Whether the peaks stay, halve with every cycle, or shrink by `gamma` at every step.
    gamma : float, default 1.0
        Factor per step of the mode "exp_range", at least 0.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Raises
    ------
    ValueError
        If `mode` is unknown.

    Examples
    --------
    >>> from dlnotes.schedules import cyclic_lr
    >>> cyclic_lr([0, 1, 2, 3, 4, 5], 1.0, max_lr=3.0, step_size_up=2).tolist()
    [1.0, 2.0, 3.0, 2.0, 1.0, 2.0]
    >>> peaks = [2, 6, 10]
    >>> cyclic_lr(peaks, 1.0, max_lr=3.0, step_size_up=2, mode="triangular2").tolist()
    [3.0, 2.0, 1.5]

    References
    ----------
    [@smith2017].
    """
    steps, low = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    high = as_number("max_lr", max_lr, at_least=low)
    factor = as_number("gamma", gamma, at_least=0)
    one_of("mode", mode, MODES)
    up = as_count("step_size_up", step_size_up, 1, LONGEST)
    down = up
    if step_size_down is not None:
        down = as_count("step_size_down", step_size_down, 1, LONGEST)
    cycle, position = np.divmod(steps, up + down)
    height = (high - low) * np.minimum(position / up, (up + down - position) / down)
    if mode == "triangular":
        return low + height
    base, exponents = (0.5, cycle) if mode == "triangular2" else (factor, steps)
    with np.errstate(over="ignore"):
        return low + _powers(height, base, exponents)


def one_cycle_lr(
    t: ArrayLike,
    max_lr: float,
    *,
    total_steps: int,
    pct_start: float = 0.3,
    div_factor: float = 25.0,
    final_div_factor: float = 1e4,
) -> Array:
    """Rate that rises once along half a cosine and falls along another, far lower.

    From max_lr / div_factor to max_lr at step pct_start * total_steps - 1, and down to
    max_lr / (div_factor * final_div_factor) at the last step, total_steps - 1.

    Parameters
    ----------
    t : int or array_like of int, shape (...)
        Number of updates made so far, below `total_steps`.
    max_lr : float
        Highest rate, at least 0.
    total_steps : int
        Number of all steps, at least 2.
    pct_start : float, default 0.3
        Share of the steps that the rise takes, above 1 / total_steps and below 1.
    div_factor : float, default 25.0
        `max_lr` over the initial rate, above 0.
    final_div_factor : float, default 1e4
        Initial rate over the last one, above 0.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Raises
    ------
    ValueError
        If `t` is negative or not below `total_steps`, or another argument is infinite, nan
        or out of its range.

    Examples
    --------
    >>> from dlnotes.schedules import one_cycle_lr
    >>> one_cycle_lr([0, 1, 2, 6, 9], 1.0, total_steps=10).round(4).tolist()
    [0.04, 0.52, 1.0, 0.3887, 0.0]

    References
    ----------
    [@smith2019].
    """
    steps, high = _as_steps("t", t), as_number("max_lr", max_lr, at_least=0)
    total = as_count("total_steps", total_steps, 2)
    if np.any(steps >= total):
        raise ValueError(f"`t` must be below `total_steps` = {total}, got {steps.max()}")
    share = as_number("pct_start", pct_start, at_least=0)
    if not 1 / total < share < 1:
        rule = f"between 1 / total_steps = {1 / total:.4g} and 1"
        raise ValueError(f"`pct_start` must be {rule}, got {pct_start}")
    first = high / as_number("div_factor", div_factor, above=0)
    last = first / as_number("final_div_factor", final_div_factor, above=0)
    if not np.isfinite([first, last]).all():
        rule = "`div_factor` and `final_div_factor` must leave finite rates"
        raise ValueError(f"{rule}, got {div_factor} and {final_div_factor}")
    peak = share * total - 1  # rounded, it may be 0 or the last step
    rise = _cosine(first, high, np.maximum(peak - steps, 0) / (peak or 1))
    left = np.minimum((total - 1 - steps) / ((total - 1 - peak) or 1), 1)
    fall = _cosine(high, last, left)
    return np.where(steps <= peak, rise, fall)[()]
