"""The mark below a formula that tells readers which functions it was compared with."""

from collections.abc import Callable

from source import formulas
from source.formulas import Formula
from source.page import functions_of
from source.verdicts import verdict

CHECKED = {
    "ko": "이 식을 무작위 입력으로 계산해 이 함수와 비교했다",
    "en": "Computed on random inputs and compared with this function",
}


def badges(markdown: str, language: str) -> str:
    """Markdown with a visible badge in place of the comment below each formula."""
    return _instead(markdown, lambda f: f"\n\n{f.indent}{_badge(f, language)}")


def unmarked(markdown: str) -> str:
    """Markdown without the comments below its formulas."""
    return _instead(markdown, lambda formula: "")


def _instead(markdown: str, below: Callable[[Formula], str]) -> str:
    """Markdown with another text in place of the comment below each formula."""
    for formula in reversed(formulas.find(markdown)):
        block = markdown[formula.start : formula.end]
        shown = block[: block.rindex("$$") + 2] + below(formula)
        markdown = markdown[: formula.start] + shown + markdown[formula.end :]
    return markdown


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
