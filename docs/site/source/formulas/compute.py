"""The value of a tree: which function computes which kind of node."""

from collections.abc import Callable
from typing import TypeVar

from .scope import Scope
from .tree import Node, Value

Compute = TypeVar("Compute", bound=Callable[..., Value])
COMPUTE: dict[type[Node], Callable[..., Value]] = {}


def computes(kind: type[Node]) -> Callable[[Compute], Compute]:
    """The decorator of the function that computes this kind of node."""

    def register(function: Compute) -> Compute:
        COMPUTE[kind] = function
        return function

    return register


def value(node: Node, scope: Scope) -> Value:
    """The value of a node: a number, an array or a function."""
    return COMPUTE[type(node)](node, scope)
