"""A formula in numbers: the values of its pieces, and of each equation, at small inputs.

The evaluator of the check is watched while it computes the formula, so a number that a
reader sees is the very number that was compared with the code.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import numpy as np

from . import draws, symbols, tree
from .arrays import plain
from .bindings import Functions
from .displays import statements
from .draws import Draws
from .equations import Equation, read
from .pieces import Piece, pieces
from .points import MUCH, Point, small_point
from .solver import Solved
from .tokens import DEFINES, split, tokenize
from .tree import Node, Value
from .watch import Grid, Watch

MOST = 6  # steps inside of equations
SEEDS, POINTS = 16, 6
TINY = 1e-9  # a rest of rounding
# How much it helps to see the value of a node; those that are not here help nobody.
WEIGHTS: dict[type[Node], int] = {
    tree.Big: 4,
    tree.Total: 4,
    tree.Norm: 3,
    tree.Power: 3,
    tree.Average: 3,
    tree.Indicator: 3,
    tree.Wrapped: 2,
    tree.Binary: 2,
    tree.SideBySide: 1,
}


class Step(NamedTuple):
    """A piece of LaTeX and its values; `whole` if it is a side of an equation."""

    tex: str
    grid: Grid
    whole: bool


class Worked(NamedTuple):
    """The steps of a formula at a point."""

    point: Point
    steps: tuple[Step, ...]


class Line(NamedTuple):
    """An equation with its right sides, and the pieces inside of them."""

    equation: Equation
    rights: tuple[Piece, ...]
    inner: tuple[Piece, ...]


def worked(tex: str, binding: str, functions: Functions) -> Worked | None:
    """A formula at small numbers that show what it does; None if there are none."""
    drawn, library = draws.of(binding, functions), symbols.known(functions)
    lines = list(_lines(tex))
    with np.errstate(all="ignore"):
        tried = (_worked(tex, lines, drawn, library, seed) for seed in range(SEEDS))
        found = list(islice(filter(None, tried), POINTS))
    return min(found, key=_dullness, default=None)


def _lines(tex: str) -> Iterator[Line]:
    parts, _, _ = statements(tokenize(tex))
    for tokens, equation in zip(parts, read(tex).equations, strict=True):
        sides = split(tokens, DEFINES)[-len(equation.rights) :]
        spans = [(side[0].start, side[-1].end) for side in sides]
        rights = [
            Piece(node, *span, sum(sides, ()))
            for node, span in zip(equation.rights, spans, strict=True)
        ]
        inner = [piece for span in spans for piece in pieces(tex, *span)]
        yield Line(equation, tuple(rights), tuple(inner))


def _worked(
    tex: str, lines: list[Line], drawn: Draws, library: Mapping[str, Value], seed: int
) -> Worked | None:
    watch = Watch([piece for line in lines for piece in (*line.inner, *line.rights)])
    with watch.watching():
        point = small_point(tex, drawn, library, seed)
    if point is None or any(map(callable, point.used.values())):
        return None
    told = {name for name, known in library.items() if name not in point.draw.inputs}
    lines = sorted(lines, key=lambda line: _turn(line.equation, point.solved))
    inner = [_inner(tex, line, watch, told) for line in lines]
    ranked = sorted((step for own in inner for step in own), key=lambda found: -found[0])
    best = {id(step) for _, step in ranked[:MOST]}
    steps = []
    for line, own in zip(lines, inner, strict=True):
        steps += [step for _, step in own if id(step) in best]
        steps += _whole(tex, line, watch)
    return Worked(point, tuple(steps))


def _turn(equation: Equation, solved: list[Solved]) -> int:
    """When an equation was solved; functions that it defines come first."""
    texts = [one.sides[-1].tex for one in solved]
    return texts.index(equation.texts[-1]) if equation.texts[-1] in texts else -1


def _inner(
    tex: str, line: Line, watch: Watch, told: set[str]
) -> list[tuple[int, Step]]:
    """The steps inside of an equation that say something new, and what each is worth."""
    found: list[tuple[int, Step]] = []
    wholes = {str(watch.grid(right.node)) for right in line.rights}
    seen: set[str] = set()
    for piece in line.inner:
        grid, weight = watch.grid(piece.node), _weight(piece.node, told)
        if grid is None or not weight or not _is_small(grid):
            continue
        said = str([*grid.indices.values(), grid.values])
        if str(grid) not in wholes and said not in seen:
            seen.add(said)
            found.append((weight, Step(piece.text(tex), grid, False)))
    return found


def _weight(node: Node, told: set[str]) -> int:
    """What it is worth to see the value of a node; nothing if any reader knows it."""
    names = [name for name in node.names if name.full not in told]
    match node:
        case tree.Binary("/", tree.Number(), tree.Name()):
            return 0
        case tree.SideBySide((tree.Name(full) | tree.Power(tree.Name(full)), *_)) if full in told:
            return 3 * bool(names)
    return WEIGHTS.get(type(node), 0) * bool(names)


def _whole(tex: str, line: Line, watch: Watch) -> Iterator[Step]:
    """The value of an equation, and of its further sides."""
    equation = line.equation
    texts = [right.text(tex) for right in line.rights]
    if equation.left is not None:
        texts = [*texts[1:], equation.texts[0]]
    grids = [watch.grid(right.node) for right in line.rights]
    literal = equation.literal[-len(line.rights):]
    for text, grid in zip(texts, grids, strict=True):
        if grid is not None:
            yield Step(text, grid, True)


def _is_small(grid: Grid) -> bool:
    return np.ndim(grid.values) <= 2 and np.size(grid.values) <= MUCH


def _dullness(one: Worked) -> float:
    """How little the numbers of a formula tell: zeros, numbers twice, steps that lack."""
    given = np.concatenate([np.ravel(plain(v)) for v in one.point.read.values()] or [[0]])
    results = [np.mean(np.abs(step.grid.values) < TINY) for step in one.steps]
    twice = 1 - len(np.unique(given)) / len(given)
    zeros = float(np.mean(results or [1]))
    return 2 * zeros + twice + float(np.mean(given == 0)) - len(one.steps)
