"""Samples mixed with each other, and their targets with them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_rng
from .._array import Array, are_distributions, as_float, as_number, has_axes
from .._sums import rounded, widened


def mixup(
    X: ArrayLike, targets: ArrayLike, *, alpha: float, rng: np.random.Generator
) -> tuple[Array, Array]:
    """Samples of a mini-batch mixed with others of it, and their targets likewise.

    lam * X + (1 - lam) * X[order], with lam from Beta(alpha, alpha) and a random order

    Parameters
    ----------
    X : array_like of shape (N, ...)
        Samples.
    targets : array_like of shape (N, K)
        A distribution over the classes for each sample, such as one-hot rows.
    alpha : float
        Strength, above 0 and at most 1000: near 0 one of two samples has nearly all of the
        weight, at 1 all weights are as likely.
    rng : numpy.random.Generator
        Source of randomness, first of the weight, then of the order.

    Returns
    -------
    X : ndarray of shape (N, ...)
        Mixed samples.
    targets : ndarray of shape (N, K)
        Their targets, for a loss that takes distributions.

    Raises
    ------
    ValueError
        If `X` is a single number, `targets` does not have the shape (N, K), its rows are no
        distributions, there are more or fewer of them than samples, or `alpha` is not above
        0 and at most 1000.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.augmentation import mixup
    >>> X, t = mixup([[0.0], [8.0]], np.eye(2), alpha=1, rng=np.random.default_rng(0))
    >>> X.round(2).tolist(), t.round(2).tolist()
    ([[2.38], [5.62]], [[0.7, 0.3], [0.3, 0.7]])

    References
    ----------
    [@zhang2018].
    """
    samples, shares = as_float("X", X), as_float("targets", targets)
    has_axes("targets", shares, "N", "K")
    are_distributions("targets", shares)
    if samples.shape[:1] != (len(shares),):
        rule = f"one sample for each of the {len(shares)} rows of `targets`"
        raise ValueError(f"`X` must have {rule}, got shape {samples.shape}")
    alpha = as_number("alpha", alpha, above=0, at_most=1000)
    lam = float(as_rng(rng).beta(alpha, alpha))
    order = rng.permutation(len(samples))
    return _mixed(samples, lam, order), _mixed(shares, lam, order)


def _mixed(x: Array, lam: float, order: NDArray[np.int64]) -> Array:
    """Return rows, each mixed with the one that comes for it in an order."""
    wide = widened(x)
    with np.errstate(invalid="ignore"):  # of inf and -inf
        return rounded(lam * wide + (1 - lam) * wide[order], x)
