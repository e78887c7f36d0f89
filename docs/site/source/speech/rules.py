r"""The grammar of formulas that are spoken, in three tongues: Korean, English and LaTeX.

`rules.csv` says how each kind of part is said. A template is filled when a formula is said,
and the same template is what a sentence is heard by, so the two cannot drift apart.

    <a:6>         the part `a`, said as something of rank 6 or higher
    <a!:6>        the same; what is weaker is put into brackets, which belong to no formula
    ~가           a Korean particle, which follows the sound before it
    [end of sum]  an end that is left out where something else ends the part anyway
    ·             a pause if another part follows

Ranks are 0 a side of an equation, 1 a sum, 2 with a sign, 3 a product, 4 a quotient, 5
words with what they act on, 6 what is closed, 7 names and numbers. Others have names.
"""

import csv
import io
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

Rank = int | str

TONGUES = KO, EN, TEX = ("ko", "en", "tex")
SLOT = re.compile(r"<(?P<name>\w)(?P<mark>!?):(?P<rank>\w+)>")
END = re.compile(r",? *\[(?P<words>[\w ]+)\]")
# Ranks with names among the numbers.
LEVELS = {"pair": 3, "big": 5, "app": 5, "call": 6, "normed": 6, "halved": 6}
FALLS: dict[Rank, tuple[Rank, ...]] = {  # what else may stand where a rank is asked for
    7: ("name", "num"),
    "line": (0,),
    "rest": (0,),
    "rows": ("row",),
    "arg": (4,),
    "factor": (4, "pair"),
    "list": (1,),
    "cells": (1,),
    "lines": ("list", "cells"),
    "exponent": ("share",),
    "share": ("letter", "num", "halved"),
    "den": (7,),
    "numer": (5, "den"),
    "bound": (7,),
    "app": ("call",),
    "name": ("variable", "word"),
    "variable": ("letter",),
    "base": ("letter", "word"),
    "both": ("letter",),
    "plain": ("index",),
    "few": ("index",),
    "index": ("letter", "num"),
    "indexsum": ("index",),
    "deep": (1,),
}


@dataclass(frozen=True)
class Slot:
    """A place for a part in a template; `open` if weaker parts come in brackets."""

    place: int  # among the parts of its kind
    rank: Rank
    open: bool


@dataclass(frozen=True)
class Rule:
    """One way to say a kind of part in one tongue: text with slots, and its end."""

    kind: str
    rank: Rank
    pieces: tuple[str | Slot, ...]
    end: str = ""


@cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder, which may lie in a zip."""
    found = pkgutil.get_data(__package__, f"{name}.csv")
    assert found
    return list(csv.DictReader(io.StringIO(found.decode(), newline="")))


@cache
def grammar(tongue: str) -> dict[str, list[Rule]]:
    """The rules of a tongue for each kind, those that are tried first standing first."""
    found: dict[str, list[Rule]] = {}
    for row in table("rules"):
        if row[tongue]:
            found.setdefault(row["kind"], []).append(_rule(row, row[tongue]))
    return found


def _rule(row: dict[str, str], template: str) -> Rule:
    end = END.search(template)
    pieces: list[str | Slot] = []
    for text in re.split(r"(<\w!?:\w+>)", END.sub("", template)):
        slot = SLOT.fullmatch(text)
        if slot:
            place = row["slots"].split().index(slot["name"])
            pieces.append(Slot(place, _rank(slot["rank"]), bool(slot["mark"])))
        elif text:
            pieces.append(text)
    return Rule(row["kind"], _rank(row["rank"]), tuple(pieces), end["words"] if end else "")


def _rank(text: str) -> Rank:
    return int(text) if text.isdigit() else text


@cache
def accepted(rank: Rank) -> frozenset[Rank]:
    """The ranks of rules that may stand where this rank is asked for."""
    found: set[Rank] = {rank, *FALLS.get(rank, ())}
    if isinstance(rank, int):
        found |= {
            *range(rank, 8),
            *(name for name, level in LEVELS.items() if level >= rank),
        }
    return frozenset(found.union(*(accepted(other) for other in found - {rank})))


@cache
def bare(kind: str) -> frozenset[int]:
    """The places of a kind where brackets say nothing, since a template encloses them."""
    rules = chain(*(grammar(tongue).get(kind, ()) for tongue in TONGUES))
    slots = (p for rule in rules for p in rule.pieces if isinstance(p, Slot))
    return frozenset(slot.place for slot in slots if slot.open)
