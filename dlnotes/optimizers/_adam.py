"""Adam and AdamW: momentum and RMSProp in one, with a correction of the first means."""

import numpy as np

from .._arguments import brief
from .._array import as_finite, as_number, as_share
from .._sums import times
from ._decay import _left
from ._state import (
    AdamState,
    ArrayLikes,
    Arrays,
    _decayed,
    _joined,
    _paired,
    _recalled,
    _tuple,
    _zeros,
)


def adam_step(
    params: ArrayLikes,
    grads: ArrayLikes,
    state: AdamState | None,
    *,
    lr: float,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.0,
) -> tuple[Arrays, AdamState]:
    """Step of Adam, along the mean gradient, divided by the root of the mean square.

    params - lr * m / (1 - betas[0]^t) / (sqrt(s / (1 - betas[1]^t)) + eps)

    Parameters
    ----------
    params : array_like, or list of ndarray
        Parameters before the step.
    grads : array_like, or list of ndarray
        Gradients, one for each array of `params` and of its shape.
    state : AdamState or None
        State that the step before returned; None at the first step.
    lr : float
        Learning rate, at least 0; it may change from step to step.
    betas : tuple of two floats, default (0.9, 0.999)
        Shares that the running means of gradients and of squared gradients keep, both in
        [0, 1).
    eps : float, default 1e-8
        Number that is added to the divisor to keep it from 0, at least 0; with 0, a
        parameter whose gradients were all 0 becomes nan.
    weight_decay : float, default 0.0
        Strength of the L2 penalty, at least 0, whose gradient joins `grads` and is
        divided with them; `adamw_step` has a decay that is not divided.

    Returns
    -------
    params : ndarray, or list of ndarray
        Parameters after the step, in the form and dtype they came in.
    state : AdamState
        For the next step.

    Raises
    ------
    ValueError
        If shapes differ, also those of `state`, or an option is out of range.

    Examples
    --------
    >>> from dlnotes.optimizers import adam_step
    >>> w, state = adam_step([1.0, 1.0, 1.0], [5.0, -0.01, 0.0], None, lr=0.1)
    >>> w.round(4).tolist()  # the first step is lr long, whatever the gradient
    [0.9, 1.1, 1.0]

    References
    ----------
    [@kingma2015].
    """
    return _moved(params, grads, state, lr, betas, eps, weight_decay, 0.0)


def adamw_step(
    params: ArrayLikes,
    grads: ArrayLikes,
    state: AdamState | None,
    *,
    lr: float,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> tuple[Arrays, AdamState]:
    """Step of Adam on parameters that were first made smaller by weight decay.

    adam_step((1 - lr * weight_decay) * params, grads)

    Arguments and errors as for `adam_step`.

    Parameters
    ----------
    weight_decay : float, default 0.01
        Rate of decay per unit of `lr`, at least 0.

    Returns
    -------
    params : ndarray, or list of ndarray
        Parameters after the step, in the form and dtype they came in.
    state : AdamState
        For the next step.

    Examples
    --------
    >>> from dlnotes.optimizers import adamw_step
    >>> w, state = adamw_step([4.0, 4.0], [5.0, 0.0], None, lr=0.1, weight_decay=0.5)
    >>> w.round(4).tolist()  # 0.95 * 4 is 3.8; the first also takes its step of 0.1
    [3.7, 3.8]

    References
    ----------
    [@loshchilov2019].
    """
    return _moved(params, grads, state, lr, betas, eps, 0.0, weight_decay)


def _moved(
    params: ArrayLikes,
    grads: ArrayLikes,
    state: AdamState | None,
    lr: float,
    betas: tuple[float, float],
    eps: float,
    penalty: float,
    weight_decay: float,
) -> tuple[Arrays, AdamState]:
    """Return the step of Adam with an L2 penalty, a decay of the parameters, or neither."""
    p, g = _paired(params, grads)
    before = _recalled(state, AdamState, p) or AdamState(0, _zeros(p), _zeros(p))
    rate, left = as_number("lr", lr, at_least=0), _left(lr, weight_decay)
    b1, b2 = _two_shares(betas)
    t = before.steps + 1
    rows = []
    with np.errstate(all="ignore"):
        for a, d, m, s in zip(p, _decayed(p, g, penalty), *before[1:], strict=True):
            m = b1 * m + (1 - b1) * d
            s = b2 * s + (1 - b2) * d * d
            divisor = np.sqrt(s) / (1 - b2**t) ** 0.5 + as_finite("eps", eps, s, at_least=0)
            rows.append((times(left, a) - times(rate / (1 - b1**t), m / divisor), m, s))
    moved, means, squares = zip(*rows, strict=True)
    return _joined(moved, p, params), AdamState(t, _tuple(means), _tuple(squares))


def _two_shares(betas: tuple[float, float]) -> tuple[float, float]:
    if not isinstance(betas, tuple | list) or len(betas) != 2:
        raise ValueError(f"`betas` must be two numbers, got {brief(betas)}")
    first, second = betas
    return as_share("betas[0]", first, end=")"), as_share("betas[1]", second, end=")")
