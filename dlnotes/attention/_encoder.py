"""The encoder layer of a Transformer: attention, then a small network for each token."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .. import activations
from .._arguments import as_count, as_flag, as_rng, is_cache, one_of
from .._array import Array, as_array, as_float, same_shape
from .._sums import rounded
from ..initializers import xavier_uniform
from ..normalization import layer_norm, layer_norm_backward
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
from ._multi_head import _attend, _attend_backward, _shapes

TWELVE = "the four arrays of attention, four of the network, four of the norms"
ACTIVATIONS = ["relu", "gelu"]


class EncoderCache(NamedTuple):
    """Values that `encoder_layer` keeps for `encoder_layer_backward`."""

    attention: Any  # the cache of multi-head attention, with its `weights`
    norms: list[Any]
    inputs: Array  # of the network, and its pre-activations
    z: Array
    norm_first: bool
    activation: str


def init_encoder_layer(D: int, hidden: int, *, rng: np.random.Generator) -> Params:
    """Parameters of an encoder layer before training.

    weights uniform(-a, a), a = sqrt(6 / (in + out)); biases 0, scales of the norms 1

    Parameters
    ----------
    D : int
        Number of features of a token, at least 1.
    hidden : int
        Number of hidden units of the network, at least 1; often 4 * D.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    list of twelve ndarray
        In the order of `TransformerEncoderLayer.parameters()` in PyTorch: weights and
        biases before and behind the heads, of both layers of the network, scales and
        shifts of both norms.

    Raises
    ------
    ValueError
        If `D` or `hidden` is below 1.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import init_encoder_layer
    >>> params = init_encoder_layer(4, 16, rng=np.random.default_rng(0))
    >>> sum(array.size for array in params)  # 80 for attention, 148 and 16
    244

    References
    ----------
    [@vaswani2017].
    """
    as_rng(rng)
    shapes = _of_layer(as_count("D", D, 1), as_count("hidden", hidden, 1))
    params = [
        xavier_uniform(shape, rng=rng) if len(shape) == 2 else np.zeros(shape)
        for shape in shapes
    ]
    params[8], params[10] = np.ones(D), np.ones(D)
    return params


def encoder_layer(
    x: ArrayLike,
    params: Sequence[ArrayLike],
    *,
    num_heads: int,
    norm_first: bool = False,
    activation: str = "relu",
    mask: ArrayLike | None = None,
) -> tuple[Array, EncoderCache]:
    """Encoder layer of a Transformer, with layer normalisation behind or before its parts.

    x = norm(x + attention(x)), then norm(x + network(x)); with `norm_first`
    x = x + attention(norm(x)), then x + network(norm(x))

    Parameters
    ----------
    x : array_like of shape (..., T, D)
        Tokens of D features.
    params : sequence of twelve array_like
        Parameters as `init_encoder_layer` returns them.
    num_heads : int
        Number of heads, a divisor of D.
    norm_first : bool, default False
        Whether to normalise before attention and network, as most do today.
    activation : {"relu", "gelu"}, default "relu"
        Function between the two layers of the network.
    mask : array_like of bool, optional
        True where a token may see another, of a shape that broadcasts to (..., T, T).

    Returns
    -------
    out : ndarray of shape (..., T, D)
        Tokens after the layer.
    cache : NamedTuple
        `attention`, whose `weights` have the shape (..., num_heads, T, T), and what the
        gradients need.

    Raises
    ------
    TypeError
        If `mask` does not hold bools.
    ValueError
        If a shape does not fit, `num_heads` does not divide D, or `activation` has
        another name.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import encoder_layer, init_encoder_layer
    >>> rng = np.random.default_rng(0)
    >>> params, x = init_encoder_layer(4, 8, rng=rng), rng.normal(size=(3, 4))
    >>> out, cache = encoder_layer(x, params, num_heads=2)
    >>> out.shape, bool(np.allclose(out.mean(axis=1), 0))
    ((3, 4), True)

    References
    ----------
    [@vaswani2017]; [@xiong2020] for `norm_first`.
    """
    x = _as_tokens(x)
    arrays = _as_layer(params, x.shape[-1])
    heads = _as_heads(num_heads, x.shape[-1])
    as_flag("norm_first", norm_first)
    one_of("activation", activation, ACTIVATIONS)
    if mask is not None:
        mask = _for_heads(as_array("mask", mask))
    start, wide = _wide([x.copy()])[0], _wide(arrays)
    out, cache = _forward(start, wide, heads, mask, bool(norm_first), activation)
    return rounded(out, x, *arrays), _cast(cache, np.result_type(x, *arrays))


def encoder_layer_backward(
    dout: ArrayLike, params: Sequence[ArrayLike], cache: EncoderCache
) -> tuple[Array, Params]:
    """Gradients of a loss by the tokens and the parameters of an encoder layer.

    the steps of `encoder_layer` in reverse; behind each sum, both gradients are added

    Arguments and references as for `encoder_layer`.

    Parameters
    ----------
    dout : array_like of shape (..., T, D)
        Gradient of the loss by the result.
    cache : NamedTuple
        The `cache` that `encoder_layer` returned for these `params`.

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
    >>> from dlnotes.attention import encoder_layer, encoder_layer_backward
    >>> from dlnotes.attention import init_encoder_layer
    >>> rng = np.random.default_rng(0)
    >>> params, x = init_encoder_layer(4, 8, rng=rng), rng.normal(size=(3, 4))
    >>> _, cache = encoder_layer(x, params, num_heads=2)
    >>> dx, grads = encoder_layer_backward(np.ones((3, 4)), params, cache)
    >>> dx.shape, len(grads)
    ((3, 4), 12)
    """
    is_cache(cache, EncoderCache, "encoder_layer")
    d = as_float("dout", dout)
    same_shape("dout", d, "x", cache.inputs)
    arrays, like = _as_layer(params, d.shape[-1]), [d, cache.inputs]
    own = _cast(cache, np.result_type(cache.inputs, np.float32))
    dx, grads = _backward(_wide([d])[0], _wide(arrays), own)
    return rounded(dx, *like, *arrays), [rounded(g, *like, *arrays) for g in grads]


def _forward(
    x: Array,
    params: Params,
    heads: int,
    mask: ArrayLike | None,
    norm_first: bool,
    activation: str,
) -> tuple[Array, EncoderCache]:
    """Return the result and the cache for arguments that have been checked."""
    (own, network), norms = (params[:4], params[4:8]), [params[8:10], params[10:]]
    W, b, W_2, b_2 = network
    caches = []

    def normal(i: int, h: Array) -> Array:
        y, cache = layer_norm(h, *norms[i])
        caches.append(cache)
        return y

    with np.errstate(over="ignore", invalid="ignore"):
        mixed, kept = _attend(normal(0, x) if norm_first else x, own, heads, mask)
        x = x + mixed if norm_first else normal(0, x + mixed)
        inputs: Array = normal(1, x) if norm_first else x
        z = _linear(inputs, W, b)
        out: Array = x + _linear(getattr(activations, activation)(z), W_2, b_2)
        out = out if norm_first else normal(1, out)
    return out, EncoderCache(kept, caches, inputs, z, norm_first, activation)


def _backward(d: Array, params: Params, cache: EncoderCache) -> tuple[Array, Params]:
    """Return the gradients by x and by the parameters."""
    own, (W, _, W_2, _) = params[:4], params[4:8]
    f, slope = (getattr(activations, cache.activation + end) for end in ("", "_grad"))
    norms: list[list[Array]] = [[], []]

    def through(i: int, d: Array) -> Array:
        dx, *norms[i] = layer_norm_backward(d, cache.norms[i])
        return dx

    with np.errstate(over="ignore", invalid="ignore"):
        d = d if cache.norm_first else through(1, d)
        inner, dW_2, db_2 = _linear_backward(d, f(cache.z), W_2)
        inner, dW, db = _linear_backward(inner * slope(cache.z), cache.inputs, W)
        d = d + (through(1, inner) if cache.norm_first else inner)
        d = d if cache.norm_first else through(0, d)
        inner, grads = _attend_backward(d, own, cache.attention)
        d = d + (through(0, inner) if cache.norm_first else inner)
    return d, [*grads, dW, db, dW_2, db_2, *norms[0], *norms[1]]


def _of_layer(D: int, hidden: int) -> Shapes:
    return [*_shapes(D), (hidden, D), (hidden,), (D, hidden), *[(D,)] * 5]


def _as_layer(params: Sequence[ArrayLike], D: int) -> Params:
    """Return the parameters of a layer, refused unless their shapes fit."""
    arrays = _as_params(params, 12, TWELVE)
    _have_shapes(arrays, _of_layer(D, arrays[5].size))
    return arrays


def _cast(value: Any, kind: np.dtype[Any]) -> Any:
    """Return a cache with all its floats in one dtype."""
    if isinstance(value, tuple | list):
        parts = [_cast(part, kind) for part in value]
        return type(value)(*parts) if isinstance(value, tuple) else parts
    is_float = isinstance(value, np.ndarray | np.floating) and value.dtype.kind == "f"
    return rounded(value, np.empty(0, kind)) if is_float else value
