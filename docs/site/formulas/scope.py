"""What the names in a formula stand for, and the indices of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from .tree import FormulaError, Name, Value

LETTERS = tuple("ijklmnst")  # of indices


@dataclass(frozen=True)
class Scope:
    """What names stand for.

    `values` are drawn or defined by equations and come before `library`; `origin` is the
    number that the formula counts from; `used` collects the values that were looked up;
    `indices` are the names that run; `own` are those that equations define;
    `results` are the values of f(x), by the name of f.
    """

    values: dict[str, Value]
    library: Mapping[str, Value]
    origin: int = 1
    used: set[str] = field(default_factory=set)
    indices: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    results: dict[str, Value] = field(default_factory=dict)

    def running(self, numbers: Mapping[str, Value]) -> "Scope":
        """The scope with numbers for indices."""
        values = {**self.values, **numbers}
        return replace(self, values=values, indices=self.indices.union(numbers))

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
        runs = name.label in self.indices
        return runs or (self.has_two_meanings(name.base) and name.label not in self.values)

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
            raise FormulaError(f"index {name} stands on no axis, and has no limits")
        if len(self.lengths) > 1:
            lengths = sorted(self.lengths)
            raise FormulaError(f"index {name} runs over axes of lengths {lengths}")
        return range(self, self + min(self.lengths))
