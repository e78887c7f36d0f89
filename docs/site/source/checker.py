"""A reader's function against cases that `dlnotes` answers: in build and browser.

The library of the runtime has this module too, so it imports nothing of the site.
"""

import contextlib
import functools
import importlib
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

CELL = "<cell>"  # the file name of the reader's code
PACKAGE = "dlnotes"
MODULE = re.compile(rf"\b{PACKAGE}\.\w+")
NUMBERS = {"b": "bool", "i": "int", "u": "int", "f": "float", "c": "complex"}
Case = Mapping[str, Any]  # arguments by name; a list stands for an array
Verdict = dict[str, Any]


def verdict(source: str, task: str) -> Verdict:
    """The verdict on a code: `right`, or the first case in which it is not.

    `task` is JSON with the `name` of the function, the expression of `dlnotes` that has
    the `answer`, the `cases` and the `tolerance`. An error of the code is passed on, with
    the case as its note.
    """
    asked = json.loads(task)
    rights = [answer(asked["answer"], case) for case in asked["cases"]]
    with _without_the_package(), np.errstate(all="ignore"):
        names: dict[str, Any] = {"__name__": "__main__"}
        exec(compile(source, CELL, "exec"), names)
        function = names.get(asked["name"])
        if not callable(function):
            return {"kind": "absent", "name": asked["name"]}
        for case, right in zip(asked["cases"], rights, strict=True):
            found = _compared(_result(function, case), right, asked["tolerance"])
            if found["kind"] != "right":
                return found | {"given": given(case)}
    return {"kind": "right", "cases": len(rights)}


def answer(expression: str, case: Case) -> Any:
    """The value of an expression that calls functions of the package by full names."""
    for name in MODULE.findall(expression):
        importlib.import_module(name)
    names = {PACKAGE: sys.modules[PACKAGE], "np": np, "reduce": functools.reduce}
    return eval(expression, names | _arguments(case))


def given(case: Case) -> str:
    """The arguments of a case in one line."""
    return ", ".join(f"{name} = {shown(value, 15)}" for name, value in case.items())


def shown(value: Any, digits: int = 4) -> str:
    """A number, or a list of them, in so many digits at most."""
    if isinstance(value, list):
        return f"[{', '.join(shown(part, digits) for part in value)}]"
    # Adding 0 takes the sign from -0.
    return f"{value + 0.0:.{digits}g}" if isinstance(value, float) else str(value)


def _arguments(case: Case) -> dict[str, Any]:
    """New arrays for each call, which may write into them."""
    return {n: np.array(v) if isinstance(v, list) else v for n, v in case.items()}


@contextlib.contextmanager
def _without_the_package() -> Iterator[None]:
    """Keep code from importing the package that has the answers."""
    names = [name for name in sys.modules if name.partition(".")[0] == PACKAGE]
    hidden = {name: sys.modules.pop(name) for name in names}
    sys.modules[PACKAGE] = None  # type: ignore[assignment]  # so an import of it fails
    try:
        yield
    finally:
        del sys.modules[PACKAGE]
        sys.modules.update(hidden)


def _result(function: Callable[..., Any], case: Case) -> Any:
    try:
        return function(*_arguments(case).values())
    except BaseException as error:
        error.add_note(given(case))
        raise


def _compared(result: Any, right: Any, tolerance: float) -> Verdict:
    """A result against the right one.

    Compared are its kind, its shape, its values, and the kind of its numbers (bool, int,
    float, complex).
    """
    want = np.asarray(right)
    if result is None:
        return {"kind": "nothing"}
    try:
        got = np.asarray(result)
    except ValueError:  # a list of lists of different lengths
        return {"kind": "other", "got": type(result).__name__}
    if got.dtype.kind not in NUMBERS:
        return {"kind": "other", "got": type(result).__name__}
    if got.shape != want.shape:
        return {"kind": "shape", "got": list(got.shape), "want": list(want.shape)}
    if not np.allclose(got, want, rtol=tolerance, atol=tolerance, equal_nan=True):
        return {"kind": "differs"} | _apart(got.tolist(), want.tolist())
    numbers = NUMBERS[got.dtype.kind], NUMBERS[want.dtype.kind]
    if numbers[0] != numbers[1]:
        return {"kind": "numbers", "got": numbers[0], "want": numbers[1]}
    return {"kind": "right"}


def _apart(got: Any, want: Any) -> dict[str, str]:
    """Two values with as many digits as it takes to see that they differ."""
    for digits in (4, 8, 17):
        if shown(got, digits) != shown(want, digits):
            break
    return {"got": shown(got, digits), "want": shown(want, digits)}
