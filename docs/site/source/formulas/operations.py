"""Operations on whole arrays: correlation, sets, lists, extrema and slopes."""

from collections.abc import Callable
from functools import reduce

import numpy as np

from .arrays import Array, alike, beside, plain
from .tree import FormulaError, Value

# Central difference of order 8; Fornberg (1988), "Generation of Finite Difference Formulas
# on Arbitrarily Spaced Grids", table 1. At this step the error is below 1e-12 for \sigma.
STEP = 0.01
STENCIL = ((1, 4 / 5), (2, -1 / 5), (3, 4 / 105), (4, -1 / 280))


def correlated(a: Value, b: Value) -> Array:
    r"""The sums a \star b: the smaller array slides over the larger one."""
    small, large = sorted((plain(a), plain(b)), key=np.size)
    if small.ndim != large.ndim or not small.ndim:
        raise FormulaError(f"\\star between shapes {np.shape(a)} and {np.shape(b)}")
    windows = np.lib.stride_tricks.sliding_window_view(large, small.shape)
    return np.tensordot(windows, small, small.ndim)


def kronecker(a: Value, b: Value) -> Value:
    r"""The product a \otimes b: of vectors a matrix, of matrices one of blocks."""
    a, b = plain(a), plain(b)
    return np.outer(a, b) if a.ndim == b.ndim == 1 else np.kron(a, b)


def of_sets(operation: Callable[[Array, Array], Array]) -> Callable[[Value, Value], Array]:
    """The operation on sets, which are drawn as whole numbers."""

    def combined(a: Value, b: Value) -> Array:
        if np.asarray(a).dtype.kind != "i" or np.asarray(b).dtype.kind != "i":
            raise FormulaError("a set is drawn as whole numbers, as in A in (1..9)^4")
        return operation(np.asarray(a), np.asarray(b))

    return combined


def concatenated(entries: list[Value], stacked: bool = False) -> Array:
    """The numbers and arrays of a list one after the other."""
    found = [plain(entry) for entry in entries]
    if all(entry.ndim <= 1 for entry in found):
        return np.concatenate([np.atleast_1d(entry) for entry in found])
    if any(entry.ndim != 2 for entry in found):
        raise FormulaError(f"a list of shapes {[entry.shape for entry in found]}")
    return np.concatenate(found, axis=0 if stacked else 1)


def product_of(terms: Array, axis: int) -> Value:
    r"""The product \prod of numbers, or of matrices in the order of the index."""
    if terms.ndim == 2:
        raise FormulaError("\\prod of vectors: write the product of their entries")
    if terms.ndim < 2:
        return np.prod(terms)
    return reduce(beside, terms)


def derivative(f: Callable[[Value], Value]) -> Callable[[Value], Value]:
    """The slope of a function of one number, entry by entry."""

    def slope(x: Value) -> Value:
        steps = (weight * (f(x + k * STEP) - f(x - k * STEP)) for k, weight in STENCIL)
        return sum(steps) / STEP

    return slope


class Extremum:
    """The max or min of several numbers or arrays entry by entry, or of one array."""

    def __init__(self, pairwise: np.ufunc, of_all: Callable[[Value], Value]) -> None:
        self.pairwise, self.of_all = pairwise, of_all

    def __call__(self, *arguments: Value) -> Value:
        """The largest or smallest."""
        if len(arguments) == 1:
            return self.of_all(arguments[0])
        return reduce(lambda a, b: self.pairwise(*alike(a, b)), arguments)

    def reached(self, arguments: list[Value]) -> dict[str, Value]:
        """For each argument, where it alone is the extremum."""
        extremum, found = self(*arguments), {}
        for place, argument in enumerate(arguments):
            rest = [a for n, a in enumerate(arguments) if n != place]
            others = self(*rest) if rest[1:] else rest[0]
            wins = (argument == extremum) & np.not_equal(
                *np.broadcast_arrays(others, extremum)
            )
            found[f"argument_{place + 1}_of_max_or_min_is_chosen"] = wins
        return found
