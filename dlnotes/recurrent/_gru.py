"""The gated recurrent unit, in PyTorch's form and in that of the paper."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_flag
from .._array import Array
from .._sums import dot, rounded
from ..activations import sigmoid
from ._sequences import Back, Params, _as_back, _as_layer, _before, _by_params, _weighted

RESET, _, CANDIDATE = range(3)  # blocks of rows


class GRUCache(NamedTuple):
    """Values that `gru_forward` keeps for `gru_backward`."""

    X: Array
    H: Array
    gates: Array  # (..., T, 3, H)
    recalled: Array  # (..., T, H): W_hn @ h + b_hn, before the reset gate
    h0: Array
    reset_after: bool


def gru_forward(
    X: ArrayLike,
    params: Sequence[ArrayLike],
    h0: ArrayLike | None = None,
    *,
    reset_after: bool = True,
) -> tuple[Array, GRUCache]:
    """Hidden states of a gated recurrent unit, mixed from the state before and a candidate.

    h_t = (1 - z) * n + z * h_(t-1), n = tanh(W_in @ x + b_in + r * (W_hn @ h + b_hn))

    Parameters
    ----------
    X : array_like of shape (..., T, D)
        Sequences of T steps, at least one, with D features each.
    params : sequence of array_like
        `[W_ih, W_hh, b_ih, b_hh]` of shapes (3 * H, D), (3 * H, H), (3 * H,) and (3 * H,);
        their rows are those of the reset gate r, the update gate z and the candidate n, as
        in PyTorch.
    h0 : array_like of shape (..., H), optional
        States before the first step; zeros if None.
    reset_after : bool, default True
        Whether r scales W_hn @ h + b_hn, as in PyTorch; otherwise it scales h before the
        product, as in the paper: W_hn @ (r * h) + b_hn.

    Returns
    -------
    H : ndarray of shape (..., T, H)
        States after each step; the last are `H[..., -1, :]`.
    cache : NamedTuple
        `gates` of shape (..., T, 3, H), the values of r, z and n; `recalled`, what r
        scales or has scaled; `X`, `H`, `h0` and `reset_after`; for `gru_backward`.

    Raises
    ------
    ValueError
        If the sequences have no steps, or a shape does not fit.

    Examples
    --------
    >>> from dlnotes.recurrent import gru_forward
    >>> params = [[[0], [0], [1]], [[0]] * 3, [0, 2, 0], [0] * 3]
    >>> H, cache = gru_forward([[1], [0]], params)
    >>> cache.gates[0, :, 0].round(4).tolist()
    [0.5, 0.8808, 0.7616]
    >>> H[:, 0].round(4).tolist()  # (1 - 0.8808) * 0.7616, then 0.8808 times that
    [0.0908, 0.08]

    References
    ----------
    [@cho2014].
    """
    after = as_flag("reset_after", reset_after)
    layer = _as_layer(X, params, {"h0": h0}, 3)
    W_ih, W_hh, b_ih, b_hh = layer.params
    h, size = layer.states[0], W_hh.shape[1]
    with np.errstate(over="ignore", invalid="ignore"):
        gates = _weighted(layer.X, W_ih, b_ih).reshape(*layer.X.shape[:2], 3, size)
        H, recalled = np.empty((2, *layer.X.shape[:2], size), gates.dtype)
        for t in range(H.shape[1]):
            s = (dot(h, W_hh.T) + b_hh).reshape(-1, 3, size)
            r, z = np.moveaxis(sigmoid(gates[:, t, :2] + s[:, :2]), 1, 0)
            part = s[:, 2]
            if not after:
                part = dot(r * h, W_hh[2 * size :].T) + b_hh[2 * size :]
            n = np.tanh(gates[:, t, CANDIDATE] + (r * part if after else part))
            gates[:, t] = np.stack([r, z, n], axis=1)
            recalled[:, t] = part
            h = H[:, t] = (1 - z) * n + z * h
    kept = [layer.shaped(a) for a in (layer.X, H, gates, recalled, *layer.states)]
    cache = GRUCache(kept[0], kept[1], kept[2], kept[3], kept[4], after)
    return cache.H.copy(), cache


def gru_backward(
    dH: ArrayLike, params: Sequence[ArrayLike], cache: GRUCache
) -> tuple[Array, Array, Params]:
    """Gradients of a loss by inputs, first state and parameters: back through time.

    dh_(t-1) = z * dh_t, and through the gates and the candidate

    Arguments and references as for `gru_forward`.

    Parameters
    ----------
    dH : array_like of shape (..., T, H)
        Gradient of the loss by the states, 0 where the loss does not use a state itself.
    cache : NamedTuple
        The `cache` that `gru_forward` returned for these `params`.

    Returns
    -------
    dX : ndarray of shape (..., T, D)
        Gradient by the inputs.
    dh0 : ndarray of shape (..., H)
        Gradient by the states before the first step.
    dparams : list of ndarray
        Gradients with the shapes of `params`, summed over sequences and steps.

    Raises
    ------
    ValueError
        If `dH` does not have the shape of the states, or `params` has other sizes than in
        the forward pass.

    Examples
    --------
    >>> from dlnotes.recurrent import gru_backward, gru_forward
    >>> params = [[[0], [0], [1]], [[0]] * 3, [0, 2, 0], [0] * 3]
    >>> _, cache = gru_forward([[1], [0]], params)
    >>> dX, dh0, _ = gru_backward([[0], [1]], params, cache)  # of the last state
    >>> dh0.round(4).tolist()  # 0.8808 ** 2
    [0.7758]
    """
    back = _as_back({"dH": dH}, params, cache, GRUCache, 3)
    X, H, h0 = back.flat(cache.X, 2), back.flat(cache.H, 2), back.flat(cache.h0, 1)
    gates, H_before = back.flat(cache.gates, 3), _before(H, h0)
    with np.errstate(over="ignore", invalid="ignore"):
        recalled = back.flat(cache.recalled, 2) if cache.reset_after else None
        d_x, d_h, dh = _through_time(back, gates, H_before, recalled)
        dX = _weighted(d_x, back.params[0].T)
        dparams = _by_params(d_x, X, d_h, H_before)
        if recalled is None:  # the candidate's rows have met r * h
            size = H.shape[-1]
            met = (gates[:, :, RESET] * H_before).reshape(-1, size)
            dparams[1][2 * size :] = dot(d_h[..., 2 * size :].reshape(-1, size).T, met)
    shaped = back.shaped(dX, cache.X.shape), back.shaped(dh, cache.h0.shape)
    return *shaped, [rounded(a, back.like) for a in dparams]


def _through_time(
    back: Back, gates: Array, H_before: Array, recalled: Array | None
) -> tuple[Array, Array, Array]:
    """Return gradients by the sums of inputs and of states, and by the first state.

    `recalled` is what the reset gate scales; None where it scales the state itself.
    """
    [dH], W_hh, size = back.grads, back.params[1], H_before.shape[-1]
    r, z, n = (gates[:, :, k] for k in range(3))
    by_update, by_candidate = (H_before - n) * z * (1 - z), (1 - z) * (1 - n * n)
    by_reset = (H_before if recalled is None else recalled) * r * (1 - r)
    d_x, d_h = np.empty((2, *gates.shape), gates.dtype)
    dh = np.zeros_like(H_before[:, 0])
    for t in reversed(range(H_before.shape[1])):
        dh = dH[:, t] + dh
        dn = dh * by_candidate[:, t]
        scaled = dn if recalled is None else dn * r[:, t]
        into = dot(scaled, W_hh[2 * size :])
        dr = (into if recalled is None else dn) * by_reset[:, t]
        pair = np.stack([dr, dh * by_update[:, t]], axis=1)
        d_x[:, t, :2] = d_h[:, t, :2] = pair
        d_x[:, t, CANDIDATE], d_h[:, t, CANDIDATE] = dn, scaled
        through = dot(pair.reshape(len(pair), -1), W_hh[: 2 * size])
        dh = dh * z[:, t] + (into * r[:, t] if recalled is None else into) + through
    flat = (*gates.shape[:2], -1)
    return d_x.reshape(flat), d_h.reshape(flat), dh
