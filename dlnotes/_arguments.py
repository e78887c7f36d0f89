"""The gate for arguments that are no arrays: counts, shapes, choices, functions, chance.

Arrays and real numbers are checked in `_array.py`. An error message names the argument in
backticks, the rule, and what came.
"""

from collections.abc import Callable, Sequence
from numbers import Integral, Number
from typing import Any, TypeAlias, TypeVar

import numpy as np

Choice = TypeVar("Choice", str, int)
Function = TypeVar("Function", bound=Callable[..., Any])
Item = TypeVar("Item")
Shape: TypeAlias = int | Sequence[int]

LARGEST = 2**63 - 1  # size that NumPy can count to


def as_whole(name: str, value: int) -> int:
    """Return `value` as an int, refused unless an integer."""
    # bool is an Integral to Python, but `batch_size=True` is a mistake
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"`{name}` must be a whole number, got {type(value).__name__}")
    return int(value)


def as_count(name: str, value: int, at_least: int, at_most: float = LARGEST) -> int:
    """Return `as_whole(...)`, refused unless within the bounds."""
    count = as_whole(name, value)
    if count < at_least:
        raise ValueError(f"`{name}` must be at least {at_least}, got {brief(value)}")
    if count > at_most:
        raise ValueError(f"`{name}` must be at most {at_most}, got {brief(value)}")
    return count


def brief(value: object) -> str:
    """Return the text of a value for a message, cut where it is long."""
    if isinstance(value, int) and abs(value) > 10**30:  # Python prints 4300 digits at most
        return f"an int of {value.bit_length()} bits"
    text = str(value) if isinstance(value, Number) else repr(value)
    return text if len(text) <= 100 else f"{text[:80]}..."


def as_axis(axis: int, ndim: int, name: str = "axis") -> int:
    """Return `axis`, refused unless an array of `ndim` axes has it."""
    places = max(ndim, 1)  # as in NumPy, a single number has the axis 0
    if not -places <= as_count(name, axis, -LARGEST) < places:
        prefix = None if name == "axis" else name
        # older NumPy does not always say it
        raise np.exceptions.AxisError(axis, ndim, prefix)
    return axis


def as_shape(name: str, shape: Shape) -> tuple[int, ...]:
    """Return `shape` as a tuple; one integer is the length of a vector."""
    plain = shape.tolist() if isinstance(shape, np.ndarray) else shape
    sizes = plain if isinstance(plain, Sequence) else (plain,)
    whole = all(isinstance(s, Integral) and not isinstance(s, bool) for s in sizes)
    if not whole or isinstance(plain, bytes):  # bytes are a sequence of integers
        raise TypeError(f"`{name}` must hold integers, got {brief(shape)}")
    found = tuple(map(int, sizes))
    if min(found, default=0) < 0:
        raise ValueError(f"`{name}` must hold sizes of at least 0, got {brief(found)}")
    return tuple(as_count(name, size, 0) for size in found)


def one_of(name: str, value: Choice, choices: Sequence[Choice]) -> Choice:
    """Return `value`, refused unless it is among the choices."""
    if any(isinstance(value, type(choice)) and value == choice for choice in choices):
        return value
    *most, last = (f'"{c}"' if isinstance(c, str) else f"{c}" for c in choices)
    rule = "one of " if len(choices) > 2 else ""
    rule += f"{', '.join(most)} or {last}"
    raise ValueError(f"`{name}` must be {rule}, got {brief(value)}")


def as_flag(name: str, value: bool) -> bool:
    """Return `value` as a bool, refused unless it is one: also "False" counts as true."""
    if not isinstance(value, bool | np.bool_):
        raise TypeError(f"`{name}` must be True or False, got {type(value).__name__}")
    return bool(value)


def as_function(name: str, value: Function) -> Function:
    """Return `value`, refused unless it can be called."""
    if not callable(value):
        raise TypeError(f"`{name}` must be callable, got {type(value).__name__}")
    return value


def is_cache(cache: object, kind: type, forward: str) -> None:
    """Refuse a `cache` of another kind than the function `forward` returns."""
    if not isinstance(cache, kind):
        came = type(cache).__name__
        raise TypeError(f"`cache` must be the one that `{forward}` returned, got {came}")


def as_list(name: str, value: Sequence[Item]) -> list[Item]:
    """Return `value` as a list, refused unless it has an order and can be read twice."""
    sequence = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    if not sequence and not (isinstance(value, np.ndarray) and value.ndim):
        raise TypeError(f"`{name}` must be a list or a tuple, got {type(value).__name__}")
    return list(value)


def as_rng(rng: np.random.Generator) -> np.random.Generator:
    """Return `rng`, refused unless a generator, as neither a seed nor `np.random` is."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"`rng` must be a numpy.random.Generator, got {type(rng).__name__}")
    return rng


def as_rng_or_none(rng: np.random.Generator | None) -> np.random.Generator | None:
    """Return `rng`, refused unless a generator or None."""
    if not isinstance(rng, np.random.Generator | None):
        came = type(rng).__name__
        raise TypeError(f"`rng` must be a numpy.random.Generator or None, got {came}")
    return rng
