"""From a sentence back to the parts of a formula: all that it may be understood as."""

import re
from collections.abc import Iterator

from . import words
from .parts import Part, made, symbol
from .rules import EN, Rank, Rule, Slot, accepted, grammar
from .words import Words

NUMBER = re.compile(r"\d+(?:\.\d+)?")
LETTERS = re.compile("[A-Za-z]+")
TERMINAL = {"num", "letter", "word"}
Item = str | Slot
Heard = frozenset[Part]


def hear(sentence: str, tongue: str) -> Heard:
    """All readings of a sentence by the templates that it was said by."""
    return Chart(words.split(sentence, tongue), tongue).readings


class Chart:
    """The readings of every span of the words of a sentence."""

    def __init__(self, said: Words, tongue: str) -> None:
        self.said, self.tongue = said, tongue
        self.kept: dict[tuple[Rank, int, int], Heard] = {}
        self.spans: dict[tuple[Rank, int, int], Heard] = {}
        self.lives: dict[Rank, tuple[Rank, ...]] = {}
        self.rules: dict[Rank, list[tuple[Rule, tuple[Item, ...], Words]]] = {}
        for rule in (rule for rules in grammar(tongue).values() for rule in rules):
            items = _items(rule, tongue)
            if all(item in said for item in items if isinstance(item, str)):
                parsed = (rule, items, words.split(rule.end, tongue))
                self.rules.setdefault(rule.rank, []).append(parsed)

    @property
    def readings(self) -> Heard:
        """All readings of the whole sentence."""
        return self._span("line", 0, len(self.said))

    def _span(self, rank: Rank, first: int, last: int) -> Heard:
        """The readings of a span where this rank is asked for."""
        key = rank, first, last
        if key not in self.spans:
            found = (self._exact(one, first, last) for one in self._live(rank))
            self.spans[key] = frozenset().union(*found)
        return self.spans[key]

    def _live(self, rank: Rank) -> tuple[Rank, ...]:
        """The ranks accepted where one is asked for that anything here can have."""
        if rank not in self.lives:
            having = self.rules.keys() | TERMINAL
            self.lives[rank] = tuple(one for one in accepted(rank) if one in having)
        return self.lives[rank]

    def _exact(self, rank: Rank, first: int, last: int) -> Heard:
        key = rank, first, last
        if key not in self.kept:
            found = {*self._terminal(rank, first, last)}
            for rule, items, end in self.rules.get(rank, ()):
                stop = self._stop(first, last, end)
                for parts in self._matched(items, first, stop) if stop > first else ():
                    found.add(made(rule.kind, *(parts[n] for n in sorted(parts))))
            self.kept[key] = frozenset(found)
        return self.kept[key]

    def _terminal(self, rank: Rank, first: int, last: int) -> Iterator[Part]:
        """The number or name that a span is."""
        if rank not in TERMINAL:
            return
        said = self.said[first:last]
        name = words.names(self.tongue).get(said)
        if name is None and len(said) == 1 and LETTERS.fullmatch(said[0]):
            known = self.tongue == EN and said[0] in words.literal(EN)
            name = None if known else said[0]
        if rank == "num" and len(said) == 1 and NUMBER.fullmatch(said[0]):
            yield Part("num", text=said[0])
        if name is not None and words.rank(name) == rank:
            yield symbol(name)

    def _stop(self, first: int, last: int, end: Words) -> int:
        """Where a part stops before its end; 0 if the end is missing."""
        if not end:
            return last
        if self.said[last - len(end) : last] == end:
            return last - len(end)
        return last if words.closed(self.said[last:], end, self.tongue) else 0

    def _matched(
        self, items: tuple[Item, ...], first: int, last: int
    ) -> Iterator[dict[int, Part]]:
        """The parts in the slots of a template, for each way in which it fits."""
        if not items:
            if first == last:
                yield {}
            return
        item, *rest = items
        if isinstance(item, str):
            if first < last and self.said[first] == item:
                yield from self._matched(tuple(rest), first + 1, last)
            return
        for stop in self._stops(rest, first, last):
            found = self._slot(item, first, stop)
            for others in self._matched(tuple(rest), stop, last) if found else ():
                yield from ({item.place: part, **others} for part in found)

    def _stops(self, rest: list[Item], first: int, last: int) -> Iterator[int]:
        """Where a slot may stop, seen from what follows it."""
        if not rest:
            yield from (last,) if last > first else ()
            return
        for stop in range(first + 1, last):
            if isinstance(rest[0], Slot) or self.said[stop] == rest[0]:
                yield stop

    def _slot(self, slot: Slot, first: int, last: int) -> Heard:
        found = self._span(slot.rank, first, last)
        if not slot.open:
            return found
        closed = self._exact(6, first, last)
        return found | {part for part in closed if part.kind == "bracket"}


def _items(rule: Rule, tongue: str) -> tuple[Item, ...]:
    found: list[Item] = []
    for piece in rule.pieces:
        found += [piece] if isinstance(piece, Slot) else words.split(piece, tongue)
    return tuple(found)
