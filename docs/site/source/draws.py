r'''Exercises as authors write them: `docs/exercises/<chapter>/<name>.py`.

A page of the chapter shows one by `<!-- exercise: name -->` on a line of its own. The
build draws its numbers and computes its answer. A whole file:

    """The penalty for a probability."""

    import math

    KIND = "number"
    TOLERANCE = 0.01
    WORDS = {
        "ko": {
            "question": "정답에 준 확률이 {{q}}이다. 벌점은 얼마인가?",
            "hints": ["벌점은 확률의 음의 로그다."],
            "reason": "$-\\log {{q}} \\approx {{answer}}$이다.",
        },
        "en": {
            "question": "The truth was given the probability {{q}}. What is the penalty?",
            "hints": ["The penalty is the negative logarithm of the probability."],
            "reason": "It is $-\\log {{q}} \\approx {{answer}}$.",
        },
    }
    CODE = """
    from dlnotes.losses import nll_from_likelihood

    print(round(float(nll_from_likelihood({{q}})), 4))
    """


    def draw(rng):
        return {"q": rng.integers(5, 96) / 100}


    def check(q):
        return -math.log(q)

`draw` gives numbers, lists of numbers, or words that are the same in both languages. Floats
are shown with four digits, and the answer follows from what is shown. `{{q}}` stands for a
value in prose, in `$…$` and in code. No Korean particle comes right after it, since it
would have to change with the number. `steps(q)` may give more numbers for hints and reason.
`check(q)` may give the answer in another way; a test compares all variants and a few draws,
`make audit` 10,000. PyTorch and SciPy are imported inside it, as the build has neither.

- `"number"`: the answer is the last word that `CODE` prints; `TOLERANCE` is how far off a
  reader may be, 0 where the answer is a whole number.
- `"prints"`: the reader sees `CODE` and says the one line that it prints.
- `"choice"`: `WORDS` has `"claims": {"name": ["the claim", "why it is wrong"]}` too, and
  `truth(q)` gives `{"name": True or False}`, with one of them true; `check` gives its name.
  `CODE` may be left out. More than one claim should be right in some draw.
- `"line"`: the reader sees `CODE` with one mistake and says its line. `MISTAKES` has for
  names in `CODE` the right text and a wrong one, `{"sign": ("-", "+")}`, and `WORDS` has
  `"mistakes": {"sign": "why it is wrong"}` too. Right and wrong code print one line each,
  and not the same. `CODE` has no empty lines here.
'''

import json
import math
import re
import runpy
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator
from threadpoolctl import threadpool_limits

from . import facts, kept, snippets

FOLDER = facts.DOCS / "exercises"
# Files that the variants follow from, besides their own and the package.
TOOLS = ("constraints.txt", "docs/site/source/draws.py", "docs/site/source/snippets.py")
VARIANTS = 30
PLACE = re.compile(r"\{\{(\w+)\}\}")
LETTERS = "ABCDEFGH"
PARTS = {"question", "hints", "reason"}
Given = dict[str, Any]  # what was drawn
Shown = dict[str, str]  # what readers see, by name


@dataclass(frozen=True)
class Draw:
    """A variant: its numbers, all that it shows, and which claim or mistake it has."""

    given: Given
    shown: Shown
    case: int


class ExerciseError(ValueError):
    """A fault of an exercise, with its line."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        place = path.relative_to(FOLDER).as_posix()
        super().__init__(f"docs/exercises/{place}:{line}: {message}")


@kept.remembered
def variants(path: Path) -> list[Draw]:
    """The variants that the site shows: the same in every build, no two alike."""
    name = kept.named(path.name, path.read_text("utf-8"), kept.tools(*TOOLS))
    found = kept.made("exercises", name, lambda: _as_json(_drawn(path)))
    return [Draw(**one) for one in json.loads(found)]


def _as_json(draws: list[Draw]) -> bytes:
    return json.dumps([asdict(one) for one in draws], ensure_ascii=False).encode()


def _drawn(path: Path) -> list[Draw]:
    try:
        with threadpool_limits(1):  # threads would add up in an order of their own
            return _variants(path)
    except ExerciseError:
        raise
    except Exception as error:
        raise failed(path, error) from error


def failed(path: Path, error: Exception) -> ExerciseError:
    """An error of the code of an exercise, with the line of the file that it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(path)]
    line = (lines or [getattr(error, "lineno", None)])[-1] or 1
    return ExerciseError(path, line, f"{type(error).__name__}: {error}")


def _variants(path: Path) -> list[Draw]:
    rng, found = np.random.default_rng(0), dict[tuple[str, ...], Draw]()
    for _ in range(10 * VARIANTS):
        one = draw(path, rng)
        found.setdefault(tuple(one.shown.values()), one)
        if len(found) == VARIANTS:
            break
    for text in texts(read(path)["WORDS"]):
        for name in set(PLACE.findall(text)) - set(one.shown):
            raise _fault(path, f"{{{{{name}}}}}", f"nothing is called `{name}`")
        if "$$" in text:
            raise _fault(path, "$$", "a displayed formula belongs on the page")
    return list(found.values())


@kept.remembered
def read(path: Path) -> Mapping[str, Any]:
    """The names in the file of an exercise, which has its words in both languages."""
    names = runpy.run_path(str(path))
    kind, words = names.get("KIND"), names.get("WORDS", {})
    if kind not in ANSWERS:
        allowed = ", ".join(ANSWERS)
        raise _fault(path, "KIND", f"`KIND` must be one of {allowed}, got {kind!r}")
    due = PARTS | {"choice": {"claims"}, "line": {"mistakes"}}.get(kind, set())
    for language in ("ko", "en"):
        if set(words.get(language, {})) != due:
            parts = ", ".join(sorted(due))
            raise _fault(path, "WORDS", f"`WORDS` must have {parts} in {language!r}")
    if _shape(words["ko"]) != _shape(words["en"]):
        raise _fault(path, "WORDS", "`WORDS` must have the same parts in both languages")
    if list(words["en"].get("mistakes", [])) != list(names.get("MISTAKES", [])):
        raise _fault(path, "MISTAKES", "`MISTAKES` and the words for them must be the same")
    return names


