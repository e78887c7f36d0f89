"""Pooling: one number for each window of a feature map, and where its gradient goes."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, as_integers, has_shape
from .._sums import rounded
from ._windows import (
    Size,
    Windows,
    _as_images,
    _as_pair,
    _folded,
    _in_range,
    _padded,
    _windows,
)


def max_pool2d(
    x: ArrayLike, kernel_size: Size, *, stride: Size | None = None, padding: Size = 0
) -> tuple[Array, NDArray[np.int64]]:
    """Largest value in each window of every channel, and its place.

    Parameters
    ----------
    x : array_like of shape (N, C, H, W)
        Feature maps.
    kernel_size : int or pair of int
        Sides of a window, at least 1.
    stride : int or pair of int, optional
        Distance from one window to the next, at least 1; by default the sides of a window,
        so that windows touch and do not overlap.
    padding : int or pair of int, default 0
        Rows and columns of minus infinity on each side, at most half a window.

    Returns
    -------
    y : ndarray of shape (N, C, height, width)
        Largest values. What is left over at the end of a row or column has no window.
    places : ndarray of int of shape (N, C, height, width)
        Place of each of them in its channel, row * W + column: the first one if several
        are as large, and nan counts as the largest.

    Raises
    ------
    ValueError
        If `x` does not have four axes, a window is larger than the padded input, or
        `padding` is more than half a window.

    Examples
    --------
    >>> from dlnotes.convolution import max_pool2d
    >>> y, places = max_pool2d([[[[1, 5, 2, 0], [3, 4, 7, 7]]]], 2)
    >>> y.tolist(), places.tolist()  # the first 7 of two
    ([[[[5.0, 7.0]]]], [[[[1, 6]]]])

    References
    ----------
    [@jarrett2009].
    """
    x = _as_images("x", x)
    windows = _of_pooling(x.shape[2:], kernel_size, stride, padding)
    (top, left), (down, across) = windows.padding, windows.stride
    rows = np.arange(windows.number[0])[:, None] * down - top
    columns = np.arange(windows.number[1]) * across - left
    width, padded = x.shape[3], _padded(x, windows.padding, -np.inf)
    start = np.maximum(rows, 0) * width + np.maximum(columns, 0)
    y = np.full((*x.shape[:2], *windows.number), -np.inf, x.dtype)
    places = np.broadcast_to(start, y.shape).astype(np.int64)
    for i, tap in enumerate(windows.taps()):
        part = padded[:, :, *tap]
        u, v = divmod(i, windows.kernel[1])
        better = (part > y) | (np.isnan(part) & ~np.isnan(y))
        np.copyto(y, part, where=better)
        np.copyto(places, (rows + u) * width + columns + v, where=better)
    return y, places


def max_pool2d_backward(dout: ArrayLike, places: ArrayLike, input_size: Size) -> Array:
    """Gradient of a loss by the input of `max_pool2d`: all of it at the largest values.

    Parameters
    ----------
    dout : array_like of shape (N, C, height, width)
        Gradient of the loss by the largest values.
    places : array_like of int of shape (N, C, height, width)
        The places that `max_pool2d` returned.
    input_size : int or pair of int
        Height and width of the input, at least 1.

    Returns
    -------
    ndarray of shape (N, C, H, W)
        Gradient by the input; a value that was largest in several windows has their sum.

    Raises
    ------
    ValueError
        If the shapes differ, or a place is outside of the input.

    Examples
    --------
    >>> from dlnotes.convolution import max_pool2d, max_pool2d_backward
    >>> _, places = max_pool2d([[[[1, 5, 2, 0], [3, 4, 7, 7]]]], 2)
    >>> max_pool2d_backward([[[[10, 20]]]], places, (2, 4))[0, 0].astype(int).tolist()
    [[0, 10, 0, 0], [0, 0, 20, 0]]

    References
    ----------
    [@goodfellow2016], section 9.3.
    """
    d, at = _as_images("dout", dout), as_integers("places", places)
    has_shape("places", at, d.shape, " of `dout`")
    h, w = _as_pair("input_size", input_size, 1)
    outside = at[(at < 0) | (at >= h * w)]
    if outside.size:
        rule = f"hold places from 0 to {h * w - 1}"
        raise ValueError(f"`places` must {rule}, got {outside[0]}")
    n, c = d.shape[:2]
    start = np.arange(n * c).reshape(n, c, 1, 1) * (h * w)

    def spread(a: Array) -> Array:
        dx = np.zeros(n * c * h * w, np.result_type(a, np.float64))
        np.add.at(dx, (start + at).ravel(), a.ravel().astype(dx.dtype))
        return dx.reshape(n, c, h, w)

    return rounded(_in_range(spread, d), d)


def avg_pool2d(
    x: ArrayLike, kernel_size: Size, *, stride: Size | None = None, padding: Size = 0
) -> Array:
    """Mean of each window of every channel; zeros of the padding count as well.

    Parameters
    ----------
    x : array_like of shape (N, C, H, W)
        Feature maps.
    kernel_size, stride, padding : int or pair of int
        As for `max_pool2d`, but the padding is of zeros.

    Returns
    -------
    ndarray of shape (N, C, height, width)
        Means.

    Raises
    ------
    ValueError
        If `x` does not have four axes, a window is larger than the padded input, or
        `padding` is more than half a window.

    Examples
    --------
    >>> from dlnotes.convolution import avg_pool2d
    >>> avg_pool2d([[[[1, 5, 2, 0], [3, 4, 7, 7]]]], 2).tolist()
    [[[[3.25, 4.0]]]]

    References
    ----------
    [@lecun1998gradient].
    """
    x = _as_images("x", x)
    windows = _of_pooling(x.shape[2:], kernel_size, stride, padding)

    def means(a: Array) -> Array:
        padded, kind = _padded(a, windows.padding), np.result_type(a, np.float64)
        y = np.zeros((*a.shape[:2], *windows.number), kind)
        for tap in windows.taps():
            y += padded[:, :, *tap]
        return y / math.prod(windows.kernel)

    return rounded(_in_range(means, x), x)


def avg_pool2d_backward(
    dout: ArrayLike,
    input_size: Size,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
) -> Array:
    """Gradient of a loss by the input of `avg_pool2d`: equal parts for a whole window.

    Arguments and errors as for `avg_pool2d`.

    Parameters
    ----------
    dout : array_like of shape (N, C, height, width)
        Gradient of the loss by the means.
    input_size : int or pair of int
        Height and width of the input, at least 1.

    Returns
    -------
    ndarray of shape (N, C, H, W)
        Gradient by the input.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of the means.

    Examples
    --------
    >>> from dlnotes.convolution import avg_pool2d_backward
    >>> avg_pool2d_backward([[[[4, 8]]]], (2, 5), 2)[0, 0].tolist()  # no window at the end
    [[1.0, 1.0, 2.0, 2.0, 0.0], [1.0, 1.0, 2.0, 2.0, 0.0]]

    References
    ----------
    [@goodfellow2016], section 9.3.
    """
    d, size = _as_images("dout", dout), _as_pair("input_size", input_size, 1)
    windows = _of_pooling(size, kernel_size, stride, padding)
    has_shape("dout", d, (*d.shape[:2], *windows.number), " of the means")
    places = math.prod(windows.kernel)

    def spread(a: Array) -> Array:
        shares = a.swapaxes(0, 1)[:, None] / places
        columns = np.broadcast_to(shares, (a.shape[1], places, len(a), *windows.number))
        return _folded(columns, (*a.shape[:2], *size), windows)

    return rounded(_in_range(spread, d), d)


def _of_pooling(
    size: tuple[int, ...], kernel_size: Size, stride: Size | None, padding: Size
) -> Windows:
    """Return the windows of a pooling layer, refused if one may lie outside."""
    steps = kernel_size if stride is None else stride
    windows = _windows(size, kernel_size, steps, padding)
    for p, k in zip(windows.padding, windows.kernel, strict=True):
        if p > k // 2:
            raise ValueError(
                f"`padding` must be at most half of `kernel_size`, got {p} of {k}"
            )
    return windows
