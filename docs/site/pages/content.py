"""A page as its reader gets it, kept under a hash of all that it follows from."""

import functools
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from source import dialect, kept
from source.page import Page, pages

from . import figures, labs, sheets, tables

# Files that every page follows from, besides its own text.
TOOLS = (
    "constraints.txt",
    "mkdocs.yml",
    "mkdocs.en.yml",
    "pyproject.toml",
    "docs/data",
    "docs/site/exports/wheel.py",
    "docs/site/frame/search.py",
    "docs/site/hook_exports.py",
    "docs/site/hook_pages.py",
    "docs/site/pages",
    "docs/site/source",
    "docs/site/templates",
)


@dataclass(frozen=True)
class Content:
    """The HTML of an article, and all that the rest of the site asks of it."""

    html: str
    contents: list[dict[str, Any]]  # the headings
    ids: list[str]
    anchors: list[tuple[list[Any], dict[str, Any]]]  # as mkdocs-autorefs registered them
    sections: list[dict[str, str]]  # for the search
    numbers: str  # the script beside the page
    signs: str  # characters of its formulas, which the font needs
    inventory: list[dict[str, Any]]  # of the functions, as mkdocstrings registered them


def heading(item: Any) -> dict[str, Any]:
    """A heading of MkDocs' table of contents, as it is kept."""
    children = [heading(child) for child in item.children]
    return {"title": item.title, "id": item.id, "level": item.level, "children": children}


def flat(items: Iterable[Any]) -> Iterator[Any]:
    """The headings of MkDocs' table of contents, in order."""
    for item in items:
        yield item
        yield from flat(item.children)


def find(page: Page, address: str) -> Content | None:
    """The content of a page of the site at `address`, if nothing has changed since."""
    name = follows_from(page, address)
    return _read(name) if kept.has("pages", name) else None


@functools.lru_cache(maxsize=500)
def _read(name: str) -> Content:
    """The content kept under a name, which `mkdocs serve` need not read again."""
    return Content(**json.loads(kept.find("pages", name) or ""))


def keep(page: Page, address: str, content: Content) -> None:
    """Keep the content of a page for the next build."""
    text = json.dumps(asdict(content), ensure_ascii=False)
    kept.keep("pages", follows_from(page, address), text.encode())


@kept.remembered
def follows_from(page: Page, address: str) -> str:
    """A name for all that the content of a page follows from."""
    common = (
        page.language,
        page.slug,
        page.path.read_text("utf-8"),
        address,
        kept.tools(*TOOLS),
    )
    return kept.named(*common, *_own(page))


def _own(page: Page) -> Iterator[str]:
    """The inputs that only some pages have."""
    yield from map(figures.follows_from, figures.scripts(page))
    if page.exercises or "exercises" in page.tables:
        own = page.kind in {"concept", "exercises"}
        yield kept.tools(f"docs/exercises/{page.chapter}" if own else "docs/exercises")
    if page.kind == "exercises":
        yield sheets.follows_from(page)
    elif page.kind == "lab":
        yield labs.follows_from(page.path)
    elif page.kind == "api":
        yield from (*_modules(page), _compared(page.language))
    elif page.tables:
        yield tables.filled(page.text, page)


def _modules(page: Page) -> Iterator[str]:
    """The state of the modules that an API page shows, docstrings included."""
    for found in dialect.MODULE.finditer(page.text):
        yield kept.state(found["module"].replace(".", "/"))


@kept.remembered
def _compared(language: str) -> str:
    """The code that each page compares formulas with, which API pages link to."""
    return repr([(p.slug, p.title, p.bindings) for p in pages(language).values()])
