"""The schedule that listens: the rate falls when a measure no longer gets better."""

import math
from typing import NamedTuple

from .._arguments import as_count, one_of
from .._array import as_scalar, as_share
from ._arguments import _as_rate


class PlateauState(NamedTuple):
    """What `reduce_on_plateau` remembers from one epoch to the next.

    `best` is the best measure so far, `bad` the number of epochs in a row without a
    better one, `resting` the number of epochs left in which none is counted.
    """

    best: float
    bad: int = 0
    resting: int = 0


def reduce_on_plateau(
    lr: float,
    metric: float,
    state: PlateauState | None,
    *,
    mode: str = "min",
    factor: float = 0.1,
    patience: int = 10,
    threshold: float = 1e-4,
    threshold_mode: str = "rel",
    cooldown: int = 0,
    min_lr: float = 0.0,
    eps: float = 1e-8,
) -> tuple[float, PlateauState]:
    """Rate that falls by a factor when a measure has not improved for some epochs.

    max(lr * factor, min_lr) after more than `patience` epochs without improvement, else lr

    Parameters
    ----------
    lr : float
        Rate of the epoch that has just ended, at least 0.
    metric : float
        Measure of that epoch, such as the validation loss. nan is no improvement.
    state : PlateauState or None
        What the call before returned; None after the first epoch.
    mode : {"min", "max"}, default "min"
        Whether a lower or a higher measure is better.
    factor : float, default 0.1
        Factor of a fall, at least 0 and below 1.
    patience : int, default 10
        Number of epochs without improvement that are tolerated, at least 1; the next one
        brings the fall. (PyTorch takes 0 too, and then falls at the first such epoch.)
    threshold : float, default 1e-4
        How much better a measure must be to count, at least 0.
    threshold_mode : {"rel", "abs"}, default "rel"
        Whether `threshold` is a share of the best measure or a difference from it. A share
        is for positive measures only: of a negative best it lowers the bar.
    cooldown : int, default 0
        Number of epochs after a fall in which none is counted, at least 0.
    min_lr : float, default 0.0
        Rate below which no fall leads, at least 0.
    eps : float, default 1e-8
        Falls that are not larger than this are left out, at least 0.

    Returns
    -------
    lr : float
        Rate of the next epoch.
    state : PlateauState
        To be passed in after the next epoch.

    Raises
    ------
    TypeError
        If a rate, `metric`, `factor`, `threshold` or `eps` is not a real number, or
        `patience` or `cooldown` is not a whole number.
    ValueError
        If `lr`, `threshold`, `min_lr` or `eps` is negative, infinite or nan, `factor` is
        not in [0, 1), `patience` is below 1, `cooldown` is negative, or a mode is unknown.

    Examples
    --------
    >>> from dlnotes.schedules import reduce_on_plateau
    >>> lr, state = 1.0, None
    >>> for loss in [0.9, 0.8, 0.8, 0.8, 0.8]:
    ...     lr, state = reduce_on_plateau(lr, loss, state, factor=0.5, patience=2)
    ...     print(lr, state.bad)
    1.0 0
    1.0 0
    1.0 1
    1.0 2
    0.5 0

    References
    ----------
    PyTorch 2.13 documentation, `torch.optim.lr_scheduler.ReduceLROnPlateau`.
    """
    best, bad, resting = _as_state(state, mode)
    better = _better(metric, best, mode, threshold, threshold_mode)
    lower = _lowered(lr, factor, min_lr, eps)
    tolerated = as_count("patience", patience, 1)
    rest = as_count("cooldown", cooldown, 0)
    best = float(metric) if better else best
    bad = 0 if better or resting else bad + 1
    if bad > tolerated:
        return lower, PlateauState(best, 0, rest)
    return float(lr), PlateauState(best, bad, max(resting - 1, 0))


def _as_state(state: PlateauState | None, mode: str) -> PlateauState:
    """The state, or the first one, in which nothing has been measured."""
    if state is None:
        return PlateauState(math.inf if mode == "min" else -math.inf)
    if not isinstance(state, tuple) or len(state) != 3:
        raise TypeError(f"`state` must be None or PlateauState, got {state!r}")
    best, bad, resting = state
    as_scalar("state.best", best)
    as_count("state.bad", bad, 0)
    as_count("state.resting", resting, 0)
    return state


def _better(
    metric: float, best: float, mode: str, threshold: float, threshold_mode: str
) -> bool:
    """Whether a measure beats the best one by the threshold; nan never does."""
    one_of("mode", mode, ("min", "max"))
    one_of("threshold_mode", threshold_mode, ("rel", "abs"))
    value = float(as_scalar("metric", metric))
    margin = float(_as_rate("threshold", threshold))
    sign = 1.0 if mode == "min" else -1.0
    bar = best - sign * margin if threshold_mode == "abs" else best * (1 - sign * margin)
    return sign * value < sign * bar


def _lowered(lr: float, factor: float, min_lr: float, eps: float) -> float:
    """The rate after a fall, which is the rate itself if the fall is too small."""
    rate, share = _as_rate("lr", lr), as_share("factor", factor, end=")")
    lower = max(rate * share, _as_rate("min_lr", min_lr))
    return float(lower if rate - lower > _as_rate("eps", eps) else rate)
