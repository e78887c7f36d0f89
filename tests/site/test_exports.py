"""Markdown copies, notebooks and the zip, before MkDocs has a part in them."""

import contextlib
import io
import socket
import warnings
from pathlib import Path

import nbformat
import pytest

from exports import copies, folder, notebooks
from pages import citations, exercises, sheets
from source import draws, snippets
from source.page import Page, pages

CONCEPTS = [page for page in pages("ko").values() if page.kind == "concept"]
LABS = [page for page in pages("en").values() if page.kind == "lab"]
ADDRESS = "https://example.org/notes/activations/for-a-test/"
WHEEL = "https://example.org/notes/dlnotes-1.2-py3-none-any.whl"
PAGE = """\
See [the table](#table), [softmax](softmax.md#output), [home](../index.md), [@he2015]
and the [lab](lab.md).

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
COPY = """\
# activations/for-a-test

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


def written(text):
    """A page of a chapter with this text."""
    return Page("activations/for-a-test", "en", Path("for-a-test.md"), text)


def book(page):
    text = notebooks.text(
        notebooks.cells(page),
        ADDRESS,
        WHEEL,
        page.language,
        lambda prose: citations.cite(prose, page.language, "works"),
    )
    return nbformat.reads(text, as_version=4)


def code(book):
    """The code cells of a notebook without the line that installs."""
    install, *code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert install.source == f"%pip install --quiet {WHEEL}"
    return code


def test_copy_is_plain_markdown():
    page = written(PAGE)
    assert copies.text(page.markdown, page, "End.") == COPY


def test_notebook_is_the_page_cell_by_cell():
    head, _, prose, code, end = book(written(PAGE)).cells
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


@pytest.mark.parametrize("page", CONCEPTS, ids=lambda page: page.slug)
def test_code_cells_are_the_fences_of_the_page(page):
    text = exercises.placed(page.text, page, live=False)
    shown = [snippet.code.source.strip() for snippet in snippets.find(text)]
    assert [cell.source for cell in code(book(page))] == shown


@pytest.mark.parametrize("page", LABS, ids=lambda page: page.slug)
def test_notebook_of_a_lab_has_its_cells_not_yet_run(page):
    cells = book(page).cells[2:]
    assert [cell.cell_type for cell in cells] == [cell.kind for cell in page.cells]
    assert cells[0].source.startswith(f"# {page.title}\n")
    assert not any(cell.get("outputs") for cell in cells)


@pytest.mark.parametrize("page", CONCEPTS, ids=lambda page: page.slug)
def test_notebook_runs_from_top_to_bottom_offline(page, monkeypatch):
    """In one namespace; the other language has the same code. Labs run as documents."""

    def refuse(*_):
        raise OSError("a notebook must not need a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    names, asked = {"__name__": "__main__"}, 0
    for cell in code(book(page)):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(cell.source, names)
        shown = "".join(output.text for output in cell.outputs)
        if printed.getvalue() and not shown:
            asked += 1  # an exercise asks what its code prints
        else:
            assert printed.getvalue().rstrip() == shown.rstrip(), cell.source
    kinds = [draws.read(path)["KIND"] for path in sheets.paths(page)]
    assert asked == kinds.count("prints")


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
    assert folder.resolve(href, "x/a/index.html", kept, "https://example.org/") == there
