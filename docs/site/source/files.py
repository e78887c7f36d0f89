"""Faults of files, reported before any page is read: encoding, names, tables, cells."""

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from . import dialect, facts, kept, labs, markup

FOLDERS = ("data", "en", "exercises", "figures", "ko", "labs")
SUFFIXES = {".bib", ".csv", ".md", ".py"}
# MkDocs would take these for pages too.
OTHERS = {".markdown", ".mdown", ".mkd", ".mkdn"}
NAME = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
MARK = "\ufeff".encode()
COLUMNS = {  # of the tables that are checked
    "chapters": ["chapter", "part_ko", "part_en", "ko", "en"],
    "concepts": ["id", "en", "ko", "sources", "page"],
    "conventions": ["id", "functions", "name_ko", "name_en", "ko", "en"],
    "corrections": ["id", "verdict", "sources", "page"],
    "differences": ["function", "within"],
    "pages": ["id", "chapter", "slug", "ko", "en", "needs"],
    "quotations": ["place", "words"],
    "symbols": [
        *("letter", "ko", "en", "read_ko", "read_en", "shape", "code", "page", "pages"),
    ],
    "symptoms": ["page", "ko", "en"],
    "terms": [
        *("en", "ko", "page", "definition_en", "definition_ko", "accept", "reject"),
        "note",
    ],
    "twins": ["function", "twins", "why"],
}
COUNTED = {"concepts": "I{:03}", "corrections": "E{:02}"}
KEY = {
    "chapters": "chapter",
    "conventions": "id",
    "differences": "function",
    "pages": "slug",
    "terms": "en",
    "twins": "function",
}
VERDICTS = {
    *("ambiguous", "contradiction", "imprecise", "incomplete", "outdated"),
    *("oversimplified", "right", "typo", "wrong"),
}
CELL = re.compile(r"\s*#\s*%%")
Fault = tuple[Path, int, str]
Rows = list[tuple[int, facts.Row]]


@kept.remembered
def find() -> list[Fault]:
    """The faults of all files, as (path, line, what is wrong)."""
    paths = _paths(*FOLDERS)
    for checks in ((_name, _encoding), (_shape,), (_lab,)):
        found = [fault for path in paths for check in checks for fault in check(path)]
        if found:
            return found  # the files of the next checks could not be read
    return list(_contents())


def _paths(*folders: str) -> list[Path]:
    found = [p for folder in folders for p in sorted((facts.DOCS / folder).rglob("*"))]
    return [path for path in found if path.suffix.lower() in SUFFIXES | OTHERS]


def _name(path: Path) -> Iterator[Fault]:
    names = path.relative_to(facts.DOCS).with_suffix("").parts
    if path.suffix not in SUFFIXES:
        yield path, 1, f"the name ends in {path.suffix}; a page ends in .md"
    elif not all(map(NAME.fullmatch, names)):
        yield path, 1, "a name has small letters, digits, hyphens and underscores only"


def _encoding(path: Path) -> Iterator[Fault]:
    content = path.read_bytes()
    if content.startswith(MARK):
        yield (
            path,
            1,
            "the file begins with a byte-order mark; save it as UTF-8 without one",
        )
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield path, line, f"the byte 0x{content[error.start]:02x} is not UTF-8"


def _shape(path: Path) -> Iterator[Fault]:
    """The faults of a table by which its rows could not be read."""
    if path.suffix != ".csv":
        return
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        head = next(reader, [])
        for column in COLUMNS.get(path.stem, []):
            if column not in head:
                yield path, 1, f"the column {column} is missing, got {','.join(head)}"
        for row in reader:
            if len(row) != len(head):
                yield (
                    path,
                    reader.line_num,
                    f"a row has {len(head)} cells, got {len(row)}",
                )


def _lab(path: Path) -> Iterator[Fault]:
    if path.parent != facts.DOCS / "labs":
        return
    text, kind = path.read_text("utf-8"), "the text before the first cell"
    for number, line in enumerate(text.splitlines(), 1):
        if CELL.match(line):
            kind = "prose" if "[markdown]" in line else "code"
            if not dialect.HEAD.fullmatch(line):
                wanted = (
                    '`# %%`, `# %% [markdown] lang="ko"` or `# %% alt_ko="…" alt_en="…"`'
                )
                yield path, number, f"a cell begins with {wanted}, got {line}"
        elif kind != "code" and line and not line.startswith("#"):
            yield path, number, f"{kind} must come after `#`, got {line}"
    for cell in labs.code_cells(text):
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            at = cell.line + (error.lineno or 1)
            yield path, at, f"the code cannot be read: {error.msg}"


def _contents() -> Iterator[Fault]:
    """The faults in the cells of the tables, and in the words of figures and exercises."""
    tables = {name: _rows(name) for name in COLUMNS}
    for name, rows in tables.items():
        yield from _cells(name, rows)
    yield from _references(tables)
    for path in _paths("exercises", "figures"):
        text = path.read_text("utf-8")
        for position, message in facts.rejected(text):
            yield path, text.count("\n", 0, position) + 1, message


def _cells(name: str, rows: Rows) -> Iterator[Fault]:
    path, column, seen = _path(name), KEY.get(name), set[str]()
    for count, (line, row) in enumerate(rows, 1):
        if name in COUNTED and row["id"] != (wanted := COUNTED[name].format(count)):
            yield path, line, f"ids must count up: expected {wanted}, got {row['id']}"
        if column and row[column] in seen:
            yield path, line, f"a second `{row[column]}`"
        seen.add(row[column] if column else "")
        if tags := [
            t.name for cell in row.values() if "<" in cell for t in markup.tags(cell)
        ]:
            yield path, line, f"the tag <{tags[0]}>; cells have no HTML"


def _references(tables: dict[str, Rows]) -> Iterator[Fault]:
    """Cells that name something that does not exist."""
    slugs = {row["slug"] for _, row in tables["pages"]}
    chapters = {row["chapter"] for _, row in tables["chapters"]}
    for name, column, known in (
        ("concepts", "page", slugs),
        ("corrections", "page", slugs),
        ("corrections", "verdict", VERDICTS),
        ("pages", "chapter", chapters | {""}),  # the home page
        ("pages", "needs", slugs | {""}),
        ("symbols", "page", slugs),
        ("symptoms", "page", slugs),
        ("terms", "page", slugs),
    ):
        for line, row in tables[name]:
            for value in row[column].split("; "):
                if value not in known:
                    yield _path(name), line, f"{column}: there is no `{value}`"
    for line, row in tables["concepts"]:
        places = [place[0] for place in dialect.PLACE.finditer(row["sources"])]
        if len(places) != row["sources"].count(":"):
            yield (
                _path("concepts"),
                line,
                f"places are `001:2–3 D; …`, got {row['sources']}",
            )


def _path(name: str) -> Path:
    return facts.DOCS / "data" / f"{name}.csv"


def _rows(name: str) -> Rows:
    """The rows of a table as it is now, each with the line that it ends on."""
    with _path(name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return [(reader.line_num, row) for row in reader]
