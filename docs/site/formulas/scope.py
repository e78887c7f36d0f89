"""What the names in a formula stand for, and the indices of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from .tree import FormulaError, Name, Node, Value

LETTERS = tuple("ijklmnst")  # of indices


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
    """What names stand for.

    `values` are drawn or defined by equations and come before `library`; `origin` is the
    number that the formula counts from; `branches` and `used` collect what was reached and
    the values that were looked up; `indices` are the names that run; `own` are those that
    equations define; `results` are the values of f(x), by the name of f.
    """

    values: dict[str, Value]
    library: Mapping[str, Value]
    branches: "Branches"
    origin: int = 1
    used: set[str] = field(default_factory=set)
    indices: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    results: dict[str, Value] = field(default_factory=dict)

    def running(self, numbers: Mapping[str, Value]) -> "Scope":
        """The scope with numbers for indices."""
        values, indices = {**self.values, **numbers}, self.indices.union(numbers)
        rest = (self.library, self.branches, self.origin, self.used)
        return Scope(values, *rest, indices, self.own, self.results)

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
