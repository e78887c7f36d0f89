"""The navigation, from the tables: parts, chapters and the pages that are written."""

from collections.abc import Iterator
from typing import Any

from source import facts
from source.page import pages


def entries(language: str) -> Iterator[dict[str, Any]]:
    """The written pages as MkDocs' navigation: parts, chapters, pages."""
    parts: dict[str, list[Any]] = {}
    for part, _, chapter, slugs in facts.outline(language):
        leaves = [
            {pages(language)[slug].title: f"{slug}.md"}
            for slug in slugs
            if slug in pages(language)
        ]
        if leaves:
            parts.setdefault(part, []).extend([{chapter: leaves}] if chapter else leaves)
    yield {facts.title("index", language): "index.md"}
    yield from ({part: inner} for part, inner in parts.items())
