"""Arithmetic that refuses what a formula cannot mean, where NumPy would broadcast."""

from collections.abc import Callable
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from .tree import FormulaError, Value

Array = NDArray[np.float64]

# Central difference of order 8; Fornberg (1988), "Generation of Finite Difference Formulas
# on Arbitrarily Spaced Grids", table 1. At this step the error is below 1e-12 for \sigma.
STEP = 0.01
STENCIL = ((1, 4 / 5), (2, -1 / 5), (3, 4 / 105), (4, -1 / 280))


def alike(a: Value, b: Value) -> tuple[Array, Array]:
    """Both as arrays: of one shape, or one a number, or a row for every row (XW + b)."""
    a, b = plain(a), plain(b)
    rows = a.ndim == b.ndim + 1 and a.shape[1:] == b.shape and a.shape[0] > 1
    if a.ndim and b.ndim and a.shape != b.shape and not rows:
        raise FormulaError(f"shapes {a.shape} and {b.shape} do not fit")
    return a, b


def plain(value: Value) -> Array:
    """The value as an array of numbers."""
    if callable(value):
        raise FormulaError("a function stands without its argument")
    array = np.asarray(value)
    if array.dtype == object:  # which NumPy computes with, at times until it crashes
        raise FormulaError("an array holds other than numbers")
    return array


def entrywise(
    operation: Callable[[Array, Array], Array],
) -> Callable[[Value, Value], Array]:
    """The operation on entries of arrays that are alike."""
    return lambda a, b: operation(*alike(a, b))


def beside(a: Value, b: Value) -> Array:
    r"""The product of neighbours: cx, Wx, a^\top b, \delta x^\top."""
    a, b = plain(a), plain(b)
    if a.ndim == b.ndim == 1:
        raise FormulaError(
            "two vectors side by side: write \\odot, \\cdot or ^\\top, or draw from R"
        )
    return _product(a, b)


def hadamard(a: Value, b: Value) -> Value:
    r"""The product a \odot b, entry by entry."""
    a, b = plain(a), plain(b)
    if a.shape != b.shape:
        raise FormulaError(f"\\odot between shapes {a.shape} and {b.shape}")
    return a * b


def dot(a: Value, b: Value) -> Array:
    r"""The product a \cdot b, of two vectors a number."""
    return _product(plain(a), plain(b))


def number_times(a: Value, b: Value) -> Value:
    r"""The product a \times b, one of them a number."""
    a, b = plain(a), plain(b)
    if a.ndim and b.ndim:
        raise FormulaError("\\times or * between arrays: write \\odot, \\cdot or nothing")
    return a * b


def _product(a: Array, b: Array) -> Array:
    if not a.ndim or not b.ndim:
        return a * b
    if a.ndim == 1 and b.ndim == 2 and b.shape[0] == 1:
        return np.outer(a, b)
    if a.ndim > 2 or b.ndim > 2 or a.shape[-1] != b.shape[0]:
        raise FormulaError(f"shapes {a.shape} and {b.shape} do not multiply")
    product = a @ b
    return product[0] if product.shape == (1,) else product  # a^\top b is a number


def product_of(terms: Array, axis: int) -> Value:
    r"""The product \prod of numbers, or of matrices in the order of the index."""
    if terms.ndim == 2:
        raise FormulaError("\\prod of vectors: write the product of their entries")
    if terms.ndim < 2:
        return np.prod(terms)
    return reduce(beside, terms)


def power(base: Value, exponent: Value) -> Value:
    r"""The power of a number, of a symmetric matrix (\Sigma^{-1/2}), or of entries."""
    if callable(base):
        return _function_power(base, exponent)
    base, exponent = plain(base), plain(exponent)
    if base.ndim < 2 or exponent.ndim:
        return np.power(*alike(base.astype(float), exponent))
    if base.shape[0] != base.shape[1] or not np.allclose(base, base.T):
        raise FormulaError("power of a matrix that is not symmetric")
    values, vectors = np.linalg.eigh(base)
    return (vectors * values**exponent) @ vectors.T


def _function_power(f: Callable[..., Value], exponent: Value) -> Callable[..., Value]:
    if np.ndim(exponent) or exponent <= 0:
        raise FormulaError("f^{-1} may mean the inverse: write 1/f(x) as a fraction")
    return lambda *x: power(f(*x), exponent)


def transpose(a: Array) -> Array:
    """The transpose; of a vector a row, and of a row the vector."""
    if a.ndim == 1:
        return a[None]
    return a[0] if a.shape[0] == 1 else a.T


def norm(a: Value, order: Value) -> Value:
    """The norm of a vector, or with "F" of a matrix."""
    a = plain(a)
    a = a[0] if a.ndim == 2 and a.shape[0] == 1 else a
    if (order == "F") != (a.ndim == 2):
        raise FormulaError(f"norm {order} of shape {a.shape}: write _F for matrices only")
    return np.linalg.norm(np.ravel(a), 2 if order == "F" else order)


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
