"""Drills: each display formula among three wrong ones, kept between builds."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from . import facts, formulas, kept, verdicts
from .formulas import Formula, FormulaError, Gap
from .kept import Job
from .page import Page, functions_of, pages
from .verdicts import READER, verdict

TOOLS = (*READER, "docs/site/source/drills.py", "docs/site/source/tex.py")
WORDS = re.compile(r"\\text\{[^}]*\}|\s")  # which the languages do not share


@dataclass(frozen=True)
class Drill:
    """Four formulas in the order in which they are shown; that at `case` is right.

    `inputs` are numbers for which no wrong formula gives the right value, by the LaTeX of
    their name, or by their name in code. `gaps` say of each formula what it gives and what
    is right: name, value, right value, entry; nothing at the right one.
    """

    texts: list[str]
    case: int
    kinds: list[str]
    cost: int
    seed: int
    inputs: list[list[str]]
    gaps: list[list[str]]


@dataclass(frozen=True)
class Named:
    """A drill, its name among all that readers solve, and the functions it is about."""

    name: str
    drill: Drill
    functions: list[str]


def of(page: Page) -> list[Named]:
    """The drills of a page, in the order of its formulas."""
    if page.kind != "concept":
        return []
    made = [(formula, _kept(formula.tex, formula.binding)) for formula in checked(page)]
    return [Named(name(page, f), one, functions_of(f)) for f, one in made if one]


def checked(page: Page) -> list[Formula]:
    """The formulas of a page that say what the code computes."""
    try:
        return [f for f in page.formulas if f.mark == "check" and not verdict(f)]
    except FormulaError:  # a fault, which is reported with its line
        return []


def below(folder: str, language: str) -> Iterator[tuple[Page, list[Named]]]:
    """The pages of a folder that have drills, in the order of learning."""
    for row in facts.table("pages"):
        page = pages(language).get(row["slug"])
        if page and page.chapter == folder and (found := of(page)):
            yield page, found


def name(page: Page, formula: Formula) -> str:
    """The same name in both languages, and wherever on its page the formula stands."""
    shared = WORDS.sub("", formula.tex) + formula.binding
    return f"{page.slug}.{hashlib.sha256(shared.encode()).hexdigest()[:4]}"


def jobs(page: Page) -> list[Job]:
    """The jobs that make the drills of a page."""
    return verdicts.jobs(page, _job)


def _job(tex: str, binding: str) -> Job:
    return verdicts.job("drills", TOOLS, _made, tex, binding)


@kept.remembered
def _kept(tex: str, binding: str) -> Drill | None:
    found = json.loads(kept.made(*_job(tex, binding)))
    return Drill(**found) if found else None


def _made(tex: str, binding: str) -> Drill | None:
    four = formulas.four(tex, binding, formulas.functions())
    if four is None:
        return None
    digest = hashlib.sha256(WORDS.sub("", tex).encode()).digest()
    order = np.random.default_rng([*digest]).permutation(4).tolist()
    texts, gaps = [tex, *four.rivals], [[], *(_told(gap, four.names) for gap in four.gaps)]
    inputs = [
        [_written(name, four.names), formulas.shown(value)]
        for name, value in four.used.items()
    ]
    return Drill(
        [" ".join(texts[i].split()) for i in order],
        order.index(0),
        list(four.kinds),
        four.cost,
        four.seed,
        inputs,
        [gaps[i] for i in order],
    )


def _told(gap: Gap, names: dict[str, str]) -> list[str]:
    what = _written(gap.what, names) if gap.what else ""
    place = ", ".join(map(str, gap.place))
    return [what, formulas.shown(gap.given), formulas.shown(gap.wanted), place]


def _written(name: str, names: dict[str, str]) -> str:
    """A name as mathematics, or as code."""
    return f"${names[name].strip()}$" if name in names else f"`{name}`"
