"""The line of trust at the end of a page: true of these very sources, or not there."""

import json
import shutil
import subprocess
import sys
from functools import partial
from types import SimpleNamespace

import numpy as np
import pytest

import record
from frame import trust
from source import kept
from source.page import pages

ROOT = kept.ROOT
PAGE = pages("en")["activations/softmax"]


@pytest.fixture
def told(tmp_path):
    """The line of a page for a record that differs from a right one in some entries."""

    def line(page=PAGE, **changes):
        right = {
            "state": trust.state(),
            "date": "2026-01-02",
            "versions": {"Python": "3.11.0"},
            "pages": {PAGE.place: PAGE.checks},
            "differences": {},
        }
        file = tmp_path / "trust.json"
        file.write_text(json.dumps({**right, **changes}), "utf-8")
        kept.forget()
        return trust.line(page, file)

    yield line
    kept.forget()


def test_line_is_there_only_for_these_sources_and_all_checks(told, tmp_path):
    assert told().startswith("Tested as committed on 2026-01-02 · ")
    assert "difference" in told(differences={"activations": 0.0})
    assert "difference" not in told(differences={"losses": 1e-16})
    assert told(state="0" * 64) == ""
    due = PAGE.checks
    assert told(pages={PAGE.place: {**due, "snippets": due["snippets"] - 1}}) == ""
    assert told(pages={}) == ""
    assert told(pages("en")["reference/glossary"]) == "", "nothing to check"
    assert trust.line(PAGE, tmp_path / "nowhere.json") == ""


