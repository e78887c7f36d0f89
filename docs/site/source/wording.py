"""Faults of a page in its words: quotations of the notes, terms, the Korean voice."""

import re
from collections.abc import Iterator

from . import dialect, facts, fences
from .page import Page

Fault = tuple[int, str]
ADDRESS = re.compile(r"\]\([^)]*\)")
TRANSLATION = re.compile(r'\("[^"]*"\)')
POLITE = re.compile(r"\w*(?:[습입합됩]니다|[어아해세]요[.!?])")
BOLD = re.compile(r"\*\*[^*\n]*\)\*\*[가-힣]")


def find(page: Page) -> Iterator[Fault]:
    """The faults of a page in its words, as (line, what is wrong)."""
    yield from _quotations(page)
    yield from _corrections(page)
    yield from _terms(page)


def _quotations(page: Page) -> Iterator[Fault]:
    """Words in «» that are not in the notes, or not where the page says."""
    text = page.unfenced
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
    owed, lines = facts.corrections(page.slug), {name: n for n, name in page.anchors}
    for number, places in owed.items():
        line = lines.get(number.lower(), 1)
        try:
            _, quote = page.correction(number)
        except ValueError as error:
            yield line, str(error)
            continue
        if not dialect.WORDS.search(quote["claim"]) or _remainder(quote["claim"]):
            yield line, f"words of the notes stand in «», got {quote['claim']}"
        for place in set(quote["sources"].split(", ")) - set(places):
            yield line, f"docs/data/corrections.csv has no place {place} for {number}"
    known = {row["id"] for row in facts.table("corrections")}
    for name, line in lines.items():
        if dialect.CORRECTION.fullmatch(name) and name.upper() not in known:
            yield line, f"docs/data/corrections.csv has no {name.upper()}"


def _remainder(claim: str) -> str:
    """The part of a claim that is neither in «» nor a translation in brackets."""
    return TRANSLATION.sub("", dialect.WORDS.sub("", claim)).strip(" ,")


def _terms(page: Page) -> Iterator[Fault]:
    text = page.unfenced  # with the description
    for pattern in (dialect.CODE, dialect.WORDS, dialect.INLINE, ADDRESS):
        text = pattern.sub(lambda part: fences.spaces(part[0]), text)
    for position, message in facts.rejected(text):
        yield page.line(position), message
    if page.language == "ko":
        for polite in POLITE.finditer(text):
            yield page.line(polite.start()), f"{polite[0]}: write 한다체"
        for bold in BOLD.finditer(page.bare):
            line = page.line(bold.start())
            yield line, f"asterisks would be shown; put the bracket outside: {bold[0]}"
