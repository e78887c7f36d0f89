"""The residual block: two convolutions whose result is added to their input."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import is_cache
from .._array import Array, as_float, same_shape
from .._sums import rounded, widened
from ..activations import relu, relu_grad
from ._conv2d import _as_filters, _feature_maps, conv2d_backward
from ._windows import _as_images

SAME = 1, "same", 1  # stride, padding, dilation


class ResidualCache(NamedTuple):
    """Values that `residual_block` keeps for `residual_block_backward`."""

    x: Array
    w1: Array
    z: Array  # after the first convolution
    w2: Array
    y: Array


def residual_block(
    x: ArrayLike, w1: ArrayLike, b1: ArrayLike, w2: ArrayLike, b2: ArrayLike
) -> tuple[Array, ResidualCache]:
    """Residual block without normalisation: the input, and what two convolutions add to it.

    relu(x + conv2d(relu(conv2d(x, w1, b1)), w2, b2)), with "same" padding

    Parameters
    ----------
    x : array_like of shape (N, C, H, W)
        Feature maps.
    w1 : array_like of shape (M, C, kh, kw)
        Filters of the first convolution, with odd sides.
    b1 : array_like of shape (M,)
        Biases of the first convolution.
    w2 : array_like of shape (C, M, kh, kw)
        Filters of the second one; as many as `x` has channels, so that it can be added.
    b2 : array_like of shape (C,)
        Biases of the second convolution.

    Returns
    -------
    y : ndarray of shape (N, C, H, W)
        Feature maps of the same shape.
    cache : NamedTuple
        What `residual_block_backward` needs.

    Raises
    ------
    ValueError
        If the shapes do not fit together, or a filter has an even side.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.convolution import residual_block
    >>> x, zero = [[[[1, 2], [3, 4]]]], np.zeros((1, 1, 3, 3))
    >>> y, _ = residual_block(x, zero, [0], zero, [0])
    >>> y[0, 0].tolist()  # a block of zeros changes nothing
    [[1.0, 2.0], [3.0, 4.0]]

    References
    ----------
    [@he2016].
    """
    x = _as_images("x", x)
    first, second = _as_filters(w1, "w1"), _as_filters(w2, "w2")
    if len(second) != x.shape[1]:
        rule = f"as many filters as `x` has channels, {x.shape[1]}"
        raise ValueError(f"`w2` must have {rule}, got {len(second)}")
    z = _feature_maps(widened(x), first, b1, *SAME, names=("w1", "b1"))
    added = _feature_maps(relu(z), second, b2, *SAME, names=("w2", "b2"))
    with np.errstate(over="ignore", invalid="ignore"):
        wide = relu(x + added)
    biases = as_float("b1", b1), as_float("b2", b2)
    y, z = (rounded(a, x, first, second, *biases) for a in (wide, z))
    return y, ResidualCache(x.copy(), first.copy(), z, second.copy(), y.copy())


def residual_block_backward(
    dout: ArrayLike, cache: ResidualCache
) -> tuple[Array, Array, Array, Array, Array]:
    """Gradients of a loss by all that `residual_block` was given.

    The gradient by `x` is a sum: one part comes through the filters, and the other one past
    them, as it is.

    References as for `residual_block`.

    Parameters
    ----------
    dout : array_like of shape (N, C, H, W)
        Gradient of the loss by the result of `residual_block`.
    cache : NamedTuple
        The `cache` that `residual_block` returned.

    Returns
    -------
    dx, dw1, db1, dw2, db2 : ndarray
        Gradients, each of the shape of what it belongs to.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `x`.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.convolution import residual_block, residual_block_backward
    >>> zero = np.zeros((1, 1, 3, 3))
    >>> _, cache = residual_block([[[[1, 2], [3, 4]]]], zero, [0], zero, [0])
    >>> dx, *_ = residual_block_backward([[[[5, 6], [7, 8]]]], cache)
    >>> dx[0, 0].tolist()  # the gradient comes through as it is
    [[5.0, 6.0], [7.0, 8.0]]
    """
    is_cache(cache, ResidualCache, "residual_block")
    d = as_float("dout", dout)
    same_shape("dout", d, "x", cache.x)
    x, w1, z, w2, y = map(widened, cache)
    with np.errstate(over="ignore", invalid="ignore"):
        past = widened(d) * relu_grad(y)
        inner, dw2, db2 = conv2d_backward(past, relu(z), w2, padding="same")
        inner = inner * relu_grad(z)
        dx, dw1, db1 = conv2d_backward(inner, x, w1, padding="same")
        dx = past + dx
    dx, dw1, db1, dw2, db2 = (rounded(a, d, *cache) for a in (dx, dw1, db1, dw2, db2))
    return dx, dw1, db1, dw2, db2
