"""Tables that the build makes from `docs/data`, where a page asks for them.

They are Markdown, so that their links are checked like all others.
"""

import re

from source import dialect, facts, letters
from source.page import Page, pages

from .citations import bibliography
from .grids import grid, sortable
from .sheets import progress, sheet, with_exercises
from .twins import conventions, twins

WORDS = {
    "ko": {
        "after": "먼저:",
        "claim": "노트에 적힌 말",
        "concept": "개념",
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
        "page": "페이지",
        "read": "읽는 법",
        "shape": "모양",
        "spellings": "다른 표기",
        "truth": "바른 내용",
        "unchecked": "코드와 비교하지 않은 식",
        "verdict": "판정",
        "whole": "이 장 전체",
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
        "after": "First:",
        "claim": "What the notes say",
        "concept": "Concept",
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
        "page": "Page",
        "read": "Read aloud",
        "shape": "Shape",
        "spellings": "Also written",
        "truth": "What is right",
        "unchecked": "Formulas that are not compared with code",
        "verdict": "Verdict",
        "whole": "the whole chapter",
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
    return sortable([words[column] for column in columns], [cells for _, cells in rows])


def _alphabetical(name: str) -> str:
    """A name as it is sorted: figures, Latin letters, 가나다; spaces do not count."""
    return re.sub(r"\W", "", name.casefold())


def _spellings(term: facts.Row) -> str:
    """Other names of a term; those that a programmer types are set as code."""
    names = filter(None, term["accept"].split("|"))
    return ", ".join(f"`{n}`" if re.search(r"[_.]|[a-z][A-Z]", n) else n for n in names)


def symbols(page: Page) -> str:
    """The letters that mean the same on the whole site."""
    rows = [row for row in facts.table("symbols") if not row["pages"]]
    return _symbols([(row, _written(row["page"], page)) for row in rows], page)


def local_symbols(page: Page) -> str:
    """The letters that mean something of their own on some pages, by their chapters."""
    parts = []
    for _, chapter, name, slugs in facts.outline(page.language):
        shown = [(row, _places_of(row, slugs, page)) for row in facts.table("symbols")]
        if rows := [(row, where) for row, where in shown if where]:
            parts += [f"### {name} {{ #letters-{chapter} }}", _symbols(rows, page)]
    return "\n\n".join(parts)


def _places_of(row: facts.Row, slugs: list[str], page: Page) -> str:
    """The pages among these where a row holds; empty if there are none."""
    places = letters.places(row)
    if {slug.partition("/")[0] for slug in slugs} & set(places):
        return WORDS[page.language]["whole"]
    return ", ".join(_written(slug, page) for slug in slugs if slug in places)


def _symbols(rows: list[tuple[facts.Row, str]], page: Page) -> str:
    words = WORDS[page.language]
    heads = [words[n] for n in ("letter", "definition", "read", "shape", "code", "page")]
    return grid(heads, [[*_symbol(row, page), where] for row, where in rows])


def _symbol(row: facts.Row, page: Page) -> list[str]:
    """A letter, its meaning, how it is read aloud, its shape, and its code."""
    words, meaning = WORDS[page.language], row[page.language]
    spoken = row[f"read_{page.language}"]
    shapes = [words.get(shape, shape) for shape in row["shape"].split(" or ")]
    code = f"`{row['code']}`" if row["code"] else ""
    return [f"${row['letter']}$", meaning, spoken, ", ".join(shapes), code]


def corrections(page: Page) -> str:
    """The claims of the notes that pages put right, by the chapters of these pages."""
    words, parts = WORDS[page.language], list[str]()
    heads = [words["claim"], words["truth"], words["verdict"]]
    for _, chapter, name, slugs in facts.outline(page.language):
        claims = [row for row in facts.table("corrections") if row["page"] in slugs]
        rows = [_correction(row, page) for row in claims if explained(row)]
        if rows:
            parts += [f"## {name} {{ #{chapter} }}", grid(heads, rows)]
    return "\n\n".join(parts)


def _correction(row: facts.Row, page: Page) -> list[str]:
    """A claim with its places in the notes, a link to what is right, and the verdict."""
    other = pages(page.language)[row["page"]]
    title, quote = other.correction(row["id"])
    claim = f"{quote['claim']} <small>{quote['sources']}</small>"
    truth = f"[{title}]({page.link(other.slug)}#{row['id'].lower()})"
    return [claim, truth, WORDS[page.language].get(row["verdict"], row["verdict"])]


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
        parts.append(grid(heads, rows))
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


def explained(row: facts.Row) -> bool:
    """Whether the page of a concept or a correction is written."""
    return row["page"] in pages("ko")


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
    items, last = [], ""
    for part, chapter, name, slugs in facts.outline(page.language):
        links = [_written(slug, page) for slug in slugs if _is_lesson(slug, page.language)]
        if not links:
            continue
        label = f"<small>{part}</small> " if part != last else ""
        solved = progress(with_exercises(page.language, slugs))
        head = f"{label}**{name}**{solved}{_after(chapter, page)}"
        opened = f'<li id="map-{chapter}" markdown="block">'  # where the map leads
        items.append(f"{opened}\n{head}\n\n{' · '.join(links)}\n\n</li>")
        last = part
    return '<ol class="path" markdown="1">\n' + "\n".join(items) + "\n</ol>"


def _after(chapter: str, page: Page) -> str:
    """The chapters to read before a chapter, in small print."""
    names = {row["chapter"]: row[page.language] for row in facts.table("chapters")}
    needed = ", ".join(names[other] for other in facts.chapter_needs()[chapter])
    first = f' <small class="after">{WORDS[page.language]["after"]} {needed}</small>'
    return first if needed else ""


def _is_lesson(slug: str, language: str) -> bool:
    page = pages(language).get(slug)
    return page is not None and page.kind in {"concept", "lab"}


TABLES = {
    "bibliography": bibliography,
    "conventions": conventions,
    "corrections": corrections,
    "coverage": coverage,
    "exercises": sheet,
    "glossary": glossary,
    "local-symbols": local_symbols,
    "needs": needs,
    "path": path,
    "symbols": symbols,
    "twins": twins,
}


def _written(slug: str, page: Page) -> str:
    """A link to a page, or a dash where it is not written."""
    other = pages(page.language).get(slug)
    return f"[{other.title}]({page.link(slug)})" if other else "–"
