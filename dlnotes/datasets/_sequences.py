"""Sequences: walks in the plane, and words to be read backwards."""

import numpy as np
from numpy.typing import NDArray

from .._arguments import as_count, as_rng
from .._array import Array, as_number

SECONDS = 0.4  # between two positions, as in recordings of pedestrians
SPEED = (1.34, 0.26)  # of people who walk, mean and standard deviation in m/s


def make_trajectories(
    n: int, steps: int, *, turn: float, noise: float = 0.0, rng: np.random.Generator
) -> Array:
    """Walks in the plane with constant speed, each of which keeps turning by one angle.

    position + 0.4 s * speed * (cos(heading), sin(heading)), heading + angle

    Parameters
    ----------
    n : int
        Number of walks, at least 1.
    steps : int
        Positions of a walk, 0.4 s apart, at least 2.
    turn : float
        Largest angle in radians by which the heading changes in a step, from 0 to pi. Each
        walk draws its own between `-turn` and `turn`.
    noise : float
        Standard deviation of the errors of measurement in metres, from 0 to 100.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of shape (n, steps, 2)
        Positions in metres; without noise, each walk begins at (0, 0).

    Raises
    ------
    ValueError
        If `n` is below 1, `steps` is below 2, `turn` is outside [0, pi], or `noise` is
        outside [0, 100].

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.datasets import make_trajectories
    >>> walk = make_trajectories(1, 3, turn=0, rng=np.random.default_rng(0))[0]
    >>> np.allclose(walk[2], 2 * walk[1])  # straight on
    True

    References
    ----------
    [@scholler2020].
    """
    as_count("n", n, 1)
    as_count("steps", steps, 2)
    turn = as_number("turn", turn, at_least=0, at_most=np.pi)
    noise = as_number("noise", noise, at_least=0, at_most=100)
    heading = as_rng(rng).uniform(0, 2 * np.pi, size=(n, 1))
    angle = rng.uniform(-turn, turn, size=(n, 1))
    speed = np.abs(rng.normal(*SPEED, size=(n, 1, 1)))
    ways = heading + angle * np.arange(steps - 1)
    moves = SECONDS * speed * np.stack([np.cos(ways), np.sin(ways)], axis=2)
    x = np.pad(np.cumsum(moves, axis=1), ((0, 0), (1, 0), (0, 0)))
    return x + noise * rng.standard_normal(x.shape)


def make_reversals(
    n: int, length: int, *, tokens: int = 10, rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Random words, and the same words read backwards: a task for attention.

    Each letter of the answer depends on one letter of the word, whose place alone matters.

    Parameters
    ----------
    n : int
        Number of words, at least 1.
    length : int
        Letters of a word, at least 1.
    tokens : int
        Number of different letters, at least 2.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    X : ndarray of int of shape (n, length)
        Words, as letters from 0 to `tokens` - 1, all equally likely.
    Y : ndarray of int of shape (n, length)
        The words backwards.

    Raises
    ------
    ValueError
        If `n` or `length` is below 1, or `tokens` is below 2.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.datasets import make_reversals
    >>> X, Y = make_reversals(2, 4, rng=np.random.default_rng(0))
    >>> X.tolist(), Y.tolist()
    ([[8, 6, 5, 2], [3, 0, 0, 0]], [[2, 5, 6, 8], [0, 0, 0, 3]])

    References
    ----------
    [@vaswani2017].
    """
    as_count("n", n, 1)
    as_count("length", length, 1)
    as_count("tokens", tokens, 2)
    X = as_rng(rng).integers(tokens, size=(n, length))
    return X, X[:, ::-1].copy()
