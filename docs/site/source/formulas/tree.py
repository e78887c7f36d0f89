"""The tree that the reader makes of a formula, and the errors of this package."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, Self

Value = Any  # a number, an array or a function


class FormulaError(ValueError):
    """A formula that cannot be found, read or computed, and its line where it is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        if line is not None:
            self.add_note(f"on line {line} of the page")


class UnknownNameError(FormulaError):
    """A name that has no value (yet)."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no value for {name}")
        self.name = name


class Token(str):
    """A piece of LaTeX that knows where it stands in its formula."""

    __slots__ = ("end", "start")

    start: int
    end: int

    def __new__(cls, text: str, start: int = 0, end: int = 0) -> Self:
        """The text as a token."""
        self = super().__new__(cls, text)
        self.start, self.end = start, end
        return self


Tokens = tuple[Token, ...]


@dataclass(frozen=True)
class Node:
    """A part of a formula."""

    @cached_property
    def names(self) -> tuple["Name", ...]:
        """All names in it, itself included."""
        parts = [*vars(self).values()]
        found = [self] if isinstance(self, Name) else []
        while parts:
            part = parts.pop()
            if isinstance(part, Node):
                found += part.names
            elif isinstance(part, tuple):
                parts += part
            elif isinstance(part, Limits):
                parts += vars(part).values()
        return tuple(found)


@dataclass(frozen=True)
class Number(Node):
    """0.5."""

    value: float


@dataclass(frozen=True)
class Name(Node):
    r"""A letter or word with its scripts: x, W_f, \hat{y}_i, b_j^{(2)}, W^Q.

    `mark` is a superscript that is no power. Only the values tell whether scripts are
    indices or belong to the name.
    """

    base: str
    label: str = ""
    subscript: Tokens = ()
    mark: Tokens = ()
    marked: str = ""  # the mark as it is spelled
    written: Tokens = field(default=(), compare=False)  # without scripts, for speech

    @cached_property
    def stem(self) -> str:
        """The name without its subscript."""
        return f"{self.base}_{self.marked}" if self.marked else self.base

    @cached_property
    def full(self) -> str:
        """The name with its subscript."""
        return f"{self.stem}_{self.label}" if self.label else self.stem


@dataclass(frozen=True)
class Item(Node):
    """(Wx)_i."""

    inner: Node
    subscript: Tokens


@dataclass(frozen=True)
class Group(Node):
    """(a, b), [a; b] or {a, b}: arguments, a list, or one node in brackets."""

    entries: tuple[Node, ...]
    opener: str = "("
    stacked: bool = False  # by semicolons


@dataclass(frozen=True)
class Dots(Node):
    r"""\dots, before the terms that they stand for are known."""


DOTS = Dots()


@dataclass(frozen=True)
class Series(Node):
    r"""x_1, x_2, \dots, x_n: the term of each number from the first to the last."""

    body: Node
    first: Node
    last: Node
    shown: tuple[Node, ...] = ()  # the terms between the first and the dots


@dataclass(frozen=True)
class Total(Node):
    r"""x_1 + \cdots + x_n, or the product x_1 \cdots x_n."""

    terms: Node
    product: bool = False


@dataclass(frozen=True)
class Slice(Node):
    """1:t, or : for all."""

    first: Node | None
    last: Node | None


@dataclass(frozen=True)
class Slope(Node):
    r"""\frac{d}{dx} a."""

    inner: Node
    by: str


@dataclass(frozen=True)
class At(Node):
    r"""\left. a \right|_{x = b}."""

    inner: Node
    name: str
    number: Node


@dataclass(frozen=True)
class Average(Node):
    r"""\langle a \rangle_{data}."""

    inner: Node
    label: str


@dataclass(frozen=True)
class Matrix(Node):
    r"""\begin{bmatrix} a & b \\ c & d \end{bmatrix}."""

    rows: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True)
class Wrapped(Node):
    r"""|a|, \lfloor a \rfloor, \lceil a \rceil."""

    opener: str
    inner: Node


@dataclass(frozen=True)
class Norm(Node):
    r"""\lVert a \rVert_2; the order is empty where none is written."""

    inner: Node
    order: Tokens


@dataclass(frozen=True)
class Negative(Node):
    """-a."""

    inner: Node


@dataclass(frozen=True)
class Transpose(Node):
    r"""a^\top."""

    inner: Node


@dataclass(frozen=True)
class Power(Node):
    """a^b."""

    inner: Node
    exponent: Node
    mark: Tokens = ()  # the exponent, in case that it belongs to a name: W^Q


@dataclass(frozen=True)
class Binary(Node):
    """a + b, and every other operator that is written between two nodes."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True)
class SideBySide(Node):
    """Factors with nothing between them: a product, or a function and its argument.

    `gaps` are the places in the LaTeX after each factor but the last.
    """

    factors: tuple[Node, ...]
    gaps: tuple[int, ...] = field(default=(), compare=False)

    @cached_property
    def letters(self) -> bool:
        """Whether letters stand side by side, which may be a word such as TP."""
        single = [isinstance(f, Name) and len(f.full) == 1 for f in self.factors]
        return any(a and b for a, b in pairwise(single))


@dataclass(frozen=True)
class Relation(Node):
    """0 < a < b."""

    operators: tuple[str, ...]
    sides: tuple[Node, ...]


@dataclass(frozen=True)
class Joined(Node):
    r"""0 < a \text{ and } b < 1."""

    word: str  # "and" or "or"
    claims: tuple[Node, ...]


@dataclass(frozen=True)
class Indicator(Node):
    r"""\mathbb{1}[a = b]."""

    condition: Node


@dataclass(frozen=True)
class Cases(Node):
    r"""\begin{cases}: values and their conditions; the last may have none."""

    rows: tuple[tuple[Node, Node | None], ...]


@dataclass(frozen=True)
class Limits:
    r"""The limits below and above a \sum: its indices and the numbers they run over.

    Without `high` and `members`, an index runs over the axes that it is written on.
    """

    indices: tuple[str, ...]
    low: Node | None = None
    high: Node | None = None
    members: Node | None = None
    condition: Node | None = None
    perhaps: tuple[str, ...] = ()  # indices too, unless they have a value: j in i < j
    together: bool = False  # (i, j) \in R


@dataclass(frozen=True)
class Big(Node):
    r"""\sum_{i=1}^{n} body; \prod, \max, \min, \argmax and \argmin too."""

    operator: str
    limits: Limits
    body: Node
