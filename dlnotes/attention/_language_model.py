"""A small Transformer for texts: BERT, or GPT with a causal mask."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, as_flag, as_rng, is_cache, one_of
from .._array import Array, as_float, as_floats
from .._sums import dot, rounded, widened
from ..normalization import layer_norm, layer_norm_backward
from ._dot_product import causal_mask
from ._embedding import _as_ids, _summed_by_id
from ._encoder import ACTIVATIONS, _backward, _cast, _forward, _of_layer, init_encoder_layer
from ._layers import Params, _as_heads, _have_shapes, _wide


class TransformerCache(NamedTuple):
    """Values that `transformer_forward` keeps for `transformer_backward`."""

    ids: NDArray[np.intp]
    layers: list[Any]  # the caches of the encoder layers
    norm: Any
    outputs: Array  # of the last norm


def init_transformer(
    num_tokens: int,
    T: int,
    D: int,
    hidden: int,
    num_layers: int,
    *,
    rng: np.random.Generator,
) -> Params:
    """Parameters of a small Transformer before training.

    embeddings normal(0, 0.02), layers as `init_encoder_layer`, the last norm 1 and 0

    Parameters
    ----------
    num_tokens : int
        Size of the vocabulary, at least 1.
    T : int
        Largest number of tokens of a text, at least 1.
    D : int
        Number of features of a token, at least 1.
    hidden : int
        Number of hidden units of the network of a layer, at least 1.
    num_layers : int
        Number of layers, at least 1.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    list of ndarray
        Embeddings of tokens (num_tokens, D) and of positions (T, D), the twelve arrays of
        each layer, scale and shift (D,).

    Raises
    ------
    ValueError
        If a size is below 1.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import init_transformer
    >>> params = init_transformer(50257, 1024, 8, 32, 2, rng=np.random.default_rng(0))
    >>> len(params), params[0].shape
    (28, (50257, 8))

    References
    ----------
    [@radford2018].
    """
    as_rng(rng)
    names = {"num_tokens": num_tokens, "T": T, "D": D, "num_layers": num_layers}
    sizes = {name: as_count(name, size, 1) for name, size in names.items()}
    as_count("hidden", hidden, 1)
    tables = [
        rng.normal(0, 0.02, (sizes[name], sizes["D"])) for name in ("num_tokens", "T")
    ]
    layers = [init_encoder_layer(D, hidden, rng=rng) for _ in range(num_layers)]
    return [*tables, *sum(layers, []), np.ones(D), np.zeros(D)]


def transformer_forward(
    ids: ArrayLike,
    params: Sequence[ArrayLike],
    *,
    num_heads: int,
    causal: bool = True,
    activation: str = "gelu",
) -> tuple[Array, TransformerCache]:
    """Scores of all tokens of the vocabulary at each position of a text.

    x = tokens[ids] + positions; layers with norm first; norm(x) @ tokens.T

    Parameters
    ----------
    ids : array_like of int of shape (..., T)
        Numbers of the tokens of texts.
    params : sequence of array_like
        Parameters as `init_transformer` returns them.
    num_heads : int
        Number of heads, a divisor of D.
    causal : bool, default True
        Whether tokens see only those before them, as in GPT; in BERT they see all.
    activation : {"gelu", "relu"}, default "gelu"
        Function in the networks of the layers.

    Returns
    -------
    z : ndarray of shape (..., T, num_tokens)
        Scores: of the next token where `causal`.
    cache : NamedTuple
        `layers`, the cache of each encoder layer, and what the gradients need.

    Raises
    ------
    ValueError
        If a number is no token, a text is longer than the table of positions, a shape does
        not fit, `num_heads` does not divide D, or `activation` has another name.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import init_transformer, transformer_forward
    >>> params = init_transformer(5, 4, 8, 16, 1, rng=np.random.default_rng(0))
    >>> z, _ = transformer_forward([[3, 1, 4]], params, num_heads=2)
    >>> z.shape
    (1, 3, 5)

    References
    ----------
    [@radford2018]; [@devlin2019].
    """
    arrays = _as_model(params)
    table, places, *_ = arrays
    own = _as_ids(ids, len(table))
    T, D = own.shape[-1], table.shape[1]
    if len(places) < T:
        raise ValueError(f"`ids` must have at most {len(places)} tokens, got {T}")
    heads = _as_heads(num_heads, D, "params[0]")
    mask = causal_mask(T) if as_flag("causal", causal) else None
    one_of("activation", activation, ACTIVATIONS)
    wide, kept = _wide(arrays), list[Any]()
    with np.errstate(over="ignore", invalid="ignore"):
        x: Array = wide[0][own] + wide[1][:T]
    for layer in _layers(wide):
        x, cache = _forward(x, layer, heads, mask, True, activation)
        kept.append(cache)
    h, last = layer_norm(x, *wide[-2:])
    z = dot(h, wide[0].T)
    kind = np.result_type(*arrays)
    return rounded(z, *arrays), TransformerCache(own, *_cast([kept, last, h], kind))


def transformer_backward(
    dz: ArrayLike, params: Sequence[ArrayLike], cache: TransformerCache
) -> Params:
    """Gradients of a loss by all parameters of a Transformer.

    the table of tokens is used twice, and its two gradients are added

    Arguments as for `transformer_forward`.

    Parameters
    ----------
    dz : array_like of shape (..., T, num_tokens)
        Gradient of the loss by the scores.
    cache : NamedTuple
        The `cache` that `transformer_forward` returned for these `params`.

    Returns
    -------
    list of ndarray
        Gradients with the shapes of `params`.

    Raises
    ------
    ValueError
        If `dz` does not have the shape of the scores, or `params` have other shapes.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import init_transformer, transformer_backward
    >>> from dlnotes.attention import transformer_forward
    >>> params = init_transformer(5, 4, 8, 16, 1, rng=np.random.default_rng(0))
    >>> z, cache = transformer_forward([[3, 1, 4]], params, num_heads=2)
    >>> grads = transformer_backward(z, params, cache)
    >>> bool(np.all(grads[1][3] == 0))  # no text has a fourth token
    True

    References
    ----------
    [@press2017], section 2.
    """
    is_cache(cache, TransformerCache, "transformer_forward")
    d, arrays = as_float("dz", dz), _as_model(params)
    like, h = [d, cache.outputs, *arrays], widened(cache.outputs)
    if d.shape != (*cache.ids.shape, len(arrays[0])):
        rule = f"the shape {(*cache.ids.shape, len(arrays[0]))} of the scores"
        raise ValueError(f"`dz` must have {rule}, got {d.shape}")
    if (len(cache.layers), h.shape[-1]) != ((len(arrays) - 4) // 12, arrays[0].shape[1]):
        rule = f"the {len(cache.layers)} layers of {h.shape[-1]} features of `cache`"
        raise ValueError(f"`params` must have {rule}, got {len(arrays)} arrays")
    wide, own = _wide(arrays), _cast(cache, np.result_type(h, np.float32))
    rows = widened(d).reshape(-1, d.shape[-1])
    with np.errstate(over="ignore", invalid="ignore"):
        dtable = dot(rows.T, h.reshape(len(rows), -1))
        dx, *norm = layer_norm_backward(dot(rows, wide[0]).reshape(h.shape), own.norm)
        grads = list[Array]()
        for layer, kept in zip(_layers(wide)[::-1], own.layers[::-1], strict=True):
            dx, new = _backward(dx, layer, kept)
            grads = new + grads
        dtable = dtable + _summed_by_id(dx, own.ids, len(wide[0]))
        dplaces = np.zeros_like(wide[1])
        dplaces[: own.ids.shape[-1]] = dx.reshape(-1, *dx.shape[-2:]).sum(axis=0)
    return [rounded(g, *like) for g in [dtable, dplaces, *grads, *norm]]


def _as_model(params: Sequence[ArrayLike]) -> Params:
    """Return the parameters of a Transformer, refused unless their shapes fit."""
    arrays = as_floats("params", params)
    if len(arrays) < 16 or (len(arrays) - 4) % 12:
        rule = "hold two tables, twelve arrays for each layer, and two of the last norm"
        raise ValueError(f"`params` must {rule}, got {len(arrays)} arrays")
    for i, table in enumerate(arrays[:2]):
        if table.ndim != 2 or not table.size:
            rule = "the shape (rows, D) without zeros"
            raise ValueError(f"`params[{i}]` must have {rule}, got {table.shape}")
    D = arrays[0].shape[1]
    _have_shapes(arrays[1:2], [(len(arrays[1]), D)], 1)
    for i, layer in enumerate(_layers(arrays)):
        _have_shapes(layer, _of_layer(D, layer[5].size), 2 + 12 * i)
    _have_shapes(arrays[-2:], [(D,)] * 2, len(arrays) - 2)
    return arrays


def _layers(params: Params) -> list[Params]:
    return [params[i : i + 12] for i in range(2, len(params) - 2, 12)]
