r"""Pieces of a formula that have values of their own, and where they stand in its LaTeX."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple

from . import tree
from .editor import LINES, Editor
from .reader import Reader
from .tokens import nesting, strip_punctuation
from .tree import FormulaError, Node, Token, Tokens

APART = {"&", "\\\\"}  # what parts the cells of cases and matrices


OPENED = re.compile(r"\\(?:left|[bB]igg?l?)\s*$")


class Piece(NamedTuple):
    """A node, its span in the LaTeX, and its tokens."""

    node: Node
    start: int
    end: int
    letters: Tokens

    def span(self, tex: str) -> tuple[int, int]:
        """Its span with the size of the bracket that it begins with."""
        sized = OPENED.search(tex[: self.start])
        return sized.start() if sized else self.start, self.end


class Placing(Reader):
    """A reader that notes where its nodes stand, those inside of others first."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.pieces: list[Piece] = []
        self.factors: list[Piece] = []

    def sum(self) -> Node:
        """A sum, noted."""
        return self._noted(super().sum)

    def product(self) -> Node:
        """A product, noted."""
        return self._noted(super().product)

    def side_by_side(self) -> Node:
        """Factors, noted, and each function with its argument among them."""
        before = len(self.factors)
        node = self._noted(super().side_by_side)
        own, self.factors = self.factors[before:], self.factors[:before]
        if len(own) > 2:
            pairs = [
                Piece(
                    tree.SideBySide((f.node, x.node)),
                    f.start,
                    x.end,
                    f.letters + x.letters,
                )
                for f, x in pairwise(own)
                if isinstance(f.node, tree.Name | tree.Power)
            ]
            self.pieces[-1:-1] = pairs
        return node

    def factor(self) -> Node:
        """A factor, noted."""
        node = self._noted(super().factor)
        self.factors.append(self.pieces[-1])
        return node

    def _noted(self, read: Callable[[], Node]) -> Node:
        before = list(self.tokens)
        node = read()
        own = tuple(before[: len(before) - len(self.tokens)])
        self.pieces.append(Piece(node, own[0].start, own[-1].end, own))
        return node


def pieces(tex: str, start: int, end: int) -> list[Piece]:
    """The pieces in a span of a formula, each once and after those inside of it."""
    found: dict[Node, Piece] = {}
    for tokens in _groups(tex, start, end):
        with suppress(FormulaError, IndexError):  # not all in braces is a node
            reader = Placing(tokens)
            reader.relation()
            for piece in reader.pieces:
                found.setdefault(piece.node, piece)
    return list(found.values())


def _groups(tex: str, start: int, end: int) -> Iterator[Tokens]:
    """The tokens in braces and in cells on a line, inner ones first, and all of them."""
    places = [p for p in Editor(tex).places if start <= p.token.start < end]
    opened: list[int] = []
    for number, place in enumerate(places):
        if nesting(place.token) > 0:
            opened.append(number + 1)
        elif opened and (nesting(place.token) < 0 or place.token in APART):
            inner = places[opened[-1] : number]
            if inner and inner[0].where in LINES:
                yield strip_punctuation(tuple(p.token for p in inner))
            opened[-1:] = [number + 1] * (place.token in APART)
    yield strip_punctuation(tuple(place.token for place in places))
