"""Exercises on a page: `<!-- exercise: name -->`, from Markdown to what a reader sees.

`draws.py` says how an exercise is written. The page has its first variant in full, for
paper, books and browsers without JavaScript; `exercises.js` puts in the others.
"""

import html
import itertools
import json
import re
import textwrap
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from source import dialect, draws
from source.page import Page

BOX = re.compile(r'data-exercise="([\w-]+/[\w-]+)"')
# While a page is made, a number that nobody would write replaces each value. Markdown and
# the converters of maths and code treat it as a number, so every value gets an element.
MARK = re.compile(
    r'(?:<(?P<tag>mn|span class="mi")>)?7070(?P<box>\d\d)(?P<place>\d\d)07(?(tag)</\w+>)'
)
STALE = re.compile(r"<annotation[^>]*>[^<]*7070\d{4}07[^<]*</annotation>")
CODE = re.compile(r"(<pre>.*?</pre>|<code>.*?</code>)", re.S)
PROSE = re.compile(r"(\$[^$]+\$|`[^`]+`)")
TIGHT = re.compile(r"(?<=[\w^}])(\{\{\w+\}\})")  # where TeX would take its first digit only
MINUS = partial(re.compile(r"-(?=[\d.])").sub, "−")
WORDS = {
    "ko": {
        "answer": "답",
        "check": "확인",
        "exercise": "연습 문제",
        "hint": "힌트",
        "mended": "틀린 줄은 **{{answer}}**, 바른 줄은 `{{right}}`. "
        "틀린 코드의 출력은 `{{misprinted}}`, 바른 코드의 출력은 `{{printed}}`.",
        "other": "다른 수로",
        "right": "맞는 것은 **{{answer}}** 하나다.",
        "within": "±{} 안이면 맞음",
    },
    "en": {
        "answer": "Answer",
        "check": "Check",
        "exercise": "Exercise",
        "hint": "Hint",
        "mended": "The wrong line is **{{answer}}**; right is `{{right}}`. "
        "The wrong code prints `{{misprinted}}`, the right code `{{printed}}`.",
        "other": "Other numbers",
        "right": "Only **{{answer}}** is right.",
        "within": "right within ±{}",
    },
}


def placed(markdown: str, page: Page, *, live: bool) -> str:
    """Markdown with its exercises: `live` ones for the script, or plain ones to read."""
    numbers = itertools.count(1)

    def written(slot: re.Match[str]) -> str:
        path = draws.FOLDER / page.chapter / f"{slot['name']}.py"
        one = draws.variants(path)[0]
        return Told(path, one, next(numbers), page.language, live).whole()

    return dialect.EXERCISE.sub(written, markdown)


def filled(page: str) -> str:
    """HTML whose exercises have their numbers, and for the script those of all variants."""
    drawn = [draws.variants(draws.FOLDER / f"{name}.py") for name in BOX.findall(page)]

    def value(mark: re.Match[str], *, code: bool) -> str:
        box, place = int(mark["box"]) - 1, int(mark["place"])
        text = list(drawn[box][0].shown.values())[place]
        number = mark["tag"] == "mn" or re.match(r"-?\d", text)
        tag = mark["tag"] if mark["tag"] and number else "span"
        text = html.escape(text if code else MINUS(text), quote=False)
        return f'<{tag} data-value="{place + 1}">{text}</{tag.split()[0]}>'

    parts = CODE.split(STALE.sub("", page))
    parts = [
        MARK.sub(partial(value, code=i % 2 == 1), part) for i, part in enumerate(parts)
    ]
    rows = map(_rows, drawn)
    return BOX.sub(lambda box: f"{box[0]} data-draws='{next(rows)}'", "".join(parts))


def _rows(drawn: list[draws.Draw]) -> str:
    rows = [[one.case, *one.shown.values()] for one in drawn]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return html.escape(text, quote=False).replace("'", "&#39;")


