"""Schedules that begin with a warm-up, which is a rise in equal steps.

The first update gets a share 1 / warmup_steps of the peak, because a rate of 0 would waste
it; update number `warmup_steps`, at t = warmup_steps - 1, is the first at the peak.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_number
from ._arguments import _as_steps
from ._decay import _cosine


def linear_warmup(t: ArrayLike, base_lr: float, *, warmup_steps: int) -> Array:
    """Rate that rises in equal steps and then stays.

    base_lr * min(1, (t + 1) / warmup_steps)

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    base_lr : float
        Rate after the warm-up, at least 0.
    warmup_steps : int
        Number of the update that is the first at full rate, at least 0; with 0 and 1
        there is no warm-up.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import linear_warmup
    >>> linear_warmup([0, 1, 2, 3, 4], 1.0, warmup_steps=4).tolist()
    [0.25, 0.5, 0.75, 1.0, 1.0]

    References
    ----------
    [@goyal2017].
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    peak = as_count("warmup_steps", warmup_steps, 0)
    return rate * np.minimum(1.0, (steps + 1.0) / max(peak, 1))


def inverse_sqrt_lr(t: ArrayLike, base_lr: float, *, warmup_steps: int) -> Array:
    """Rate that rises in equal steps and then falls as one over the square root.

    base_lr * min((t + 1) / warmup_steps, sqrt(warmup_steps / (t + 1)))

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    base_lr : float
        Highest rate, which update number `warmup_steps` has, at least 0.
    warmup_steps : int
        Number of the update at the highest rate, at least 1.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import inverse_sqrt_lr
    >>> inverse_sqrt_lr([0, 1, 3, 15, 63], 1.0, warmup_steps=4).tolist()
    [0.25, 0.5, 1.0, 0.5, 0.25]

    References
    ----------
    [@vaswani2017], section 5.3.
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    number = (steps + 1.0) / as_count("warmup_steps", warmup_steps, 1)
    return rate * np.minimum(number, 1 / np.sqrt(number))


def noam_lr(t: ArrayLike, *, d_model: int = 512, warmup_steps: int = 4000) -> Array:
    """Schedule of the Transformer: `inverse_sqrt_lr` with a peak set by the width.

    d_model^-0.5 * min((t + 1)^-0.5, (t + 1) * warmup_steps^-1.5)

    Parameters
    ----------
    t : int or array_like of int, shape (...)
        Number of updates made so far; the paper counts from 1 and calls this t + 1.
    d_model : int, default 512
        Width of the model, at least 1.
    warmup_steps : int, default 4000
        Number of the update at the highest rate, at least 1.

    Returns
    -------
    ndarray of shape (...)
        Learning rates, at most 1 / sqrt(d_model * warmup_steps).

    Raises
    ------
    ValueError
        If `t` is negative, or `d_model` or `warmup_steps` is below 1.

    Examples
    --------
    >>> from dlnotes.schedules import noam_lr
    >>> noam_lr([0, 3999, 15999]).round(7).tolist()
    [2e-07, 0.0006988, 0.0003494]

    References
    ----------
    [@vaswani2017], section 5.3.
    """
    width = as_count("d_model", d_model, 1)
    peak = as_count("warmup_steps", warmup_steps, 1)
    return inverse_sqrt_lr(t, 1 / math.sqrt(width * peak), warmup_steps=peak)


def warmup_cosine(
    t: ArrayLike,
    base_lr: float,
    *,
    warmup_steps: int,
    total_steps: int,
    eta_min: float = 0.0,
) -> Array:
    """Rate that warms up, falls along half a cosine and then stays.

    `linear_warmup` before `warmup_steps`; from there on `cosine_annealing_lr`, which
    reaches `eta_min` at `total_steps` and stays there.

    Arguments and errors as for `step_lr`.

    Parameters
    ----------
    base_lr : float
        Highest rate, at least 0.
    warmup_steps : int
        Number of steps of the warm-up, at least 0.
    total_steps : int
        Number of all steps, above `warmup_steps`.
    eta_min : float, default 0.0
        Rate from step `total_steps` on, at least 0.

    Returns
    -------
    ndarray of shape (...)
        Learning rates.

    Examples
    --------
    >>> from dlnotes.schedules import warmup_cosine
    >>> rates = warmup_cosine([0, 1, 2, 4, 6, 9], 1.0, warmup_steps=2, total_steps=6)
    >>> rates.round(4).tolist()
    [0.5, 1.0, 1.0, 0.5, 0.0, 0.0]

    References
    ----------
    [@loshchilov2017; @goyal2017].
    """
    steps, rate = _as_steps("t", t), as_number("base_lr", base_lr, at_least=0)
    low = as_number("eta_min", eta_min, at_least=0)
    first = as_count("warmup_steps", warmup_steps, 0)
    last = as_count("total_steps", total_steps, first + 1)
    left = (last - np.clip(steps, first, last)) / (last - first)
    rising = rate * np.minimum(1.0, (steps + 1.0) / max(first, 1))
    return np.where(steps < first, rising, _cosine(rate, low, left))[()]
