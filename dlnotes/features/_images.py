"""The colours of an image, and the small patches that it is made of."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_float, has_axes, not_empty
from .._sums import rounded, widened

MOST_BINS = 256  # for each channel: as many values as a pixel of 8 bits has


def color_histogram(image: ArrayLike, *, bins: int = 4) -> Array:
    """Share of the pixels whose colour falls into each box of the colour cube.

    mean(red in interval r and green in interval g and blue in interval b) at [r, g, b]

    Parameters
    ----------
    image : array_like of shape (H, W, 3)
        Red, green and blue of every pixel, in [0, 1].
    bins : int, default 4
        Number of equal intervals of each channel, from 1 to 256; the last one includes 1.

    Returns
    -------
    ndarray of shape (bins, bins, bins)
        Shares, which sum to 1.

    Raises
    ------
    ValueError
        If `image` does not have the shape (H, W, 3), has no pixels or does not lie in
        [0, 1], or `bins` is below 1 or above 256.

    Examples
    --------
    >>> from dlnotes.features import color_histogram
    >>> red, blue = [0.9, 0.1, 0.2], [0.1, 0.3, 0.8]
    >>> shares = color_histogram([[red, red, blue, red]], bins=2)
    >>> shares[1, 0, 0].item(), shares[0, 0, 1].item()
    (0.75, 0.25)

    References
    ----------
    [@swain1991].
    """
    pixels = _as_image(image, "H", "W", "3")
    if pixels.shape[2] != 3:
        raise ValueError(f"`image` must have shape (H, W, 3), got {pixels.shape}")
    as_count("bins", bins, 1, MOST_BINS)
    places = np.minimum(widened(pixels) * bins, bins - 1).astype(np.intp).reshape(-1, 3)
    boxes = places @ [bins**2, bins, 1]
    counts = np.bincount(boxes, minlength=bins**3).reshape(bins, bins, bins)
    return rounded(counts / len(boxes), pixels)


def image_patches(image: ArrayLike, size: int, *, stride: int = 1) -> Array:
    """Square pieces of an image, from left to right and from top to bottom.

    image[i * stride : i * stride + size, j * stride : j * stride + size], as a row

    Parameters
    ----------
    image : array_like of shape (H, W)
        Brightness of every pixel, in [0, 1].
    size : int
        Side of a patch in pixels, from 1 to the shorter side of the image.
    stride : int, default 1
        Distance from one patch to the next, at least 1.

    Returns
    -------
    ndarray of shape (N, size * size)
        One patch in each row; only those that lie wholly inside the image.

    Raises
    ------
    ValueError
        If `image` does not have the shape (H, W), has no pixels or does not lie in [0, 1],
        `size` is below 1 or above a side of the image, or `stride` is below 1.

    Examples
    --------
    >>> from dlnotes.features import image_patches
    >>> image_patches([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], 2).tolist()
    [[0.1, 0.2, 0.4, 0.5], [0.2, 0.3, 0.5, 0.6]]

    References
    ----------
    [@csurka2004].
    """
    pixels = _as_image(image, "H", "W")
    _fits_inside("size", size, pixels)
    as_count("stride", stride, 1)
    windows = np.lib.stride_tricks.sliding_window_view(pixels, (size, size))
    patches: Array = windows[::stride, ::stride].reshape(-1, size * size).copy()
    return patches


def _as_image(image: ArrayLike, *axes: str) -> Array:
    """Return `image` as a floating array, refused unless its pixels lie in [0, 1]."""
    pixels = as_float("image", image)
    has_axes("image", pixels, *axes)
    not_empty("image", pixels)
    outside = pixels[~((pixels >= 0) & (pixels <= 1))]  # nan too
    if outside.size:
        raise ValueError(f"`image` must lie in [0, 1], got {outside[0]}")
    return pixels


def _fits_inside(name: str, side: int, pixels: Array) -> None:
    """Refuse a square of a `side` for which an image has no room."""
    as_count(name, side, 1)
    if side > min(pixels.shape):
        rule = f"at most the shorter side of `image`, whose shape is {pixels.shape}"
        raise ValueError(f"`{name}` must be {rule}, got {side}")
