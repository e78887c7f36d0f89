"""Tables in Markdown, and their HTML."""

import re
from collections.abc import Iterator

TABLE = re.compile(r"<table>.*?</table>", re.S)
CODE = re.compile(r"<code>[^<]*</code>")
# A long name may break after its dots and underscores.
JOINT = re.compile(r"(?<=\w[._])(?=\w)(?![^<]*>)")


def grid(heads: list[str], rows: list[list[str]]) -> str:
    """A table; bars within its cells are escaped."""

    def lines() -> Iterator[list[str]]:
        yield heads
        yield ["---"] * len(heads)
        yield from ([cell.replace("|", "\\|") for cell in row] for row in rows)

    return "\n".join("| " + " | ".join(line) + " |" for line in lines())


def sortable(heads: list[str], rows: list[list[str]]) -> str:
    """A table that readers filter by words and sort by columns."""
    return f'<div class="sortable" markdown="1">\n\n{grid(heads, rows)}\n\n</div>'


def breakable(html: str) -> str:
    """HTML in which long names in tables may break after their dots and underscores."""
    return TABLE.sub(lambda table: CODE.sub(with_breaks, table[0]), html)


def with_breaks(part: re.Match[str]) -> str:
    """A part of a page whose names may break."""
    return JOINT.sub("<wbr>", part[0])
