"""Faults of a page, each with its line: the build warns of them and so fails.

MkDocs names only the file of a broken link, and knows no figures, formulas or citations.
"""

import json
import re
from collections.abc import Iterator

import yaml

from . import dialect, draws, facts, kept, strays, tex, wording, written
from .formulas import Formula, FormulaError
from .page import Page, pages
from .verdicts import spoken, verdict

Fault = tuple[int, str]
TOOLS = ("constraints.txt", "docs/data", "docs/site/source")
# All that Markdown takes for a heading: after spaces, in a quote, underlined.
HEADING = re.compile(r"^[ >]*#.*$|^\S.*\n(?:=+|-+) *$", re.M)


def find(page: Page) -> list[Fault]:
    """The faults of a page or lab, as (line, what is wrong)."""
    # Where a fence is not sound, code and prose cannot be told apart.
    for first in (strays.unseen_fences, _fences):
        if found := sorted(first(page)):
            return found
    return sorted([*_own(page), *(fault for check in OTHERS for fault in check(page))])


def _own(page: Page) -> list[Fault]:
    """The faults that follow from the page, the tables and the package, which are kept."""

    def checked() -> bytes:
        return json.dumps([fault for check in OWN for fault in check(page)]).encode()

    name = kept.named(page.slug, page.language, page.text, kept.tools(*TOOLS))
    return [(line, said) for line, said in json.loads(kept.made("faults", name, checked))]


def _front(page: Page) -> Iterator[Fault]:
    try:
        described = page.kind == "lab" or page.meta.get("description")
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        yield line, f"front matter: {error.problem}"
        return
    if not described:
        yield 1, "front matter without `description: …`"


def _fences(page: Page) -> Iterator[Fault]:
    for fence in page.fences:
        if fence.info not in dialect.LANGUAGES:
            known = ", ".join(sorted(dialect.LANGUAGES))
            yield fence.line, f"fence ```{fence.info}; write one of {known}"
        elif fence.info == "python" and page.kind == "lab":
            yield fence.line, "code of a lab must be in a cell, which is run"
        elif not fence.closed:
            yield fence.line, "a fence that is not closed at its own indentation"
        elif inner := re.search(rf"^ *{fence.mark}.*$", fence.source, re.M):
            yield fence.line, f"a fence that is not closed before {inner[0].strip()}"


def _headings(page: Page) -> Iterator[Fault]:
    for shown in HEADING.finditer(page.bare):
        line, heading = page.line(shown.start()), dialect.HEADING.fullmatch(shown[0])
        if heading is None:
            first = shown[0].strip().split("\n")[0]
            yield line, f"a heading is a line `## Title {{ #id }}`, got {first}"
        elif not heading["id"]:
            yield line, f"heading without `{{ #id }}`: {heading[0]}"
        elif heading["level"] == "#":
            yield line, "a second title; the title of a page is in docs/data/pages.csv"


def _ids(page: Page) -> Iterator[Fault]:
    named = [(line, f"id `{name}`") for line, name in page.anchors]
    for kind, pattern in (("figure", dialect.FIGURE), ("exercise", dialect.EXERCISE)):
        for part in pattern.finditer(page.bare):  # whose drawing or form has ids
            named.append((page.line(part.start()), f"{kind} `{part['name']}`"))
    seen = set()
    for line, name in named:
        if name in seen:
            yield line, f"a second {name} on the page"
        seen.add(name)


def _pictures(page: Page) -> Iterator[Fault]:
    folder = f"docs/figures/{page.chapter}"
    for picture in dialect.PICTURE.finditer(page.bare):
        line = page.line(picture.start())
        figure = dialect.FIGURE.match(picture[0])
        if figure is None:
            yield line, 'a figure stands on its own line as `![alt](name.svg "caption")`'
        elif not figure["alt"].strip():
            yield line, f"figure {figure['name']}.svg has no alt text"
        elif not (facts.DOCS.parent / folder / f"{figure['name']}.py").exists():
            yield line, f"no figure {folder}/{figure['name']}.py"


def _citations(page: Page) -> Iterator[Fault]:
    for citation in dialect.CITATION.finditer(page.bare):
        for key in dialect.keys(citation):
            if key not in facts.references():
                line = page.line(citation.start())
                yield line, f"no work `{key}` in docs/data/references.bib"


def _links(page: Page) -> Iterator[Fault]:
    for link in dialect.LINK.finditer(page.bare):
        line, shown, anchor = page.line(link.start()), link["path"], link["anchor"]
        if shown is None:
            continue
        target = _target(page, shown)
        if target is None:
            yield line, f"link to {shown}, which does not exist"
        elif anchor and anchor not in target.ids:
            yield line, f"link to {shown}#{anchor}, but no such id is there"


def _target(page: Page, path: str) -> Page | None:
    """The page that a relative link leads to."""
    if not path:
        return page
    folder = page.slug.split("/")[:-1]
    for part in path.split("/"):
        folder = folder[:-1] if part == ".." else [*folder, part]
    slug, dot, suffix = "/".join(folder).rpartition(".")
    return pages(page.language).get(slug) if dot and suffix == "md" else None


def _formulas(page: Page) -> Iterator[Fault]:
    try:
        shown = page.formulas
    except FormulaError as error:
        yield error.line or 1, str(error)
        return
    for formula in shown:
        if formula.mark is None:
            yield formula.line, "display formula without `<!-- check: … -->`"
        message = _unconverted(formula.tex)
        if formula.mark == "check":
            message = message or verdict(formula) or ""
        message = message or _unspoken(formula)
        if message:
            yield formula.line, message
    for inline in dialect.INLINE.finditer(page.bare):
        if message := _unconverted(inline["tex"]):
            yield page.line(inline.start()), message


def _unspoken(formula: Formula) -> str:
    """The fault found when a formula is said and heard; empty if there is none."""
    try:
        spoken(formula)
    except FormulaError as error:
        return f"a formula that cannot be heard: {error}"
    return ""


def _unconverted(formula: str) -> str:
    """The fault that the converter finds in a formula; empty if there is none."""
    try:
        tex.mathml(formula, block=False)
    except ValueError as error:
        return f"TeX that cannot be set: {error}"
    return ""


def _exercises(page: Page) -> Iterator[Fault]:
    for exercise in dialect.EXERCISES.finditer(page.bare):
        line, slot = page.line(exercise.start()), dialect.EXERCISE.match(exercise[0])
        if slot is None:
            yield line, "an exercise stands on its own line as `<!-- exercise: name -->`"
            continue
        file = draws.FOLDER / page.chapter / f"{slot['name']}.py"
        if not file.exists():
            yield line, f"no exercise docs/exercises/{page.chapter}/{file.name}"
            continue
        try:
            draws.variants(file)
        except draws.ExerciseError as error:
            yield line, str(error)


def _functions(page: Page) -> Iterator[Fault]:
    for file in written.paths(page.chapter) if page.kind == "exercises" else []:
        if message := written.fault(file):
            yield 1, message


OWN = (_front, _headings, _ids, _citations, _formulas, strays.find, wording.find)
# Checks of a page against other pages, figures and exercises.
OTHERS = (_pictures, _links, _exercises, _functions)
