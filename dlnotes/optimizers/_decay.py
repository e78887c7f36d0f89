"""Weight decay, the L2 penalty and clipping, which keep parameters and gradients small."""

import numpy as np

from .._arguments import as_count
from .._array import Array, as_number
from .._sums import sum_of_squares, times
from ._state import ArrayLikes, Arrays, _joined, _split


def weight_decay_step(
    params: ArrayLikes, *, lr: float, weight_decay: float, min_ndim: int = 0
) -> Arrays:
    """Parameters after one step of weight decay, without any gradient.

    (1 - lr * weight_decay) * params

    Parameters
    ----------
    params : array_like, or list of ndarray
        Parameters before the step.
    lr : float
        Learning rate, at least 0.
    weight_decay : float
        Rate of decay per unit of `lr`, at least 0.
    min_ndim : int, default 0
        Arrays of fewer axes are left as they are; 2 spares biases.

    Returns
    -------
    ndarray, or list of ndarray
        Smaller parameters, in the form and dtype they came in.

    Raises
    ------
    ValueError
        If `lr` or `weight_decay` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.optimizers import weight_decay_step
    >>> weight_decay_step([1.0, -2.0], lr=0.1, weight_decay=0.5).round(4).tolist()
    [0.95, -1.9]

    References
    ----------
    [@krogh1992; @loshchilov2019].
    """
    factor = _left(lr, weight_decay)
    parts = _split("params", params)
    with np.errstate(all="ignore"):
        shrunk = [
            times(factor if decays else 1.0, p) for p, decays in _kept(parts, min_ndim)
        ]
    return _joined(shrunk, parts, params)


def l2_penalty(params: ArrayLikes, *, lam: float, min_ndim: int = 0) -> float:
    """Half the sum of all squared parameters, times the strength of the penalty.

    lam / 2 * sum(params^2)

    Parameters
    ----------
    params : array_like, or list of ndarray
        Parameters.
    lam : float
        Strength of the penalty, at least 0.
    min_ndim : int, default 0
        Arrays of fewer axes do not count; 2 spares biases.

    Returns
    -------
    float
        Number that is added to the loss, at least 0.

    Raises
    ------
    ValueError
        If `lam` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.optimizers import l2_penalty
    >>> l2_penalty([3.0, -4.0], lam=0.1)
    1.25

    References
    ----------
    [@krogh1992].
    """
    strength = as_number("lam", lam, at_least=0)
    kept = _kept(_split("params", params), min_ndim)
    s, power = sum_of_squares(
        *[p.astype(np.float64, copy=False) for p, counts in kept if counts]
    )
    with np.errstate(all="ignore"):
        return float(s / 2 * strength * power * power)


def l2_penalty_grad(params: ArrayLikes, *, lam: float, min_ndim: int = 0) -> Arrays:
    """Derivative of `l2_penalty` with respect to every parameter.

    lam * params

    Arguments, errors and references as for `l2_penalty`.

    Returns
    -------
    ndarray, or list of ndarray
        Gradients, in the form and dtype of the parameters; 0 for an array of fewer axes
        than `min_ndim`.

    Examples
    --------
    >>> from dlnotes.optimizers import l2_penalty_grad
    >>> l2_penalty_grad([3.0, -4.0], lam=0.5).tolist()
    [1.5, -2.0]
    """
    strength = as_number("lam", lam, at_least=0)
    parts = _split("params", params)
    with np.errstate(all="ignore"):
        slopes = [
            times(strength, p) if counts else np.zeros_like(p)
            for p, counts in _kept(parts, min_ndim)
        ]
    return _joined(slopes, parts, params)


def clip_grad_norm(grads: ArrayLikes, *, max_norm: float) -> tuple[Arrays, float]:
    """Gradients, made shorter where all of them together are too long.

    grads * min(1, max_norm / norm(grads))

    Parameters
    ----------
    grads : array_like, or list of ndarray
        Gradients; the norm is that of all their entries in one vector.
    max_norm : float
        Largest norm of the result, at least 0.

    Returns
    -------
    grads : ndarray, or list of ndarray
        Gradients of the same direction, in the form and dtype of the argument. With a norm
        of nan all of them are nan; with an infinite norm inf becomes nan and the rest 0.
    norm : float
        Norm before clipping.

    Raises
    ------
    ValueError
        If `max_norm` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.optimizers import clip_grad_norm
    >>> clipped, norm = clip_grad_norm([3.0, 4.0], max_norm=1)
    >>> clipped.round(4).tolist(), norm
    ([0.6, 0.8], 5.0)

    References
    ----------
    [@pascanu2013].
    """
    most = as_number("max_norm", max_norm, at_least=0)
    parts = _split("grads", grads)
    s, power = sum_of_squares(*[g.astype(np.float64, copy=False) for g in parts])
    with np.errstate(all="ignore"):
        root = np.sqrt(s)
        # not most / norm, as the norm alone may be too large
        factor = np.minimum(1, most / power / root) if root != 0 else 1.0
        clipped = [times(float(factor), g) for g in parts]
        return _joined(clipped, parts, grads), float(root * power)


def _left(lr: float, weight_decay: float) -> float:
    """Return the share of a parameter that one step of weight decay leaves."""
    rate = as_number("lr", lr, at_least=0)
    return 1 - rate * as_number("weight_decay", weight_decay, at_least=0)


def _kept(parts: list[Array], min_ndim: int) -> list[tuple[Array, bool]]:
    """Return every array, and whether it has at least `min_ndim` axes."""
    least = as_count("min_ndim", min_ndim, 0)
    return [(part, part.ndim >= least) for part in parts]
