"""A number that remembers how it was computed, and so can be differentiated.

Every operation notes, while it computes its result, the slope of the result in each
operand. `backward` multiplies these slopes from the result back to the inputs.
"""

from collections.abc import Sequence
from numbers import Real
from typing import Any, SupportsFloat

import numpy as np

from .._array import as_finite, as_scalar
from ..activations import relu, relu_grad, tanh, tanh_grad

FIELDS = ("data", "depth", "grad", "name", "operands", "operation", "slopes")


class Value:
    """Number in a computation that can be differentiated.

    `+`, `-`, `*`, `/` and `**`, of two of them or of one and a plain number, and the
    methods make new ones. `operation` and `operands` say how this one was computed,
    `slopes` holds its derivatives by the operands, and `depth` is the largest number of
    operations that lead from a leaf of the graph to it.

    Parameters
    ----------
    data : float
        The number.
    name : str, default ""
        Name of the number, in its `repr` and where its graph is drawn.

    Returns
    -------
    Value
        Leaf of a graph: it has no operands, and its `grad` is 0.

    Raises
    ------
    TypeError
        If an operand is neither a `Value` nor a real number, or an exponent is not a real
        number.
    ValueError
        If a number is divided by 0, the logarithm is taken of a number that is not above
        0, an exponent is not finite, or a power or its slope does not exist: a negative
        number to an exponent that is not whole, 0 to one below 1 other than 0.

    Examples
    --------
    >>> from dlnotes.autodiff import Value
    >>> x = Value(3, name="x")
    >>> y = x * x + 2 * x  # x is used three times
    >>> y.backward()
    >>> y.data, x.grad  # 2 x + 2
    (15.0, 8.0)
    >>> x
    Value(3.0, grad=8.0, name='x')

    References
    ----------
    [@baydin2018].
    """

    __slots__ = (*FIELDS, "saved_in_order")
    saved_in_order: bool
    __array_ufunc__ = None  # so that np.float64(2) * value calls value.__rmul__

    def __init__(self, data: float, name: str = "") -> None:
        plain = type(data) is float  # most numbers are, and need no check
        self.data = data if plain else float(as_scalar("data", data))
        self.name = name
        self.grad = 0.0
        self.operation = ""
        self.operands: tuple[Value, ...] = ()
        self.slopes: tuple[float, ...] = ()
        self.depth = 0

    def __repr__(self) -> str:
        name = f", name={self.name!r}" if self.name else ""
        return f"Value({self.data}, grad={self.grad}{name})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how `copy` and `pickle` make this number anew.

        Left alone they would go from result to operand, one call inside the other. So all
        numbers of the graph come first, in an order in which no operand is still to come.
        """
        fields = [getattr(self, field) for field in FIELDS]
        if getattr(self, "saved_in_order", False):
            return _restored, ((), fields)
        graph = self.graph()[:-1]
        return _restored, ((_InOrder(graph, True), graph, _InOrder(graph, False)), fields)

    def graph(self) -> list["Value"]:
        """Return this number and all that it was computed from, operands first."""
        found, waiting = {self: None}, [self]  # a dict keeps its order, a set does not
        while waiting:
            for operand in waiting.pop().operands:
                if operand not in found:
                    found[operand] = None
                    waiting.append(operand)
        return sorted(found, key=lambda value: value.depth)

    def backward(self) -> None:
        """Add the derivatives of this number to the `grad` of all of its graph.

        They are added to the old values of `grad`, as in PyTorch: set `grad` to 0 to
        start anew.
        """
        order = self.graph()
        slope = dict.fromkeys(order, 0.0)  # derivative of this number by each in its graph
        slope[self] = 1.0
        for value in reversed(order):
            value.grad += slope[value]
            for operand, local in zip(value.operands, value.slopes, strict=True):
                slope[operand] += slope[value] * local

    def __add__(self, other: "Value | float") -> "Value":
        other = _value(other)
        return _made("+", self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __sub__(self, other: "Value | float") -> "Value":
        other = _value(other)
        return _made("-", self.data - other.data, [(self, 1.0), (other, -1.0)])

    def __mul__(self, other: "Value | float") -> "Value":
        other = _value(other)
        return _made("*", self.data * other.data, [(self, other.data), (other, self.data)])

    def __truediv__(self, other: "Value | float") -> "Value":
        other = _value(other)
        if other.data == 0:
            raise ValueError(f"`other` must not be 0 in a division, got {other.data}")
        quotient = self.data / other.data
        slopes = [(self, 1 / other.data), (other, -quotient / other.data)]
        return _made("/", quotient, slopes)

    def __pow__(self, exponent: float) -> "Value":
        n = as_finite("exponent", exponent)
        x = self.data
        if x < 0 and n != np.floor(n):
            raise ValueError(f"`exponent` must be whole for {x}, got {exponent}")
        if x == 0 and n < 1 and n != 0:
            raise ValueError(f"`exponent` must be 0 or at least 1 for {x}, got {exponent}")
        with np.errstate(over="ignore"):
            slope = 0.0 if n == 0 else n * np.power(x, n - 1)
            return _made(f"**{float(n):g}", np.power(x, n), [(self, slope)])

    def __neg__(self) -> "Value":
        return _made("-", -self.data, [(self, -1.0)])

    def __radd__(self, other: float) -> "Value":
        return _value(other) + self

    def __rsub__(self, other: float) -> "Value":
        return _value(other) - self

    def __rmul__(self, other: float) -> "Value":
        return _value(other) * self

    def __rtruediv__(self, other: float) -> "Value":
        return _value(other) / self

    def exp(self) -> "Value":
        """Return e to the power of the number."""
        with np.errstate(over="ignore"):
            power = np.exp(self.data)
        return _made("exp", power, [(self, power)])

    def log(self) -> "Value":
        """Return the natural logarithm of the number, which must be above 0."""
        if self.data <= 0:
            raise ValueError(f"`log` must be given a number above 0, got {self.data}")
        return _made("log", np.log(self.data), [(self, 1 / self.data)])

    def tanh(self) -> "Value":
        """Return the hyperbolic tangent of the number."""
        return _made("tanh", tanh(self.data), [(self, tanh_grad(self.data))])

    def relu(self) -> "Value":
        """Return the number, or 0 if it is negative; the slope at 0 is 0."""
        return _made("relu", relu(self.data), [(self, relu_grad(self.data))])


class _InOrder:
    """Mark at the begin or the end of numbers that are saved in their order."""

    def __init__(self, graph: list[Value], begins: bool) -> None:
        self.graph, self.begins = graph, begins

    def __reduce__(self) -> tuple[Any, ...]:
        for value in self.graph:
            value.saved_in_order = self.begins
        return bool, ()


def _restored(_: Any, fields: list[Any]) -> Value:
    """Return a number with the fields given."""
    value = Value(0.0)
    for field, content in zip(FIELDS, fields, strict=True):
        setattr(value, field, content)
    return value


def _value(number: Value | float) -> Value:
    """Return an operand as a `Value`."""
    if isinstance(number, Value):
        return number
    if isinstance(number, bool) or not isinstance(number, Real):
        kind = type(number).__name__
        raise TypeError(f"an operand must be a Value or a real number, got {kind}")
    return Value(number)


def _made(
    operation: str, data: SupportsFloat, parts: Sequence[tuple[Value, SupportsFloat]]
) -> Value:
    """Return the result of an operation on operands, each with the slope in it."""
    made = Value(float(data))
    made.operation = operation
    made.operands = tuple(operand for operand, _ in parts)
    made.slopes = tuple(float(slope) for _, slope in parts)
    made.depth = 1 + max(operand.depth for operand in made.operands)
    return made
