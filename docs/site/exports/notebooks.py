"""Notebooks to download: pages and labs as `.ipynb`, to be run from top to bottom.

Each code cell is a Python fence of the page, which runs alone, or a cell of the lab, which
goes on from those above it.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urljoin

import nbformat

from pages import exercises, tables
from source import fences, snippets
from source.page import Page

from . import copies

LINK = re.compile(r"\]\((?!\w+:)(?P<page>[\w./-]*?)(?:\.md)?(?P<anchor>#[\w.-]+)?\)")
HEAD = {
    "ko": "[{address}]({address})에서 내려받은 노트북이다. "
    "첫 코드 칸이 `dlnotes`와 NumPy를 설치한다.",
    "en": "Downloaded from [{address}]({address}). "
    "The first code cell installs `dlnotes` and NumPy.",
}
ALSO = {"ko": " 그 밖에 필요한 것: {needs}.", "en": " It also needs {needs}."}
VERSION = {"nbformat": 4, "nbformat_minor": 5}

Cell = tuple[str, str, str]  # "markdown" or "code", the source, and its printed output


def cells(page: Page) -> Iterable[Cell]:
    """The cells of a page or lab; of a page, the output of a fence is that of its cell."""
    return _of_lab(page) if page.kind == "lab" else _of_page(page)


def _of_lab(page: Page) -> Iterable[Cell]:
    title = f"# {page.title}\n\n"
    for cell in page.cells:
        prose = cell.kind == "markdown"
        source = copies.plain(cell.source, page.language) if prose else cell.source
        yield cell.kind, title + source, ""
        title = ""


def _of_page(page: Page) -> Iterable[Cell]:
    text = exercises.placed(tables.filled(page.markdown, page), page, live=False)
    text, end = copies.plain(text, page.language), 0
    for snippet in snippets.find(text):
        yield "markdown", text[end : snippet.code.start], ""
        printed = snippet.shown.source if snippet.shown else ""
        yield "code", snippet.code.source, printed
        end = (snippet.shown or snippet.code).end
    yield "markdown", text[end:], ""


def text(
    cells: Iterable[Cell],
    address: str,
    wheel: str,
    language: str,
    cite: Callable[[str], str],
) -> str:
    """The file of the notebook of the page at `address`, whose links lead back there."""
    found = [(kind, source.strip(), printed) for kind, source, printed in cells]
    found = [cell for cell in found if cell[1]]
    head = HEAD[language].format(address=address)
    if needs := _needs(found):
        head += ALSO[language].format(needs=", ".join(needs))
    made = [_cell("markdown", head), _cell("code", f"%pip install --quiet {wheel}")]
    for kind, source, printed in found:
        if kind == "markdown":
            source = fences.outside(cite(source), lambda text: _absolute(text, address))
        made.append(_cell(kind, source, printed))
    for number, cell in enumerate(made):
        cell["id"] = f"cell-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {"cells": made, "metadata": {"kernelspec": kernel}}
    return f"{nbformat.writes(nbformat.from_dict(book | VERSION))}\n"


def _cell(kind: str, source: str, printed: str = "") -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source}
    if kind == "code":
        stream = {"output_type": "stream", "name": "stdout", "text": printed}
        cell |= {"execution_count": None, "outputs": [stream] if printed else []}
    return cell


def _needs(cells: list[Cell]) -> list[str]:
    """The packages that the code imports besides `dlnotes` and NumPy."""
    code = [text for kind, text, _ in cells if kind == "code"]
    names = {name for text in code for name in snippets.imported(text)}
    return [
        snippets.NAMES.get(name, f"`{name}`")
        for name in sorted(names - {"dlnotes", "numpy"})
    ]


def _absolute(prose: str, address: str) -> str:
    """Prose whose links work from anywhere."""

    def absolute(link: re.Match[str]) -> str:
        page = link["page"] and f"../{link['page']}/".replace("/index/", "/")
        return f"]({urljoin(address, page)}{link['anchor'] or ''})"

    return LINK.sub(absolute, prose)
