"""Gradient descent with momentum as in PyTorch: the velocity is not scaled by `lr`."""

import numpy as np

from .._arguments import as_flag
from .._array import Array, as_number, as_share
from .._sums import times
from ._state import (
    ArrayLikes,
    Arrays,
    Kept,
    SGDState,
    _decayed,
    _joined,
    _paired,
    _recalled,
    _tuple,
)


def sgd_step(
    params: ArrayLikes,
    grads: ArrayLikes,
    state: SGDState | None,
    *,
    lr: float,
    momentum: float = 0.0,
    dampening: float = 0.0,
    nesterov: bool = False,
    weight_decay: float = 0.0,
) -> tuple[Arrays, SGDState]:
    """Step of gradient descent, with or without momentum.

    v = momentum * v + (1 - dampening) * grads, params - lr * v; the first v is grads

    Parameters
    ----------
    params : array_like, or list of ndarray
        Parameters before the step.
    grads : array_like, or list of ndarray
        Gradients, one for each array of `params` and of its shape.
    state : SGDState or None
        State that the step before returned; None at the first step.
    lr : float
        Learning rate, at least 0; it may change from step to step.
    momentum : float, default 0.0
        Share of the velocity that is kept, in [0, 1).
    dampening : float, default 0.0
        Share of the gradient that does not enter the velocity, in [0, 1]; the first
        gradient enters whole.
    nesterov : bool, default False
        Whether the step uses grads + momentum * v in place of v, with the new v.
    weight_decay : float, default 0.0
        Strength of the L2 penalty, at least 0, whose gradient joins `grads`.

    Returns
    -------
    params : ndarray, or list of ndarray
        Parameters after the step, in the form and dtype they came in.
    state : SGDState
        For the next step.

    Raises
    ------
    ValueError
        If shapes differ, also those of `state`, an option is out of range, or `nesterov`
        comes without momentum or with dampening.

    Examples
    --------
    >>> from dlnotes.optimizers import sgd_step
    >>> w, state = sgd_step([1.0, 2.0], [1.0, -1.0], None, lr=0.1, momentum=0.5)
    >>> w.round(4).tolist()
    [0.9, 2.1]
    >>> w, state = sgd_step(w, [1.0, -1.0], state, lr=0.1, momentum=0.5)
    >>> w.round(4).tolist()  # the second step is 1.5 times as long
    [0.75, 2.25]

    References
    ----------
    [@polyak1964; @sutskever2013].
    """
    p, g = _paired(params, grads)
    rate = as_number("lr", lr, at_least=0)
    kept = as_share("momentum", momentum, end=")")
    fresh = 1 - as_share("dampening", dampening)
    if as_flag("nesterov", nesterov) and (kept == 0 or fresh != 1):
        rule = "`nesterov` needs `momentum` above 0 and no `dampening`"
        raise ValueError(f"{rule}, got {momentum} and {dampening}")
    before = _recalled(state, SGDState, p)
    velocities = before.velocities if before else None
    with np.errstate(all="ignore"):
        g = _decayed(p, g, weight_decay)
        if kept:
            velocities = _accelerated(velocities, g, kept, fresh)
            pairs = zip(velocities, g, strict=True)
            g = [d + kept * v if nesterov else v for v, d in pairs]
        moved = [a - times(rate, d) for a, d in zip(p, g, strict=True)]
    return _joined(moved, p, params), SGDState(velocities)


def _accelerated(before: Kept | None, g: list[Array], kept: float, fresh: float) -> Kept:
    """Return the velocities after a step; the first are the gradients, undampened."""
    if before is None:
        return _tuple(d.copy() for d in g)
    new = g if fresh == 1 else [fresh * d for d in g]
    return _tuple(kept * v + d for v, d in zip(before, new, strict=True))
