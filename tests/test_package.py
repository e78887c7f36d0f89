"""The package as others get it: what its archives hold, and the wheel on the site."""

import os
import shutil
import tarfile
import zipfile
from contextlib import chdir

import pytest
from flit_core import buildapi

from built import ROOT
from exports import wheel

MODULES = {
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "dlnotes").rglob("*")
    if path.suffix == ".py" or path.name == "py.typed"
}


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """The wheel and the sdist of a copy in which earlier work has left its traces."""
    copy = tmp_path_factory.mktemp("copy") / "dlnotes"
    ignore = shutil.ignore_patterns(".*", "site", "__pycache__")
    shutil.copytree(ROOT, copy, ignore=ignore)
    traces = ("build/lib/dlnotes", "dlnotes/__pycache__", "dlnotes.egg-info")
    for folder in traces:
        (copy / folder).mkdir(parents=True)
        (copy / folder / "renamed.pyc").touch()
        (copy / folder / "SOURCES.txt").touch()
    with chdir(copy):
        return copy / buildapi.build_wheel("."), copy / buildapi.build_sdist(".")


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
    copy, made = archives[0].parent, []
    monkeypatch.setattr(wheel, "ROOT", copy)
    for time in (10**9, 2 * 10**9):
        os.utime(copy / "dlnotes/__init__.py", (time, time))
        wheel.write(tmp_path)
        made.append((tmp_path / wheel.name()).read_bytes())
    assert made[0] == made[1]
    assert [path.name for path in tmp_path.iterdir()] == [wheel.name()]
