"""The reader: from tokens to a tree, as a person reads the typeset formula.

It refuses what a person could read in two ways, such as 1/2x.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from . import derivatives, dots, environments, limits, scripts, tree
from .tokens import ACCENTS, FONTS, Cursor, spell, split
from .tree import FormulaError, Node, Token, Tokens

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
RELATIONS = {"=", "\\ne", "<", ">", "\\le", "\\ge", "\\in", "\\notin"}
PRODUCTS = {"/", "\\cdot", "\\times", "*", "\\odot", "\\circ", "\\bmod"}
PRODUCTS |= {"\\star", "\\otimes", "\\cap", "\\cup", "\\setminus"}
BIG = {"\\sum", "\\prod", "\\max", "\\min", "\\argmax", "\\argmin"}
SEPARATORS = {",", ";", "\\mid", "\\parallel"}
DIVIDERS = {"|": "\\mid", "\\|": "\\parallel"}  # where there is only one in the brackets
AFTER = {"!": "factorial", "\\%": "percent"}
EXPECTATION = tree.Name("expectation")
# Before these a product side by side has ended.
STOPS = (
    (set(FENCES.values()) - {"|", "\\|"})  # which open as well
    | RELATIONS
    | PRODUCTS
    | SEPARATORS
    | {
        "+",
        "-",
        "}",
        "&",
        "\\\\",
        "\\approx",
        "\\leftarrow",
        "\\quad",
        "\\qquad",
        "\\dots",
        ":",
    }
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
        node = tree.Relation(tuple(operators), tuple(sides)) if operators else sides[0]
        return self.evaluated(node) if self.tokens[:2] == ["|", "_"] else node

    def evaluated(self, node: Node) -> Node:
        r"""A node at a value of one of its names: \left. a \right|_{x = 0}."""
        self.next(), self.next()
        sides = split(self.argument(), {"="})
        if len(sides) != 2:
            raise FormulaError("expected x = a below the bar")
        return tree.At(node, spell(sides[0]), parse(sides[1]))

    def sum(self) -> Node:
        """Products with + and - between them, and dots that stand for more of them."""
        terms, signs = [self.signed()], ["+"]
        while self.at({"+", "-"}):
            signs.append(str(self.next()))
            terms.append(tree.DOTS if self.took("\\dots") else self.signed())
        while tree.DOTS in terms:
            terms, signs = dots.without(terms, signs, parse)
        node = terms[0]
        for sign, term in zip(signs[1:], terms[1:], strict=True):
            node = tree.Binary(sign, node, term)
        return node

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
        whole, gaps = tuple(self.tokens), []
        factors = [self.factor()]
        while self.tokens and not self._ends():
            gaps.append(whole[-len(self.tokens) - 1].end)
            factors.append(self.factor())
            if self.took("\\dots"):
                factors = dots.multiplied(factors, self.factor(), parse)
        if len(factors) == 1:
            return factors[0]
        return tree.SideBySide(tuple(factors), tuple(gaps))

    def _ends(self) -> bool:
        bar = self.tokens[:2] == ["|", "_"]
        return bar or self.at(STOPS | set(self.closers[-1:]))

    def factor(self) -> Node:
        """An atom with its subscript, superscript, primes, and what follows it: !, %."""
        before = tuple(self.tokens)
        node = self.atom()
        if isinstance(node, tree.Name) and not node.written:
            node = replace(node, written=before[: len(before) - len(self.tokens)])
        sub, sup, primes = self.scripts()
        node = scripts.attached(node, sub, sup, primes, parse)
        while self.at(AFTER):
            called = tree.Name(AFTER[self.next()])
            node = tree.SideBySide((called, tree.Group((node,))))
        return node

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
        """A number, a name, or something in brackets: all that can carry scripts."""
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
            return environments.read(self, token, parse)
        if token in {"\\mathbb", "\\mathbf", "\\bm"} and self._one_ahead():
            self.argument()
            return environments.indicator(self, parse)
        if token == "\\mathbb" and self.tokens[:3] == ["{", "E", "}"]:
            self.argument()
            return EXPECTATION
        if token in {"E", "\\E"} and self.at({"["}):
            return EXPECTATION
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
        """The content of brackets, bars or angles."""
        self._mark_divider(opener)
        self.closers.append(FENCES[opener])
        entries, separators = [self.entry()], set()
        while self.at(SEPARATORS):
            separators.add(self.next())
            entries.append(self.entry())
        self.next(self.closers.pop())
        if tree.DOTS in entries:
            entries = [dots.series(entries, parse)]
        if opener in BRACKETS:
            return tree.Group(tuple(entries), str(opener), separators == {";"})
        if opener == "\\langle" and len(entries) == 2:
            return tree.Binary("\\cdot", entries[0], entries[1])
        if opener == "\\langle" and len(entries) == 1:
            return tree.Average(
                entries[0], spell(self.argument()) if self.took("_") else ""
            )
        if len(entries) > 1:
            raise FormulaError(f"{len(entries)} entries between {opener} and its end")
        if opener in {"\\|", "\\lVert"}:
            return tree.Norm(entries[0], self.argument() if self.took("_") else ())
        return tree.Wrapped(opener, entries[0])

    def entry(self) -> Node:
        """An entry in brackets, or the dots for entries between two others."""
        return tree.DOTS if self.took("\\dots") else self.relation()

    def _mark_divider(self, opener: Token) -> None:
        r"""Read the only bar in brackets as the sign that parts p(y | x) or D(P \| Q)."""
        if opener not in {"(", "["}:
            return
        inner = Cursor(self.tokens)
        body = inner.until_closed()
        for bar, sign in DIVIDERS.items():
            places = [n for n, token in enumerate(body) if token == bar]
            if len(places) == 1:
                old = self.tokens[places[0]]
                self.tokens[places[0]] = Token(sign, old.start, old.end)

    def _one_ahead(self) -> bool:
        return self.at({"1"}) or self.tokens[:3] == ["{", "1", "}"]

    def fraction(self) -> Node:
        """A quotient, or a derivative."""
        top, bottom = self.argument(), self.argument()
        if derivatives.is_operator(top, bottom) and self.tokens and not self._ends():
            return tree.Slope(self.side_by_side(), derivatives.variable(bottom))
        if derivatives.is_derivative(top, bottom):
            return derivatives.name(top, bottom, lambda tokens: Reader(tokens).factor())
        return tree.Binary("/", parse(top), parse(bottom))

    def binomial(self) -> Node:
        r"""\binom{n}{k}."""
        entries = parse(self.argument()), parse(self.argument())
        return tree.SideBySide((tree.Name("binom"), tree.Group(entries)))

    def braced(self) -> Node:
        r"""\underbrace{a}_{text}: the text is not read."""
        inner = parse(self.argument())
        if self.at({"_", "^"}):
            self.next(), self.argument()
        return inner

    def difference(self) -> Node:
        r"""\Delta x, which is a name, or \Delta alone."""
        following = self.tokens[0] if self.tokens else ""
        letter = following.removeprefix("\\").isalpha()
        if letter and following not in COMMANDS and following not in STOPS | FENCES.keys():
            return tree.Name(f"Delta_{self.name(self.next())}")
        return tree.Name("Delta")

    def root(self) -> Node:
        """A root, which is a power."""
        degree = parse(self.until_closed()) if self.took("[") else tree.Number(2.0)
        exponent = tree.Binary("/", tree.Number(1.0), degree)
        return tree.Power(parse(self.argument()), exponent)

    def gradient(self) -> Node:
        """A gradient, which is a name."""
        by = f"_{spell(self.argument())}" if self.took("_") else ""
        return tree.Name(f"grad{by}_{self.name(self.next())}")

    def big(self, operator: Token) -> Node:
        """A sum, product or extremum, which reaches up to the next + or -."""
        below, above, _ = self.scripts()
        return tree.Big(str(operator), limits.read(below, above, parse), self.product())


COMMANDS: dict[str, Callable[[Reader], Node]] = {
    "\\frac": Reader.fraction,
    "\\sqrt": Reader.root,
    "\\nabla": Reader.gradient,
    "\\binom": Reader.binomial,
    "\\underbrace": Reader.braced,
    "\\overbrace": Reader.braced,
    "\\Delta": Reader.difference,
}
