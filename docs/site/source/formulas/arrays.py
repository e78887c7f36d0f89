"""Arithmetic that refuses operations without a meaning, where NumPy would broadcast."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .tree import FormulaError, Tokens, Value

Array = NDArray[np.float64]


def alike(a: Value, b: Value) -> tuple[Array, Array]:
    """Both as arrays: of one shape, or one a number, or a row for every row (XW + b)."""
    if isinstance(a, Sized):
        a = a.like(b)
    if isinstance(b, Sized):
        b = b.like(a)
    a, b = plain(a), plain(b)
    rows = a.ndim == b.ndim + 1 and a.shape[1:] == b.shape and a.shape[0] > 1
    if a.ndim and b.ndim and a.shape != b.shape and not rows:
        raise FormulaError(f"shapes {a.shape} and {b.shape} do not fit")
    return a, b


def plain(value: Value) -> Array:
    """The value as an array of numbers."""
    if type(value) is np.ndarray and value.dtype != object:
        return value  # the usual case
    if callable(value) or isinstance(value, Expectation):
        raise FormulaError("a function stands without its argument")
    if isinstance(value, Sized):
        raise FormulaError("how large is this array? State its size or its range")
    array = np.asarray(value)
    if array.dtype == object:  # NumPy computes with these too, and may crash
        raise FormulaError("an array must hold numbers only")
    return array


def entrywise(
    operation: Callable[[Array, Array], Array],
) -> Callable[[Value, Value], Array]:
    """The operation on entries of arrays that are alike."""
    return lambda a, b: operation(*alike(a, b))


def beside(a: Value, b: Value) -> Value:
    r"""The product of neighbours: cx, Wx, a^\top b, \delta x^\top."""
    if isinstance(a, Zero | Ones | Eye) or isinstance(b, Zero | Ones | Eye):
        return _special(a, b)
    a, b = plain(a), plain(b)
    if a.ndim == b.ndim == 1:
        raise FormulaError(
            "two vectors side by side: write \\odot, \\cdot or ^\\top, or draw from R"
        )
    return _product(a, b)


def hadamard(a: Value, b: Value) -> Value:
    r"""The product a \odot b, entry by entry."""
    if isinstance(a, Zero) or isinstance(b, Zero):
        return Zero()
    a, b = plain(a), plain(b)
    if a.shape != b.shape:
        raise FormulaError(f"\\odot between shapes {a.shape} and {b.shape}")
    return a * b


def dot(a: Value, b: Value) -> Value:
    r"""The product a \cdot b, of two vectors a number."""
    if isinstance(a, Zero | Ones | Eye) or isinstance(b, Zero | Ones | Eye):
        return _special(a, b)
    return _product(plain(a), plain(b))


def number_times(a: Value, b: Value) -> Value:
    r"""The product a \times b, one of them a number."""
    a, b = plain(a), plain(b)
    if a.ndim and b.ndim:
        raise FormulaError("\\times or * between arrays: write \\odot, \\cdot or nothing")
    return a * b


def star(a: Value, b: Value) -> Value:
    """The product a * b: of numbers, or entry by entry of arrays of one shape."""
    if isinstance(a, Zero) or isinstance(b, Zero):
        return Zero()
    if np.ndim(a) and np.ndim(b) and np.shape(a) != np.shape(b):
        raise FormulaError("* between arrays: write \\star, or the convolution as a sum")
    return plain(a) * plain(b)


def _product(a: Array, b: Array) -> Array:
    if not a.ndim or not b.ndim:
        return a * b
    if a.ndim == 1 and b.ndim == 2 and b.shape[0] == 1:
        return np.outer(a, b)
    if a.ndim > 2 or b.ndim > 2 or a.shape[-1] != b.shape[0]:
        raise FormulaError(f"shapes {a.shape} and {b.shape} do not multiply")
    product = a @ b
    return product[0] if product.shape == (1,) else product  # a^\top b is a number


def power(base: Value, exponent: Value) -> Value:
    r"""The power of a number, of a symmetric matrix (\Sigma^{-1/2}), or of entries."""
    if callable(base):
        return _function_power(base, exponent)
    base, exponent = plain(base), plain(exponent)
    if base.ndim < 2 or exponent.ndim:
        return np.power(*alike(base.astype(float), exponent))
    if base.shape[0] == base.shape[1] and exponent == int(exponent) and base.ndim == 2:
        return np.linalg.matrix_power(base, int(exponent))
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


class Zero(float):
    """The 0 at the start of a recurrence, a number or an array of any shape."""

    def transposed(self) -> "Zero":
        """Itself."""
        return self


class Sized:
    """An array that gets its size from what it is added to."""

    def like(self, other: Value) -> Value:
        """The array in the shape of another."""
        raise NotImplementedError


@dataclass(frozen=True)
class Eye(Sized):
    """The identity I, or a multiple of it."""

    scale: Value = 1.0

    def like(self, other: Value) -> Value:
        """The matrix as large as another."""
        if np.ndim(other) != 2 or np.shape(other)[0] != np.shape(other)[1]:
            raise FormulaError("I is added to what is no square matrix")
        return self.scale * np.eye(len(other))

    def transposed(self) -> "Eye":
        """Itself."""
        return self


@dataclass(frozen=True)
class Unsized(Sized):
    """M_{ij} that is stated for all i and j."""

    entry: Callable[[tuple[int, ...]], Value]
    axes: int
    first: int

    def like(self, other: Value) -> Value:
        """The array in the shape of another."""
        if np.ndim(other) != self.axes:
            raise FormulaError("how far do the indices run? State i = 1, \\dots, n")
        places = np.ndindex(*np.shape(other))
        found = [self.entry(tuple(n + self.first for n in place)) for place in places]
        return np.reshape(found, np.shape(other))


@dataclass(frozen=True)
class Ones(Sized):
    r"""The vector \mathbf{1} of ones, or a multiple of it."""

    scale: Value = 1.0
    row: bool = False
    matrix: bool = False  # \mathbf{1} \mathbf{1}^\top

    def like(self, other: Value) -> Value:
        """The array in the shape of another."""
        if not np.ndim(other):
            raise FormulaError("ones are added to a number: how many are they?")
        return np.full(np.shape(other), self.scale)

    def transposed(self) -> "Ones":
        """The row of ones, or the vector."""
        return Ones(self.scale, not self.row)


def _special(a: Value, b: Value) -> Value:
    r"""The product with a 0 of any shape, I or ones: X \mathbf{1}, \mathbf{1} \mu^\top."""
    if isinstance(a, Zero) or isinstance(b, Zero):
        return Zero()
    for one, other in ((a, b), (b, a)):
        if (
            isinstance(one, Eye | Ones)
            and np.ndim(other) == 0
            and not isinstance(other, Sized)
        ):
            return replace(one, scale=one.scale * other)
        if isinstance(one, Eye):
            inner = other.scale if isinstance(other, Eye) else other
            return Eye(one.scale * inner) if isinstance(other, Eye) else one.scale * inner
    if isinstance(a, Ones) and isinstance(b, Ones) and b.row and not a.row:
        return Ones(a.scale * b.scale, matrix=True)
    if isinstance(a, Ones) and a.matrix and np.ndim(b) == 2:
        return a.scale * np.sum(b, axis=0)  # a row for every row
    if isinstance(b, Ones) and not b.row and np.ndim(a) == 2:
        return dot(a, np.full(np.shape(a)[1], b.scale))
    if isinstance(a, Ones) and a.row and np.ndim(b):
        return dot(np.full((1, len(b)), a.scale), b)
    if isinstance(a, Ones) and not a.row and np.ndim(b) == 2 and len(b) == 1:
        return a.scale * b[0]  # a row for every row
    raise FormulaError("how long is \\mathbf{1}? State `ones = np.ones(n)`")


@dataclass(frozen=True)
class Expectation:
    """A mean or variance, which is no function: it needs to know what varies."""

    of: Callable[..., Value]
    subscript: Tokens = ()
