"""Samples to train on, to choose by and to test on; and how far a choice misleads."""

import numpy as np
from numpy.typing import NDArray

from .._arguments import as_count, as_rng, as_rng_or_none, brief
from .._array import as_share
from .._sums import total


def train_val_test_split(
    n: int, val: int, test: int, *, rng: np.random.Generator
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Indices of the samples for training, for validation and for the test.

    Each of the `n` samples is in one of the three parts.

    Parameters
    ----------
    n : int
        Number of samples.
    val : int
        Samples for validation, at least 1.
    test : int
        Samples for the test, at least 1; one sample or more must be left for training.
    rng : numpy.random.Generator
        Source of the order in which samples are dealt out.

    Returns
    -------
    train : ndarray of int of shape (n - val - test,)
        Samples that a model is fitted to.
    val : ndarray of int of shape (val,)
        Samples by which models are compared.
    test : ndarray of int of shape (test,)
        Samples on which the chosen model is measured, once.

    Raises
    ------
    ValueError
        If `val` or `test` is below 1, or nothing is left for training.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.regularization import train_val_test_split
    >>> parts = train_val_test_split(10, 2, 2, rng=np.random.default_rng(0))
    >>> [part.tolist() for part in parts]
    [[4, 6, 2, 7, 3, 5], [9, 0], [8, 1]]

    References
    ----------
    [@hastie2009], section 7.2.
    """
    n, held = as_count("n", n, 1), as_count("val", val, 1)
    both = held + as_count("test", test, 1)
    if both >= n:
        rule = f"fewer than the {brief(n)} samples of `n`"
        raise ValueError(f"`val` + `test` must be {rule}, got {brief(both)}")
    order = as_rng(rng).permutation(n)
    return order[: n - both], order[n - both : n - both + held], order[n - both + held :]


def k_fold(
    n: int, k: int, *, rng: np.random.Generator | None
) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Indices of the samples to train on and to validate by, for each of k folds.

    The folds share out the `n` samples; each is held back once. The first n % k folds have
    one sample more than the others.

    Parameters
    ----------
    n : int
        Number of samples.
    k : int
        Number of folds, from 2 to `n`.
    rng : numpy.random.Generator or None
        Source of the order in which samples are dealt out; with None, the first fold has
        the first samples, and so on.

    Returns
    -------
    list of pairs of ndarray of int
        `(train, val)` for each fold, both from small to large.

    Raises
    ------
    ValueError
        If `k` is below 2 or above `n`.

    Examples
    --------
    >>> from dlnotes.regularization import k_fold
    >>> for train, val in k_fold(5, 3, rng=None):
    ...     print(train.tolist(), val.tolist())
    [2, 3, 4] [0, 1]
    [0, 1, 4] [2, 3]
    [0, 1, 2, 3] [4]

    References
    ----------
    [@hastie2009], section 7.10.
    """
    n, k = as_count("n", n, 2), as_count("k", k, 2)
    if k > n:
        rule = f"at most the {brief(n)} samples of `n`"
        raise ValueError(f"`k` must be {rule}, got {brief(k)}")
    rng = as_rng_or_none(rng)
    order = np.arange(n) if rng is None else rng.permutation(n)
    folds = []
    for fold in np.array_split(order, k):
        held = np.zeros(n, bool)
        held[fold] = True
        folds.append((np.flatnonzero(~held), np.flatnonzero(held)))
    return folds


def expected_best_accuracy(n: int, candidates: int, *, accuracy: float = 0.5) -> float:
    """Expected validation accuracy of the best of many equally good candidates.

    1 - sum(F(c) ** candidates for c in range(n)) / n, F binomial: P(at most c of n right)

    The candidates are independent, and right with the same probability on each sample; so
    all that the best one has above `accuracy` is luck.

    Parameters
    ----------
    n : int
        Samples for validation, at least 1.
    candidates : int
        Number of candidates, at least 1.
    accuracy : float, default 0.5
        Probability that a candidate is right on a sample, in [0, 1].

    Returns
    -------
    float
        Accuracy to expect of the best one, from `accuracy` to 1.

    Raises
    ------
    ValueError
        If `n` or `candidates` is below 1, or `accuracy` is outside of [0, 1].

    Examples
    --------
    >>> from dlnotes.regularization import expected_best_accuracy
    >>> [round(expected_best_accuracy(100, m), 3) for m in (1, 10, 1000)]
    [0.5, 0.577, 0.661]

    References
    ----------
    [@cawley2010].
    """
    n, m = as_count("n", n, 1), as_count("candidates", candidates, 1)
    p = as_share("accuracy", accuracy)
    if p in (0, 1):
        return p
    right, ways = np.arange(n + 1), np.zeros(n + 1)
    ways[1:] = np.cumsum(np.log(np.arange(n, 0, -1)) - np.log(np.arange(1, n + 1)))
    chances = np.exp(ways + right * np.log(p) + (n - right) * np.log1p(-p))
    above = np.minimum(np.cumsum(chances[:0:-1])[::-1], 1)  # more than 0, 1, ... right
    with np.errstate(divide="ignore"):  # log 0 where all have more
        best = -np.expm1(m * np.log1p(-above))
    return float(total(best) / n)
