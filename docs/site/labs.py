"""Labs: `lab.py` notebooks in jupytext's percent format.

mkdocs-jupyter executes them, in the first language: the others have the same code, and so
the same outputs. The code cells are kept; the prose cells go back to MkDocs, so that
links, ids, maths and notes work there as on any page, and the page weighs tens of
kilobytes instead of six hundred.
"""

import ast
import base64
import hashlib
import html
import os
import re
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import jupytext
from bs4 import BeautifulSoup, Tag

import figures

ROOT = Path(__file__).parents[2]
CELL = re.compile(r"^# %%(?P<head>[^\n]*)\n(?P<body>.*?)(?=^# %%|\Z)", re.M | re.S)
SLOT = '<div class="lab-cell" data-cell="{}"></div>'
# What each code cell of a lab printed and drew: (chapter, number) to (code, outputs).
OUTPUTS: dict[tuple[str, int], tuple[str, list[Tag]]] = {}
KERNEL = """\
c.HistoryManager.enabled = False
c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.print_figure_kwargs = {
    "bbox_inches": None,
    "metadata": {"Date": None, "Creator": None},
}
"""


def prepare(language: str) -> Path:
    """Set up the kernel, and name the folder for the results of this state of the code.

    mkdocs-jupyter knows when a notebook changes; that the package changes, only we know.
    """
    cache = ROOT / ".cache"
    profile = cache / "ipython" / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "ipython_kernel_config.py").write_text(KERNEL, "utf-8")
    # A reader's notebook draws in Matplotlib's own style, the site in that of its figures.
    style = {
        k: ", ".join(map(str, v)) if isinstance(v, tuple) else v
        for k, v in figures.STYLE.items()
    }
    lines = [f'{key}: "{value}"\n' for key, value in style.items()]
    (cache / "ipython" / "matplotlibrc").write_text("".join(lines), "utf-8")
    os.environ["MATPLOTLIBRC"] = str(cache / "ipython")
    os.environ["IPYTHONDIR"] = str(cache / "ipython")
    os.environ["JUPYTER_CONFIG_DIR"] = str(Path(__file__).parent / "jupyter")
    os.environ["PYTHONHASHSEED"] = "0"
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # several would add up in another order
    folder = cache / "labs" / language / _state()
    for old in folder.parent.glob("*"):
        if old != folder:
            shutil.rmtree(old)
    return folder


def _state() -> str:
    digest = hashlib.sha256()
    for path in sorted([*ROOT.glob("dlnotes/**/*.py"), *ROOT.glob("docs/site/*.py")]):
        digest.update(path.read_bytes())
    tools = (
        "mkdocs-jupyter",
        "nbconvert",
        "ipykernel",
        "numpy",
        "matplotlib",
        "scikit-learn",
    )
    digest.update(repr([(tool, version(tool)) for tool in tools]).encode())
    return digest.hexdigest()[:16]


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


def split(page: str, source: Path, executed: bool) -> tuple[str, list[str]]:
    """The prose of a lab's page as Markdown with slots, and its code cells as HTML."""
    shown = iter(BeautifulSoup(page, "html.parser").select(".jp-CodeCell .jp-CodeCell"))
    text, code = [], []
    for cell in jupytext.read(source).cells:
        if cell.cell_type == "markdown":
            text.append(cell.source)
        elif cell.cell_type == "code":
            number, markup = len(code), next(shown)
            key, same = (source.parent.name, number), ast.dump(ast.parse(cell.source))
            if executed:
                OUTPUTS[key] = same, markup.select(".jp-OutputArea-output")
            first, outputs = OUTPUTS.get(key, ("", []))
            if first != same:
                raise ValueError(f"{_line(source, number)}: not the code that was executed")
            text.append(SLOT.format(number))
            code.append(_code(markup, outputs, cell.metadata, source, number))
    return "\n\n".join(text), code


def join(page: str, code: list[str]) -> str:
    """HTML with the code cells back in their slots."""
    for number, cell in enumerate(code):
        page = page.replace(SLOT.format(number), cell)
    return page


def markdown(source: Path) -> str:
    """The lab as one text: its prose, and its cells as fences with what they gave."""
    parts, number = [], 0
    for cell in jupytext.read(source).cells:
        if cell.cell_type != "code":
            parts.append(cell.source)
            continue
        _, outputs = OUTPUTS.get((source.parent.name, number), ("", []))
        parts.append(f"```python\n{cell.source}\n```")
        parts += [_told(output, cell.metadata) for output in outputs]
        number += 1
    return "\n\n".join(parts)


def _told(output: Tag, metadata: dict[str, str]) -> str:
    if output.select_one("img"):
        return f"![{metadata.get('alt', '')}](figure.svg)"
    return f"```text\n{output.get_text().strip()}\n```"


def _code(
    cell: Tag, outputs: list[Tag], metadata: dict[str, str], source: Path, number: int
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


def _output(output: Tag, metadata: dict[str, str], prefix: str) -> str:
    if "stderr" in str(output["data-mime-type"]):
        raise ValueError(f"the cell warns: {output.get_text().strip()}")
    picture = output.select_one("img")
    if picture is None:
        return f'<div class="lab-output">{output.decode_contents().strip()}</div>'
    if not metadata.get("alt"):
        raise ValueError('a cell that draws needs `# %% alt="…"`')
    svg = base64.b64decode(str(picture["src"]).partition(",")[2]).decode()
    drawn = figures.inline(svg, html.escape(metadata["alt"]), prefix)
    return f'<figure class="figure">{drawn}</figure>'


def _line(source: Path, number: int) -> int:
    """The line of the head of a code cell."""
    heads = [
        line
        for head, _, line in cells(source.read_text("utf-8"))
        if "[markdown]" not in head
    ]
    return heads[number] - 1
