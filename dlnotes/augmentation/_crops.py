"""Pieces of an image, cut at a place that is given or drawn."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_rng
from ._images import Image, Size, _as_image, _as_size


def crop(
    image: ArrayLike, size: Sequence[int], top: int, left: int, *, padding: int = 0
) -> Image:
    """Piece of an image, which may have zeros around it first.

    image[top - padding + i, left - padding + j], or 0 where there is no such pixel

    Parameters
    ----------
    image : array_like of shape (H, W) or (H, W, C)
        Image, of any real numbers.
    size : pair of int
        Height and width of the piece, at least 1 and at most those of the padded image.
    top, left : int
        Corner of the piece, counted from the corner of the padded image.
    padding : int
        Rows and columns of zeros added on each side, at least 0.

    Returns
    -------
    ndarray of shape (h, w) or (h, w, C)
        Copy of the piece.

    Raises
    ------
    ValueError
        If `image` is empty or has another shape, `size` is not a pair of at least 1, the
        padded image is smaller than the piece, the piece reaches beyond it, or `padding` is
        below 0.

    Examples
    --------
    >>> from dlnotes.augmentation import crop
    >>> crop([[1, 2, 3], [4, 5, 6]], (2, 2), 0, 1).astype(int).tolist()
    [[2, 3], [5, 6]]
    >>> crop([[1, 2, 3]], (1, 3), 1, 0, padding=1).astype(int).tolist()  # one to the right
    [[0, 1, 2]]

    References
    ----------
    [@he2016], section 4.2.
    """
    array, sizes, (down, right) = _checked(image, size, padding)
    as_count("top", top, 0, down)
    as_count("left", left, 0, right)
    return _piece(array, sizes, top - padding, left - padding)


def random_crop(
    image: ArrayLike, size: Sequence[int], *, padding: int = 0, rng: np.random.Generator
) -> Image:
    """Piece of an image at a random place, every place being as likely.

    Arguments, errors and references as for `crop`.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of shape (h, w) or (h, w, C)
        Copy of the piece.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.augmentation import random_crop
    >>> rng = np.random.default_rng(0)
    >>> [random_crop([[1, 2, 3]], (1, 1), rng=rng).astype(int).tolist() for _ in range(3)]
    [[[3]], [[2]], [[2]]]
    """
    array, sizes, (down, right) = _checked(image, size, padding)
    top, left = as_rng(rng).integers([down + 1, right + 1]).tolist()
    return _piece(array, sizes, top - padding, left - padding)


def _piece(array: Image, size: Size, top: int, left: int) -> Image:
    """Return a piece whose corner may lie outside of the image."""
    h, w = size
    y = np.zeros((h, w, *array.shape[2:]), array.dtype)
    rows, at = _overlap(top, h, array.shape[0])
    columns, across = _overlap(left, w, array.shape[1])
    y[at, across] = array[rows, columns]
    return y


def _checked(
    image: ArrayLike, size: Sequence[int], padding: int
) -> tuple[Image, Size, Size]:
    """Return the image, the size, and how far the corner may lie down and to the right."""
    array, (h, w) = _as_image("image", image), _as_size("size", size)
    more = 2 * as_count("padding", padding, 0)
    room = array.shape[0] + more, array.shape[1] + more
    if h > room[0] or w > room[1]:
        rule = f"at most {room}, the size of the padded image"
        raise ValueError(f"`size` must be {rule}, got {(h, w)}")
    return array, (h, w), (room[0] - h, room[1] - w)


def _overlap(start: int, length: int, size: int) -> tuple[slice, slice]:
    """Return what a piece takes of `size` pixels, and where in the piece it goes."""
    first, last = max(start, 0), max(min(start + length, size), 0)
    return slice(first, last), slice(first - start, max(last, first) - start)
