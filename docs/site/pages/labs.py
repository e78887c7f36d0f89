"""Labs as pages: executed once for all languages, and put together from cells.

mkdocs-jupyter renders the code cells. The prose goes to MkDocs, so that links, ids, maths
and notes work there as on any page, and the page weighs tens of kilobytes instead of six
hundred.
"""

import functools
import html
import json
from pathlib import Path
from typing import Any, TypedDict

from bs4 import BeautifulSoup, Tag

from source import kept, labs, snippets
from source.kept import Job
from source.labs import Cell
from source.page import Page

from . import figures

SLOT = '<div class="lab-cell" data-cell="{}"></div>'
# Files that a lab's outputs follow from, besides its own code and the package.
TOOLS = (
    "constraints.txt",
    "docs/site/pages/figures.py",
    "docs/site/pages/labs.py",
    "docs/site/source/snippets.py",
    "docs/site/source/style.py",
)
# The front matter by which jupytext knows a notebook. mkdocs-jupyter keeps what it makes of
# the same text, in both languages; with the versions in it, an update makes it anew.
HEAD = """\
---
jupyter:
  kernelspec: {{display_name: Python 3, language: python, name: python3}}
  versions: {}
---
"""


class Given(TypedDict):
    """The result of a code cell: its text, its pictures, or its fault."""

    printed: str
    drawn: list[str]
    fault: str


def job(path: Path) -> Job:
    """The job that executes the lab in a file."""
    return "labs", follows_from(path), functools.partial(_run, path)


@kept.remembered
def follows_from(path: Path) -> str:
    """A name for all that the outputs of the lab in a file follow from."""
    cells = labs.code_cells(path.read_text("utf-8"))
    programs = (kept.program(cell.source) for cell in cells)
    return kept.named(*programs, kept.tools(*TOOLS))


def _run(source: Path) -> bytes:
    """The results of the code cells of a lab, run from top to bottom."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with figures.styled():
        cells = labs.code_cells(source.read_text("utf-8"))
        given = [_given(cell.source, source, names) for cell in cells]
    return json.dumps(given, ensure_ascii=False).encode()


def _given(code: str, path: Path, names: dict[str, Any]) -> Given:
    import matplotlib.pyplot as plt  # see figures.py

    printed = fault = ""
    try:
        printed = snippets.printed(code, path, names)
    except Exception as error:
        fault = f"the cell raises {type(error).__name__}: {error}"
    drawn = [figures.saved(plt.figure(number)) for number in plt.get_fignums()]
    return {"printed": printed, "drawn": drawn, "fault": fault}


def outputs(page: Page) -> list[Given]:
    """The result of each code cell of a lab."""
    found: list[Given] = json.loads(kept.made(*job(page.path)))
    return found


def write_notebook(page: Page) -> Path:
    """Write the code cells of a lab for mkdocs-jupyter; the folder of the notebook."""
    folder = kept.CACHE / "notebooks" / page.language
    path = folder / page.source
    path.parent.mkdir(parents=True, exist_ok=True)
    code = [
        f"```python\n{cell.source}\n```\n" for cell in page.cells if cell.kind == "code"
    ]
    head = HEAD.format(kept.state("constraints.txt"))
    path.write_text("\n".join([head, *code]), "utf-8")
    return folder


def split(rendered: str, page: Page) -> tuple[str, list[str]]:
    """The prose of a lab as Markdown with slots, and its code cells as HTML."""
    boxes = BeautifulSoup(rendered, "html.parser").select(".highlight-ipynb pre")
    cells = [cell for cell in page.cells if cell.kind == "code"]
    together = enumerate(zip(cells, boxes, outputs(page), strict=True))
    code = [_code(*parts, f"cell-{number}") for number, parts in together]
    slots = map(SLOT.format, range(len(code)))
    text = [next(slots) if cell.kind == "code" else cell.source for cell in page.cells]
    return "\n\n".join(text), code


def joined(page: str, code: list[str]) -> str:
    """HTML with the code cells back in their slots."""
    for number, cell in enumerate(code):
        page = page.replace(SLOT.format(number), cell)
    return page


def markdown(page: Page) -> str:
    """A lab as one text: title, prose, and cells as fences with their outputs."""
    parts, gave = [f"# {page.title}"], iter(outputs(page))
    for cell in page.cells:
        if cell.kind == "markdown":
            parts.append(cell.source)
        else:
            parts.append(f"```python\n{cell.source}\n```")
            parts += _plain(next(gave), cell.alt)
    return "\n\n".join(parts)


def _plain(given: Given, alt: str) -> list[str]:
    text = [f"```text\n{given['printed'].strip()}\n```"] if given["printed"] else []
    return text + [f"![{alt}](figure.svg)"] * len(given["drawn"])


def _code(cell: Cell, shown: Tag, given: Given, prefix: str) -> str:
    code = f"<pre><code>{shown.decode_contents()}</code></pre>"
    parts = [f'<div class="language-python highlight">{code}</div>']
    fault = given["fault"]
    if given["drawn"] and not cell.alt:
        fault = fault or 'a cell that draws needs `# %% alt_ko="…" alt_en="…"`'
    if fault:
        raise ValueError(f"{cell.line}: {fault}")
    if text := html.escape(given["printed"], quote=False):
        parts.append(f'<div class="lab-output"><pre>{text}</pre></div>')
    for picture in given["drawn"]:
        drawn = figures.inline(picture, html.escape(cell.alt), prefix)
        parts.append(f'<figure class="figure">{drawn}</figure>')
    return "\n".join(parts)
