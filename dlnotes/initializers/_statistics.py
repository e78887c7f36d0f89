"""Sizes of the activations and gradients of each layer.

A layer computes h = f(x @ W.T) without biases, which are 0 before training. No square may
leave the range of the dtype, because these functions measure what vanishes or explodes.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .. import activations
from .._arguments import as_flag, one_of
from .._array import Array, Scalar, as_float, as_floats, has_axes, not_empty, same_shape
from .._sums import dot, mean, norm, power_of_two, rounded, widened
from ..normalization._standardize import _standardize, _standardize_backward

STEEPEST = {
    **dict.fromkeys(["elu", "identity", "leaky_relu", "relu", "tanh"], 1.0),
    "sigmoid": 0.25,
}
EPS = 1e-5  # of batch normalisation, as in PyTorch


class ActivationStatistics(NamedTuple):
    """Mean and standard deviation of the outputs, shares of flat entries and units."""

    mean: Array
    std: Array
    saturated: Array
    dead: Array


class GradientStatistics(NamedTuple):
    """Norms of the gradients by the weights and by the inputs of each layer."""

    weights: Array
    inputs: Array


class Layer(NamedTuple):
    """Input, weighted sums (and the number they were divided by) and output of a layer."""

    x: Array
    z: Array
    scale: Array
    h: Array


def activation_statistics(
    x: ArrayLike,
    weights: Sequence[ArrayLike],
    *,
    activation: str,
    batch_norm: bool = False,
    residual: bool = False,
) -> ActivationStatistics:
    """Size of the activations of each layer of a network.

    mean and std of h_l = f(h_{l-1} @ W_l.T); shares of entries and units with a flat f

    Parameters
    ----------
    x : array_like of shape (N, D)
        Inputs h_0 of N samples.
    weights : sequence of array_like of shape (out, in)
        Weights W_1, ..., W_L; the first has D inputs.
    activation : {"elu", "identity", "leaky_relu", "relu", "sigmoid", "tanh"}
        Name of f in `dlnotes.activations`.
    batch_norm : bool, default False
        Whether f gets weighted sums of mean 0 and variance 1 over the batch.
    residual : bool, default False
        Whether a layer adds its input to its output; all layers have D units then.

    Returns
    -------
    mean, std, saturated, dead : ndarray of shape (L,)
        For each layer: the mean and the standard deviation of its outputs; the share of
        outputs where the slope of f is below a hundredth of its largest; the share of
        units where that holds for all samples. Numbers that are too large are inf or nan.

    Raises
    ------
    ValueError
        If shapes do not fit, `x` or `weights` is empty, `activation` is unknown, or
        `batch_norm` is asked for with a single sample.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import activation_statistics, normal
    >>> rng = np.random.default_rng(0)
    >>> x, w = rng.normal(size=(500, 256)), normal((256, 256), std=0.01, rng=rng)
    >>> stats = activation_statistics(x, [w, w, w], activation="tanh")
    >>> stats.std.round(3).tolist()  # about 0.01 * sqrt(256) times smaller each
    [0.157, 0.025, 0.004]

    References
    ----------
    [@glorot2010].
    """
    x, weights = as_float("x", x), as_floats("weights", weights)
    layers = _forward(x, weights, activation, batch_norm, residual)
    f_grad = getattr(activations, f"{activation}_grad")
    rows = []
    with np.errstate(over="ignore", invalid="ignore"):
        for _, z, _, h in layers:
            slope = f_grad(z)
            flat = (slope < STEEPEST[activation] / 100) + 0 * slope  # passes nan on
            shares = mean(flat), mean(flat.min(axis=0))
            rows.append((mean(h), _std(h), *shares))
    return ActivationStatistics(*rounded(np.transpose(rows), x, *weights))


def gradient_statistics(
    dout: ArrayLike,
    x: ArrayLike,
    weights: Sequence[ArrayLike],
    *,
    activation: str,
    batch_norm: bool = False,
    residual: bool = False,
) -> GradientStatistics:
    """Size of the gradients that reach each layer of a network.

    norms of dL/dW_l and of dL/dh_{l-1}, for layers h_l = f(h_{l-1} @ W_l.T)

    Arguments, errors and references as for `activation_statistics`.

    Parameters
    ----------
    dout : array_like of shape (N, K)
        Gradient of a loss by the outputs h_L of the last layer, which has K units.

    Returns
    -------
    weights, inputs : ndarray of shape (L,)
        For each layer, the Frobenius norm of the gradient by its weights and by its
        inputs. Numbers that are too large are inf or nan.

    Raises
    ------
    ValueError
        If `dout` does not have the shape of the outputs.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import gradient_statistics
    >>> weights = [np.eye(2)] * 3
    >>> stats = gradient_statistics([[1, 1]], [[0, 0]], weights, activation="sigmoid")
    >>> (stats.inputs / np.sqrt(2)).round(4).tolist()  # at most a quarter per layer
    [0.0134, 0.0534, 0.2273]
    """
    x, weights = as_float("x", x), as_floats("weights", weights)
    layers = _forward(x, weights, activation, batch_norm, residual)
    dout, norms = as_float("dout", dout), []
    same_shape("dout", dout, "h_L", layers[-1].h)
    d = widened(dout)
    f_grad = getattr(activations, f"{activation}_grad")
    with np.errstate(over="ignore", invalid="ignore"):
        for layer, w in zip(reversed(layers), reversed(weights), strict=True):
            delta = d * f_grad(layer.z)
            if batch_norm:
                pair = delta[..., None], layer.z[..., None]
                delta = _standardize_backward(*pair, 1 / layer.scale)[0][..., 0]
            d = dot(delta, w) + (d if residual else 0)
            norms.append((norm(dot(delta.T, layer.x)), norm(d)))
    return GradientStatistics(*rounded(np.transpose(norms[::-1]), dout, x, *weights))


def _forward(
    x: Array,
    weights: list[Array],
    activation: str,
    batch_norm: bool,
    residual: bool,
) -> list[Layer]:
    """Return all layers, computed from the first to the last."""
    one_of("activation", activation, tuple(STEEPEST))
    f: Callable[[Array], Array] = getattr(activations, activation)
    batch_norm, residual = as_flag("batch_norm", batch_norm), as_flag("residual", residual)
    h, layers = _batch(x, batch_norm), list[Layer]()
    if not weights:
        raise ValueError("`weights` must not be empty, got 0 arrays")
    for i, weight in enumerate(weights):
        w = _weight(f"weights[{i}]", weight, h.shape[1], residual)
        with np.errstate(over="ignore", invalid="ignore"):
            z = dot(h, w.T)
            scale: Array = np.ones(1)
            if batch_norm:
                z, _, _, scale = _standardize(z[..., None], EPS)
                z = z[..., 0]
            layers.append(Layer(h, z, scale, f(z) + h if residual else f(z)))
        h = layers[-1].h
    return layers


def _std(h: Array) -> Scalar:
    """Return the standard deviation, of which no square overflows or vanishes."""
    unit = power_of_two(h)
    shares = h / unit
    std: Scalar = norm(shares - mean(shares)) / math.sqrt(h.size) * unit
    return std


def _batch(x: Array, batch_norm: bool) -> Array:
    h = widened(x)
    has_axes("x", h, "N", "D")
    not_empty("x", h)
    if batch_norm and len(h) == 1:
        raise ValueError("`x` must hold at least 2 samples for `batch_norm`, got 1")
    return h


def _weight(name: str, weight: Array, fan_in: int, residual: bool) -> Array:
    w = widened(weight)
    rule = f"({fan_in}, {fan_in})" if residual else f"(out, {fan_in})"
    if w.ndim != 2 or w.shape[1] != fan_in or (residual and w.shape[0] != fan_in):
        raise ValueError(f"`{name}` must have shape {rule}, got {w.shape}")
    not_empty(name, w)
    return w
