"""Scaling: features are moved and stretched, each on its own."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_float, has_axes
from .._sums import mean, rounded, widened
from ._columns import _as_samples, _centred, _exponents, _means, _of_columns


def zero_center(X: ArrayLike) -> tuple[Array, Array]:
    """Samples without the mean of each feature, and these means.

    X - mean(X, axis=0)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples, at least one.

    Returns
    -------
    centred : ndarray of shape (N, D)
        Samples of mean 0; exactly 0 in a feature that is constant.
    mean : ndarray of shape (D,)
        Mean of each feature.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), or has no rows.

    Examples
    --------
    >>> from dlnotes.preprocessing import zero_center
    >>> centred, mean = zero_center([[1, 10], [3, 30]])
    >>> centred.tolist(), mean.tolist()
    ([[-1.0, -10.0], [1.0, 10.0]], [2.0, 20.0])

    References
    ----------
    [@lecun1998], section 4.3.
    """
    x = _as_samples("X", X)
    wide = widened(x)
    m = _means(wide)
    with np.errstate(over="ignore", invalid="ignore"):
        off = wide - m
    return rounded(off, x), rounded(m, x)


def standardize_fit(X: ArrayLike) -> tuple[Array, Array]:
    """Mean and standard deviation of each feature.

    mean(X, axis=0) and sqrt(mean((X - mean) ** 2, axis=0))

    Parameters
    ----------
    X : array_like of shape (N, D)
        Training samples, at least one.

    Returns
    -------
    mean : ndarray of shape (D,)
        Means.
    std : ndarray of shape (D,)
        Standard deviations, with the divisor N as in `np.std`, while `torch.std` divides by
        N - 1; exactly 0 for a feature that is constant.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), or has no rows.

    Examples
    --------
    >>> from dlnotes.preprocessing import standardize_fit
    >>> mean, std = standardize_fit([[2], [4], [4], [4], [5], [5], [7], [9]])
    >>> mean.tolist(), std.tolist()
    ([5.0], [2.0])

    References
    ----------
    [@lecun1998], section 4.3.
    """
    x = _as_samples("X", X)
    wide = widened(x)
    powers = _exponents(wide)
    m, off = _centred(wide, powers)
    off *= off
    with np.errstate(over="ignore"):
        std = np.ldexp(np.sqrt(mean(off, 0)), powers)
        return rounded(np.ldexp(m, powers), x), rounded(std, x)


def standardize(X: ArrayLike, mean: ArrayLike, std: ArrayLike) -> Array:
    """Z-scores: how many standard deviations each feature lies above its mean.

    (X - mean) / std, with 1 in the place of a `std` of 0

    Parameters
    ----------
    X : array_like of shape (M, D)
        Samples, of training or any other data.
    mean : array_like of shape (D,)
        Means of the training data, from `standardize_fit`.
    std : array_like of shape (D,)
        Standard deviations of the training data, at least 0.

    Returns
    -------
    ndarray of shape (M, D)
        Z-scores; of the training data itself they have mean 0 and standard deviation 1, and
        are 0 in a feature that is constant.

    Raises
    ------
    ValueError
        If `X` does not have the shape (M, D), `mean` or `std` does not have one entry for
        each column of `X`, or a `std` is below 0.

    Examples
    --------
    >>> from dlnotes.preprocessing import standardize, standardize_fit
    >>> mean, std = standardize_fit([[1, 7], [3, 7]])
    >>> standardize([[1, 7], [3, 7], [4, 9]], mean, std).tolist()
    [[-1.0, 0.0], [1.0, 0.0], [2.0, 2.0]]

    References
    ----------
    [@lecun1998], section 4.3.
    """
    x, m, s = _scale("X", X, mean, std)
    with np.errstate(over="ignore", invalid="ignore"):
        scores = (widened(x) - widened(m)) / _divisor(widened(s))
    return rounded(scores, x, m, s)


def unstandardize(Z: ArrayLike, mean: ArrayLike, std: ArrayLike) -> Array:
    """Samples whose z-scores these are, in the units of the data.

    Z * std + mean, with 1 in the place of a `std` of 0

    Parameters
    ----------
    Z : array_like of shape (M, D)
        Z-scores.
    mean : array_like of shape (D,)
        Means of the training data, from `standardize_fit`.
    std : array_like of shape (D,)
        Standard deviations of the training data, at least 0.

    Returns
    -------
    ndarray of shape (M, D)
        Samples.

    Raises
    ------
    ValueError
        If `Z` does not have the shape (M, D), `mean` or `std` does not have one entry for
        each column of `Z`, or a `std` is below 0.

    Examples
    --------
    >>> from dlnotes.preprocessing import unstandardize
    >>> unstandardize([[-1, 0], [2, 2]], [2, 7], [1, 0]).tolist()
    [[1.0, 7.0], [4.0, 9.0]]

    References
    ----------
    [@lecun1998], section 4.3.
    """
    z, m, s = _scale("Z", Z, mean, std)
    with np.errstate(over="ignore", invalid="ignore"):
        return rounded(widened(z) * _divisor(widened(s)) + widened(m), z, m, s)


def minmax_fit(X: ArrayLike) -> tuple[Array, Array]:
    """Smallest and largest value of each feature.

    min(X, axis=0) and max(X, axis=0)

    Parameters
    ----------
    X : array_like of shape (N, D)
        Training samples, at least one.

    Returns
    -------
    low : ndarray of shape (D,)
        Smallest values.
    high : ndarray of shape (D,)
        Largest values.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), or has no rows.

    Examples
    --------
    >>> from dlnotes.preprocessing import minmax_fit
    >>> low, high = minmax_fit([[2, 30], [9, 10]])
    >>> low.tolist(), high.tolist()
    ([2.0, 10.0], [9.0, 30.0])

    References
    ----------
    [@karpathy2015data].
    """
    x = _as_samples("X", X)
    return rounded(np.min(x, axis=0), x), rounded(np.max(x, axis=0), x)


def minmax_scale(X: ArrayLike, low: ArrayLike, high: ArrayLike) -> Array:
    """Features as shares of the way from their smallest to their largest value.

    (X - low) / (high - low), with 1 in the place of a difference of 0

    Parameters
    ----------
    X : array_like of shape (M, D)
        Samples, of training or any other data.
    low : array_like of shape (D,)
        Smallest values of the training data, from `minmax_fit`.
    high : array_like of shape (D,)
        Largest values of the training data, at least `low`.

    Returns
    -------
    ndarray of shape (M, D)
        Shares, from 0 to 1 in the training data; other data may lie outside. A feature that
        is constant becomes 0.

    Raises
    ------
    ValueError
        If `X` does not have the shape (M, D), `low` or `high` does not have one entry for
        each column of `X`, or an entry of `high` is below that of `low`.

    Examples
    --------
    >>> from dlnotes.preprocessing import minmax_fit, minmax_scale
    >>> low, high = minmax_fit([[2, 7], [9, 7]])
    >>> minmax_scale([[2, 7], [5, 7], [16, 7]], low, high).round(4).tolist()
    [[0.0, 0.0], [0.4286, 0.0], [2.0, 0.0]]

    References
    ----------
    [@karpathy2015data].
    """
    x, low, high = _with_columns("X", X, low=low, high=high)
    bottom, top = widened(low), widened(high)
    wrong = np.flatnonzero(top < bottom)
    if wrong.size:
        came = f"{high[wrong[0]]} and {low[wrong[0]]} in column {wrong[0]}"
        raise ValueError(f"`high` must be at least `low`, got {came}")
    with np.errstate(over="ignore", invalid="ignore"):
        shares = (widened(x) - bottom) / _divisor(top - bottom)
    return rounded(shares, x, low, high)


def _with_columns(name: str, X: ArrayLike, **columns: ArrayLike) -> list[Array]:
    """Return samples, and arrays that are refused unless they fit the columns."""
    x = as_float(name, X)
    has_axes(name, x, "M", "D")
    return [x, *(_of_columns(key, value, x, name) for key, value in columns.items())]


def _scale(name: str, X: ArrayLike, mean: ArrayLike, std: ArrayLike) -> list[Array]:
    """Return samples, means and deviations, refused where a deviation is below 0."""
    x, m, s = _with_columns(name, X, mean=mean, std=std)
    below = s[s < 0]
    if below.size:
        raise ValueError(f"`std` must hold numbers of at least 0, got {below[0]}")
    return [x, m, s]


def _divisor(spread: Array) -> Array:
    """Return what a feature is divided by: 1 where all its values are the same."""
    return np.where(spread == 0, spread.dtype.type(1), spread)
