"""The reader: from tokens to a tree, as a person reads the typeset formula.

It refuses what a person could read in two ways, such as 1/2x.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from . import tree
from .tokens import ACCENTS, BREAKS, FONTS, Cursor, spell, split, strip_punctuation
from .tree import FormulaError, Node, Token, Tokens
from .words import condition, without_if

FENCES = {
    "(": ")",
    "[": "]",
    "\\{": "\\}",
    "|": "|",
    "\\|": "\\|",
    "\\lvert": "\\rvert",
    "\\lVert": "\\rVert",
    "\\lfloor": "\\rfloor",
    "\\lceil": "\\rceil",
    "\\langle": "\\rangle",
}
BRACKETS = {"(", "[", "\\{"}
RELATIONS = {"=", "\\ne", "<", ">", "\\le", "\\ge"}
PRODUCTS = {"/", "\\cdot", "\\times", "*", "\\odot", "\\circ", "\\bmod"}
BIG = {"\\sum", "\\prod", "\\max", "\\min", "\\argmax", "\\argmin"}
MATRICES = {"\\begin{bmatrix}", "\\begin{pmatrix}", "\\begin{matrix}"}
DIFFERENTIALS = {"\\partial", "d", "\\d"}
SEPARATORS = {",", ";", "\\mid", "\\parallel"}
# Before these a product side by side has ended.
STOPS = (
    (set(FENCES.values()) - {"|", "\\|"})  # which open as well
    | RELATIONS
    | PRODUCTS
    | SEPARATORS
    | {"+", "-", "}", "&", "\\\\", "\\in", "\\approx", "\\leftarrow", "\\quad", "\\qquad"}
)


def parse(tokens: Tokens) -> Node:
    """The tree of an expression or a relation."""
    reader = Reader(tokens)
    node = reader.relation()
    if reader.tokens:
        raise FormulaError(f"cannot read on from {reader.ahead()}")
    return node


class Reader(Cursor):
    """A cursor with one method for each rank of the grammar."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.closers: list[str] = []

    def relation(self) -> Node:
        """Sums with relations between them."""
        sides, operators = [self.sum()], []
        while self.at(RELATIONS):
            operators.append(str(self.next()))
            sides.append(self.sum())
        return tree.Relation(tuple(operators), tuple(sides)) if operators else sides[0]

    def sum(self) -> Node:
        """Products with + and - between them."""
        return self._chain(self.signed, {"+", "-"})

    def signed(self) -> Node:
        """A product and the minus before it."""
        if self.at({"-"}):
            self.next()
            return tree.Negative(self.signed())
        return self.product()

    def product(self) -> Node:
        """Factors with operators between them."""
        return self._chain(self.side_by_side, PRODUCTS)

    def _chain(self, rank: Callable[[], Node], operators: Collection[str]) -> Node:
        node = rank()
        while self.at(operators):
            operator, right = str(self.next()), rank()
            if operator == "/" and isinstance(right, tree.SideBySide):
                raise FormulaError("where does the denominator end? Write \\frac")
            node = tree.Binary(operator, node, right)
        return node

    def side_by_side(self) -> Node:
        """Factors with nothing between them."""
        factors = [self.factor()]
        while self.tokens and not self.at(STOPS | set(self.closers[-1:])):
            factors.append(self.factor())
        return tree.SideBySide(tuple(factors)) if len(factors) > 1 else factors[0]

    def factor(self) -> Node:
        """An atom with its subscript, superscript and primes."""
        node = self.atom()
        sub, sup, primes = self.scripts()
        return _with_scripts(node, sub, sup, primes)

    def scripts(self) -> tuple[Tokens, Tokens, int]:
        """Subscript, superscript and the number of primes."""
        found: dict[str, Tokens] = {}
        primes = 0
        while self.at({"_", "^", "'"}):
            mark = self.next()
            if mark == "'":
                primes += 1
            elif mark in found:
                raise FormulaError(f"two {mark} on one symbol before {self.ahead()}")
            else:
                found[str(mark)] = self.argument()
        return found.get("_", ()), found.get("^", ()), primes

    def atom(self) -> Node:
        """What carries scripts: a number, a name, or something in brackets."""
        token = self.next()
        if token[0].isdigit():
            return tree.Number(float(token))
        if token == "{":
            return parse(self.until_closed())
        if token in FENCES:
            return self.fenced(token)
        if token in BIG and (self.at({"_"}) or token not in {"\\max", "\\min"}):
            return self.big(token)
        if token.startswith("\\begin{"):
            return self.environment(token)
        if token in {"\\mathbb", "\\mathbf"} and self._one_ahead():
            self.argument()
            return self.indicator()
        if token in COMMANDS:
            return COMMANDS[token](self)
        if token in STOPS | {"_", "^", "'", "\\mathbb", "\\partial"}:
            raise FormulaError(f"cannot read {token} before {self.ahead()}")
        return tree.Name(self.name(token))

    def name(self, token: Token) -> str:
        """The Python name of a token, and of the argument that an accent takes."""
        if token in ACCENTS | FONTS:
            return spell([token, Token("{"), *self.argument(), Token("}")])
        return spell([token])

    def fenced(self, opener: Token) -> Node:
        """What stands in brackets, bars or angles."""
        self.closers.append(FENCES[opener])
        entries = [self.relation()]
        while self.at(SEPARATORS):
            self.next()
            entries.append(self.relation())
        self.next(self.closers.pop())
        if opener in BRACKETS:
            return tree.Group(tuple(entries))
        if opener == "\\langle" and len(entries) == 2:
            return tree.Inner(*entries)
        if len(entries) > 1 or opener == "\\langle":
            raise FormulaError(f"{len(entries)} entries between {opener} and its end")
        if opener in {"\\|", "\\lVert"}:
            return tree.Norm(entries[0], self.argument() if self.took("_") else ())
        return tree.Wrapped(opener, entries[0])

    def _one_ahead(self) -> bool:
        return self.at({"1"}) or self.tokens[:3] == ["{", "1", "}"]

    def indicator(self) -> Node:
        """The condition in the brackets after an indicator's 1."""
        if not self.at(BRACKETS):
            raise FormulaError(f"expected the indicator's condition before {self.ahead()}")
        self.next()
        stated = condition(self.until_closed(), parse)
        if stated is None:
            raise FormulaError("expected a condition in the brackets of an indicator")
        return tree.Indicator(stated)

    def fraction(self) -> Node:
        """A quotient, or a derivative, which is a name."""
        top, bottom = self.argument(), self.argument()
        if top[:1] != bottom[:1] or not DIFFERENTIALS.intersection(top[:1]):
            return tree.Binary("/", parse(top), parse(bottom))
        if len(top) == 1 and top[0] == "\\partial":
            raise FormulaError("write the function into \\frac{\\partial f}{\\partial x}")
        if len(top) == 1 or top[1] in STOPS | {"_", "^"}:
            return tree.Binary("/", parse(top), parse(bottom))  # of the letter d
        by = Reader(bottom[1:]).factor()
        if not isinstance(by, tree.Name):
            raise FormulaError(f"cannot read a derivative by {' '.join(bottom[1:])}")
        return tree.Name(f"d{spell(top[1:])}_d{by.base}", by.label, by.subscript)

    def root(self) -> Node:
        """A root, which is a power."""
        degree = parse(self.until_closed()) if self.took("[") else tree.Number(2.0)
        exponent = tree.Binary("/", tree.Number(1.0), degree)
        return tree.Power(parse(self.argument()), exponent)

    def gradient(self) -> Node:
        """A gradient, which is a name."""
        by = f"_{spell(self.argument())}" if self.took("_") else ""
        return tree.Name(f"grad{by}_{self.name(self.next())}")

    def environment(self, begin: Token) -> Node:
        """Cases or a matrix."""
        if begin != "\\begin{cases}" and begin not in MATRICES:
            raise FormulaError(f"cannot read {begin}")
        rows = [split(row, "&") for row in split(self.until_closed(), {"\\\\"}) if row]
        if begin in MATRICES:
            return tree.Matrix(tuple(tuple(map(parse, row)) for row in rows))
        return _cases(rows)

    def big(self, operator: Token) -> Node:
        """A sum, product or extremum, which reaches up to the next + or -."""
        below, above, _ = self.scripts()
        return tree.Big(str(operator), _limits(below, above), self.product())


