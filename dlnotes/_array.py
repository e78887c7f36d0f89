"""The array type of the package, the one way into it, and the refusals chapters share.

A refusal names the argument in backticks, the rule, and what came.
"""

import math
from numbers import Integral, Real
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[np.floating[Any]]
Scalar: TypeAlias = np.floating[Any]


def as_float(name: str, x: ArrayLike) -> Array:
    """Return `x` as a floating array: float32 stays float32, integers become float64."""
    array = np.asarray(x)
    if array.dtype.kind not in "biuf":
        raise TypeError(f"`{name}` must hold real numbers, got dtype {array.dtype}")
    return array if array.dtype.kind == "f" else array.astype(np.float64)


def as_scalar(name: str, value: float, like: Array) -> Scalar:
    """Return the option `value` in the dtype of `like`, so that it cannot promote it."""
    # bool is a Real to Python, but `negative_slope=True` is a mistake
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"`{name}` must be a real number, got {type(value).__name__}")
    with np.errstate(over="ignore"):  # 1e300 is inf in float32
        return like.dtype.type(value)


def as_finite(
    name: str,
    value: float,
    like: Array,
    *,
    at_least: float = -math.inf,
    above: float = -math.inf,
) -> Scalar:
    """Return `as_scalar(...)`, refused unless finite, `>= at_least` and `> above`."""
    scalar = as_scalar(name, value, like)
    if np.isfinite(scalar) and scalar >= at_least and scalar > above:
        return scalar
    rule = "a finite number"
    if at_least > -math.inf:
        rule += f" of at least {at_least}"
    if above > -math.inf:
        rule += f" above {above}"
    came = f"{value}"
    if str(scalar) != str(float(value)):  # the rule holds for it, but not in this dtype
        came += f", which is {scalar} in {like.dtype}"
    raise ValueError(f"`{name}` must be {rule}, got {came}")


def as_count(name: str, value: int, at_least: int) -> int:
    """Return `value` as an int, refused unless a whole number of at least `at_least`."""
    # bool is an Integral to Python, but `batch_size=True` is a mistake
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"`{name}` must be a whole number, got {type(value).__name__}")
    if value < at_least:
        raise ValueError(f"`{name}` must be at least {at_least}, got {value}")
    return int(value)


def as_rng(rng: np.random.Generator) -> np.random.Generator:
    """Return `rng`, refused unless a generator, as neither a seed nor `np.random` is."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"`rng` must be a numpy.random.Generator, got {type(rng).__name__}")
    return rng


def same_shape(name: str, x: Array, other_name: str, other: Array) -> None:
    """Refuse an `x` that would fit `other` by broadcasting only, or not at all."""
    if x.shape != other.shape:
        rule = f"the shape {other.shape} of `{other_name}`"
        raise ValueError(f"`{name}` must have {rule}, got {x.shape}")


def not_empty(name: str, x: Array, axis: int | None = None) -> None:
    """Refuse an `x` without entries to reduce, along `axis` or at all."""
    if x.ndim and np.size(x, axis) == 0:
        where = "" if axis is None else f" along axis {axis}"
        raise ValueError(f"`{name}` must not be empty{where}, got shape {x.shape}")
