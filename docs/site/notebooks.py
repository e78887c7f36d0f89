"""Notebooks to take along: pages and labs as `.ipynb`, to be run from top to bottom.

Each code cell is a Python fence of the page, which runs alone, or a cell of the lab, which
goes on from those above it.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urljoin

import jupytext
import nbformat
from nbformat import NotebookNode, v4

import snippets
import twins

LINK = re.compile(r"\]\((?!\w+:)(?P<page>[\w./-]*?)(?:\.(?:md|py))?(?P<anchor>#[\w.-]+)?\)")
HEAD = {
    "ko": "[{address}]({address})에서 내려받은 노트북이다. "
    "첫 코드 칸이 `dlnotes`와 NumPy를 설치한다.",
    "en": "Downloaded from [{address}]({address}). "
    "The first code cell installs `dlnotes` and NumPy.",
}
ALSO = {"ko": " 그 밖에 필요한 것: {needs}.", "en": " It also needs {needs}."}
NAMES = {
    "matplotlib": "Matplotlib",
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
    "torch": "PyTorch",
}

Cell = tuple[str, str, str]  # "markdown" or "code", the source, what it prints


def of_lab(source: Path, language: str) -> Iterable[Cell]:
    """The cells of a lab, not yet run."""
    for cell in jupytext.read(source).cells:
        prose = cell.cell_type == "markdown"
        yield (
            cell.cell_type,
            twins.plain(cell.source, language) if prose else cell.source,
            "",
        )


def of_page(markdown: str, language: str) -> Iterable[Cell]:
    """The cells of a page; what a fence prints is the output of its cell."""
    markdown, end = twins.plain(markdown, language), 0
    for snippet in snippets.find(markdown):
        yield "markdown", markdown[end : snippet.code.start], ""
        printed = snippet.shown.source if snippet.shown else ""
        yield "code", snippet.code.source, printed
        end = (snippet.shown or snippet.code).end
    yield "markdown", markdown[end:], ""


def write(
    cells: Iterable[Cell],
    address: str,
    wheel: str,
    language: str,
    cite: Callable[[str], str],
) -> str:
    """The notebook of the page at `address`, whose links lead back there."""
    found = [(kind, source.strip(), printed) for kind, source, printed in cells]
    found = [cell for cell in found if cell[1]]
    head = HEAD[language].format(address=address)
    if needs := _needs(found):
        head += ALSO[language].format(needs=", ".join(needs))
    install = f"%pip install --quiet {wheel}"
    cells = [v4.new_markdown_cell(head), v4.new_code_cell(install)]
    for kind, source, printed in found:
        if kind == "code":
            cells.append(_code(source, printed))
        else:
            prose = twins.outside_code(cite(source), lambda text: _absolute(text, address))
            cells.append(v4.new_markdown_cell(prose))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"  # nbformat makes them up at random
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    return nbformat.writes(book) + "\n"


def _code(source: str, printed: str) -> NotebookNode:
    cell = v4.new_code_cell(source)
    if printed:
        cell.outputs = [v4.new_output("stream", name="stdout", text=printed)]
    return cell


def _needs(cells: list[Cell]) -> list[str]:
    """The packages that the code imports besides `dlnotes` and NumPy."""
    names = {name for kind, text, _ in cells if kind == "code" for name in imported(text)}
    return [NAMES.get(name, f"`{name}`") for name in sorted(names - {"dlnotes", "numpy"})]


def imported(code: str) -> set[str]:
    """The packages that code imports and that do not come with Python."""
    names = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names)


def _absolute(prose: str, address: str) -> str:
    """Prose whose links work from anywhere."""

    def absolute(link: re.Match[str]) -> str:
        page = link["page"] and f"../{link['page']}/".replace("/index/", "/")
        return f"]({urljoin(address, page)}{link['anchor'] or ''})"

    return LINK.sub(absolute, prose)
