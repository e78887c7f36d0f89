"""Tables that the build makes from `docs/data`, where a page asks for them.

They are Markdown, so that their links are checked like all others.
"""

import re
from collections.abc import Iterator

from source import dialect, facts, letters
from source.page import Page, pages

from .citations import bibliography
from .sheets import practice, progress, sheet, with_exercises

WORDS = {
    "ko": {
        "claim": "노트에 적힌 말",
        "concept": "개념",
        "corrections": "{all}가지 가운데 {written}가지를 바로잡았다.",
        "coverage": "노트의 개념 {all}개 가운데 **{written}개**를 설명했다. "
        "화면에 보이는 식은 {formulas}개이고, 그 가운데 {checked}개를 코드와 비교했다.",
        "definition": "뜻",
        "code": "코드",
        "en": "영어",
        "ko": "한국어",
        "letter": "기호",
        "lines": "줄",
        "needs": "먼저 읽을 페이지:",
        "note": "노트",
        "no": "번호",
        "page": "페이지",
        "read": "읽는 법",
        "shape": "모양",
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
        "number": "수",  # the shapes of letters
        "vector": "벡터",
        "matrix": "행렬",
        "count": "자연수",
        "index": "번호",
        "function": "함수",
        "set": "집합",
    },
    "en": {
        "claim": "What the notes say",
        "concept": "Concept",
        "corrections": "{written} of {all} corrections.",
        "coverage": "**{written}** of the notes' {all} concepts are explained. "
        "Of the {formulas} formulas displayed, {checked} are compared with the code.",
        "definition": "Meaning",
        "code": "Code",
        "en": "English",
        "ko": "Korean",
        "letter": "Letter",
        "lines": "Lines",
        "needs": "Read first:",
        "note": "Note",
        "no": "No.",
        "page": "Page",
        "read": "Read aloud",
        "shape": "Shape",
        "spellings": "Also written",
        "truth": "What is right",
        "unchecked": "Formulas that are not compared with code",
        "verdict": "Verdict",
    },
}


def filled(markdown: str, page: Page) -> str:
    """Markdown with each table that the page asks for."""
    return dialect.TABLE.sub(lambda slot: TABLES[slot["name"]](page), markdown)


def glossary(page: Page) -> str:
    """All terms in the order of the page's language, whose name comes first."""
    words, other = WORDS[page.language], "ko" if page.language == "en" else "en"
    rows = []
    for term in facts.table("terms"):
        name = f'<span id="{facts.term_id(term)}"></span>{term[page.language]}'
        meaning, spellings = term[f"definition_{page.language}"], _spellings(term)
        where = _written(term["page"], page)
        rows.append((term, [name, term[other], meaning, spellings, where]))
    rows.sort(key=lambda row: _alphabetical(row[0][page.language]))
    columns = (page.language, other, "definition", "spellings", "page")
    table = _table([words[column] for column in columns], [cells for _, cells in rows])
    return f'<div class="sortable" markdown="1">\n\n{table}\n\n</div>'


def _alphabetical(name: str) -> str:
    """A name as it is sorted: figures, Latin letters, 가나다; spaces do not count."""
    return re.sub(r"\W", "", name.casefold())


def _spellings(term: facts.Row) -> str:
    """Other names of a term; those that a programmer types are set as code."""
    names = filter(None, term["accept"].split("|"))
    return ", ".join(f"`{n}`" if re.search(r"[_.]|[a-z][A-Z]", n) else n for n in names)


def symbols(page: Page) -> str:
    """The letters that mean the same on the whole site."""
    return _symbols(page, [row for row in facts.table("symbols") if not row["pages"]])


def local_symbols(page: Page) -> str:
    """The letters that mean something else, or anything at all, on some pages only."""
    return _symbols(page, [row for row in facts.table("symbols") if row["pages"]])


def _symbols(page: Page, rows: list[facts.Row]) -> str:
    words = WORDS[page.language]
    heads = [words[n] for n in ("letter", "definition", "read", "shape", "code", "page")]
    return _table(heads, [_symbol(row, page) for row in rows])


def _symbol(row: facts.Row, page: Page) -> list[str]:
    """A letter, its meaning, how it is read aloud, its shape, its code, and its pages."""
    words, meaning = WORDS[page.language], row[page.language]
    spoken = row[f"read_{page.language}"]
    shapes = [words.get(shape, shape) for shape in row["shape"].split(" or ")]
    code = f"`{row['code']}`" if row["code"] else ""
    slugs = letters.places(row) if row["pages"] else [row["page"]]
    where = ", ".join(_place(slug, page) for slug in slugs)
    return [f"${row['letter']}$", meaning, spoken, ", ".join(shapes), code, where]


