r"""Faults of a page outside of the notation in `dialect`: code and formulas that no check
sees, scripts, and styles.
"""

import html
import re
from collections.abc import Iterator

from . import dialect, markup
from .formulas import FormulaError, functions
from .page import Page

FENCE = re.compile(r"^.*(?:`{3}|~{3}).*$", re.M)
Fault = tuple[int, str]
BLOCK = re.compile(r"\s*(?:[-*+] |\d+\. |!!!|\?\?\?|\[\^|: )")  # holds what is indented
MODULE = re.compile(r"^:::.*$", re.M)
HEADER = re.compile(r"^\|(?P<cells>.*)\|\n\|[-:| ]+\|$", re.M)
# Each on one line, with the rule that it breaks.
LINES = {
    re.compile(r"(?<!\\)\\[\[(]|\\begin\b|(?<!\\)\$"): (
        "a formula stands in `$…$`, or in `$$` with its check"
    ),
    re.compile(r"(?:java|vb)\s*script\s*:|data\s*:\s*text/html", re.I): (
        "an address that runs as a script"
    ),
    re.compile(r"\{[^}\n]*(?<![\w-])(?:on\w+|style) *="): (
        "scripts and styles belong in the theme"
    ),
    re.compile(r"^ {0,3}\[[^\]^]+\]:.*"): "a link names its page, `[words](page.md)`",
}


def unseen_fences(page: Page) -> Iterator[Fault]:
    """Fences in block quotes, after the sign of a list, or in a sentence."""
    for stray in [*FENCE.finditer(page.unfenced)][::2]:  # every second one closes a fence
        shown = stray[0].strip()
        yield page.line(stray.start()), f"a fence stands alone, after spaces only: {shown}"


def find(page: Page) -> Iterator[Fault]:
    """The other strays of a page, as (line, what is wrong)."""
    yield from _indented(page)
    try:
        prose = page.prose
    except FormulaError:  # which is reported; it hides where formulas end
        return
    for number, line in enumerate(html.unescape(prose).split("\n"), 1):
        for pattern, rule in LINES.items():
            if stray := pattern.search(line):
                yield number, f"{rule}: {stray[0].strip()}"
    yield from _markup(prose)
    yield from _headers(prose)
    yield from _made(page)


def _headers(prose: str) -> Iterator[Fault]:
    """Columns without a name; a screen reader does not say a formula in a header."""
    for header in HEADER.finditer(prose):
        if not all(cell.strip() for cell in header["cells"].split("|")):
            line = prose.count("\n", 0, header.start()) + 1
            yield line, f"a column of a table without a name in words: {header['cells']}"


def _indented(page: Page) -> Iterator[Fault]:
    """Code by indentation alone."""
    lines = page.unfenced.expandtabs(4).split("\n")
    for number, line in enumerate(lines):
        depth = _depth(line)
        above = lines[number - 1]
        if not line.strip() or depth < 4 or (above.strip() and above[0] != "#"):
            continue
        before = (one for one in reversed(lines[:number]) if one.strip())
        holder = next((one for one in before if _depth(one) < depth), "")
        if depth - _depth(holder) >= 4 and not BLOCK.match(holder):
            yield number + 1, f"code must be in a fence, got {line.strip()}"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _markup(prose: str) -> Iterator[Fault]:
    for tag in markup.tags(prose):
        if tag.name not in dialect.TAGS:
            known = ", ".join(sorted(dialect.TAGS))
            yield tag.line, f"the tag <{tag.name}>; write Markdown, or one of {known}"
            continue
        for name in tag.attributes.keys() - dialect.ATTRIBUTES:
            known = ", ".join(sorted(dialect.ATTRIBUTES))
            yield tag.line, f"the attribute `{name}`; write one of {known}"


def _made(page: Page) -> Iterator[Fault]:
    """Places for parts that the build makes, under names that it does not know."""
    for table in dialect.TABLE.finditer(page.bare):
        if table["name"] not in dialect.TABLES:
            known = ", ".join(sorted(dialect.TABLES))
            yield (
                page.line(table.start()),
                f"no table {table['name']}; write one of {known}",
            )
    modules = {function.__module__ for function in functions().values()}
    for place in MODULE.finditer(page.bare):
        named = dialect.MODULE.match(place[0])
        if not named or not any(name.startswith(named["module"]) for name in modules):
            yield page.line(place.start()), f"no module of the package: {place[0]}"
