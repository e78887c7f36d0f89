"""What the build writes from the data: citations, badges, tables of the reference pages.

A page asks for a table with a comment, `<!-- table: glossary -->`; the tables are
Markdown, so that MkDocs checks their links like all others.
"""

import posixpath
import re
from collections.abc import Callable, Iterator

import data
import formulas
import sheets
import terms

SLOT = re.compile(r"^<!-- table: (?P<name>[\w-]+) -->$", re.M)
# As Pandoc writes them: `[@key; @key]` in brackets, `@key` as part of the sentence.
CITATION = re.compile(
    r"\[(?P<group>@\w+(?:; @\w+)*)\]|(?<![\w@`])(?P<bare>@[a-z]{2,}\d{3,4}[a-z]*)"
)
QUOTE = re.compile(r"> (?P<claim>.*?) \((?P<sources>\d{3}:[^)]*)\)")
SOURCE = re.compile(
    r"(?P<note>\d{3}):(?P<lines>[\d–, -]+?) (?P<kind>[DCM](?:,[DCM])*)(?:;|$)"
)
WORDS = {
    "ko": {
        "checked": "이 식을 무작위 입력으로 계산해 이 함수와 비교했다",
        "chapters": "개념 {written}/{all}",
        "cited": "인용한 페이지:",
        "claim": "노트에 적힌 말",
        "concept": "개념",
        "corrections": "{all}가지 가운데 {written}가지를 바로잡았다.",
        "coverage": "노트의 개념 {all}개 가운데 **{written}개**를 설명했다. "
        "화면에 보이는 식은 {formulas}개이고, 그 가운데 {checked}개를 코드와 비교했다.",
        "definition": "뜻",
        "english": "영어",
        "korean": "한국어",
        "lines": "줄",
        "note": "노트",
        "number": "번호",
        "page": "페이지",
        "spellings": "다른 표기",
        "truth": "바른 내용",
        "unchecked": "코드와 비교하지 않은 식",
        "verdict": "판정",
        "wrong": "틀림",
        "imprecise": "부정확",
        "incomplete": "불완전",
        "oversimplified": "지나친 단순화",
        "outdated": "낡음",
        "ambiguous": "모호",
        "contradiction": "모순",
        "typo": "오타",
        "right": "맞음",
    },
    "en": {
        "checked": "Computed on random inputs and compared with this function",
        "chapters": "{written}/{all} concepts",
        "cited": "Cited on",
        "claim": "What the notes say",
        "concept": "Concept",
        "corrections": "{written} of {all} corrections.",
        "coverage": "**{written}** of the notes' {all} concepts are explained. "
        "Of the {formulas} formulas displayed, {checked} are compared with the code.",
        "definition": "Meaning",
        "english": "English",
        "korean": "Korean",
        "lines": "Lines",
        "note": "Note",
        "number": "No.",
        "page": "Page",
        "spellings": "Also written",
        "truth": "What is right",
        "unchecked": "Formulas that are not compared with code",
        "verdict": "Verdict",
    },
}


def write(markdown: str, source: str, language: str) -> str:
    """The Markdown of the page at `source` with everything filled in."""
    markdown = badges(fill(markdown, source, language), language)
    return cite(markdown, language, link(source, "reference/bibliography"))


def fill(markdown: str, source: str, language: str) -> str:
    """The Markdown of the page at `source` with its generated tables."""
    return SLOT.sub(lambda m: TABLES[m["name"]](language, source), markdown)


def cite(markdown: str, language: str, bibliography: str) -> str:
    """Every citation as links to its works in the bibliography."""

    def linked(match: re.Match[str]) -> str:
        links = [f"[{data.label(k, language)}]({bibliography}#{k})" for k in keys(match)]
        return f"({'; '.join(links)})" if match["group"] else links[0]

    return CITATION.sub(linked, markdown)


def keys(citation: re.Match[str]) -> list[str]:
    """The works that a citation names."""
    return re.findall(r"@(\w+)", citation[0])


def cited(markdown: str) -> list[str]:
    """The works that a text names, in order."""
    return [key for citation in CITATION.finditer(markdown) for key in keys(citation)]


def badges(markdown: str, language: str) -> str:
    """The comment below every formula turned into what the reader sees of its check."""
    return _instead(markdown, lambda f: f"\n\n{f.indent}{_badge(f, language)}")


