"""The check: a formula and its code, computed on random inputs and compared."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from textwrap import indent
from typing import NamedTuple

import numpy as np

from . import draws, symbols
from .arrays import plain
from .bindings import Binding, Functions
from .blocks import Formula
from .draws import Draw, Draws
from .repairs import repairs
from .scope import Branches, Scope
from .solver import Side, Solved
from .solving import own_result, solve
from .tree import FormulaError, Value

FORMULA, CODE = "formula", "code"
REPAIRS = 3000  # tried at most, which takes seconds for the longest formulas
Library = Mapping[str, Value]


class Comparison(NamedTuple):
    """Two values that must be the same; `what` is the name of a named result."""

    side: Side
    wanted: Side
    what: str = "value"

    def holds(self) -> bool:
        """Whether shapes and entries are the same, up to rounding; nan is nan."""
        got, wanted = plain(self.side.value), plain(self.wanted.value)
        if got.shape != wanted.shape:
            return False
        return np.array_equal(got, wanted) or np.allclose(
            got, wanted, rtol=1e-8, atol=1e-10, equal_nan=True
        )


def check(formula: Formula | str, binding: str, functions: Functions) -> str | None:
    """None if the formula and the code agree, else a message that tells the difference."""
    tex = formula if isinstance(formula, str) else formula.tex
    return _verdict(tex, binding, tuple(functions.items()))


@lru_cache(maxsize=1024)  # the pages of both languages show the same formulas
def _verdict(
    tex: str, binding: str, functions: tuple[tuple[str, Value], ...]
) -> str | None:
    library = symbols.known(dict(functions))
    with np.errstate(all="ignore"):
        try:
            drawn = draws.of(binding, dict(functions))
            why = _failure(tex, drawn, library)
        except FormulaError as error:
            return _message(tex, f"cannot be checked against {binding}:\n\n  {error}")
        if why is None:
            return None
        fixed = _repaired(tex, drawn, library)
    return _message(tex, why, *([f"They agree if it is\n\n{fixed}"] if fixed else []))


def agrees(formula: Formula | str, binding: str, functions: Functions) -> bool:
    """Whether the formula and the code agree; faster than `check`, without a message."""
    tex = formula if isinstance(formula, str) else formula.tex
    with np.errstate(all="ignore"):
        return _agrees(tex, draws.of(binding, functions), symbols.known(functions))


def _agrees(tex: str, drawn: Draws, library: Library) -> bool:
    try:
        return _difference(tex, drawn, library) is None
    except FormulaError:
        return False


def _repaired(tex: str, drawn: Draws, library: Library) -> str | None:
    """The nearest formula that agrees, if one is near."""
    try:
        near = islice(repairs(tex), REPAIRS)
        return next((new for new in near if _agrees(new, drawn, library)), None)
    except FormulaError:  # there are no tokens to edit
        return None


def _difference(tex: str, drawn: Draws, library: Library) -> tuple[Comparison, Draw] | None:
    """The first comparison that does not hold, and its draw."""
    idle: set[str] | None = None
    branches = Branches()
    for draw in drawn:
        shapes = {name: np.shape(result) for name, result in draw.results.items()}
        solved, scope = solve(tex, draw.inputs, library, shapes, branches)
        for pair in comparisons(solved, scope, draw):
            if not pair.holds():
                return pair, draw
        now = _idle(solved, draw)
        idle = now if idle is None else idle & now
    if idle:
        raise FormulaError(f"nothing is compared with {min(idle)}: name it before the call")
    if drawn.vary:
        branches.refuse_unreached()
    return None


def _idle(solved: list[Solved], draw: Draw) -> set[str]:
    """The equations that are neither compared nor used for one that is."""
    compared = draw.results.keys() | set().union(*(equation.used for equation in solved))
    return {
        equation.sides[0].tex
        for equation in solved
        if not (None in draw.results and equation is own_result(solved))
        and len(equation.sides) == 1
        and not compared.intersection(equation.defined)
    }


def comparisons(solved: list[Solved], scope: Scope, draw: Draw) -> Iterator[Comparison]:
    """Results with the formula, and the sides of every equation with its first."""
    defined = {name for equation in solved for name in equation.defined}
    for name, result in draw.results.items():
        code, sides = Side(CODE, result), _holding(own_result(solved), draw)
        if name is not None:
            if name not in defined:
                raise FormulaError(f"the formula does not define {name}")
            value = scope.results.get(name, scope.values.get(name))
            yield Comparison(Side(FORMULA, value), code, name)
        elif len(sides) == 1:
            yield Comparison(Side(FORMULA, sides[0].value), code)
        else:
            yield from (Comparison(side, code) for side in sides)
    for equation in solved:
        first, *others = _holding(equation, draw) or equation.sides[:1]
        yield from (Comparison(side, first) for side in others)


def _holding(equation: Solved, draw: Draw) -> list[Side]:
    return [side for side in equation.sides if not (draw.near and side.literal)]


def _failure(tex: str, drawn: Draws, library: Library) -> str | None:
    """Why the formula and the code do not agree; None if they do."""
    try:
        list(drawn)  # first, so that a fault of the binding is reported as one
        found = _difference(tex, drawn, library)
        return found and _explained(found[0], drawn.binding, found[1])
    except FormulaError as error:
        return f"cannot be checked against {drawn.binding.call}:\n\n  {error}"


def _explained(pair: Comparison, binding: Binding, draw: Draw) -> str:
    side, wanted, what = pair
    if wanted.tex == CODE:
        where = "" if side.tex == FORMULA else f" on the side\n\n  {side.tex}"
        why = f"gives another {what} than {binding.call}{where}"
        rows = {FORMULA: side.value, CODE: wanted.value}
    else:
        why = f"has two sides that differ\n\n  a  {wanted.tex}\n  b  {side.tex}"
        rows = {"a": wanted.value, "b": side.value}
    rows |= {name: v for name, v in draw.inputs.items() if not callable(v)}
    return f"{why}\n\n" + "\n".join(f"  {name:<11} {_shown(v)}" for name, v in rows.items())


def _shown(value: Value) -> str:
    text = np.array2string(
        np.asarray(value), precision=4, suppress_small=True, threshold=40
    )
    return text.replace("\n", "\n" + " " * 14)


def _message(*parts: str) -> str:
    return "\n" + indent("\n\n".join(parts), "    ")
