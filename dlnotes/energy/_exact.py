"""The exact distribution of a machine, from a list of all states of its smaller layer."""

from collections.abc import Iterator
from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, Scalar
from .._sums import rounded
from ..activations import logsumexp, sigmoid, softplus
from ._arguments import Machine, _data, _machine, _states
from ._rbm import _down, _free_energy, _up

MOST = 20  # units whose states are listed: 2**20 states
TOGETHER = 4096  # states that are held at a time


def rbm_log_partition(W: ArrayLike, a: ArrayLike, b: ArrayLike) -> Scalar:
    """Logarithm of the partition function, which turns energies into probabilities.

    log(sum over all v and h of exp(-energy(v, h)))

    Parameters
    ----------
    W, a, b : array_like of shapes (H, D), (D,) and (H,)
        Weights, and biases of the visible and of the hidden units.

    Returns
    -------
    scalar
        log Z. It is found by a list of the states of the smaller layer.

    Raises
    ------
    ValueError
        If both layers have more than 20 units, shapes do not fit, or an array holds nan or
        a number above 1e100 in size.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import rbm_log_partition
    >>> log_Z = rbm_log_partition(np.zeros((2, 3)), np.zeros(3), np.zeros(2))
    >>> round(float(np.exp(log_Z)))  # 2^5 states, each of energy 0
    32

    References
    ----------
    [@hinton2012], section 2.
    """
    machine = _machine(W, a, b)
    return cast(Scalar, rounded(_log_partition(machine), machine.like))


def rbm_log_prob(v: ArrayLike, W: ArrayLike, a: ArrayLike, b: ArrayLike) -> Array:
    """Logarithm of the probability that a machine gives to a visible state.

    -free_energy(v) - log Z

    Parameters
    ----------
    v : array_like of shape (..., D)
        States of the visible units, zeros and ones.
    W, a, b : array_like of shapes (H, D), (D,) and (H,)
        Weights, and biases of the visible and of the hidden units.

    Returns
    -------
    ndarray of shape (...)
        Log-probabilities. Their mean over data is the log-likelihood that training raises.

    Raises
    ------
    ValueError
        As for `rbm_energy`, and if both layers have more than 20 units.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import rbm_log_prob
    >>> W, a, b = np.zeros((2, 3)), np.zeros(3), np.zeros(2)
    >>> np.exp(rbm_log_prob([0, 1, 1], W, a, b)).round(3).item()  # one of 8 states
    0.125

    References
    ----------
    [@hinton2012], section 2.
    """
    machine = _machine(W, a, b)
    visible, came = _states("v", v, machine.W.shape[1])
    y = -_free_energy(visible, machine) - _log_partition(machine)
    return rounded(y, came, machine.like)


def rbm_log_prob_grad(
    V: ArrayLike, W: ArrayLike, a: ArrayLike, b: ArrayLike
) -> tuple[Array, Array, Array]:
    """Exact gradient of the mean log-probability of data by weights and biases.

    mean of h v^T over the data - mean of h v^T over the machine's own states

    Arguments and errors as for `rbm_log_prob`.

    Parameters
    ----------
    V : array_like of shape (N, D)
        Data, in [0, 1].

    Returns
    -------
    dW, da, db : ndarray of the shapes of `W`, `a` and `b`
        Gradients. A step along them raises the log-likelihood.

    Raises
    ------
    ValueError
        If there is no data.

    Examples
    --------
    >>> from dlnotes.energy import rbm_log_prob_grad
    >>> dW, da, db = rbm_log_prob_grad([[1, 1], [1, 0]], [[0, 0]], [0, 0], [0])
    >>> abs(dW.round(3)).tolist(), abs(da.round(3)).tolist()  # (1/2, 1/4) - (1/4, 1/4)
    ([[0.25, 0.0]], [0.5, 0.0])

    References
    ----------
    [@hinton2002].
    """
    machine = _machine(W, a, b)
    visible, came = _data(V, machine.W.shape[1])
    hidden = sigmoid(_up(visible, machine))
    pairs, v_mean, h_mean = _expectations(machine)
    grads = (
        hidden.T @ visible / len(visible) - pairs,
        np.mean(visible, axis=0) - v_mean,
        np.mean(hidden, axis=0) - h_mean,
    )
    dW, da, db = (rounded(grad, came, machine.like) for grad in grads)
    return dW, da, db


def _all_states(units: int) -> Iterator[Array]:
    """Yield all states of some units, a few thousand at a time."""
    for first in range(0, 2**units, TOGETHER):
        numbers = np.arange(first, min(first + TOGETHER, 2**units))[:, np.newaxis]
        yield (numbers >> np.arange(units)[::-1] & 1).astype(np.float64)


def _scores(machine: Machine) -> Iterator[tuple[Array, Array]]:
    """Yield the hidden states and the logarithms of their weights in Z."""
    for states in _all_states(len(machine.b)):
        visible = np.sum(softplus(_down(states, machine)), axis=-1)
        yield states, states @ machine.b + visible


def _log_partition(machine: Machine) -> Array:
    """Return log Z; each layer may be the one whose states are listed."""
    small = _small_side(machine)
    parts = [logsumexp(score) for _, score in _scores(small)]
    return logsumexp(np.array(parts))


def _small_side(machine: Machine) -> Machine:
    """Return the machine with its smaller layer as the hidden one."""
    H, D = machine.W.shape
    if min(H, D) > MOST:
        rule = f"a layer of at most {MOST} units, to list its states"
        raise ValueError(f"`W` must have {rule}, got shape {(H, D)}")
    if H <= D:
        return machine
    return Machine(machine.W.T, machine.b, machine.a, machine.like)


def _expectations(machine: Machine) -> tuple[Array, Array, Array]:
    """Return the means of h v^T, v and h over the states of a machine."""
    small = _small_side(machine)
    log_z = _log_partition(machine)
    pairs, v_mean, h_mean = (np.zeros(part.shape) for part in small[:3])
    for states, score in _scores(small):
        chance = np.exp(score - log_z)
        visible = sigmoid(_down(states, small))
        pairs += (states * chance[:, np.newaxis]).T @ visible
        v_mean += chance @ visible
        h_mean += chance @ states
    if len(small.b) == len(machine.b):
        return pairs, v_mean, h_mean
    return pairs.T, h_mean, v_mean
