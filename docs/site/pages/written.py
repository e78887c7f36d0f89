"""Functions to write, on the sheet of their chapter, from files to what a reader sees.

`source/written.py` says how one is written. `write.js` opens the code and has it checked;
print, books and browsers without JavaScript show question, hints and solution.
"""

import html
import re

from source import written
from source.page import Page
from source.written import Function

from .exercises import fence, fold, hints

CALLED = re.compile(r"dlnotes(?P<module>\.\w+)\.\w+")
WORDS = {
    "ko": {
        "answers": "바른 값은 {} 함수가 낸다.",
        "cases": "비교하는 경우는 보기까지 {}가지다.",
        "example": "보기: `{}` → `{}`",
        "head": "함수 쓰기",
        "how": "NumPy만으로 함수를 쓴다. 바른 값은 문제마다 적은 `dlnotes`의 함수가 내므로 "
        "어디서나 그 함수와 비교해 볼 수 있다. 대괄호는 NumPy 배열을 뜻한다.",
        "live": "‘코드 쓰기’를 누르고 쓰면 이 브라우저가 숨은 경우마다 실행해 비교한다.",
        "solution": "풀이",
    },
    "en": {
        "answers": "The right values come from {}.",
        "cases": "{} cases are compared, the example among them.",
        "example": "Example: `{}` → `{}`",
        "head": "Write the function",
        "how": "Write each function with NumPy alone. The right values come from the "
        "function of `dlnotes` that is named with it, so you can compare with that "
        "anywhere. Brackets stand for NumPy arrays.",
        "live": "“Write code” lets this browser run your code on hidden cases and compare.",
        "solution": "Solution",
    },
}


def placed(markdown: str, page: Page, *, live: bool) -> str:
    """Markdown of a sheet with the functions of its chapter: `live` for the script."""
    found = written.paths(page.chapter) if page.kind == "exercises" else []
    if not found:
        return markdown
    words = WORDS[page.language]
    parts = [f"## {words['head']} {{ #functions }}", words["how"]]
    parts += [f'{words["live"]}\n{{: data-only="screen" }}'] * live
    for number, path in enumerate(found, 1):
        parts.append(box(written.read(path), number, page, live))
    return "\n\n".join([markdown, *parts])


def box(one: Function, number: int, page: Page, live: bool) -> str:
    """An exercise as Markdown: with the marks for the script, or to be read as it is."""
    words, told = WORDS[page.language], one.names["WORDS"][page.language]
    name = one.definition.name
    question = f"**{number}. `{name}`.** {told['question']}"
    example = words["example"].format(*one.example)
    start = fence("python", one.start(page.language))
    answers = f"{words['answers'].format(_links(one, page))} "
    answers += words["cases"].format(len(one.cases))
    folds = hints(told["hints"], page.language)
    solution = f"{fence('python', one.solution)}\n\n{told['reason']}"
    folds += "\n\n" + fold("success", words["solution"], solution)
    if not live:
        return "\n\n".join([question, example, start, answers, folds])
    head = (
        f'<div class="exercise" data-exercise="{one.name}" data-search-exclude="1" '
        f'markdown="1" role="group" aria-label="{words["head"]} {number}: {name}">'
    )
    task = f'<div data-task="{html.escape(one.task)}" markdown="1">\n\n{start}\n\n</div>'
    status = '<p role="status" data-only="screen"></p>'
    return "\n\n".join([head, question, example, task, status, answers, folds, "</div>"])


def _links(one: Function, page: Page) -> str:
    """Links to the functions of the package that answer."""
    called = {
        found[0]: found["module"][1:] for found in CALLED.finditer(one.names["ANSWER"])
    }
    return ", ".join(
        f"[`{name}`]({page.link(f'api/{module}')}#{name})"
        for name, module in called.items()
    )
