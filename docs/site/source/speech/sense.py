"""The sense of a node of the reader's tree: which function tells which kind of node."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn, TypeVar

from ..formulas.tree import FormulaError, Node, SideBySide
from .known import Known
from .parts import Part

# Characters that are not seen: after a function, between factors and between indices.
APPLY, TIMES, COMMA = "\u2061", "\u2062", "\u2063"
Tells = TypeVar("Tells", bound=Callable[..., Part])
TELLS: dict[type[Node], Callable[..., Part]] = {}


@dataclass
class Sense:
    """The facts known of a formula's names, and the unseen characters found on the way.

    `marks` are these characters by their places in the LaTeX.
    """

    known: Known
    marks: dict[int, str] = field(default_factory=dict)

    def of(self, node: Node) -> Part:
        """The part that a node means."""
        return TELLS[type(node)](node, self) if type(node) in TELLS else refuse(node)

    def mark(self, node: SideBySide, place: int, character: str) -> None:
        """Note the character after the factor at a place."""
        if place < len(node.gaps):
            self.marks[node.gaps[place]] = character


def tells(kind: type[Node]) -> Callable[[Tells], Tells]:
    """The decorator of the function that tells what this kind of node means."""

    def register(function: Tells) -> Tells:
        TELLS[kind] = function
        return function

    return register


def refuse(node: Node) -> NoReturn:
    """An error that names the kind of a node that cannot be said."""
    raise FormulaError(f"no words for {type(node).__name__}: see source/speech")
