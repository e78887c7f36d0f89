"""The long short-term memory, whose gates decide what its cells keep, take in and give."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array
from .._sums import dot, rounded
from ..activations import sigmoid
from ._sequences import Back, Params, _as_back, _as_layer, _before, _by_params, _weighted

INPUT, FORGET, CANDIDATE, OUTPUT = range(4)  # blocks of rows


class LSTMCache(NamedTuple):
    """Values that `lstm_forward` keeps for `lstm_backward`."""

    X: Array
    H: Array
    C: Array
    gates: Array  # (..., T, 4, H)
    h0: Array
    c0: Array


def lstm_forward(
    X: ArrayLike,
    params: Sequence[ArrayLike],
    h0: ArrayLike | None = None,
    c0: ArrayLike | None = None,
) -> tuple[Array, Array, LSTMCache]:
    """Hidden states and cells of a long short-term memory.

    c_t = f * c_(t-1) + i * g, h_t = o * tanh(c_t); i, f, o = sigmoid(sums), g = tanh(sums)

    Parameters
    ----------
    X : array_like of shape (..., T, D)
        Sequences of T steps, at least one, with D features each.
    params : sequence of array_like
        `[W_ih, W_hh, b_ih, b_hh]` of shapes (4 * H, D), (4 * H, H), (4 * H,) and (4 * H,);
        their rows are those of the input gate i, the forget gate f, the candidate g and the
        output gate o, as in PyTorch.
    h0, c0 : array_like of shape (..., H), optional
        States and cells before the first step; zeros if None.

    Returns
    -------
    H, C : ndarray of shape (..., T, H)
        States and cells after each step; the last states are `H[..., -1, :]`.
    cache : NamedTuple
        `gates` of shape (..., T, 4, H), the values of i, f, g and o; `X`, `H`, `C`, `h0`
        and `c0`; for `lstm_backward`.

    Raises
    ------
    ValueError
        If the sequences have no steps, or a shape does not fit.

    Examples
    --------
    >>> from dlnotes.recurrent import lstm_forward
    >>> params = [[[0]] * 4, [[0]] * 4, [0, 5, 0, 5], [0] * 4]  # open: forget, output
    >>> _, C, cache = lstm_forward([[0]] * 100, params, h0=[0], c0=[1])
    >>> cache.gates[0, :, 0].round(4).tolist()
    [0.5, 0.9933, 0.0, 0.9933]
    >>> C[-1].round(3).tolist()  # 0.9933 ** 100
    [0.511]

    References
    ----------
    [@hochreiter1997]; [@gers2000] for the forget gate.
    """
    layer = _as_layer(X, params, {"h0": h0, "c0": c0}, 4)
    W_ih, W_hh, b_ih, b_hh = layer.params
    h, c = layer.states
    with np.errstate(over="ignore", invalid="ignore"):
        z = _weighted(layer.X, W_ih, b_ih, b_hh)
        gates = z.reshape(*z.shape[:2], 4, -1)
        H, C = np.empty((2, *z.shape[:2], W_hh.shape[1]), z.dtype)
        for t in range(H.shape[1]):
            z[:, t] += dot(h, W_hh.T)
            gate = gates[:, t]
            candidate = np.tanh(gate[:, CANDIDATE])
            gate[:] = sigmoid(gate)
            gate[:, CANDIDATE] = candidate
            c = C[:, t] = gate[:, FORGET] * c + gate[:, INPUT] * candidate
            h = H[:, t] = gate[:, OUTPUT] * np.tanh(c)
    kept = [layer.shaped(a) for a in (layer.X, H, C, gates, *layer.states)]
    return kept[1].copy(), kept[2].copy(), LSTMCache(*kept)


def lstm_backward(
    dH: ArrayLike,
    params: Sequence[ArrayLike],
    cache: LSTMCache,
    dC: ArrayLike | None = None,
) -> tuple[Array, Array, Array, Params]:
    """Gradients of a loss by inputs, first states and parameters: back through time.

    dc_(t-1) = f * (dc_t + o * (1 - tanh(c_t)**2) * dh_t), and through the gates dh_(t-1)

    Arguments and references as for `lstm_forward`.

    Parameters
    ----------
    dH : array_like of shape (..., T, H)
        Gradient of the loss by the states, 0 where the loss does not use a state itself.
    cache : NamedTuple
        The `cache` that `lstm_forward` returned for these `params`.
    dC : array_like of shape (..., T, H), optional
        Gradient of the loss by the cells; zeros if None.

    Returns
    -------
    dX : ndarray of shape (..., T, D)
        Gradient by the inputs.
    dh0, dc0 : ndarray of shape (..., H)
        Gradients by the states and cells before the first step.
    dparams : list of ndarray
        Gradients with the shapes of `params`, summed over sequences and steps.

    Raises
    ------
    ValueError
        If `dH` or `dC` does not have the shape of the states, or `params` has other sizes
        than in the forward pass.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.recurrent import lstm_backward, lstm_forward
    >>> params = [[[0]] * 4, [[0]] * 4, [0, 5, 0, 5], [0] * 4]
    >>> H, C, cache = lstm_forward([[0]] * 100, params, c0=[1])
    >>> dC = np.eye(100)[:, [99]]  # of the last cell
    >>> _, _, dc0, _ = lstm_backward(0 * H, params, cache, dC)
    >>> dc0.round(3).tolist()
    [0.511]
    """
    back = _as_back({"dH": dH, "dC": dC}, params, cache, LSTMCache, 4)
    X, H, C = (back.flat(a, 2) for a in (cache.X, cache.H, cache.C))
    h0, c0, gates = (
        back.flat(cache.h0, 1),
        back.flat(cache.c0, 1),
        back.flat(cache.gates, 3),
    )
    with np.errstate(over="ignore", invalid="ignore"):
        d, dh, dc = _through_time(back, gates, C, _before(C, c0))
        dX = _weighted(d, back.params[0].T)
        dparams = _by_params(d, X, d, _before(H, h0))
    states = [back.shaped(a, cache.h0.shape) for a in (dh, dc)]
    shaped = back.shaped(dX, cache.X.shape), states[0], states[1]
    return *shaped, [rounded(a, back.like) for a in dparams]


def _through_time(
    back: Back, gates: Array, C: Array, C_before: Array
) -> tuple[Array, Array, Array]:
    """Return gradients by the sums of the gates, and by the first state and cell."""
    (dH, dC), W_hh = back.grads, back.params[1]
    i, f, g, o = (gates[:, :, k] for k in range(4))
    squashed = np.tanh(C)
    # slopes of the cell by the state, and of what each gate scales by its sum
    by_state = o * (1 - squashed * squashed)
    by_sums = np.stack(
        [g * i * (1 - i), C_before * f * (1 - f), i * (1 - g * g), squashed * o * (1 - o)],
        axis=2,
    )
    d, dh, dc = np.empty_like(gates), np.zeros_like(C[:, 0]), np.zeros_like(C[:, 0])
    for t in reversed(range(C.shape[1])):
        dh = dH[:, t] + dh
        dc = dC[:, t] + dc + dh * by_state[:, t]
        d[:, t] = dc[:, None] * by_sums[:, t]
        d[:, t, OUTPUT] = dh * by_sums[:, t, OUTPUT]
        dc = dc * f[:, t]
        dh = dot(d[:, t].reshape(len(d), -1), W_hh)
    return d.reshape(*d.shape[:2], -1), dh, dc
