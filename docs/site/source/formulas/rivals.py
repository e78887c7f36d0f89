r"""Rivals: a formula among three wrong ones, and small numbers that tell them apart.

As far as a formula has two places for a mistake, its rivals make the first mistake, the
second, and both. Each place then has the same reading in two of the four, so that nobody
finds the right one by choosing what most of them share. Mistakes that people often make
come first: a sign, an index, an exponent, a lost 1/n, a transposed matrix.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, islice, pairwise
from typing import NamedTuple

import numpy as np

from . import draws, symbols
from .arrays import plain
from .bindings import Functions
from .check import CODE, comparisons
from .draws import Draw
from .editor import LINES, NAME, Edit, Editor, Place, names
from .mutants import edits
from .points import Point, count, finite, shapes, shown, small_point
from .ranks import rank_of
from .scope import Branches
from .solving import solve
from .tokens import ACCENTS, nesting
from .tree import FormulaError, Value

LEAK = 3  # added if the right form stands elsewhere in the formula
MISTAKES = 5  # of a formula that are tried, in pairs
POINTS = 3  # the draws at which formulas are compared
SIGNS = re.compile(r"[-+]\s*[-+]")
ATTRIBUTE = re.compile(r"<annotation.*?</annotation>| \w+=\"[^\"]*\"|\s+")
EMPTY = re.compile(r"<m(?:row|sup|sub|sqrt)[^>]*>(?:<mrow></mrow>|</m)|\(</mo><mo[^>]*>\)")


class Gap(NamedTuple):
    """The values by which a wrong formula is known: its own, and the right one.

    `what` is the name of a named result, `place` that of an entry of an array.
    """

    given: Value
    wanted: Value
    what: str
    place: tuple[int, ...]


class Mistake(NamedTuple):
    """A wrong formula, and the edits of one kind that make it."""

    rank: int
    edits: tuple[Edit, ...]
    tex: str


class Four(NamedTuple):
    """Three wrong formulas, the inputs `used` that refute them, and their values there.

    `names` has the LaTeX of inputs. The lower the `cost`, the better the drill.
    """

    rivals: tuple[str, ...]
    kinds: tuple[str, ...]
    cost: int
    seed: int
    used: dict[str, Value]
    gaps: tuple[Gap, ...]
    names: dict[str, str]


def four(tex: str, binding: str, functions: Functions) -> Four | None:
    """The rivals of a formula that says what the code computes; None if none are found."""
    with np.errstate(all="ignore"):
        return Rivals(tex, binding, functions).best()


class Rivals:
    """A formula and the search for its rivals."""

    def __init__(self, tex: str, binding: str, functions: Functions) -> None:
        self.tex, self.editor = tex, Editor(tex)
        self.library = symbols.known(functions)
        self.drawn = draws.of(binding, functions)
        self.look = _look(tex)
        self.gaps: dict[tuple[str, int], Gap | None] = {}

    def best(self) -> Four | None:
        """The first two mistakes that numbers tell apart, or else the first three."""
        found = list(islice(self._mistakes(), MISTAKES))
        pairs = [pair for pair in combinations(found, 2) if _apart(*pair)]
        pairs.sort(key=lambda pair: (_cost(pair), pair[0].rank, pair[1].rank))
        for first, second in pairs:
            both = _changed(self.tex, first.edits + second.edits)
            four = self._told((first.tex, second.tex, both), (first, second))
            if four:
                return four
        for three in combinations(found, 3):
            if four := self._told(tuple(one.tex for one in three), three):
                return four
        return None

    def _mistakes(self) -> Iterator[Mistake]:
        """The mistakes that numbers refute, those that people make first before others."""
        made: dict[str, Mistake] = {}
        changed = [(rank_of(self.editor, edit), edit) for edit in edits(self.editor)]
        ranked = [(rank, e) for rank, e in (*changed, *_additions(self.editor)) if rank]
        for rank, same in _repeated(self.tex, ranked):
            new = _changed(self.tex, same)
            if not SIGNS.search(new) and (new not in made or rank < made[new].rank):
                made[new] = Mistake(rank, same, new)
        for one in sorted(made.values(), key=lambda one: (one.rank, one.edits[0].start)):
            if self._looks_right(one.tex) and self._refuted(one.tex):
                yield one

    @cached_property
    def points(self) -> list[Point]:
        """Draws at which the formula says what the code computes, few numbers first."""
        seeds = range(4 * POINTS)
        found = (small_point(self.tex, self.drawn, self.library, seed) for seed in seeds)
        few = islice(filter(None, found), POINTS)
        return sorted(few, key=lambda point: count(point.used))

    def _refuted(self, tex: str) -> bool:
        return any(self._gap(tex, point) for point in self.points[:1])

    def _gap(self, tex: str, point: Point) -> Gap | None:
        """The values that tell a formula from the right one at a point."""
        place = tex, point.seed
        if place not in self.gaps:
            self.gaps[place] = self._compared(tex, point.draw)
        return self.gaps[place]

    def _compared(self, tex: str, draw: Draw) -> Gap | None:
        try:
            solved, scope = solve(tex, draw.inputs, self.library, shapes(draw), Branches())
            for pair in comparisons(solved, scope, draw):
                if not pair.holds():
                    what = pair.what if None not in draw.results else ""
                    what = what if pair.wanted.tex == CODE else ""
                    return _told_gap(pair.side.value, pair.wanted.value, what)
        except FormulaError:  # wrong, but it gives no number to show
            pass
        return None

    def _told(self, rivals: tuple[str, ...], made: Sequence[Mistake]) -> Four | None:
        """Rivals with values at one point that are not the same; None without such."""
        looks = {_look(tex) for tex in rivals if self._looks_right(tex)}
        if len(looks) < len(rivals):
            return None
        for point in self.points:
            gaps = [self._gap(tex, point) for tex in rivals]
            told = tuple(gap for gap in gaps if gap)
            if len({shown(gap.given) + gap.what + str(gap.place) for gap in told}) == 3:
                kinds = tuple(one.edits[0].kind for one in made)
                spelt, cost = names(self.tex), _cost(made)
                return Four(rivals, kinds, cost, point.seed, point.used, told, spelt)
        return None

    def _looks_right(self, tex: str) -> bool:
        """Whether a formula can be set, leaves nothing empty, and looks like another."""
        try:
            look = _look(tex)
        except ValueError:
            return False
        empty = len(EMPTY.findall(look)) > len(EMPTY.findall(self.look))
        return look != self.look and not empty


def _told_gap(given: Value, wanted: Value, what: str) -> Gap | None:
    """Two values that differ in the digits that are shown, of long arrays an entry."""
    given, wanted = plain(given), plain(wanted)
    if given.shape != wanted.shape or not (finite(given) and finite(wanted)):
        return None
    place: tuple[int, ...] = ()
    if given.size > 4:
        gaps = np.abs(given - wanted)
        place = tuple(map(int, np.argwhere(gaps > 0.05 * gaps.max())[0]))
        given, wanted = given[place], wanted[place]
    large = np.max(np.abs([given, wanted])) >= 10_000
    if large or shown(given) == shown(wanted):
        return None
    return Gap(given, wanted, what, tuple(number + 1 for number in place))


def _repeated(
    tex: str, ranked: Iterable[tuple[int, Edit]]
) -> Iterator[tuple[int, tuple[Edit, ...]]]:
    """Each mistake with its rank, alone and made wherever the same stands.

    Where it stands more than once, one alone is known by the others.
    """
    same: dict[tuple[str, ...], dict[Edit, int]] = {}
    for rank, edit in ranked:
        old = tex[edit.start : edit.end]
        around = (_near(tex[: edit.start])[-3:], _near(tex[edit.end :])[:3])
        before, after = around if len(old) < 3 else ("", "")
        before = before if edit.kind != "sign" else ""
        after = after if edit.kind == "sign" or not old else ""
        key = edit.kind, old, edit.new, before, after
        same.setdefault(key, {})[edit] = rank
    for found in same.values():
        if len(found) > 1:
            yield min(found.values()), tuple(sorted(found, key=lambda edit: edit.start))
        for edit, rank in found.items():
            yield rank + LEAK * (len(found) > 1), (edit,)


def _near(text: str) -> str:
    return re.sub(r"\s", "", text)


def _additions(editor: Editor) -> Iterator[tuple[int, Edit]]:
    r"""A sign, 1/n, a power or a \top that does not belong there, with their ranks."""
    slope = editor.tex.lstrip().startswith("\\frac{\\partial")
    for place in filter(lambda place: place.right, editor.places):
        start = place.token.start
        before = editor.tokens[place.number - 1] if place.number else "="
        if place.token == "\\sum" and before != "}":
            for name in _bounds(editor, place):
                yield 3, Edit("factor", start, start, f"\\frac{{1}}{{{name}}} ")
        if place.where in LINES:
            if place.token not in {"-", "}", "0", "1"} and not place.token.startswith(
                "\\begin"
            ):
                if before == "{" and place.where == "exponent":
                    yield 2, Edit("sign", start, start, "-")
                elif before in {"=", "("}:
                    yield (
                        3 if slope and before == "=" else 5,
                        Edit("sign", start, start, "-"),
                    )
            yield from _scripts(editor, place, before)


def _scripts(editor: Editor, place: Place, before: str) -> Iterator[tuple[int, Edit]]:
    r"""A square, or a \top after a matrix, where nothing stands."""
    end, following = place.token.end, editor.after(place)
    if following is not None and following.token in {"_", "^", "'", "("}:
        return
    if place.token.isupper() and len(place.token) == 1:
        yield 2, Edit("order", end, end, "^\\top")
    closes = nesting(place.token) < 0 and place.token in {")", "]"}
    named = NAME.fullmatch(place.token) and before not in ACCENTS | {"{", "_", "^"}
    if closes or named or place.token in {"\\rVert", "\\rvert"}:
        yield 5, Edit("exponent", end, end, "^2")


def _bounds(editor: Editor, place: Place) -> list[str]:
    """The name above a sum, if it is one."""
    end = editor.unit(place.number)
    inner = editor.tokens[place.number : end]
    above = inner[inner.index("^") + 1 :] if "^" in inner else ()
    names = [str(token) for token in above if token not in {"{", "}"}]
    return names if len(names) == 1 and names[0].isalpha() else []


def _apart(first: Mistake, second: Mistake) -> bool:
    found = sorted((edit.start, edit.end) for edit in first.edits + second.edits)
    return all(a[1] <= b[0] and a != b for a, b in pairwise(found))


def _cost(made: Sequence[Mistake]) -> int:
    """The ranks of mistakes, and more for each that is of the kind of another."""
    kinds = {one.edits[0].kind for one in made}
    return sum(one.rank for one in made) + 2 * (len(made) - len(kinds))


def _changed(tex: str, made: tuple[Edit, ...]) -> str:
    for edit in sorted(made, key=lambda edit: -edit.start):
        tex = tex[: edit.start] + edit.new + tex[edit.end :]
    return tex


def _look(tex: str) -> str:
    """The marks of a formula without how they are spaced."""
    from .. import tex as converter  # not in the browser, where nobody asks for rivals

    return ATTRIBUTE.sub("", converter.mathml(tex, block=True))
