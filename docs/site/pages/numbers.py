"""A formula in numbers, below its words: fetched when these are unfolded.

A lesson's page has no room for it. The numbers of a page are a script beside it, since a
page that is opened from a file may fetch nothing else.
"""

import json

from source import numbers
from source.formulas import Formula
from source.numbers import Letter, Numbers, Step
from source.page import Page
from source.verdicts import spoken

from . import maths

NAME = "numbers.js"  # beside the page
UNSEEN = "\u2061\u2062\u2063"  # characters in the LaTeX that its reader did not see
WORDS = {
    "ko": {
        "code": "코드에서",
        "letter": "글자",
        "number": "수",
        "rounded": "≈ 뒤의 값은 반올림해 적었다. 다음 계산에는 반올림하지 않은 값을 쓴다.",
        "shape": "모양",
        "small": "글자에 작은 수를 넣는다.",
        "steps": "안쪽부터 차례로 계산한다.",
        "value": "값",
    },
    "en": {
        "code": "In code",
        "letter": "Letter",
        "number": "number",
        "rounded": "Values after ≈ are rounded here; the next step uses them unrounded.",
        "shape": "Shape",
        "small": "Put small numbers in for the letters.",
        "steps": "Then work from the inside out.",
        "value": "Value",
    },
}


def script(page: Page) -> str:
    """The script with the numbers of a page, in the order of its formulas; or nothing."""
    found = [(formula, numbers.of(formula)) for formula in page.formulas]
    made = [_html(formula, one, WORDS[page.language]) for formula, one in found if one]
    return f"window.numbers = {json.dumps(made, ensure_ascii=False)};\n" if made else ""


def _html(formula: Formula, found: Numbers, words: dict[str, str]) -> str:
    parts = []
    if found.letters:
        parts = [f"<p>{words['small']}</p>", _table(found.letters, words)]
    parts += [f"<p>{words['steps']}</p>", _list(formula, found.steps)]
    values = [one.value for one in found.letters] + [one.value for one in found.steps]
    if any("approx" in value for value in values):
        parts.append(f"<p>{words['rounded']}</p>")
    return f'<div class="numbers" data-only="screen">{"".join(parts)}</div>'


def _table(letters: list[Letter], words: dict[str, str]) -> str:
    heads = (words[name] for name in ("letter", "code", "shape", "value"))
    rows = ["".join(f"<th>{head}</th>" for head in heads)]
    for one in letters:
        shape = f"<code>{tuple(one.shape)}</code>" if one.shape else words["number"]
        code = f"<code>{one.code}</code>" if one.code else ""
        cells = _maths(one.tex), code, shape, _maths(one.value.removeprefix("= "))
        rows.append("".join(f"<td>{cell}</td>" for cell in cells))
    return f"<div><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></div>"


def _list(formula: Formula, steps: list[Step]) -> str:
    marked = spoken(formula).marked
    places = [place for place, letter in enumerate(marked) if letter not in UNSEEN]
    rows = []
    for step in steps:
        piece = marked[places[step.start] : places[step.end - 1] + 1]
        kind = ' class="whole"' if step.whole else ""
        line = _maths(f"\\displaystyle {piece} {step.value}")
        rows.append(f"<li{kind}><div>{line}</div></li>")
    return f"<ol>{''.join(rows)}</ol>"


def _maths(text: str) -> str:
    return maths.UNSEEN.sub("", maths.mathml(text, block=False))
