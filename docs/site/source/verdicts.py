"""The results of checking a formula and of saying it, kept until their inputs change."""

import json

from . import formulas, kept, speech
from .formulas import Formula, FormulaError
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
