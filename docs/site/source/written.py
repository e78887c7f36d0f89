r'''Functions that readers write: `docs/exercises/<chapter>/functions/<name>.py`.

The sheet of the chapter shows all of them. In the browser the reader's code is called with
each case, and its results are compared with those of `dlnotes`. A whole file:

    """The mean of the squares, which an empty row does not break."""

    ANSWER = "dlnotes.losses.mse_loss(pred, target)"
    TOLERANCE = 1e-9
    EXAMPLE = ([1.0, 4.0], [1.0, 2.0])
    WORDS = {
        "ko": {
            "doc": "예측과 정답의 차이를 제곱해 평균한다.",
            "question": "`pred`와 `target`은 모양이 같은 배열이다. …",
            "hints": ["차이를 제곱한다.", "배열의 모든 수를 `.mean()`으로 평균한다."],
            "reason": "차이의 부호는 제곱에서 없어진다.",
        },
        "en": {
            "doc": "The mean of the squared differences.",
            "question": "`pred` and `target` are arrays of the same shape. …",
            "hints": ["Square the differences.", "`.mean()` takes all entries."],
            "reason": "The square takes the sign from a difference.",
        },
    }
    SOLUTION = """
    import numpy as np


    def mse(pred, target):
        return np.mean((pred - target) ** 2)
    """
    WRONG = {
        "the sum": ("np.mean", "np.sum", "pred = [1, 4], target = [1, 2]"),
        "the first axis alone": (
            "** 2)", "** 2, axis=0)", "pred = [[1, 2]], target = [[3, 2]]"
        ),
    }


    def cases(rng):
        yield [[1.0, 2.0]], [[3.0, 2.0]]
        yield rng.integers(-9, 10, 5) / 2, rng.integers(-9, 10, 5) / 2

- `ANSWER` is an expression of functions of `dlnotes` by their full names, of `np` and
  `reduce`, and of the parameters of the function. A list is an array there and for readers.
- `EXAMPLE` has the arguments of the worked example, which is the first case too. `cases`
  gives the others, edges first, in numbers that can be read at a glance.
- `SOLUTION` defines one function, without `dlnotes`. Its lines before the body, with `doc`
  as the docstring, are where readers start.
- `WRONG` has by name what people write instead: a part of the solution, another one in its
  place, and the first case that tells the two apart, as a reader is told it.
'''

import ast
import json
import runpy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from . import checker, draws, kept

TOOLS = ("constraints.txt", "docs/site/source")
PARTS = {"doc", "hints", "question", "reason"}
HINTS = 2


@dataclass(frozen=True)
class Function:
    """A function to write, as its file has it."""

    path: Path
    names: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name among all that readers solve."""
        return name_of(self.path)

    @property
    def solution(self) -> str:
        """The code that is right."""
        code: str = self.names["SOLUTION"]
        return code.strip()

    @cached_property
    def definition(self) -> ast.FunctionDef:
        """The one function of the solution."""
        [found] = [
            n for n in ast.parse(self.solution).body if isinstance(n, ast.FunctionDef)
        ]
        return found

    def start(self, language: str) -> str:
        """The code with which a reader begins."""
        head = self.solution.splitlines()[: self.definition.body[0].lineno - 1]
        return "\n".join([*head, f'    """{self.names["WORDS"][language]["doc"]}"""'])

    @cached_property
    def cases(self) -> list[dict[str, Any]]:
        """The cases by parameters, the example first, in Python's own types."""
        rng = np.random.default_rng(0)
        drawn = [self.names["EXAMPLE"], *self.names["cases"](rng)]
        parameters = [part.arg for part in self.definition.args.args]
        return [
            {n: np.asarray(v).tolist() for n, v in zip(parameters, one, strict=True)}
            for one in drawn
        ]

    @property
    def task(self) -> str:
        """All that `checker.verdict` asks for, as JSON."""
        asked = {
            "name": self.definition.name,
            "answer": self.names["ANSWER"],
            "cases": self.cases,
            "tolerance": self.names["TOLERANCE"],
        }
        return json.dumps(asked, separators=(",", ":"))

    @cached_property
    def example(self) -> tuple[str, str]:
        """The call of the worked example, and what it gives."""
        case = self.cases[0]
        given = ", ".join(checker.shown(value, 15) for value in case.values())
        right = np.asarray(checker.answer(self.names["ANSWER"], case)).tolist()
        return f"{self.definition.name}({given})", checker.shown(right)


def paths(chapter: str) -> list[Path]:
    """The files of a chapter, in the order of their names."""
    found = (draws.FOLDER / chapter / "functions").glob("*.py")
    return sorted(found, key=lambda path: path.stem)


def name_of(path: Path) -> str:
    """The name of an exercise among all that readers solve."""
    return path.relative_to(draws.FOLDER).with_suffix("").as_posix()


def fault(path: Path) -> str:
    """The fault of an exercise with its line, empty if there is none; kept."""

    def found() -> bytes:
        try:
            read(path)
        except draws.ExerciseError as error:
            return str(error).encode()
        return b""

    name = kept.named(name_of(path), path.read_text("utf-8"), kept.tools(*TOOLS))
    return kept.made("functions", name, found).decode()


@kept.remembered
def read(path: Path) -> Function:
    """The exercise in a file; `ExerciseError` if it is not written as one."""
    try:
        found = Function(path, runpy.run_path(str(path)))
        _refuse_other_words(found)
        with threadpool_limits(1):  # threads would add up in an order of their own
            right = checker.verdict(found.solution, found.task)
            assert found.example
    except Exception as error:
        raise draws.failed(path, error) from error
    if right["kind"] != "right":
        raise draws.ExerciseError(path, 1, f"`SOLUTION` is not right: {right}")
    return found


def _refuse_other_words(one: Function) -> None:
    for language in ("ko", "en"):
        words = one.names["WORDS"].get(language, {})
        if set(words) != PARTS or len(words["hints"]) != HINTS:
            parts = ", ".join(sorted(PARTS))
            raise ValueError(f"`WORDS` must have {parts} in {language!r}, and two hints")
