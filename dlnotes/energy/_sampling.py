"""Chance in a machine: units that are switched on with a probability, over and over."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_rng
from .._array import Array, are_probabilities, as_float, as_squarable
from .._sums import rounded
from ..activations import sigmoid
from ._arguments import Machine, _machine, _mask, _states
from ._rbm import _down, _up


def sample_bernoulli(p: ArrayLike, *, rng: np.random.Generator) -> Array:
    """States of units that are 1 with given probabilities, and 0 otherwise.

    1 where a number drawn from [0, 1) is below p

    Parameters
    ----------
    p : array_like
        Probabilities, in [0, 1].
    rng : numpy.random.Generator
        Source of chance.

    Returns
    -------
    ndarray, shape of `p`
        Zeros and ones; never 1 for a probability of 0, and always for 1.

    Raises
    ------
    ValueError
        If `p` holds nan or lies outside of [0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import sample_bernoulli
    >>> sample_bernoulli([0, 0.5, 0.5, 1], rng=np.random.default_rng(0)).tolist()
    [0.0, 1.0, 1.0, 1.0]

    References
    ----------
    [@hinton2012], section 3.
    """
    came = as_float("p", p)
    wide = as_squarable("p", came)
    are_probabilities("p", wide)
    return rounded(_drawn(wide, as_rng(rng)), came)


def gibbs_chain(
    v: ArrayLike,
    W: ArrayLike,
    a: ArrayLike,
    b: ArrayLike,
    *,
    steps: int,
    rng: np.random.Generator,
    known: ArrayLike | None = None,
) -> Array:
    """Visible states after steps of Gibbs sampling: draw h given v, then v given h.

    After many steps they are samples of the machine, wherever the chain began.

    Parameters
    ----------
    v : array_like of shape (..., D)
        States to begin with, in [0, 1]; each goes its own way.
    W, a, b : array_like of shapes (H, D), (D,) and (H,)
        Weights, and biases of the visible and of the hidden units.
    steps : int
        Number of steps, at least 1.
    rng : numpy.random.Generator
        Source of chance.
    known : array_like of bool of shape (..., D), optional
        Units that keep the state they have in `v`; the others are completed.

    Returns
    -------
    ndarray of shape (..., D)
        Zeros and ones, but for units that are known.

    Raises
    ------
    ValueError
        As for `rbm_energy`, and if `steps` is below 1 or a row of `known` has no True.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import gibbs_chain
    >>> W = np.array([[20.0, 20.0, -20.0, -20.0]])  # has learned 1100 and 0011
    >>> a, b, rng = [-10, -10, 10, 10], [0], np.random.default_rng(0)
    >>> known = [False, False, True, False]  # the third is 1
    >>> gibbs_chain([0, 0, 1, 0], W, a, b, steps=9, rng=rng, known=known).tolist()
    [0.0, 0.0, 1.0, 1.0]

    References
    ----------
    [@hinton2012], sections 2 and 3.
    """
    machine, rng = _machine(W, a, b), as_rng(rng)
    start, came = _states("v", v, machine.W.shape[1])
    keep = None if known is None else _mask("known", known, start)
    state = start
    for _ in range(as_count("steps", steps, 1)):
        state = _gibbs_step(state, machine, rng)
        if keep is not None:
            state = np.where(keep, start, state)
    return rounded(state, came, machine.like)


def _drawn(p: Array, rng: np.random.Generator) -> Array:
    """Return states that are 1 with probabilities."""
    return np.asarray(rng.random(p.shape) < p).astype(np.float64)


def _gibbs_step(v: Array, machine: Machine, rng: np.random.Generator) -> Array:
    """Return the visible states that follow by way of hidden ones."""
    h = _drawn(sigmoid(_up(v, machine)), rng)
    return _drawn(sigmoid(_down(h, machine)), rng)
