"""What the names in a formula stand for, and the indices of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .tree import FormulaError, Value


@dataclass(frozen=True)
class Scope:
    """What names stand for.

    `values` are drawn or defined by equations and come before `library`; `origin` is what
    the formula counts from; `used` collects the values that were looked up.
    """

    values: dict[str, Value]
    library: Mapping[str, Value]
    origin: int = 1
    used: set[str] = field(default_factory=set)

    def having(self, values: Mapping[str, Value]) -> "Scope":
        """The scope with more values."""
        return replace(self, values={**self.values, **values})

    def get(self, name: str) -> Value:
        """The value of a name, None if it has none."""
        if name in self.values:
            self.used.add(name)
            return self.values[name]
        return self.library.get(name)


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
