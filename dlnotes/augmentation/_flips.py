"""Left and right swapped, in an image and in the boxes that belong to it."""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_rng
from .._array import Array, as_float, as_share
from .._sums import rounded, widened
from ._images import Image, _as_image


def horizontal_flip(image: ArrayLike) -> Image:
    """Image with left and right swapped.

    image[:, ::-1]

    Parameters
    ----------
    image : array_like of shape (H, W) or (H, W, C)
        Image, of any real numbers.

    Returns
    -------
    ndarray of the shape of `image`
        Copy of the image, mirrored.

    Raises
    ------
    ValueError
        If `image` is empty or has another shape.

    Examples
    --------
    >>> from dlnotes.augmentation import horizontal_flip
    >>> horizontal_flip([[1, 2, 3], [4, 5, 6]]).astype(int).tolist()
    [[3, 2, 1], [6, 5, 4]]

    References
    ----------
    [@shorten2019].
    """
    return _as_image("image", image)[:, ::-1].copy()


def random_horizontal_flip(
    image: ArrayLike, *, p: float = 0.5, rng: np.random.Generator
) -> Image:
    """Image that is mirrored or not, as chance decides.

    Arguments, errors and references as for `horizontal_flip`.

    Parameters
    ----------
    p : float
        Probability of a flip, in [0, 1].
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of the shape of `image`
        Copy of the image.

    Raises
    ------
    ValueError
        If `p` is outside [0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.augmentation import random_horizontal_flip
    >>> rng = np.random.default_rng(0)
    >>> [random_horizontal_flip([[1, 2]], rng=rng).astype(int).tolist() for _ in range(3)]
    [[[1, 2]], [[2, 1]], [[2, 1]]]
    """
    p, array = as_share("p", p), _as_image("image", image)
    return horizontal_flip(array) if as_rng(rng).random() < p else array.copy()


def flip_boxes(boxes: ArrayLike, width: int) -> Array:
    """Boxes around things in an image, after the image has been mirrored.

    (width - x1, y0, width - x0, y1)

    Parameters
    ----------
    boxes : array_like of shape (M, 4)
        Left, upper, right and lower edge (x0, y0, x1, y1) of each box. The pixels from x0
        to x1 - 1 belong to it.
    width : int
        Width of the image in pixels, at least 1.

    Returns
    -------
    ndarray of shape (M, 4)
        The boxes in the mirrored image.

    Raises
    ------
    ValueError
        If `boxes` has another shape, a box has its right edge left of its left edge, or
        `width` is below 1.

    Examples
    --------
    >>> from dlnotes.augmentation import flip_boxes
    >>> flip_boxes([[2, 0, 5, 4]], 10).tolist()
    [[5.0, 0.0, 8.0, 4.0]]

    References
    ----------
    [@shorten2019].
    """
    array = as_float("boxes", boxes)
    if array.ndim != 2 or array.shape[1] != 4:
        raise ValueError(f"`boxes` must have shape (M, 4), got {array.shape}")
    wrong = array[array[:, 0] > array[:, 2]]
    if len(wrong):
        x0, _, x1, _ = wrong[0].tolist()
        raise ValueError(f"`boxes` must have x0 of at most x1, got {x0} and {x1}")
    x0, y0, x1, y1 = widened(array).T
    width = as_count("width", width, 1)
    return rounded(np.stack([width - x1, y0, width - x0, y1], axis=1), array)
