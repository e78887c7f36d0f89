r"""Mutants: the formula with one mistake, which its check must notice.

The kinds are sign, relation, number, factor, index, exponent (see `editor`), and here:

term       a + b without one of them
name       another name of the formula in the place of a name, or none
order      B A for A B
function   \min for \max, \exp for \log, or none
sum        a sum or product that is lost, or stops one earlier; one for the other
bounds     the two ends of a sum, or two arguments of a function, exchanged
subscript  x for x_i, y for \hat{y}
bracket    a + b c for (a + b) c
"""

from collections.abc import Iterator

from .editor import LINES, NAME, SCRIPTS, Edit, Editor, Place
from .reader import BIG, FENCES
from .tokens import ACCENTS, BREAKS, DEFINES, nesting, tokenize
from .tree import Token

OTHERS = {
    "\\max": ("\\min",),
    "\\min": ("\\max",),
    "\\argmax": ("\\argmin ",),
    "\\argmin": ("\\argmax ",),
    "\\sum": ("\\prod ",),
    "\\prod": ("\\sum ",),
    "\\tanh": ("\\sigma ", ""),
    "\\sigma": ("\\tanh ",),
    "\\sin": ("\\cos ", ""),
    "\\cos": ("\\sin ", ""),
    "\\log": ("\\exp ", ""),
    "\\exp": ("\\log ", ""),
    "\\sqrt": ("",),
    "\\sign": ("",),
    "\\lfloor": ("\\lceil ",),
    "\\lceil": ("\\lfloor ",),
    "\\cap": ("\\cup ",),
    "\\cup": ("\\cap ",),
}
CLOSERS = {"\\lfloor": "\\rceil ", "\\lceil": "\\rfloor "}
STRICT = {"<": "\\le ", "\\le": "< ", ">": "\\ge ", "\\ge": "> ", "\\ne": "= "}
ENDS = {"+", "-", ",", ";", "&", "=", "<", ">", "\\ne", "\\le", "\\ge", "\\\\", "\\mid"}


def mutants(tex: str) -> list[tuple[str, str]]:
    """The formula with one mistake on a right-hand side, and the kind of each."""
    editor, read = Editor(tex), tokenize(tex)
    found: dict[str, str] = {}
    for edit in edits(editor):
        new = editor.applied(edit)
        if tokenize(new) != read:
            found.setdefault(new, edit.kind)
    return [(kind, new) for new, kind in found.items()]


def edits(editor: Editor) -> Iterator[Edit]:
    """The changes that make one mistake on a right-hand side."""
    for place in filter(lambda place: place.right, editor.places):
        for kind in (Editor.mistakes, _term, _name, _function, _sum, _order, _bracket):
            yield from kind(editor, place)


def _term(editor: Editor, place: Place) -> Iterator[Edit]:
    """The term after a sign left out, or that before a +."""
    if place.token not in {"+", "-"} or place.where not in LINES:
        return
    last = _reach(editor, range(place.number + 1, len(editor.tokens)), 1)
    if last > place.number + 1:
        yield Edit("term", *editor.span(place.number, last), "")
    first = _reach(editor, range(place.number - 1, -1, -1), -1)
    if place.token == "+" and first + 1 < place.number:
        yield Edit("term", editor.tokens[first + 1].start, place.token.end, "")


def _reach(editor: Editor, numbers: range, step: int) -> int:
    """The number of the token that ends the term which goes on in this direction."""
    depth = 0
    for number in numbers:
        token = editor.tokens[number]
        depth += nesting(token) * step
        if depth < 0 or (depth == 0 and token in ENDS | BREAKS | DEFINES):
            return number
    return numbers.stop


def _name(editor: Editor, place: Place) -> Iterator[Edit]:
    """Another name, or none; a name without its subscript or accent."""
    if place.where not in LINES:
        return
    if place.token in editor.names:
        others = (name for name in editor.names if name != place.token)
        yield from (place.edit("name", f"{name} ") for name in others)
        yield Edit("name", *editor.span(place.number, editor.unit(place.number)), "")
        unit = editor.subscripted(place.number)
        if unit:
            others = (name for name in editor.whole_names if name != unit)
            start = place.token.start
            yield from (Edit("name", start, start + len(unit), new) for new in others)
    if place.token == "_":
        yield Edit("subscript", place.token.start, editor.argument(place.number + 1)[1], "")
    if place.token in ACCENTS:
        yield place.edit("subscript", "")


