"""Images with more or fewer pixels."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import one_of
from .._array import Array
from .._sums import rounded, widened
from ._images import Image, _as_image, _as_size


def resize(image: ArrayLike, size: Sequence[int], *, mode: str = "bilinear") -> Image:
    """Image of another height and width.

    image at (i + 0.5) * H / h - 0.5, (j + 0.5) * W / w - 0.5

    A pixel is a square: the centre of pixel i is at i + 0.5, before and after. This is
    `align_corners=False` in PyTorch. No pixels are averaged where an image gets smaller.

    Parameters
    ----------
    image : array_like of shape (H, W) or (H, W, C)
        Image, of any real numbers.
    size : pair of int
        New height and width, at least 1.
    mode : {"bilinear", "nearest"}
        Mean of the four pixels around a place, the nearer the more, or the pixel in which
        the place lies. PyTorch calls the latter "nearest-exact".

    Returns
    -------
    ndarray of shape (h, w) or (h, w, C)
        New image.

    Raises
    ------
    ValueError
        If `image` is empty or has another shape, `size` is not a pair of at least 1, or
        `mode` is another word.

    Examples
    --------
    >>> from dlnotes.augmentation import resize
    >>> resize([[0, 8]], (1, 4)).tolist()
    [[0.0, 2.0, 6.0, 8.0]]
    >>> resize([[0, 8]], (1, 4), mode="nearest").tolist()
    [[0.0, 0.0, 8.0, 8.0]]

    References
    ----------
    [@pytorch213], under `interpolate`.
    """
    array, sizes = _as_image("image", image), _as_size("size", size)
    if one_of("mode", mode, ["bilinear", "nearest"]) == "nearest":
        rows, columns = map(_nearest, array.shape, sizes)
        return array[rows[:, np.newaxis], columns]
    light = np.asarray(array, np.float64) if array.dtype == np.uint8 else widened(array)
    for axis, length in enumerate(sizes):
        light = _between(light, length, axis)
    if array.dtype == np.uint8:
        return np.rint(light).astype(np.uint8)
    return rounded(light, array)


def _nearest(old: int, new: int) -> NDArray[np.int64]:
    """Return the old pixel in which the centre of each new one lies."""
    return (2 * np.arange(new, dtype=np.int64) + 1) * old // (2 * new)


def _between(x: Array, new: int, axis: int) -> Array:
    """Return values along an axis at the centres of new pixels, between the old centres."""
    old = x.shape[axis]
    at = np.clip((np.arange(new) + 0.5) * (old / new) - 0.5, 0, old - 1)
    low = at.astype(np.int64)
    part = np.expand_dims(at - low, [a for a in range(x.ndim) if a != axis]).astype(x.dtype)
    before, after = x.take(low, axis), x.take(np.minimum(low + 1, old - 1), axis)
    with np.errstate(invalid="ignore"):  # of inf and -inf
        # a pixel that is met exactly needs no neighbour, which may be nan
        y: Array = np.where(part == 0, before, (1 - part) * before + part * after)
    return y
