"""The words of a formula: a sentence for each line, folded up below it.

`site.js` puts its numbers into the fold, and only who has a screen is told of them.
"""

from source import numbers
from source.formulas import Formula
from source.verdicts import spoken

SUMMARY = {"ko": "말로 읽기", "en": "In words"}
MORE = {"ko": " · 숫자로", "en": " · numbers"}


def folded(formula: Formula, language: str) -> str:
    """The sentences of a formula as HTML on one line, which the search passes over."""
    found = spoken(formula)
    said = (found.ko if language == "ko" else found.en).replace("\n", "<br>")
    more = f'<span data-only="screen">{MORE[language]}</span>'
    summary = f"{SUMMARY[language]}{more if numbers.of(formula) else ''}"
    head = f'<details class="spoken" data-search-exclude="1"><summary>{summary}</summary>'
    return f"{head}{said}</details>"
