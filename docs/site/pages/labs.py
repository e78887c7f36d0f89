"""Labs as pages: executed once for all languages, and put together from cells.

mkdocs-jupyter renders the code cells. The prose goes to MkDocs, so that links, ids, maths
and notes work there as on any page, and the page weighs tens of kilobytes instead of six
hundred.
"""

import ast
import functools
import html
import os
import tempfile
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup, Tag
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode
from traitlets.config import Config

from source import kept, labs, snippets
from source.labs import Cell
from source.page import Page

from . import figures

SLOT = '<div class="lab-cell" data-cell="{}"></div>'
# Files that a lab's outputs follow from, besides its own code and the package.
TOOLS = ("constraints.txt", "docs/site/pages/figures.py", "docs/site/pages/labs.py")
POOL = ThreadPoolExecutor(os.cpu_count())
RUNS: dict[str, Future[NotebookNode]] = {}
# The front matter by which jupytext knows a notebook.
HEAD = """\
---
jupyter:
  kernelspec: {display_name: Python 3, language: python, name: python3}
---
"""
KERNEL = """\
c.HistoryManager.enabled = False
c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.print_figure_kwargs = {
    "bbox_inches": None,
    "metadata": {"Date": None, "Creator": None},
}
"""


def prepare_kernel() -> None:
    """Set up the kernel that executes the labs."""
    profile = kept.CACHE / "ipython" / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "ipython_kernel_config.py").write_text(KERNEL, "utf-8")
    # A reader's notebook draws in Matplotlib's own style, the site in that of its figures.
    style = {
        k: ", ".join(map(str, v)) if isinstance(v, tuple) else v
        for k, v in figures.STYLE.items()
    }
    lines = [f'{key}: "{value}"\n' for key, value in style.items()]
    (kept.CACHE / "ipython" / "matplotlibrc").write_text("".join(lines), "utf-8")
    os.environ["MATPLOTLIBRC"] = str(kept.CACHE / "ipython")
    os.environ["IPYTHONDIR"] = str(kept.CACHE / "ipython")
    os.environ["PYTHONHASHSEED"] = "0"
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # several would add up in another order


def begin(pages: Iterable[Page]) -> None:
    """Start executing these labs side by side, those whose outputs are not kept."""
    for page in pages:
        # Named here: CPython 3.11 does not build syntax trees in two threads at a time.
        name = follows_from(page)
        RUNS[name] = POOL.submit(_executed, page, name)


def forget() -> None:
    """Forget the runs, so that changed code is executed again."""
    RUNS.clear()
    _tools.cache_clear()


def follows_from(page: Page) -> str:
    """A name for all that the outputs of a lab follow from."""
    tree = ast.parse(labs.code(page.path.read_text("utf-8")), str(page.path))
    return kept.named(ast.dump(tree), _tools())


@functools.cache
def _tools() -> str:
    return kept.state(*TOOLS) + kept.code_state("dlnotes")


def _executed(page: Page, name: str) -> NotebookNode:
    run = kept.made("labs", name, lambda: _run(page.path).encode())
    book: NotebookNode = nbformat.v4.reads(run.decode())
    return book


def _run(source: Path) -> str:
    """The notebook of all code cells of a lab, with their outputs."""
    cells = labs.code_cells(source.read_text("utf-8"))
    book = nbformat.v4.new_notebook()
    book.cells = [nbformat.v4.new_code_cell(cell.source) for cell in cells]
    for number, cell in enumerate(book.cells):
        cell["id"] = f"cell-{number}"  # nbformat makes them up at random
    with tempfile.TemporaryDirectory() as folder:
        sockets = {"transport": "ipc", "connection_file": f"{folder}/kernel.json"}
        started: list[int] = []
        client = NotebookClient(
            book,
            kernel_name="python3",
            timeout=snippets.LIMIT,
            on_cell_start=lambda cell, cell_index: started.append(cell_index),
            allow_errors=True,  # they are reported with their lines
            coalesce_streams=True,  # a busy kernel sends what a cell prints in pieces
            config=Config({"KernelManager": sockets}),  # files: no open port
        )
        try:
            client.execute()
        except CellTimeoutError:
            line = cells[started[-1]].line
            raise ValueError(
                f"{line}: the cell runs longer than {snippets.LIMIT} s"
            ) from None
    executed: str = nbformat.writes(book)
    return executed


def outputs(page: Page) -> list[list[NotebookNode]]:
    """The outputs of each code cell of a lab."""
    name = follows_from(page)
    run = RUNS.get(name)
    book = run.result() if run else _executed(page, name)
    return [cell.outputs for cell in book.cells]


def write_notebook(page: Page) -> Path:
    """Write the code cells of a lab for mkdocs-jupyter; the folder of the notebook."""
    folder = kept.CACHE / "notebooks" / page.language
    path = folder / page.source
    path.parent.mkdir(parents=True, exist_ok=True)
    code = [
        f"```python\n{cell.source}\n```\n" for cell in page.cells if cell.kind == "code"
    ]
    path.write_text("\n".join([HEAD, *code]), "utf-8")
    return folder


def split(rendered: str, page: Page) -> tuple[str, list[str]]:
    """The prose of a lab as Markdown with slots, and its code cells as HTML."""
    shown = iter(BeautifulSoup(rendered, "html.parser").select(".highlight-ipynb pre"))
    gave = iter(outputs(page))
    text: list[str] = []
    code: list[str] = []
    for cell in page.cells:
        if cell.kind == "markdown":
            text.append(cell.source)
        else:
            text.append(SLOT.format(len(code)))
            code.append(_code(cell, next(shown), next(gave), f"cell-{len(code)}"))
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
            parts += [_plain(output, cell.alt) for output in next(gave)]
    return "\n\n".join(parts)


def _plain(output: NotebookNode, alt: str) -> str:
    if _picture(output):
        return f"![{alt}](figure.svg)"
    return f"```text\n{_text(output).strip()}\n```"


def _picture(output: NotebookNode) -> str:
    return str(output.get("data", {}).get("image/svg+xml", ""))


def _text(output: NotebookNode) -> str:
    stream = output.output_type == "stream"
    return str(output.text if stream else output.data["text/plain"])


def _code(cell: Cell, shown: Tag, outputs: list[NotebookNode], prefix: str) -> str:
    code = f"<pre><code>{shown.decode_contents()}</code></pre>"
    parts = [f'<div class="language-python highlight">{code}</div>']
    try:
        parts += [_output(output, cell.alt, prefix) for output in outputs]
    except ValueError as error:
        raise ValueError(f"{cell.line}: {error}") from None
    return "\n".join(parts)


def _output(output: NotebookNode, alt: str, prefix: str) -> str:
    if output.output_type == "error":
        raise ValueError(f"the cell raises {output.ename}: {output.evalue}")
    if output.get("name") == "stderr":
        raise ValueError(f"the cell warns: {output.text.strip()}")
    picture = _picture(output)
    if not picture:
        text = html.escape(_text(output), quote=False)
        return f'<div class="lab-output"><pre>{text}</pre></div>'
    if not alt:
        raise ValueError('a cell that draws needs `# %% alt_ko="…" alt_en="…"`')
    drawn = figures.inline(picture, html.escape(alt), prefix)
    return f'<figure class="figure">{drawn}</figure>'
