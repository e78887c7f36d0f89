"""Uses of a machine: which label fits, and how well a state comes back."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, Scalar
from .._sums import rounded
from ..activations import sigmoid, softmax
from ._arguments import _data, _machine, _states
from ._rbm import _down, _free_energy, _up


def rbm_class_prob(
    v: ArrayLike, W: ArrayLike, a: ArrayLike, b: ArrayLike, *, classes: int
) -> Array:
    """Probability of each label, of a machine whose last visible units hold the label.

    softmax over the labels of -free_energy(v, label)

    Parameters
    ----------
    v : array_like of shape (..., D - classes)
        States of the visible units before those of the label, in [0, 1].
    W, a, b : array_like of shapes (H, D), (D,) and (H,)
        Weights, and biases of the visible and of the hidden units.
    classes : int
        Number of labels, from 1 to D - 1: the last units, of which one is 1.

    Returns
    -------
    ndarray of shape (..., classes)
        Probabilities; they sum to 1.

    Raises
    ------
    ValueError
        As for `rbm_energy`, and if `classes` is out of its range.

    Examples
    --------
    >>> from dlnotes.energy import rbm_class_prob
    >>> W, a, b = [[2, 2, -2]], [0, 0, 0], [-2]  # h likes the first label
    >>> rbm_class_prob([[1], [0]], W, a, b, classes=2).round(2).tolist()
    [[0.88, 0.12], [0.66, 0.34]]

    References
    ----------
    [@larochelle2008].
    """
    machine = _machine(W, a, b)
    D = machine.W.shape[1]
    K = as_count("classes", classes, 1, D - 1)
    visible, came = _states("v", v, D - K)
    shape = (*visible.shape[:-1], K)
    labels = np.broadcast_to(np.eye(K), (*shape, K))
    each = np.broadcast_to(visible[..., np.newaxis, :], (*shape, D - K))
    energy = _free_energy(np.concatenate([each, labels], axis=-1), machine)
    return rounded(softmax(-energy), came, machine.like)


def rbm_reconstruction_error(
    V: ArrayLike, W: ArrayLike, a: ArrayLike, b: ArrayLike
) -> Scalar:
    """Mean squared difference between data and how it comes back from the hidden units.

    mean((V - visible_prob(hidden_prob(V)))^2)

    Parameters
    ----------
    V : array_like of shape (N, D)
        Data, in [0, 1].
    W, a, b : array_like of shapes (H, D), (D,) and (H,)
        Weights, and biases of the visible and of the hidden units.

    Returns
    -------
    scalar
        Error in [0, 1]. It is easy to compute, but training does not lower it by itself,
        and a machine with a smaller one may be the worse model.

    Raises
    ------
    ValueError
        As for `rbm_energy`, and if there is no data.

    Examples
    --------
    >>> from dlnotes.energy import rbm_reconstruction_error
    >>> float(rbm_reconstruction_error([[0, 1]], [[0, 0]], [0, 0], [0]))
    0.25

    References
    ----------
    [@hinton2012], section 5.
    """
    machine = _machine(W, a, b)
    visible, came = _data(V, machine.W.shape[1])
    back = sigmoid(_down(sigmoid(_up(visible, machine)), machine))
    error: Scalar = rounded(np.mean((visible - back) ** 2), came, machine.like)  # type: ignore[assignment]
    return error
