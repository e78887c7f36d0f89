"""The package as others get it: what its archives hold, and the wheel on the site."""

import ast
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from contextlib import chdir
from pathlib import Path

import nbformat
import pytest
from flit_core import buildapi

from built import ADDRESS, ROOT, copy, tree
from exports import wheel
from source import snippets

MODULES = {
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "dlnotes").rglob("*")
    if path.suffix == ".py" or path.name == "py.typed"
}


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """The wheel and the sdist of a copy in which earlier work has left its traces."""
    project = copy(tmp_path_factory.mktemp("copy") / "dlnotes")
    traces = ("build/lib/dlnotes", "dlnotes/__pycache__", "dlnotes.egg-info")
    for folder in traces:
        (project / folder).mkdir(parents=True)
        (project / folder / "renamed.pyc").touch()
        (project / folder / "SOURCES.txt").touch()
    with chdir(project):
        return project / buildapi.build_wheel("."), project / buildapi.build_sdist(".")


def test_wheel_holds_the_modules_and_nothing_else(archives):
    with zipfile.ZipFile(archives[0]) as file:
        names = set(file.namelist())
    about = {name for name in names if ".dist-info/" in name}
    assert names - about == MODULES
    assert {name.partition("/")[2] for name in about} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "licenses/LICENSE",
    }


def test_sdist_holds_what_a_wheel_is_made_of_and_nothing_else(archives, tmp_path):
    with tarfile.open(archives[1]) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
        file.extractall(tmp_path, filter="data")
    assert names == MODULES | {"LICENSE", "PKG-INFO", "README.md", "pyproject.toml"}
    [source] = tmp_path.iterdir()
    with chdir(source):
        again = source / buildapi.build_wheel(".")
    with zipfile.ZipFile(archives[0]) as one, zipfile.ZipFile(again) as other:
        assert {n: one.read(n) for n in one.namelist()} == {
            n: other.read(n) for n in other.namelist()
        }


def test_wheel_is_the_same_to_the_byte_whenever_its_files_were_written(
    archives, tmp_path, monkeypatch
):
    project, made = archives[0].parent, []
    monkeypatch.setattr(wheel, "ROOT", project)
    for time in (10**9, 2 * 10**9):
        os.utime(project / "dlnotes/__init__.py", (time, time))
        wheel.write(tmp_path)
        made.append((tmp_path / wheel.name()).read_bytes())
    assert made[0] == made[1]
    assert [path.name for path in tmp_path.iterdir()] == [wheel.name()]


# --- from the site ------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["", "en/"])
def test_home_page_tells_how_to_install(site, url):
    twin = (site / url / "index.md").read_text("utf-8")
    line = f"pip install {ADDRESS}{wheel.name()}"
    assert line in tree(site, url).text_content()
    assert line in twin


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nobody_is_sent_to_the_namesake_on_pypi(language):
    for path in (ROOT / "README.md", *(ROOT / "docs" / language).rglob("*")):
        if path.is_file():
            text = path.read_text("utf-8")
            assert not re.search(r"pip install (-\S+ )*dlnotes(?![-\w])", text), path


@pytest.fixture(scope="module")
def outside(site, server, tmp_path_factory):
    """Python in an empty environment, after the first code cell of a notebook."""
    folder = tmp_path_factory.mktemp("outside")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin/python"
    install, *_ = code(site / "en/losses/regression/regression.ipynb")
    arguments = install.source.replace(ADDRESS, server).removeprefix("%pip ").split()
    pinned = os.environ | {"PIP_CONSTRAINT": str(ROOT / "constraints.txt")}
    ran = subprocess.run(
        [python, "-I", "-m", "pip", *arguments],
        env=pinned,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode and "connection broken by" in ran.stderr:
        pytest.skip("no package index can be reached, which NumPy comes from")
    assert ran.returncode == 0, ran.stderr
    return python


def code(notebook):
    cells = nbformat.read(notebook, as_version=4).cells
    return [cell for cell in cells if cell.cell_type == "code"]


def run(python, source, folder):
    """Run a program away from the project, and return what it prints."""
    ran = subprocess.run(
        [python, "-I", "-W", "error", "-c", source],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_notebook_of_a_page_runs_on_what_its_first_cell_installs(outside, site, tmp_path):
    """Its cells that compare with PyTorch and scikit-learn, large downloads, left out."""
    _, *cells = code(site / "en/losses/regression/regression.ipynb")
    asked = {"dlnotes", "numpy"}
    # Code without an output is what an exercise asks about.
    own = [c for c in cells if c.outputs and snippets.imported(c.source) <= asked]
    assert len(own) > len(cells) / 2
    shown = "".join(output.text for cell in own for output in cell.outputs)
    assert run(outside, "\n".join(cell.source for cell in own), tmp_path) == shown


def test_every_notebook_finds_in_the_wheel_what_it_imports(outside, site, tmp_path):
    """All labs draw and most learn from real data: of them only the imports run here."""
    books = sorted(site.rglob("*.ipynb"))
    assert any(book.parent.name == "lab" for book in books)
    imports = {
        ast.unparse(node)
        for book in books
        for cell in code(book)[1:]
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.ImportFrom) and node.module.startswith("dlnotes")
    }
    assert len(imports) > len(books) / 2
    source = "\n".join([*sorted(imports), "import dlnotes; print(dlnotes.__file__)"])
    assert Path(run(outside, source, tmp_path).strip()).is_relative_to(outside.parents[1])
