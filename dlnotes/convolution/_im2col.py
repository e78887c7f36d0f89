"""Windows as columns, for a convolution that is a product of matrices, and the way back."""

import math

from numpy.typing import ArrayLike

from .._array import Array, as_float, has_axes
from .._sums import rounded
from ._windows import Size, _as_images, _as_pair, _columns, _folded, _in_range, _windows


def im2col(
    x: ArrayLike,
    kernel_size: Size,
    *,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
) -> Array:
    """Windows of images as columns, as `torch.nn.functional.unfold` orders them.

    Parameters
    ----------
    x : array_like of shape (N, C, H, W)
        Images.
    kernel_size : int or pair of int
        Sides kh and kw of a window, at least 1.
    stride : int or pair of int, default 1
        Distance from one window to the next, at least 1.
    padding : int or pair of int, default 0
        Rows and columns of zeros on each side, at least 0.
    dilation : int or pair of int, default 1
        Distance between neighbouring pixels of a window, at least 1.

    Returns
    -------
    ndarray of shape (N, C * kh * kw, L)
        One column for each of the L windows, row by row of the image. Within a column come
        the channels, and within a channel the rows of the window.

    Raises
    ------
    ValueError
        If `x` does not have four axes, or a window is larger than the padded image.

    Examples
    --------
    >>> from dlnotes.convolution import im2col
    >>> im2col([[[[1, 2, 3], [4, 5, 6]]]], 2)[0].astype(int).tolist()
    [[1, 2], [2, 3], [4, 5], [5, 6]]

    References
    ----------
    [@chellapilla2006].
    """
    x = _as_images("x", x)
    windows = _windows(x.shape[2:], kernel_size, stride, padding, dilation)
    columns = _columns(x, windows).reshape(-1, len(x), math.prod(windows.number))
    return columns.transpose(1, 0, 2).copy()


def col2im(
    columns: ArrayLike,
    output_size: Size,
    kernel_size: Size,
    *,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
) -> Array:
    """Images in which every entry of a column is added to the pixel that it came from.

    It is the transpose of `im2col`, and so its backward pass; it does not undo it, because
    a pixel in several windows is added several times.

    Parameters
    ----------
    columns : array_like of shape (N, C * kh * kw, L)
        One column for each window, ordered as by `im2col`.
    output_size : int or pair of int
        Height and width of the images, at least 1.
    kernel_size, stride, padding, dilation : int or pair of int
        As for `im2col`.

    Returns
    -------
    ndarray of shape (N, C, height, width)
        Sums of the entries that belong to each pixel.

    Raises
    ------
    ValueError
        If the columns are not those of such windows.

    Examples
    --------
    >>> from dlnotes.convolution import col2im
    >>> columns = [[[1, 2], [2, 3], [4, 5], [5, 6]]]  # of [[1, 2, 3], [4, 5, 6]]
    >>> col2im(columns, (2, 3), 2)[0, 0].astype(int).tolist()
    [[1, 4, 3], [4, 10, 6]]

    References
    ----------
    [@chellapilla2006].
    """
    array, size = as_float("columns", columns), _as_pair("output_size", output_size, 1)
    has_axes("columns", array, "N", "C * kh * kw", "L")
    windows = _windows(size, kernel_size, stride, padding, dilation)
    places, count = math.prod(windows.kernel), math.prod(windows.number)
    n, rows = array.shape[:2]
    if rows % places or array.shape[2] != count:
        rule = f"shape (N, C * {places}, {count}), a column for each window"
        raise ValueError(f"`columns` must have {rule}, got {array.shape}")
    shape = (n, rows // places, *size)
    y = _in_range(lambda a: _folded(a.transpose(1, 0, 2), shape, windows), array)
    return rounded(y, array)
