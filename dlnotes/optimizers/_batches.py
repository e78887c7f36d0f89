"""Batches: the samples of each update, and the number of updates."""

import math
from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .._arguments import as_count, as_flag, as_rng_or_none

Indices: TypeAlias = NDArray[np.integer[Any]]


def batch_iterator(
    n: int,
    batch_size: int,
    *,
    rng: np.random.Generator | None,
    drop_last: bool = False,
) -> Iterator[Indices]:
    """Indices of the samples of one epoch, batch by batch.

    Each of the `n` samples comes once; the last batch is smaller where `batch_size` does
    not divide `n`, and left out with `drop_last`.

    Parameters
    ----------
    n : int
        Number of samples, at least 1.
    batch_size : int
        Samples per batch, at least 1.
    rng : numpy.random.Generator or None
        Source of the order, which every call draws anew; with None the samples keep their
        order.
    drop_last : bool, default False
        Whether a smaller last batch is left out.

    Returns
    -------
    iterator of ndarray of shape (batch_size,)
        Batches of indices from 0 to `n` - 1.

    Raises
    ------
    ValueError
        If `n` or `batch_size` is below 1.

    Examples
    --------
    >>> from dlnotes.optimizers import batch_iterator
    >>> [batch.tolist() for batch in batch_iterator(5, 2, rng=None)]
    [[0, 1], [2, 3], [4]]
    >>> [batch.tolist() for batch in batch_iterator(5, 2, rng=None, drop_last=True)]
    [[0, 1], [2, 3]]
    >>> list(batch_iterator(5, 8, rng=None, drop_last=True))  # nothing is left
    []

    References
    ----------
    [@goodfellow2016], section 8.1.3.
    """
    n = as_count("n", n, 1)
    size = as_count("batch_size", batch_size, 1)
    rng = as_rng_or_none(rng)
    order = np.arange(n) if rng is None else rng.permutation(n)
    end = size * num_iterations(n, size, drop_last=drop_last)
    return (order[start : start + size] for start in range(0, end, size))


def num_iterations(
    n: int, batch_size: int, *, epochs: int = 1, drop_last: bool = False
) -> int:
    """Number of updates, one for each batch of each epoch.

    epochs * ceil(n / batch_size), or floor with `drop_last`

    Arguments, errors and references as for `batch_iterator`.

    Parameters
    ----------
    epochs : int, default 1
        Passes over all samples, at least 0.

    Returns
    -------
    int
        Updates in all epochs; 0 if `drop_last` leaves no batch.

    Raises
    ------
    ValueError
        If `epochs` is negative.

    Examples
    --------
    >>> from dlnotes.optimizers import num_iterations
    >>> num_iterations(103, 10), num_iterations(103, 10, drop_last=True)
    (11, 10)
    >>> num_iterations(103, 10, epochs=5)
    55
    """
    n = as_count("n", n, 1, math.inf)
    size = as_count("batch_size", batch_size, 1, math.inf)
    passes = as_count("epochs", epochs, 0, math.inf)
    drop_last = as_flag("drop_last", drop_last)
    return passes * (n // size if drop_last else -(-n // size))
