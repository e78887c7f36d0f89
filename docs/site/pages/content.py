"""A page as its reader gets it, kept under a hash of all that it follows from."""

import functools
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from source import kept
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
INVENTORY = ("objects.inv", "assets/_mkdocstrings.css")


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
    if page.kind == "api" and not _all_kept(page.language, address):
        return None
    name = follows_from(page, address)
    return _read(name) if kept.has("pages", name) else None


@functools.lru_cache(maxsize=500)
def _read(name: str) -> Content:
    """What is kept under a name, which `mkdocs serve` need not read again."""
    return Content(**json.loads(kept.find("pages", name) or ""))


@kept.remembered
def _all_kept(language: str, address: str) -> bool:
    """Whether every API page and the inventory were kept as the build began.

    They are made together: mkdocstrings lists in its inventory what it has rendered.
    """
    names = [*_inventory_names(language)]
    names += [follows_from(page, address) for page in _api_pages(language)]
    return all(kept.has("pages", name) for name in names)


def _api_pages(language: str) -> list[Page]:
    return [page for page in pages(language).values() if page.kind == "api"]


def keep(page: Page, address: str, content: Content) -> None:
    """Keep the content of a page for the next build."""
    text = json.dumps(asdict(content), ensure_ascii=False)
    kept.keep("pages", follows_from(page, address), text.encode())


def write_inventory(site: Path, language: str, rendered: int) -> None:
    """Keep the files that mkdocstrings wrote with the API pages, or write the kept ones.

    It writes them only in a build that has rendered API pages, `rendered` of them.
    """
    for path, name in zip(INVENTORY, _inventory_names(language), strict=True):
        if rendered == len(_api_pages(language)):
            kept.keep("pages", name, (site / path).read_bytes())
        elif not rendered and (found := kept.find("pages", name)) is not None:
            (site / path).write_bytes(found)


def _inventory_names(language: str) -> list[str]:
    return [kept.named(api_state(language), name) for name in INVENTORY]


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
        yield api_state(page.language)
    elif page.tables:
        yield tables.filled(page.text, page)


@kept.remembered
def api_state(language: str) -> str:
    """A name for all that the API pages of a language follow from together."""
    compared = [
        f"{page.slug} {page.title} {page.bindings}" for page in pages(language).values()
    ]
    return kept.named(
        kept.state("dlnotes", f"docs/{language}/api"), *compared, kept.tools(*TOOLS)
    )
