"""Facts that stand once: the tables of `docs/data`, and what pages say of themselves."""

import csv
import functools
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bibtexparser
import yaml

DOCS = Path(__file__).parents[1]
FRONT = re.compile(r"\A---\n(.*?)^---\n", re.S | re.M)
TITLE = re.compile(r"^# (.+?)(?: *\{ *#[\w-]+ *\})?$", re.M)
AUTHORS = {"ko": " 외", "en": " et al."}


@dataclass(frozen=True)
class Page:
    """A written page: where it lies, what its front matter declares, and its text."""

    slug: str
    title: str
    meta: Mapping[str, Any]
    text: str


@functools.cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of `docs/data/<name>.csv`."""
    with (DOCS / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def references() -> dict[str, dict[str, str]]:
    """The fields of every work in `references.bib`, by key."""
    library = bibtexparser.parse_file(str(DOCS / "data" / "references.bib"))
    if library.failed_blocks:
        block = library.failed_blocks[0]
        raise ValueError(f"docs/data/references.bib:{block.start_line + 1}: cannot be read")
    return {
        entry.key: {field.key: _plain(field.value) for field in entry.fields}
        for entry in library.entries
    }


@functools.cache
def pages(language: str) -> dict[str, Page]:
    """The written pages of a language, by slug (`activations/softmax`)."""
    root = DOCS / language
    found = {}
    for path in sorted(root.rglob("*.md")):
        text = path.read_text("utf-8")
        slug = path.relative_to(root).with_suffix("").as_posix()
        title = TITLE.search(text)
        found[slug] = Page(slug, title[1] if title else slug, _meta(path, text), text)
    return found


def _meta(path: Path, text: str) -> Mapping[str, Any]:
    """The front matter of a page."""
    front = FRONT.match(text)
    try:
        return yaml.safe_load(front[1]) if front else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ValueError(f"{path}:{line}: front matter: {error.problem}") from None


def reload() -> None:
    """Forget what was read, so that a live reload sees the files as they are."""
    for reader in (table, references, pages):
        reader.cache_clear()


def state(*parts: str, root: Path = DOCS.parent) -> str:
    """A name for what files and folders of the project say, the same on every machine."""
    digest = hashlib.sha256()
    for path in sorted(p for part in parts for p in _files(root / part)):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    found = [path, *path.rglob("*")]
    return [p for p in found if p.is_file() and "__pycache__" not in p.parts]


def label(key: str, language: str) -> str:
    """A work as a sentence names it: `Glorot & Bengio 2010`."""
    work = references()[key]
    names = [author.partition(",")[0].strip() for author in work["author"].split(" and ")]
    who = " & ".join(names) if len(names) < 3 else names[0] + AUTHORS[language]
    return f"{who} {year(key)}"


def year(key: str) -> str:
    """The year of a work, with a letter where its authors have several in that year."""
    works = references()
    work = works[key]
    twins = [k for k in sorted(works) if _when(works[k]) == _when(work)]
    letter = "abc"[twins.index(key)] if len(twins) > 1 else ""
    return work["year"] + letter


def _when(work: dict[str, str]) -> tuple[str, str]:
    return work["author"], work["year"]


def _plain(value: str) -> str:
    """A BibTeX value without its braces."""
    return value.strip("{}\"'").replace("{", "").replace("}", "").replace("--", "–")