def draw(path: Path, rng: Generator) -> Draw:
    """One variant of an exercise, which has one right answer."""
    names = read(path)
    given = {name: _seen(path, name, value) for name, value in names["draw"](rng).items()}
    steps = names["steps"](**given) if "steps" in names else {}
    seen = given | {name: _seen(path, name, value) for name, value in steps.items()}
    shown = {name: _show(value) for name, value in seen.items()}
    answer, case = ANSWERS[names["KIND"]](path, given, shown, rng)
    return Draw(given, answer | shown, case)


def _number(path: Path, given: Given, shown: Shown, rng: Generator) -> tuple[Shown, int]:
    printed, tolerance = _prints(path, shown), read(path)["TOLERANCE"]
    answer = (printed.split() or [""])[-1]
    try:
        size = abs(float(answer))
    except ValueError:
        size = math.nan
    if not math.isfinite(size):
        raise _fault(path, "CODE", f"`CODE` must end in a finite number, got {answer!r}")
    if 0 < size <= tolerance:
        raise _fault(path, "TOLERANCE", f"`TOLERANCE` lets 0 pass for {answer}")
    return {"answer": answer, "printed": printed}, 0


def _text(path: Path, given: Given, shown: Shown, rng: Generator) -> tuple[Shown, int]:
    printed = _prints_line(path, shown)
    return {"answer": printed, "printed": printed}, 0


def _choice(path: Path, given: Given, shown: Shown, rng: Generator) -> tuple[Shown, int]:
    names = read(path)
    truth = names["truth"](**given)
    for words in names["WORDS"].values():
        claims = {name: fill(claim, shown) for name, (claim, _) in words["claims"].items()}
        if len(set(claims.values())) < len(claims):
            raise _fault(path, "claims", f"two claims read the same for {given}")
    if sum(truth.values()) != 1 or set(truth) != set(claims):
        raise _fault(path, "def truth", f"one claim must be true, got {truth} for {given}")
    case = next(place for place, name in enumerate(claims) if truth[name])
    return {"answer": LETTERS[case], "printed": _prints(path, shown)}, case


def _mistake(path: Path, given: Given, shown: Shown, rng: Generator) -> tuple[Shown, int]:
    mistakes, code = read(path)["MISTAKES"], read(path)["CODE"].strip().splitlines()
    case = int(rng.integers(len(mistakes)))
    name, (_, wrong) = list(mistakes.items())[case]
    right = shown | {name: text for name, (text, _) in mistakes.items()}
    faulty = right | {name: wrong}
    lines = [i for i, line in enumerate(code) if fill(line, right) != fill(line, faulty)]
    printed, misprinted = _prints_line(path, right), _prints_line(path, faulty)
    if len(lines) != 1 or printed == misprinted:
        message = f"`{name}` must change one line and what is printed, {printed}"
        raise _fault(path, "MISTAKES", message)
    mended = fill(code[lines[0]], right).strip()
    told = {"answer": str(lines[0] + 1), "printed": printed, "misprinted": misprinted}
    return told | {"right": mended} | {name: faulty[name] for name in mistakes}, case


ANSWERS = {"number": _number, "prints": _text, "choice": _choice, "line": _mistake}


def fill(text: str, values: Mapping[str, str]) -> str:
    """A text with its values."""
    return PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def texts(words: Any) -> Iterator[str]:
    """All texts in a table of words."""
    for part in words.values() if isinstance(words, dict) else words:
        yield from [part] if isinstance(part, str) else texts(part)


def _shape(words: Any) -> Any:
    if isinstance(words, dict):
        return [(name, _shape(part)) for name, part in words.items()]
    return [_shape(part) for part in words] if isinstance(words, list) else ""


def _prints(path: Path, shown: Shown) -> str:
    """The output of `CODE` with these values; its lines are those of the file."""
    code = fill(read(path).get("CODE", ""), shown)
    return _run("\n" * (_line_of(path, "CODE = ") - 1) + code, path)


def _prints_line(path: Path, shown: Shown) -> str:
    printed = _prints(path, shown)
    if not printed or "\n" in printed:
        raise _fault(path, "CODE", f"`CODE` must print one line, got {printed!r}")
    return printed


@kept.remembered
def _run(source: str, path: Path) -> str:
    return snippets.printed(source, path).rstrip()


def _fault(path: Path, mark: str, message: str) -> ExerciseError:
    return ExerciseError(path, _line_of(path, mark), message)


@kept.remembered
def _line_of(path: Path, mark: str) -> int:
    """The first line of a file that has `mark`."""
    lines = path.read_text("utf-8").splitlines()
    return next((i for i, line in enumerate(lines, 1) if mark in line), 1)


def _seen(path: Path, name: str, value: Any) -> Any:
    """A value in Python's own types, rounded as readers see it."""
    value = np.asarray(value).tolist()
    if isinstance(value, list):
        return [_seen(path, name, part) for part in value]
    if isinstance(value, float) and not math.isfinite(value):
        raise _fault(path, "def draw", f"`{name}` must be finite, got {value}")
    return float(_show(value)) if isinstance(value, float) else value


def _show(value: Any) -> str:
    if isinstance(value, float):
        return np.format_float_positional(value, 4, fractional=False, trim="-")
    return ", ".join(map(_show, value)) if isinstance(value, list) else str(value)
