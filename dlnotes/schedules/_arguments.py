"""Checks of the arguments of schedules, and the powers that several of them need."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, as_finite

Steps: TypeAlias = NDArray[np.int64]
Factor: TypeAlias = Callable[[int], float]

ONE = np.ones((), np.float64)  # rates are float64, whatever the steps are counted in


def _as_steps(t: ArrayLike) -> Steps:
    """Return `t` as 64-bit integers, so that `t + 1` cannot leave a narrow dtype."""
    steps = np.asarray(t)
    if steps.size == 0 and not isinstance(t, np.ndarray):
        steps = steps.astype(np.int64)  # an empty list has no dtype of its own
    if steps.dtype.kind not in "iu":
        raise TypeError(f"`t` must hold whole numbers, got dtype {steps.dtype}")
    if np.any(steps < 0):
        raise ValueError(f"`t` must not be negative, got {steps[steps < 0].flat[0]}")
    return steps.astype(np.int64)


def _as_number(name: str, value: float, *, at_least: float = 0) -> np.float64:
    """Return a rate or factor, refused unless finite and at least `at_least`."""
    return np.float64(as_finite(name, value, ONE, at_least=at_least))


def _as_divisor(name: str, value: float) -> np.float64:
    """Return a divisor, refused unless finite and above 0."""
    return np.float64(as_finite(name, value, ONE, above=0))


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> None:
    """Refuse a `value` that is not among the choices."""
    if value not in choices:
        rule = " or ".join(map(repr, choices))
        raise ValueError(f"`{name}` must be {rule}, got {value!r}")


def _factors(lr_lambda: Factor, steps: list[int]) -> Array:
    """Return the factor of each step, refused unless finite and at least 0."""
    if not callable(lr_lambda):
        raise TypeError(f"`lr_lambda` must be callable, got {type(lr_lambda).__name__}")
    return np.array([_as_number(f"lr_lambda({s})", lr_lambda(s)) for s in steps], float)


def _powers(base: np.float64, gamma: np.float64, exponents: NDArray[np.int64]) -> Array:
    """Return base * gamma**exponents, which may overflow for a gamma above 1."""
    with np.errstate(over="ignore", under="ignore"):
        # a rate of 0 stays 0, where 0 * inf would be nan
        return base * np.power(gamma, exponents) if base else np.zeros(exponents.shape)[()]
