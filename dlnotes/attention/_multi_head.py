"""Multi-head attention: several attentions over parts of the features, side by side."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import is_cache
from .._array import Array, as_array, as_float, same_shape
from .._sums import rounded
from ._dot_product import (
    scaled_dot_product_attention,
    scaled_dot_product_attention_backward,
)
from ._layers import (
    Params,
    Shapes,
    _as_heads,
    _as_params,
    _as_tokens,
    _for_heads,
    _have_shapes,
    _linear,
    _linear_backward,
    _wide,
)

FOUR = "the weights and the bias before the heads, and those after them"


class MultiHeadCache(NamedTuple):
    """Values that `multi_head_attention` keeps for `multi_head_attention_backward`."""

    x: Array
    Q: Array  # of each head, as K, V and weights
    K: Array
    V: Array
    weights: Array
    joined: Array  # the results of all heads side by side


def multi_head_attention(
    x: ArrayLike,
    params: Sequence[ArrayLike],
    *,
    num_heads: int,
    mask: ArrayLike | None = None,
) -> tuple[Array, MultiHeadCache]:
    """Self-attention of tokens by several heads, each of which has its own weights.

    Q, K, V = x @ W.T + b, cut into heads; attention in each; joined @ W_o.T + b_o

    Parameters
    ----------
    x : array_like of shape (..., T, D)
        Tokens of D features.
    params : sequence of four array_like
        W of shape (3 * D, D), whose thirds make queries, keys and values, b of shape
        (3 * D,), W_o of shape (D, D) and b_o of shape (D,): the order of PyTorch.
    num_heads : int
        Number of heads, a divisor of D.
    mask : array_like of bool, optional
        True where a token may see another, of a shape that broadcasts to (..., T, T).

    Returns
    -------
    out : ndarray of shape (..., T, D)
        Tokens, each a mixture of those it has looked at.
    cache : NamedTuple
        `weights` of shape (..., num_heads, T, T) and what the gradients need.

    Raises
    ------
    TypeError
        If `mask` does not hold bools.
    ValueError
        If a shape does not fit, or `num_heads` does not divide D.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import multi_head_attention
    >>> params = [np.tile(np.eye(2), (3, 1)), np.zeros(6), np.eye(2), np.zeros(2)]
    >>> out, cache = multi_head_attention([[1, 0], [0, 1]], params, num_heads=2)
    >>> cache.weights[0].round(3).tolist()  # of the first head
    [[0.731, 0.269], [0.5, 0.5]]

    References
    ----------
    [@vaswani2017], section 3.2.2.
    """
    x = _as_tokens(x)
    heads = _as_heads(num_heads, x.shape[-1])
    arrays = _as_params(params, 4, FOUR)
    _have_shapes(arrays, _shapes(x.shape[-1]))
    if mask is not None:
        mask = _for_heads(as_array("mask", mask))
    out, cache = _attend(_wide([x])[0], _wide(arrays), heads, mask)
    like = [x, *arrays]
    kept = [rounded(a, x, *arrays[:2]) for a in cache[1:]]
    return rounded(out, *like), MultiHeadCache(x.copy(), *kept)


def multi_head_attention_backward(
    dout: ArrayLike, params: Sequence[ArrayLike], cache: MultiHeadCache
) -> tuple[Array, Params]:
    """Gradients of a loss by the tokens and the parameters of multi-head attention.

    the steps of `multi_head_attention` in reverse; the three gradients by x are added

    Arguments and references as for `multi_head_attention`.

    Parameters
    ----------
    dout : array_like of shape (..., T, D)
        Gradient of the loss by the result.
    cache : NamedTuple
        The `cache` that `multi_head_attention` returned for these `params`.

    Returns
    -------
    dx : ndarray of shape (..., T, D)
        Gradient by `x`.
    grads : list of ndarray
        Gradients with the shapes of `params`.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of `x`, or `params` have other shapes.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import multi_head_attention, multi_head_attention_backward
    >>> params = [np.tile(np.eye(2), (3, 1)), np.zeros(6), np.eye(2), np.zeros(2)]
    >>> _, cache = multi_head_attention([[1, 0], [0, 1]], params, num_heads=2)
    >>> dx, grads = multi_head_attention_backward([[1, 0], [0, 0]], params, cache)
    >>> dx.round(3).tolist()
    [[1.124, 0.0], [0.072, 0.0]]
    """
    is_cache(cache, MultiHeadCache, "multi_head_attention")
    d, arrays = as_float("dout", dout), _as_params(params, 4, FOUR)
    same_shape("dout", d, "x", cache.x)
    _have_shapes(arrays, _shapes(d.shape[-1]))
    dx, grads = _attend_backward(_wide([d])[0], _wide(arrays), cache)
    like = [d, cache.joined, *arrays]
    return rounded(dx, *like), [rounded(grad, *like) for grad in grads]


def _attend(
    x: Array, params: Params, heads: int, mask: ArrayLike | None
) -> tuple[Array, MultiHeadCache]:
    """Return the result and the cache for arguments that have been checked."""
    W, b, W_o, b_o = params
    with np.errstate(over="ignore", invalid="ignore"):
        Q, K, V = (_split(a, heads) for a in np.split(_linear(x, W, b), 3, axis=-1))
        out, weights = scaled_dot_product_attention(Q, K, V, mask=mask)
        joined = _joined(out)
        result = _linear(joined, W_o, b_o)
    return result, MultiHeadCache(x, Q, K, V, weights, joined)


def _attend_backward(
    d: Array, params: Params, cache: MultiHeadCache
) -> tuple[Array, Params]:
    """Return the gradients by x and by the parameters."""
    W, _, W_o, _ = params
    x, Q, K, V, weights, joined = _wide(cache)
    with np.errstate(over="ignore", invalid="ignore"):
        d, dW_o, db_o = _linear_backward(d, joined, W_o)
        parts = scaled_dot_product_attention_backward(
            _split(d, Q.shape[-3]), Q, K, V, weights
        )
        d = np.concatenate([_joined(part) for part in parts], axis=-1)
        dx, dW, db = _linear_backward(d, x, W)
    return dx, [dW, db, dW_o, db_o]


def _shapes(D: int) -> Shapes:
    return [(3 * D, D), (3 * D,), (D, D), (D,)]


def _split(x: Array, heads: int) -> Array:
    """Return (..., T, D) as (..., heads, T, D / heads)."""
    parts = x.reshape(*x.shape[:-1], heads, x.shape[-1] // heads)
    return np.ascontiguousarray(np.swapaxes(parts, -2, -3))


def _joined(x: Array) -> Array:
    """Return (..., heads, T, d) as (..., T, heads * d)."""
    parts = np.swapaxes(x, -2, -3)
    return parts.reshape(*parts.shape[:-2], parts.shape[-2] * parts.shape[-1])
