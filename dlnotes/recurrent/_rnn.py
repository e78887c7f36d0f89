"""The plain recurrent layer, and its backpropagation through time."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import one_of
from .._array import Array
from .._sums import dot, rounded
from ._sequences import Params, _as_back, _as_layer, _before, _by_params, _weighted


class RNNCache(NamedTuple):
    """Values that `rnn_forward` keeps for `rnn_backward`."""

    X: Array
    H: Array
    h0: Array
    activation: str


def rnn_forward(
    X: ArrayLike,
    params: Sequence[ArrayLike],
    h0: ArrayLike | None = None,
    *,
    activation: Literal["tanh", "relu"] = "tanh",
) -> tuple[Array, RNNCache]:
    """Hidden states of a recurrent layer, each of which follows from the one before.

    h_t = tanh(W_ih @ x_t + b_ih + W_hh @ h_(t-1) + b_hh)

    Parameters
    ----------
    X : array_like of shape (..., T, D)
        Sequences of T steps, at least one, with D features each.
    params : sequence of array_like
        `[W_ih, W_hh, b_ih, b_hh]` of shapes (H, D), (H, H), (H,) and (H,).
    h0 : array_like of shape (..., H), optional
        States before the first step; zeros if None.
    activation : {"tanh", "relu"}
        Function of the weighted sums.

    Returns
    -------
    H : ndarray of shape (..., T, H)
        States after each step; the last are `H[..., -1, :]`.
    cache : NamedTuple
        `X`, `H`, `h0` and `activation`, for `rnn_backward`.

    Raises
    ------
    ValueError
        If the sequences have no steps, a shape does not fit, or `activation` has another
        name.

    Examples
    --------
    >>> from dlnotes.recurrent import rnn_forward
    >>> H, _ = rnn_forward([[1], [0], [0]], [[[1]], [[0.5]], [0], [0]])
    >>> H[:, 0].round(4).tolist()  # an input of 1 that fades away
    [0.7616, 0.3634, 0.1797]

    References
    ----------
    [@elman1990].
    """
    one_of("activation", activation, ["tanh", "relu"])
    layer = _as_layer(X, params, {"h0": h0}, 1)
    W_ih, W_hh, b_ih, b_hh = layer.params
    h = start = layer.states[0]
    with np.errstate(over="ignore", invalid="ignore"):
        H = _weighted(layer.X, W_ih, b_ih, b_hh)
        for t in range(H.shape[1]):
            z = H[:, t] + dot(h, W_hh.T)
            h = H[:, t] = np.tanh(z) if activation == "tanh" else np.maximum(z, 0)
    seen, kept, first = (layer.shaped(a) for a in (layer.X, H, start))
    return kept.copy(), RNNCache(seen, kept, first, activation)


def rnn_backward(
    dH: ArrayLike, params: Sequence[ArrayLike], cache: RNNCache
) -> tuple[Array, Array, Params]:
    """Gradients of a loss by inputs, first state and parameters: back through time.

    d_t = (dH_t + d_(t+1) @ W_hh) * (1 - h_t**2), from the last step to the first

    Arguments as for `rnn_forward`.

    Parameters
    ----------
    dH : array_like of shape (..., T, H)
        Gradient of the loss by the states, 0 where the loss does not use a state itself.
    cache : NamedTuple
        The `cache` that `rnn_forward` returned for these `params`.

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
    >>> from dlnotes.recurrent import rnn_backward, rnn_forward
    >>> params = [[[1]], [[0.5]], [0], [0]]
    >>> _, cache = rnn_forward([[1], [0], [0]], params)
    >>> dX, _, _ = rnn_backward([[0], [0], [1]], params, cache)  # of the last state
    >>> dX[:, 0].round(4).tolist()
    [0.0882, 0.42, 0.9677]

    References
    ----------
    [@werbos1990].
    """
    back = _as_back({"dH": dH}, params, cache, RNNCache, 1)
    [grad], [W_ih, W_hh, *_] = back.grads, back.params
    X, H, h0 = back.flat(cache.X, 2), back.flat(cache.H, 2), back.flat(cache.h0, 1)
    with np.errstate(over="ignore", invalid="ignore"):
        slope = 1 - H * H if cache.activation == "tanh" else (H > 0).astype(H.dtype)
        d, dh = np.empty_like(H), np.zeros_like(h0)
        for t in reversed(range(H.shape[1])):
            d[:, t] = (grad[:, t] + dh) * slope[:, t]
            dh = dot(d[:, t], W_hh)
        dX = _weighted(d, W_ih.T)
        dparams = _by_params(d, X, d, _before(H, h0))
    shaped = back.shaped(dX, cache.X.shape), back.shaped(dh, cache.h0.shape)
    return *shaped, [rounded(a, back.like) for a in dparams]
