"""The evaluator watched: which values the pieces of a formula had while it was computed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np

from . import tree
from .arrays import plain
from .compute import COMPUTE, value
from .pieces import Piece
from .scope import Scope
from .tree import Node, Value

Key = tuple[tuple[str, int], ...]  # indices and their numbers


class Grid(NamedTuple):
    """The values of a piece for all numbers of the indices that stand in it.

    The first axes of `values` are those of `indices` that have more than one number.
    """

    indices: dict[str, tuple[int, ...]]
    values: Value


class Watch:
    """The values of pieces; those that are the same nodes share them."""

    def __init__(self, pieces: Iterable[Piece], letters: Iterable[str]) -> None:
        order = tuple(dict.fromkeys(letters))  # in which indices are told
        self.letters = {
            piece.node: [letter for letter in order if letter in piece.letters]
            for piece in pieces
        }
        self.seen: dict[Node, dict[Key, Value]] = {node: {} for node in self.letters}
        self.vague: set[Node] = set()  # which had two values for the same indices
        self.known: dict[int, tuple[Node, bool]] = {}  # by identity, which is fast

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note values as long as this lasts."""
        kinds = {type(node) for node in self.letters} | {tree.SideBySide}
        plainly = {kind: COMPUTE[kind] for kind in kinds if kind in COMPUTE}
        try:
            COMPUTE.update({k: partial(self._computed, f) for k, f in plainly.items()})
            yield
        finally:
            COMPUTE.update(plainly)

    def grid(self, node: Node) -> Grid | None:
        """The values of a node, if it has one for each number of its indices."""
        keys = self.seen[node]
        if node in self.vague or not keys:
            return None
        told = {tuple(name for name, _ in key) for key in keys}
        if len(told) > 1:
            return None
        names = told.pop()
        columns = [sorted({key[place][1] for key in keys}) for place in range(len(names))]
        rows = [tuple(zip(names, row, strict=True)) for row in product(*columns)]
        shapes = {np.shape(one) for one in keys.values()}
        if len(shapes) > 1 or any(row not in keys for row in rows):
            return None
        lengths = tuple(len(column) for column in columns if len(column) > 1)
        values = np.reshape([keys[row] for row in rows], lengths + shapes.pop())
        indices = dict(zip(names, map(tuple, columns), strict=True))
        return Grid(indices, values)

    def _computed(
        self, compute: Callable[[Node, Scope], Value], node: Node, scope: Scope
    ) -> Value:
        found = compute(node, scope)
        if isinstance(node, tree.SideBySide) and len(node.factors) > 2:
            self._look_into(node, scope)
        if self._is_watched(node) and not scope.learns and not callable(found):
            with suppress(ValueError, TypeError):  # no size yet; a set as an index
                self._note(node, scope, plain(found))
        return found

    def _note(self, node: Node, scope: Scope, found: Value) -> None:
        letters = (name for name in self.letters[node] if name in scope.indices)
        key = tuple((name, scope.values[name]) for name in letters)
        old = self.seen[node].setdefault(key, found)
        if not np.array_equal(np.asarray(old), found):
            self.vague.add(node)

    def _is_watched(self, node: Node) -> bool:
        if id(node) not in self.known:
            self.known[id(node)] = node, False
            with suppress(TypeError):  # the evaluator puts arrays into nodes of its own
                self.known[id(node)] = node, node in self.letters
        return self.known[id(node)][1]

    def _look_into(self, node: tree.SideBySide, scope: Scope) -> None:
        """Compute the functions among factors with their arguments, to see them."""
        for pair in map(tree.SideBySide, pairwise(node.factors)):
            if self._is_watched(pair):
                with suppress(ValueError, TypeError):
                    if callable(value(pair.factors[0], scope)):
                        value(pair, scope)
