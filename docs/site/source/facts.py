"""Facts that are written once: the tables of `docs/data`, and the site that follows."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import bibtexparser

from . import kept

DOCS = Path(__file__).parents[2]
Row: TypeAlias = dict[str, str]


@kept.remembered
def table(name: str) -> list[Row]:
    """The rows of `docs/data/<name>.csv`."""
    # A byte-order mark, which some programs write, is no part of the first column's name.
    with (DOCS / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@kept.remembered
def references() -> dict[str, Row]:
    """The fields of every work in `references.bib`, by key."""
    library = bibtexparser.parse_file(str(DOCS / "data" / "references.bib"))
    if library.failed_blocks:
        block = library.failed_blocks[0]
        raise ValueError(f"docs/data/references.bib:{block.start_line + 1}: cannot be read")
    return {
        entry.key: {field.key: _plain(field.value) for field in entry.fields}
        for entry in library.entries
    }


def _plain(value: str) -> str:
    """A BibTeX value without its braces."""
    return value.strip("{}\"'").replace("{", "").replace("}", "").replace("--", "–")


@kept.remembered
def version() -> str:
    """The version of the package."""
    project = (DOCS.parent / "pyproject.toml").read_text("utf-8")
    return str(tomllib.loads(project)["project"]["version"])


@kept.remembered
def _titles() -> dict[str, Row]:
    return {row["slug"]: row for row in table("pages")}


def title(slug: str, language: str) -> str:
    """The title of a page; a page that pages.csv does not know is named by its slug."""
    return _titles().get(slug, {}).get(language, slug)


def concepts(slug: str) -> list[str]:
    """The ids of the concepts that a page explains."""
    return [row["id"] for row in table("concepts") if row["page"] == slug]


def corrections(slug: str) -> dict[str, list[str]]:
    """The corrections of the notes that a page gives: their ids and places."""
    return {
        row["id"]: row["sources"].split("; ")
        for row in table("corrections")
        if row["page"] == slug
    }


def places(words: str) -> list[str]:
    """The places in the notes of words that pages may quote."""
    return [row["place"] for row in table("quotations") if row["words"] == words]


def rejected(text: str) -> Iterator[tuple[int, str]]:
    """The places of words that `terms.csv` rejects in a text, and the words to write."""
    for word, wanted in _rejected_words():
        at = text.find(word)
        while at >= 0:
            yield at, f"{word}: write {wanted}"
            at = text.find(word, at + 1)


@kept.remembered
def _rejected_words() -> list[tuple[str, str]]:
    return [
        (word, f"{row['ko']} ({row['en']})")
        for row in table("terms")
        for word in filter(None, row["reject"].split("|"))
    ]


def needs(slug: str) -> list[str]:
    """The pages that a page builds on, whose links stand at its top."""
    return list(filter(None, _titles().get(slug, {}).get("needs", "").split("; ")))


def term_id(term: Row) -> str:
    """The id of a term in the glossary."""
    return "term-" + re.sub(r"[^a-z0-9]+", "-", term["en"].lower()).strip("-")


def convention_id(convention: Row) -> str:
    """The id of a convention on the page that compares libraries."""
    return f"convention-{convention['id']}"


def outline(language: str) -> list[tuple[str, str, str, list[str]]]:
    """The pages in the order of learning, as (part, chapter, its name, slugs)."""
    return [
        (
            chapter[f"part_{language}"],
            chapter["chapter"],
            chapter[language],
            [p["slug"] for p in table("pages") if p["chapter"] == chapter["chapter"]],
        )
        for chapter in table("chapters")
    ]


def chapter_needs() -> dict[str, list[str]]:
    """The chapters that each chapter builds on directly, not through another of them."""
    home = {row["slug"]: row["chapter"] for row in table("pages")}
    direct: dict[str, set[str]] = {row["chapter"]: set() for row in table("chapters")}
    for slug, chapter in home.items():
        if chapter:
            direct[chapter] |= {home[other] for other in needs(slug)} - {chapter}
    behind: dict[str, set[str]] = {}  # of each chapter all that comes before it
    found = {}
    for chapter, own in direct.items():
        further = {far for near in own for far in behind.get(near, ())}
        behind[chapter] = own | further
        found[chapter] = [near for near in direct if near in own - further]
    return found
