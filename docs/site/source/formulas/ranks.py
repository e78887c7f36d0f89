"""How often people make a mistake in a formula, as a rank: the lower, the more often."""

import re

from .editor import Edit, Editor

# The lower the rank, the more often people make this mistake. A kind that is not here is
# never used.
RANKS = {
    "index": 1,
    "exponent": 1,
    "factor": 1,
    "order": 1,
    "sign": 2,
    "function": 2,
    "bracket": 3,
    "name": 5,
    "relation": 4,
    "bounds": 4,
    "term": 5,
    "subscript": 5,
    "number": 6,
    "sum": 6,
}
LATER = 4  # what is added to the rank of a mistake that few would make
RARE = {"\\exp", "\\log", "\\min", "\\max"}  # functions that few mistake others for
ESTIMATE = re.compile(r"\s*(\\(hat|bar|mu)|y)(?![A-Za-z])")


def rank_of(editor: Editor, edit: Edit) -> int | None:
    """The rank of a mistake; None for one that nobody makes."""
    rank = RANKS.get(edit.kind)
    old, before = editor.tex[edit.start : edit.end], editor.tex[: edit.start].rstrip()
    digit = edit.new.partition(".")[0].isdigit()
    if rank is None or (digit and float(edit.new) == 0):
        return None
    if edit.kind == "exponent":
        silly = before.endswith("e") if not edit.new else edit.new == "1"
        return None if silly else rank + LATER * digit
    if edit.kind == "factor" and "\\frac" in old:
        return _rank_of_fraction(old, edit.new, rank)
    if edit.kind == "order":
        return None if "(" in old else rank  # an argument is no factor
    if edit.kind == "index":
        return _rank_of_index(editor, edit, rank)
    if edit.kind == "function":
        few = edit.new.strip() in RARE or "\\sum" in old or "\\prod" in old
        return rank + LATER * few
    if edit.kind == "sign" and old.strip() == "-":  # nobody adds a value to its estimate
        return rank + LATER * bool(ESTIMATE.match(editor.tex, edit.end))
    if edit.kind == "bounds":
        return rank + LATER * ("^" in edit.new)
    if edit.kind == "name":
        return rank + LATER * (not _alike(old, edit.new))
    return rank


def _alike(old: str, new: str) -> bool:
    """Whether a name could be taken for another: small letters with a subscript."""
    names = [re.fullmatch(r"\\?([a-z]+)(_.*)?", name.strip()) for name in (old, new)]
    return all(name and name[1] != "e" and name[2] for name in names)


def _rank_of_index(editor: Editor, edit: Edit, rank: int) -> int | None:
    """The rank of another index; None for another letter above a sum."""
    place = next(p for p in editor.places if p.token.start == edit.start)
    if edit.new in {"+", "-"} or " " in edit.new:  # shifted, or two exchanged
        return rank
    if edit.new.isalpha() and (place.where == "limit" or edit.new not in _indices(editor)):
        return None
    return rank + LATER // 2 * (1 + edit.new.isdigit())


def _indices(editor: Editor) -> set[str]:
    """The letters of indices, without those that only say how far a sum runs."""
    return {str(p.token) for p in editor.places if p.where == "index" and p.token.islower()}


def _rank_of_fraction(old: str, new: str, rank: int) -> int | None:
    """The rank of a fraction that is lost, or turned over."""
    one = re.match(r"\\d?frac\s*\{\s*1\s*\}", old)
    if new:
        return None if one else rank + LATER
    small = re.match(r"\\d?frac\s*\{\s*(?:\d|[A-Za-z]|\\[a-z]+)\s*\}", old)
    return rank if small else rank + LATER
