"""Small pictures of black and white, few enough to be counted one by one."""

import numpy as np

from .._arguments import as_count
from .._array import Array


def make_bars_and_stripes(size: int) -> Array:
    """All pictures of which either each row or each column has one colour.

    Parameters
    ----------
    size : int
        Rows and columns of a picture, from 2 to 10.

    Returns
    -------
    ndarray of shape (2^(size + 1) - 2, size * size)
        A picture of zeros and ones in each row. First come those whose rows have one
        colour, then the others; the empty and the full picture, which are both, come once.

    Raises
    ------
    ValueError
        If `size` is below 2 or above 10.

    Examples
    --------
    >>> from dlnotes.datasets import make_bars_and_stripes
    >>> make_bars_and_stripes(2).astype(int).tolist()
    [[0, 0, 0, 0], [0, 0, 1, 1], [1, 1, 0, 0], [1, 1, 1, 1], [0, 1, 0, 1], [1, 0, 1, 0]]

    References
    ----------
    [@mackay2003], chapter 43.
    """
    as_count("size", size, 2, 10)
    colours = (np.arange(2**size)[:, np.newaxis] >> np.arange(size)[::-1]) & 1
    rows = np.repeat(colours, size, axis=1)
    columns = np.tile(colours[1:-1], (1, size))
    return np.concatenate([rows, columns]).astype(np.float64)
