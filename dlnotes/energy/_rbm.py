"""Restricted Boltzmann machines: the energy, and each layer given the other."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, has_shape
from .._sums import rounded
from ..activations import sigmoid, softplus
from ._arguments import Machine, _half, _machine, _mask, _states


def rbm_energy(
    v: ArrayLike, h: ArrayLike, W: ArrayLike, a: ArrayLike, b: ArrayLike
) -> Array:
    """Energy of a state of all units: the lower, the likelier.

    -(a @ v) - b @ h - h @ W @ v

    Parameters
    ----------
    v : array_like of shape (..., D)
        States of the visible units, in [0, 1].
    h : array_like of shape (..., H)
        States of the hidden units, in [0, 1], as many as of `v`.
    W : array_like of shape (H, D)
        Weights, a hidden unit in each row.
    a : array_like of shape (D,)
        Biases of the visible units.
    b : array_like of shape (H,)
        Biases of the hidden units.

    Returns
    -------
    ndarray of shape (...)
        Energies.

    Raises
    ------
    ValueError
        If shapes do not fit, a state lies outside of [0, 1], or an array holds nan or a
        number above 1e100 in size.

    Examples
    --------
    >>> from dlnotes.energy import rbm_energy
    >>> float(rbm_energy([1, 1], [1], [[2, -3]], [0.5, 0], [1]))  # -(0.5 + 1 + 2 - 3)
    -0.5

    References
    ----------
    [@smolensky1986]; [@hinton2012].
    """
    machine = _machine(W, a, b)
    H, D = machine.W.shape
    (visible, v_came), (hidden, h_came) = _states("v", v, D), _states("h", h, H)
    has_shape("h", hidden, (*visible.shape[:-1], H), ", a state for each of `v`")
    energy = -(visible @ machine.a) - np.sum(hidden * _up(visible, machine), axis=-1)
    return rounded(energy, v_came, h_came, machine.like)


def rbm_free_energy(v: ArrayLike, W: ArrayLike, a: ArrayLike, b: ArrayLike) -> Array:
    """Free energy of a visible state: that of all hidden states together.

    -(a @ v) - sum(softplus(W @ v + b)), which is -log(sum over h of exp(-energy))

    Parameters
    ----------
    v : array_like of shape (..., D)
        States of the visible units, in [0, 1].
    W, a, b : array_like of shapes (H, D), (D,) and (H,)
        Weights, and biases of the visible and of the hidden units.

    Returns
    -------
    ndarray of shape (...)
        Free energies. Their differences are differences of log-probabilities.

    Raises
    ------
    ValueError
        As for `rbm_energy`.

    Examples
    --------
    >>> from dlnotes.energy import rbm_free_energy
    >>> round(float(rbm_free_energy([0, 1], [[0, 0], [0, 0]], [0, 0], [0, 0])), 4)
    -1.3863

    References
    ----------
    [@hinton2012], section 16.1.
    """
    machine = _machine(W, a, b)
    visible, came = _states("v", v, machine.W.shape[1])
    return rounded(_free_energy(visible, machine), came, machine.like)


def rbm_hidden_prob(
    v: ArrayLike, W: ArrayLike, b: ArrayLike, *, mask: ArrayLike | None = None
) -> Array:
    """Probability of each hidden unit to be 1, given the visible units.

    sigmoid(W @ v + b)

    Parameters
    ----------
    v : array_like of shape (..., D)
        States of the visible units, in [0, 1].
    W, b : array_like of shapes (H, D) and (H,)
        Weights, and biases of the hidden units.
    mask : array_like of bool of shape (..., D), optional
        Which visible units were observed. The others are left out, whatever `v` holds
        there: as if the machine of this sample did not have them.

    Returns
    -------
    ndarray of shape (..., H)
        Probabilities.

    Raises
    ------
    ValueError
        If shapes do not fit, a state lies outside of [0, 1], an array holds nan or a number
        above 1e100 in size, or a row of `mask` has no True.

    Examples
    --------
    >>> from dlnotes.energy import rbm_hidden_prob
    >>> rbm_hidden_prob([1, 1], [[2, -2], [9, 0]], [0, -9]).round(2).tolist()
    [0.5, 0.5]
    >>> rbm_hidden_prob([1, 1], [[2, -2]], [0], mask=[True, False]).round(2).tolist()
    [0.88]

    References
    ----------
    [@hinton2012], section 2; [@salakhutdinov2007] for the mask.
    """
    machine = _half(W, b, "b")
    visible, came = _states("v", v, machine.W.shape[1])
    if mask is not None:
        visible = visible * _mask("mask", mask, visible)
    return rounded(sigmoid(_up(visible, machine)), came, machine.like)


def rbm_visible_prob(h: ArrayLike, W: ArrayLike, a: ArrayLike) -> Array:
    """Probability of each visible unit to be 1, given the hidden units.

    sigmoid(W.T @ h + a)

    Parameters
    ----------
    h : array_like of shape (..., H)
        States of the hidden units, in [0, 1].
    W, a : array_like of shapes (H, D) and (D,)
        Weights, and biases of the visible units.

    Returns
    -------
    ndarray of shape (..., D)
        Probabilities.

    Raises
    ------
    ValueError
        If shapes do not fit, a state lies outside of [0, 1], or an array holds nan or a
        number above 1e100 in size.

    Examples
    --------
    >>> from dlnotes.energy import rbm_visible_prob
    >>> rbm_visible_prob([1], [[2, -2]], [0, 2]).round(2).tolist()
    [0.88, 0.5]

    References
    ----------
    [@hinton2012], section 2.
    """
    machine = _half(W, a, "a")
    hidden, came = _states("h", h, machine.W.shape[0])
    return rounded(sigmoid(_down(hidden, machine)), came, machine.like)


def _up(v: Array, machine: Machine) -> Array:
    """Return the pre-activations of the hidden units."""
    z: Array = v @ machine.W.T + machine.b
    return z


def _down(h: Array, machine: Machine) -> Array:
    """Return the pre-activations of the visible units."""
    z: Array = h @ machine.W + machine.a
    return z


def _free_energy(v: Array, machine: Machine) -> Array:
    """Return the free energies of visible states."""
    energy: Array = -(v @ machine.a) - np.sum(softplus(_up(v, machine)), axis=-1)
    return energy
