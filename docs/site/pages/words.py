"""The words of a formula: a sentence for each line, folded up below it."""

from source.formulas import Formula
from source.verdicts import spoken

SUMMARY = {"ko": "말로 읽기", "en": "In words"}


def folded(formula: Formula, language: str) -> str:
    """The sentences of a formula as HTML on one line, which the search passes over."""
    found = spoken(formula)
    said = (found.ko if language == "ko" else found.en).replace("\n", "<br>")
    summary = f"<summary>{SUMMARY[language]}</summary>"
    return f'<details class="spoken" data-search-exclude="1">{summary}{said}</details>'
