"""A schedule that depends on a measure: the rate falls when it no longer gets better."""

import math
from typing import NamedTuple

from .._arguments import as_count, brief, one_of
from .._array import as_number, as_scalar, as_share


class PlateauState(NamedTuple):
    """State of `reduce_on_plateau` between two epochs.

    `best` is the best measure so far, `bad` the number of epochs in a row without a
    better one, `resting` the number of coming epochs that are not counted.
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
        State that the call before returned; None after the first epoch.
    mode : {"min", "max"}, default "min"
        Whether a lower or a higher measure is better.
    factor : float, default 0.1
        Factor of a fall, at least 0 and below 1.
    patience : int, default 10
        Number of epochs without improvement that are tolerated, at least 1; the rate falls
        after the next one. (PyTorch also takes 0, and then falls at the first such epoch.)
    threshold : float, default 1e-4
        Improvement that a measure must exceed to count, at least 0.
    threshold_mode : {"rel", "abs"}, default "rel"
        Whether `threshold` is a share of the best measure or a difference from it. A share
        is for positive measures only: with a negative best, a worse measure can count as
        an improvement.
    cooldown : int, default 0
        Number of epochs after a fall that are not counted, at least 0.
    min_lr : float, default 0.0
        Lowest rate that a fall can lead to, at least 0.
    eps : float, default 1e-8
        Largest fall that is left out because it is too small, at least 0.

    Returns
    -------
    lr : float
        Rate of the next epoch.
    state : PlateauState
        State for the call after the next epoch.

    Raises
    ------
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
    [@pytorch213], `torch.optim.lr_scheduler.ReduceLROnPlateau`.
    """
    one_of("mode", mode, ("min", "max"))
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
    """Return the state, or the first one, in which nothing has been measured."""
    if state is None:
        return PlateauState(math.inf if mode == "min" else -math.inf)
    if not isinstance(state, tuple) or len(state) != 3:
        raise TypeError(f"`state` must be None or PlateauState, got {brief(state)}")
    best, bad, resting = state
    as_scalar("state.best", best)
    as_count("state.bad", bad, 0)
    as_count("state.resting", resting, 0)
    return state


def _better(
    metric: float, best: float, mode: str, threshold: float, threshold_mode: str
) -> bool:
    """Return whether a measure is better than the best by the threshold; nan never is."""
    one_of("threshold_mode", threshold_mode, ("rel", "abs"))
    value = float(as_scalar("metric", metric))
    margin = as_number("threshold", threshold, at_least=0)
    sign = 1.0 if mode == "min" else -1.0
    bar = best - sign * margin if threshold_mode == "abs" else best * (1 - sign * margin)
    return sign * value < sign * bar


def _lowered(lr: float, factor: float, min_lr: float, eps: float) -> float:
    """Return the rate after a fall, or the same rate if the fall is too small."""
    rate, share = as_number("lr", lr, at_least=0), as_share("factor", factor, end=")")
    lower = max(rate * share, as_number("min_lr", min_lr, at_least=0))
    return lower if rate - lower > as_number("eps", eps, at_least=0) else rate
