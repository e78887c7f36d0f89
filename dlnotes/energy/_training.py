"""Training of a machine: the data against what the machine makes of itself."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, as_flag, as_rng
from .._array import Array, as_number
from .._sums import rounded
from ..activations import sigmoid
from ..optimizers import batch_iterator
from ._arguments import Machine, _data, _machine, _mask
from ._rbm import _up
from ._sampling import _gibbs_step

Mask = NDArray[np.bool_] | None


def contrastive_divergence(
    V: ArrayLike,
    W: ArrayLike,
    a: ArrayLike,
    b: ArrayLike,
    *,
    k: int,
    rng: np.random.Generator,
    chains: ArrayLike | None = None,
    mask: ArrayLike | None = None,
) -> tuple[Array, Array, Array, Array]:
    """Estimate of the gradient of the log-likelihood, by k steps of Gibbs sampling.

    mean of h v^T over the data - mean of h v^T after k steps

    Parameters
    ----------
    V : array_like of shape (N, D)
        Data, in [0, 1].
    W, a, b : array_like of shapes (H, D), (D,) and (H,)
        Weights, and biases of the visible and of the hidden units.
    k : int
        Steps of Gibbs sampling, at least 1.
    rng : numpy.random.Generator
        Source of chance.
    chains : array_like of shape (M, D), optional
        States at which the steps begin, in [0, 1]. Without them they begin at the data
        (CD-k); with the chains that the call before returned, they go on (PCD).
    mask : array_like of bool of shape (N, D), optional
        Which visible units were observed; the others are left out. Not with `chains`.

    Returns
    -------
    dW, da, db : ndarray of the shapes of `W`, `a` and `b`
        Estimates. A step along them raises the log-likelihood, more or less.
    chains : ndarray of shape (N, D) or (M, D)
        Visible states after the steps.

    Raises
    ------
    ValueError
        As for `rbm_energy`, and if there is no data or no chain, `k` is below 1, a row of
        `mask` has no True, or both `chains` and `mask` are given.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import contrastive_divergence
    >>> V, W, a, b = np.ones((1000, 1)), [[0.0]], [0.0], [0.0]
    >>> rng = np.random.default_rng(0)
    >>> dW, da, db, _ = contrastive_divergence(V, W, a, b, k=1, rng=rng)
    >>> da.round(1).tolist()  # 1 in the data, 1/2 in the machine
    [0.5]

    References
    ----------
    [@hinton2002]; [@tieleman2008] for chains that go on.
    """
    machine, rng = _machine(W, a, b), as_rng(rng)
    visible, came = _data(V, machine.W.shape[1])
    seen = None if mask is None else _mask("mask", mask, visible)
    likes = [came, machine.like]
    begin = visible if seen is None else visible * seen
    if chains is not None:
        if seen is not None:
            raise ValueError("`chains` must be None beside a `mask`, got both")
        begin, begun = _data(chains, machine.W.shape[1], "chains")
        likes.append(begun)
    parts = _divergence(visible, machine, begin, as_count("k", k, 1), rng, seen)
    dW, da, db, end = (rounded(part, *likes) for part in parts)
    return dW, da, db, end


def rbm_fit(
    V: ArrayLike,
    hidden: int,
    *,
    lr: float,
    epochs: int,
    batch_size: int,
    k: int = 1,
    persistent: bool = False,
    rng: np.random.Generator,
    mask: ArrayLike | None = None,
) -> tuple[Array, Array, Array]:
    """Weights and biases of a machine that is trained by contrastive divergence.

    W + lr * dW for each mini-batch, and so a and b

    Parameters
    ----------
    V : array_like of shape (N, D)
        Data, in [0, 1].
    hidden : int
        Number of hidden units, at least 1.
    lr : float
        Learning rate, above 0 and at most 1000.
    epochs, batch_size : int
        Passes over the data, and samples per step; at least 1.
    k : int, default 1
        Steps of Gibbs sampling for each gradient.
    persistent : bool, default False
        Whether the chains go on from one mini-batch to the next (PCD).
    rng : numpy.random.Generator
        Source of the first weights, the order of the data and the chains.
    mask : array_like of bool of shape (N, D), optional
        Which visible units were observed; the others are left out. Not with `persistent`.

    Returns
    -------
    W, a, b : ndarray of shapes (hidden, D), (D,) and (hidden,)
        Weights, and biases of the visible and of the hidden units.

    Raises
    ------
    ValueError
        If `V` does not have the shape (N, D), is empty or lies outside of [0, 1], a number
        is out of its range, a row of `mask` has no True, or it stands beside `persistent`.

    Notes
    -----
    The first weights are small and random, and the first biases of the visible units are
    the log-odds of their means, as Hinton advises.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.energy import rbm_fit, rbm_log_prob
    >>> V, rng = np.array([[1, 1, 0, 0], [0, 0, 1, 1]] * 20), np.random.default_rng(0)
    >>> rbm = rbm_fit(V, 2, lr=0.1, epochs=2000, batch_size=40, k=5, rng=rng)
    >>> np.exp(rbm_log_prob(V[:2], *rbm)).round(1).tolist()  # the best would be 1/2 each
    [0.5, 0.5]

    References
    ----------
    [@hinton2012], sections 3 to 8; [@tieleman2008].
    """
    visible, came = _data(V)
    seen = None if mask is None else _mask("mask", mask, visible)
    goes_on, rng = as_flag("persistent", persistent), as_rng(rng)
    if goes_on and seen is not None:
        raise ValueError("`persistent` must be False beside a `mask`, got True")
    steps, rate = as_count("k", k, 1), as_number("lr", lr, above=0, at_most=1000)
    machine = _first(visible, as_count("hidden", hidden, 1), seen, rng)
    chains = None
    for _ in range(as_count("epochs", epochs, 1)):
        for batch in batch_iterator(len(visible), batch_size, rng=rng):
            rows, part = visible[batch], None if seen is None else seen[batch]
            if not goes_on or chains is None:
                chains = rows if part is None else rows * part
            dW, da, db, chains = _divergence(rows, machine, chains, steps, rng, part)
            W, a, b = machine.W + rate * dW, machine.a + rate * da, machine.b + rate * db
            machine = Machine(W, a, b, machine.like)
    W, a, b = (rounded(part, came) for part in machine[:3])
    return W, a, b


def _first(V: Array, hidden: int, seen: Mask, rng: np.random.Generator) -> Machine:
    """Return a machine to begin with, in which visible units are on as often as in data."""
    shown = np.ones(V.shape) if seen is None else seen
    ones, count = np.sum(V * shown, axis=0), np.sum(shown, axis=0)
    a = np.log((ones + 0.5) / (count - ones + 0.5))
    W = rng.normal(0, 0.01, (hidden, V.shape[1]))
    return Machine(W, a, np.zeros(hidden), np.zeros(()))


def _divergence(
    V: Array, machine: Machine, begin: Array, k: int, rng: np.random.Generator, seen: Mask
) -> tuple[Array, Array, Array, Array]:
    """Return the gradients by weights and biases, and the states after k steps."""
    data = V if seen is None else V * seen
    end = begin
    for _ in range(k):
        end = _gibbs_step(end, machine, rng)
        if seen is not None:
            end = end * seen
    up, after = (sigmoid(_up(states, machine)) for states in (data, end))
    dW = up.T @ data / len(data) - after.T @ end / len(end)
    da = np.mean(data, axis=0) - np.mean(end, axis=0)
    db = np.mean(up, axis=0) - np.mean(after, axis=0)
    return dW, da, db, end
