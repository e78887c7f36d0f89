"""A page or lab as its author wrote it, read once."""

import functools
import inspect
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from . import dialect, facts, fences, formulas, kept, labs, markup, snippets
from .fences import Fence
from .formulas import Formula, FormulaError
from .labs import Cell
from .snippets import Snippet


@dataclass(frozen=True)
class Page:
    """A page in one language; of a lab, the Markdown of its prose.

    Every line of `text` has the number that it has in the file `path`.
    """

    slug: str
    language: str
    path: Path
    text: str

    @property
    def source(self) -> str:
        """The address of the page among its language's sources, as links write it."""
        return f"{self.slug}.md"

    @property
    def place(self) -> str:
        """The file in the project, as faults and the record of the tests name it."""
        return self.path.relative_to(kept.ROOT).as_posix()

    @property
    def chapter(self) -> str:
        """The folder of figures that the page draws from; pages at the top share `home`."""
        return self.slug.rpartition("/")[0] or "home"

    @property
    def title(self) -> str:
        """The title in `pages.csv`."""
        return facts.title(self.slug, self.language)

    @property
    def kind(self) -> str:
        """The kind: `home`, `api`, `reference`, `exercises`, `lab` or `concept`."""
        if self.chapter in {"home", "api", "reference"}:
            return self.chapter
        if self.slug.endswith("/exercises"):
            return "exercises"
        return "lab" if self.path.suffix == ".py" else "concept"

    @cached_property
    def meta(self) -> Mapping[str, Any]:
        """The front matter; `yaml.MarkedYAMLError` if it is not written as YAML."""
        front = dialect.FRONT.match(self.text)
        return yaml.safe_load(front[1]) or {} if front else {}

    @property
    def markdown(self) -> str:
        """The page with its title, and without its front matter."""
        heading = f"# {self.title} {{ #{self.slug.rpartition('/')[2]} }}"
        return f"{heading}\n\n{dialect.FRONT.sub('', self.text).lstrip()}"

    @cached_property
    def unfenced(self) -> str:
        """The text with spaces for fenced blocks."""
        return fences.blank(self.text)

    @cached_property
    def bare(self) -> str:
        """The text with spaces for fenced blocks, inline code and front matter."""
        text = self.unfenced
        for pattern in (dialect.FRONT, dialect.CODE):
            text = pattern.sub(lambda part: fences.spaces(part[0]), text)
        return text

    @cached_property
    def prose(self) -> str:
        """The bare text with spaces for formulas too; `FormulaError` as for `formulas`."""
        text = self.bare
        for shown in self.formulas:
            block = text[shown.start : shown.end]
            text = text[: shown.start] + fences.spaces(block) + text[shown.end :]
        return dialect.INLINE.sub(lambda part: fences.spaces(part[0]), text)

    @cached_property
    def fences(self) -> list[Fence]:
        """All fenced blocks."""
        return list(fences.find(self.text))

    @cached_property
    def snippets(self) -> list[Snippet]:
        """The Python fences with their outputs."""
        return snippets.find(self.text)

    @cached_property
    def formulas(self) -> list[Formula]:
        """The display formulas; `FormulaError` if a block is not written as one."""
        return formulas.find(self.text)

    @cached_property
    def bindings(self) -> list[str]:
        """The code that the page's formulas are compared with."""
        try:
            return [f.binding for f in self.formulas if f.mark == "check"]
        except FormulaError:  # a fault, which is reported with its line
            return []

    @cached_property
    def compared(self) -> set[str]:
        """The functions that the page's formulas are compared with."""
        known = formulas.functions()
        return {name for code in self.bindings for name in formulas.called(code, known)}

    @property
    def cited(self) -> list[str]:
        """The keys of the works that the page cites, or the docstrings that it shows."""
        modules = tuple(found["module"] for found in dialect.MODULE.finditer(self.text))
        docstrings = [
            inspect.getdoc(function) or ""
            for function in formulas.functions().values()
            if modules and function.__module__.startswith(modules)
        ]
        return dialect.cited("\n".join([self.text, *docstrings]))

    @cached_property
    def figures(self) -> list[str]:
        """The names of the figures that the page shows, in order."""
        return [figure["name"] for figure in dialect.FIGURE.finditer(self.bare)]

    @cached_property
    def exercises(self) -> list[str]:
        """The names of the exercises that the page sets, in order."""
        return [slot["name"] for slot in dialect.EXERCISE.finditer(self.bare)]

    @cached_property
    def tables(self) -> list[str]:
        """The names of the tables that the build makes for the page."""
        return [table["name"] for table in dialect.TABLE.finditer(self.text)]

    @cached_property
    def anchors(self) -> list[tuple[int, str]]:
        """The ids that links may lead to, each with its line.

        That of the title stands first, then those of the tables that the build makes.
        """
        found = ["lab" if self.kind == "lab" else self.slug.rpartition("/")[2]]
        if "glossary" in self.tables:
            found += map(facts.term_id, facts.table("terms"))
        if "bibliography" in self.tables:
            found += facts.references()
        if "conventions" in self.tables:
            found += map(facts.convention_id, facts.table("conventions"))
        places = dialect.IDENTIFIER.finditer(self.bare)
        written = [(self.line(place.start()), place["id"]) for place in places]
        tags = markup.tags(self.bare)
        written += [(t.line, t.attributes["id"]) for t in tags if "id" in t.attributes]
        return [*((1, name) for name in found), *sorted(written)]

    @property
    def ids(self) -> set[str]:
        """The ids that links may lead to."""
        return {name for _, name in self.anchors}

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells of a lab."""
        return labs.cells(self.path.read_text("utf-8"), self.language)

    @cached_property
    def checks(self) -> dict[str, int]:
        """The number of checks of each kind that the tests have to make on the page."""
        if self.kind == "lab":
            return {"cells": sum(cell.kind == "code" for cell in self.cells)}
        counts = {
            "snippets": len(self.snippets),
            "outputs": sum(snippet.shown is not None for snippet in self.snippets),
            "formulas": sum(formula.mark == "check" for formula in self.formulas),
        }
        return {kind: count for kind, count in counts.items() if count}

    def link(self, slug: str) -> str:
        """The relative link, as Markdown writes it, to another page."""
        return posixpath.relpath(f"{slug}.md", posixpath.dirname(self.slug) or ".")

    def line(self, position: int) -> int:
        """The line of the file at a position of the text."""
        return self.text.count("\n", 0, position) + 1

    def correction(self, number: str) -> tuple[str, re.Match[str]]:
        """The heading of a correction, and the quoted claim with its places."""
        for heading in dialect.HEADING.finditer(self.text):
            if heading["id"] == number.lower():
                section = re.split("^#", self.text[heading.end() :], maxsplit=1, flags=re.M)
                if quote := dialect.QUOTE.search(section[0]):
                    return heading["title"], quote
        raise ValueError(
            f"{self.slug}: no section {{ #{number.lower()} }} with `> «claim» (note:line)`"
        )


def functions_of(formula: Formula) -> list[str]:
    """The functions that a formula is compared with, each once."""
    if formula.mark != "check":
        return []
    return list(dict.fromkeys(formulas.called(formula.binding, formulas.functions())))


@functools.lru_cache(maxsize=500)
def _read(slug: str, language: str, path: Path, content: str) -> Page:
    text = labs.prose(content, language) if path.suffix == ".py" else content
    return Page(slug, language, path, text)


def read(path: Path, language: str) -> Page:
    """The page in a file; an unchanged file is not taken apart again."""
    content = path.read_text("utf-8-sig")
    if path.suffix == ".py":
        slug = f"{path.stem}/lab"
    else:
        slug = path.relative_to(facts.DOCS / language).with_suffix("").as_posix()
    return _read(slug, language, path, content)


@kept.remembered
def pages(language: str) -> dict[str, Page]:
    """The pages of a language that are written, labs among them, by slug."""
    paths = [*(facts.DOCS / language).rglob("*.md"), *(facts.DOCS / "labs").glob("*.py")]
    found = [read(path, language) for path in sorted(paths)]
    return {page.slug: page for page in found}
