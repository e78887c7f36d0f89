"""The exercises of a chapter together: its printable sheet, and how many were solved."""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

import data
import draws
import exercises

WORDS = {
    "ko": {"key": "답", "page": "힌트와 풀이"},
    "en": {"key": "Key", "page": "Hints and reasons"},
}
BOX = '<div class="sheet" markdown="1">\n\n{}\n\n</div>'


def pages(language: str, chapter: str) -> list[data.Page]:
    """The pages of a chapter that have exercises, in the order of learning."""
    slugs = [row["slug"] for row in data.table("pages") if row["chapter"] == chapter]
    written = [data.pages(language)[slug] for slug in slugs if slug in data.pages(language)]
    return [page for page in written if paths(page)]


def paths(page: data.Page) -> list[Path]:
    """The files of the exercises on a page."""
    folder = draws.FOLDER / posixpath.dirname(page.slug)
    return [folder / f"{slot['name']}.py" for slot in exercises.SLOT.finditer(page.text)]


def progress(pages: Iterable[data.Page]) -> str:
    """Where the script says how many of the exercises on some pages a reader has solved."""
    names = [f"{path.parent.name}/{path.stem}" for page in pages for path in paths(page)]
    of = f'class="solved" data-only="screen" data-of="{" ".join(names)}"'
    return f"<small {of}></small>" if names else ""


def write(language: str, source: str) -> str:
    """All exercises of a chapter in other numbers than on its pages, the key at the end."""
    parts, key, words = [], [], WORDS[language]
    for page in pages(language, posixpath.dirname(source)):
        told = [
            exercises.Told(path, draws.variants(path)[-1], number, language)
            for number, path in enumerate(filter(_sound, paths(page)), 1)
        ]
        slug = posixpath.basename(page.slug)
        parts.append(f"## {page.title} {{ #{slug} }}")
        parts.append(f"[{words['page']}]({slug}.md#exercises){progress([page])}")
        parts += [BOX.format(one.question()) for one in told]
        answers = [f"**{one.number}.** `{one.draw.shown['answer']}`" for one in told]
        key.append(f"- {page.title}: {' · '.join(answers)}")
    return "\n\n".join([*parts, f"## {words['key']} {{ #key }}", "\n".join(key)])


def _sound(path: Path) -> bool:
    try:
        return bool(draws.variants(path))
    except draws.ExerciseError:  # its page tells
        return False


def unused() -> Iterator[Path]:
    """The exercises that no page shows."""
    used = {path for page in data.pages("ko").values() for path in paths(page)}
    yield from sorted(set(draws.FOLDER.glob("*/*.py")) - used)
