"""One equation solved: its sides as arrays over their free indices."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import numpy as np

from . import scattered
from . import values as _values  # noqa: F401 (which computes the nodes)
from .arrays import Expectation, Unsized
from .compute import value
from .equations import Display, Equation
from .products import ArgumentsError, Defined
from .scope import Index, Scope, Sequenced
from .tree import (
    Binary,
    FormulaError,
    Group,
    Matrix,
    Name,
    Node,
    Number,
    Power,
    SideBySide,
    UnknownNameError,
    Value,
)

Shape = tuple[int, ...]
Shapes = Mapping[str | None, Shape]  # of the results of the code, by name


class Side(NamedTuple):
    """A side of an equation and its value."""

    tex: str
    value: Value
    literal: bool = False  # without a name: the numbers of a worked example


class Solved(NamedTuple):
    """An equation, its computed sides, and the names that it defined.

    `used` are the names that were looked up for it, without those that it defined.
    """

    sides: list[Side]
    defined: tuple[str, ...]
    used: set[str]
    given: bool = False  # its name was drawn
    free: frozenset[str] = frozenset()  # its free indices


def names_of(name: Name | None) -> tuple[str, ...]:
    """The names by which a quantity may be asked for."""
    return (name.base, name.full) if name else ()


class Solver:
    """One equation and the values it is solved with."""

    def __init__(
        self, equation: Equation, display: Display, scope: Scope, shapes: Shapes
    ) -> None:
        self.equation, self.ranges = equation, display.ranges
        self.scope = replace(scope, used=set(), letters=frozenset(equation.letters))
        self.shapes = shapes
        self.free: set[str] = set()
        names: tuple[str | None, ...] = names_of(equation.name) or names_of(equation.label)
        alone = display.equations[0].left is None
        names += () if alone and equation.left else (None,)
        self.shape = next((shapes[name] for name in names if name in shapes), ())

    def solved(self) -> Solved:
        """The equation with the values of its sides."""
        equation, scope = self.equation, self.scope
        if self._is_scattered():
            array = scattered.filled(equation, scope, self.shape)
            scope.values[_base(equation)] = array
            base = (_base(equation),)
            return Solved([Side(equation.texts[-1], array)], base, scope.used - {*base})
        found = [self.tabulate(right) for right in self._rights()]
        if not found:
            raise FormulaError("a right side is missing")
        values = [table for table, _ in found]
        for table, free in found:
            self._refuse_lost_index(table, free)
        left = self._left_value()
        if left is not None:
            values = [np.full(np.shape(left), x) if np.ndim(x) == 0 else x for x in values]
            sides = map(Side, equation.texts, [left, *values], equation.literal)
            given = isinstance(equation.left, Name | Power)
            return Solved(list(sides), (), scope.used, given, frozenset(self.free))
        count = len(values)
        sides = map(Side, equation.texts[-count:], values, equation.literal[-count:])
        defined = self._define(values[0], found[0][1])
        used = scope.used - set(defined)
        return Solved(list(sides), defined, used, free=frozenset(self.free))

    def _is_scattered(self) -> bool:
        name, right = self.equation.name, self.equation.rights[0]
        letters = scattered.letters(self.equation, self.scope, self.shape)
        if not letters or (name and name.full in self.shapes):
            return False
        with suppress(UnknownNameError):
            return bool(self._trial(right)[0])
        return False

    def _rights(self) -> tuple[Node, ...]:
        """The right sides; of a recurrence its sequence, which knows where it starts."""
        name = self.equation.name
        if (
            name
            and isinstance(self.scope.values.get(name.base), Sequenced)
            and name.subscript
        ):
            return (replace(name, label=name.label), *self.equation.rights[1:])
        return self.equation.rights

    def _refuse_lost_index(self, table: Value, free: list[str]) -> None:
        """An error for p_i = e^z of a vector z, whose right side has no i."""
        for letter in self.equation.lost:
            if np.ndim(table) > len(free) and self.scope.get(letter) is None:
                raise FormulaError(f"index {letter} of the left side is not on the right")

    def tabulate(self, node: Node) -> tuple[Value, list[str]]:
        """The value of a side, an array over its free indices, and these indices.

        A letter is free if it has no value and is in a script or in brackets on the left.
        """
        trial, result = self._trial(node)
        if callable(result) or isinstance(result, Expectation):
            raise FormulaError("a function stands without its argument")
        if not trial:
            return result, []
        self.free.update(trial)
        if len(self.shape) == len(trial) + np.ndim(result):
            # Only the result of the code shows how far i runs in X_{i+m}.
            for index, length in zip(trial.values(), self.shape, strict=False):
                index.lengths = index.lengths or {length}
        endless = [name for name, index in trial.items() if not index.lengths]
        if len(endless) == len(trial) and not set(endless) & self.ranges.keys():
            return self._unsized(node, list(trial)), list(trial)
        spans = [self._span(name, index) for name, index in trial.items()]
        rows = [
            value(node, self.scope.running(dict(zip(trial, numbers, strict=True))))
            for numbers in product(*spans)
        ]
        lengths = tuple(len(span) for span in spans)
        return np.reshape(rows, lengths + np.shape(rows[0])), list(trial)

    def _unsized(self, node: Node, free: list[str]) -> Value:
        """An array whose indices are on no axis; the place of its use sets its size."""
        if self.shape or self.equation.name is None:
            raise FormulaError(f"index {free[0]} is on no axis and has no limits")

        def entry(place: tuple[int, ...]) -> Value:
            return value(node, self.scope.running(dict(zip(free, place, strict=True))))

        return Unsized(entry, len(free), self.scope.origin)

    def _span(self, name: str, index: Index) -> range:
        stated = self.ranges.get(name)
        if stated is None:
            return index.range(name)
        first = int(value(stated.first, self.scope))
        if stated.last is None:
            return range(first, self.scope.origin + min(index.lengths, default=0))
        return range(first, int(value(stated.last, self.scope)) + 1)

    def _trial(self, node: Node) -> tuple[dict[str, Index], Value]:
        """The free indices, having learned their ranges, and the value at their first."""
        free: list[str] = []
        letters = self.equation.letters
        while True:
            trial = {name: Index(self._first(name)) for name in free}
            try:
                return trial, value(node, self.scope.running(trial))
            except UnknownNameError as error:
                if error.name in free or error.name not in letters:
                    raise
                free = sorted([*free, error.name], key=letters.index)

    def _first(self, name: str) -> int:
        stated = self.ranges.get(name)
        return int(value(stated.first, self.scope)) if stated else self.scope.origin

    def _left_value(self) -> Value | None:
        """The value of the left side; None where it only names the result."""
        left, equation = self.equation.left, self.equation
        if left is None or isinstance(self.scope.values.get(_base(equation)), Sequenced):
            return None
        if not self._updates() and not _applies_unknown(left, self.scope):
            try:
                return self.tabulate(left)[0]
            except (UnknownNameError, ArgumentsError):  # \cos(a, b) is not the cosine
                pass
        names = equation.name, equation.label
        if names == (None, None) and not _column(left) and not self._applies_known(left):
            raise FormulaError(
                f"the left side {equation.texts[0]} has neither value nor name"
            )
        return None

    def _applies_known(self, left: Node) -> bool:
        r"""Whether this is a known function of a label: \log P(v)."""
        match left:
            case SideBySide((Name() as name, Name(), Group())):
                return callable(self.scope.get(name.full))
        return False

    def _updates(self) -> bool:
        r"""Whether the left side gets a new value: w \leftarrow w - g or w := w - g."""
        name, sign = self.equation.name, self.equation.sign
        again = name is not None and name.full in self.scope.used
        return sign in {"\\approx", "\\leftarrow"} or (sign == ":=" and again)

    def _define(self, result: Value, free: list[str]) -> tuple[str, ...]:
        """Store the value under the name on the left, and return that name."""
        equation, scope = self.equation, self.scope
        if column := _column(equation.left):
            return self._define_column(column, result)
        name, store = equation.name, scope.values
        if name is None:
            name, store = equation.label, scope.results
        if name is None:
            return ()
        if isinstance(equation.left, Power) and isinstance(equation.left.exponent, Number):
            result = np.power(result, 1 / value(equation.left.exponent, scope))
        stem = name.base if set(name.mark) & set(free) else name.stem
        if isinstance(scope.values.get(stem), Sequenced):
            scope.results[stem] = result
            return (stem,)
        taken = stem in scope.values or stem in scope.own
        defined = stem if free and not taken else name.full
        store[defined] = result
        if store is scope.results and free and defined not in scope.values:
            scope.values[defined] = result  # so that L(t) is known to other equations
        return (defined,)

    def _define_column(self, column: list[Name], result: Value) -> tuple[str, ...]:
        r"""The names in a column on the left, which are parts of the result."""
        lengths = [max(1, *self.shapes.get(name.full, (0,)), 0) for name in column]
        if sum(lengths) != len(result):
            lengths = [len(result) // len(column)] * len(column)
        ends = np.cumsum(lengths)
        for name, part in zip(column, np.split(result, ends[:-1]), strict=True):
            shape = self.shapes.get(name.full)
            self.scope.values[name.full] = part[0] if shape == () else part
        return tuple(name.full for name in column)


def _is_mean(found: Value) -> bool:
    return isinstance(found, Expectation)


def _base(equation: Equation) -> str:
    return equation.name.base if equation.name else ""


def _column(left: Node | None) -> list[Name]:
    """The names of a column on the left."""
    if not isinstance(left, Matrix):
        return []
    cells = [row[0] for row in left.rows if len(row) == 1]
    names = [cell for cell in cells if isinstance(cell, Name)]
    return names if len(names) == len(left.rows) else []


def _applies_unknown(left: Node, scope: Scope) -> bool:
    """Whether this is f(x) of a name f that is not a function, and so no product."""
    match left:
        case SideBySide((Group((Binary("*", Name(), Name()),)), Group())):
            return True  # (x * w)(t)
        case SideBySide((Name() as name, Group(), *_)) | SideBySide(
            (Power(Name() as name), Group())
        ):
            try:
                found = value(name, scope)
            except FormulaError:
                return True
            return isinstance(found, Defined) or not (callable(found) or _is_mean(found))
    return False
