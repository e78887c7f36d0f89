"""The gate for images, and the way between the 256 steps of uint8 and [0, 1]."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_shape
from .._array import Array, are_probabilities, as_float, as_real
from .._sums import rounded, widened

Image: TypeAlias = NDArray[Any]  # uint8, or floats
Size: TypeAlias = tuple[int, int]


def _as_image(name: str, image: ArrayLike) -> Image:
    """Return an image of any numbers; integers other than uint8 become float64."""
    array = as_real(name, image)
    if array.ndim not in (2, 3):
        raise ValueError(f"`{name}` must have shape (H, W) or (H, W, C), got {array.shape}")
    if array.size == 0:
        raise ValueError(f"`{name}` must not be empty, got shape {array.shape}")
    return array if array.dtype == np.uint8 else as_float(name, array)


def _as_size(name: str, size: Sequence[int]) -> Size:
    """Return a height and a width, refused unless both are at least 1."""
    sizes = as_shape(name, size)
    if len(sizes) != 2 or min(sizes) < 1:
        rule = "a height and a width of at least 1"
        raise ValueError(f"`{name}` must be {rule}, got {sizes}")
    return sizes[0], sizes[1]


def _as_light(name: str, image: ArrayLike, *, colour: bool = False) -> tuple[Array, Image]:
    """Return an image with values in [0, 1], in float32 at least, and as it came."""
    array = _as_image(name, image)
    if array.shape[2:] != (3,) and (colour or array.ndim == 3):
        rule = "(H, W, 3)" if colour else "(H, W) or (H, W, 3)"
        raise ValueError(f"`{name}` must have shape {rule}, got {array.shape}")
    return _unit(name, array), array


def _unit(name: str, array: Image) -> Array:
    """Return values in [0, 1], in float32 at least; those of uint8 are shares of 255."""
    if array.dtype == np.uint8:
        return array / 255
    are_probabilities(name, array)
    return widened(array)


def _as_it_came(light: Array, image: Image) -> Image:
    """Return values of any size in the dtype of an image, cut off at both of its ends."""
    cut = np.clip(light, 0, 1)
    if image.dtype == np.uint8:
        return np.rint(255 * cut).astype(np.uint8)
    return rounded(cut, image)
