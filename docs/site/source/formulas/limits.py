r"""Limits: the indices below and above a \sum, and the numbers they run over."""

from collections.abc import Callable
from dataclasses import replace

from . import tree
from .tokens import Cursor, spell, split
from .tree import FormulaError, Limits, Node, Token, Tokens
from .words import condition

Parse = Callable[[Tokens], Node]
CHAIN = {"<", "\\le"}
SIGNS = {*CHAIN, "=", "\\ne", ">", "\\ge", "\\in"}


def read(below: Tokens, above: Tokens, parse: Parse) -> Limits:
    """The limits of a sum, product or extremum."""
    below = _in_one_row(below)
    if not below:
        raise FormulaError("expected an index below a sum or extremum")
    first, claims = _parted(below)
    limits = _first(first, above, parse)
    if not claims:
        return limits
    stated = condition(claims, parse)
    both = [node for node in (limits.condition, stated) if node is not None]
    return replace(
        limits, condition=tree.Joined("and", tuple(both)) if both[1:] else both[0]
    )


def _in_one_row(below: Tokens) -> Tokens:
    if below[:1] != ("\\substack",):
        return below
    rows = split(Cursor(below[1:]).argument(), {"\\\\"})
    return tuple(token for row in rows for token in (Token(","), *row))[1:]


def _parted(below: Tokens) -> tuple[Tokens, Tokens]:
    """The limits proper, and the conditions after a colon, a bar or a comma."""
    for sign in (":", "\\mid", "|"):
        parts = split(below, {sign})
        if len(parts) == 2:
            return parts[0], parts[1]
    parts = split(below, {","})
    for number in range(1, len(parts)):
        signs = [bool(SIGNS & set(part)) for part in parts]
        if signs[number - 1] and signs[number] and not _chains(below):
            claims = tuple(
                token for part in parts[number:] for token in (Token(","), *part)
            )
            first = tuple(token for part in parts[:number] for token in (Token(","), *part))
            return first[1:], claims[1:]
    return below, ()


def _chains(below: Tokens) -> bool:
    r"""Whether this is 0 \le m, n < k, whose comma parts indices."""
    parts = split(below, CHAIN)
    return len(parts) == 3 and _named(parts[1])


def _first(below: Tokens, above: Tokens, parse: Parse) -> Limits:
    signs = [token for token in below if token in SIGNS]
    parts = split(below, signs)
    high = parse(above) if above else None
    match [str(sign) for sign in signs], high:
        case [], None:
            return Limits(_indices(below), together=below[:1] == ("(",))
        case ["="], Node():
            return Limits(_indices(parts[0]), parse(parts[1]), high)
        case ["="], None if Token("\\dots") in parts[1]:
            ends = [part for part in split(parts[1], {","}) if part != ("\\dots",)]
            return Limits(_indices(parts[0]), parse(ends[0]), parse(ends[-1]))
        case ["\\in"], None:
            together = parts[0][:1] == ("(",)
            return Limits(_indices(parts[0]), members=parse(parts[1]), together=together)
        case ["\\ne" | "<" | ">" | "\\le" | "\\ge"], None if _named(parts[0]):
            others = _indices(parts[1]) if _named(parts[1]) else ()
            return Limits(_indices(parts[0]), condition=parse(below), perhaps=others)
    if len(signs) in {2, 3} and set(signs) <= CHAIN and high is None:
        return _chain(parts, [str(sign) for sign in signs], parse)
    raise FormulaError(f"cannot read the limits {' '.join((*below, *above))}")


def _chain(parts: list[Tokens], signs: list[str], parse: Parse) -> Limits:
    r"""0 \le m, n < k, or 1 \le i < j \le n."""
    low, *middle, high = parts
    first = parse(low)
    if signs[0] == "<":
        first = tree.Binary("+", first, tree.Number(1.0))
    last = parse(high)
    if signs[-1] == "<":
        last = tree.Binary("-", last, tree.Number(1.0))
    indices = tuple(index for part in middle for index in _indices(part))
    order = None
    if len(middle) == 2:
        order = tree.Relation((signs[1],), (parse(middle[0]), parse(middle[1])))
    return Limits(indices, first, last, condition=order)


def _named(tokens: Tokens) -> bool:
    """Whether these are indices, which have no subscripts."""
    plain = not {"_", "^", "+", "-", "(", "["} & set(tokens)
    return plain and bool(tokens) and not any(token[0].isdigit() for token in tokens)


def _indices(tokens: Tokens) -> tuple[str, ...]:
    if tokens[:1] == ("(",) and tokens[-1:] == (")",):
        tokens = tokens[1:-1]
    return tuple(spell(part) for part in split(tokens, {","}))
