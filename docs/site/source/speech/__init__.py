r"""Formulas that are said as a sentence, in Korean and in English, and heard back.

A formula is taken apart by its reader, and what its check knows of the names decides what
a listener should hear: \sigma(z) is no product. `rules.csv` and `words.csv` hold all words.

    tree     -> parts       `lines`, by `nodes`, `factors` and `named`
    parts    -> sentence    `saying`
    sentence -> parts       `hearing`, by the same templates: all that it may mean
    parts    -> LaTeX       `saying` again; it is computed as the formula is

So a sentence that could be heard as another formula is found when the site is built.
"""

from typing import NamedTuple

from ..formulas import Formula, FormulaError, agrees, equations, functions
from .hearing import hear
from .known import known
from .lines import Lines, meant, said, written
from .rules import EN, KO
from .saying import broken, shown
from .sense import Sense

__all__ = ["Spoken", "compared", "spoken", "understood"]


class Spoken(NamedTuple):
    """The sentences of a formula, one a line, and its LaTeX with its unseen characters."""

    ko: str
    en: str
    marked: str


def compared(formula: Formula) -> str:
    """The binding that a formula is compared with; empty if there is none."""
    return formula.binding if formula.mark == "check" else ""


def spoken(tex: str, binding: str) -> Spoken:
    """A formula's sentences, heard back; `FormulaError` if they say something else."""
    lines, marks = understood(tex, binding)
    for language in (KO, EN):
        for line, sentence in zip(lines, said(lines, language), strict=True):
            heard = hear(sentence, language)
            if heard != {line}:
                readings = " or ".join(sorted(map(shown, heard))) or "nothing"
                raise FormulaError(f"its sentence “{sentence}” is heard as {readings}")
    if binding and not _computes_the_same(written(lines), tex, binding):
        raise FormulaError(f"it is said as another formula, {written(lines)}")
    ko, en = ("\n".join(map(broken, said(lines, language))) for language in (KO, EN))
    return Spoken(ko, en, _marked(tex, marks))


def understood(tex: str, binding: str) -> tuple[Lines, dict[int, str]]:
    """The lines of a formula as parts, and its unseen characters by their places."""
    sense = Sense(known(tex, binding, functions()))
    return meant(tex, sense), sense.marks


def _computes_the_same(heard: str, tex: str, binding: str) -> bool:
    """Whether a formula as it was heard has the same tree, or else the same values."""
    shown, other = (equations.read(text).equations for text in (tex, heard))
    same = [(one.left, one.rights) for one in shown] == [(e.left, e.rights) for e in other]
    return same or agrees(heard, binding, functions())


def _marked(tex: str, marks: dict[int, str]) -> str:
    for place in sorted(marks, reverse=True):
        tex = tex[:place] + marks[place] + tex[place:]
    return tex
