"""Fenced blocks of a Markdown page."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

FENCE = re.compile(
    r"^(?P<indent> *)(?P<mark>`{3,}|~{3,})(?P<info>[^\n`]*)(?:\n|\Z)"
    r"(?P<body>.*?)(?P<end>^(?P=indent)(?P=mark) *$|\Z)",
    re.M | re.S,
)


@dataclass(frozen=True)
class Fence:
    """A fenced block: `closed` is whether its end is marked, at the same indentation."""

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
        yield Fence(info, source, match["indent"], closed, line, *match.span())


def blank(text: str) -> str:
    """The page with spaces for its fenced blocks: all else stands where it stood."""
    return FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
