r"""Edits of a formula by one token: mutants, which a check must notice, and repairs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .reader import BIG
from .tokens import BREAKS, DEFINES, nesting, tokenize
from .tree import Token, Tokens

FLIPS = {"<": ">", ">": "<", "\\le": "\\ge", "\\ge": "\\le"}
# What is written for something else, or too much, in a formula to repair.
SWAPS = {
    "\\max": "\\min",
    "\\min": "\\max",
    "\\tanh": "\\sigma",
    "\\sigma": "\\tanh",
    "\\sin": "\\cos",
    "\\cos": "\\sin",
    "\\log": "",
    "\\sqrt": "",
    "\\odot": "",
}
# After these a minus is no difference but a sign.
BEFORE_SIGN = {*FLIPS, *BREAKS, *DEFINES, "\\ne", ",", "&", "_", "^", "{", "(", "[", "\\{"}
SCRIPTS = {"_": "index", "^": "exponent"}
LETTER = re.compile("[A-Za-z]")
NAME = re.compile(
    r"[A-Za-z]|\\(alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|rho|sigma|tau)"
)


class Edit(NamedTuple):
    """The kind of a change, the span of LaTeX that it replaces, and the new text."""

    kind: str
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Place:
    """A token of a formula: its number, where it stands, and on which side."""

    number: int
    token: Token
    where: str  # "line", "index", "exponent" or "limit"
    right: bool

    def edit(self, kind: str, new: str) -> Edit:
        """The edit that writes something else in the place of the token."""
        return Edit(kind, self.token.start, self.token.end, new)


def mutants(tex: str) -> list[tuple[str, str]]:
    """The formula with one mistake on a right-hand side, and the kind of each.

    The kinds are sign, relation, number, factor, index and exponent.
    """
    editor = Editor(tex)
    edits = (
        edit for place in editor.places if place.right for edit in editor.mistakes(place)
    )
    return list(dict.fromkeys((edit.kind, editor.applied(edit)) for edit in edits))


def repairs(tex: str) -> Iterator[str]:
    """The formula with one change that may put it right, the likeliest first."""
    editor = Editor(tex)
    for kind in (editor.mistakes, editor.confusions, editor.omissions):
        for place in editor.places:
            for edit in kind(place):
                if place.right or edit.kind not in {"factor", "exponent"}:
                    yield editor.applied(edit)


class Editor:
    """A formula and the edits of each of its places."""

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.tokens = tokenize(tex)
        context = zip(self.tokens, _where(self.tokens), _right(self.tokens), strict=True)
        self.places = [Place(number, *place) for number, place in enumerate(context)]
        found = {where: set[str]() for where in ("line", "index", "exponent", "limit")}
        for place in self.places:
            found[place.where].add(str(place.token))
        self.letters = sorted(filter(LETTER.fullmatch, found["index"] | found["limit"]))
        self.names = sorted(filter(NAME.fullmatch, set().union(*found.values())))

    def applied(self, edit: Edit) -> str:
        """The formula with the edit made."""
        return self.tex[: edit.start] + edit.new + self.tex[edit.end :]

    def mistakes(self, place: Place) -> Iterator[Edit]:
        """Another sign, relation, number or index; a lost fraction or exponent."""
        yield from self._sign(place)
        yield from self._number(place)
        yield from self._index(place)
        if place.token == "\\frac":
            yield from self._fraction(place)
        following = self._next(place)
        if place.token == "^" and following and following.where == "exponent":
            _, end, _ = self._argument(place.number + 1)
            yield Edit("exponent", place.token.start, end, "")

    def confusions(self, place: Place) -> Iterator[Edit]:
        """A function or name that was written for another, or too much."""
        if not place.right:  # a name on the left may well be a new one
            return
        if place.token in SWAPS:
            yield place.edit("name", SWAPS[place.token])
        if place.token in self.names:
            yield from (place.edit("name", name) for name in self.names)

    def omissions(self, place: Place) -> Iterator[Edit]:
        """A sign, a product sign or 1/n missing before the token; a power after it."""
        start, end = place.token.start, place.token.end
        # Right after the token before, so that \\bigl stays with its bracket.
        gap = self.tokens[place.number - 1].end if place.number else 0
        if place.token == "\\sum":
            for name in self.names:
                yield Edit("factor", start, start, f"\\frac{{1}}{{{name}}} ")
        following = self._next(place)
        if following and following.token == "_":
            _, end, _ = self._argument(following.number + 1)
        if place.where not in {"line", "exponent"} or place.token in SCRIPTS:
            return
        if nesting(place.token) < 0 or place.token in self.names:
            yield Edit("exponent", end, end, "^2")
            yield Edit("exponent", end, end, "^\\top")
        if nesting(place.token) >= 0 and place.token != "{":
            yield Edit("sign", gap, gap, " -")
            yield Edit("factor", gap, gap, " \\odot ")

    def _sign(self, place: Place) -> Iterator[Edit]:
        kind = "index" if place.where in {"index", "limit"} else "sign"
        before = self.tokens[place.number - 1] if place.number else "="
        if place.token == "+":
            yield place.edit(kind, "-")
        elif place.token == "-":
            yield place.edit(kind, "" if before in BEFORE_SIGN else "+")
        elif place.token in FLIPS and place.where == "line":
            # The space ends the command before a letter.
            yield place.edit("relation", FLIPS[place.token] + " ")

    def _number(self, place: Place) -> Iterator[Edit]:
        if not place.token[0].isdigit():
            return
        kind = {"line": "number", "limit": "index"}.get(place.where, place.where)
        whole, dot, decimals = place.token.partition(".")
        for number in (int(whole) + 1, int(whole) - 1):
            if number >= 0:
                yield place.edit(kind, f"{number}{dot}{decimals}")

    def _index(self, place: Place) -> Iterator[Edit]:
        if place.where not in {"index", "limit"} or place.token not in self.letters:
            return
        yield from (place.edit("index", new) for new in self.letters if new != place.token)
        following = self._next(place)
        if following is None or following.where != "index":
            return
        if following.token in self.letters and following.token != place.token:
            swapped = f"{following.token} {place.token}"
            yield Edit("index", place.token.start, following.token.end, swapped)

    def _fraction(self, place: Place) -> Iterator[Edit]:
        top_start, top_end, bottom = self._argument(place.number + 1)
        if top_start + 2 == top_end or bottom >= len(self.tokens):  # \frac12
            return
        bottom_start, bottom_end, _ = self._argument(bottom)
        top, below = self.tex[top_start:top_end], self.tex[bottom_start:bottom_end]
        start = place.token.start
        yield Edit("factor", start, bottom_end, "")
        yield Edit("factor", start, bottom_end, f"\\frac {below} {top}")

    def _next(self, place: Place) -> Place | None:
        rest = self.places[place.number + 1 :]
        return rest[0] if rest else None

    def _argument(self, number: int) -> tuple[int, int, int]:
        """The span of the argument that begins with a token, and the number after it."""
        depth, argument = 0, self.tokens[number:]
        for last, token in enumerate(argument, number):
            depth += nesting(token)
            if depth <= 0:
                return argument[0].start, token.end, last + 1
        return len(self.tex), len(self.tex), len(self.tokens)  # it is not closed


def _where(tokens: Tokens) -> list[str]:
    """What each token belongs to: the line, an index, an exponent or a limit."""
    found: list[str] = []
    outer, heads = ["line"], [""]  # of each open bracket, and what carries scripts in it
    script = ""  # what the script that begins with this token is
    for token in tokens:
        found.append(script or outer[-1])
        if token in SCRIPTS:
            script = "limit" if heads[-1] in BIG else SCRIPTS[token]
            continue
        if nesting(token) > 0:
            outer.append(found[-1])
            heads.append("")
        elif nesting(token) < 0 and len(outer) > 1:
            outer.pop()
            heads.pop()
        elif not script:
            heads[-1] = str(token)
        script = ""
    return found


def _right(tokens: Tokens) -> list[bool]:
    """Whether each token stands right of its equation's first sign, or there is none."""
    found: list[bool] = []
    depth, begin = 0, 0
    for number, token in enumerate(tokens):
        depth += nesting(token)
        if depth == 0 and token in BREAKS:
            begin = number + 1
        if depth == 0 and token in DEFINES and all(found[begin:]):
            found[begin:] = [False] * (number - begin)
        found.append(True)
    return found
