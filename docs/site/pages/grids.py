"""Tables in Markdown."""

from collections.abc import Iterator


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
