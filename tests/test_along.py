"""Twins and notebooks, before MkDocs has a part in them."""

import contextlib
import io
import socket
import warnings
from pathlib import Path

import nbformat
import pytest

import data
import labs
import notebooks
import offline
import reference
import snippets
import twins

ROOT = Path(__file__).parents[1]
CONCEPTS = [slug for slug, page in data.pages("ko").items() if page.meta.get("concepts")]
LABS = sorted((ROOT / "docs").glob("*/*/lab.py"))
ADDRESS = "https://example.org/notes/activations/for-a-test/"
WHEEL = "https://example.org/notes/dlnotes-1.2-py3-none-any.whl"
PAGE = """\
# Title { #title }

See [the table](#table), [softmax](softmax.md#output), [home](../index.md), [@he2015]
and the [lab](lab.py).

$$
x = 1
$$
<!-- check: f(x) for x in R -->

![what is seen](sigmoid-tanh.svg "what it means")

??? success "Answer"

    One.

    ```python
    import torch  # { #x } <!-- not prose -->
    print(1)
    ```

    ```text
    1
    ```

**2.** Next.
"""
TWIN = """\
# Title

See [the table](#table), [softmax](softmax.md#output), [home](../index.md), \
([He et al. 2015](../reference/bibliography.md#he2015))
and the [lab](lab.md).

$$
x = 1
$$

> **Figure.** what is seen
>
> what it means

**Answer**

One.

```python
import torch  # { #x } <!-- not prose -->
print(1)
```

```text
1
```

**2.** Next.

---

End.
"""


def book(cells):
    """The notebook of cells, and its cells of code without the line that installs."""
    text = notebooks.write(
        cells, ADDRESS, WHEEL, "en", lambda p: reference.cite(p, "en", "works")
    )
    made = nbformat.reads(text, as_version=4)
    install, *code = [cell for cell in made.cells if cell.cell_type == "code"]
    assert install.source == f"%pip install --quiet {WHEEL}"
    return made, code


def test_twin_is_plain_markdown():
    assert twins.write(PAGE, "activations/for-a-test.md", "en", "End.") == TWIN


def test_notebook_is_the_page_cell_by_cell():
    head, _, prose, code, end = book(notebooks.of_page(PAGE, "en"))[0].cells
    installs = "The first code cell installs `dlnotes` and NumPy."
    assert head.source == (
        f"Downloaded from [{ADDRESS}]({ADDRESS}). {installs} It also needs PyTorch."
    )
    root = "https://example.org/notes/"
    assert (
        f"[the table]({ADDRESS}#table), [softmax]({root}activations/softmax/#output),"
        in (prose.source)
    )
    assert f"[home]({root})" in prose.source
    assert f"[lab]({root}activations/lab/)" in prose.source
    assert code.source == "import torch  # { #x } <!-- not prose -->\nprint(1)"
    assert [output.text for output in code.outputs] == ["1\n"]
    assert end.source == "**2.** Next."


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("slug", CONCEPTS)
def test_code_cells_are_the_fences_of_the_page(language, slug):
    text = data.pages(language)[slug].text
    _, cells = book(notebooks.of_page(text, language))
    shown = [snippet.code.source.strip() for snippet in snippets.find(text)]
    assert [cell.source for cell in cells] == shown


@pytest.mark.parametrize("path", LABS, ids=lambda p: "/".join(p.parts[-3:-1]))
def test_notebook_of_a_lab_has_its_cells_not_yet_run(path):
    cells = book(notebooks.of_lab(path, "en"))[0].cells[2:]
    heads = [head for head, _, _ in labs.cells(path.read_text("utf-8"))]
    kinds = ["markdown" if "[markdown]" in head else "code" for head in heads]
    assert [cell.cell_type for cell in cells] == kinds
    assert not any(cell.get("outputs") for cell in cells)


@pytest.mark.parametrize("slug", CONCEPTS)
def test_notebook_runs_from_top_to_bottom_offline(slug, monkeypatch):
    """In one namespace; the other language has the same code. Labs run as documents."""

    def refuse(*_):
        raise OSError("a notebook must not need a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    names = {"__name__": "__main__"}
    _, cells = book(notebooks.of_page(data.pages("ko")[slug].text, "ko"))
    for cell in cells:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(cell.source, names)
        shown = "".join(output.text for output in cell.outputs)
        assert printed.getvalue().rstrip() == shown.rstrip(), cell.source


@pytest.mark.parametrize(
    ("href", "there"),
    [
        ("../b/", "../b/index.html"),
        ("../b/#id", "../b/index.html#id"),
        ("../..", "../../index.html"),
        ("../b.md", "../b.md"),
        ("#id", "#id"),
        ("../../dlnotes.zip", "https://example.org/dlnotes.zip"),
        ("https://doi.org/1", "https://doi.org/1"),
    ],
)
def test_links_lead_to_files_of_the_folder_or_to_the_site(href, there):
    kept = {"index.html", "x/a/index.html", "x/b/index.html", "x/b.md"}
    assert offline.resolve(href, "x/a/index.html", kept, "https://example.org/") == there
