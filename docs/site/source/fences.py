"""Fenced blocks of a Markdown page."""

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .dialect import FENCE


@dataclass(frozen=True)
class Fence:
    """A fenced block: `closed` is whether its end is marked, at the same indentation."""

    mark: str
    info: str
    source: str
    indent: str
    closed: bool
    line: int
    start: int
    end: int


def find(text: str) -> Iterator[Fence]:
    """Every fenced block of a page, whatever its language."""
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        source = textwrap.dedent(match["body"])
        info, closed = match["info"].strip(), bool(match["end"])
        yield Fence(
            match["mark"], info, source, match["indent"], closed, line, *match.span()
        )


def blank(text: str) -> str:
    """The page with spaces for its fenced blocks; everything else keeps its place."""
    return FENCE.sub(lambda match: spaces(match[0]), text)


def spaces(text: str) -> str:
    """As many spaces as a text has letters, on as many lines."""
    return re.sub(r"[^\n]", " ", text)


def outside(text: str, change: Callable[[str], str]) -> str:
    """A text with `change` applied to the parts between its fences."""
    parts, end = [], 0
    for fence in find(text):
        parts += [change(text[end : fence.start]), text[fence.start : fence.end]]
        end = fence.end
    return "".join([*parts, change(text[end:])])
