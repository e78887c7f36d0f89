"""The array type of the package, and the gate for arrays and for the numbers beside them.

Other arguments are checked in `_arguments.py`. An error message names the argument in
backticks, the rule, and what came.
"""

import math
import operator
from collections.abc import Callable, Sequence
from numbers import Real
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._arguments import LARGEST, as_axis, as_list, brief

Array: TypeAlias = NDArray[np.floating[Any]]
Scalar: TypeAlias = np.floating[Any]

REAL: Array = np.zeros(())  # for options that belong to no array
SQUARABLE = 1e100  # a sum of squares of such numbers still fits into float64
BOUNDS: dict[str, tuple[Callable[[Any, Any], bool], str]] = {
    "at_least": (operator.ge, "of at least"),
    "above": (operator.gt, "above"),
    "at_most": (operator.le, "of at most"),
    "below": (operator.lt, "below"),
}


def as_array(name: str, x: ArrayLike) -> NDArray[Any]:
    """Return `x` as an array, refused if it has a mask or NumPy cannot read it."""
    kind = type(x).__name__
    if _is_masked(x):
        came = "one" if isinstance(x, np.ma.MaskedArray) else f"a {kind} that holds one"
        raise TypeError(f"`{name}` must not be a masked array, got {came}")
    try:
        return np.asarray(x)
    except ValueError as error:
        rule = "hold entries of one shape"
        raise ValueError(f"`{name}` must {rule}, got a ragged {kind}") from error
    except (RuntimeError, TypeError) as error:  # PyTorch's, with advice
        rule = "be an array or a list of numbers"
        raise TypeError(f"`{name}` must {rule}, got {kind}: {error}") from error


def as_real(name: str, x: ArrayLike) -> NDArray[Any]:
    """Return `x` as an array in its own dtype, refused unless it holds real numbers."""
    array = as_array(name, x)
    if array.dtype.kind not in "biuf":
        raise TypeError(f"`{name}` must hold real numbers, got dtype {array.dtype}")
    return array


def as_float(name: str, x: ArrayLike) -> Array:
    """Return `x` as a floating array: float32 stays float32, integers become float64."""
    array = as_real(name, x)
    return array if array.dtype.kind == "f" else array.astype(np.float64)


def as_floats(name: str, arrays: Sequence[ArrayLike]) -> list[Array]:
    """Return the entries of a list as floating arrays; messages name them by index."""
    items = as_list(name, arrays)
    return [as_float(f"{name}[{i}]", item) for i, item in enumerate(items)]


def as_integers(name: str, x: ArrayLike) -> NDArray[np.int64]:
    """Return `x` as int64, refused unless it holds integers; bool and float are none."""
    array = as_array(name, x)
    if array.size and array.dtype.kind not in "iu":  # an empty list has the dtype of floats
        raise TypeError(f"`{name}` must hold whole numbers, got dtype {array.dtype}")
    if array.dtype == np.uint64 and np.any(array > LARGEST):
        raise ValueError(f"`{name}` must be at most {LARGEST}, got {np.max(array)}")
    return array.astype(np.int64)


def as_bools(name: str, x: ArrayLike) -> NDArray[np.bool_]:
    """Return `x` as an array, refused unless it holds bools."""
    array = as_array(name, x)
    if array.dtype != bool:
        raise TypeError(f"`{name}` must hold bools, got dtype {array.dtype}")
    return array


def as_labels(name: str, y: ArrayLike, classes: int) -> NDArray[np.intp]:
    """Return class labels, refused unless integers from 0 to `classes - 1`."""
    labels = as_real(name, y)
    if labels.size and labels.dtype.kind not in "iu":
        raise TypeError(f"`{name}` must hold integers as labels, got dtype {labels.dtype}")
    outside = labels[(labels < 0) | (labels >= classes)]
    if outside.size:
        rule = f"labels from 0 to {classes - 1}"
        raise ValueError(f"`{name}` must hold {rule}, got {outside[0]}")
    return labels.astype(np.intp)


def are_signs(name: str, y: Array) -> None:
    """Refuse labels other than -1 and 1."""
    other = y[(y != -1) & (y != 1)]
    if other.size:
        raise ValueError(f"`{name}` must be -1 or 1, got {other[0]}")


def are_finite(name: str, x: Array) -> None:
    """Refuse entries that are infinite or nan."""
    bad = x[~np.isfinite(x)]
    if bad.size:
        raise ValueError(f"`{name}` must hold finite numbers, got {bad[0]}")


def as_squarable(name: str, x: Array) -> Array:
    """Return `x` in float64, refused unless finite and not too large to be squared."""
    wide = x.astype(np.float64)
    bad = wide[~(np.abs(wide) <= SQUARABLE)]
    if bad.size:
        rule = f"finite numbers of at most {SQUARABLE:.0e} in size"
        raise ValueError(f"`{name}` must hold {rule}, got {bad[0]}")
    return wide


