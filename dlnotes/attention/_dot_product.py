"""Scaled dot-product attention: weighted means of values, and the masks of the weights."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count
from .._array import Array, as_bools, as_float, as_integers, has_axes, not_empty
from .._sums import dot, rounded, widened
from ..activations import softmax_backward


def causal_mask(T: int, *, past: int = 0) -> NDArray[np.bool_]:
    """Mask that lets each token see itself and the tokens before it.

    key <= past + query

    Parameters
    ----------
    T : int
        Number of queries, at least 1.
    past : int, default 0
        Number of tokens before the first query, whose keys are kept from earlier.

    Returns
    -------
    ndarray of bool of shape (T, past + T)
        True where a query may see a key.

    Raises
    ------
    ValueError
        If `T` is below 1, or `past` is below 0.

    Examples
    --------
    >>> from dlnotes.attention import causal_mask
    >>> causal_mask(3).astype(int).tolist()
    [[1, 0, 0], [1, 1, 0], [1, 1, 1]]

    References
    ----------
    [@vaswani2017], section 3.2.3.
    """
    before = as_count("past", past, 0)
    return np.tri(as_count("T", T, 1), before + T, before, dtype=bool)


def padding_mask(lengths: ArrayLike, T: int) -> NDArray[np.bool_]:
    """Mask that hides the tokens with which shorter texts of a batch are filled up.

    key < length

    Parameters
    ----------
    lengths : array_like of int of shape (N,)
        Number of tokens of each text, from 0 to `T`.
    T : int
        Number of tokens of each row of the batch, at least 1.

    Returns
    -------
    ndarray of bool of shape (N, 1, T)
        True where the queries of a text may see a key.

    Raises
    ------
    ValueError
        If `T` is below 1, or a length is outside of 0 to `T`.

    Examples
    --------
    >>> from dlnotes.attention import padding_mask
    >>> padding_mask([2, 3], 3).astype(int).tolist()
    [[[1, 1, 0]], [[1, 1, 1]]]

    References
    ----------
    [@vaswani2017], section 3.2.3.
    """
    count, own = as_count("T", T, 1), as_integers("lengths", lengths)
    has_axes("lengths", own, "N")
    outside = own[(own < 0) | (own > count)]
    if outside.size:
        raise ValueError(f"`lengths` must lie from 0 to {count}, got {outside[0]}")
    mask: NDArray[np.bool_] = np.arange(count) < own[:, None, None]
    return mask


def scaled_dot_product_attention(
    Q: ArrayLike,
    K: ArrayLike,
    V: ArrayLike,
    *,
    mask: ArrayLike | None = None,
    bias: ArrayLike | None = None,
) -> tuple[Array, Array]:
    """Mean of the values for each query, weighted by how well their keys fit it.

    weights = softmax(Q @ K.T / sqrt(d) + bias), then weights @ V

    Parameters
    ----------
    Q : array_like of shape (..., T, d)
        Queries.
    K : array_like of shape (..., S, d)
        Keys. The axes before the last two are those of `Q`, or broadcast with them.
    V : array_like of shape (..., S, e)
        Values, one for each key.
    mask : array_like of bool, optional
        True where a query may see a key, of shape (T, S), or one that broadcasts to
        (..., T, S). A query that may see no key gets zeros.
    bias : array_like, optional
        Numbers that are added to the scores, of a shape as for `mask`.

    Returns
    -------
    out : ndarray of shape (..., T, e)
        Weighted means of the values.
    weights : ndarray of shape (..., T, S)
        Share of each key; a row sums to 1, or to 0 where all keys are hidden.

    Raises
    ------
    TypeError
        If `mask` does not hold bools.
    ValueError
        If the shapes do not fit, or there is no key.

    Examples
    --------
    >>> from dlnotes.attention import scaled_dot_product_attention
    >>> out, weights = scaled_dot_product_attention([[2.0]], [[0.0], [2.0]], [[0.0], [1.0]])
    >>> weights.round(3).tolist(), out.round(3).tolist()  # scores 0 and 4
    ([[0.018, 0.982]], [[0.982]])

    References
    ----------
    [@vaswani2017], section 3.2.1.
    """
    q, k, v = _as_qkv(Q, K, V)
    lead = np.broadcast_shapes(q.shape[:-2], k.shape[:-2])
    shape = (*lead, q.shape[-2], k.shape[-2])
    like, added = [q, k], None
    if bias is not None:
        added = as_float("bias", bias)
        _fits("bias", added, shape)
        like.append(added)
    seen = None if mask is None else _as_mask(mask, shape)
    with np.errstate(over="ignore", invalid="ignore"):
        scores = dot(widened(q) * q.shape[-1] ** -0.5, np.swapaxes(widened(k), -1, -2))
        if added is not None:
            scores = scores + widened(added)
        weights = _shares(scores, seen)
        out = rounded(dot(weights, widened(v)), *like, v)
    return out, rounded(weights, *like)


def scaled_dot_product_attention_backward(
    dout: ArrayLike, Q: ArrayLike, K: ArrayLike, V: ArrayLike, weights: ArrayLike
) -> tuple[Array, Array, Array]:
    """Gradients of a loss by the queries, the keys and the values of attention.

    s = softmax_backward(dout @ V.T) / sqrt(d), then s @ K, s.T @ Q, weights.T @ dout

    Arguments and references as for `scaled_dot_product_attention`.

    Parameters
    ----------
    dout : array_like of shape (..., T, e)
        Gradient of the loss by the result of `scaled_dot_product_attention`.
    weights : array_like of shape (..., T, S)
        Weights that it returned.

    Returns
    -------
    dQ, dK, dV : ndarray
        Gradients of the shapes of `Q`, `K` and `V`, summed where these were broadcast.

    Raises
    ------
    ValueError
        If a shape does not fit.

    Examples
    --------
    >>> from dlnotes.attention import scaled_dot_product_attention
    >>> from dlnotes.attention import scaled_dot_product_attention_backward
    >>> Q, K, V = [[2.0]], [[0.0], [2.0]], [[0.0], [1.0]]
    >>> _, weights = scaled_dot_product_attention(Q, K, V)
    >>> dQ, dK, dV = scaled_dot_product_attention_backward([[1.0]], Q, K, V, weights)
    >>> dQ.round(3).tolist(), dV.round(3).tolist()
    ([[0.035]], [[0.018], [0.982]])
    """
    q, k, v = _as_qkv(Q, K, V)
    d, shares = as_float("dout", dout), as_float("weights", weights)
    lead = np.broadcast_shapes(q.shape[:-2], k.shape[:-2])
    if shares.shape != (*lead, q.shape[-2], k.shape[-2]):
        rule = f"the shape {(*lead, q.shape[-2], k.shape[-2])} of the scores"
        raise ValueError(f"`weights` must have {rule}, got {shares.shape}")
    whole = np.broadcast_shapes(lead, v.shape[:-2])
    if d.shape != (*whole, q.shape[-2], v.shape[-1]):
        rule = f"the shape {(*whole, q.shape[-2], v.shape[-1])} of the result"
        raise ValueError(f"`dout` must have {rule}, got {d.shape}")
    parts = _gradients(*map(widened, (d, q, k, v, shares)))
    kinds = [(d, q, k, v, shares)] * 2 + [(d, shares)]
    dQ, dK, dV = (
        rounded(_summed(part, a.shape), *kind)
        for part, a, kind in zip(parts, (q, k, v), kinds, strict=True)
    )
    return dQ, dK, dV


def _gradients(d: Array, q: Array, k: Array, v: Array, shares: Array) -> Sequence[Array]:
    """Return the gradients with all axes that broadcasting has added."""
    with np.errstate(over="ignore", invalid="ignore"):
        by_share = dot(d, np.swapaxes(v, -1, -2))
        by_score = softmax_backward(by_share, np.broadcast_to(shares, by_share.shape))
        by_score = by_score * q.shape[-1] ** -0.5
        dq, dk = dot(by_score, k), dot(np.swapaxes(by_score, -1, -2), q)
        return dq, dk, dot(np.swapaxes(shares, -1, -2), d)


def _shares(scores: Array, seen: NDArray[np.bool_] | None) -> Array:
    """Return softmax of each row over the keys that are seen; the scores are used up."""
    if seen is not None:
        np.copyto(scores, -np.inf, where=~seen)
    top = np.max(scores, axis=-1, keepdims=True)
    scores -= np.where(top == -np.inf, 0, top)
    np.exp(scores, out=scores)
    total = np.sum(scores, axis=-1, keepdims=True)
    scores /= np.where(total == 0, 1, total)
    return scores


def _as_qkv(Q: ArrayLike, K: ArrayLike, V: ArrayLike) -> tuple[Array, Array, Array]:
    """Return queries, keys and values, refused unless they fit each other."""
    q, k, v = (as_float(name, a) for name, a in (("Q", Q), ("K", K), ("V", V)))
    for name, array in (("Q", q), ("K", k), ("V", v)):
        if array.ndim < 2:
            raise ValueError(f"`{name}` must have shape (..., T, d), got {array.shape}")
        not_empty(name, array)
    if k.shape[-1] != q.shape[-1]:
        rule = f"the {q.shape[-1]} features of `Q`"
        raise ValueError(f"`K` must have {rule}, got shape {k.shape}")
    if v.shape[-2] != k.shape[-2]:
        rule = f"a row for each of the {k.shape[-2]} keys"
        raise ValueError(f"`V` must have {rule}, got shape {v.shape}")
    lead = q.shape[:-2]
    for name, array in (("K", k), ("V", v)):
        try:
            lead = np.broadcast_shapes(lead, array.shape[:-2])
        except ValueError as error:
            rule = f"first axes that fit {lead}"
            raise ValueError(f"`{name}` must have {rule}, got {array.shape}") from error
    return q, k, v


def _as_mask(mask: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return a mask, refused unless it holds bools and broadcasts to the scores."""
    seen = as_bools("mask", mask)
    _fits("mask", seen, shape)
    return seen


def _fits(name: str, array: NDArray[np.generic], shape: tuple[int, ...]) -> None:
    """Refuse an array that does not broadcast to a shape."""
    try:
        fits = np.broadcast_shapes(array.shape, shape) == shape
    except ValueError:
        fits = False
    if not fits:
        rule = f"a shape that broadcasts to {shape} of the scores"
        raise ValueError(f"`{name}` must have {rule}, got {array.shape}")


def _summed(array: Array, shape: tuple[int, ...]) -> Array:
    """Return an array summed over the axes along which a shape was broadcast."""
    extra = array.ndim - len(shape)
    # axes that broadcasting has added or widened
    axes = [i for i in range(array.ndim) if i < extra or shape[i - extra] < array.shape[i]]
    with np.errstate(over="ignore", invalid="ignore"):
        return array.sum(axis=tuple(axes)).reshape(shape) if axes else array
