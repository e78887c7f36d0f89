"""Formulas in numbers: small values for the letters, and what follows from them; kept."""

import ast
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from . import formulas, kept, verdicts
from .formulas import Formula, FormulaError, bindings
from .kept import Job
from .page import Page
from .verdicts import READER

TOOLS = (*READER, "docs/site/source/numbers.py")
CLOSE = 1e-12  # what rounding in the computer may leave
TINY = 1e-9
NONE: Mapping[str, tuple[int, ...]] = {}
SIZE = re.compile(r"(?P<names>[\w, ]+) in [^\s^]+\^\(?(?P<axes>[\w,]+)")


@dataclass(frozen=True)
class Letter:
    """An input: its LaTeX, what it is called in the code, its shape, its value."""

    tex: str
    code: str
    shape: list[int]
    value: str


@dataclass(frozen=True)
class Step:
    """A span of the formula's LaTeX, and LaTeX of what it is; `whole` for a side."""

    start: int
    end: int
    value: str
    whole: bool


@dataclass(frozen=True)
class Numbers:
    """The inputs of a formula, and its steps from the inside to its value."""

    letters: list[Letter]
    steps: list[Step]


def of(formula: Formula) -> Numbers | None:
    """A formula in numbers, if it has some that help."""
    return _kept(formula.tex, formula.binding) if formula.mark == "check" else None


def jobs(page: Page) -> list[Job]:
    """The jobs that make the numbers of a page."""
    return verdicts.jobs(page, _job)


def _job(tex: str, binding: str) -> Job:
    return verdicts.job("numbers", TOOLS, _made, tex, binding)


@kept.remembered
def _kept(tex: str, binding: str) -> Numbers | None:
    found = json.loads(kept.made(*_job(tex, binding)))
    if found is None:
        return None
    letters, steps = found["letters"], found["steps"]
    return Numbers([Letter(**one) for one in letters], [Step(**one) for one in steps])


def _made(tex: str, binding: str) -> Numbers | None:
    try:
        found = formulas.worked(tex, binding, formulas.functions())
    except FormulaError:  # which the check reports
        return None
    if found is None:
        return None
    steps = [
        Step(*step.span, _equals(step.grid.values, step.grid.indices), step.whole)
        for step in found.steps
    ]
    shown = found.names | formulas.names(tex)
    return Numbers(_letters(shown, binding, found.point.read), steps)


def _letters(
    shown: Mapping[str, str], binding: str, given: Mapping[str, Any]
) -> list[Letter]:
    """The inputs that a formula shows, and after them their lengths."""
    parts = bindings.read(binding)
    codes = {name: name for name in parts.names} | _codes(parts.call)
    lengths = _lengths(parts.domain, codes)
    codes |= lengths
    return [
        Letter(shown[name], codes.get(name, ""), [*np.shape(value)], _equals(value))
        for name, value in sorted(given.items(), key=lambda pair: pair[0] in lengths)
        if name in shown
    ]


def _codes(call: str) -> dict[str, str]:
    """The names of inputs in the functions of a call."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse(call)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for parameter, argument in _arguments(node):
                found.setdefault(argument, parameter)
    return found


def _lengths(domain: str, codes: Mapping[str, str]) -> dict[str, str]:
    """How code counts the lengths that a domain names."""
    found: dict[str, str] = {}
    for drawn in SIZE.finditer(domain):
        array = codes.get(drawn["names"].split(",")[0].strip(), "")
        for axis, size in enumerate(drawn["axes"].split(",")):
            if not size.isdigit():
                counted = f"{array}.shape[{axis}]" if axis else f"len({array})"
                found.setdefault(size, counted if array else "")
    return found


def _arguments(call: ast.Call) -> Iterator[tuple[str, str]]:
    """The parameters of a function of dlnotes, each with the input that it is given."""
    assert isinstance(call.func, ast.Name)
    function = formulas.functions().get(call.func.id)
    if function is None:
        return
    named = {word.arg: word.value for word in call.keywords if word.arg}
    positions = zip(inspect.signature(function).parameters, call.args, strict=False)
    for parameter, given in [*positions, *named.items()]:
        code, given = _opened(parameter, given)
        if isinstance(given, ast.Name):
            yield code, given.id


def _opened(code: str, given: ast.expr) -> tuple[str, ast.expr]:
    """The source of an argument, and how code gets it back from the parameter."""
    match given:
        case ast.Call(ast.Name("float" | "int") | ast.Attribute(attr="int64"), [inner]):
            return _opened(code, inner)
        case ast.List([inner]) | ast.Subscript(inner, ast.Constant(None)):
            return _opened(f"{code}[0]", inner)
        case ast.BinOp(ast.Name() as inner, ast.Sub(), ast.Constant(int(first))):
            return f"{code} + {first}", inner  # paper counts from 1, code from 0
    return code, given


def _equals(value: Any, indices: Mapping[str, tuple[int, ...]] = NONE) -> str:
    """LaTeX of a value behind = or ≈, and of the numbers that its indices have."""
    array = np.asarray(value, dtype=float)
    written = np.vectorize(_number, otypes=[object])(array)
    exact = [float(text) for text in np.ravel(written)]
    sign = "=" if np.allclose(exact, np.ravel(array), rtol=CLOSE, atol=0) else "\\approx"
    if array.ndim == 2:
        rows = " \\\\ ".join(" & ".join(row) for row in written)
        told = f"\\begin{{bmatrix}} {rows} \\end{{bmatrix}}"
    else:
        told = ",\\; ".join(np.ravel(written))
        runs = any(len(numbers) > 1 for numbers in indices.values())
        told = f"[{told}]" if array.ndim and not runs else told
    numbered = (f"{name} = {', '.join(map(str, of))}" for name, of in indices.items())
    places = ";\\; ".join(numbered)
    return f"{sign} {told} \\quad ({places})" if places else f"{sign} {told}"


def _number(value: float) -> str:
    return "0" if abs(value) < TINY else formulas.shown(value).replace("−", "-")