def test_state_is_of_every_source_and_of_no_place(tmp_path):
    def named(changed=None):
        root = tmp_path / str(changed).replace("/", "-")
        for name in ("docs/ko/a.md", "dlnotes/a.py", "constraints.txt"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("new" if name == changed else "old", "utf-8")
        return trust.state(root)

    names = {
        named(),
        named("docs/ko/a.md"),
        named("dlnotes/a.py"),
        named("constraints.txt"),
    }
    assert len(names) == 4
    (tmp_path / "None/dlnotes/__pycache__").mkdir()
    (tmp_path / "None/dlnotes/__pycache__/a.pyc").write_text("junk", "utf-8")
    assert named() in names


def test_difference_is_relative_to_the_largest_entry():
    assert record.difference([1.0, 2.0], [1.0, 4.0]) == 0.5
    assert record.difference([np.inf, 0.0], [np.inf, 0.0]) == 0.0


def test_difference_counts_for_the_chapter_of_the_spec_or_of_the_file():
    losses = SimpleNamespace(params={"spec": SimpleNamespace(chapter="losses")})
    others = SimpleNamespace(params={"name": "relu"})
    module = SimpleNamespace(m=SimpleNamespace(__name__="dlnotes.activations"))
    of_file = SimpleNamespace(module=module)
    of_row = SimpleNamespace(module=SimpleNamespace(), callspec=losses)
    of_name = SimpleNamespace(module=module, callspec=others)
    found = [record.chapter(item) for item in (of_file, of_row, of_name)]
    assert found == ["activations", "losses", "activations"]


def git(folder, *words):
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


WHOLE = """\
```python
print(1)
```

```text
{}
```

$$
y = x + 1
$$
<!-- check: x + 1 for x in R^n -->
"""
LAB = """\
# %% [markdown] lang="ko"
# 실험.

# %%
x = 1

# %%
assert x == 1
"""
PARITY = """\
import torch
from checks import assert_parity
from dlnotes import activations as m

def test_near():
    assert_parity(m.relu([2.0]), torch.tensor([2.0]) + 1, rtol=1)
"""


COPIED = [
    "conftest.py",
    "constraints.txt",
    "pyproject.toml",
    "README.md",
    ".gitignore",
    "dlnotes/activations",
    *[path.relative_to(ROOT).as_posix() for path in (ROOT / "dlnotes").glob("_*.py")],
    "docs/site",
    "docs/data",
    "tests/record.py",
    "tests/checks.py",
]


@pytest.fixture
def project(tmp_path):
    """The project with two pages and one test, committed."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        copy = (
            shutil.copy
            if (ROOT / name).is_file()
            else partial(shutil.copytree, ignore=ignore)
        )
        copy(ROOT / name, tmp_path / name)
    chapter = tmp_path / "docs/ko/activations"
    chapter.mkdir(parents=True)
    (chapter / "right.md").write_text(WHOLE.format(1), "utf-8")
    (chapter / "wrong.md").write_text(WHOLE.format(2), "utf-8")
    (tmp_path / "docs/labs").mkdir()
    (tmp_path / "docs/labs/activations.py").write_text(LAB, "utf-8")
    (tmp_path / "tests/test_activations.py").write_text(PARITY, "utf-8")
    settings = tmp_path / "pyproject.toml"
    narrow = settings.read_text("utf-8").replace('"dlnotes", "README.md"]', "]")
    settings.write_text(narrow, "utf-8")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        git(tmp_path, *words)
    return tmp_path


def test_a_run_of_all_tests_is_recorded(project):
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2"]
    subprocess.run(command, cwd=project, capture_output=True, check=False)
    found = json.loads((project / ".cache/trust.json").read_text("utf-8"))
    whole = {"snippets": 1, "outputs": 1, "formulas": 1}
    assert found["state"] == trust.state(project)
    assert found["pages"]["docs/ko/activations/right.md"] == whole
    assert found["pages"]["docs/ko/activations/wrong.md"] == {"formulas": 1}
    assert found["pages"]["docs/labs/activations.py"] == {"cells": 2}
    assert found["differences"] == {}, "a test failed"


def recorded(monkeypatch, root, exitstatus=0, meanwhile=lambda: None):
    """The record of a run in which one test compared a value with PyTorch's."""
    for module, name, value in (
        (kept, "ROOT", root),
        (record, "RECORD", root / "trust.json"),
        (trust.state, "__defaults__", (root,)),
    ):
        monkeypatch.setattr(module, name, value)
    recorder = record.Recorder()
    for outcome, value in (("passed", 0.25), ("passed", 0.125), ("failed", 0.5)):
        properties = [("difference", ["activations", value])]
        report = SimpleNamespace(
            when="call", passed=outcome == "passed", user_properties=properties
        )
        recorder.pytest_runtest_logreport(report)
    meanwhile()
    recorder.pytest_sessionfinish(exitstatus)
    file = root / "trust.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else None


def test_differences_are_recorded_when_all_is_well(monkeypatch, tmp_path):
    (tmp_path / "constraints.txt").write_text("a", "utf-8")
    assert recorded(monkeypatch, tmp_path) is None, "no commit"
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a", "--date", "2026-01-02T03:04:05Z")
    assert recorded(monkeypatch, tmp_path)["differences"] == {"activations": 0.25}
    assert recorded(monkeypatch, tmp_path, exitstatus=1)["differences"] == {}


def test_changed_sources_are_not_recorded(monkeypatch, tmp_path):
    source = tmp_path / "constraints.txt"
    source.write_text("a", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a")

    def change():
        source.write_text("b", "utf-8")
        git(tmp_path, "commit", "-qam", "b")

    assert recorded(monkeypatch, tmp_path, meanwhile=change) is None
    source.write_text("c", "utf-8")
    assert recorded(monkeypatch, tmp_path) is None


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ([], True),
        (["-n", "2", "-q"], True),
        (["tests/test_trust.py"], False),
        (["-k", "page"], False),
        (["--ignore", "docs"], False),
    ],
)
def test_only_a_run_of_all_tests_is_kept(pytestconfig, monkeypatch, words, whole):
    config = SimpleNamespace(
        option=pytestconfig._parser.parse_known_args(words),
        args_source=pytest.Config.ArgsSource.TESTPATHS,
        pluginmanager=SimpleNamespace(register=lambda *_: kept.append(True)),
    )
    kept = []
    if any(word.startswith("tests") for word in words):
        config.args_source = pytest.Config.ArgsSource.ARGS
    record.pytest_configure(config)
    assert kept == [True] * whole
    config.workerinput = {}
    record.pytest_configure(config)
    assert kept == [True] * whole, "the workers keep nothing"
