"""Labs: `lab.py` notebooks in jupytext's percent format.

Their cells are executed here, several labs at a time, and once for all languages.
mkdocs-jupyter makes pages of them, of which the code cells are kept; the prose cells go
back to MkDocs, so that links, ids, maths and notes work there as on any page, and the
page weighs tens of kilobytes instead of six hundred.
"""

import ast
import hashlib
import html
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import jupytext
import nbformat
from bs4 import BeautifulSoup, Tag
from nbclient import NotebookClient
from nbformat import NotebookNode
from traitlets.config import Config

import data
import figures

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"
CELL = re.compile(r"^# %%(?P<head>[^\n]*)\n(?P<body>.*?)(?=^# %%|\Z)", re.M | re.S)
SLOT = '<div class="lab-cell" data-cell="{}"></div>'
# What a lab's outputs follow from, besides its own code.
CODE = ("constraints.txt", "dlnotes", "docs/site/figures.py", "docs/site/labs.py")
POOL = ThreadPoolExecutor(os.cpu_count())
RUNS: dict[Path, Future[NotebookNode]] = {}
KERNEL = """\
c.HistoryManager.enabled = False
c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.print_figure_kwargs = {
    "bbox_inches": None,
    "metadata": {"Date": None, "Creator": None},
}
"""


def prepare() -> None:
    """Set up the kernel that executes the labs."""
    profile = CACHE / "ipython" / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "ipython_kernel_config.py").write_text(KERNEL, "utf-8")
    # A reader's notebook draws in Matplotlib's own style, the site in that of its figures.
    style = {
        k: ", ".join(map(str, v)) if isinstance(v, tuple) else v
        for k, v in figures.STYLE.items()
    }
    lines = [f'{key}: "{value}"\n' for key, value in style.items()]
    (CACHE / "ipython" / "matplotlibrc").write_text("".join(lines), "utf-8")
    os.environ["MATPLOTLIBRC"] = str(CACHE / "ipython")
    os.environ["IPYTHONDIR"] = str(CACHE / "ipython")
    os.environ["PYTHONHASHSEED"] = "0"
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # several would add up in another order


def start(sources: Iterable[Path]) -> None:
    """Begin to execute the labs, each unless its code was executed as all code is now."""
    folder = CACHE / "labs" / data.state(*CODE)[:16]
    for old in folder.parent.glob("*"):
        if old != folder:
            shutil.rmtree(old)
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        tree = ast.parse(code(source.read_text("utf-8")), str(source))
        name = hashlib.sha256(ast.dump(tree).encode()).hexdigest()[:16]
        RUNS[source] = POOL.submit(_run, source, folder / f"{name}.ipynb")


def _run(source: Path, kept: Path) -> NotebookNode:
    if kept.exists():
        return nbformat.read(kept, as_version=4)
    book = jupytext.read(source)
    with tempfile.TemporaryDirectory() as folder:
        sockets = {"transport": "ipc", "connection_file": f"{folder}/kernel.json"}
        client = NotebookClient(
            book,
            kernel_name="python3",
            allow_errors=True,  # they are told with their lines
            coalesce_streams=True,  # a busy kernel sends what a cell prints in pieces
            config=Config({"KernelManager": sockets}),  # files: no open port
        )
        client.execute()
    written = kept.with_suffix(f".{os.getpid()}")  # another build may run this lab too
    nbformat.write(book, written)
    written.replace(kept)
    return book


def cells(text: str) -> Iterator[tuple[str, str, int]]:
    """The cells of a lab as (head, source, line of the source)."""
    for cell in CELL.finditer(text):
        yield cell["head"], cell["body"], text.count("\n", 0, cell.start("body")) + 1


def prose(text: str) -> str:
    """The Markdown of a lab, every line where it stands in the file, code left blank."""
    return re.sub(r"^# ?", "", _only(text, markdown=True), flags=re.M)


