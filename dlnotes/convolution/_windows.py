"""The windows of an image that a filter or a pooling layer sees."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count, as_list, brief
from .._array import Array, as_float, has_axes
from .._sums import in_range, widened

Pair: TypeAlias = tuple[int, int]
Size: TypeAlias = int | Sequence[int]

AT_ONCE = 2**15  # entries of windows that are copied together: they fit into a cache


class Windows(NamedTuple):
    """Sides of a window, its steps, and how many there are: for rows and columns each."""

    kernel: Pair
    stride: Pair
    padding: Pair
    dilation: Pair
    number: Pair

    def taps(self) -> Iterator[tuple[slice, slice]]:
        """Yield for each place in a window the rows and columns it has in all windows."""
        down, across = (
            [slice(u * d, u * d + s * (n - 1) + 1, s) for u in range(k)]
            for k, s, d, n in zip(
                self.kernel, self.stride, self.dilation, self.number, strict=True
            )
        )
        yield from product(down, across)


def _as_pair(name: str, value: Size, at_least: int) -> Pair:
    """Return `value` as two integers; one integer stands for both."""
    single = isinstance(value, int | np.integer) and not isinstance(value, bool)
    both = [value, value] if single else as_list(name, value)  # type: ignore[arg-type]
    if len(both) != 2:
        raise ValueError(f"`{name}` must be an integer or two, got {brief(value)}")
    down, across = (
        as_count(name if single else f"{name}[{i}]", side, at_least)  # type: ignore[arg-type]
        for i, side in enumerate(both)
    )
    return down, across


def _as_images(name: str, x: ArrayLike) -> Array:
    """Return samples of images, refused unless they have four axes."""
    array = as_float(name, x)
    has_axes(name, array, "N", "C", "H", "W")
    return array


def _windows(
    size: Sequence[int],
    kernel: Size,
    stride: Size,
    padding: Size,
    dilation: Size = 1,
    name: str = "kernel_size",
) -> Windows:
    """Return the windows of images of a size, refused where not even one has room."""
    sides, spread = _as_pair(name, kernel, 1), _as_pair("dilation", dilation, 1)
    steps, border = _as_pair("stride", stride, 1), _as_pair("padding", padding, 0)
    reach = [d * (k - 1) + 1 for d, k in zip(spread, sides, strict=True)]
    room = [n + 2 * p for n, p in zip(size, border, strict=True)]
    if reach[0] > room[0] or reach[1] > room[1]:
        rule = f"fit into the padded input of {room[0]} x {room[1]}"
        raise ValueError(f"`{name}` must {rule}, got {reach[0]} x {reach[1]}")
    down, across = ((r - f) // s + 1 for r, f, s in zip(room, reach, steps, strict=True))
    return Windows(sides, steps, border, spread, (down, across))


def _padded(x: Array, padding: Pair, value: float = 0) -> Array:
    """Return images with rows and columns of a value around them."""
    if padding == (0, 0):
        return x
    top, left = padding
    n, c, h, w = x.shape
    y = np.full((n, c, h + 2 * top, w + 2 * left), value, x.dtype)
    y[:, :, top : top + h, left : left + w] = x
    return y


def _columns(x: Array, windows: Windows) -> Array:
    """Return each window of all images as a column: (C * kh * kw, N * windows)."""
    n, c = x.shape[:2]
    channels = _padded(x, windows.padding).transpose(1, 0, 2, 3)
    y = np.empty((c, math.prod(windows.kernel), n, *windows.number), x.dtype)
    for i, (rows, columns) in enumerate(windows.taps()):
        y[:, i] = channels[:, :, rows, columns]
    return y.reshape(c * y.shape[1], -1)


def _folded(columns: Array, shape: Sequence[int], windows: Windows) -> Array:
    """Return images of a shape in which each entry of a column is added to its pixel."""
    n, c, h, w = shape
    top, left = windows.padding
    parts = columns.reshape(c, -1, n, *windows.number)
    kind = np.result_type(columns, np.float64)  # for the additions come one by one
    y = np.zeros((c, n, h + 2 * top, w + 2 * left), kind)
    with np.errstate(over="ignore", invalid="ignore"):
        for i, (rows, across) in enumerate(windows.taps()):
            y[:, :, rows, across] += parts[:, i]
    return y[:, :, top : top + h, left : left + w].transpose(1, 0, 2, 3)


def _groups(samples: int, entries: int) -> Iterator[slice]:
    """Yield slices of the samples, each of about `AT_ONCE` entries or one sample."""
    step = max(1, AT_ONCE // max(entries, 1))
    for start in range(0, samples, step):
        yield slice(start, start + step)


def _in_range(linear: Callable[[Array], Array], x: Array) -> Array:
    """Return `linear(x)`, finite where it fits, although sums on the way do not."""
    return in_range(lambda a, _: linear(a), widened(x), np.ones(1, widened(x).dtype))
