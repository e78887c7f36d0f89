"""A formula in numbers: the values of its pieces, and of each equation, at small inputs.

The evaluator of the check is watched while it computes the formula, so a number that a
reader sees is the very number that was compared with the code.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import numpy as np

from . import draws, symbols, tree
from .arrays import plain
from .bindings import Functions
from .definitions import signature
from .displays import statements
from .domains import LITTLE
from .draws import Draws
from .equations import Equation, read
from .pieces import Piece, pieces
from .points import MUCH, Point, small_point
from .solver import Solved
from .tokens import DEFINES, split, tokenize
from .tree import Node, Value
from .watch import Grid, Watch

MOST = 6  # steps inside of equations
FEW = 4  # the number of input values that a reader takes in best
LONG = 16  # numbers of an input that a reader still follows
SEEDS, POINTS = 8, 3
PLAIN = 0.01, 1000  # between these a number is taken in at once
# How much it helps to see the value of a node; those that are not here help nobody.
WEIGHTS: dict[type[Node], int] = {
    tree.Big: 5,
    tree.Total: 5,
    tree.Norm: 4,
    tree.Power: 4,
    tree.Average: 4,
    tree.Indicator: 4,
    tree.Wrapped: 3,
    tree.Binary: 3,
    tree.SideBySide: 2,
}
APPLIED = 4  # a function of something


class Step(NamedTuple):
    """A span of the LaTeX and its values; `whole` if it is a side of an equation."""

    span: tuple[int, int]
    grid: Grid
    whole: bool


class Worked(NamedTuple):
    """The steps of a formula at a point, and the LaTeX of the names it has on the right."""

    point: Point
    steps: tuple[Step, ...]
    names: dict[str, str]


class Line(NamedTuple):
    """An equation, the span of its left side, its right sides, and pieces inside of them.

    Right sides without names are left out: the numbers of a worked example.
    """

    equation: Equation
    left: tuple[int, int]
    rights: tuple[Piece, ...]
    inner: tuple[Piece, ...]
    names: dict[str, str]


class Task(NamedTuple):
    """All that is asked of a formula at each point."""

    tex: str
    lines: tuple[Line, ...]
    drawn: Draws
    library: Mapping[str, Value]


def worked(tex: str, binding: str, functions: Functions) -> Worked | None:
    """A formula at small numbers that show what it does; None if there are none."""
    drawn, library = draws.of(binding, functions), symbols.known(functions)
    task = Task(tex, tuple(_lines(tex)), drawn, library)
    if all(all(line.equation.literal) for line in task.lines):
        return None  # it is a worked example itself
    with np.errstate(all="ignore"):
        for how in sorted(LITTLE):
            tried = (_worked(task, seed, how) for seed in range(SEEDS))
            found = list(islice(filter(None, tried), POINTS))
            if found:
                return min(found, key=_dullness)
    return None


def _lines(tex: str) -> Iterator[Line]:
    parts, _, _ = statements(tokenize(tex))
    for tokens, equation in zip(parts, read(tex).equations, strict=True):
        sides = split(tokens, DEFINES)
        shown = zip(sides, equation.literal, strict=True)
        named = [*shown][-len(equation.rights) :]
        rights = [
            Piece(node, side[0].start, side[-1].end, side)
            for node, (side, literal) in zip(equation.rights, named, strict=True)
            if not literal
        ]
        found = [p for right in rights for p in pieces(tex, right.start, right.end)]
        inner = tuple(piece for piece in found if type(piece.node) in WEIGHTS)
        names = {
            p.node.full: tex[p.start : p.end]
            for p in found
            if isinstance(p.node, tree.Name)
        }
        left = sides[0][0].start, sides[0][-1].end
        yield Line(equation, left, tuple(rights), inner, names)


def _worked(task: Task, seed: int, how: str) -> Worked | None:
    tex, lines, drawn, library = task
    watched = [piece for line in lines for piece in (*line.inner, *line.rights)]
    watch = Watch(watched, tokenize(tex))
    with watch.watching():
        point = small_point(tex, drawn, library, seed, how)
    if point is None or not all(map(_can_be_followed, point.read.values())):
        return None
    ordered = sorted(lines, key=lambda line: _turn(line.equation, point.solved))
    known = library.keys() - point.draw.inputs.keys()
    best = _best(tex, ordered, watch, known)
    steps: list[Step] = []
    for line in ordered:
        nodes = [piece.node for piece in line.inner]
        steps += [best.pop(node) for node in nodes if node in best]
        steps += _wholes(tex, line, watch)
    if not any(step.whole for step in steps):
        return None
    names = {name: text for line in lines for name, text in line.names.items()}
    return Worked(point, tuple(steps), names)


def _can_be_followed(given: Value) -> bool:
    return not callable(given) and np.size(given) <= LONG


def _turn(equation: Equation, solved: list[Solved]) -> int:
    """When an equation was solved; functions that it defines come first."""
    texts = [one.sides[-1].tex for one in solved]
    return texts.index(equation.texts[-1]) if equation.texts[-1] in texts else -1


def _best(tex: str, lines: list[Line], watch: Watch, known: set[str]) -> dict[Node, Step]:
    """The steps that help most, none twice."""
    found: dict[str, tuple[int, Node, Step]] = {}
    for line in lines:
        wholes = [str(watch.grid(right.node)) for right in line.rights]
        held = _held(line.equation, lines)
        for piece in line.inner:
            grid, weight = watch.grid(piece.node), _weight(piece.node, known)
            if grid is None or held & {n.base for n in piece.node.names} - {*grid.indices}:
                continue
            if weight and _is_small(grid) and str(grid) not in wholes:
                step = Step(piece.span(tex), grid, False)
                said = str([*grid.indices.values(), grid.values])
                found.setdefault(said, (weight, piece.node, step))
    ranked = sorted(found.values(), key=lambda one: -one[0])
    return {node: step for _, node, step in ranked[:MOST]}


def _held(equation: Equation, lines: list[Line]) -> set[str]:
    """The parameters of a function that an equation defines, where another calls it."""
    name, parameters = signature(equation)
    others = (line.equation for line in lines if line.equation is not equation)
    called = {n.full for other in others for right in other.rights for n in right.names}
    return {*parameters} if name in called else set()


def _weight(node: Node, known: set[str]) -> int:
    """The worth of seeing the value of a node; 0 if any reader knows it."""
    if all(name.full in known for name in node.names):
        return 0
    match node:
        case tree.Binary("/" | "\\cdot", tree.Number()):
            return 0
        case tree.SideBySide((tree.Number(), tree.Name())):
            return 0
        case tree.Binary(_, left, right) if _is_bare(left) and _is_bare(right):
            return 1
        case tree.SideBySide((tree.Name() as name, *_)) if name.full in known:
            return APPLIED
        case tree.SideBySide((tree.Power(tree.Name() as name), *_)) if name.full in known:
            return APPLIED
    return WEIGHTS.get(type(node), 0)


def _is_bare(node: Node) -> bool:
    return isinstance(node, tree.Name | tree.Number)


def _wholes(tex: str, line: Line, watch: Watch) -> Iterator[Step]:
    """The values of the sides of an equation, last that of the left side."""
    spans = [right.span(tex) for right in line.rights]
    if spans and line.equation.left is not None:
        spans = [*spans[1:], line.left]
    for span, right in zip(spans, line.rights, strict=True):
        grid = watch.grid(right.node)
        if grid and _is_small(grid):
            yield Step(span, grid, True)


def _is_small(grid: Grid) -> bool:
    return np.ndim(grid.values) <= 2 and np.size(grid.values) <= MUCH


def _dullness(one: Worked) -> float:
    """How little the numbers of a formula tell: zeros, numbers twice, too few or many."""
    inputs = [np.ravel(plain(value)) for value in one.point.read.values()] or [np.ones(1)]
    given = np.concatenate(inputs)
    odd = [float(np.mean(_is_odd(step.grid.values))) for step in one.steps]
    twice = [1 - len(np.unique(own)) / len(own) for own in inputs]
    size = abs(len(given) - FEW) / 10
    zeros = np.mean(given == 0)
    return float(2 * np.mean(odd) + np.mean(twice) + zeros + size) - len(one.steps)


def _is_odd(values: Value) -> Value:
    """Where values are 0, or far from 1."""
    low, high = PLAIN
    return (np.abs(values) < low) | (np.abs(values) > high)
