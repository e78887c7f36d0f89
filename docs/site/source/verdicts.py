"""The results of checking a formula and of saying it, kept until their inputs change."""

import functools
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from . import formulas, kept, speech
from .formulas import Formula, FormulaError
from .kept import Job
from .page import Page
from .speech import Spoken

# A formula is checked by the reader, on random inputs of NumPy, against the package.
READER = ("constraints.txt", "docs/site/source/formulas")
SPEAKER = ("docs/site/source/speech",)
SOUND = b""


def verdict(formula: Formula) -> str | None:
    """The fault that the check finds in a formula; None if there is none."""
    return _verdict(formula.tex, formula.binding)


@kept.remembered
def _verdict(tex: str, binding: str) -> str | None:
    name = kept.named(tex, binding, kept.tools(*READER))
    found = kept.made("formulas", name, lambda: _check(tex, binding))
    return None if found == SOUND else found.decode()


def _check(tex: str, binding: str) -> bytes:
    message = formulas.check(tex, binding, formulas.functions())
    return SOUND if message is None else message.encode()


def spoken(formula: Formula) -> Spoken:
    """The sentences of a formula; `FormulaError` if they could be heard as another."""
    found = json.loads(_spoken(formula.tex, speech.compared(formula)))
    if isinstance(found, str):
        raise FormulaError(found)
    return Spoken(*found)


@kept.remembered
def _spoken(tex: str, binding: str) -> bytes:
    name = kept.named(tex, binding, kept.tools(*READER, *SPEAKER))
    return kept.made("speech", name, lambda: _said(tex, binding))


def _said(tex: str, binding: str) -> bytes:
    try:
        found: Spoken | str = speech.spoken(tex, binding)
    except FormulaError as error:
        found = str(error)
    return json.dumps(found, ensure_ascii=False).encode()


def jobs(page: Page, job: Callable[[str, str], Job]) -> list[Job]:
    """The jobs for the checked formulas of a page, for processes beside the build."""
    try:
        return [job(f.tex, f.binding) for f in page.formulas if f.mark == "check"]
    except FormulaError:  # a fault, which is reported with its line
        return []


def job(
    kind: str, tools: tuple[str, ...], make: Callable[..., Any], tex: str, binding: str
) -> Job:
    """The job that makes a dataclass, or None, of a formula, and keeps it as JSON."""
    name = kept.named(tex, binding, kept.tools(*tools, "docs/site/source/verdicts.py"))
    return kind, name, functools.partial(_as_json, make, tex, binding)


def _as_json(make: Callable[..., Any], tex: str, binding: str) -> bytes:
    made = make(tex, binding)
    return json.dumps(made and asdict(made), ensure_ascii=False).encode()
