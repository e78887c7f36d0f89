"""Entropy, cross-entropy and divergence of probability distributions, in nats.

Here the true distribution `p` comes first and the prediction `q` second, as in H(p, q).
All sums run over the last axis, and 0 * log(0) counts as 0.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, are_distributions, as_float, same_shape
from .._sums import rounded, total, widened
from ._arguments import _times

NEAR = 0.25  # relative difference below which a logarithm needs a series


def entropy(p: ArrayLike) -> Array:
    """Entropy, the smallest value that a cross-entropy with `p` can have.

    -sum(p * log(p))

    Parameters
    ----------
    p : array_like of shape (..., K)
        Probabilities.

    Returns
    -------
    ndarray of shape (...)
        Entries from 0 to log(K).

    Raises
    ------
    ValueError
        If `p` is empty, has an entry outside [0, 1], or does not sum to 1 along its last
        axis within half the digits of its dtype.

    Examples
    --------
    >>> from dlnotes.losses import entropy
    >>> entropy([[1.0, 0.0], [0.5, 0.5], [0.7, 0.3]]).round(4).tolist()
    [0.0, 0.6931, 0.6109]

    References
    ----------
    [@cover2006], chapter 2.
    """
    p = as_float("p", p)
    are_distributions("p", p)
    return _summed(widened(p), -_log(p), p)


def entropy_grad(p: ArrayLike) -> Array:
    """Gradient of `entropy` by its probabilities, as if their sum were free.

    -log(p) - 1

    Arguments, errors and references as for `entropy`.

    Returns
    -------
    ndarray of shape (..., K)
        Slopes, inf where `p` is 0.

    Examples
    --------
    >>> from dlnotes.losses import entropy_grad
    >>> entropy_grad([0.5, 0.5]).round(4).tolist()  # equal slopes: a maximum
    [-0.3069, -0.3069]
    """
    p = as_float("p", p)
    are_distributions("p", p)
    return rounded(-_log(p) - 1, p)


def cross_entropy_probs(p: ArrayLike, q: ArrayLike) -> Array:
    """Cross-entropy of two distributions.

    -sum(p * log(q)) = entropy(p) + kl_div(p, q)

    Parameters
    ----------
    p : array_like of shape (..., K)
        True probabilities.
    q : array_like of shape (..., K)
        Predicted probabilities.

    Returns
    -------
    ndarray of shape (...)
        Entries of at least `entropy(p)`, inf where `q` is 0 and `p` is not.

    Raises
    ------
    ValueError
        If `q` does not have the shape of `p`; or if one of them is empty, has an entry
        outside [0, 1], or does not sum to 1 along its last axis within half the digits of
        its dtype.

    Examples
    --------
    >>> from dlnotes.losses import cross_entropy_probs
    >>> round(float(cross_entropy_probs([0.7, 0.3], [0.5, 0.5])), 4)
    0.6931
    >>> round(float(cross_entropy_probs([0.7, 0.3], [0.7, 0.3])), 4)  # not 0
    0.6109
    >>> float(cross_entropy_probs([1.0, 0.0], [0.0, 1.0]))
    inf

    References
    ----------
    [@cover2006], chapter 2.
    """
    p, q, like = _two(p, q)
    return _summed(p, -_log(q), like)


def cross_entropy_probs_grad(p: ArrayLike, q: ArrayLike) -> Array:
    """Gradient of `cross_entropy_probs` with respect to the prediction `q`.

    -p / q

    Arguments, errors and references as for `cross_entropy_probs`.

    Returns
    -------
    ndarray of shape (..., K)
        Slopes of at most 0.

    Examples
    --------
    >>> from dlnotes.losses import cross_entropy_probs_grad
    >>> cross_entropy_probs_grad([0.75, 0.25], [0.5, 0.5]).tolist()
    [-1.5, -0.5]
    """
    p, q, like = _two(p, q)
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        slopes: Array = p / np.abs(q)  # abs: -0 is 0
    slopes[(p == 0) & (q == 0)] = 0
    return rounded(0 - slopes, like)


def kl_div(p: ArrayLike, q: ArrayLike) -> Array:
    """Kullback-Leibler divergence: cross-entropy minus entropy.

    sum(p * log(p / q))

    Arguments and errors as for `cross_entropy_probs`.

    Returns
    -------
    ndarray of shape (...)
        Entries of at least 0, and 0 only if `q` equals `p`; `kl_div(q, p)` differs.

    Examples
    --------
    >>> from dlnotes.losses import kl_div
    >>> round(float(kl_div([0.7, 0.3], [0.5, 0.5])), 4)
    0.0823
    >>> round(float(kl_div([0.5, 0.5], [0.7, 0.3])), 4)
    0.0872

    References
    ----------
    [@kullback1951].
    """
    p, q, like = _two(p, q)
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        # q - p, which adds up to 0, makes every term positive: a sum of terms of both
        # signs would lose the digits of a small divergence, or come out below 0
        u = (q - p) / p
        terms = q - p - p * np.log(np.minimum(q / p, np.finfo(p.dtype).max))
        near = np.abs(u) < NEAR
        terms[near] = p[near] * _above_log(u[near])
        terms[p == 0] = q[p == 0]
    return rounded(total(terms, -1), like)


def kl_div_grad(p: ArrayLike, q: ArrayLike) -> Array:
    """Gradient of `kl_div` with respect to the prediction `q`.

    -p / q, as of the cross-entropy, because the entropy of `p` does not depend on `q`

    Arguments and errors as for `cross_entropy_probs`.

    Returns
    -------
    ndarray of shape (..., K)
        Slopes of at most 0.

    Examples
    --------
    >>> from dlnotes.losses import kl_div_grad
    >>> kl_div_grad([0.75, 0.25], [0.5, 0.5]).tolist()
    [-1.5, -0.5]

    References
    ----------
    [@kullback1951].
    """
    return cross_entropy_probs_grad(p, q)


def _two(p: ArrayLike, q: ArrayLike) -> tuple[Array, Array, Array]:
    """Return two distributions of one shape in one dtype, and the prediction `q` again."""
    x, y = as_float("p", p), as_float("q", q)
    same_shape("q", y, "p", x)
    are_distributions("p", x)
    are_distributions("q", y)
    wide = widened(y)
    return x.astype(wide.dtype, copy=False), wide, y


def _log(p: Array) -> Array:
    with np.errstate(divide="ignore"):
        return np.log(widened(p))


def _above_log(u: Array) -> Array:
    """Return `u - log(1 + u)` for a small u, where the difference has few digits."""
    s = u / (2 + u)  # log(1 + u) = 2 * (s + s**3 / 3 + s**5 / 5 + ...)
    series = np.zeros_like(s)
    for odd in range(21, 1, -2):
        series = series * (s * s) + 1 / odd
    return s * (u - 2 * s * s * series)


def _summed(share: Array, cost: Array, like: Array) -> Array:
    """Return the cost of each distribution, and 0 for -0."""
    return rounded(total(_times(share, cost), -1) + 0, like)
