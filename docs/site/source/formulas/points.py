"""Small numbers for a formula: a draw at which it says what the code computes."""

import re
from typing import NamedTuple

import numpy as np

from .arrays import plain
from .check import Library, comparisons
from .draws import Draw, Draws
from .scope import Branches
from .solver import Solved
from .solving import solve
from .tree import FormulaError, Value

MUCH = 12  # numbers that a reader takes in
SIZES = re.compile(r"\^\(?([\w,]+)")


class Point(NamedTuple):
    """Small inputs of a binding, the seed that they were drawn with, and what they give.

    `read` are the inputs that the right formula reads, `used` those that are no lengths
    of others.
    """

    seed: int
    draw: Draw
    solved: list[Solved]
    read: dict[str, Value]
    used: dict[str, Value]


def small_point(
    tex: str, drawn: Draws, library: Library, seed: int, how: str = "small"
) -> Point | None:
    """The point of a seed, if the formula says there what the code computes."""
    try:
        draw = drawn.small(seed, how)
        solved, scope = solve(tex, draw.inputs, library, shapes(draw), Branches())
        pairs = list(comparisons(solved, scope, draw))
        if not all(pair.holds() and finite(pair.wanted.value) for pair in pairs):
            return None
    except FormulaError:
        return None
    names = set().union(*(one.used for one in solved))
    read = {n: v for n, v in draw.inputs.items() if n in names and _can_be_shown(v)}
    return Point(seed, draw, solved, read, _without_sizes(read, drawn))


def shapes(draw: Draw) -> dict[str | None, tuple[int, ...]]:
    """The shapes of the results of the code, by name."""
    return {name: np.shape(result) for name, result in draw.results.items()}


def finite(value: Value) -> bool:
    """Whether a value is made of finite numbers."""
    return bool(np.all(np.isfinite(plain(value))))


def count(values: dict[str, Value]) -> int:
    """How many numbers these values have."""
    return sum(map(np.size, values.values()))


def shown(value: Value) -> str:
    """A value as a reader takes it in: four digits, of a large array its beginning.

    A function is not shown.
    """
    if callable(value):
        return ""
    if np.ndim(value) == 0:
        number = np.format_float_positional(
            float(value), 4, unique=True, fractional=False, trim="-"
        )
        return number.replace("-", "−") if float(number) else "0"
    few = [*value] if np.size(value) <= MUCH else [*value[:2]]
    rest = ["…"] * (len(few) < len(value))
    return f"[{', '.join([*map(shown, few), *rest])}]"


def _can_be_shown(value: Value) -> bool:
    """Whether an input is a function or holds numbers."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "bif"
    return callable(value) or isinstance(value, int | float | np.number)


def _without_sizes(given: dict[str, Value], drawn: Draws) -> dict[str, Value]:
    """The inputs without the lengths that can be counted in others."""
    named = set(re.findall(r"\w+", " ".join(SIZES.findall(drawn.binding.domain))))
    seen = {length for value in given.values() for length in np.shape(value)}
    return {n: v for n, v in given.items() if n not in named or v not in seen}
