"""The part of the runtime that is written in Python: runs in the browser, not in the build.

The worker calls `run` and `check`. Every reader's interpreter begins as a copy of one
memory, which has this module imported.
"""

import json
import os
import random
import sys
import traceback
from pathlib import Path
from typing import Any

import numpy as np

from source import checker

CELL = checker.CELL
TOLD = "/tmp/told"  # where the worker reads how the code ended, if there is more to tell
names: dict[str, Any] = {"__name__": "__main__"}
files: dict[str, bytes] = {}  # those of scikit-learn and Matplotlib, in the second memory


def prepare() -> None:
    """Make output come line by line and without colours, before the memory is copied."""
    os.environ["NO_COLOR"] = "1"
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]


def keep(folder: str) -> None:
    """Keep the files of a folder in this memory, before it is copied."""
    for path in sorted(Path(folder).rglob("*.*")):
        files[str(path)] = path.read_bytes()


def begin(colours: list[str]) -> None:
    """Make a copied memory one reader's own."""
    random.seed()  # the memory has one state for all readers
    np.random.seed()
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
    if files:
        sys.modules["pictures"].begin(colours)


def run(source: str) -> None:
    """Run code among the names of this interpreter, and write down its error."""
    try:
        exec(compile(source, CELL, "exec"), names)
    except BaseException as error:
        _tell({"error": told(error)})
    if files:
        sys.modules["pictures"].show()


def check(source: str, task: str) -> None:
    """Write down the verdict on a reader's function, or the error of its code."""
    try:
        found = {"verdict": checker.verdict(source, task)}
    except BaseException as error:
        found = {"error": told(error)}
    _tell(found)


def _tell(found: dict[str, Any]) -> None:
    with open(TOLD, "w", encoding="utf-8") as file:
        json.dump(found, file)


def told(error: BaseException) -> dict[str, Any]:
    """An error as the page tells it: the line of the code, the kind, the words."""
    where = [
        line
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename == CELL
    ]
    text = str(error)
    if isinstance(error, SyntaxError) and error.filename == CELL:
        where, text = [error.lineno or 0], error.msg
    found = {"line": (where or [0])[-1], "kind": type(error).__name__, "text": text}
    if isinstance(error, ModuleNotFoundError) and error.name:
        found["missing"] = error.name.partition(".")[0]
    if notes := getattr(error, "__notes__", []):
        found["given"] = notes[-1]
    return found
