"""The gate for machines, for the states of their units, and for masks of units."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_list
from .._array import (
    Array,
    are_probabilities,
    as_bools,
    as_float,
    as_squarable,
    has_axes,
    has_shape,
    not_empty,
)

Parameters: TypeAlias = tuple[Array, Array, Array]  # W, a, b
Layers: TypeAlias = Sequence[tuple[ArrayLike, ArrayLike, ArrayLike]]


class Machine(NamedTuple):
    """Weights and biases in float64, and an array of the dtype in which they came."""

    W: Array
    a: Array
    b: Array
    like: Array


def _machine(
    W: ArrayLike, a: ArrayLike, b: ArrayLike, names: Sequence[str] = ("W", "a", "b")
) -> Machine:
    """Return a machine, refused unless shapes fit and all numbers are finite."""
    weights_name, visible_name, hidden_name = names
    weights, visible, hidden = map(as_float, names, (W, a, b))
    has_axes(weights_name, weights, "H", "D")
    not_empty(weights_name, weights)
    H, D = weights.shape
    has_shape(visible_name, visible, (D,), f", a bias for each column of `{weights_name}`")
    has_shape(hidden_name, hidden, (H,), f", a bias for each row of `{weights_name}`")
    like = np.zeros((), np.result_type(weights, visible, hidden))
    weights, visible, hidden = map(as_squarable, names, (weights, visible, hidden))
    return Machine(weights, visible, hidden, like)


def _half(W: ArrayLike, bias: ArrayLike, name: str) -> Machine:
    """Return a machine of which one kind of units has no biases; `name` is the other's."""
    weights = as_float("W", W)
    none = np.zeros(weights.shape[1 if name == "b" else 0] if weights.ndim == 2 else 0)
    own = np.zeros((), np.result_type(weights, as_float(name, bias)))
    a, b = (none, bias) if name == "b" else (bias, none)
    return _machine(W, a, b)._replace(like=own)


def _machines(layers: Layers) -> list[Machine]:
    """Return a stack of machines, refused unless each stands on the one before."""
    found: list[Machine] = []
    for i, layer in enumerate(as_list("layers", layers)):
        parts = as_list(f"layers[{i}]", layer)
        if len(parts) != 3:
            raise ValueError(
                f"`layers[{i}]` must hold W, a and b, got {len(parts)} entries"
            )
        W, a, b = parts
        found.append(_machine(W, a, b, [f"layers[{i}][{j}]" for j in range(3)]))
        if i and found[i].W.shape[1] != len(found[i - 1].b):
            below, own = len(found[i - 1].b), found[i].W.shape[1]
            rule = f"a column for each of the {below} units below"
            raise ValueError(f"`layers[{i}][0]` must have {rule}, got {own}")
    if not found:
        raise ValueError("`layers` must hold a machine at least, got none")
    return found


def _like(machines: Sequence[Machine]) -> Array:
    """Return an array of the dtype of a stack."""
    return np.zeros((), np.result_type(*(machine.like for machine in machines)))


def _states(name: str, v: ArrayLike, units: int) -> tuple[Array, Array]:
    """Return states or probabilities of units in float64, and as they came."""
    came = as_float(name, v)
    if came.shape[-1:] != (units,):
        rule = f"have shape (..., {units}), a number for each unit"
        raise ValueError(f"`{name}` must {rule}, got {came.shape}")
    wide = as_squarable(name, came)
    are_probabilities(name, wide)
    return wide, came


def _data(V: ArrayLike, units: int | None = None, name: str = "V") -> tuple[Array, Array]:
    """Return samples (N, D) in float64, refused if there is none, and as they came."""
    came = as_float(name, V)
    has_axes(name, came, "N", "D")
    not_empty(name, came)
    return _states(name, came, came.shape[1] if units is None else units)


def _mask(name: str, mask: ArrayLike, v: Array) -> NDArray[np.bool_]:
    """Return a mask, refused unless it has a True for each sample."""
    seen = as_bools(name, mask)
    has_shape(name, seen, v.shape, ", that of the visible units")
    if not np.all(np.any(seen, axis=-1)):
        raise ValueError(f"`{name}` must hold a True for each sample, got a row without")
    return seen
