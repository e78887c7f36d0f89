"""Labs as they are written: one notebook in jupytext's percent format for all languages.

A code cell serves every language; a prose cell names its own, `# %% [markdown] lang="ko"`.
"""

import re

import jupytext
from nbformat import NotebookNode

from .dialect import CELL

PROSE = re.compile(r'\[markdown\] lang="(?P<language>\w+)"')


def prose(text: str, language: str) -> str:
    """The Markdown of a lab in a language, each line with the number it has in the file."""
    lines = [""] * text.count("\n")
    for cell in CELL.finditer(text):
        head = PROSE.search(cell["head"])
        if head and head["language"] == language:
            line, content = _line(text, cell) + 1, cell["body"].splitlines()
            lines[line - 1 : line - 1 + len(content)] = content
    return re.sub(r"^# ?", "", "\n".join(lines), flags=re.M) + "\n"


def code_cells(text: str) -> list[tuple[int, str]]:
    """The code cells of a lab, as (line of the head, source)."""
    return [
        (_line(text, cell), cell["body"])
        for cell in CELL.finditer(text)
        if "[markdown]" not in cell["head"]
    ]


def _line(text: str, cell: re.Match[str]) -> int:
    return text.count("\n", 0, cell.start()) + 1


def notebook(text: str, language: str) -> NotebookNode:
    """The lab as a notebook of one language, not yet executed."""
    book = jupytext.reads(text, fmt="py:percent")
    book.cells = [
        cell for cell in book.cells if cell.metadata.get("lang", language) == language
    ]
    for cell in book.cells:
        alt = cell.metadata.get(f"alt_{language}")
        cell.metadata = NotebookNode({"alt": alt} if alt else {})
    return book


def code(text: str) -> str:
    """The Python of a lab, each line with the number that it has in the file."""
    lines = [""] * text.count("\n")
    for line, source in code_cells(text):
        content = source.splitlines()
        lines[line : line + len(content)] = content
    return "\n".join(lines) + "\n"