def unmarked(markdown: str) -> str:
    """Formulas without the comments below them."""
    return _instead(markdown, lambda formula: "")


def _instead(markdown: str, below: Callable[[formulas.Formula], str]) -> str:
    """The comment below every formula replaced."""
    for formula in reversed(formulas.find(markdown)):
        block = markdown[formula.start : formula.end]
        shown = block[: block.rindex("$$") + 2] + below(formula)
        markdown = markdown[: formula.start] + shown + markdown[formula.end :]
    return markdown


def _badge(formula: formulas.Formula, language: str) -> str:
    if formula.mark != "check":
        return f'<p class="unchecked">{formula.binding}</p>'
    public = formulas.functions()
    links = [
        f"[`{name}`][{public[name].__module__.partition('._')[0]}.{name}]"
        for name in functions_of(formula)
    ]
    title = WORDS[language]["checked"]
    mark = f'<span role="img" aria-label="{title}" title="{title}">✓</span>'
    return f'<p class="checked" markdown="span">{", ".join(links)} {mark}</p>'


def functions_of(formula: formulas.Formula) -> list[str]:
    """The functions that a formula is compared with, each once."""
    if formula.mark != "check":
        return []
    return list(dict.fromkeys(formulas.called(formula.binding, formulas.functions())))


def glossary(language: str, source: str) -> str:
    """All terms in both languages, with their meaning and the page that explains them."""
    words = WORDS[language]
    heads = [
        words[name] for name in ("korean", "english", "definition", "spellings", "page")
    ]
    rows = []
    for row in data.table("terms"):
        name = f'<span id="{terms.anchor(row)}"></span>{row["ko"]}'
        spellings = row["accept"].replace("|", ", ")
        page = _written(row["page"], language, source)
        rows.append([name, row["en"], row[f"definition_{language}"], spellings, page])
    return f'<div class="sortable" markdown="1">\n\n{_table(heads, rows)}\n\n</div>'


def corrections(language: str, source: str) -> str:
    """Every claim of the notes that a page puts right."""
    words = WORDS[language]
    verdicts = {row["id"]: row["verdict"] for row in data.table("corrections")}
    rows = []
    for page in data.pages(language).values():
        for number in page.meta.get("corrections", []):
            title, quote = correction(page, number)
            verdict = words.get(verdicts[number], verdicts[number])
            truth = f"[{title}]({link(source, page.slug)}#{number.lower()})"
            rows.append([number, quote["claim"], truth, verdict])
    heads = [words["number"], words["claim"], words["truth"], words["verdict"]]
    counts = words["corrections"].format(
        written=len({r[0] for r in rows}), all=len(verdicts)
    )
    return f"{counts}\n\n{_table(heads, sorted(rows, key=lambda r: r[0]))}"


def correction(page: data.Page, number: str) -> tuple[str, re.Match[str]]:
    """The heading of a correction on its page, and its quoted claim with the sources."""
    section = re.search(
        rf"^#+ (?P<title>[^\n]+?) *\{{ *#{number.lower()} *\}}$(?P<body>.*?)(?=^#|\Z)",
        page.text,
        re.M | re.S,
    )
    quote = section and QUOTE.search(section["body"])
    if section is None or quote is None:
        raise ValueError(
            f"{page.slug}: no section {{ #{number.lower()} }} with `> «claim» (note:line)`"
        )
    return section["title"], quote


def coverage(language: str, source: str) -> str:
    """Each line of the notes that names a concept, and the page that explains it."""
    words, concepts = WORDS[language], data.table("concepts")
    pages = data.pages(language).values()
    shown = [formula for page in pages for formula in formulas.find(page.text)]
    counts = words["coverage"].format(
        written=sum(map(explained, concepts)),
        all=len(concepts),
        formulas=len(shown),
        checked=sum(formula.mark == "check" for formula in shown),
    )
    heads = [words["lines"], words["concept"], words["page"]]
    parts = [counts, *_unchecked(language, source)]
    for note, rows in _places(language, source).items():
        parts.append(f"## {words['note']} {note} {{ #note-{note} }}")
        parts.append(_table(heads, rows))
    return "\n\n".join(parts)


