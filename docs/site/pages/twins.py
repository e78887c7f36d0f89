"""The functions of PyTorch and other libraries that do the same, and how they differ.

`twins.csv` names them, `differences.csv` has the measured differences, and
`conventions.csv` the conventions that differ. `tests/test_twins.py` checks all three.
"""

from source import facts, formulas
from source.page import Page

from .grids import grid, sortable

WORDS = {
    "ko": {
        "function": "함수",
        "twins": "짝",
        "conventions": "다른 약속",
        "within": "차이",
        "elsewhere": "다른 라이브러리에서는:",
        "name": "약속",
        "functions": "함수",
        "meaning": "내용",
    },
    "en": {
        "function": "Function",
        "twins": "Twin",
        "conventions": "Other conventions",
        "within": "Difference",
        "elsewhere": "In other libraries:",
        "name": "Convention",
        "functions": "Functions",
        "meaning": "What to know",
    },
}
REASONS = {  # why a function has no twin
    "ko": {
        "formula": "없음: 식 한 줄이다",
        "lesson": "없음: 설명하려고 만들었다",
        "exact": "없음: 모든 경우를 센다",
        "chance": "없음: 난수로 뽑는다",
        "data": "없음: 글이나 데이터를 다룬다",
        "parts": "없음: 층과 반복문을 이어 쓴다",
        "elsewhere": "여기서 쓰지 않는 라이브러리에 있다",
    },
    "en": {
        "formula": "none: one line of a formula",
        "lesson": "none: made for these lessons",
        "exact": "none: counts every case",
        "chance": "none: draws at random",
        "data": "none: handles text or data",
        "parts": "none: layers and loops put together",
        "elsewhere": "in libraries that are not used here",
    },
}
SHORT = {  # as programs import them
    "torch.nn.functional.": "F.",
    "torch.nn.": "nn.",
    "torch.optim.": "optim.",
    "torch.Tensor.": "Tensor.",
    "numpy.": "np.",
}


def twins(page: Page) -> str:
    """Every function with its twins, the conventions that differ and the difference."""
    words, language = WORDS[page.language], page.language
    rows = [
        [
            _link(row["function"], page),
            _within(row["function"]),
            REASONS[language][row["why"]] if row["why"] else _names(row),
            ", ".join(_conventions(row["function"], language, "")),
        ]
        for row in facts.table("twins")
    ]
    heads = ("function", "within", "twins", "conventions")
    return sortable([words[head] for head in heads], rows)


def elsewhere(function: str, page: Page) -> str:
    """The twins of a function, and the conventions that differ, in one line."""
    words, address = WORDS[page.language], page.link("reference/pytorch")
    parts = [
        f"{words['elsewhere']} {_names(row)}"
        for row in facts.table("twins")
        if row["function"] == function and row["twins"]
    ]
    if links := _conventions(function, page.language, address):
        parts.append(f"{words['conventions']}: {', '.join(links)}")
    return " · ".join(parts)


def conventions(page: Page) -> str:
    """The conventions that differ between libraries, each with its functions."""
    words, rows = WORDS[page.language], []
    for row in facts.table("conventions"):
        name = (
            f'<span id="{facts.convention_id(row)}"></span>{row[f"name_{page.language}"]}'
        )
        links = ", ".join(_link(name, page) for name in row["functions"].split("; "))
        rows.append([name, row[page.language], links])
    return grid([words[head] for head in ("name", "meaning", "functions")], rows)


def _link(name: str, page: Page) -> str:
    """A function as a link to its place among the API pages."""
    module = formulas.functions()[name].__module__.split(".")[1]
    address = page.link(f"api/{module}")
    return f"[`{module}.{name}`]({address}#dlnotes.{module}.{name})"


def _within(function: str) -> str:
    """The largest difference, with a minus at which no line breaks."""
    found = [r["within"] for r in facts.table("differences") if r["function"] == function]
    return found[0].replace("-", "−") if found else "–"


def _names(row: facts.Row) -> str:
    return ", ".join(f"`{_short(name)}`" for name in row["twins"].split("|"))


def _short(name: str) -> str:
    start = next((start for start in SHORT if name.startswith(start)), "")
    return SHORT.get(start, "") + name.removeprefix(start)


def _conventions(function: str, language: str, address: str) -> list[str]:
    return [
        f"[{row[f'name_{language}']}]({address}#{facts.convention_id(row)})"
        for row in facts.table("conventions")
        if function in row["functions"].split("; ")
    ]
