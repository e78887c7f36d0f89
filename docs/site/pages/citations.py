"""Citations on pages, and the bibliography that they lead to."""

import re
from html import escape

from source import dialect, facts, kept
from source.page import Page, pages

AUTHORS = {"ko": " 외", "en": " et al."}
CITED = {"ko": "인용한 페이지:", "en": "Cited on"}
# How the facts of an entry were verified, `verified` in references.bib.
VERIFIED = {
    "opened": {
        "ko": "원문이나 출판사의 페이지에서 확인했다.",
        "en": "Checked in the work or on its publisher's page.",
    },
    "abstract": {"ko": "초록을 읽고 확인했다.", "en": "Checked against the abstract."},
    "known": {"ko": "알던 대로 적었고 열어 보지 않았다.", "en": "From memory, not opened."},
}


def cite(markdown: str, language: str, bibliography: str) -> str:
    """Every citation as links to its works in the bibliography."""

    def linked(match: re.Match[str]) -> str:
        links = [f"[{label(k, language)}]({bibliography}#{k})" for k in dialect.keys(match)]
        return f"({'; '.join(links)})" if match["group"] else links[0]

    return dialect.CITATION.sub(linked, markdown)


def in_html(html: str, language: str, bibliography: str) -> str:
    """HTML in which the citations of docstrings are links to the bibliography."""

    def linked(match: re.Match[str]) -> str:
        links = [
            f'<a href="{bibliography}#{key}">{escape(label(key, language))}</a>'
            for key in dialect.keys(match)
        ]
        return "; ".join(links)

    return re.sub(r"\[(?:@\w+(?:; )?)+\]", linked, html)


def in_words(text: str, language: str) -> str:
    """A docstring with the names of the works that it cites."""
    return dialect.CITATION.sub(
        lambda match: "; ".join(label(key, language) for key in dialect.keys(match)), text
    )


def label(key: str, language: str) -> str:
    """A work as a sentence names it: `Glorot & Bengio 2010`."""
    work = facts.references()[key]
    names = [author.partition(",")[0].strip() for author in work["author"].split(" and ")]
    who = " & ".join(names) if len(names) < 3 else names[0] + AUTHORS[language]
    return f"{who} {year(key)}"


@kept.remembered
def year(key: str) -> str:
    """The year of a work, with a letter where its authors have several in that year."""
    works = facts.references()
    work = works[key]
    same = [k for k in sorted(works) if _when(works[k]) == _when(work)]
    letter = "abc"[same.index(key)] if len(same) > 1 else ""
    return work["year"] + letter


def _when(work: facts.Row) -> tuple[str, str]:
    return work["author"], work["year"]


def bibliography(page: Page) -> str:
    """Every work, and the pages that cite it."""
    named = {
        f"[{other.title}]({page.link(other.slug)})": set(other.cited)
        for other in pages(page.language).values()
    }
    works = sorted(facts.references().items(), key=lambda item: item[1]["author"].lower())
    return "\n".join(
        _entry(
            key,
            work,
            page.language,
            [link for link, cited in named.items() if key in cited],
        )
        for key, work in works
    )


def _entry(key: str, work: facts.Row, language: str, citing: list[str]) -> str:
    where = work.get("booktitle") or work.get("journal") or work.get("publisher") or ""
    volume = " ".join([where, work.get("volume", "")]).strip()
    place = ", ".join(filter(None, [volume, work.get("pages", "")]))
    url = work.get("url") or (f"https://doi.org/{work['doi']}" if "doi" in work else "")
    title = f"[{work['title']}]({url})" if url else work["title"]
    authors = work["author"].replace(" and ", "; ")
    parts = [f"{authors} ({year(key)}). {title}.", f"{place}." if place else ""]
    if work.get("verified") not in VERIFIED:
        known = ", ".join(VERIFIED)
        raise ValueError(
            f"docs/data/references.bib: {key} needs `verified`, one of {known}"
        )
    cited = [VERIFIED[work["verified"]][language], f"{CITED[language]} {', '.join(citing)}"]
    return f'- <span id="{key}"></span>' + " ".join(filter(None, [*parts, *cited]))
