"""Checks of the arguments of schedules, and the powers that several of them need."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_function
from .._array import Array, as_integers, as_number

Steps: TypeAlias = NDArray[np.int64]
Factor: TypeAlias = Callable[[int], float]

LONGEST = 2**62 - 1  # number of steps of which NumPy can still count twice as many


def _as_steps(name: str, t: ArrayLike) -> Steps:
    """Return `t` as 64-bit integers, so that `t + 1` cannot leave a narrow dtype."""
    steps = as_integers(name, t)
    if np.any(steps < 0):
        raise ValueError(f"`{name}` must not be negative, got {steps[steps < 0].flat[0]}")
    return steps


def _factors(lr_lambda: Factor, steps: list[int]) -> Array:
    """Return the factor of each step, refused unless finite and at least 0."""
    as_function("lr_lambda", lr_lambda)
    found = [as_number(f"lr_lambda({s})", lr_lambda(s), at_least=0) for s in steps]
    return np.array(found, np.float64)


def _powers(base: float | Array, gamma: float, exponents: NDArray[np.int64]) -> Array:
    """Return base * gamma**exponents, which may overflow for a gamma above 1."""
    with np.errstate(over="ignore", invalid="ignore"):
        powers = np.power(gamma, exponents)
        # in two factors where one is 0 or inf, although the rate may be neither
        half = exponents // 2
        rates = base * np.power(gamma, half) * np.power(gamma, exponents - half)
        whole = np.isfinite(powers) & (powers > 0)
        # a rate of 0 stays 0, where 0 * inf would be nan
        return np.where(base == 0, 0.0, np.where(whole, base * powers, rates))[()]
