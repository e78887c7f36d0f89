"""The facts that a check knows of a formula's names: which are functions, which numbers."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from ..formulas import draws, equations, symbols, tree
from ..formulas.arrays import Expectation
from ..formulas.bindings import Functions
from ..formulas.tokens import split
from ..formulas.tree import FormulaError, Node, Value


class Known:
    """The names of a formula, as its first draw and the library have them."""

    def __init__(self, tex: str, inputs: Mapping[str, Value], library: Mapping[str, Value]):
        self.inputs = inputs
        shown = equations.read(tex).equations
        self.own = {name for e in shown if e.name for name in (e.name.full, e.name.base)}
        values = {k: v for k, v in library.items() if k not in self.own} | dict(inputs)
        self.functions = {name for name, value in values.items() if _acts(value)}
        self.functions |= {name for e in shown for name in self._defined(e.left)}

    def _defined(self, left: Node | None) -> set[str]:
        """The function that a left side has with its arguments: H(t, q)."""
        match left:
            case tree.SideBySide((tree.Name() as name, tree.Group(), *_)):
                drawn = {name.full, name.base} & self.inputs.keys()
                return set() if drawn else {name.full, name.base}
        return set()

    def applies(self, node: Node) -> bool:
        """Whether a node is a function by itself."""
        if isinstance(node, tree.Power):
            node = node.inner
        if not isinstance(node, tree.Name):
            return False
        for name in (node.full, node.base):
            if name in self.own or (name in self.inputs and not _acts(self.inputs[name])):
                return False
        return not self.functions.isdisjoint(
            (node.full, node.base, node.base.removesuffix("_prime"))
        )

    def is_euler(self, name: tree.Name) -> bool:
        """Whether e is the base of the natural logarithm, and no name of the formula."""
        named = {*self.inputs, *self.own}
        taken = any(other == "e" or other.startswith("e_") for other in named)
        return name.full == "e" and not taken

    def is_number(self, node: Node) -> bool:
        """Whether a node is surely a number, since its names are drawn as numbers."""
        return all(self._axes(name) == 0 for name in node.names)

    def _axes(self, name: tree.Name) -> int:
        if name.full in self.inputs:
            return np.ndim(self.inputs[name.full])
        indices = sum(len(part) for part in split(name.subscript, {","}))
        return np.ndim(self.inputs[name.base]) - indices if name.base in self.inputs else -1


def _acts(value: Value) -> bool:
    return callable(value) or isinstance(value, Expectation)


def known(tex: str, binding: str, functions: Functions) -> Known:
    """The facts known of the names of a formula; its mutants may ask the same."""
    return _known(tex, binding, tuple(functions.items()))


@lru_cache(maxsize=1024)
def _known(tex: str, binding: str, functions: tuple[tuple[str, Value], ...]) -> Known:
    library = symbols.known(dict(functions))
    try:
        with np.errstate(all="ignore"):
            first = next(iter(draws.of(binding, dict(functions))))
    except FormulaError:  # what is not checked has a reason in place of its code
        return Known(tex, {}, library)
    return Known(tex, first.inputs, library)
