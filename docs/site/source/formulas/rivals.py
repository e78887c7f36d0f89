r"""Rivals: a formula among three wrong ones, and small numbers that tell them apart.

As far as a formula has two places for a mistake, its rivals make the first mistake, the
second, and both. Each place then has the same reading in two of the four, so that nobody
finds the right one by choosing what most of them share. Mistakes that people often make
come first: a sign, an index, an exponent, a lost 1/n, a transposed matrix.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations, islice
from typing import NamedTuple

import numpy as np

from .. import tex as converter
from . import draws, symbols
from .arrays import plain
from .bindings import Functions
from .check import CODE, comparisons
from .draws import Draw, Draws
from .editor import LINES, NAME, Edit, Editor, Place
from .mutants import edits
from .scope import Branches
from .solving import solve
from .tokens import ACCENTS, nesting, spell
from .tree import FormulaError, Value

# How far from the first mistakes that people make; a kind that is not here is left out.
RANKS = {
    "index": 1,
    "exponent": 1,
    "factor": 1,
    "order": 1,
    "sign": 2,
    "function": 2,
    "bracket": 3,
    "name": 3,
    "relation": 4,
    "bounds": 4,
    "term": 5,
    "subscript": 5,
    "number": 6,
    "sum": 6,
}
LATER = 4  # what is added to the rank of a mistake that few would make
MISTAKES = 5  # of a formula that are tried, in pairs
POINTS = 3  # the draws at which formulas are compared
MUCH = 12  # numbers that a reader takes in
SIGNS = re.compile(r"[-+]\s*[-+]")
ATTRIBUTE = re.compile(r"<annotation.*?</annotation>| \w+=\"[^\"]*\"|\s+")
EMPTY = re.compile(r"<m(?:row|sup|sub|sqrt)[^>]*>(?:<mrow></mrow>|</m)|\(</mo><mo[^>]*>\)")
SIZES = re.compile(r"\^\(?([\w,]+)")


class Gap(NamedTuple):
    """The values by which a wrong formula is known: its own, and the right one.

    `what` is the name of a named result, `place` that of an entry of an array.
    """

    given: Value
    wanted: Value
    what: str
    place: tuple[int, ...]


class Point(NamedTuple):
    """Small inputs of a binding, and the seed that they were drawn with."""

    seed: int
    draw: Draw
    used: dict[str, Value]  # the inputs that the right formula reads


class Mistake(NamedTuple):
    """A wrong formula, and the change that makes it."""

    rank: int
    edit: Edit
    tex: str


class Four(NamedTuple):
    """Three wrong formulas, the inputs `used` that refute them, and their values there.

    `names` has the LaTeX of inputs.
    """

    rivals: tuple[str, ...]
    kinds: tuple[str, ...]
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
            both = _both(self.tex, first.edit, second.edit)
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
        changed = [(_rank(self.editor, edit), edit) for edit in edits(self.editor)]
        for rank, edit in (*changed, *_additions(self.editor)):
            new = self.editor.applied(edit)
            if (
                rank
                and not SIGNS.search(new)
                and (new not in made or rank < made[new].rank)
            ):
                made[new] = Mistake(rank, edit, new)
        for one in sorted(made.values(), key=lambda one: (one.rank, one.edit.start)):
            if self._looks_right(one.tex) and self._refuted(one.tex):
                yield one

    @cached_property
    def points(self) -> list[Point]:
        """Draws at which the formula says what the code computes, few numbers first."""
        found = filter(None, map(self._point, range(4 * POINTS)))
        return sorted(islice(found, POINTS), key=lambda point: _count(point.used))

    def _point(self, seed: int) -> Point | None:
        try:
            draw = self.drawn.small(seed)
            shapes = _shapes(draw)
            solved, scope = solve(self.tex, draw.inputs, self.library, shapes, Branches())
            pairs = list(comparisons(solved, scope, draw))
            sound = all(pair.holds() and _finite(pair.wanted.value) for pair in pairs)
        except FormulaError:
            return None
        read = set().union(*(one.used for one in solved))
        given = {n: v for n, v in draw.inputs.items() if n in read and _is_told(v)}
        return Point(seed, draw, _without_sizes(given, self.drawn)) if sound else None

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
            solved, scope = solve(tex, draw.inputs, self.library, _shapes(draw), Branches())
            for pair in comparisons(solved, scope, draw):
                if not pair.holds():
                    what = pair.what if None not in draw.results else ""
                    what = what if pair.wanted.tex == CODE else ""
                    return _told_gap(pair.side.value, pair.wanted.value, what)
        except FormulaError:  # it is wrong, but not in numbers
            pass
        return None

    def _told(self, rivals: tuple[str, ...], made: Iterable[Mistake]) -> Four | None:
        """Rivals with values at one point that are not the same; None without such."""
        looks = {_look(tex) for tex in rivals if self._looks_right(tex)}
        if len(looks) < len(rivals):
            return None
        for point in self.points:
            gaps = [self._gap(tex, point) for tex in rivals]
            told = tuple(gap for gap in gaps if gap)
            if len({shown(gap.given) + gap.what + str(gap.place) for gap in told}) == 3:
                kinds = tuple(one.edit.kind for one in made)
                names = _names(self.editor)
                return Four(rivals, kinds, point.seed, point.used, told, names)
        return None

    def _looks_right(self, tex: str) -> bool:
        """Whether a formula can be set, leaves nothing empty, and looks like another."""
        try:
            look = _look(tex)
        except ValueError:
            return False
        empty = len(EMPTY.findall(look)) > len(EMPTY.findall(self.look))
        return look != self.look and not empty


def shown(value: Value) -> str:
    """A value as a reader takes it in: four digits, of a large array its beginning.

    A function is not shown.
    """
    if callable(value):
        return ""
    if np.ndim(value) == 0:
        number = np.format_float_positional(
            float(value), 4, unique=True, fractional=False, trim="-"
        )
        return number.replace("-", "−") if float(number) else "0"
    few = [*value] if np.size(value) <= MUCH else [*value[:2]]
    rest = ["…"] * (len(few) < len(value))
    return f"[{', '.join([*map(shown, few), *rest])}]"


def _told_gap(given: Value, wanted: Value, what: str) -> Gap | None:
    """Two values that differ in the digits that are shown, of long arrays an entry."""
    given, wanted = plain(given), plain(wanted)
    if given.shape != wanted.shape or not (_finite(given) and _finite(wanted)):
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


def _rank(editor: Editor, edit: Edit) -> int | None:
    """The rank of a mistake, low for a frequent one; None for one that nobody makes."""
    rank = RANKS.get(edit.kind)
    old, before = editor.tex[edit.start : edit.end], editor.tex[: edit.start].rstrip()
    digit = edit.new.partition(".")[0].isdigit()
    if rank is None or (digit and float(edit.new) == 0):
        return None
    if edit.kind == "exponent":
        silly = before.endswith("e") if not edit.new else edit.new == "1"
        return None if silly else rank + LATER * digit
    if edit.kind == "factor" and "\\frac" in old:
        return _rank_of_fraction(old, edit.new, rank)
    if edit.kind == "order":
        return None if "(" in old else rank  # an argument is no factor
    if edit.kind == "index":
        return _rank_of_index(editor, edit, rank)
    if edit.kind == "function":
        rare = edit.new.strip() in {"\\exp", "\\log"} or "\\sum" in old or "\\prod" in old
        return rank + LATER * rare
    if edit.kind == "bounds":
        return rank + LATER * ("^" in edit.new)
    if edit.kind == "name":
        return rank + LATER * (not _alike(old, edit.new))
    return rank


def _alike(old: str, new: str) -> bool:
    """Whether a name could be taken for another: small letters with a subscript."""
    names = [re.fullmatch(r"\\?([a-z]+)(_.*)?", name.strip()) for name in (old, new)]
    return all(name and name[1] != "e" and name[2] for name in names)


def _rank_of_index(editor: Editor, edit: Edit, rank: int) -> int | None:
    """The rank of another index; None for another letter above a sum."""
    place = next(p for p in editor.places if p.token.start == edit.start)
    if edit.new in {"+", "-"} or " " in edit.new:  # shifted, or two exchanged
        return rank
    if edit.new.isalpha() and (place.where == "limit" or edit.new not in _indices(editor)):
        return None
    return rank + LATER // 2 * (1 + edit.new.isdigit())


def _indices(editor: Editor) -> set[str]:
    """The letters of indices, without those that only say how far a sum runs."""
    return {str(p.token) for p in editor.places if p.where == "index" and p.token.islower()}


def _rank_of_fraction(old: str, new: str, rank: int) -> int | None:
    """The rank of a fraction that is lost, or turned over."""
    one = re.match(r"\\d?frac\s*\{\s*1\s*\}", old)
    if new:
        return None if one else rank + LATER
    small = re.match(r"\\d?frac\s*\{\s*(?:\d|[A-Za-z]|\\[a-z]+)\s*\}", old)
    return rank if small else rank + LATER


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


def _names(editor: Editor) -> dict[str, str]:
    """The LaTeX of the names of a formula as bindings spell them."""
    found: dict[str, str] = {}
    for place in editor.places:
        if not NAME.fullmatch(place.token) and place.token not in ACCENTS:
            continue
        base = editor.unit(place.number, ())
        name = spell(editor.tokens[place.number : base])
        found.setdefault(name, editor.tex[slice(*editor.span(place.number, base))])
        end = editor.unit(place.number, {"_"})
        if base < end:
            label = spell(editor.tokens[base + 1 : end])
            whole = editor.tex[slice(*editor.span(place.number, end))]
            found.setdefault(f"{name}_{label}", whole)
    return found


def _apart(first: Mistake, second: Mistake) -> bool:
    a, b = sorted([first.edit, second.edit], key=lambda edit: (edit.start, edit.end))
    return a.end <= b.start and (a.start, a.end) != (b.start, b.end)


def _cost(pair: tuple[Mistake, Mistake]) -> int:
    """The ranks of both, and more if they are of one kind."""
    first, second = pair
    return first.rank + second.rank + 2 * (first.edit.kind == second.edit.kind)


def _both(tex: str, *made: Edit) -> str:
    for edit in sorted(made, key=lambda edit: -edit.start):
        tex = tex[: edit.start] + edit.new + tex[edit.end :]
    return tex


def _look(tex: str) -> str:
    """The marks of a formula without how they are spaced."""
    return ATTRIBUTE.sub("", converter.mathml(tex, block=True))


def _shapes(draw: Draw) -> dict[str | None, tuple[int, ...]]:
    return {name: np.shape(result) for name, result in draw.results.items()}


def _finite(value: Value) -> bool:
    return bool(np.all(np.isfinite(plain(value))))


def _is_told(value: Value) -> bool:
    """Whether an input is a function or holds numbers."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "bif"
    return callable(value) or isinstance(value, int | float | np.number)


def _count(values: dict[str, Value]) -> int:
    return sum(map(np.size, values.values()))


def _without_sizes(given: dict[str, Value], drawn: Draws) -> dict[str, Value]:
    """The inputs without the lengths that can be counted in others."""
    named = set(re.findall(r"\w+", " ".join(SIZES.findall(drawn.binding.domain))))
    seen = {length for value in given.values() for length in np.shape(value)}
    return {n: v for n, v in given.items() if n not in named or v not in seen}