def _places(language: str, source: str) -> dict[str, list[list[str]]]:
    """For each note the lines, the concepts there, and the page that explains them."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for row in data.table("concepts"):
        page = _written(row["page"], language, source)
        for match in SOURCE.finditer(row["sources"]):
            place = found.setdefault(match["note"], {}).setdefault(
                (match["lines"], page), []
            )
            place.append(row[language])

    def in_order(places: dict[tuple[str, str], list[str]]) -> list[list[str]]:
        rows = [[lines, ", ".join(names), page] for (lines, page), names in places.items()]
        return sorted(rows, key=lambda row: int(re.findall(r"\d+", row[0])[0]))

    return {note: in_order(places) for note, places in sorted(found.items())}


def explained(row: dict[str, str]) -> bool:
    """Whether the page of a concept is written and declares it."""
    page = data.pages("ko").get(row["page"])
    return page is not None and row["id"] in page.meta.get("concepts", [])


def _unchecked(language: str, source: str) -> list[str]:
    rows = [
        f"- [{page.title}]({link(source, page.slug)}): {formula.binding}"
        for page in data.pages(language).values()
        for formula in formulas.find(page.text)
        if formula.mark != "check"
    ]
    return [f"{WORDS[language]['unchecked']}:", "\n".join(rows)] if rows else []


def bibliography(language: str, source: str) -> str:
    """Every work, and the pages that cite it."""
    named = {
        f"[{page.title}]({link(source, page.slug)})": set(cited(page.text))
        for page in data.pages(language).values()
    }
    lines = []
    for key, work in sorted(
        data.references().items(), key=lambda item: item[1]["author"].lower()
    ):
        where = work.get("booktitle") or work.get("journal") or work.get("publisher") or ""
        volume = " ".join([where, work.get("volume", "")]).strip()
        place = ", ".join(filter(None, [volume, work.get("pages", "")]))
        url = work.get("url") or (f"https://doi.org/{work['doi']}" if "doi" in work else "")
        title = f"[{work['title']}]({url})" if url else work["title"]
        authors = work["author"].replace(" and ", "; ")
        citing = [page for page, works in named.items() if key in works]
        lines.append(
            f'- <span id="{key}"></span>{authors} ({data.year(key)}). {title}. '
            + (f"{place}. " if place else "")
            + f"{WORDS[language]['cited']} {', '.join(citing)}"
        )
    return "\n".join(lines)


def path(language: str, source: str) -> str:
    """The parts of the site in the order of learning, with what is written of each."""
    parts: dict[str, list[str]] = {}
    for chapter in data.table("chapters"):
        slugs = [
            p["slug"] for p in data.table("pages") if p["chapter"] == chapter["chapter"]
        ]
        rows = [row for row in data.table("concepts") if row["page"] in slugs]
        first = next((slug for slug in slugs if slug in data.pages(language)), "")
        count = WORDS[language]["chapters"].format(
            written=sum(map(explained, rows)), all=len(rows)
        )
        title = chapter[language]
        title = f"[{title}]({link(source, first)})" if first else title
        solved = sheets.progress(sheets.pages(language, chapter["chapter"]))
        line = f"- {title} <small>{count}</small>{solved}"
        parts.setdefault(chapter[f"part_{language}"], []).append(line)
    cards = [
        f'<li markdown="block">\n<strong>{part}</strong>\n\n{chr(10).join(lines)}\n\n</li>'
        for part, lines in parts.items()
    ]
    return '<ol class="path" markdown="1">\n' + "\n".join(cards) + "\n</ol>"


TABLES = {
    "bibliography": bibliography,
    "corrections": corrections,
    "coverage": coverage,
    "exercises": sheets.write,
    "glossary": glossary,
    "path": path,
}


def _written(slug: str, language: str, source: str) -> str:
    """A link to a page, or a dash where it is not written."""
    page = data.pages(language).get(slug)
    return f"[{page.title}]({link(source, slug)})" if page else "–"


def link(source: str, slug: str) -> str:
    """The relative Markdown link from the page at `source` to another page."""
    return posixpath.relpath(f"{slug}.md", posixpath.dirname(source) or ".")


def _table(heads: list[str], rows: list[list[str]]) -> str:
    def lines() -> Iterator[str]:
        yield heads
        yield ["---"] * len(heads)
        yield from ([cell.replace("|", "\\|") for cell in row] for row in rows)

    return "\n".join("| " + " | ".join(line) + " |" for line in lines())
