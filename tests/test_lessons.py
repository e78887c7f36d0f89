"""A concept page is a lesson: its size, its order, and what its outputs say.

The rules and their reasons stand in DECISIONS.md.
"""

import re
import statistics
from dataclasses import replace
from itertools import pairwise

import pytest

from source import dialect, facts
from source.page import pages

LESSONS = [p for lang in ("ko", "en") for p in pages(lang).values() if p.kind == "concept"]
CONCEPTS = {page.slug for page in LESSONS}
LAST = ["example", "trap", "notes", "summary", "exercises", "references"]
MOST = {"lines": 400, "formulas": 10, "code cells": 12, "new terms": 14}
EARLY = 60  # lines in which the first picture or worked number stands
GLOSS = re.compile(r"(?<=[가-힣*])\(([a-zA-Z][^()\n]*)\)")
WORD = re.compile(r"(?!(?:True|False|nan|inf|tensor|array|dtype|float\d+)\b)[^\W\d_]{2,}")
SENTENCE = re.compile(r"[.?!](?:\s|$)")
TRICK = re.compile(r"print\(.*\*\(\"")


def name(page):
    return f"{page.language}/{page.slug}"


def section(page, of):
    """The text of a section, and the line of its heading."""
    heading = re.search(rf"^## [^\n]*\{{ #{of} \}}$", page.text, re.M)
    if heading is None:
        return "", 0
    text = re.split(r"^## ", page.text[heading.end() :], maxsplit=1, flags=re.M)[0]
    return text, page.line(heading.start())


def flaws(page):
    """Where a page is no lesson, as `line: rule`."""
    for check in (size, beginning, order, ending, outputs):
        yield from (f"{line}: {rule}" for line, rule in check(page))


def size(page):
    new = {found[1].lower() for found in GLOSS.finditer(page.bare)}
    counts = {
        "lines": page.text.count("\n"),
        "formulas": len(page.formulas),
        "code cells": len(page.snippets),
        "new terms": len(new),
    }
    for kind, count in counts.items():
        if count > MOST[kind]:
            yield 1, f"{count} {kind}, at most {MOST[kind]}"
    lengths = [snippet.code.source.count("\n") for snippet in page.snippets]
    if statistics.median(lengths) > 12:
        yield 1, f"the median snippet has {statistics.median(lengths)} lines, at most 12"
    if not any(formula.mark == "check" for formula in page.formulas):
        yield 1, "no formula that is compared with code"
    if "import torch" not in page.text:
        yield 1, "nothing in PyTorch"


def beginning(page):
    text = dialect.FRONT.sub("", page.text).lstrip()
    if not re.match(r"\*\*[^*]+\*\*(?: |\n)", text):
        yield 1, "a bold sentence comes first"
    if bool(facts.needs(page.slug)) != ("needs" in page.tables):
        yield 1, "`<!-- table: needs -->` where, and only where, pages.csv names some"
    question = re.split(r"^## .*$", page.text, flags=re.M)[1]
    if "$" in question or "```" in question:
        yield 1, "the first section asks a question without a symbol or code"
    seen = re.search(r"^```text|^!\[", page.text, re.M)
    if seen is None or page.line(seen.start()) > EARLY:
        yield 1, f"no picture or output within {EARLY} lines"


def order(page):
    ids = [h["id"] for h in dialect.HEADING.finditer(page.bare) if h["level"] == "##"]
    last = [name for name in LAST if name in ids]
    if ids[-len(last) :] != last:
        yield 1, f"the last sections are {ids[-len(last) :]}, should be {last}"
    for needed in ("summary", "exercises", "references"):
        if needed not in ids:
            yield 1, f"no section #{needed}"
    if bool(facts.corrections(page.slug)) != ("notes" in ids):
        yield 1, "#notes where, and only where, corrections.csv names some"


