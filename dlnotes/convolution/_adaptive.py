"""Average pooling to a size of the output, whatever the size of the input."""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, not_empty
from .._sums import dot, rounded, widened
from ._windows import Size, _as_images, _as_pair


def adaptive_avg_pool2d(x: ArrayLike, output_size: Size) -> Array:
    """Means of as many parts of every channel as the output has entries.

    Part i of m takes the rows from floor(i * H / m) to ceil((i + 1) * H / m).

    Parameters
    ----------
    x : array_like of shape (N, C, H, W)
        Feature maps with one row and one column at least.
    output_size : int or pair of int
        Height and width of the output, at least 1; 1 gives the mean of each channel, which
        is called global average pooling.

    Returns
    -------
    ndarray of shape (N, C, height, width)
        Means.

    Raises
    ------
    ValueError
        If `x` does not have four axes or has no pixels, or `output_size` is below 1.

    Examples
    --------
    >>> from dlnotes.convolution import adaptive_avg_pool2d
    >>> adaptive_avg_pool2d([[[[1, 5, 2, 0], [3, 4, 7, 7]]]], 1).tolist()
    [[[[3.625]]]]

    References
    ----------
    [@lin2014].
    """
    x = _as_images("x", x)
    not_empty("x", x)
    down, across = _shares(x.shape[2:], _as_pair("output_size", output_size, 1), x)
    return rounded(dot(dot(down, x), across.T), x)


def adaptive_avg_pool2d_backward(dout: ArrayLike, input_size: Size) -> Array:
    """Gradient of a loss by the input of `adaptive_avg_pool2d`.

    References as for `adaptive_avg_pool2d`.

    Parameters
    ----------
    dout : array_like of shape (N, C, height, width)
        Gradient of the loss by the means.
    input_size : int or pair of int
        Height and width of the input, at least 1.

    Returns
    -------
    ndarray of shape (N, C, H, W)
        Gradient by the input: each mean gives equal shares to its part.

    Raises
    ------
    ValueError
        If `dout` does not have four axes or has no entries, or `input_size` is below 1.

    Examples
    --------
    >>> from dlnotes.convolution import adaptive_avg_pool2d_backward
    >>> adaptive_avg_pool2d_backward([[[[8]]]], (2, 4))[0, 0].tolist()
    [[1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]]
    """
    d = _as_images("dout", dout)
    not_empty("dout", d)
    down, across = _shares(_as_pair("input_size", input_size, 1), d.shape[2:], d)
    return rounded(dot(dot(down.T, d), across), d)


def _shares(
    size: tuple[int, ...], parts: tuple[int, ...], like: Array
) -> tuple[Array, Array]:
    """Return for rows and columns the share that each entry has in each mean."""
    kind = widened(like).dtype
    down, across = (_share(n, m).astype(kind) for n, m in zip(size, parts, strict=True))
    return down, across


def _share(n: int, m: int) -> Array:
    """Return m rows of n shares, each the weights of a mean."""
    place, part = np.arange(n), np.arange(m)[:, None]
    inside = (place >= part * n // m) & (place < -(-(part + 1) * n // m))
    shares: Array = inside / inside.sum(axis=1, keepdims=True)
    return shares
