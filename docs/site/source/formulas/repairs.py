"""Repairs: the formula with one change that may put it right."""

from collections.abc import Iterator

from .editor import LINES, SCRIPTS, Edit, Editor, Place
from .tokens import nesting

# Commands that an author may have confused, or written without need.
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


def repairs(tex: str) -> Iterator[str]:
    """The formula with one change that may put it right, the likeliest first."""
    editor = Editor(tex)
    for kind in (Editor.mistakes, _confusions, _omissions):
        for place in editor.places:
            for edit in kind(editor, place):
                if place.right or edit.kind not in {"factor", "exponent"}:
                    yield editor.applied(edit)


def _confusions(editor: Editor, place: Place) -> Iterator[Edit]:
    """A function or name that was written in place of another, or without need."""
    if not place.right:  # a name on the left may well be a new one
        return
    if place.token in SWAPS:
        yield place.edit("name", SWAPS[place.token])
    if place.token in editor.names:
        yield from (place.edit("name", name) for name in editor.names)


def _omissions(editor: Editor, place: Place) -> Iterator[Edit]:
    """A sign, a product sign or 1/n missing before the token; a power after it."""
    start, end = place.token.start, place.token.end
    # Right after the token before, so that \\bigl stays with its bracket.
    gap = editor.tokens[place.number - 1].end if place.number else 0
    if place.token == "\\sum":
        for name in editor.names:
            yield Edit("factor", start, start, f"\\frac{{1}}{{{name}}} ")
    following = editor.after(place)
    if following and following.token == "_":
        _, end, _ = editor.argument(following.number + 1)
    if place.where not in LINES or place.token in SCRIPTS:
        return
    if nesting(place.token) < 0 or place.token in editor.names:
        yield Edit("exponent", end, end, "^2")
        yield Edit("exponent", end, end, "^\\top")
    if nesting(place.token) >= 0 and place.token != "{":
        yield Edit("sign", gap, gap, " -")
        yield Edit("factor", gap, gap, " \\odot ")
