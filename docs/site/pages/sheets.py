"""The exercises of a chapter together: its printable sheet, and how many were solved."""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from source import draws, drills, facts, written
from source.page import Page, pages

from . import exercises
from .drills import anchor

WORDS = {
    "ko": {
        "formulas": "식",
        "functions": "함수 쓰기",
        "key": "답",
        "next": "다음 문제",
        "page": "힌트와 풀이",
    },
    "en": {
        "formulas": "formulas",
        "functions": "functions to write",
        "key": "Key",
        "next": "Next question",
        "page": "Hints and reasons",
    },
}
BOX = '<div class="sheet" markdown="1">\n\n{}\n\n</div>'


def with_exercises(language: str, slugs: Iterable[str]) -> list[Page]:
    """The pages among these that have exercises, and sheets that have functions."""
    there = [pages(language)[slug] for slug in slugs if slug in pages(language)]
    return [page for page in there if _names(page)]


def paths(page: Page) -> list[Path]:
    """The files of the exercises on a page."""
    return [draws.FOLDER / page.chapter / f"{name}.py" for name in page.exercises]


def progress(pages: Iterable[Page]) -> str:
    """The place where the script shows how many exercises of some pages are solved."""
    return _counted([name for page in pages for name in _names(page)])


def _names(page: Page) -> list[str]:
    if page.kind == "exercises":
        return [written.name_of(path) for path in written.paths(page.chapter)]
    return [f"{path.parent.name}/{path.stem}" for path in paths(page)]


def _counted(names: list[str]) -> str:
    of = f'class="solved" data-only="screen" data-of="{" ".join(names)}"'
    return f"<small {of}></small>" if names else ""


def follows_from(page: Page) -> str:
    """All that a sheet follows from, beside the exercises and the tools of every page."""
    return repr(
        [
            (
                other.slug,
                other.exercises,
                [(f.tex, f.binding) for f in drills.checked(other)],
            )
            for other in _others(page)
        ]
    )


def _others(page: Page) -> list[Page]:
    """The other pages of a chapter, in the order of learning."""
    listed = [pages(page.language).get(row["slug"]) for row in facts.table("pages")]
    return [one for one in listed if one and one.chapter == page.chapter and one != page]


def sheet(page: Page) -> str:
    """All exercises of a chapter in other numbers than on its pages, the key at the end."""
    parts, key, words = [], [], WORDS[page.language]
    for other in filter(_names, _others(page)):
        told = [
            exercises.Told(path, draws.variants(path)[-1], number, page.language)
            for number, path in enumerate(filter(_sound, paths(other)), 1)
        ]
        slug = posixpath.basename(other.slug)
        parts.append(f"## {other.title} {{ #{slug} }}")
        parts.append(f"[{words['page']}]({slug}.md#exercises){progress([other])}")
        parts += [BOX.format(one.question()) for one in told]
        answers = [f"**{one.number}.** `{one.draw.shown['answer']}`" for one in told]
        key.append(f"- {other.title}: {' · '.join(answers)}")
    return "\n\n".join([*parts, f"## {words['key']} {{ #key }}", "\n".join(key)])


def practice(page: Page) -> str:
    """The exercises and drills of all pages, from which the script draws."""
    words, language = WORDS[page.language], page.language
    button = f'<button type="button">{words["next"]}</button>'
    desk = (
        f'<div class="practice" data-only="site" hidden>{button}<p role="status"></p></div>'
    )
    parts = []
    for _, _, chapter, slugs in facts.outline(language):
        if found := with_exercises(language, slugs):
            parts.append(f"**{chapter}**")
            parts.append("\n".join(_practised(other, page) for other in found))
    # The search should lead to the pages, not to this list.
    listed = "\n\n".join(parts)
    return f'{desk}\n\n<div data-search-exclude="1" markdown="1">\n\n{listed}\n\n</div>'


def _practised(other: Page, page: Page) -> str:
    """A page with links to its exercises and to its drills, and the names of both."""
    if other.kind == "exercises":
        title = WORDS[page.language]["functions"]
        return f"- [{title}]({page.link(other.slug)}#functions) {_counted(_names(other))}"
    link = f"- [{other.title}]({page.link(other.slug)}#exercises)"
    formulas = [one.name for one in drills.of(other)]
    if formulas:
        sheet = page.link(f"{other.chapter}/exercises")
        link += f" · [{WORDS[page.language]['formulas']}]({sheet}#{anchor(other)})"
    return f"{link} {_counted([*_names(other), *formulas])}"


def _sound(path: Path) -> bool:
    try:
        return bool(draws.variants(path))
    except draws.ExerciseError:  # its page reports it
        return False


def unused() -> Iterator[Path]:
    """The exercises that no page shows."""
    used = {path for page in pages("ko").values() for path in paths(page)}
    yield from sorted(set(draws.FOLDER.glob("*/*.py")) - used)
