"""What is wrong with a page, each with its line: the build warns of it and so fails.

MkDocs names only the file of a broken link, and knows no figures, formulas or citations.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import data
import draws
import exercises
import fences
import figures
import formulas
import labs
import reference
import terms

HEADING = re.compile(r"^#{1,6} .*$", re.M)
IDENTIFIER = re.compile(r"\{[^}\n]*#([\w.-]+)[^}\n]*\}|\bid=\"([^\"]+)\"")
LINK = re.compile(r"(?<!!)\]\((?!\w+:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]*))?\)")
PICTURE = re.compile(r"^.*!\[.*$", re.M)
EXERCISE = re.compile(r"^.*<!-- *exercise\b.*$", re.M)
LANGUAGES = {"python", "text", "bash", "bibtex", "markdown", "csv"}

Fault = tuple[int, str]


def find(path: Path) -> list[Fault]:
    """The faults of a page or lab, as (line, what is wrong)."""
    text = path.read_text("utf-8")
    text = labs.prose(text) if path.suffix == ".py" else text
    found = [*_fences(text)]
    bare = without_fences(text)
    checks = (_headings(bare), _pictures(bare, path), _citations(bare), _links(bare, path))
    for check in (*checks, _formulas(text), _exercises(bare, path)):
        found.extend(check)
    return sorted(found)


def without_fences(text: str) -> str:
    """The page with fenced blocks and inline code blanked, line for line."""
    return re.sub(r"`[^`\n]*`", "``", fences.blank(text))


def anchors(path: Path) -> set[str]:
    """The ids that a page offers, those of its generated tables included."""
    text = path.read_text("utf-8")
    slots = {slot["name"] for slot in reference.SLOT.finditer(text)}
    found = {own or raw for own, raw in IDENTIFIER.findall(text)}
    if "glossary" in slots:
        found.update(terms.anchor(row) for row in data.table("terms"))
    if "bibliography" in slots:
        found.update(data.references())
    return found


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _headings(text: str) -> Iterator[Fault]:
    for heading in HEADING.finditer(text):
        if not re.search(r"\{ #[\w-]+ \}$", heading[0]):
            yield _line(text, heading.start()), f"heading without `{{ #id }}`: {heading[0]}"


def _pictures(text: str, path: Path) -> Iterator[Fault]:
    folder = figures.FOLDER / chapter(path)
    for picture in PICTURE.finditer(text):
        line = _line(text, picture.start())
        match = figures.LINE.match(picture[0])
        if match is None:
            yield line, 'a figure stands on its own line as `![alt](name.svg "caption")`'
        elif not match["alt"].strip():
            yield line, f"figure {match['name']}.svg has no alt text"
        elif not (folder / f"{match['name']}.py").exists():
            yield line, f"no figure docs/figures/{chapter(path)}/{match['name']}.py"


def chapter(path: Path) -> str:
    """The folder of figures that a page draws from; pages at the top share `home`."""
    parts = path.relative_to(data.DOCS).parts
    return parts[1] if len(parts) > 2 else "home"


def _exercises(text: str, path: Path) -> Iterator[Fault]:
    for exercise in EXERCISE.finditer(text):
        line, slot = _line(text, exercise.start()), exercises.SLOT.match(exercise[0])
        if slot is None:
            yield line, "an exercise stands on its own line as `<!-- exercise: name -->`"
            continue
        file = draws.FOLDER / chapter(path) / f"{slot['name']}.py"
        if not file.exists():
            yield line, f"no exercise docs/exercises/{chapter(path)}/{file.name}"
            continue
        try:
            draws.variants(file)
        except draws.ExerciseError as error:
            yield line, str(error)


def _citations(text: str) -> Iterator[Fault]:
    for citation in reference.CITATION.finditer(text):
        for key in reference.keys(citation):
            if key not in data.references():
                line = _line(text, citation.start())
                yield line, f"no work `{key}` in docs/data/references.bib"


def _links(text: str, path: Path) -> Iterator[Fault]:
    for link in LINK.finditer(text):
        target = path.parent / link["path"] if link["path"] else path
        line, shown = _line(text, link.start()), link["path"]
        if not target.exists():
            yield line, f"link to {shown}, which does not exist"
        elif (
            link["anchor"]
            and target.suffix == ".md"
            and link["anchor"] not in anchors(target)
        ):
            yield line, f"link to {shown}#{link['anchor']}, but no such id is there"


def _fences(text: str) -> Iterator[Fault]:
    for fence in fences.find(text):
        if fence.info not in LANGUAGES:
            known = ", ".join(sorted(LANGUAGES))
            yield fence.line, f"fence ```{fence.info}; write one of {known}"
        elif not fence.closed:
            yield fence.line, "a fence that is not closed at its own indentation"


def _formulas(text: str) -> Iterator[Fault]:
    try:
        shown = formulas.find(text)
    except formulas.FormulaError as error:
        yield error.line, str(error)
        return
    public = formulas.functions()
    for formula in shown:
        if formula.mark is None:
            yield formula.line, "display formula without `<!-- check: … -->`"
        elif formula.mark == "check":
            message = formulas.check(formula, formula.binding, public)
            if message:
                yield formula.line, message
