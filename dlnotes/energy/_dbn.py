"""Deep belief networks: machines that are trained one on top of the other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_list, as_rng
from .._array import Array
from .._sums import rounded
from ..activations import logsumexp, sigmoid, softplus
from ._arguments import Layers, Machine, _data, _like, _machines, _states
from ._exact import MOST, _all_states, _log_partition
from ._rbm import _down, _free_energy, _up
from ._sampling import _drawn, _gibbs_step
from ._training import rbm_fit


def dbn_fit(
    V: ArrayLike,
    sizes: Sequence[int],
    *,
    lr: float,
    epochs: int,
    batch_size: int,
    k: int = 1,
    rng: np.random.Generator,
) -> list[tuple[Array, Array, Array]]:
    """Machines of a deep belief network, trained one after the other without labels.

    The first learns the data, each other one the hidden probabilities of the one below.

    Parameters
    ----------
    V : array_like of shape (N, D)
        Data, in [0, 1].
    sizes : sequence of int
        Hidden units of each machine, from the lowest up; at least one.
    lr : float
        Learning rate of each machine, above 0 and at most 1000.
    epochs, batch_size : int
        Passes over the data for each machine, and samples per step; at least 1.
    k : int, default 1
        Steps of Gibbs sampling for each gradient.
    rng : numpy.random.Generator
        Source of chance.

    Returns
    -------
    list of (W, a, b)
        Weights and biases of each machine. `W` and `b` are those of a layer of a network.

    Raises
    ------
    ValueError
        As for `rbm_fit`, and if `sizes` is empty.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import dbn_fit
    >>> V, rng = np.array([[1, 1, 0], [0, 0, 1]]), np.random.default_rng(0)
    >>> layers = dbn_fit(V, [4, 2], lr=0.1, epochs=1, batch_size=2, rng=rng)
    >>> [W.shape for W, a, b in layers]
    [(4, 3), (2, 4)]

    References
    ----------
    [@hinton2006]; [@bengio2007].
    """
    data, came = _data(V)
    widths = [as_count(f"sizes[{i}]", n, 1) for i, n in enumerate(as_list("sizes", sizes))]
    if not widths:
        raise ValueError("`sizes` must hold a number of units at least, got none")
    layers = []
    for width in widths:
        layer = rbm_fit(
            data, width, lr=lr, epochs=epochs, batch_size=batch_size, k=k, rng=rng
        )
        data = sigmoid(data @ layer[0].T + layer[2])
        W, a, b = (rounded(part, came) for part in layer)
        layers.append((W, a, b))
    return layers


def dbn_hidden_prob(v: ArrayLike, layers: Layers) -> Array:
    """Probabilities of the highest hidden units, by way of those of each layer below.

    sigmoid(W @ p + b), layer by layer, from p = v

    Parameters
    ----------
    v : array_like of shape (..., D)
        States of the visible units, in [0, 1].
    layers : sequence of (W, a, b)
        Machines from the lowest up, as `dbn_fit` returns them.

    Returns
    -------
    ndarray of shape (..., H)
        Probabilities: features of `v`.

    Raises
    ------
    ValueError
        If there is no layer, shapes do not fit, a state lies outside of [0, 1], or an array
        holds nan or a number above 1e100 in size.

    Examples
    --------
    >>> from dlnotes.energy import dbn_hidden_prob
    >>> low, high = ([[9, 0]], [0, 0], [0]), ([[0], [-4]], [0], [0, 2])
    >>> dbn_hidden_prob([1, 0], [low, high]).round(2).tolist()
    [0.5, 0.12]

    References
    ----------
    [@hinton2006], section 5.
    """
    machines = _machines(layers)
    p, came = _states("v", v, machines[0].W.shape[1])
    for machine in machines:
        p = sigmoid(_up(p, machine))
    return rounded(p, came, _like(machines))


def dbn_log_prob(v: ArrayLike, layers: Layers) -> Array:
    """Logarithm of the probability that a deep belief network gives to a visible state.

    log(sum over h of p(h) * p(v | h)), where p(h) is that of the layers above

    Parameters
    ----------
    v : array_like of shape (..., D)
        States of the visible units, zeros and ones.
    layers : sequence of (W, a, b)
        Machines from the lowest up. Only the highest is a machine that goes both ways; of
        the others `W` and `a` count, which lead down.

    Returns
    -------
    ndarray of shape (...)
        Log-probabilities.

    Raises
    ------
    ValueError
        As for `dbn_hidden_prob`, and if there are more than 20 units in a layer between
        others, or in both of the two highest.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import dbn_log_prob
    >>> low, high = ([[0, 9]], [0, -9], [0]), ([[0]], [9], [0])  # h is nearly always 1
    >>> np.exp(dbn_log_prob([[0, 0], [0, 1]], [low, high])).round(2).tolist()
    [0.25, 0.25]

    References
    ----------
    [@hinton2006], section 2.
    """
    machines = _machines(layers)
    visible, came = _states("v", v, machines[0].W.shape[1])
    return rounded(_log_prob(visible, machines), came, _like(machines))


def dbn_sample(
    count: int, layers: Layers, *, steps: int, rng: np.random.Generator
) -> Array:
    """Visible states that a deep belief network draws.

    Gibbs sampling in the highest machine, then once down through each layer.

    Parameters
    ----------
    count : int
        Number of samples, at least 1, each from a chain of its own.
    layers : sequence of (W, a, b)
        Machines from the lowest up, as `dbn_fit` returns them.
    steps : int
        Steps of Gibbs sampling, at least 1. The chains begin with units that are 1 half of
        the time.
    rng : numpy.random.Generator
        Source of chance.

    Returns
    -------
    ndarray of shape (count, D)
        Zeros and ones.

    Raises
    ------
    ValueError
        As for `dbn_hidden_prob`, and if `count` or `steps` is below 1.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import dbn_sample
    >>> low, high = ([[40, -40]], [-20, 20], [0]), ([[0]], [20], [0])
    >>> dbn_sample(2, [low, high], steps=5, rng=np.random.default_rng(0)).tolist()
    [[1.0, 0.0], [1.0, 0.0]]

    References
    ----------
    [@hinton2006], section 2.
    """
    *lower, top = machines = _machines(layers)
    n, rng = as_count("count", count, 1), as_rng(rng)
    state = _drawn(np.full((n, len(top.a)), 0.5), rng)
    for _ in range(as_count("steps", steps, 1)):
        state = _gibbs_step(state, top, rng)
    for machine in reversed(lower):
        state = _drawn(sigmoid(_down(state, machine)), rng)
    return rounded(state, _like(machines))


def _log_prob(v: Array, machines: Sequence[Machine]) -> Array:
    """Return the log-probabilities that a stack gives to states of its lowest units."""
    low, *above = machines
    if not above:
        return -_free_energy(v, low) - _log_partition(low)
    if len(low.b) > MOST:
        rule = f"at most {MOST} units between others, to list their states"
        raise ValueError(f"`layers` must have {rule}, got {len(low.b)}")
    parts = []
    for h in _all_states(len(low.b)):
        z = _down(h, low)
        given = v @ z.T - np.sum(softplus(z), axis=-1)  # log p(v | h)
        parts.append(logsumexp(given + _log_prob(h, above)))
    return logsumexp(np.stack(parts, axis=-1))