COMMANDS: dict[str, Callable[[Reader], Node]] = {
    "\\frac": Reader.fraction,
    "\\sqrt": Reader.root,
    "\\nabla": Reader.gradient,
}


def _with_scripts(node: Node, sub: Tokens, sup: Tokens, primes: int) -> Node:
    if sup[:1] == ("(",) and sup[-1:] == (")",):  # x^{(i)}_j is x_{i,j}
        sub, sup = (*sup[1:-1], *((Token(","),) if sub else ()), *sub), ()
    if sup == ("*",):
        sub, sup = (*sub, *sup), ()
    if isinstance(node, tree.Name):
        if node.subscript and sub:
            raise FormulaError(f"two subscripts on {node.full}")
        base, sub = node.base + "_prime" * primes, node.subscript or sub
        node = tree.Name(base, node.label or spell(sub), sub)
    elif primes:
        raise FormulaError("a prime belongs to a name")
    elif sub:
        node = tree.Item(node, sub)
    if spell(sup) in {"top", "T", "intercal"}:
        return tree.Transpose(node)
    return tree.Power(node, parse(sup)) if sup else node


def _cases(rows: list[list[Tokens]]) -> Node:
    rows = [without_if(row[0]) if len(row) == 1 else row for row in rows]
    if any(len(row) not in {1, 2} for row in rows):
        raise FormulaError("expected a value, & and its condition on each line of cases")
    cells = [
        (_value(row[0]), condition(row[1], parse) if row[1:] else None) for row in rows
    ]
    if any(stated is None for _, stated in cells[:-1]):
        raise FormulaError("only the last case may stand without a condition")
    return tree.Cases(tuple(cells))


