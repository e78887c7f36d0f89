"""AdaGrad and RMSProp: every parameter's step is divided by the size of its gradients.

As in PyTorch, `eps` is added to the square root, not below it.
"""

import numpy as np

from .._arguments import as_flag
from .._array import as_finite, as_number, as_share
from .._sums import times
from ._state import (
    AdaGradState,
    ArrayLikes,
    Arrays,
    RMSPropState,
    _decayed,
    _joined,
    _paired,
    _recalled,
    _tuple,
    _zeros,
)


def adagrad_step(
    params: ArrayLikes,
    grads: ArrayLikes,
    state: AdaGradState | None,
    *,
    lr: float,
    eps: float = 1e-10,
    lr_decay: float = 0.0,
    weight_decay: float = 0.0,
) -> tuple[Arrays, AdaGradState]:
    """Step of AdaGrad, which divides by the root of the sum of all squared gradients.

    s = s + grads^2, params - lr * grads / (sqrt(s) + eps)

    Arguments and errors as for `sgd_step`.

    Parameters
    ----------
    state : AdaGradState or None
        State that the step before returned; None at the first step.
    eps : float, default 1e-10
        Number that is added to the divisor to keep it from 0, at least 0; with 0, a
        parameter whose gradients were all 0 becomes nan.
    lr_decay : float, default 0.0
        Decay of the learning rate, at least 0; step t uses lr / (1 + (t - 1) * lr_decay).

    Returns
    -------
    params : ndarray, or list of ndarray
        Parameters after the step, in the form and dtype they came in.
    state : AdaGradState
        For the next step.

    Examples
    --------
    >>> from dlnotes.optimizers import adagrad_step
    >>> w, state = adagrad_step([1.0, 1.0], [5.0, -0.01], None, lr=0.1)
    >>> w.round(4).tolist()  # the first step is lr long, whatever the gradient
    [0.9, 1.1]
    >>> w, state = adagrad_step(w, [5.0, -0.01], state, lr=0.1)
    >>> w.round(4).tolist()  # step t is lr / sqrt(t) long if the gradient stays
    [0.8293, 1.1707]

    References
    ----------
    [@duchi2011].
    """
    p, g = _paired(params, grads)
    before = _recalled(state, AdaGradState, p) or AdaGradState(0, _zeros(p))
    rate = as_number("lr", lr, at_least=0)
    rate /= 1 + before.steps * as_number("lr_decay", lr_decay, at_least=0)
    moved, sums = [], []
    with np.errstate(all="ignore"):
        for a, d, s in zip(p, _decayed(p, g, weight_decay), before.sums, strict=True):
            s = s + d * d
            divisor = np.sqrt(s) + as_finite("eps", eps, s, at_least=0)
            moved.append(a - times(rate, d / divisor))
            sums.append(s)
    return _joined(moved, p, params), AdaGradState(before.steps + 1, _tuple(sums))


def rmsprop_step(
    params: ArrayLikes,
    grads: ArrayLikes,
    state: RMSPropState | None,
    *,
    lr: float,
    alpha: float = 0.99,
    eps: float = 1e-8,
    momentum: float = 0.0,
    centered: bool = False,
    weight_decay: float = 0.0,
) -> tuple[Arrays, RMSPropState]:
    """Step of RMSProp, which divides by the root of a running mean of squared gradients.

    s = alpha * s + (1 - alpha) * grads^2, params - lr * grads / (sqrt(s) + eps)

    Arguments and errors as for `sgd_step`.

    Parameters
    ----------
    state : RMSPropState or None
        State that the step before returned; None at the first step.
    alpha : float, default 0.99
        Share of the running mean that is kept, in [0, 1).
    eps : float, default 1e-8
        Number that is added to the divisor to keep it from 0, at least 0; with 0, a
        parameter whose gradients were all 0 becomes nan.
    centered : bool, default False
        Whether to divide by the running standard deviation instead; a variance that
        round-off made negative counts as 0.

    Returns
    -------
    params : ndarray, or list of ndarray
        Parameters after the step, in the form and dtype they came in.
    state : RMSPropState
        For the next step.

    Examples
    --------
    >>> from dlnotes.optimizers import rmsprop_step
    >>> w, state = rmsprop_step([1.0, 1.0], [5.0, -0.01], None, lr=0.1)
    >>> w.round(4).tolist()  # the mean is not corrected: the first step is 10 lr long
    [0.0, 2.0]

    References
    ----------
    [@tieleman2012]; [@graves2013] for `centered`.
    """
    p, g = _paired(params, grads)
    before = _recalled(state, RMSPropState, p) or RMSPropState(*[_zeros(p)] * 3)
    rate = as_number("lr", lr, at_least=0)
    old = as_share("alpha", alpha, end=")")
    kept = as_share("momentum", momentum, end=")")
    centered = as_flag("centered", centered)
    rows = []
    with np.errstate(all="ignore"):
        g = _decayed(p, g, weight_decay)
        for a, d, s, m, v in zip(p, g, *before, strict=True):
            s = old * s + (1 - old) * d * d
            m = old * m + (1 - old) * d if centered else m
            spread = np.maximum(s - m * m, 0) if centered else s
            v = kept * v + d / (np.sqrt(spread) + as_finite("eps", eps, s, at_least=0))
            rows.append((a - times(rate, v), s, m, v))
    moved, *after = zip(*rows, strict=True)
    return _joined(moved, p, params), RMSPropState(*map(_tuple, after))
