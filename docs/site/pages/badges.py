"""The mark below a formula that tells readers which functions it was compared with."""

import re
from collections.abc import Callable

from source import dialect, fences, formulas
from source.formulas import Formula
from source.page import Page, functions_of
from source.verdicts import verdict

from . import words

COMMENT = re.compile(rf"\n(?P<indent>[ \t]*){dialect.CHECK.pattern}", re.S)
CHECKED = {
    "ko": "이 식을 무작위 입력으로 계산해 이 함수와 비교했다",
    "en": "Computed on random inputs and compared with this function",
}


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
    parts = _badge(formula, language), words.folded(formula, language)
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