def _value(cell: Tokens) -> Node:
    return parse(strip_punctuation(tuple(t for t in cell if t not in BREAKS)))


def _limits(below: Tokens, above: Tokens) -> tree.Limits:
    if not below:
        raise FormulaError("expected an index below a sum or extremum")
    signs = [token for token in below if token in RELATIONS | {"\\in"}]
    parts = split(below, signs)
    high = parse(above) if above else None
    match signs, high:
        case [], None:
            return tree.Limits(_indices(below))
        case ["="], Node():
            return tree.Limits(_indices(parts[0]), parse(parts[1]), high)
        case ["\\ne"], None:
            return tree.Limits(_indices(parts[0]), condition=parse(below))
        case ["\\in"], None:
            return tree.Limits(_indices(parts[0]), members=parse(parts[1]))
        case ["\\le", "<" | "\\le" as sign], None:  # 0 \le m, n < k
            last = parse(parts[2])
            high = tree.Binary("-", last, tree.Number(1.0)) if sign == "<" else last
            return tree.Limits(_indices(parts[1]), parse(parts[0]), high)
        case ["=", "\\ne"], Node() if below.count(",") == 1:  # j = 1, j \ne y
            bounds, condition = split(below, {","})
            return replace(_limits(bounds, above), condition=parse(condition))
    raise FormulaError(f"cannot read the limits {' '.join((*below, *above))}")


def _indices(tokens: Tokens) -> tuple[str, ...]:
    return tuple(spell(part) for part in split(tokens, {","}))
