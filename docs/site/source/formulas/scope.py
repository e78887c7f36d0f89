"""The values of the names in a formula, and the indices of its sums."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from .tree import FormulaError, Name, Node, Value

LETTERS = tuple("ijklmnst")  # of indices


class Sequenced:
    """A quantity h_t that is given by its values at other times.

    `starts` are the values that are stated, by their number; `names` how they are called.
    """

    def __init__(
        self,
        compute: Callable[[int, "Scope"], Value],
        starts: dict[int, Value],
        names: set[str],
    ) -> None:
        self.compute, self.known, self.names = compute, dict(starts), names
        self.starts = frozenset(starts)
        self.busy: set[int] = set()

    def entry(self, number: int, scope: "Scope") -> Value:
        """The value at a number."""
        if isinstance(number, Index):
            return self._learned(number, scope)
        number = int(number)
        if number not in self.known:
            if number in self.busy or len(self.busy) > 100:
                raise FormulaError("a recurrence without its start: state it, as h_0 = 0")
            self.busy.add(number)
            self.known[number] = self.compute(number, scope)
            self.busy.discard(number)
        return self.known[number]

    def _learned(self, number: "Index", scope: "Scope") -> Value:
        """The value at the first number that is not stated; the index learns from it."""
        first = int(number)
        while first in self.starts:
            first += 1
        index = Index(first)
        index.lengths = number.lengths
        return self.compute(index, scope)


class Branches:
    """The cases, bounds and conditions of a formula, and whether a draw reached each."""

    def __init__(self) -> None:
        self.reached: dict[tuple[int, str], bool] = {}

    def note(self, node: Node, **outcomes: Value) -> None:
        """Remember which outcomes of a node were reached for any entry."""
        for outcome, holds in outcomes.items():
            key = id(node), outcome.replace("_", " ")
            self.reached[key] = self.reached.get(key, False) or bool(np.any(holds))

    def refuse_unreached(self) -> None:
        """An error if there is an outcome that no draw reached."""
        for (_, outcome), reached in self.reached.items():
            if not reached:
                raise FormulaError(f"{outcome} in no draw: draw from a wider set")


@dataclass(slots=True)
class Scope:
    """The values of names.

    `values` are drawn or defined by equations and come before `library`; `origin` is the
    number that the formula counts from; `branches` and `used` collect what was reached and
    the values that were looked up; `indices` are the names that run; `own` are those that
    equations define; `results` are the values of f(x), by the name of f; `letters` stand in
    the scripts and brackets of the left side, where they may be free indices.
    """

    values: dict[str, Value]
    library: Mapping[str, Value]
    branches: "Branches"
    origin: int = 1
    used: set[str] = field(default_factory=set)
    indices: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    results: dict[str, Value] = field(default_factory=dict)
    letters: frozenset[str] = frozenset()

    def running(self, numbers: Mapping[str, Value]) -> "Scope":
        """The scope with numbers for indices."""
        values, indices = {**self.values, **numbers}, self.indices.union(numbers)
        rest = (self.library, self.branches, self.origin, self.used)
        return Scope(values, *rest, indices, self.own, self.results, self.letters)

    def holding(self, values: Mapping[str, Value]) -> "Scope":
        """The scope with other values for names, which are no indices then."""
        inner = self.running(values)
        inner.indices = self.indices.difference(values)
        return inner

    @property
    def learns(self) -> bool:
        """Whether an index still learns how far it runs."""
        return any(isinstance(self.values[name], Index) for name in self.indices)

    def get(self, name: str) -> Value:
        """The value of a name, None if it has none."""
        if name in self.values:
            self.used.add(name)
            return self.values[name]
        return self.library.get(name)

    def has_two_meanings(self, base: str) -> bool:
        """Whether x_i may be of another array than x, since x has a value of its own."""
        return base in self.values or base in self.own

    def indexes(self, name: Name, array: Value) -> bool:
        """Whether the subscript of a name that has a value is an index all the same."""
        if name.label not in LETTERS or not np.ndim(array):
            return False
        if name.label in self.indices:
            return True
        base = self.values.get(name.base)
        twice = (
            name.base in self.own if base is None else np.ndim(array) == np.ndim(base) + 1
        )
        return twice and name.label not in {*self.values, "s", "t"}

    def family(self, base: str) -> Value:
        """The array that was drawn or defined as x_i beside another x, if there is one."""
        found = [
            f"{base}_{letter}" for letter in LETTERS if f"{base}_{letter}" in self.values
        ]
        return self.get(found[0]) if len(found) == 1 else None


class Index(int):
    """The first value of an index; it learns the lengths of the axes it is written on."""

    lengths: set[int]

    def __new__(cls, first: int) -> "Index":
        """The index at its first value."""
        self = super().__new__(cls, first)
        self.lengths = set()
        return self

    def range(self, name: str) -> range:
        """All values of the index."""
        if not self.lengths:
            raise FormulaError(f"index {name} is on no axis and has no limits")
        if len(self.lengths) > 1:
            lengths = sorted(self.lengths)
            raise FormulaError(f"index {name} runs over axes of lengths {lengths}")
        return range(self, self + min(self.lengths))