class Told:
    """An exercise as Markdown, in one of its variants."""

    def __init__(
        self, path: Path, draw: draws.Draw, number: int, language: str, live: bool = False
    ) -> None:
        self.path, self.draw, self.number, self.live = path, draw, number, live
        self.language = language
        self.names, self.own = draws.read(path), WORDS[language]
        self.kind, self.words = self.names["KIND"], self.names["WORDS"][language]
        marks = {name: f"7070{number:02}{i:02}07" for i, name in enumerate(draw.shown)}
        self.values = marks if live else draw.shown
        self.code = draws.fill(self.names.get("CODE", "").strip(), self.values)

    def say(self, text: str) -> str:
        """A text with its values."""
        prose = {name: MINUS(value) for name, value in self.values.items()}
        parts = PROSE.split(text)
        for i, part in enumerate(parts):
            part = TIGHT.sub(r"{\1}", part) if part.startswith("$") else part
            parts[i] = draws.fill(part, self.values if i % 2 else prose)
        return "".join(parts)

    def whole(self) -> str:
        """The exercise with its hints and answer, folded."""
        folds = hints(map(self.say, self.words["hints"]), self.language)
        folds += "\n\n" + fold("success", self.own["answer"], self.answer())
        if not self.live:
            return f"{self.question()}\n\n{folds}"
        data = f'data-exercise="{self.path.parent.name}/{self.path.stem}" markdown="1"'
        label = f'role="group" aria-label="{self.own["exercise"]} {self.number}"'
        head = f'<div class="exercise" {data} {label}>'
        return "\n\n".join([head, self.question(), self._form(), folds, "</div>"])

    def question(self) -> str:
        """The question with its code or its claims."""
        shown = ""
        if self.kind == "prints":
            shown = fence("python", self.code)
        elif self.kind == "line":
            lines = [f"{i:>2}  {line}" for i, line in enumerate(self.code.splitlines(), 1)]
            shown = fence("text", "\n".join(lines))
        elif self.kind == "choice":
            claims = [claim for claim, _ in self.words["claims"].values()]
            shown = "\n".join(map(self._claim, draws.LETTERS, claims))
        return f"**{self.number}.** {self.say(self.words['question'])}\n\n{shown}"

    def _claim(self, letter: str, words: str) -> str:
        return claim(letter, self.say(words), self.path.stem if self.live else "")

    def _form(self) -> str:
        tolerance = self.names.get("TOLERANCE", 0 if self.kind == "line" else None)
        within = f" ({self.own['within'].format(tolerance)})" if tolerance else ""
        box = '<input autocapitalize="off" spellcheck="false">'
        field = f"<label>{self.own['answer']}{within} {box}</label> "
        given = "" if tolerance is None else f' data-tolerance="{tolerance}"'
        field = "" if self.kind == "choice" else field
        other = f'<button type="button">{self.own["other"]}</button>'
        return form(self.path.stem, self.language, field, other, given)

    def answer(self) -> str:
        """The answer with its reason, and the code where the question does not show it."""
        parts = [self.say(self.words["reason"])]
        printed = fence("text", self.values["printed"])
        if self.kind == "prints":
            return f"{printed}\n\n{parts[0]}"
        if self.kind == "line":
            whys = self.words["mistakes"].values()
            cases = [self._case(why, {i}) for i, why in enumerate(whys)]
            return "\n\n".join([self.say(self.own["mended"]), *cases, *parts])
        if self.kind == "choice":
            parts = [f"{self.say(self.own['right'])} {parts[0]}"]
            whys = [why for _, why in self.words["claims"].values()]
            for i, why in enumerate(whys):
                others = set(range(len(whys))) - {i}
                parts.append(self._case(f"**{draws.LETTERS[i]}.** {why}", others))
        if self.code:
            parts += [fence("python", self.code), printed]
        return "\n\n".join(parts)

    def _case(self, text: str, cases: set[int]) -> str:
        """A paragraph that is shown only for some claims or mistakes."""
        shown = self.draw.case in cases
        if not self.live:
            return self.say(text) if shown else ""
        hidden = "" if shown else ' data-only="screen" hidden="hidden"'
        numbers = " ".join(map(str, sorted(cases)))
        return f'{self.say(text)}\n{{: data-case="{numbers}"{hidden} }}'


def fence(info: str, text: str) -> str:
    """A text as a block of code."""
    return f"```{info}\n{text}\n```"


def claim(letter: str, words: str, form: str) -> str:
    """A claim as an item of a list; with the name of its form it can be chosen."""
    text = f"**{letter}.** {words}"
    if form:
        box = f'type="radio" name="claim" value="{letter}" form="try-{form}"'
        text = f'<label><input {box} data-only="screen" hidden> {text}</label>'
    return f"- {text}"


def form(
    name: str, language: str, field: str = "", other: str = "", given: str = ""
) -> str:
    """The form in which a reader answers, with a field or with what was chosen above."""
    # An answer that a browser restored would stand below other numbers.
    more = f'{given} autocomplete="off" data-only="screen" hidden'
    return (
        f'<form id="try-{name}"{more}>{field}<button>{WORDS[language]["check"]}</button> '
        f'{other}<p role="status"></p></form>'
    )


def hints(texts: Iterable[str], language: str) -> str:
    """Hints that are folded, each next one in the one before."""
    folds = ""
    for number, text in reversed(list(enumerate(texts, 1))):
        title = f"{WORDS[language]['hint']} {number}"
        folds = fold("tip", title, f"{text}\n\n{folds}")
    return folds


def fold(kind: str, title: str, body: str) -> str:
    """A box that is folded until a reader opens it."""
    return f'??? {kind} "{title}"\n\n{textwrap.indent(body.strip(), "    ")}'
