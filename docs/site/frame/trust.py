"""What the last run of all tests found on a page, told at its end.

`tests/record.py` writes the record. The build shows of it what holds for exactly these
sources: where the tests did not run on them, or a page's did not all pass, it is silent.
"""

import functools
import json
from pathlib import Path
from typing import Any

import data
import formulas
import labs
import snippets

ROOT = Path(__file__).parents[2]
SOURCES = ("constraints.txt", "dlnotes", "docs")
WORDS = {
    "ko": {
        "tested": "{date}에 커밋한 상태로 시험했다",
        "snippets": "코드 {n}칸",
        "outputs": "출력 {n}개",
        "formulas": "식 {n}개",
        "cells": "코드 {n}칸",
        "passed": "{counts} 모두 통과",
        "difference": "이 장에서 PyTorch와의 상대 차이는 가장 클 때 {difference:.2g}",
    },
    "en": {
        "tested": "Tested as committed on {date}",
        "snippets": "{n} snippet{s}",
        "outputs": "{n} output{s}",
        "formulas": "{n} formula{s}",
        "cells": "{n} code cell{s}",
        "passed": "{counts}: all passed",
        "difference": "largest relative difference from PyTorch in this chapter "
        "{difference:.2g}",
    },
}


def state(root: Path = ROOT) -> str:
    """A name for the sources that are tested."""
    return data.state(*SOURCES, root=root)


def owed(path: Path) -> dict[str, int]:
    """How many checks of each kind the tests owe a page."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return {"cells": sum("[markdown]" not in head for head, *_ in labs.cells(text))}
    found = snippets.find(text)
    counts = {
        "snippets": len(found),
        "outputs": sum(snippet.shown is not None for snippet in found),
        "formulas": sum(formula.mark == "check" for formula in formulas.find(text)),
    }
    return {kind: count for kind, count in counts.items() if count}


@functools.cache
def record(file: Path) -> dict[str, Any]:
    """The record of the last run, if it was on these very sources."""
    found = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return found if found.get("state") == state() else {}


def line(path: Path, language: str, file: Path) -> str:
    """The line at the end of a page; empty where there is nothing true to say."""
    found, due, words = record(file), owed(path), WORDS[language]
    name = path.relative_to(ROOT).as_posix()
    if not due or found.get("pages", {}).get(name) != due:
        return ""
    counts = [words[kind].format(n=n, s="s" * (n != 1)) for kind, n in due.items()]
    parts = [
        words["tested"].format(**found),
        words["passed"].format(counts=", ".join(counts)),
    ]
    difference = found["differences"].get(path.parent.name)
    if difference is not None:
        parts.append(words["difference"].format(difference=difference))
    parts.append(
        ", ".join(f"{tool} {version}" for tool, version in found["versions"].items())
    )
    return " · ".join(parts) + "."
