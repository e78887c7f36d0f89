"""Measures of a loss surface: where noise stops SGD, and how rare minima are."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_rng
from .._array import Array, as_finite, as_float
from .._sums import rounded, widened

BLOCK = 2**21  # largest number of entries of random matrices in memory at a time


def sgd_noise_floor(lr: ArrayLike, *, sigma: float = 1.0, curvature: float = 1.0) -> Array:
    """Mean square distance from the minimum at which SGD with noisy gradients stays.

    lr * sigma^2 / (curvature * (2 - lr * curvature))

    The loss is curvature * w^2 / 2; noise of variance sigma^2 is added to every gradient.

    Parameters
    ----------
    lr : array_like of shape (...)
        Learning rates, above 0.
    sigma : float, default 1.0
        Standard deviation of the noise, at least 0.
    curvature : float, default 1.0
        Second derivative of the loss, above 0.

    Returns
    -------
    ndarray of shape (...)
        Mean of w^2 after very many steps; inf where lr * curvature is 2 or more.

    Raises
    ------
    ValueError
        If a rate is 0 or negative, `sigma` is negative, `curvature` is not above 0, or an
        option is not finite.

    Examples
    --------
    >>> from dlnotes.optimizers import sgd_noise_floor
    >>> sgd_noise_floor([0.01, 0.1, 1.0, 2.0]).round(4).tolist()
    [0.005, 0.0526, 1.0, inf]

    References
    ----------
    [@bottou2018].
    """
    lr = as_float("lr", lr)
    if np.any(lr <= 0):
        raise ValueError(f"`lr` must be above 0, got {lr[lr <= 0].flat[0]}")
    noise = as_finite("sigma", sigma, lr, at_least=0)
    bend = as_finite("curvature", curvature, lr, above=0)
    rate = widened(lr)
    with np.errstate(all="ignore"):
        room = 2 - rate * bend
        floor = rate * (noise / bend) * noise / room
        return rounded(np.where(room <= 0, np.inf, floor), lr)


def hessian_min_probability(n: int, *, trials: int, rng: np.random.Generator) -> float:
    """Share of random symmetric matrices whose eigenvalues are all positive.

    The matrices are A + A^T with normal entries in A, so the entries on the diagonal have
    twice the variance of the others.

    Parameters
    ----------
    n : int
        Rows of each matrix, at least 1.
    trials : int
        Matrices to draw, at least 1.
    rng : numpy.random.Generator
        Source of the entries.

    Returns
    -------
    float
        Share in [0, 1]; the probability that such a critical point is a minimum.

    Raises
    ------
    ValueError
        If `n` or `trials` is below 1.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.optimizers import hessian_min_probability
    >>> rng = np.random.default_rng(0)
    >>> [round(hessian_min_probability(n, trials=4000, rng=rng), 1) for n in (1, 3, 8)]
    [0.5, 0.0, 0.0]

    References
    ----------
    [@dean2006; @dauphin2014].
    """
    rows, left = as_count("n", n, 1), as_count("trials", trials, 1)
    minima, rng = 0, as_rng(rng)
    while left:
        block = min(left, max(1, BLOCK // rows**2))
        a = rng.normal(size=(block, rows, rows))
        smallest = np.linalg.eigvalsh(a + a.swapaxes(1, 2))[:, 0]
        minima += int(np.count_nonzero(smallest > 0))
        left -= block
    return minima / trials
