"""Checks of the parameters of layers, and weighted sums over the features of tokens."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count
from .._array import Array, as_float, as_floats, not_empty
from .._sums import dot, total, widened

Params: TypeAlias = list[Array]
Shapes: TypeAlias = Sequence[tuple[int, ...]]


def _as_tokens(x: ArrayLike) -> Array:
    """Return tokens, refused unless they have features and there is one at least."""
    array = as_float("x", x)
    if array.ndim < 2:
        raise ValueError(f"`x` must have shape (..., T, D), got {array.shape}")
    not_empty("x", array)
    return array


def _as_params(params: Sequence[ArrayLike], count: int, rule: str) -> Params:
    """Return parameters, refused unless there are as many as the rule says."""
    arrays = as_floats("params", params)
    if len(arrays) != count:
        raise ValueError(f"`params` must hold {rule}, got {len(arrays)} arrays")
    return arrays


def _have_shapes(arrays: Params, shapes: Shapes, first: int = 0) -> None:
    """Refuse parameters of other shapes; `first` is the number of the first of them."""
    for i, (array, shape) in enumerate(zip(arrays, shapes, strict=True), first):
        if array.shape != shape:
            raise ValueError(
                f"`params[{i}]` must have the shape {shape}, got {array.shape}"
            )


def _as_heads(num_heads: int, D: int, of: str = "x") -> int:
    """Return the number of heads, refused unless it divides the features."""
    heads = as_count("num_heads", num_heads, 1)
    if D % heads:
        rule = f"divide the {D} features of `{of}`"
        raise ValueError(f"`num_heads` must {rule}, got {heads}")
    return heads


def _linear(x: Array, W: Array, b: Array) -> Array:
    """Return x @ W.T + b for the last axis of x, as one product of matrices."""
    rows = dot(x.reshape(-1, x.shape[-1]), W.T)
    rows = rows + b
    return rows.reshape(*x.shape[:-1], len(W))


def _linear_backward(d: Array, x: Array, W: Array) -> tuple[Array, Array, Array]:
    """Return the gradients by x, W and b of `_linear`."""
    rows, inputs = (a.reshape(-1, a.shape[-1]) for a in (d, x))
    return dot(rows, W).reshape(x.shape), dot(rows.T, inputs), total(rows, 0)


def _wide(arrays: Sequence[Array]) -> Params:
    return [widened(a) for a in arrays]


def _for_heads(mask: ArrayLike | None) -> NDArray[np.generic] | None:
    """Return a mask with an axis for the heads, if it has one for the texts."""
    if mask is None:
        return None
    array = np.asarray(mask)
    return array[..., None, :, :] if array.ndim > 2 else array
