"""Positions: numbers by which attention, which sees a set, can tell the order of tokens."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_float, as_number, not_empty
from .._sums import rounded, widened


def sinusoidal_positions(T: int, D: int, *, base: float = 10000.0) -> Array:
    """Sines and cosines of many wavelengths, which are added to the embeddings.

    sin(t / base**(2 * i / D)) at [t, 2 * i], the cosine beside it at [t, 2 * i + 1]

    Parameters
    ----------
    T : int
        Number of positions, at least 1.
    D : int
        Number of features, even and at least 2.
    base : float, default 10000.0
        Ratio of the wavelengths, above 0.

    Returns
    -------
    ndarray of shape (T, D)
        A row for each position, from 0.

    Raises
    ------
    ValueError
        If `T` is below 1, `D` is below 2 or odd, or `base` is not above 0.

    Examples
    --------
    >>> from dlnotes.attention import sinusoidal_positions
    >>> sinusoidal_positions(2, 4).round(3).tolist()
    [[0.0, 1.0, 0.0, 1.0], [0.841, 0.54, 0.01, 1.0]]

    References
    ----------
    [@vaswani2017], section 3.5.
    """
    angles = _angles(np.arange(as_count("T", T, 1)), _as_even("D", D), base)
    return np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(T, D)


def rotate_by_position(
    x: ArrayLike, positions: ArrayLike, *, base: float = 10000.0
) -> Array:
    """Queries or keys whose pairs of features are turned by angles of their positions.

    (a, b) -> (a * cos - b * sin, a * sin + b * cos), angle = t / base**(2 * i / d)

    The score of a turned query and a turned key depends on the distance of their positions
    alone. The gradient of a loss is turned back by the negative positions.

    Parameters
    ----------
    x : array_like of shape (..., T, d)
        Queries or keys of one head; features 2 * i and 2 * i + 1 are a pair.
    positions : array_like of shape (T,)
        Position of each token.
    base : float, default 10000.0
        Ratio of the wavelengths, above 0.

    Returns
    -------
    ndarray of shape (..., T, d)
        Vectors of the same lengths.

    Raises
    ------
    ValueError
        If `d` is odd, `positions` does not have the shape (T,), or `base` is not above 0.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import rotate_by_position
    >>> rotate_by_position([[1.0, 0.0]] * 3, [0, 1, 2]).round(3).tolist()
    [[1.0, 0.0], [0.54, 0.841], [-0.416, 0.909]]

    References
    ----------
    [@su2024].
    """
    x, places = as_float("x", x), as_float("positions", positions)
    if x.ndim < 2:
        raise ValueError(f"`x` must have shape (..., T, d), got {x.shape}")
    not_empty("x", x)
    if x.shape[-1] % 2:
        raise ValueError(f"`x` must have an even number of features, got shape {x.shape}")
    if places.shape != x.shape[-2:-1]:
        rule = f"the shape {x.shape[-2:-1]} of the tokens of `x`"
        raise ValueError(f"`positions` must have {rule}, got {places.shape}")
    wide = widened(x)
    with np.errstate(over="ignore", invalid="ignore"):
        angles = _angles(places, x.shape[-1], base)
        cos, sin = (f(angles).astype(wide.dtype) for f in (np.cos, np.sin))
        a, b = wide[..., ::2], wide[..., 1::2]
        turned = np.stack([a * cos - b * sin, a * sin + b * cos], axis=-1)
    return rounded(turned.reshape(x.shape), x)


def _angles(positions: ArrayLike, D: int, base: float) -> Array:
    """Return an angle for each position and each pair of features, in float64 at least."""
    ratio = as_number("base", base, above=0) ** (-np.arange(0, D, 2) / D)
    places = np.asarray(positions)
    kind = np.result_type(places, np.float64)
    angles: Array = np.multiply.outer(places.astype(kind), ratio)
    return angles


def _as_even(name: str, value: int) -> int:
    count = as_count(name, value, 2)
    if count % 2:
        raise ValueError(f"`{name}` must be even, got {count}")
    return count
