"""Which one is right? A formula of a page among three wrong ones, as a reader meets it.

A lesson shows one, below its exercises, which the other formulas of the page follow by a
link: the sheet of the chapter has all of them, and `practice.js` takes them from there.
"""

import json
import re

from source import dialect, draws, drills
from source.drills import Named
from source.page import Page

from . import exercises

LONG = 120  # characters of LaTeX that are hard to compare with three others
# Wrong formulas, and the right one once more, are not there to be copied: their TeX, which
# begins with `\displaystyle` as no other on a line does, is left out of the page.
TEX = re.compile(r"<annotation[^>]*>\\displaystyle .*?</annotation>", re.S)
WORDS = {
    "ko": {
        "about": "`{}`의 값과 같은 식은 하나뿐이다.",
        "all": "어느 식이 옳은가?",
        "alone": "페이지와 같은 것을 말하는 식은 하나뿐이다.",
        "case": "**{letter}**는 {what}{given}, 맞는 식은 {wanted}이다{place}.",
        "function": "함수 {}",
        "given": "{inputs}일 때:",
        "key": "답",
        "more": "이 페이지의 다른 식",
        "place": " (성분 {})",
        "question": "어느 식이 옳은가?",
        "right": "맞는 것은 **{}** 하나다.",
        "same": "**{}**는 코드와 값이 같다.",
    },
    "en": {
        "about": "Only one gives the values of `{}`.",
        "all": "Which one is right?",
        "alone": "Only one says the same as the page.",
        "case": "**{letter}** gives {what}{given}, the right one {wanted}{place}.",
        "function": "a function {}",
        "given": "For {inputs}:",
        "key": "Key",
        "more": "Another formula of this page",
        "place": " (entry {})",
        "question": "Which one is right?",
        "right": "Only **{}** is right.",
        "same": "**{}** gives the same as the code.",
    },
}


def placed(markdown: str, page: Page, *, live: bool) -> str:
    """Markdown with a drill below its last exercise, or on a sheet those of its chapter."""
    if page.kind == "exercises":
        return f"{markdown}\n\n{_sheet(page, live)}"
    slots, found = [*dialect.EXERCISE.finditer(markdown)], drills.of(page)
    if not slots or not found:
        return markdown
    end, more = slots[-1].end(), ""
    if len(found) > 1:
        link = f"{page.link(f'{page.chapter}/exercises')}#{anchor(page)}"
        more = f"[{WORDS[page.language]['more']}]({link}){'{ .more }' * live}"
    told = box(first(found), page.language, live)
    return f"{markdown[:end]}\n\n{told}\n\n{more}{markdown[end:]}"


def first(found: list[Named]) -> Named:
    """The drill whose mistakes are those that people make first; not a long one."""

    def order(one: Named) -> tuple[bool, int]:
        return len(one.drill.texts[one.drill.case]) > LONG, one.drill.cost

    return min(found, key=order)


def anchor(page: Page) -> str:
    """The id of the drills of a page on the sheet of its chapter."""
    return f"{page.slug.rpartition('/')[2]}-formulas"


def filled(html: str) -> str:
    """HTML without the TeX of the formulas of drills."""
    return TEX.sub("", html)


def _sheet(page: Page, live: bool) -> str:
    words = WORDS[page.language]
    parts, key = [f"## {words['all']} {{ #formulas }}"], []
    for other, found in drills.below(page.chapter, page.language):
        parts.append(f"### {other.title} {{ #{anchor(other)} }}")
        parts += [box(one, page.language, live) for one in found]
        letters = " ".join(draws.LETTERS[one.drill.case] for one in found)
        key.append(f"- {other.title}: {letters}")
    return "\n\n".join([*parts, f"### {words['key']} {{ #formulas-key }}", "\n".join(key)])


def box(one: Named, language: str, live: bool) -> str:
    """A drill as Markdown: `live` for the script, or to be read as it is."""
    words, drill = WORDS[language], one.drill
    about = words["about"].format("`, `".join(one.functions))
    question = f"**{words['question']}** {about if one.functions else words['alone']}"
    form = one.name.rpartition("/")[2]
    claims = [
        exercises.claim(letter, rf"$\displaystyle {text}$", form if live else "")
        for letter, text in zip(draws.LETTERS, drill.texts, strict=False)
    ]
    answer = exercises.fold(
        "success", exercises.WORDS[language]["answer"], _answer(one, words, live)
    )
    if not live:
        return "\n\n".join([question, "\n".join(claims), answer])
    rows = json.dumps([[0, draws.LETTERS[drill.case]]]).replace('"', "&quot;")
    head = (
        f'<div class="exercise drill" data-exercise="{one.name}" data-draws="{rows}" '
        'data-search-exclude="1" markdown="1" role="group" '
        f'aria-label="{words["question"]}">'
    )
    parts = [head, question, "\n".join(claims), exercises.form(form, language), answer]
    return "\n\n".join([*parts, "</div>"])


def _answer(one: Named, words: dict[str, str], live: bool) -> str:
    """The counterexample in numbers; the script repeats its parts below a wrong choice."""
    lines = [words["right"].format(draws.LETTERS[one.drill.case])]
    if one.drill.inputs:
        named = sorted(one.drill.inputs, key=lambda pair: pair[1] != "")  # functions first
        inputs = [f"{n} = {v}" if v else words["function"].format(n) for n, v in named]
        told = words["given"].format(inputs=", ".join(inputs))
        lines.append(told + '\n{: data-given="1" }' * live)
    for case, (letter, gap) in enumerate(zip(draws.LETTERS, one.drill.gaps, strict=False)):
        told = _told(letter, gap, words) if gap else words["same"].format(letter)
        lines.append(told + f'\n{{: data-case="{case}" }}' * live)
    return "\n\n".join(lines)


def _told(letter: str, gap: list[str], words: dict[str, str]) -> str:
    """The value that a wrong formula gives, and the right one."""
    what, given, wanted, place = gap
    return words["case"].format(
        letter=letter,
        what=f"{what} = " if what else "",
        given=given,
        wanted=wanted,
        place=words["place"].format(place) if place else "",
    )
