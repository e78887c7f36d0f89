"""Forecasts of trajectories: windows of a series, constant velocity, and errors."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, Scalar, as_float, not_empty, same_shape
from .._sums import mean, rounded, widened


def sliding_windows(
    series: ArrayLike, *, length: int, horizon: int = 1
) -> tuple[Array, Array]:
    """Windows of a series, and the entries that follow each of them.

    X[i] = series[i : i + length], Y[i] = series[i + length : i + length + horizon]

    Parameters
    ----------
    series : array_like of shape (T, ...)
        Numbers or rows in the order of time.
    length : int
        Entries of a window, at least 1.
    horizon : int, default 1
        Entries to forecast, at least 1.

    Returns
    -------
    X : ndarray of shape (T - length - horizon + 1, length, ...)
        Windows, one entry later each.
    Y : ndarray of shape (T - length - horizon + 1, horizon, ...)
        The entries after them.

    Raises
    ------
    ValueError
        If `length` or `horizon` is below 1, or the series is shorter than both together.

    Examples
    --------
    >>> from dlnotes.recurrent import sliding_windows
    >>> X, Y = sliding_windows([1, 2, 3, 4, 5], length=3)
    >>> X.tolist(), Y.tolist()
    ([[1.0, 2.0, 3.0], [2.0, 3.0, 4.0]], [[4.0], [5.0]])

    References
    ----------
    [@goodfellow2016], section 10.1.
    """
    values = as_float("series", series)
    both = as_count("length", length, 1) + as_count("horizon", horizon, 1)
    steps = len(values) if values.ndim else 0
    if steps < both:
        rule = f"have at least `length` + `horizon` = {both} entries"
        raise ValueError(f"`series` must {rule}, got shape {values.shape}")
    seen = np.moveaxis(np.lib.stride_tricks.sliding_window_view(values, both, 0), -1, 1)
    return seen[:, :length].copy(), seen[:, length:].copy()


def constant_velocity_forecast(X: ArrayLike, *, horizon: int) -> Array:
    """Positions if all goes on as in the last step.

    x_T + k * (x_T - x_(T-1)) for k = 1, ..., horizon

    Parameters
    ----------
    X : array_like of shape (..., T, D)
        Positions seen so far, at least two, in D dimensions.
    horizon : int
        Number of positions to forecast, at least 1.

    Returns
    -------
    ndarray of shape (..., horizon, D)
        Positions to come.

    Raises
    ------
    ValueError
        If `X` has fewer than two positions, or `horizon` is below 1.

    Examples
    --------
    >>> from dlnotes.recurrent import constant_velocity_forecast
    >>> constant_velocity_forecast([[0, 0], [1, 0.5]], horizon=2).tolist()
    [[2.0, 1.0], [3.0, 1.5]]

    References
    ----------
    [@scholler2020].
    """
    seen, steps = as_float("X", X), as_count("horizon", horizon, 1)
    if seen.ndim < 2 or seen.shape[-2] < 2:
        rule = "the shape (..., T, D) with T of at least 2"
        raise ValueError(f"`X` must have {rule}, got {seen.shape}")
    before, last = np.split(widened(seen[..., -2:, :]), 2, axis=-2)
    k = np.arange(1, steps + 1, dtype=last.dtype)[:, None]
    with np.errstate(over="ignore", invalid="ignore"):
        return rounded(last + k * (last - before), seen)


def ade(forecast: ArrayLike, truth: ArrayLike) -> Scalar:
    """Average displacement error: the mean distance of forecast and truth over all steps.

    mean(norm(forecast - truth, axis=-1))

    Parameters
    ----------
    forecast : array_like of shape (..., T, D)
        Forecast positions.
    truth : array_like of shape (..., T, D)
        Positions that came true.

    Returns
    -------
    scalar
        Mean over steps and trajectories, in the unit of the positions.

    Raises
    ------
    ValueError
        If the shapes differ, there are fewer than two axes, or no positions.

    Examples
    --------
    >>> from dlnotes.recurrent import ade
    >>> float(ade([[2, 1], [3, 1.5]], [[2, 1], [3, 2.5]]))
    0.5

    References
    ----------
    [@alahi2016].
    """
    return _mean_distance(*_positions(forecast, truth))


def fde(forecast: ArrayLike, truth: ArrayLike) -> Scalar:
    """Final displacement error: the mean distance of forecast and truth in the last step.

    mean(norm(forecast[..., -1, :] - truth[..., -1, :], axis=-1))

    Parameters
    ----------
    forecast : array_like of shape (..., T, D)
        Forecast positions.
    truth : array_like of shape (..., T, D)
        Positions that came true.

    Returns
    -------
    scalar
        Mean over trajectories, in the unit of the positions.

    Raises
    ------
    ValueError
        If the shapes differ, there are fewer than two axes, or no positions.

    Examples
    --------
    >>> from dlnotes.recurrent import fde
    >>> float(fde([[2, 1], [3, 1.5]], [[2, 1], [3, 2.5]]))
    1.0

    References
    ----------
    [@alahi2016].
    """
    p, q = _positions(forecast, truth)
    return _mean_distance(p[..., -1, :], q[..., -1, :])


def _positions(forecast: ArrayLike, truth: ArrayLike) -> tuple[Array, Array]:
    """Return positions, refused unless there are as many of both."""
    p, q = as_float("forecast", forecast), as_float("truth", truth)
    if q.ndim < 2:
        raise ValueError(f"`truth` must have shape (..., T, D), got {q.shape}")
    not_empty("truth", q)
    same_shape("forecast", p, "truth", q)
    return p, q


def _mean_distance(p: Array, q: Array) -> Scalar:
    """Return the mean length of the differences."""
    with np.errstate(over="ignore", invalid="ignore"):
        e = widened(p) - widened(q)
        squares = np.einsum("...d,...d->...", e, e)
        sound = np.finfo(e.dtype).tiny < np.min(squares) and np.max(squares) < np.inf
        lengths = np.sqrt(squares) if sound else np.hypot.reduce(e, axis=-1)
        result: Scalar = np.result_type(p, q).type(mean(lengths))
    return result
