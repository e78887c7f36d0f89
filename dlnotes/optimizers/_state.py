"""Pairs of parameters and gradients, and the states of the optimizers.

Parameters are one array, or a list of arrays as a network has them. A state is a
NamedTuple, `None` before the first step; its arrays are in the order of the parameters, and
in float32 for a parameter in float16, whose squares would vanish there.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_count
from .._array import Array, as_float, as_floats, as_number, same_shape
from .._sums import rounded, times, widened

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


def _joined(parts: Iterable[Any], p: list[Array], like: ArrayLikes) -> Arrays:
    """Return results in the dtypes of `p`, in the form of `like`: one array, or a list."""
    made = [rounded(part, a) for part, a in zip(parts, p, strict=True)]
    return [np.asarray(part) for part in made] if _listed(like) else made[0]


def _paired(params: ArrayLikes, grads: ArrayLikes) -> tuple[list[Array], list[Array]]:
    """Return parameters, and gradients in the dtype that each parameter is computed in."""
    p, g = _split("params", params), _split("grads", grads)
    if _listed(params) != _listed(grads) or len(p) != len(g):
        wanted, came = _form(params, p), _form(grads, g)
        raise ValueError(f"`grads` must be {wanted}, as `params` is, got {came}")
    for i, (one, other) in enumerate(zip(p, g, strict=True)):
        at = f"[{i}]" if _listed(params) else ""
        same_shape(f"grads{at}", other, f"params{at}", one)
    return p, _as_computed(g, p)


def _form(value: ArrayLikes, parts: list[Array]) -> str:
    return f"a list of {len(parts)} arrays" if _listed(value) else "one array"


def _as_computed(arrays: list[Array], p: list[Array]) -> list[Array]:
    """Return an array for each parameter, in the dtype that one is computed in."""
    kinds = [np.result_type(a, np.float32) for a in p]
    with np.errstate(over="ignore"):  # 1e300 is inf in float32
        return [a.astype(k, copy=False) for a, k in zip(arrays, kinds, strict=True)]


def _recalled(state: State | None, kind: type[State], p: list[Array]) -> State | None:
    """Return the state, refused if it is of another optimizer or other parameters."""
    if state is None:
        return None
    if not isinstance(state, kind):
        came = type(state).__name__
        raise TypeError(f"`state` must be None or {kind.__name__}, got {came}")
    return kind(*map(_remembered, state._fields, state, [p] * len(state)))


def _remembered(field: str, kept: Any, p: list[Array]) -> Any:
    """Return a part of a state: the count of steps, or an array for each parameter."""
    if field == "steps":
        return as_count("state.steps", kept, 0)
    if field == "velocities" and kept is None:
        return None
    arrays, shapes = as_floats(f"state.{field}", kept), [part.shape for part in p]
    found = [array.shape for array in arrays]
    if found != shapes:
        rule = f"must have the shapes {shapes} of `params`"
        raise ValueError(f"`state.{field}` {rule}, got {found}")
    return tuple(_as_computed(arrays, p))


def _tuple(parts: Iterable[Any]) -> Kept:
    """Return arrays for a state, where NumPy has made scalars of those without axes."""
    return tuple(np.asarray(part) for part in parts)


def _zeros(p: list[Array]) -> Kept:
    return tuple(np.zeros_like(widened(part)) for part in p)


def _decayed(p: list[Array], g: list[Array], weight_decay: float) -> list[Array]:
    """Return the gradients plus that of the L2 penalty."""
    decay = as_number("weight_decay", weight_decay, at_least=0)
    return [b + times(decay, a) for a, b in zip(p, g, strict=True)] if decay else g