def _place(slug: str, page: Page) -> str:
    """A link to a page, or the name of a chapter."""
    names = {row["chapter"]: row[page.language] for row in facts.table("chapters")}
    return names.get(slug) or _written(slug, page)


def corrections(page: Page) -> str:
    """Every claim of the notes that a page puts right."""
    words, rows = WORDS[page.language], []
    for row in facts.table("corrections"):
        if (other := pages(page.language).get(row["page"])) is not None:
            title, quote = other.correction(row["id"])
            verdict = words.get(row["verdict"], row["verdict"])
            truth = f"[{title}]({page.link(other.slug)}#{row['id'].lower()})"
            rows.append([row["id"], quote["claim"], truth, verdict])
    heads = [words["no"], words["claim"], words["truth"], words["verdict"]]
    counts = words["corrections"].format(
        written=len(rows), all=len(facts.table("corrections"))
    )
    return f"{counts}\n\n{_table(heads, rows)}"


def coverage(page: Page) -> str:
    """Each line of the notes that names a concept, and the page that explains it."""
    words, concepts = WORDS[page.language], facts.table("concepts")
    shown = [f for other in pages(page.language).values() for f in other.formulas]
    counts = words["coverage"].format(
        written=sum(map(explained, concepts)),
        all=len(concepts),
        formulas=len(shown),
        checked=sum(formula.mark == "check" for formula in shown),
    )
    heads = [words["lines"], words["concept"], words["page"]]
    parts = [counts, *_unchecked(page)]
    for note, rows in _places(page).items():
        parts.append(f"## {words['note']} {note} {{ #note-{note} }}")
        parts.append(_table(heads, rows))
    return "\n\n".join(parts)


def _places(page: Page) -> dict[str, list[list[str]]]:
    """For each note the lines, the concepts there, and the page that explains them."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for row in facts.table("concepts"):
        written = _written(row["page"], page)
        for place in dialect.PLACE.finditer(row["sources"]):
            lines = found.setdefault(place["note"], {})
            lines.setdefault((place["lines"], written), []).append(row[page.language])

    def in_order(places: dict[tuple[str, str], list[str]]) -> list[list[str]]:
        rows = [[lines, ", ".join(names), page] for (lines, page), names in places.items()]
        return sorted(rows, key=lambda row: int(re.findall(r"\d+", row[0])[0]))

    return {note: in_order(places) for note, places in sorted(found.items())}


def explained(concept: facts.Row) -> bool:
    """Whether the page of a concept is written."""
    return concept["page"] in pages("ko")


def _unchecked(page: Page) -> list[str]:
    rows = [
        f"- [{other.title}]({page.link(other.slug)}): {formula.binding}"
        for other in pages(page.language).values()
        for formula in other.formulas
        if formula.mark != "check"
    ]
    return [f"{WORDS[page.language]['unchecked']}:", "\n".join(rows)] if rows else []


def needs(page: Page) -> str:
    """Links to the pages that a page builds on, in one line."""
    links = [_written(slug, page) for slug in facts.needs(page.slug)]
    return f"**{WORDS[page.language]['needs']}** {' · '.join(links)}"


def path(page: Page) -> str:
    """The written chapters in the order of learning, with links to their pages."""
    chapters, last = [], ""
    for part, chapter, slugs in facts.outline(page.language):
        links = [_written(slug, page) for slug in slugs if _is_lesson(slug, page.language)]
        if not links:
            continue
        label = f"<small>{part}</small> " if part != last else ""
        solved = progress(with_exercises(page.language, slugs))
        pages_of = " · ".join(links)
        chapters.append(f"{label}**{chapter}**{solved}\n\n{pages_of}")
        last = part
    items = [f'<li markdown="block">\n{chapter}\n\n</li>' for chapter in chapters]
    return '<ol class="path" markdown="1">\n' + "\n".join(items) + "\n</ol>"


def _is_lesson(slug: str, language: str) -> bool:
    page = pages(language).get(slug)
    return page is not None and page.kind in {"concept", "lab"}


TABLES = {
    "bibliography": bibliography,
    "corrections": corrections,
    "coverage": coverage,
    "exercises": sheet,
    "glossary": glossary,
    "local-symbols": local_symbols,
    "needs": needs,
    "path": path,
    "practice": practice,
    "symbols": symbols,
}


def _written(slug: str, page: Page) -> str:
    """A link to a page, or a dash where it is not written."""
    other = pages(page.language).get(slug)
    return f"[{other.title}]({page.link(slug)})" if other else "–"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    def lines() -> Iterator[list[str]]:
        yield heads
        yield ["---"] * len(heads)
        yield from ([cell.replace("|", "\\|") for cell in row] for row in rows)

    return "\n".join("| " + " | ".join(line) + " |" for line in lines())
