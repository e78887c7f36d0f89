"""From the parts of a formula to a sentence: the first template that fits is filled."""

import re
from functools import lru_cache

from ..formulas.tree import FormulaError
from . import words
from .parts import Part
from .rules import EN, KO, TEX, Rank, Rule, accepted, grammar

BRACKET = {KO: ("괄호 열고", "괄호 닫고"), EN: ("open bracket", "close bracket")}
MARK = re.compile(r"(\[[^\]]*\])")
PAUSE = re.compile("·+(?= (?:plus|minus|times))")
CLOSED = re.compile("(?<=닫고)의(?= (?:제곱|세제곱|지수))")  # which nobody says there
LONG = 60  # words; a longer sentence is broken at these places
BREAK = re.compile(r"(?<=이고,) |(?<=,) (?=즉|or )| (?=equals )")


def sentence(line: Part, tongue: str, capitals: frozenset[str] = frozenset()) -> str:
    """A line as a sentence; `capitals` are the letters that are told to be capital."""
    said = _said(line, "line", tongue, capitals)
    if said is None:
        raise FormulaError(
            f"no words for {shown(line)}: add a row to source/speech/rules.csv"
        )
    return said if tongue == TEX else _fluent(said, tongue)


def shown(part: Part) -> str:
    """A part for a message."""
    inner = ", ".join(map(shown, part.parts))
    return f"{part.kind}({inner})" if inner else part.text


@lru_cache(maxsize=100_000)
def _said(part: Part, rank: Rank, tongue: str, capitals: frozenset[str]) -> str | None:
    """The words for a part where this rank is asked for, with marks; None if none fit."""
    if part.kind == "num":
        return part.text if "num" in accepted(rank) else None
    if part.kind == "sym":
        fits = words.rank(part.text) in accepted(rank)
        return words.word(part.text, tongue, capitals) if fits else None
    for rule in grammar(tongue).get(part.kind, ()):
        if rule.rank in accepted(rank):
            filled = _filled(rule, part, tongue, capitals)
            if filled is not None:
                return filled
    return None


def _filled(rule: Rule, part: Part, tongue: str, capitals: frozenset[str]) -> str | None:
    found = ""
    for piece in rule.pieces:
        if isinstance(piece, str):
            found += piece
            continue
        inner = part.parts[piece.place]
        said = _said(inner, piece.rank, tongue, capitals)
        if said is None and piece.open:
            said = _said(Part("bracket", (inner,)), 6, tongue, capitals)
        if said is None:
            return None
        found += said
    return f"{found}[{rule.end}]" if rule.end else found


def _fluent(said: str, tongue: str) -> str:
    """The sentence without ends that something else tells, and with its pauses."""
    after = ""
    for piece in reversed(MARK.split(said)):
        after = _end(piece[1:-1], after, tongue) if MARK.fullmatch(piece) else piece + after
    text = ""
    for piece in re.split(r",?\s*(~.)", after):
        form = piece.startswith("~")
        text += words.particle(text, piece[1]) if form else piece
    text = PAUSE.sub(",", text).replace("·", "")
    text = re.sub(r"[,\s]*,\s*", ", ", re.sub(r"\s+", " ", text))
    text = re.sub(rf"({BRACKET[tongue][0]}|^),? +", r"\1 ", text)
    return _sized(CLOSED.sub("", text.strip(" ,")), tongue)


def _end(end: str, after: str, tongue: str) -> str:
    """The end of a part, if it is needed, and what follows it."""
    if words.closed(words.split(after, tongue), words.split(end, tongue), tongue):
        return after
    return f", {end},{after}" if after.startswith(" ") else f", {end}{after}"


def _sized(text: str, tongue: str) -> str:
    """The sentence with big brackets around others."""
    opener, closer = BRACKET[tongue]
    stack: list[tuple[int, bool]] = []
    outer: list[int] = []
    for mark in re.finditer(f"{opener}|{closer}", text):
        if mark[0] == opener:
            stack.append((mark.start(), False))
            continue
        first, holds = stack.pop()
        outer += [first, mark.start()] if holds else []
        stack[-1:] = [(start, True) for start, _ in stack[-1:]]
    for place in sorted(outer, reverse=True):
        place += text[place:].index("괄호" if tongue == KO else "bracket")
        text = text[:place] + words.LARGE[tongue] + text[place:]
    return text


def broken(text: str) -> str:
    """A sentence in several lines if it is too long to be kept in mind."""
    return BREAK.sub("\n", text) if len(text.split()) > LONG else text
