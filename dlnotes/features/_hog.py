"""Gradients of an image, and histograms of their orientations (HOG).

As in scikit-image: differences of the two neighbours, whole votes without interpolation,
means over cells, and L2-Hys for blocks.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array
from .._sums import rounded, total, widened
from ._images import _as_image, _fits_inside

EPS = 1e-5  # so that a block without gradients is not divided by 0
CLIP = 0.2  # a single strong edge counts for no more


def image_gradients(image: ArrayLike) -> tuple[Array, Array]:
    """Strength and direction of the change of brightness at every pixel.

    across = right - left, down = below - above, each 0 at the border it would cross
    sqrt(across ** 2 + down ** 2) and atan2(down, across) in degrees, modulo 180

    Parameters
    ----------
    image : array_like of shape (H, W)
        Brightness of every pixel, in [0, 1].

    Returns
    -------
    magnitude : ndarray of shape (H, W)
        Strength of the change, at least 0.
    angle : ndarray of shape (H, W)
        Direction of the change in degrees, in [0, 180): 0 is horizontal, 90 vertical, and
        45 leads to the right and down. It is across an edge, not along it.

    Raises
    ------
    ValueError
        If `image` does not have the shape (H, W), has no pixels or does not lie in [0, 1].

    Examples
    --------
    >>> from dlnotes.features import image_gradients
    >>> image = [[0.0, 0.1, 0.2], [0.2, 0.3, 0.6], [0.4, 0.5, 0.8]]
    >>> magnitude, angle = image_gradients(image)
    >>> magnitude[1, 1].round(4).item(), angle[1, 1].round(4).item()
    (0.5657, 45.0)

    References
    ----------
    [@dalal2005].
    """
    pixels = _as_image(image, "H", "W")
    magnitude, angle = _gradients(pixels)
    folded = rounded(angle % 180, pixels)
    folded[folded == 180] = 0  # an angle just below 0 rounds to it
    return rounded(magnitude, pixels), folded


def orientation_histograms(image: ArrayLike, *, bins: int = 9, cell: int = 8) -> Array:
    """Histogram of the directions of change for each square cell of an image.

    sum of the magnitudes whose angle lies in interval b / cell ** 2, at [row, column, b]

    Parameters
    ----------
    image : array_like of shape (H, W)
        Brightness of every pixel, in [0, 1]. Rows and columns that fill no whole cell are
        left out.
    bins : int, default 9
        Number of equal intervals from 0 to 180 degrees, from 1 to 180.
    cell : int, default 8
        Side of a cell in pixels, from 1 to the shorter side of the image.

    Returns
    -------
    ndarray of shape (H // cell, W // cell, bins)
        Votes of each cell.

    Raises
    ------
    ValueError
        If `image` does not have the shape (H, W), has no pixels or does not lie in [0, 1],
        `bins` is below 1 or above 180, or `cell` is below 1 or above a side of the image.

    Examples
    --------
    >>> from dlnotes.features import orientation_histograms
    >>> ramp = [[0.0, 0.25, 0.5, 0.75]] * 4
    >>> orientation_histograms(ramp, cell=4, bins=3).tolist()
    [[[0.25, 0.0, 0.0]]]

    References
    ----------
    [@dalal2005].
    """
    pixels = _as_image(image, "H", "W")
    return rounded(_votes(pixels, bins, cell), pixels)


def hog(image: ArrayLike, *, bins: int = 9, cell: int = 8, block: int = 2) -> Array:
    """Histograms of oriented gradients: the votes of all cells, normalised block by block.

    v / sqrt(sum(v ** 2) + eps ** 2), cut off at 0.2 and normalised once more, for each
    block of cells, with eps = 1e-5

    Parameters
    ----------
    image : array_like of shape (H, W)
        Brightness of every pixel, in [0, 1]. Rows and columns that fill no whole cell are
        left out.
    bins : int, default 9
        Number of equal intervals from 0 to 180 degrees, from 1 to 180.
    cell : int, default 8
        Side of a cell in pixels, from 1 to the shorter side of the image.
    block : int, default 2
        Side of a block in cells. Blocks overlap: each begins one cell after the last one.

    Returns
    -------
    ndarray of shape (rows * columns * block * block * bins,)
        A grid of `H // cell` by `W // cell` cells has `H // cell - block + 1` rows and
        `W // cell - block + 1` columns of blocks.

    Raises
    ------
    ValueError
        If `image` does not have the shape (H, W), has no pixels or does not lie in [0, 1],
        `bins` is below 1 or above 180, `cell` is below 1 or above a side of the image, or
        `block` is below 1 or above a side of the grid of cells.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.features import hog
    >>> hog(np.zeros((32, 32))).shape
    (324,)
    >>> hog([[0.0, 0.25, 0.5, 0.75]] * 4, cell=2, bins=1).round(2).tolist()
    [0.5, 0.5, 0.5, 0.5]

    References
    ----------
    [@dalal2005].
    """
    pixels = _as_image(image, "H", "W")
    votes = _votes(pixels, bins, cell)
    as_count("block", block, 1)
    if block > min(votes.shape[:2]):
        rule = f"at most the shorter side of the grid of {votes.shape[:2]} cells"
        raise ValueError(f"`block` must be {rule}, got {block}")
    windows = np.lib.stride_tricks.sliding_window_view(votes, (block, block), axis=(0, 1))
    blocks = np.moveaxis(windows, 2, -1)  # the bins of one cell lie side by side
    rows = blocks.reshape(-1, block * block * bins)
    clipped = np.minimum(_normalised(rows), CLIP)
    return rounded(_normalised(clipped).ravel(), pixels)


def _gradients(pixels: Array) -> tuple[Array, Array]:
    """Return strengths and directions, the latter in degrees from -180 to 180."""
    wide = widened(pixels)
    across, down = np.zeros_like(wide), np.zeros_like(wide)
    across[:, 1:-1] = wide[:, 2:] - wide[:, :-2]
    down[1:-1] = wide[2:] - wide[:-2]
    return np.hypot(across, down), np.rad2deg(np.arctan2(down, across))


def _votes(pixels: Array, bins: int, cell: int) -> Array:
    """Return the histogram of each cell, in float32 at least."""
    as_count("bins", bins, 1, 180)
    _fits_inside("cell", cell, pixels)
    magnitude, angle = _gradients(pixels)
    chosen = (angle % 180 // (180 / bins)).astype(np.intp) % bins
    rows, columns = (side // cell for side in pixels.shape)
    shape = rows, cell, columns, cell
    inside = np.s_[: rows * cell, : columns * cell]
    votes = np.empty((rows, columns, bins), magnitude.dtype)
    for b in range(bins):
        counted = np.where(chosen == b, magnitude, 0)[inside].reshape(shape)
        votes[:, :, b] = total(counted, (1, 3)) / cell**2
    return votes


def _normalised(rows: Array) -> Array:
    """Return each row divided by its length, which is a little more than 0."""
    squares = total(rows * rows, 1, keepdims=True)
    lengths: Array = np.sqrt(squares + np.float32(EPS) ** 2)
    return rows / lengths
