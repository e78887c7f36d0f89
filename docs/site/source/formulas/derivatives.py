r"""Derivatives: \frac{\partial L}{\partial w_i} is a name, \frac{d}{dx} an operator."""

from collections.abc import Callable

from . import tree
from .tokens import spell, split
from .tree import FormulaError, Node, Token, Tokens

SIGNS = {"\\partial", "d", "\\d"}
NO_NAMES = {"_", "^", "+", "-", "=", ",", "/", "\\cdot"}


def is_operator(top: Tokens, bottom: Tokens) -> bool:
    r"""Whether this is \frac{d}{dx} of what follows."""
    return len(top) == 1 and top[0] in SIGNS and top == bottom[:1] and len(bottom) == 2


def variable(bottom: Tokens) -> str:
    """The name by which is derived."""
    return spell(bottom[1:])


def is_derivative(top: Tokens, bottom: Tokens) -> bool:
    """Whether a fraction is a derivative, and not one of the letter d."""
    if top[:1] != bottom[:1] or not SIGNS.intersection(top[:1]):
        return False
    if len(top) == 1 and top[0] == "\\partial":
        raise FormulaError("write the function into \\frac{\\partial f}{\\partial x}")
    _, rest = _order(top)
    return bool(rest) and rest[0] not in NO_NAMES | {"}", ")"}


def name(top: Tokens, bottom: Tokens, factor: Callable[[Tokens], Node]) -> tree.Name:
    r"""The name dL_dw of \frac{\partial L}{\partial w}, or d2L_dw2 of the second."""
    order, function = _order(top)
    base, label = f"d{order}{spell(function)}_", ""
    subscript: Tokens = ()
    for part in split(bottom, {bottom[0]})[1:]:
        by, power = factor(part), ""  # which is 2 in w^2
        match by:
            case tree.Power(inner, tree.Number(exponent)):
                by, power = inner, f"{exponent:g}"
        if not isinstance(by, tree.Name):
            raise FormulaError(f"cannot read a derivative by {' '.join(bottom[1:])}")
        base += f"d{by.stem}{power}"
        label += by.label
        comma = (Token(","),) if subscript and by.subscript else ()
        subscript += (*comma, *by.subscript)
    return tree.Name(base, label, subscript)


def _order(top: Tokens) -> tuple[str, Tokens]:
    """The order of a derivative if it is written, and the function."""
    if top[1:2] == ("^",) and len(top) > 2 and top[2].isdigit():
        return str(top[2]), top[3:]
    return "", top[1:]
