r"""Subscripts, superscripts and primes: b_j^{(2)}, h^{(0)\top}, \theta^*, W_i^Q, x'."""

from collections.abc import Callable

from . import tree
from .tokens import spell
from .tree import FormulaError, Node, Token, Tokens

TRANSPOSED = {"\\top", "\\intercal", "\\T"}
BRACKETED = {("(", ")"), ("[", "]"), ("\\langle", "\\rangle")}
Parse = Callable[[Tokens], Node]


def attached(node: Node, sub: Tokens, sup: Tokens, primes: int, parse: Parse) -> Node:
    """The node with its scripts."""
    sup, transposed = _transposed(sup)
    mark, sup = _mark(sup)
    if isinstance(node, tree.Name):
        node = _name(node, sub, mark, primes)
    elif primes or mark:
        raise FormulaError("a prime or (i) above belongs to a name")
    elif sub:
        node = tree.Item(node, sub)
    if sup == ("\\circ",):
        node = tree.Binary("*", node, tree.Name("degree"))
    elif sup:
        node = tree.Power(node, parse(sup), sup)
    return tree.Transpose(node) if transposed else node


def _transposed(sup: Tokens) -> tuple[Tokens, bool]:
    if spell(sup) in {"top", "T", "intercal"}:
        return (), True
    return (sup[:-1], True) if sup[1:] and sup[-1] in TRANSPOSED else (sup, False)


def _mark(sup: Tokens) -> tuple[Tokens, Tokens]:
    """The superscript that is surely no power, and the one that may be."""
    if sup in {("*",), ("\\star",)}:
        return (Token("*"),), ()
    if (sup[:1] + sup[-1:]) in BRACKETED:
        return sup[1:-1], ()
    if len(sup) == 1 and sup[0].startswith('"'):
        return sup, ()
    return (), sup


def _name(name: tree.Name, sub: Tokens, mark: Tokens, primes: int) -> tree.Name:
    if name.subscript and sub:
        raise FormulaError(f"two subscripts on {name.full}")
    base, sub = name.base + "_prime" * primes, name.subscript or sub
    written = name.written + (Token("'"),) * primes
    if mark == ("*",):
        base, mark, written = base + "_star", (), (*written, *mark)
    label = name.label or spell(sub)
    return tree.Name(base, label, sub, mark, spell(mark), written)