def _function(editor: Editor, place: Place) -> Iterator[Edit]:
    """Another function, or none; the bounds of one exchanged; < for <=."""
    closer = _closer(editor, place) if place.token in CLOSERS else None
    for other in OTHERS.get(place.token, ()) if place.where in LINES else ():
        if closer:
            inner = editor.tex[place.token.end : closer.start]
            flipped = other + inner + CLOSERS[place.token]
            yield Edit("function", place.token.start, closer.end, flipped)
        elif place.token not in CLOSERS:
            yield place.edit("function", other)
    if place.token in STRICT and place.where == "line":
        yield place.edit("relation", STRICT[place.token])


def _sum(editor: Editor, place: Place) -> Iterator[Edit]:
    """A sum left out, or with other ends."""
    if place.token not in BIG:
        return
    end = editor.unit(place.number)
    if end == place.number + 1:
        return
    kind = "sum" if place.token in {"\\sum", "\\prod"} else "function"
    yield Edit(kind, *editor.span(place.number, end), "")
    inner = editor.tokens[place.number : end]
    if "=" in inner and "^" in inner:
        yield from _ends(editor, place, end)


def _ends(editor: Editor, place: Place, end: int) -> Iterator[Edit]:
    numbers = range(place.number, end)
    [sub, sup] = [max(n for n in numbers if editor.tokens[n] == mark) for mark in "_^"]
    sub = next(n for n in numbers if editor.tokens[n] == "_")
    top = editor.tex[slice(*editor.argument(sup + 1)[:2])].strip("{}")
    yield Edit("sum", *editor.argument(sup + 1)[:2], f"{{{top} - 1}}")
    equal = next(n for n in numbers if editor.tokens[n] == "=")
    _, shut, _ = editor.argument(sub + 1)
    low = editor.tex[editor.tokens[equal].end : shut - 1]
    if sup > equal and "," not in low:
        start, stop = editor.tokens[equal].end, editor.argument(sup + 1)[1]
        yield Edit("bounds", start, stop, f" {top}}}^{{{low}}}")


def _order(editor: Editor, place: Place) -> Iterator[Edit]:
    """Two neighbours exchanged."""
    number = place.number
    before = editor.tokens[number - 1] if number else ""
    if place.where not in LINES or before in SCRIPTS or not _begins(editor, number):
        return
    middle = editor.unit(number)
    if middle >= len(editor.tokens):
        return
    gap = middle + (editor.tokens[middle] in {",", "/"})
    if gap >= len(editor.tokens) or not _begins(editor, gap):
        return
    first, second = editor.span(number, middle), editor.span(gap, editor.unit(gap))
    between = editor.tex[first[1] : second[0]]
    swapped = editor.tex[slice(*second)] + between + " " + editor.tex[slice(*first)]
    kind = "bounds" if editor.tokens[middle] == "," else "order"
    yield Edit(kind, first[0], second[1], swapped)


def _begins(editor: Editor, number: int) -> bool:
    token = editor.tokens[number]
    return token in ACCENTS or token == "(" or NAME.fullmatch(token) is not None


def _bracket(editor: Editor, place: Place) -> Iterator[Edit]:
    """Brackets or bars left out."""
    if place.token not in {"(", "\\lvert", "|"} or place.where not in LINES:
        return
    closer = _closer(editor, place)
    if closer:
        inner = editor.tex[place.token.end : closer.start]
        yield Edit("bracket", place.token.start, closer.end, f" {inner} ")


def _closer(editor: Editor, place: Place) -> Token | None:
    depth = 0
    for token in editor.tokens[place.number + 1 :]:
        if depth == 0 and token == FENCES[place.token]:
            return token
        depth += nesting(token)
        if depth < 0:
            return None
    return None
