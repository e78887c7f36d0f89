"""Labs as they are written: one notebook in jupytext's percent format for all languages.

A code cell serves every language; a prose cell names its own, `# %% [markdown] lang="ko"`.
"""

import re
from dataclasses import dataclass

from .dialect import CELL


@dataclass(frozen=True)
class Cell:
    """A cell of a lab in one language; `line` is that of its head in the file."""

    kind: str  # "markdown" or "code"
    source: str
    line: int
    alt: str = ""


def cells(text: str, language: str) -> list[Cell]:
    """The cells of a lab in a language, in order."""
    found = []
    for cell in CELL.finditer(text):
        line, body = text.count("\n", 0, cell.start()) + 1, cell["body"].strip("\n")
        if "[markdown]" not in cell["head"]:
            alt = re.search(rf'alt_{language}="([^"]*)"', cell["head"])
            found.append(Cell("code", body, line, alt[1] if alt else ""))
        elif f'lang="{language}"' in cell["head"]:
            prose = re.sub(r"^# ?", "", body, flags=re.M)
            found.append(Cell("markdown", prose, line))
    return found


def code_cells(text: str) -> list[Cell]:
    """The code cells of a lab, which all languages share."""
    return [cell for cell in cells(text, "") if cell.kind == "code"]


def prose(text: str, language: str) -> str:
    """The Markdown of a lab in a language, each line with the number it has in the file."""
    return _in_place(text, [c for c in cells(text, language) if c.kind == "markdown"])


def code(text: str) -> str:
    """The Python of a lab, each line with the number that it has in the file."""
    return _in_place(text, code_cells(text))


def _in_place(text: str, cells: list[Cell]) -> str:
    lines = [""] * text.count("\n")
    for cell in cells:
        content = cell.source.splitlines()
        lines[cell.line : cell.line + len(content)] = content
    return "\n".join(lines) + "\n"
