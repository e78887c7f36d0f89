"""Faults of a page in its words: quotations of the notes, terms, the Korean voice."""

import re
from collections.abc import Iterator

from . import dialect, facts, fences
from .page import Page

Fault = tuple[int, str]
ADDRESS = re.compile(r"\]\([^)]*\)")
POLITE = re.compile(r"\w*(?:[습입합됩]니다|[어아해세]요[.!?])")
BOLD = re.compile(r"\*\*[^*\n]*\)\*\*[가-힣]")


def find(page: Page) -> Iterator[Fault]:
    """The faults of a page in its words, as (line, what is wrong)."""
    yield from _quotations(page)
    yield from _corrections(page)
    if page.language == "ko":
        yield from _korean(page)


def _quotations(page: Page) -> Iterator[Fault]:
    """Words in «» that are not in the notes, or not where the page says."""
    text = fences.blank(page.text)
    claims = list(dialect.QUOTE.finditer(text))
    for quoted in dialect.WORDS.finditer(text):
        line, words = page.line(quoted.start()), quoted["words"]
        places = facts.places(words)
        if not places:
            yield line, f"«{words}» is not in docs/data/quotations.csv"
            continue
        for claim in claims:
            inside = claim.start() < quoted.start() < claim.end()
            if inside and not set(places) & set(claim["sources"].split(", ")):
                where = ", ".join(places)
                yield line, f"«{words}» is at {where}, not at {claim['sources']}"


def _corrections(page: Page) -> Iterator[Fault]:
    owed = facts.corrections(page.slug)
    for number in owed:
        try:
            page.correction(number)
        except ValueError as error:
            yield 1, str(error)
    for line, name in page.anchors:
        if dialect.CORRECTION.fullmatch(name) and name.upper() not in owed:
            yield line, f"docs/data/corrections.csv has no {name.upper()} for this page"


def _korean(page: Page) -> Iterator[Fault]:
    text = page.bare
    if bold := BOLD.search(text):
        yield page.line(bold.start()), f"asterisks would show; bracket outside: {bold[0]}"
    for pattern in (dialect.WORDS, dialect.INLINE, ADDRESS):
        text = pattern.sub(lambda part: fences.spaces(part[0]), text)
    for polite in POLITE.finditer(text):
        yield page.line(polite.start()), f"{polite[0]}: write 한다체"
    for row in facts.table("terms"):
        for word in filter(None, row["reject"].split("|")):
            for found in re.finditer(re.escape(word), text):
                yield page.line(found.start()), f"{word}: write {row['ko']}"
