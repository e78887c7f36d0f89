"""Pytest plugin: the findings of a run of all tests, which pages show.

A test brings what it checked as a property of its report, which pytest-xdist carries from
its workers. A run of some tests records nothing; nor does one on sources that changed
meanwhile or are not committed, since those have no date.
"""

import json
import platform
import subprocess
from collections import Counter, defaultdict
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from frame import trust
from source import formulas, kept, labs, snippets

RECORD = kept.ROOT / ".cache" / "trust.json"
NARROWING = ["keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf"]
differences: list[float] = []  # of the test that is running


def difference(ours, theirs) -> float:
    """The largest difference, relative to the largest entry."""
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
    apart = ours != theirs  # leaves out infinities that agree
    if not apart.any():
        return 0.0
    return float(np.max(np.abs(ours - theirs)[apart]) / np.max(np.abs(theirs)))


def kinds(example) -> list[str]:
    """The kinds of checks that an example of a page makes."""
    parsed = example.parsed
    if isinstance(parsed, snippets.Snippet):
        return ["snippets", "outputs"] if parsed.shown else ["snippets"]
    if isinstance(parsed, formulas.Formula):
        return ["formulas"]
    path = Path(example.path)
    if path.parent.name != "labs":
        return []
    return ["cells"] * len(labs.code_cells(path.read_text("utf-8")))  # a lab is one test


def chapter(item) -> str:
    """The chapter that a test is about: that of its spec, or of its file's module `m`."""
    if hasattr(item, "callspec") and "spec" in item.callspec.params:
        return item.callspec.params["spec"].chapter
    return item.module.m.__name__.rpartition(".")[2]


def pytest_itemcollected(item):
    if hasattr(item, "example"):
        page = item.path.relative_to(item.config.rootpath).as_posix()
        item.user_properties.append(("checked", [page, *kinds(item.example)]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    differences.clear()
    result = yield
    if differences:
        item.user_properties.append(("difference", [chapter(item), max(differences)]))
    return result


def pytest_configure(config):
    options = [getattr(config.option, name, None) for name in NARROWING]
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(options)
    if whole and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(), "recorder")


class Recorder:
    """Gathers the reports of a run, in the process that starts the others."""

    def __init__(self):
        self.state = trust.state()
        self.pages = defaultdict(Counter)
        self.differences = {}

    def pytest_runtest_logreport(self, report):
        """Count what a test that passed has checked."""
        if report.when != "call" or not report.passed:
            return
        for name, (place, *found) in report.user_properties:
            if name == "checked":
                self.pages[place].update(found)
            elif name == "difference":
                before = self.differences.get(place, 0.0)
                self.differences[place] = max(before, *found)

    def pytest_sessionfinish(self, exitstatus):
        """Write the record, if it is one of the committed sources."""
        date = committed()
        if date is None or trust.state() != self.state:
            return
        found = {
            "state": self.state,
            "date": date,
            "versions": {
                "Python": platform.python_version(),
                "NumPy": version("numpy"),
                "PyTorch": version("torch").partition("+")[0],
            },
            "pages": {page: dict(counts) for page, counts in sorted(self.pages.items())},
            # A test that failed may be the one with the largest.
            "differences": self.differences if exitstatus == pytest.ExitCode.OK else {},
        }
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(json.dumps(found, indent=1), "utf-8")


def committed() -> str | None:
    """The day of the commit that holds the sources as they are."""

    def git(*words):
        done = subprocess.run(
            ["git", *words], cwd=kept.ROOT, capture_output=True, text=True, check=False
        )
        return None if done.returncode else done.stdout.strip()

    if git("status", "--porcelain", "--", *trust.SOURCES, "tests") != "":
        return None
    return git("log", "-1", "--format=%cs")
