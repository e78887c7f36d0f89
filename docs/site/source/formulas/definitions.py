r"""Functions K(x, z) = … and recurrences h_t = … h_{t-1} that a display defines."""

from collections.abc import Sequence
from contextlib import suppress

from . import arrays, tree
from .compute import value
from .equations import Equation
from .products import Defined
from .reader import parse
from .scope import Scope, Sequenced
from .tree import Group, Name, SideBySide, UnknownNameError, Value


def define_functions(
    equations: list[Equation], wanted: set[str], scope: Scope
) -> list[Equation]:
    """Define the functions that other equations call; the equations that remain."""
    remaining = []
    for equation in equations:
        name, parameters = signature(equation)
        if name and name not in scope.values and _is_called(name, equation, equations):
            scope.values[name] = Defined(parameters, equation.rights[0], scope)
            if name not in wanted:
                continue
        remaining.append(equation)
    return remaining


def _is_called(name: str, equation: Equation, equations: list[Equation]) -> bool:
    """Whether another equation has the name on its right side."""
    return any(
        name == found.full
        for other in equations
        if other is not equation
        for right in other.rights
        for found in right.names
    )


def signature(equation: Equation) -> tuple[str, tuple[str, ...]]:
    """The name and the parameters of a function that an equation may define."""
    match equation.left:
        case SideBySide((Name() as name, Group(entries))):
            names = [entry.full for entry in entries if isinstance(entry, Name)]
            if len(names) == len(entries):
                return name.full, tuple(names)
    return "", ()


def define_sequences(
    pending: list[Equation], display: Sequence[Equation], scope: Scope
) -> bool:
    """Define what depends on its values at other times; False if there is nothing new."""
    found = [one for one in pending if _letter(one, scope)]
    for equation in found:
        assert equation.name is not None
        scope.values[equation.name.base] = _sequence(equation, display, scope)
    return bool(found)


def _letter(equation: Equation, scope: Scope) -> str:
    """The index t of an equation that may define h_t for all t."""
    name = equation.name
    if not isinstance(equation.left, Name) or name is None or name.base in scope.values:
        return ""
    letter = name.label if len(name.subscript) == 1 and name.label.isalpha() else ""
    return letter if letter not in scope.values else ""


def _sequence(equation: Equation, display: Sequence[Equation], scope: Scope) -> Sequenced:
    letter, base = _letter(equation, scope), equation.name.base if equation.name else ""
    starts, names = {}, set()
    for other in display:
        name = other.name
        if other is equation or name is None or name.base != base or not name.subscript:
            continue
        with suppress(UnknownNameError):
            number = int(value(parse(name.subscript), scope))
            zero = other.rights[0] == tree.Number(0.0)
            starts[number] = arrays.Zero() if zero else value(other.rights[0], scope)
            names.add(name.full)
    right = equation.rights[0]

    def compute(number: int, caller: Scope) -> Value:
        return value(right, caller.running({letter: number}))

    return Sequenced(compute, starts, names)
