"""Early stopping: the end of training once the validation loss no longer improves."""

import math
from typing import NamedTuple

from .._arguments import as_count, brief
from .._array import as_number, as_scalar


class EarlyStoppingState(NamedTuple):
    """State of `early_stopping` between two measurements.

    `best` is the lowest loss so far, `bad` the number of losses in a row since then. As
    long as `bad` is 0 the present parameters are the best ones.
    """

    best: float
    bad: int = 0


def early_stopping(
    loss: float,
    state: EarlyStoppingState | None,
    *,
    patience: int,
    min_delta: float = 0.0,
) -> tuple[bool, EarlyStoppingState]:
    """Whether to stop, because the validation loss has not improved for some time.

    bad = 0 if loss < best - min_delta, else bad + 1; stop if bad >= patience

    Parameters
    ----------
    loss : float
        Validation loss just measured. nan and inf are no improvement.
    state : EarlyStoppingState or None
        State that the call before returned; None at the first call.
    patience : int
        Number of losses in a row without improvement at which to stop, at least 1.
        (`reduce_on_plateau` tolerates that many, as in PyTorch, and acts at the next.)
    min_delta : float, default 0.0
        Improvement that a loss must exceed to count, at least 0.

    Returns
    -------
    stop : bool
        Whether to stop now and go back to the parameters of the lowest loss, `bad` calls
        ago.
    state : EarlyStoppingState
        State for the next call.

    Raises
    ------
    TypeError
        If `state` is neither None nor an EarlyStoppingState.
    ValueError
        If `patience` is below 1, or `min_delta` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.regularization import early_stopping
    >>> state = None
    >>> for loss in [1.0, 0.8, 0.82, 0.9]:
    ...     stop, state = early_stopping(loss, state, patience=2)
    ...     print(stop, state.best, state.bad)
    False 1.0 0
    False 0.8 0
    False 0.8 1
    True 0.8 2

    References
    ----------
    [@prechelt1998].
    """
    value = float(as_scalar("loss", loss))
    best, bad = _as_state(state)
    tolerated = as_count("patience", patience, 1)
    better = value < best - as_number("min_delta", min_delta, at_least=0)
    new = EarlyStoppingState(value) if better else EarlyStoppingState(best, bad + 1)
    return new.bad >= tolerated, new


def _as_state(state: EarlyStoppingState | None) -> EarlyStoppingState:
    """Return the state, or the first one, in which nothing has been measured."""
    if state is None:
        return EarlyStoppingState(math.inf)
    if not isinstance(state, tuple) or len(state) != 2:
        raise TypeError(f"`state` must be None or EarlyStoppingState, got {brief(state)}")
    as_scalar("state.best", state[0])
    as_count("state.bad", state[1], 0)
    return state
