"""Convolutions of images with filters, and their gradients."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import brief
from .._array import Array, as_float, has_axes, has_shape, not_empty
from .._sums import dot, in_range, rounded, widened
from ._windows import (
    Size,
    Windows,
    _as_images,
    _as_pair,
    _columns,
    _folded,
    _groups,
    _windows,
)


def cross_correlate2d(x: ArrayLike, w: ArrayLike) -> Array:
    """Sum of products of a filter with each window of an image, the filter as it is.

    y[i, j] = sum over u, v of w[u, v] * x[i + u, j + v]

    Parameters
    ----------
    x : array_like of shape (H, W)
        An image of one channel.
    w : array_like of shape (kh, kw)
        A filter that is no larger than the image.

    Returns
    -------
    ndarray of shape (H - kh + 1, W - kw + 1)
        One number for each window that lies wholly inside the image.

    Raises
    ------
    ValueError
        If `x` or `w` does not have two axes, or `w` is empty or larger than `x`.

    Examples
    --------
    >>> from dlnotes.convolution import cross_correlate2d
    >>> cross_correlate2d([[1, 2, 3, 4]], [[1, 0, -1]]).tolist()
    [[-2.0, -2.0]]

    References
    ----------
    [@goodfellow2016], section 9.1.
    """
    image, kernel = as_float("x", x), as_float("w", w)
    has_axes("x", image, "H", "W")
    has_axes("w", kernel, "kh", "kw")
    y: Array = conv2d(image[None, None], kernel[None, None])[0, 0]
    return y


def convolve2d(x: ArrayLike, w: ArrayLike) -> Array:
    """Convolution of an image, for which the filter is flipped up-down and left-right.

    y[i, j] = sum over u, v of w[kh - 1 - u, kw - 1 - v] * x[i + u, j + v]

    Parameters
    ----------
    x : array_like of shape (H, W)
        An image of one channel.
    w : array_like of shape (kh, kw)
        A filter that is no larger than the image.

    Returns
    -------
    ndarray of shape (H - kh + 1, W - kw + 1)
        One number for each window that lies wholly inside the image.

    Raises
    ------
    ValueError
        If `x` or `w` does not have two axes, or `w` is empty or larger than `x`.

    Examples
    --------
    >>> from dlnotes.convolution import convolve2d
    >>> convolve2d([[1, 2, 3, 4]], [[1, 0, -1]]).tolist()
    [[2.0, 2.0]]

    References
    ----------
    [@goodfellow2016], section 9.1.
    """
    kernel = as_float("w", w)
    return cross_correlate2d(x, np.flip(kernel))


def conv2d(
    x: ArrayLike,
    w: ArrayLike,
    b: ArrayLike | None = None,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
) -> Array:
    """Feature maps: each filter at every window of images, as `torch.nn.Conv2d` has it.

    y[o, i, j] = b[o] + sum over c, u, v of
    w[o, c, u, v] * x[c, i * stride + u * dilation - padding, j * stride + ...]

    Parameters
    ----------
    x : array_like of shape (N, C, H, W)
        Images.
    w : array_like of shape (O, C, kh, kw)
        Filters, one for each channel of the output; they are not flipped.
    b : array_like of shape (O,) or None
        Bias of each channel of the output.
    stride : int or pair of int, default 1
        Distance from one window to the next, at least 1.
    padding : int, pair of int or "same", default 0
        Rows and columns of zeros on each side, at least 0. "same" adds as many as keep the
        size, and needs a stride of 1 and an even dilation * (kh - 1), dilation * (kw - 1).
    dilation : int or pair of int, default 1
        Distance between neighbouring weights of a filter, at least 1.

    Returns
    -------
    ndarray of shape (N, O, height, width)
        Feature maps; their sides are those of `conv_output_size`.

    Raises
    ------
    ValueError
        If the channels of `x` and `w` differ, a filter is larger than the padded images,
        or "same" is impossible.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.convolution import conv2d
    >>> x = np.arange(9).reshape(1, 1, 3, 3)
    >>> conv2d(x, np.ones((1, 1, 2, 2)), [100])[0, 0].astype(int).tolist()
    [[108, 112], [120, 124]]

    References
    ----------
    [@dumoulin2016].
    """
    return _feature_maps(x, w, b, stride, padding, dilation)


def conv2d_backward(
    dout: ArrayLike,
    x: ArrayLike,
    w: ArrayLike,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
) -> tuple[Array, Array, Array]:
    """Gradients of a loss by the images, filters and biases of `conv2d`.

    Each weight has the sum, over all windows, of dout times the pixel that it met; each
    pixel the sum, over all windows it lies in, of dout times the weight that it met.

    Arguments, errors and references as for `conv2d`.

    Parameters
    ----------
    dout : array_like of shape (N, O, height, width)
        Gradient of the loss by the result of `conv2d`.

    Returns
    -------
    dx : ndarray of shape (N, C, H, W)
        Gradient by the images.
    dw : ndarray of shape (O, C, kh, kw)
        Gradient by the filters.
    db : ndarray of shape (O,)
        Gradient by the biases: the sum of `dout` over samples, rows and columns.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of the result.

    Examples
    --------
    >>> from dlnotes.convolution import conv2d_backward
    >>> x, w = [[[[1, 2, 3, 4]]]], [[[[1, 0, -1]]]]
    >>> dx, dw, db = conv2d_backward([[[[1, 10]]]], x, w)
    >>> dx[0, 0, 0].tolist(), dw[0, 0, 0].tolist(), db.tolist()
    ([1.0, 10.0, -1.0, -10.0], [21.0, 32.0, 43.0], [11.0])
    """
    d, x, w = _as_images("dout", dout), _as_images("x", x), _as_filters(w)
    windows = _of_filters(x, w, stride, padding, dilation)
    has_shape("dout", d, (len(x), len(w), *windows.number), " of the result")
    flat, kind = widened(w).reshape(len(w), -1), np.result_type(d, x, w)
    dx, wide = np.empty(x.shape, kind), np.result_type(kind, np.float32)
    dw, db = np.zeros(flat.shape, wide), np.zeros(len(w), wide)
    with np.errstate(over="ignore", invalid="ignore"):
        for part in _parts(x, windows):
            rows = widened(d[part]).swapaxes(0, 1).reshape(len(w), -1)
            dw += dot(rows, _columns(widened(x[part]), windows).T)
            db += dot(rows, np.ones(rows.shape[1], rows.dtype))
            dx[part] = _back_to_images(flat, rows, x[part].shape, windows)
    return dx, rounded(dw.reshape(w.shape), dx), rounded(db, dx)


def _feature_maps(
    x: ArrayLike,
    w: ArrayLike,
    b: ArrayLike | None,
    stride: Size,
    padding: Size | str,
    dilation: Size,
    names: tuple[str, str] = ("w", "b"),
) -> Array:
    """Return `conv2d(...)`; messages have the names of the filters and of the biases."""
    x, w = _as_images("x", x), _as_filters(w, names[0])
    windows = _of_filters(x, w, stride, padding, dilation, names[0])
    bias = np.zeros(len(w), w.dtype) if b is None else as_float(names[1], b)
    has_shape(names[1], bias, (len(w),), f" of `{names[0]}`")
    flat, shift = widened(w).reshape(len(w), -1), widened(bias)[:, None]
    y = np.empty((len(x), len(w), *windows.number), np.result_type(x, w, bias))
    with np.errstate(over="ignore", invalid="ignore"):
        for part in _parts(x, windows):
            maps = dot(flat, _columns(widened(x[part]), windows)) + shift
            y[part] = maps.reshape(len(w), -1, *windows.number).swapaxes(0, 1)
    return y


def _back_to_images(
    flat: Array, rows: Array, shape: tuple[int, ...], windows: Windows
) -> Array:
    """Return the gradient by images of a shape, from that by their feature maps."""
    return in_range(lambda a, b: _folded(a.T @ b, shape, windows), flat, rows)


def _as_filters(w: ArrayLike, name: str = "w") -> Array:
    """Return filters, refused unless they have four axes and some weights."""
    filters = as_float(name, w)
    has_axes(name, filters, "O", "C", "kh", "kw")
    not_empty(name, filters)
    return filters


def _of_filters(
    x: Array,
    w: Array,
    stride: Size,
    padding: Size | str,
    dilation: Size,
    name: str = "w",
) -> Windows:
    """Return the windows that filters see, refused unless the channels fit."""
    if x.shape[1] != w.shape[1]:
        rule = f"as many channels as `x`, {x.shape[1]}"
        came = f"{w.shape[1]} in the shape {w.shape}"
        raise ValueError(f"`{name}` must have {rule}, got {came}")
    kernel = w.shape[2:]
    if isinstance(padding, str):
        padding = _same_padding(padding, kernel, stride, dilation)
    return _windows(x.shape[2:], kernel, stride, padding, dilation, name)


def _same_padding(
    padding: str, kernel: tuple[int, ...], stride: Size, dilation: Size
) -> tuple[int, ...]:
    """Return the padding that keeps the size, refused where there is none."""
    if padding != "same":
        rule = 'an integer, two of them or "same"'
        raise ValueError(f"`padding` must be {rule}, got {brief(padding)}")
    if _as_pair("stride", stride, 1) != (1, 1):
        raise ValueError(f'`stride` must be 1 for a `padding` of "same", got {stride}')
    more = [
        d * (k - 1) for d, k in zip(_as_pair("dilation", dilation, 1), kernel, strict=True)
    ]
    if more[0] % 2 or more[1] % 2:
        rule = 'a filter with odd sides for "same", so that both ends get as much'
        raise ValueError(f"`padding` must have {rule}, got {kernel[0]} x {kernel[1]}")
    return tuple(m // 2 for m in more)


def _parts(x: Array, windows: Windows) -> Iterator[slice]:
    """Return slices of the samples whose windows are copied together."""
    entries = x.shape[1] * math.prod(windows.kernel) * math.prod(windows.number)
    return _groups(len(x), entries)