def code(text: str) -> str:
    """The Python of a lab, every line where it stands in the file, prose left blank."""
    return _only(text, markdown=False)


def _only(text: str, *, markdown: bool) -> str:
    lines = [""] * text.count("\n")
    for head, body, line in cells(text):
        if ("[markdown]" in head) == markdown:
            content = body.splitlines()
            lines[line - 1 : line - 1 + len(content)] = content
    return "\n".join(lines) + "\n"


def split(page: str, source: Path) -> tuple[str, list[str]]:
    """The prose of a lab's page as Markdown with slots, and its code cells as HTML."""
    shown = iter(BeautifulSoup(page, "html.parser").select(".jp-CodeCell .jp-CodeCell"))
    gave = _outputs(source)
    text, code = [], []
    for cell in jupytext.read(source).cells:
        if cell.cell_type == "markdown":
            text.append(cell.source)
        elif cell.cell_type == "code":
            number = len(code)
            text.append(SLOT.format(number))
            code.append(_code(next(shown), gave[number], cell.metadata, source, number))
    return "\n\n".join(text), code


def _outputs(source: Path) -> list[list[NotebookNode]]:
    """What each code cell of a lab gave."""
    cells = RUNS[source].result().cells
    return [cell.outputs for cell in cells if cell.cell_type == "code"]


def join(page: str, code: list[str]) -> str:
    """HTML with the code cells back in their slots."""
    for number, cell in enumerate(code):
        page = page.replace(SLOT.format(number), cell)
    return page


def markdown(source: Path) -> str:
    """The lab as one text: its prose, and its cells as fences with what they gave."""
    parts, gave = [], iter(_outputs(source))
    for cell in jupytext.read(source).cells:
        if cell.cell_type != "code":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        parts += [_told(output, cell.metadata) for output in next(gave)]
    return "\n\n".join(parts)


def _told(output: NotebookNode, metadata: dict[str, str]) -> str:
    if _picture(output):
        return f"![{metadata.get('alt', '')}](figure.svg)"
    return f"```text\n{_text(output).strip()}\n```"


def _picture(output: NotebookNode) -> str:
    return output.get("data", {}).get("image/svg+xml", "")


def _text(output: NotebookNode) -> str:
    return output.text if output.output_type == "stream" else output.data["text/plain"]


def _code(
    cell: Tag,
    outputs: list[NotebookNode],
    metadata: dict[str, str],
    source: Path,
    number: int,
) -> str:
    shown = cell.select_one(".highlight-ipynb pre")
    assert shown is not None  # mkdocs-jupyter's markup, pinned
    code = f"<pre><code>{shown.decode_contents()}</code></pre>"
    parts = [f'<div class="language-python highlight">{code}</div>']
    try:
        parts += [_output(output, metadata, f"cell-{number}") for output in outputs]
    except ValueError as error:
        raise ValueError(f"{_line(source, number)}: {error}") from None
    return "\n".join(parts)


def _output(output: NotebookNode, metadata: dict[str, str], prefix: str) -> str:
    if output.output_type == "error":
        raise ValueError(f"the cell raises {output.ename}: {output.evalue}")
    if output.get("name") == "stderr":
        raise ValueError(f"the cell warns: {output.text.strip()}")
    picture = _picture(output)
    if not picture:
        text = html.escape(_text(output), quote=False)
        return f'<div class="lab-output"><pre>{text}</pre></div>'
    if not metadata.get("alt"):
        raise ValueError('a cell that draws needs `# %% alt="…"`')
    drawn = figures.inline(picture, html.escape(metadata["alt"]), prefix)
    return f'<figure class="figure">{drawn}</figure>'


def _line(source: Path, number: int) -> int:
    """The line of the head of a code cell."""
    heads = [
        line
        for head, _, line in cells(source.read_text("utf-8"))
        if "[markdown]" not in head
    ]
    return heads[number] - 1
