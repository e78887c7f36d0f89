"""A formula as places to edit, and the edits by one token that several rooms need."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .reader import BIG
from .tokens import ACCENTS, BREAKS, DEFINES, FONTS, nesting, spell, tokenize
from .tree import Token, Tokens

FLIPS = {"<": ">", ">": "<", "\\le": "\\ge", "\\ge": "\\le"}
# After these a minus is no difference but a sign.
BEFORE_SIGN = {*FLIPS, *BREAKS, *DEFINES, "\\ne", ",", "&", "_", "^", "{", "(", "[", "\\{"}
SCRIPTS = {"_": "index", "^": "exponent"}
LETTER = re.compile("[A-Za-z]")
GREEK = "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau"
NAME = re.compile(rf"[A-Za-z]|\\({GREEK}|phi|varphi|psi|omega|Sigma|Lambda|Phi|ell)")
LINES = {"line", "exponent"}
WORDS = ("\\mathrm", "\\text{")


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
        following = self.after(place)
        if place.token == "^" and following and following.where == "exponent":
            _, end, _ = self.argument(place.number + 1)
            yield Edit("exponent", place.token.start, end, "")

    def after(self, place: Place) -> Place | None:
        """The next place, if there is one."""
        rest = self.places[place.number + 1 : place.number + 2]
        return rest[0] if rest else None

    def argument(self, number: int) -> tuple[int, int, int]:
        """The span of the argument that begins with a token, and the number after it."""
        depth, argument = 0, self.tokens[number:]
        for last, token in enumerate(argument, number):
            depth += nesting(token)
            if depth <= 0:
                return argument[0].start, token.end, last + 1
        return len(self.tex), len(self.tex), len(self.tokens)  # it is not closed

    def unit(self, number: int, scripts: Collection[str] = ("_", "^")) -> int:
        """The number after a name or bracket and its scripts, which begin with a token."""
        token = self.tokens[number]
        if token in ACCENTS | FONTS and number + 1 < len(self.tokens):
            number += 1
        _, _, number = self.argument(number)
        while number + 1 < len(self.tokens) and self.tokens[number] in scripts:
            _, _, number = self.argument(number + 1)
        return number

    def subscripted(self, number: int) -> str:
        """The name with its subscript that begins with a token, if it has one."""
        end = self.unit(number, {"_"})
        plain = number + 1 == end or self.tokens[number + 1] != "_"
        return "" if plain else self.tex[slice(*self.span(number, end))]

    @cached_property
    def whole_names(self) -> list[str]:
        """All names on a line, with their subscripts."""
        names = [p for p in self.places if p.where in LINES and NAME.fullmatch(p.token)]
        return sorted({self.subscripted(p.number) or f"{p.token} " for p in names})

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span in the text of the tokens from one number to before another."""
        return self.tokens[first].start, self.tokens[last - 1].end

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
        following = self.after(place)
        if following is None or following.where != "index":
            return
        if following.token in self.letters and following.token != place.token:
            swapped = f"{following.token} {place.token}"
            yield Edit("index", place.token.start, following.token.end, swapped)

    def _fraction(self, place: Place) -> Iterator[Edit]:
        top_start, top_end, bottom = self.argument(place.number + 1)
        if top_start + 2 == top_end or bottom >= len(self.tokens):  # \frac12
            return
        bottom_start, bottom_end, _ = self.argument(bottom)
        top, below = self.tex[top_start:top_end], self.tex[bottom_start:bottom_end]
        start = place.token.start
        yield Edit("factor", start, bottom_end, "")
        yield Edit("factor", start, bottom_end, f"\\frac {below} {top}")


def _where(tokens: Tokens) -> list[str]:
    """The place of each token: the line, an index, an exponent or a limit."""
    found: list[str] = []
    outer, heads = ["line"], [""]  # of each open bracket, and the token that has the script
    script = ""  # the kind of script that begins with this token
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


def names(tex: str) -> dict[str, str]:
    """The LaTeX of the names of a formula as bindings spell them."""
    editor, found = Editor(tex), dict[str, str]()
    for place in editor.places:
        word = tex.startswith(WORDS, place.token.start)
        if not (word or NAME.fullmatch(place.token) or place.token in ACCENTS):
            continue
        base = editor.unit(place.number, ())
        name = spell(editor.tokens[place.number : base])
        found.setdefault(name, tex[slice(*editor.span(place.number, base))])
        end = editor.unit(place.number, {"_"})
        if base < end:
            label = spell(editor.tokens[base + 1 : end])
            whole = tex[slice(*editor.span(place.number, end))]
            found.setdefault(f"{name}_{label}", whole)
    return found