def are_probabilities(name: str, p: Array) -> None:
    """Refuse entries outside [0, 1]; nan is not outside, and passes through."""
    if p.size == 0 or (np.min(p) >= 0 and np.max(p) <= 1):
        return  # the common case, without a mask as large as `p`
    outside = p[(p < 0) | (p > 1)]
    if outside.size:
        raise ValueError(f"`{name}` must lie in [0, 1], got {outside[0]}")


def are_distributions(name: str, p: Array) -> None:
    """Refuse an array that is no probability distribution along the last axis."""
    if p.ndim == 0:
        raise ValueError(f"`{name}` must have shape (..., K), got ()")
    not_empty(name, p)
    are_probabilities(name, p)
    total = np.sum(p, axis=-1, dtype=np.result_type(p, np.float32))
    off = total[abs(total - 1) > math.sqrt(np.finfo(p.dtype).eps)]
    if off.size:
        raise ValueError(f"`{name}` must sum to 1 along its last axis, got {off.flat[0]}")


def has_axes(name: str, x: NDArray[Any], *axes: str) -> None:
    """Refuse an `x` with more or fewer axes than are named, such as "N", "D"."""
    if x.ndim != len(axes):
        shape = f"({axes[0]},)" if len(axes) == 1 else f"({', '.join(axes)})"
        raise ValueError(f"`{name}` must have shape {shape}, got {x.shape}")


def has_shape(name: str, x: NDArray[Any], shape: tuple[int, ...], why: str) -> None:
    """Refuse an `x` of another shape than `shape`; `why` follows it in the message."""
    if x.shape != shape:
        raise ValueError(f"`{name}` must have shape {shape}{why}, got {x.shape}")


def same_shape(name: str, x: Array, other_name: str, other: Array) -> None:
    """Refuse an `x` that would fit `other` by broadcasting only, or not at all."""
    if x.shape != other.shape:
        rule = f"the shape {other.shape} of `{other_name}`"
        raise ValueError(f"`{name}` must have {rule}, got {x.shape}")


def not_empty(name: str, x: NDArray[Any]) -> None:
    """Refuse an `x` without entries."""
    if x.size == 0:
        raise ValueError(f"`{name}` must not be empty, got shape {x.shape}")


def not_empty_along(name: str, x: NDArray[Any], axis: int) -> None:
    """Refuse an `x` without entries to reduce along `axis`."""
    if (x.shape or (1,))[as_axis(axis, x.ndim)] == 0:
        rule = f"not be empty along axis {axis}"
        raise ValueError(f"`{name}` must {rule}, got shape {x.shape}")


def as_scalar(name: str, value: float, like: Array = REAL) -> Scalar:
    """Return the option `value` in the dtype of `like`, in float32 for float16.

    So it promotes no array that is computed with, and loses no digits.
    """
    # bool is a Real to Python, but `negative_slope=True` is a mistake
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"`{name}` must be a real number, got {type(value).__name__}")
    try:
        with np.errstate(over="ignore"):  # 1e300 is inf in float32
            return np.result_type(like, np.float32).type(value)
    except OverflowError as error:  # Python's, of 10**400
        came = f"{type(value).__name__} outside of it"
        raise ValueError(f"`{name}` must be in the range of float64, got {came}") from error


def as_finite(name: str, value: float, like: Array = REAL, **bounds: float) -> Scalar:
    """Return `as_scalar(...)`, refused unless finite and within the `BOUNDS` given."""
    scalar = as_scalar(name, value, like)
    rules = [(*BOUNDS[key], bound) for key, bound in bounds.items()]
    vanished = scalar == 0 and value != 0
    kept = all(keeps(scalar, bound) for keeps, _, bound in rules)
    if kept and np.isfinite(scalar) and not vanished:
        return scalar
    rule = "a finite number "
    rule += " and ".join(f"{words} {bound}" for _, words, bound in rules)
    came = brief(value)
    if str(scalar) != str(float(value)):  # the rule holds for it, but not in this dtype
        came += f", which is {scalar} in {like.dtype}"
    raise ValueError(f"`{name}` must be {rule.strip()}, got {came}")


def as_number(name: str, value: float, **bounds: float) -> float:
    """Return `as_finite(...)` as a Python float, which promotes no array."""
    return float(as_finite(name, value, REAL, **bounds))


def as_share(name: str, value: float, *, end: str = "]") -> float:
    """Return `value`, refused unless in [0, 1], or in [0, 1) for an `end` of ")"."""
    share = float(as_scalar(name, value))
    if 0 <= share < 1 or (share == 1 and end == "]"):
        return share
    raise ValueError(f"`{name}` must lie in [0, 1{end}, got {brief(value)}")


def _is_masked(x: Any) -> bool:
    """Whether this is a masked array, or a list that holds one."""
    if isinstance(x, list | tuple):
        # plain numbers by their types: a million of them are not asked one by one
        return not set(map(type, x)) <= {int, float} and any(map(_is_masked, x))
    return isinstance(x, np.ma.MaskedArray)
