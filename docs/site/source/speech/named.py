"""The sense of names: letters with accents, primes and indices, and derivatives."""

from ..formulas import tree
from ..formulas.dots import HOLE
from ..formulas.reader import parse
from ..formulas.tokens import ACCENTS, FONTS, Cursor, split
from ..formulas.tree import FormulaError, Tokens
from .factors import called, indices
from .parts import Part, made, symbol
from .sense import APPLY, Sense, refuse, tells

MARKS = {"'": "prime", "*": "star"}
ACCENT = {"\\hat": "hat", "\\bar": "bar", "\\tilde": "tilde", "\\widehat": "hat"}
ACCENT |= {"\\overline": "bar", "\\widetilde": "tilde"}
DERIVATIVES = {"\\partial": "partial", "d": "derivative", "\\d": "derivative"}


@tells(tree.Name)
def _name(node: tree.Name, sense: Sense) -> Part:
    if node.mark or node.base == HOLE:
        refuse(node)
    if node.written[:1] == ("\\frac",):
        return _derivative(node.written, sense)
    if node.written[:1] == ("\\nabla",):
        return made("gradient", _bare(node, node.written[1:], sense))
    bare = _bare(node, node.written or (tree.Token(node.base),), sense)
    return made("sub", bare, indices(node.subscript, sense)) if node.subscript else bare


def _bare(node: tree.Name, written: Tokens, sense: Sense) -> Part:
    """A name without its indices, from the tokens that it is written with."""
    if not written:
        raise FormulaError("an accent over nothing")
    if len(written) > 1 and written[-1] in MARKS:
        return made(MARKS[written[-1]], _bare(node, written[:-1], sense))
    if written[0] in ACCENTS | FONTS and node.base != "ones":
        inner = _bare(node, Cursor(written[1:]).argument(), sense)
        if written[0] in FONTS:
            return inner
        return made(ACCENT[written[0]], inner) if written[0] in ACCENT else refuse(node)
    name = "ones" if node.base == "ones" else written[0].lstrip('\\"')
    if len(written) > 1 and name != "ones":
        raise FormulaError(f"no words for the name {' '.join(written)}")
    if name == "sigma" and sense.known.applies(node):
        return symbol("sigmoid")
    return symbol("euler" if sense.known.is_euler(node) else name)


def _derivative(written: Tokens, sense: Sense) -> Part:
    r"""\frac{\partial L}{\partial w}, also of the second order."""
    cursor = Cursor(written[1:])
    top, bottom = cursor.argument(), cursor.argument()
    order = str(top[2]) if top[1:2] == ("^",) else ""
    variables = split(bottom, {bottom[0]})[1:]
    if len(variables) > 1:
        raise FormulaError(f"no words for a derivative by {' '.join(bottom[1:])}")
    by = parse(variables[0])
    if order and isinstance(by, tree.Power):
        by = by.inner
    kind = DERIVATIVES[top[0]] + order
    return made(kind, _derived(top[3:] if order else top[1:], sense), sense.of(by))


def _derived(tokens: Tokens, sense: Sense) -> Part:
    """The function that is derived: L, or H(t, q), which is no product."""
    node = parse(tokens)
    match node:
        case tree.SideBySide((tree.Name() as function, tree.Group(entries))):
            sense.mark(node, 0, APPLY)
            return called(function, [sense.of(entry) for entry in entries], sense)
    return sense.of(node)
