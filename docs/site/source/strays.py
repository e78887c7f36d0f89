r"""Faults of a page in what `dialect` does not know: code and formulas that no check sees,
scripts, and styles.
"""

import html
import re
from collections.abc import Iterator

from . import dialect, fences, markup
from .formulas import FormulaError
from .page import Page

FENCE = re.compile(r"^.*(?:`{3}|~{3}).*$", re.M)
Fault = tuple[int, str]
BLOCK = re.compile(r"\s*(?:[-*+] |\d+\. |!!!|\?\?\?|\[\^|: )")  # holds what is indented
MATHS = re.compile(r"(?<!\\)\\[\[(]|\\begin\b|(?<!\\)\$")
SCRIPT = re.compile(r"(?:java|vb)\s*script\s*:|data\s*:\s*text/html", re.I)
LIST = re.compile(r"\{[^}\n]*(?<![\w-])(?P<name>on\w+|style) *=")  # of attributes


def unseen_fences(page: Page) -> Iterator[Fault]:
    """Fences in block quotes, after the sign of a list, or in a sentence."""
    for stray in [*FENCE.finditer(fences.blank(page.text))][::2]:  # the others close
        shown = stray[0].strip()
        yield page.line(stray.start()), f"a fence stands alone, after spaces only: {shown}"


def find(page: Page) -> Iterator[Fault]:
    """The other strays of a page, as (line, what is wrong)."""
    yield from _indented(page)
    try:
        prose = page.prose
    except FormulaError:  # which is told; formulas and prose cannot be told apart
        return
    for number, line in enumerate(prose.split("\n"), 1):
        if stray := MATHS.search(line):
            shown = stray[0]
            yield number, f"a formula stands in `$…$`, or in `$$` with its check: {shown}"
    yield from _markup(prose)


def _indented(page: Page) -> Iterator[Fault]:
    """Code by indentation alone."""
    lines = fences.blank(page.text).split("\n")
    for number, line in enumerate(lines):
        depth = _depth(line)
        if not line.strip() or depth < 4 or lines[number - 1].strip():
            continue
        above = (one for one in reversed(lines[:number]) if one.strip())
        holder = next((one for one in above if _depth(one) < depth), "")
        if depth - _depth(holder) >= 4 and not BLOCK.match(holder):
            yield number + 1, f"code stands in a fence: {line.strip()}"


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
    for number, line in enumerate(prose.split("\n"), 1):
        if found := SCRIPT.search(html.unescape(line)):
            yield number, f"an address that runs as a script: {found[0]}"
        if named := LIST.search(line):
            yield (
                number,
                f"the attribute `{named['name']}`; scripts and styles are the theme's",
            )
