"""Colours as hue, saturation and value, and back to red, green and blue."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, are_probabilities, as_float, as_real
from .._sums import rounded, widened
from ._images import Image, _unit


def rgb_to_hsv(rgb: ArrayLike) -> Array:
    """Hue, saturation and value of colours.

    value = max, saturation = (max - min) / max, hue = the place on the circle of colours

    Parameters
    ----------
    rgb : array_like of shape (..., 3)
        Red, green and blue in [0, 1], or in uint8.

    Returns
    -------
    ndarray of shape (..., 3)
        Hue, saturation and value in [0, 1]. Red has hue 0, green 1/3, blue 2/3; a gray has
        hue 0 and saturation 0.

    Raises
    ------
    ValueError
        If `rgb` has another shape, or an entry is outside [0, 1].

    Examples
    --------
    >>> from dlnotes.augmentation import rgb_to_hsv
    >>> rgb_to_hsv([[1.0, 0.5, 0.0], [0.2, 0.2, 0.2]]).round(3).tolist()
    [[0.083, 1.0, 1.0], [0.0, 0.0, 0.2]]

    References
    ----------
    [@smith1978].
    """
    array = as_real("rgb", rgb)
    array = array if array.dtype == np.uint8 else as_float("rgb", array)
    _three("rgb", array)
    hsv = _to_hsv(_unit("rgb", array))
    return hsv if array.dtype == np.uint8 else rounded(hsv, array)


def hsv_to_rgb(hsv: ArrayLike) -> Array:
    """Red, green and blue of colours given by hue, saturation and value.

    value - value * saturation * max(0, min(k, 4 - k, 1)) with k = (n + 6 * hue) mod 6,
    and n = 5 for red, 3 for green, 1 for blue

    Parameters
    ----------
    hsv : array_like of shape (..., 3)
        Hue, saturation and value in [0, 1].

    Returns
    -------
    ndarray of shape (..., 3)
        Red, green and blue in [0, 1].

    Raises
    ------
    ValueError
        If `hsv` has another shape, or an entry is outside [0, 1].

    Examples
    --------
    >>> from dlnotes.augmentation import hsv_to_rgb
    >>> hsv_to_rgb([[0.0, 1.0, 1.0], [1 / 3, 1.0, 0.5]]).round(3).tolist()
    [[1.0, 0.0, 0.0], [0.0, 0.5, 0.0]]

    References
    ----------
    [@smith1978].
    """
    array = as_float("hsv", hsv)
    _three("hsv", array)
    are_probabilities("hsv", array)
    return rounded(_to_rgb(widened(array)), array)


def _three(name: str, array: Image) -> None:
    """Refuse an array that does not hold three numbers along its last axis."""
    if array.shape[-1:] != (3,):
        raise ValueError(f"`{name}` must have shape (..., 3), got {array.shape}")


def _to_hsv(rgb: Array) -> Array:
    """Return hue, saturation and value, in the dtype of `rgb`."""
    red, green, blue = np.moveaxis(rgb, -1, 0)
    value = np.max(rgb, axis=-1)
    spread = value - np.min(rgb, axis=-1)
    share = np.divide(spread, value, out=np.zeros_like(value), where=value != 0)
    whole = np.where(spread == 0, 1, spread)  # a gray has no hue
    sixths = np.select(
        [red == value, green == value],
        [(green - blue) / whole, 2 + (blue - red) / whole],
        4 + (red - green) / whole,
    )
    hue = np.where(spread == 0, 0, sixths / 6) % 1
    return np.stack([np.where(hue == 1, 0, hue), share, value], axis=-1).astype(rgb.dtype)


def _to_rgb(hsv: Array) -> Array:
    """Return red, green and blue, in the dtype of `hsv`."""
    hue, share, value = np.moveaxis(hsv, -1, 0)[..., np.newaxis]
    k = (np.array([5, 3, 1], hsv.dtype) + 6 * hue) % 6
    rgb: Array = value - value * share * np.clip(np.minimum(k, 4 - k), 0, 1)
    return rgb
