"""Below a formula: the functions that it was compared with, and its words, folded up.

`site.js` puts numbers into the fold, of which only readers with a screen are told.
"""

import re
from collections.abc import Callable

from source import dialect, fences, formulas, numbers
from source.formulas import Formula
from source.page import Page, functions_of
from source.verdicts import spoken, verdict

COMMENT = re.compile(rf"\n(?P<indent>[ \t]*){dialect.CHECK.pattern}", re.S)
CHECKED = {
    "ko": "이 식을 무작위 입력으로 계산해 이 함수와 비교했다",
    "en": "Computed on random inputs and compared with this function",
}
SUMMARY = {"ko": "말로 읽기", "en": "In words"}
MORE = {"ko": " · 숫자로", "en": " · numbers"}


def badges(markdown: str, page: Page) -> str:
    """Markdown of a page with a visible badge in place of the comment of each formula."""
    marked = iter([formula for formula in page.formulas if formula.mark])
    return _instead(markdown, lambda indent: _below(next(marked), indent, page.language))


def unmarked(markdown: str) -> str:
    """Markdown without the comments below its formulas."""
    return _instead(markdown, lambda indent: "")


def _instead(markdown: str, below: Callable[[str], str]) -> str:
    """Markdown with another text in place of each comment, which has a line of its own."""
    parts, end = [], 0
    for comment in COMMENT.finditer(fences.blank(markdown)):
        parts += [markdown[end : comment.start()], below(comment["indent"])]
        end = comment.end()
    return "".join([*parts, markdown[end:]])


def _below(formula: Formula, indent: str, language: str) -> str:
    """The badge of a formula and its words, at the indentation of the formula."""
    parts = _badge(formula, language), _words(formula, language)
    return "".join(f"\n\n{indent}{part}" for part in parts)


def _badge(formula: Formula, language: str) -> str:
    if formula.mark != "check":
        return f'<p class="unchecked">{formula.binding}</p>'
    if message := verdict(formula):  # no ✓ without a check that passed
        raise ValueError(message)
    public = formulas.functions()
    links = [
        f"[`{name}`][{public[name].__module__.partition('._')[0]}.{name}]"
        for name in functions_of(formula)
    ]
    title = CHECKED[language]
    mark = f'<span role="img" aria-label="{title}" title="{title}">✓</span>'
    return f'<p class="checked" markdown="span">{", ".join(links)} {mark}</p>'


def _words(formula: Formula, language: str) -> str:
    """The sentences of a formula as HTML on one line, which the search passes over."""
    found = spoken(formula)
    said = (found.ko if language == "ko" else found.en).replace("\n", "<br>")
    more = f'<span data-only="screen">{MORE[language]}</span>'
    summary = f"{SUMMARY[language]}{more if numbers.of(formula) else ''}"
    head = f'<details class="spoken" data-search-exclude="1"><summary>{summary}</summary>'
    return f"{head}{said}</details>"
