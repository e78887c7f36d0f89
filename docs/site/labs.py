"""Labs: `lab.py` notebooks in jupytext's percent format.

mkdocs-jupyter executes them. Its code cells and their outputs are kept; the prose cells go
back to MkDocs, so that links, ids, maths and notes work there as on any page, and the page
weighs tens of kilobytes instead of six hundred.
"""

import base64
import hashlib
import html
import os
import re
import shutil
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urljoin

import jupytext
from bs4 import BeautifulSoup, Tag

import figures

ROOT = Path(__file__).parents[2]
CELL = re.compile(r"^# %%(?P<head>[^\n]*)\n(?P<body>.*?)(?=^# %%|\Z)", re.M | re.S)
SLOT = '<div class="lab-cell" data-cell="{}"></div>'
KERNEL = """\
c.HistoryManager.enabled = False
c.InlineBackend.figure_formats = {{"svg"}}
c.InlineBackend.print_figure_kwargs = {{"bbox_inches": None, "metadata": {{"Date": None, "Creator": None}}}}
import matplotlib
matplotlib.rcParams.update({style})
"""


def prepare(language: str) -> Path:
    """Set up the kernel, and name the folder that keeps the results of this state of the code.

    mkdocs-jupyter knows when a notebook changes; that the package changes, only we know.
    """
    cache = ROOT / ".cache"
    profile = cache / "ipython" / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    style = {key: value for key, value in figures.STYLE.items() if key != "axes.prop_cycle"}
    cycle = f'matplotlib.rcParams["axes.prop_cycle"] = matplotlib.cycler(color={figures.SERIES})\n'
    (profile / "ipython_kernel_config.py").write_text(KERNEL.format(style=style) + cycle, "utf-8")
    os.environ["IPYTHONDIR"] = str(cache / "ipython")
    os.environ["JUPYTER_CONFIG_DIR"] = str(Path(__file__).parent / "jupyter")
    os.environ["PYTHONHASHSEED"] = "0"
    folder = cache / "labs" / language
    for old in folder.glob("*"):
        if old.name != _state():
            shutil.rmtree(old)
    return folder / _state()


def _state() -> str:
    digest = hashlib.sha256()
    for path in sorted([*ROOT.glob("dlnotes/**/*.py"), *ROOT.glob("docs/site/*.py")]):
        digest.update(path.read_bytes())
    tools = ("mkdocs-jupyter", "nbconvert", "ipykernel", "numpy", "matplotlib", "scikit-learn")
    digest.update(repr([(tool, version(tool)) for tool in tools]).encode())
    return digest.hexdigest()[:16]


def cells(text: str) -> Iterator[tuple[str, str, int]]:
    """The cells of a lab as (head, source, line of the source)."""
    for cell in CELL.finditer(text):
        yield cell["head"], cell["body"], text.count("\n", 0, cell.start("body")) + 1


def prose(text: str) -> str:
    """The Markdown of a lab, every line where it stands in the file, code left blank."""
    lines = [""] * text.count("\n")
    for head, body, line in cells(text):
        if "[markdown]" in head:
            for i, content in enumerate(body.splitlines()):
                lines[line - 1 + i] = content.removeprefix("#").removeprefix(" ")
    return "\n".join(lines) + "\n"


def split(executed: str, source: Path) -> tuple[str, list[str]]:
    """The prose of an executed lab as Markdown with slots, and the HTML of its code cells."""
    soup = BeautifulSoup(executed, "html.parser")
    done = iter(soup.select(".jp-CodeCell .jp-CodeCell"))
    text, code = [], []
    for cell in jupytext.read(source).cells:
        if cell.cell_type == "markdown":
            text.append(cell.source)
        elif cell.cell_type == "code":
            text.append(SLOT.format(len(code)))
            code.append(_code(next(done), cell.metadata, source, len(code)))
    return "\n\n".join(text), code


def join(page: str, code: list[str]) -> str:
    """HTML with the code cells back in their slots."""
    for number, cell in enumerate(code):
        page = page.replace(SLOT.format(number), cell)
    return page


def notebook(source: Path, address: str, cite: Callable[[str], str]) -> str:
    """The lab as an `.ipynb` to take along, whose links lead back to the site at `address`."""
    book = jupytext.read(source)
    for number, cell in enumerate(book.cells):
        cell["id"] = f"cell-{number}"  # jupytext makes them up at random
        cell.metadata = {}
        if cell.cell_type == "markdown":
            cell["source"] = _absolute(cite(cell.source), address)
    return jupytext.writes(book, fmt="ipynb")


def _absolute(prose: str, address: str) -> str:
    """Markdown of a page as a notebook shows it: no heading ids, no relative links."""
    prose = re.sub(r" *\{ #[\w-]+ \}$", "", prose, flags=re.M)
    return re.sub(
        r"\]\((?!\w+:)([\w./-]+)\.(?:md|py)",
        lambda link: f"]({urljoin(address, f'../{link[1]}/')}",
        prose,
    )


def _code(cell: Tag, metadata: dict[str, str], source: Path, number: int) -> str:
    shown = cell.select_one(".highlight-ipynb pre")
    assert shown is not None  # mkdocs-jupyter's markup, pinned
    code = f'<pre><code>{shown.decode_contents()}</code></pre>'
    parts = [f'<div class="language-python highlight">{code}</div>']
    for output in cell.select(".jp-OutputArea-output"):
        picture = output.select_one("img")
        if picture is None:
            parts.append(f'<div class="lab-output">{output.decode_contents().strip()}</div>')
            continue
        if not metadata.get("alt"):
            line = [at for head, _, at in cells(source.read_text("utf-8")) if "[markdown]" not in head][number]
            raise ValueError(f"{line - 1}: a cell that draws needs `# %% alt=\"what is seen\"`")
        svg = base64.b64decode(str(picture["src"]).partition(",")[2]).decode()
        drawn = figures.inline(svg, html.escape(metadata["alt"]), prefix=f"cell-{number}")
        parts.append(f'<figure class="figure">{drawn}</figure>')
    return "\n".join(parts)
