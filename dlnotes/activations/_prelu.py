"""PReLU: the leaky rectifier whose slope is learned, one for all or one per channel.

It has a file of its own, beside `_relu_family.py`, because its slope is an array to train:
it has a backward pass instead of a derivative, and shapes to check.
"""

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_float, same_shape
from .._sums import rounded, sum_of_products
from ._relu_family import _leaky, _leaky_grad


def prelu(x: ArrayLike, weight: ArrayLike) -> Array:
    """Parametric rectifier, with a learned slope below zero.

    max(0, x) + weight * min(0, x)

    Parameters
    ----------
    x : array_like of shape (...) or (N, C, ...)
        Pre-activations; axis 1, if there is one, holds the channels.
    weight : array_like of shape (1,) or (C,)
        Slope below zero, one for all or one per channel; converted to the dtype of `x`.

    Returns
    -------
    ndarray, shape of `x`
        Activated entries.

    Raises
    ------
    ValueError
        If `weight` has neither one entry nor one per channel of `x`.

    Examples
    --------
    >>> from dlnotes.activations import prelu
    >>> prelu([[-2.0, -2.0], [3.0, 3.0]], [0.25, 0.5]).tolist()
    [[-0.5, -1.0], [3.0, 3.0]]

    References
    ----------
    [@he2015].
    """
    x = as_float("x", x)
    return _leaky(x, _per_channel(as_float("weight", weight), x))


def prelu_backward(dout: ArrayLike, x: ArrayLike, weight: ArrayLike) -> tuple[Array, Array]:
    """Gradients of a loss with respect to the input and the weight of `prelu`.

    dx = dout if x > 0 else weight * dout;  dweight = sum(dout * min(0, x))

    Arguments, errors and references as for `prelu`.

    Parameters
    ----------
    dout : array_like, shape of `x`
        Gradient of the loss with respect to the output.

    Returns
    -------
    dx : ndarray, shape of `x`
        Gradient with respect to `x`, with slope `weight` at 0.
    dweight : ndarray, shape of `weight`
        Gradient with respect to `weight`, summed over the entries that share a slope.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `x`.

    Examples
    --------
    >>> from dlnotes.activations import prelu_backward
    >>> dx, dweight = prelu_backward([[1.0, 1.0]], [[-2.0, 3.0]], [0.25, 0.5])
    >>> dx.tolist(), dweight.tolist()
    ([[0.25, 1.0]], [-2.0, 0.0])
    """
    dout, x, weight = as_float("dout", dout), as_float("x", x), as_float("weight", weight)
    same_shape("dout", dout, "x", x)
    slope = _per_channel(weight, x)
    shared = tuple(axis for axis in range(x.ndim) if axis != 1 or weight.size == 1)
    with np.errstate(over="ignore", invalid="ignore"):  # 0 * -inf is nan in the sum
        dx = dout * _leaky_grad(x, slope)
        dweight = sum_of_products(dout, np.minimum(x, 0), shared)
    return dx, rounded(dweight.reshape(weight.shape), dout, x)


def _per_channel(weight: Array, x: Array) -> Array:
    """Return `weight` shaped to broadcast along axis 1 of `x`, and only there."""
    channels = x.shape[1] if x.ndim > 1 else 1
    if weight.shape not in {(1,), (channels,)}:
        raise ValueError(
            f"`weight` must have shape (1,) or ({channels},) for `x` of shape {x.shape}, "
            f"got {weight.shape}"
        )
    with np.errstate(over="ignore"):  # 1e300 is inf in float32
        weight = weight.astype(x.dtype, copy=False)
    return weight.reshape((-1,) + (1,) * (x.ndim - 2)) if x.ndim > 1 else weight[0]
