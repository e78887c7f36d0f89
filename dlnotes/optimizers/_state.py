"""Pairs of parameters and gradients, and the states of the optimizers.

Parameters are one array, or a list of arrays as a network has them. A state is a
NamedTuple, `None` before the first step; its arrays are in the order of the parameters.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_float, as_floats, as_number, same_shape

Arrays: TypeAlias = Array | list[Array]
ArrayLikes: TypeAlias = ArrayLike | Sequence[Array]
Kept: TypeAlias = tuple[Array, ...]


class SGDState(NamedTuple):
    """Velocities of `sgd_step`; None as long as there was no momentum."""

    velocities: Kept | None


class AdaGradState(NamedTuple):
    """Steps taken, and sums of all squared gradients."""

    steps: int
    sums: Kept


class RMSPropState(NamedTuple):
    """Running means of squared gradients and of gradients, and velocities."""

    squares: Kept
    means: Kept
    velocities: Kept


class AdamState(NamedTuple):
    """Steps taken, and running means of gradients and of squared gradients."""

    steps: int
    means: Kept
    squares: Kept


State = TypeVar("State", SGDState, AdaGradState, RMSPropState, AdamState)


def _listed(value: ArrayLikes) -> bool:
    """Return whether this is a list of arrays, and not one array written as a list."""
    return isinstance(value, list | tuple) and any(
        isinstance(part, np.ndarray) for part in value
    )


def _split(name: str, value: ArrayLikes) -> list[Array]:
    """Return the arrays of an argument, in floating dtypes."""
    if isinstance(value, list | tuple) and _listed(value):
        return as_floats(name, value)
    return [as_float(name, value)]


def _joined(parts: Iterable[Any], like: ArrayLikes) -> Arrays:
    """Return the arrays in the form of the argument `like`: one, or a list."""
    if _listed(like):
        return [np.asarray(part) for part in parts]
    only: Array
    [only] = parts
    return only


def _paired(params: ArrayLikes, grads: ArrayLikes) -> tuple[list[Array], list[Array]]:
    """Return parameters and gradients in pairs, each pair in the parameter's dtype."""
    p, g = _split("params", params), _split("grads", grads)
    if _listed(params) != _listed(grads) or len(p) != len(g):
        wanted, came = _form(params, p), _form(grads, g)
        raise ValueError(f"`grads` must be {wanted}, as `params` is, got {came}")
    for i, (one, other) in enumerate(zip(p, g, strict=True)):
        at = f"[{i}]" if _listed(params) else ""
        same_shape(f"grads{at}", other, f"params{at}", one)
    return p, [b.astype(a.dtype, copy=False) for a, b in zip(p, g, strict=True)]


def _form(value: ArrayLikes, parts: list[Array]) -> str:
    return f"a list of {len(parts)} arrays" if _listed(value) else "one array"


def _recalled(state: State | None, kind: type[State], p: list[Array]) -> State | None:
    """Return the state, refused if it is of another optimizer or other parameters."""
    if state is None:
        return None
    if not isinstance(state, kind):
        came = type(state).__name__
        raise TypeError(f"`state` must be None or {kind.__name__}, got {came}")
    if isinstance(state, AdaGradState | AdamState):
        as_count("state.steps", state.steps, 0)
    shapes = [part.shape for part in p]
    for name, kept in zip(state._fields, state, strict=True):
        found = [part.shape for part in kept] if isinstance(kept, tuple) else shapes
        if found != shapes:
            rule = f"must have the shapes {shapes} of `params`"
            raise ValueError(f"`state.{name}` {rule}, got {found}")
    return state


def _tuple(parts: Iterable[Any]) -> Kept:
    """Return arrays for a state, where NumPy has made scalars of those without axes."""
    return tuple(np.asarray(part) for part in parts)


def _zeros(p: list[Array]) -> Kept:
    return tuple(np.zeros_like(part) for part in p)


def _decayed(p: list[Array], g: list[Array], weight_decay: float) -> list[Array]:
    """Return the gradients plus that of the L2 penalty."""
    decay = as_number("weight_decay", weight_decay, at_least=0)
    return [b + decay * a for a, b in zip(p, g, strict=True)] if decay else g
