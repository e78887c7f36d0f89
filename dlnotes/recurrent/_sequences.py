"""Checks that the recurrent layers share, and the gradients of their parameters."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import is_cache
from .._array import Array, as_float, as_floats, has_shape, not_empty, same_shape
from .._sums import dot, rounded, total

Params: TypeAlias = list[Array]


class Layer(NamedTuple):
    """Arguments of a recurrent layer, in one dtype, float32 at least."""

    X: Array  # (N, T, D): the axes before T are one
    params: Params
    states: list[Array]  # each (N, H)
    lead: tuple[int, ...]  # the axes before T as they were
    like: Array  # in the dtype of the results

    def shaped(self, a: Array) -> Array:
        """Return an array of N entries in the axes and the dtype of the results."""
        return np.asarray(rounded(a, self.like)).reshape(*self.lead, *a.shape[1:])


class Back(NamedTuple):
    """Arguments of a backward pass, in one dtype, float32 at least."""

    grads: list[Array]  # by the results of the layer, each (N, T, H)
    params: Params
    like: Array  # in the dtype of the results

    def flat(self, a: Array, axes: int) -> Array:
        """Return an array of the cache with all but its last axes as one."""
        return a.reshape(-1, *a.shape[a.ndim - axes :]).astype(self.grads[0].dtype)

    def shaped(self, a: Array, shape: tuple[int, ...]) -> Array:
        """Return a gradient in the shape and the dtype of the results."""
        return np.asarray(rounded(a, self.like)).reshape(shape)


def _as_layer(
    X: ArrayLike,
    params: Sequence[ArrayLike],
    states: dict[str, ArrayLike | None],
    blocks: int,
) -> Layer:
    """Return the arguments, refused unless sequences, parameters and states fit."""
    weights, x = _as_params(params, blocks), as_float("X", X)
    D, H = weights[0].shape[1], weights[1].shape[1]
    if x.ndim < 2 or x.shape[-1] != D:
        rule = f"the shape (..., T, {D}) for `params[0]` of shape {weights[0].shape}"
        raise ValueError(f"`X` must have {rule}, got {x.shape}")
    not_empty("X", x)
    lead = x.shape[:-2]
    starts = [_as_start(name, a, (*lead, H), x) for name, a in states.items()]
    like = np.empty(0, np.result_type(x, *weights, *starts))
    wide = np.result_type(like, np.float32)
    flat = [start.reshape(-1, H).astype(wide) for start in starts]
    rows = x.reshape(-1, *x.shape[-2:]).astype(wide)
    return Layer(rows, [w.astype(wide) for w in weights], flat, lead, like)


def _as_start(
    name: str, state: ArrayLike | None, shape: tuple[int, ...], like: Array
) -> Array:
    """Return a state from before the first step, zeros for None."""
    if state is None:
        return np.zeros(shape, like.dtype)
    start = as_float(name, state)
    has_shape(name, start, shape, ", a state for each sequence of `X`")
    return start


def _as_params(params: Sequence[ArrayLike], blocks: int) -> Params:
    """Return weights and biases, refused unless they are those of one recurrent layer."""
    arrays = as_floats("params", params)
    if len(arrays) != 4:
        rule = "hold two weight matrices and two bias vectors"
        raise ValueError(f"`params` must {rule}, got {len(arrays)} arrays")
    W_ih, W_hh, *biases = arrays
    if W_hh.ndim != 2 or not W_hh.size or len(W_hh) != blocks * W_hh.shape[1]:
        rule = f"the shape ({blocks} * H, H) without zeros".replace("(1 * ", "(")
        raise ValueError(f"`params[1]` must have {rule}, got {W_hh.shape}")
    why = f" for `params[1]` of shape {W_hh.shape}"
    if W_ih.ndim != 2 or not W_ih.size or len(W_ih) != len(W_hh):
        rule = f"the shape ({len(W_hh)}, D){why}"
        raise ValueError(f"`params[0]` must have {rule}, got {W_ih.shape}")
    for i, b in enumerate(biases, 2):
        has_shape(f"params[{i}]", b, W_hh.shape[:1], why)
    return arrays


def _as_back(
    grads: dict[str, ArrayLike | None],
    params: Sequence[ArrayLike],
    cache: Any,
    kind: type,
    blocks: int,
) -> Back:
    """Return the arguments, refused unless they fit the forward pass of the cache."""
    name = kind.__name__.removesuffix("Cache").lower()
    is_cache(cache, kind, f"{name}_forward")
    H, found = cache.H, list[Array]()
    for name, grad in grads.items():
        found.append(np.zeros_like(H) if grad is None else as_float(name, grad))
        same_shape(name, found[-1], "H", H)
    weights, sizes = _as_params(params, blocks), (cache.X.shape[-1], H.shape[-1])
    came = weights[0].shape[1], weights[1].shape[1]
    if came != sizes:
        rule = f"the sizes (D, H) = {sizes} of `cache`"
        raise ValueError(f"`params` must have {rule}, got {came}")
    like = np.empty(0, np.result_type(*found, *weights, H))
    wide = np.result_type(like, np.float32)
    rows = [d.reshape(-1, *H.shape[-2:]).astype(wide) for d in found]
    return Back(rows, [w.astype(wide) for w in weights], like)


def _before(H: Array, h0: Array) -> Array:
    """Return the states that the steps start from, of those that they end with."""
    return np.concatenate([h0[:, None], H[:, :-1]], axis=1)


def _weighted(X: Array, W: Array, *biases: Array) -> Array:
    """Return the weighted sums of all steps, with the biases."""
    z = dot(X.reshape(-1, X.shape[-1]), W.T).reshape(*X.shape[:-1], W.shape[0])
    for b in biases:
        z += b
    return z


def _by_params(d_x: Array, X: Array, d_h: Array, H_before: Array) -> Params:
    """Return gradients by weights and biases, of those by the sums of X and of h."""
    rows_x, rows_h = (d.reshape(-1, d.shape[-1]) for d in (d_x, d_h))
    x, h = (a.reshape(-1, a.shape[-1]) for a in (X, H_before))
    return [dot(rows_x.T, x), dot(rows_h.T, h), total(rows_x, 0), total(rows_h, 0)]
