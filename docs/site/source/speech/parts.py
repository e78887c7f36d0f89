"""The parts of a formula as a listener understands them, without its typesetting."""

from typing import NamedTuple

from .rules import bare


class Part(NamedTuple):
    """A sum, a name, …: its kind, as in `rules.csv`, and its parts; `num` and `sym` end."""

    kind: str
    parts: tuple["Part", ...] = ()
    text: str = ""


def number(value: float) -> Part:
    """A number."""
    return Part("num", text=f"{value:.12g}")


def symbol(name: str) -> Part:
    """A letter or word, named as in `words.csv` or as LaTeX has it."""
    return Part("sym", text=name)


def made(kind: str, *parts: Part) -> Part:
    """A part without brackets that say nothing, its products from left to right."""
    if kind == "times" and parts[1].kind == "times":
        first, last = parts[1].parts
        return made("times", made("times", parts[0], first), last)
    if kind == "bracket" and parts[0].kind == "bracket":
        return parts[0]
    if kind == "fraction" and [part.text for part in parts] == ["1", "2"]:
        return Part("half")
    inside = (_opened(p) if n in bare(kind) else p for n, p in enumerate(parts))
    return Part(kind, tuple(inside))


def _opened(part: Part) -> Part:
    return part.parts[0] if part.kind == "bracket" else part


def listed(kind: str, parts: list[Part]) -> Part:
    """Parts as a chain: a, and (b, and c)."""
    *first, last = parts
    for part in reversed(first):
        last = made(kind, part, last)
    return last
