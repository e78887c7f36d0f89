r"""Words in a formula: \text{if}, \text{and}, \text{is even}, in English and in Korean.

A word that is not listed here is read as a name. It then has no value and is refused, so
that no word is passed over.
"""

import re
from collections.abc import Callable

from . import tree
from .tokens import BREAKS, nesting, strip_punctuation
from .tree import FormulaError, Node, Token, Tokens

JOINERS = {
    **dict.fromkeys(("and", "그리고", "이고", "이며"), "and"),
    **dict.fromkeys(("or", "또는", "이거나", "거나", "혹은"), "or"),
}
IF = {"if", "for", "when", "whenever", "만약", "이면", "면", "일", "인", "때", "때는"}
ELSE = {
    *("otherwise", "else", "elsewhere", "in", "all", "other", "cases", "그", "밖", "밖에"),
    *("밖의", "밖이면", "외", "외에", "나머지", "아니면", "그렇지", "않으면", "경우"),
}
PARITY = {"even": 0.0, "짝수": 0.0, "odd": 1.0, "홀수": 1.0}
COPULAS = {"is", "are", "가", "이", "는", "은"}
PARTS = re.compile("(짝수|홀수)")  # which a particle follows without a space
KNOWN = {*JOINERS, *IF, *ELSE, *PARITY, *COPULAS}


def spoken(token: Token) -> set[str]:
    r"""The words of \text{…} if all are known, else none."""
    if not token.startswith('"'):
        return set()
    words = set(PARTS.sub(r"\1_", token[1:].lower()).split("_")) - {""}
    return words if words <= KNOWN else set()


def without_if(cell: Tokens) -> list[Tokens]:
    r"""A value and the condition that follows it after \text{if}, where no & parts them."""
    for place, token in enumerate(cell):
        if spoken(token) & (IF | ELSE) and cell[place - 1] not in {"_", "^"}:
            return [cell[:place], cell[place:]]
    return [cell]


def condition(cell: Tokens, parse: Callable[[Tokens], Node]) -> Node | None:
    """The condition that a cell states; None if it only says "otherwise"."""
    claims, joined = _claims(strip_punctuation(cell))
    if not claims:
        return None
    if len(joined) > 1:
        raise FormulaError('"and" beside "or": write one of them only')
    nodes = tuple(_claim(claim, parse) for claim in claims)
    return tree.Joined(joined.pop(), nodes) if joined else nodes[0]


def _claims(tokens: Tokens) -> tuple[list[list[Token]], set[str]]:
    """The parts between "and", "or" and commas, and which of the first two join them."""
    parts: list[list[Token]] = [[]]
    joined = set()
    depth = 0
    for token in tokens:
        depth += nesting(token)
        words = set() if depth or parts[-1][-1:] in (["_"], ["^"]) else spoken(token)
        joiners = {JOINERS[word] for word in words & JOINERS.keys()}
        if joiners or (token == "," and depth == 0):
            joined |= joiners or {"and"}
            parts.append([])
        elif token not in BREAKS and (parts[-1] or not words):
            parts[-1].append(token)  # a word is refused unless it ends the part
    found = [_trimmed(part) for part in parts]
    return [part for part in found if part], joined if sum(map(bool, found)) > 1 else set()


def _trimmed(part: list[Token]) -> list[Token]:
    while part and spoken(part[-1]) and not spoken(part[-1]) & PARITY.keys():
        part = part[:-1]
    return part


def _claim(tokens: list[Token], parse: Callable[[Tokens], Node]) -> Node:
    parity = [PARITY[word] for word in spoken(tokens[-1]) & PARITY.keys()]
    if parity:
        rest = tree.Binary("\\bmod", parse(tuple(tokens[:-1])), tree.Number(2.0))
        return tree.Relation(("=",), (rest, tree.Number(parity[0])))
    node = parse(tuple(tokens))
    if not isinstance(node, tree.Relation | tree.Joined):
        raise FormulaError(
            f"{' '.join(tokens)} is no relation: a condition is written a < b"
        )
    return node
