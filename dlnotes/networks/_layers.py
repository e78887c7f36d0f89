"""Checks of the layers, sizes and samples of a network, and the names of activations."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from .. import activations
from .._arguments import as_count, as_list, brief, one_of
from .._array import Array, as_float, as_floats

Params: TypeAlias = list[Array]
Layers: TypeAlias = list[tuple[Array, Array]]

ACTIVATIONS = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu"]


def _as_activation(name: str) -> tuple[Callable[[Array], Array], Callable[[Array], Array]]:
    """Return an activation and its derivative, at their default options."""
    one_of("activation", name, ACTIVATIONS)
    return getattr(activations, name), getattr(activations, f"{name}_grad")


def _as_sizes(sizes: Sequence[int]) -> list[int]:
    """Return the sizes as ints, refused unless there are two or more."""
    listed = [] if isinstance(sizes, int | np.integer) else as_list("sizes", sizes)
    if len(listed) < 2:
        rule = "hold the number of inputs, then the units of each layer"
        raise ValueError(f"`sizes` must {rule}, got {brief(sizes)}")
    return [as_count(f"sizes[{i}]", size, 1) for i, size in enumerate(listed)]


def _as_layers(params: Sequence[ArrayLike]) -> Layers:
    """Return pairs of weights and biases, refused unless each layer fits the one before."""
    arrays = as_floats("params", params)
    if not arrays or len(arrays) % 2:
        rule = "hold a weight matrix and a bias vector for each layer"
        raise ValueError(f"`params` must {rule}, got {len(arrays)} arrays")
    layers = list(zip(arrays[::2], arrays[1::2], strict=True))
    for i, (W, b) in enumerate(layers):
        if W.ndim != 2 or not W.size:
            rule = "the shape (out, in) without zeros"
            raise ValueError(f"`params[{2 * i}]` must have {rule}, got {W.shape}")
        if b.shape != W.shape[:1]:
            rule = f"the shape {W.shape[:1]} for `params[{2 * i}]` of shape {W.shape}"
            raise ValueError(f"`params[{2 * i + 1}]` must have {rule}, got {b.shape}")
    for i, ((before, _), (W, _)) in enumerate(pairwise(layers)):
        if W.shape[1] != len(before):
            rule = f"the shape (out, {len(before)}) to follow `params[{2 * i}]`"
            came = f"of shape {before.shape}, got {W.shape}"
            raise ValueError(f"`params[{2 * i + 2}]` must have {rule} {came}")
    return layers


def _as_inputs(name: str, X: ArrayLike, layers: Layers) -> Array:
    """Return samples, refused unless the first layer takes as many features."""
    array, features = as_float(name, X), layers[0][0].shape[1]
    if array.ndim == 0 or array.shape[-1] != features:
        rule = f"the shape (..., {features}) for `params[0]` of shape {layers[0][0].shape}"
        raise ValueError(f"`{name}` must have {rule}, got {array.shape}")
    return array
