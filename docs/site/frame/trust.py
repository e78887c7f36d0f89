"""The line at the end of a page: the findings of the last run of all tests.

`tests/record.py` writes the record. The build shows the line of a page only if the tests
ran on exactly these sources and every test of the page passed.
"""

import json
from pathlib import Path
from typing import Any

from source import kept
from source.page import Page

SOURCES = ("constraints.txt", "dlnotes", "docs")
WORDS = {
    "ko": {
        "tested": "{date}에 커밋한 상태로 테스트했다",
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


def state(root: Path = kept.ROOT) -> str:
    """SHA-256 of the sources that are tested."""
    return kept.state(*SOURCES, root=root)


@kept.remembered
def record(file: Path) -> dict[str, Any]:
    """The record of the last run, if it was on these very sources."""
    found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return found if found.get("state") == state() else {}


def line(page: Page, file: Path) -> str:
    """The line at the end of a page; empty where the record does not hold."""
    found, due, words = record(file), page.checks, WORDS[page.language]
    if not due or found.get("pages", {}).get(page.place) != due:
        return ""
    counts = [words[kind].format(n=n, s="s" * (n != 1)) for kind, n in due.items()]
    parts = [
        words["tested"].format(**found),
        words["passed"].format(counts=", ".join(counts)),
    ]
    difference = found["differences"].get(page.chapter)
    if difference is not None:
        parts.append(words["difference"].format(difference=difference))
    parts.append(
        ", ".join(f"{tool} {version}" for tool, version in found["versions"].items())
    )
    return " · ".join(parts) + "."
