"""Embeddings: a row of a table for each token, and tokens hidden for BERT to guess."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, as_rng
from .._array import Array, as_float, as_integers, as_labels, as_share, not_empty
from .._sums import rounded, widened


def embed(ids: ArrayLike, table: ArrayLike) -> Array:
    """Vectors of tokens, the rows of a table.

    table[ids], which is one_hot(ids) @ table without its zeros

    Parameters
    ----------
    ids : array_like of int of shape (...)
        Numbers of tokens, from 0.
    table : array_like of shape (num_tokens, D)
        Vector of each token of the vocabulary.

    Returns
    -------
    ndarray of shape (..., D)
        Vectors of the tokens.

    Raises
    ------
    ValueError
        If `table` does not have two axes, or a number is no token of it.

    Examples
    --------
    >>> from dlnotes.attention import embed
    >>> embed([2, 0, 2], [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]).tolist()
    [[4.0, 5.0], [0.0, 1.0], [4.0, 5.0]]

    References
    ----------
    [@bengio2003].
    """
    rows = as_float("table", table)
    if rows.ndim != 2:
        raise ValueError(f"`table` must have shape (num_tokens, D), got {rows.shape}")
    not_empty("table", rows)
    return rows[as_labels("ids", ids, len(rows))]


def embed_backward(dout: ArrayLike, ids: ArrayLike, num_tokens: int) -> Array:
    """Gradient of a loss by the table of embeddings.

    sum of dout[i] over the places i with ids[i] == k, at row k

    Arguments and references as for `embed`.

    Parameters
    ----------
    dout : array_like of shape (..., D)
        Gradient of the loss by the vectors of the tokens.
    num_tokens : int
        Size of the vocabulary, at least 1.

    Returns
    -------
    ndarray of shape (num_tokens, D)
        Gradient by `table`: 0 for tokens that did not occur.

    Raises
    ------
    ValueError
        If `dout` does not have a vector for each number, or a number is no token.

    Examples
    --------
    >>> from dlnotes.attention import embed_backward
    >>> embed_backward([[1.0], [10.0], [100.0]], [2, 0, 2], 3).tolist()
    [[10.0], [0.0], [101.0]]
    """
    d, count = as_float("dout", dout), as_count("num_tokens", num_tokens, 1)
    own = as_labels("ids", ids, count)
    if d.ndim == 0 or d.shape[:-1] != own.shape:
        rule = f"the shape (..., D) with a vector for each of `ids` of shape {own.shape}"
        raise ValueError(f"`dout` must have {rule}, got {d.shape}")
    with np.errstate(over="ignore", invalid="ignore"):
        return rounded(_summed_by_id(widened(d), own, count), d)


def mask_tokens(
    ids: ArrayLike,
    num_tokens: int,
    *,
    mask_id: int,
    share: float = 0.15,
    rng: np.random.Generator,
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Texts in which BERT has to guess some tokens.

    of the tokens chosen, 80 % become `mask_id`, 10 % any token, and 10 % stay

    Parameters
    ----------
    ids : array_like of int
        Numbers of tokens.
    num_tokens : int
        Size of the vocabulary, from which other tokens are drawn, at least 1.
    mask_id : int
        Number of the token that stands for a hidden one, at least 0.
    share : float, default 0.15
        Probability of each token to be chosen, in [0, 1].
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    masked : ndarray of int
        Tokens with those changes, in the shape of `ids`.
    chosen : ndarray of bool
        True where the token has to be guessed.

    Raises
    ------
    ValueError
        If a number is no token, `mask_id` is below 0, or `share` is outside of [0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import mask_tokens
    >>> ids = np.arange(10)
    >>> masked, chosen = mask_tokens(ids, 10, mask_id=10, rng=np.random.default_rng(4))
    >>> masked.tolist(), np.flatnonzero(chosen).tolist()
    ([0, 1, 2, 10, 4, 5, 6, 7, 8, 9], [3])

    References
    ----------
    [@devlin2019], section 3.1.
    """
    count = as_count("num_tokens", num_tokens, 1)
    own, hidden = as_labels("ids", ids, count), as_count("mask_id", mask_id, 0)
    chosen = as_rng(rng).random(own.shape) < as_share("share", share)
    kind = rng.random(own.shape)
    other = rng.integers(count, size=own.shape)
    changed = np.where(kind < 0.8, hidden, np.where(kind < 0.9, other, own))
    return np.where(chosen, changed, own).astype(np.int64), chosen


def _as_ids(ids: ArrayLike, count: int) -> NDArray[np.intp]:
    """Return the numbers of tokens of texts, refused unless each is in the vocabulary."""
    own = as_integers("ids", ids)
    if own.ndim == 0:
        raise ValueError("`ids` must have shape (..., T), got ()")
    not_empty("ids", own)
    return as_labels("ids", own, count)


def _summed_by_id(d: Array, ids: NDArray[np.intp], count: int) -> Array:
    """Return the sum of the vectors of each token, without a table of ones and zeros."""
    flat = ids.ravel()
    order = np.argsort(flat, kind="stable")
    own, starts = np.unique(flat[order], return_index=True)
    table = np.zeros((count, d.shape[-1]), d.dtype)
    if flat.size:
        rows = d.reshape(len(flat), -1)[order]
        table[own] = np.add.reduceat(rows, starts, axis=0)
    return table
