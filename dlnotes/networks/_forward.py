"""Forward pass of a multilayer perceptron, and the backward pass that uses its values."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import is_cache
from .._array import Array, as_float, same_shape
from .._sums import dot, rounded, total, widened
from ._layers import Params, _as_activation, _as_inputs, _as_layers


class MLPCache(NamedTuple):
    """Values that `mlp_forward` keeps for `mlp_backward`."""

    sums: list[Array]  # z of every layer; the last is the logits
    outputs: list[Array]  # the input of every layer; the first is the samples
    activation: str


def mlp_forward(
    X: ArrayLike, params: Sequence[ArrayLike], *, activation: str = "relu"
) -> tuple[Array, MLPCache]:
    """Logits of a multilayer perceptron, and the values that its gradients need.

    z = h @ W.T + b, then h = activation(z) for the next layer; the last z is the result

    Parameters
    ----------
    X : array_like of shape (..., D)
        Samples, or one sample of shape (D,).
    params : sequence of array_like
        `[W1, b1, W2, b2, ...]`, each W of shape (out, in), each b of shape (out,).
    activation : {"relu", "identity", "sigmoid", "tanh", "leaky_relu", "elu"}
        Function between the layers. None follows the last layer.

    Returns
    -------
    logits : ndarray of shape (..., K)
        Weighted sums of the last layer.
    cache : NamedTuple
        `sums`, the z of every layer, the logits last; `outputs`, the input of every layer,
        a copy of the samples first; `activation`, its name.

    Raises
    ------
    ValueError
        If `params` does not hold a matrix and a vector for each layer, a layer does not
        fit the one before, `X` has another number of features than the first layer takes,
        or `activation` has another name.

    Examples
    --------
    >>> from dlnotes.networks import mlp_forward
    >>> params = [[[1, -1], [0.5, 1]], [0, -1], [[2, -1]], [0.5]]
    >>> logits, cache = mlp_forward([1, 2], params)
    >>> logits.tolist(), cache.outputs[1].tolist()  # the first unit stays at 0
    ([-1.0], [0.0, 1.5])

    References
    ----------
    [@goodfellow2016], section 6.5.
    """
    layers, (f, _) = _as_layers(params), _as_activation(activation)
    outputs, sums = [_as_inputs("X", X, layers).copy()], list[Array]()
    h = z = widened(outputs[0])
    with np.errstate(over="ignore", invalid="ignore"):
        for W, b in layers:
            if sums:
                h = f(z)
                outputs.append(rounded(h, sums[-1]))
            z = dot(h, W.T) + b
            sums.append(rounded(z, outputs[-1], W, b))
    return sums[-1].copy(), MLPCache(sums, outputs, activation)


def mlp_backward(
    dlogits: ArrayLike, params: Sequence[ArrayLike], cache: MLPCache
) -> Params:
    """Gradients of a loss with respect to all weights and biases.

    dW = d.T @ h, db = sum(d), then d = (d @ W) * activation_grad(z) for the layer before

    Arguments and errors as for `mlp_forward`.

    Parameters
    ----------
    dlogits : array_like of shape (..., K)
        Gradient of the loss with respect to the logits.
    cache : NamedTuple
        The `cache` that `mlp_forward` returned for these `params`.

    Returns
    -------
    list of ndarray
        Gradients with the shapes of `params`, summed over the samples.

    Raises
    ------
    ValueError
        If `dlogits` does not have the shape of the logits, or the layers of `params` have
        other sizes than those of `cache`.

    Examples
    --------
    >>> from dlnotes.networks import mlp_backward, mlp_forward
    >>> params = [[[1, -1], [0.5, 1]], [0, -1], [[2, -1]], [0.5]]
    >>> logits, cache = mlp_forward([1, 2], params)
    >>> [grad.tolist() for grad in mlp_backward(logits - 1, params, cache)]
    [[[0.0, 0.0], [2.0, 4.0]], [0.0, 2.0], [[0.0, -3.0]], [-2.0]]

    References
    ----------
    [@rumelhart1986].
    """
    delta, layers = as_float("dlogits", dlogits), _as_layers(params)
    is_cache(cache, MLPCache, "mlp_forward")
    _, slope = _as_activation(cache.activation)
    same_shape("dlogits", delta, "logits", cache.sums[-1])
    cached = [h.shape[-1] for h in [*cache.outputs, cache.sums[-1]]]
    sizes = [layers[0][0].shape[1], *[len(W) for W, _ in layers]]
    if sizes != cached:
        raise ValueError(f"`params` must have the sizes {cached} of `cache`, got {sizes}")
    grads = []
    like, delta = [delta], widened(delta)
    with np.errstate(over="ignore", invalid="ignore"):
        for i, (W, _) in reversed(list(enumerate(layers))):
            rows, inputs = _rows(delta), widened(_rows(cache.outputs[i]))
            dW = rounded(dot(rows.T, inputs), *like, cache.outputs[i])
            grads += [rounded(total(rows, 0), *like), dW]
            if i:
                like += [W, cache.sums[i - 1]]
                delta = dot(delta, W) * slope(cache.sums[i - 1])
    return grads[::-1]


def _rows(h: Array) -> Array:
    """Return samples, which may lie along several axes, as the rows of one matrix."""
    return h.reshape(-1, h.shape[-1])
