r"""The equations of a block, computed one after the other, with their free indices.

A left side that can be computed (\sigma(-x), or a name that was drawn) is one more side to
compare; otherwise it names the result, for the equations that need it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

from .reader import parse
from .scope import Branches, Index, Scope
from .tokens import DEFINES, Cursor, equations, split, tokenize
from .tree import (
    FormulaError,
    Group,
    Item,
    Name,
    Node,
    Number,
    Power,
    SideBySide,
    Tokens,
    UnknownNameError,
    Value,
)
from .values import value

# A sum from 0 makes the whole formula count from 0.
FROM_ZERO = re.compile(
    r"\\(?:sum|prod|max|min)(?:\\limits)?_\{\s*(?:[\w,\s]+=\s*)?0(?![\d.])"
)

INDICES = "ijklmn"  # which are seldom part of a name, as the time t is in h_t
LITERAL = re.compile(r"[\d.]+|[-+/(){}^]|\\cdot|\\times|\\d?frac|\\sqrt")

Shape = tuple[int, ...]
Shapes = Mapping[str | None, Shape]  # of the results of the code, by name


@dataclass(frozen=True)
class Equation:
    """One displayed equation; an expression alone has no left side."""

    sign: str
    left: Node | None
    rights: tuple[Node, ...]
    letters: tuple[str, ...]  # of the left side's scripts: they may be free indices
    texts: tuple[str, ...]  # of all sides
    literal: tuple[bool, ...]  # which of them have no names
    lost: tuple[str, ...] = ()  # indices of the left side that are not on the right

    @property
    def name(self) -> Name | None:
        r"""The name that the left side may define, also by its square: \sigma^2."""
        match self.left:
            case Name() as name:
                return name
            case Power(Name() as name, Number()):
                return name
        return None

    @property
    def label(self) -> Name | None:
        r"""The name in a left side that cannot be computed: f(x), \Delta w, \chi^2(x)."""
        match self.left:
            case SideBySide((Name() as name, Group() | Item())):
                return name
            case SideBySide((Power(Name() as name, Number(exponent)), Group())):
                return Name(f"{name.base}{exponent:g}")
            case SideBySide((Name("Delta"), Name(base, label, subscript))):
                return Name(f"Delta_{base}", label, subscript)
            case SideBySide((Name() as name, Name() as argument)):
                return Name(
                    f"{name.full}_{argument.base}", argument.label, argument.subscript
                )
        return None


class Side(NamedTuple):
    """A side of an equation and its value."""

    tex: str
    value: Value
    literal: bool = False  # without a name: the numbers of a worked example


class Solved(NamedTuple):
    """An equation, its computed sides, and the name that it defined, if any.

    `used` are the names that were looked up for it, without the one that it defined.
    """

    sides: list[Side]
    defined: str | None
    used: set[str]
    given: bool = False  # its name was drawn


@lru_cache(maxsize=4096)
def read(tex: str) -> tuple[Equation, ...]:
    """The equations of a formula."""
    found = tuple(_equation(tokens, tex) for tokens in equations(tokenize(tex)))
    if not found:
        raise FormulaError("the formula is empty")
    if len(found) > 1 and any(equation.left is None for equation in found):
        raise FormulaError("expected an equation on each line, found an expression alone")
    return found


def _equation(tokens: Tokens, tex: str) -> Equation:
    sides = split(tokens, DEFINES)
    if not all(sides):
        raise FormulaError(f"nothing stands on one side of {' '.join(tokens)}")
    texts = tuple(tex[side[0].start : side[-1].end] for side in sides)
    literal = tuple(all(LITERAL.fullmatch(token) for token in side) for side in sides)
    if len(sides) == 1:
        return Equation("", None, (parse(sides[0]),), (), texts, literal)
    left, *rights = sides
    sign, letters = str(tokens[len(left)]), _script_letters(left)
    said = {token for side in rights for token in side}
    lost = tuple(i for i in letters if i in INDICES and i not in said)
    return Equation(
        sign, parse(left), tuple(map(parse, rights)), letters, texts, literal, lost
    )


def _script_letters(tokens: Tokens) -> tuple[str, ...]:
    letters = []
    for place, token in enumerate(tokens):
        if token in {"_", "^"}:
            script = Cursor(tokens[place + 1 :]).argument()
            letters += [str(t) for t in script if re.fullmatch("[A-Za-z]", t)]
    return tuple(letters)


def own_result(solved: list[Solved]) -> Solved:
    """The equation of a result without a name: the last of those that are not given."""
    return next((one for one in reversed(solved) if not one.given), solved[-1])


def solve(
    tex: str,
    values: Mapping[str, Value],
    library: Mapping[str, Value],
    shapes: Shapes,
    branches: Branches,
) -> tuple[list[Solved], Scope]:
    """All equations solved, one that needs others after them, and the values they define.

    `shapes` are those of the results of the code, by name: where nothing else does, they
    tell how far a free index runs.
    """
    pending = list(read(tex))
    own = {equation.name.full for equation in pending if equation.name}
    library = {name: known for name, known in library.items() if name not in own}
    origin = values.get("origin", 0 if FROM_ZERO.search(tex) else 1)
    scope = Scope(dict(values), library, branches, origin, own=frozenset(own))
    solved = []
    while pending:
        equation, found = _next(pending, scope, shapes)
        pending.remove(equation)
        solved.append(found)
    return solved, scope


def _next(pending: list[Equation], scope: Scope, shapes: Shapes) -> tuple[Equation, Solved]:
    """The first equation that can be solved."""
    missing = []
    for equation in pending:
        try:
            return equation, _solve_one(equation, scope, shapes)
        except UnknownNameError as error:
            missing.append(error)
        except FormulaError:
            raise
        except Exception as error:  # whatever NumPy says of these arrays
            raise FormulaError(f"makes no sense here ({error})") from error
    own = {name for equation in pending if equation.name for name in _names(equation.name)}
    raise min(missing, key=lambda error: error.name in own)


def _names(name: Name) -> tuple[str, str]:
    return name.base, name.full


def _solve_one(equation: Equation, scope: Scope, shapes: Shapes) -> Solved:
    scope = replace(scope, used=set())
    names = _names(equation.name) if equation.name else ()
    shape = next((shapes[name] for name in (*names, None) if name in shapes), ())
    found = [tabulate(right, equation.letters, scope, shape) for right in equation.rights]
    values = [table for table, _ in found]
    for table, free in found:
        _refuse_lost_index(equation, table, free, scope)
    left = _left_value(equation, scope, shape)
    if left is not None:
        sides = map(Side, equation.texts, [left, *values], equation.literal)
        return Solved(list(sides), None, scope.used, equation.name is not None)
    count = len(values)
    sides = map(Side, equation.texts[-count:], values, equation.literal[-count:])
    defined = _define(equation, values[0], bool(found[0][1]), scope)
    return Solved(list(sides), defined, scope.used - {defined})


def _refuse_lost_index(
    equation: Equation, table: Value, free: list[str], scope: Scope
) -> None:
    """An error for p_i = e^z of a vector z, whose right side has no i."""
    for letter in equation.lost:
        if np.ndim(table) > len(free) and scope.get(letter) is None:
            raise FormulaError(f"index {letter} of the left side is not on the right")


def tabulate(
    node: Node, letters: tuple[str, ...], scope: Scope, shape: Shape
) -> tuple[Value, list[str]]:
    """The value of a side, an array over its free indices, and these indices.

    Free is what has no value but stands in a script on the left.
    """
    trial, result = _trial(node, letters, scope)
    if callable(result):
        raise FormulaError("a function stands without its argument")
    if not trial:
        return result, []
    if len(shape) == len(trial) + np.ndim(
        result
    ):  # how far i runs in X_{i+m}, only the code can say
        for index, length in zip(trial.values(), shape, strict=False):
            index.lengths = index.lengths or {length}
    spans = [index.range(name) for name, index in trial.items()]
    rows = [
        value(node, scope.running(dict(zip(trial, numbers, strict=True))))
        for numbers in product(*spans)
    ]
    lengths = tuple(len(span) for span in spans)
    return np.reshape(rows, lengths + np.shape(rows[0])), list(trial)


def _trial(
    node: Node, letters: tuple[str, ...], scope: Scope
) -> tuple[dict[str, Index], Value]:
    """The free indices, having learned their ranges, and the value at their first."""
    free: list[str] = []
    while True:
        trial = {name: Index(scope.origin) for name in free}
        try:
            return trial, value(node, scope.running(trial))
        except UnknownNameError as error:
            if error.name in free or error.name not in letters:
                raise
            free = sorted([*free, error.name], key=letters.index)


def _left_value(equation: Equation, scope: Scope, shape: Shape) -> Value | None:
    """What the left side says by itself; None where it only names the result."""
    left = equation.left
    if left is None:
        return None
    if not _updates(equation, scope) and not _applies_unknown(left, scope):
        try:
            return tabulate(left, equation.letters, scope, shape)[0]
        except (UnknownNameError, TypeError):  # \cos(a, b) is not the cosine
            pass
    if equation.name is None and equation.label is None:
        raise FormulaError(f"the left side {equation.texts[0]} has neither value nor name")
    return None


def _updates(equation: Equation, scope: Scope) -> bool:
    r"""Whether the left side gets a new value, as in w \leftarrow w - g or w := w - g."""
    name = equation.name
    again = name is not None and name.full in scope.used
    return equation.sign in {"\\approx", "\\leftarrow"} or (equation.sign == ":=" and again)


def _applies_unknown(left: Node, scope: Scope) -> bool:
    """Whether this is f(x) of a name f that is not a function, and so no product."""
    match left:
        case SideBySide((Name() as name, Group(), *_)) | SideBySide(
            (Power(Name() as name), Group())
        ):
            try:
                return not callable(value(name, scope))
            except FormulaError:
                return True
    return False


def _define(equation: Equation, result: Value, indexed: bool, scope: Scope) -> str | None:
    """Store the value under the name on the left, and return that name."""
    name, store = equation.name, scope.values
    if name is None:
        name, store = equation.label, scope.results
    if name is None:
        return None
    if isinstance(equation.left, Power):
        result = np.power(result, 1 / value(equation.left.exponent, scope))
    taken = name.base in scope.values or name.base in scope.own
    defined = name.base if indexed and not taken else name.full
    store[defined] = result
    return defined