def ending(page):
    summary, line = section(page, "summary")
    if not 3 <= len(SENTENCE.findall(summary)) <= 5:
        yield line, f"a summary of {len(SENTENCE.findall(summary))} sentences, 3 to 5"
    if not 4 <= len(page.exercises) <= 5 or "???" in page.text:
        yield line, f"{len(page.exercises)} exercises, 4 or 5, all of them checked"
    traps, line = section(page, "trap")
    if len(re.findall(r"^(?:### |\*\*)", traps, re.M)) > 4:
        yield line, "more than four traps"


def outputs(page):
    for snippet in page.snippets:
        shown = snippet.shown.source.strip("\n") if snippet.shown else ""
        if shown and not WORD.search(shown.splitlines()[0]):
            yield snippet.code.line, "an output that does not say what it is"
        if re.search(r"^\s*(True|False)\s*$", shown, re.M):
            yield snippet.code.line, "a bare True or False"
        if TRICK.search(snippet.code.source):
            yield snippet.code.line, "a formatter trick in place of a plain print"


@pytest.mark.parametrize("page", LESSONS, ids=name)
def test_page_is_a_lesson(page):
    assert list(flaws(page)) == []


def test_pages_build_only_on_earlier_pages():
    slugs = [row["slug"] for row in facts.table("pages")]
    for row in facts.table("pages"):
        for other in facts.needs(row["slug"]):
            assert slugs.index(other) < slugs.index(row["slug"]), (row["slug"], other)


def reading_orders(page):
    """The paragraphs on one evening, one week and one month, and their pages."""
    text = re.split(r"^#", page.text.split("{ #time }")[1], flags=re.M)[0]
    for told in text.strip().split("\n\n"):
        yield told, re.findall(r"\]\(([\w/-]+)\.md\)", told)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_reading_orders_leave_nothing_out_and_add_up(language):
    orders = list(reading_orders(pages(language)["index"]))
    (_, evening), (_, more), (_, starts) = orders
    lessons = [r["slug"] for r in facts.table("pages") if r["slug"] in CONCEPTS]
    parts = [evening, [*evening, *more], lessons]
    for (told, _), order in zip(orders, parts, strict=True):
        for at, slug in enumerate(order):
            assert set(facts.needs(slug)) <= set(order[:at]), slug
        assert len(set(order)) == len(order)
        minutes = [20 * len(order), 30 * len(order)]  # as the page says above
        assert minutes == [int(n) for n in re.findall(r"\b\d{3,4}", told)]
    firsts = [lessons.index(slug) for slug in starts]
    weeks = [b - a for a, b in pairwise([*firsts, len(lessons)])]
    assert firsts[0] == 0
    assert len(weeks) == 4
    assert max(weeks) - min(weeks) <= 3
    assert f"{len(parts[1])}" in orders[1][0]
    assert f"{len(lessons)}" in orders[2][0]
    assert [len(evening), len(parts[1])] == [5, 16], "the page says five in words"


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ("\n## ", "\n" * 400 + "## ", "lines"),
        ("\n\n## ", "\n\n$$\nq\n$$\n<!-- unchecked: x -->\n" * 11 + "\n\n## ", "formulas"),
        ("\n\n## ", "\n\n```python\nx = 1\n```\n" * 13 + "\n\n## ", "code cells"),
        ("```python\n", "```python\n" + "x = 1\n" * 13, "median"),
        ("**", "", "bold"),
        ("<!-- table: needs -->", "", "needs"),
        ("{ #question }\n", "{ #question }\n$q$", "symbol"),
        ("## By hand", "\n" * 50 + "## By hand", "picture"),
        ("{ #summary }", "{ #sum }", "no section #summary"),
        ("{ #trap }", "{ #summary }", "last sections"),
        ("<!-- exercise: penalty -->", "<!-- exercise: penalty -->\n" * 2, "exercises"),
        ("```text\n", "```text\n1.0\n", "does not say"),
        ("```text\n", "```text\nTrue\n", "bare"),
        ("print(", 'print(*("a", 1), ', "trick"),
    ],
)
def test_flaws_are_noticed(old, new, flaw):
    page = pages("en")["losses/cross-entropy"]
    broken = replace(page, text=page.text.replace(old, new))
    found = "\n".join(flaws(broken))
    assert re.search(flaw, found)
