"""Random inputs of a binding, and the results of its code for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from . import bindings, domains
from .bindings import Functions
from .tree import FormulaError, Value

# A wrong formula may agree by chance with one number, and more so with a 0 or a 1. So there
# are at least LEAST draws, and more until that many numbers of each result were compared.
LEAST, NUMBERS, BITS = 10, 25, 240
# A worked example states all its numbers, and some may be equal by chance. So it is drawn
# with others near them too, where its cases are the same.
NEAR = 8


@dataclass(frozen=True)
class Draw:
    """Random inputs, and the results of the code by name; a single one has none.

    `near`: the inputs are near the numbers of a worked example, so that sides made of these
    numbers alone do not hold.
    """

    inputs: dict[str, Value]
    results: dict[str | None, Value]
    near: bool = False


class Draws:
    """The draws of a binding, made when they are first asked for and then kept."""

    def __init__(self, text: str, functions: Functions) -> None:
        self.binding = bindings.read(text)
        self.functions = functions
        self.kept: list[Draw] = []
        self.numbers: dict[str | None, int] = {}
        self.bits: set[str | None] = set()  # the results that were 0 or 1 so far

    def __iter__(self) -> Iterator[Draw]:
        """All draws that a check needs."""
        number = 0
        while number < len(self.kept) or not self._enough():
            if number == len(self.kept):
                self._keep(number)
            yield self.kept[number]
            number += 1

    @property
    def vary(self) -> bool:
        """Whether anything is random: a worked example has the same numbers each time."""
        first, second = self.kept[0].inputs, self.kept[1].inputs
        return any(not _same(x, second[name]) for name, x in first.items())

    def widened(self, seed: int) -> dict[str, Value]:
        """Inputs beyond the domain: other numbers for stated ones, and longer axes."""
        return self._inputs(seed, "wide" if self.vary else "other")

    def small(self, seed: int, how: str = "small") -> Draw:
        """A draw of numbers that a person would take to try a formula; also "tiny"."""
        inputs = self._inputs(seed, how)
        return Draw(inputs, self._results(inputs))

    def more(self, seed: int, near: bool = False) -> Draw:
        """A draw beside those of the check."""
        inputs = self._inputs(seed, "near" if near else "")
        return Draw(inputs, self._results(inputs), near)

    def _keep(self, seed: int) -> None:
        draw = self.more(seed, near=len(self.kept) > 1 and not self.vary)
        for name, result in draw.results.items():
            bits = np.all((result == 0) | (result == 1))
            if bits and name not in self.numbers:
                self.bits.add(name)
            elif not bits:
                self.bits.discard(name)
            self.numbers[name] = self.numbers.get(name, 0) + np.size(result)
        self.kept.append(draw)

    def _enough(self) -> bool:
        if len(self.kept) < 2 or not self.vary:
            return len(self.kept) == 2 + NEAR
        return len(self.kept) >= LEAST and all(
            number >= (BITS if name in self.bits else NUMBERS)
            for name, number in self.numbers.items()
        )

    def _inputs(self, seed: int, beyond: str = "") -> dict[str, Value]:
        code = {*self.functions, "np"}
        free = tuple(name for name in self.binding.names if name not in code)
        return domains.draw(self.binding.domain, free, seed, self.functions, beyond)

    def _results(self, inputs: dict[str, Value]) -> dict[str | None, Value]:
        copies = {
            k: v.copy() if isinstance(v, np.ndarray) else v for k, v in inputs.items()
        }
        try:
            result = eval(self.binding.code, {"np": np, **self.functions, **copies})
        except Exception as error:  # whatever the page's code does
            raise FormulaError(f"the code fails: {error}") from error
        names = self.binding.outputs or (None,)
        results = tuple(result) if len(names) > 1 else (result,)
        if len(results) != len(names):
            raise FormulaError(
                f"expected {len(names)} results of the code, got {len(results)}"
            )
        if any(np.size(value) == 0 for value in results):
            raise FormulaError("nothing to compare: the code returns an empty array")
        return dict(zip(names, map(np.asarray, results), strict=True))


def _same(a: Value, b: Value) -> bool:
    return repr(a) == repr(b) if isinstance(a, list | tuple) else np.array_equal(a, b)


def of(binding: str, functions: Functions) -> Draws:
    """The draws of a binding, the same each time."""
    return _kept(binding, tuple(functions.items()))


@lru_cache(maxsize=1024)
def _kept(binding: str, functions: tuple[tuple[str, Value], ...]) -> Draws:
    return Draws(binding, dict(functions))
