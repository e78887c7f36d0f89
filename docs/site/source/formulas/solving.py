r"""Equations computed one after the other.

A left side that can be computed (\sigma(-x), or a name that was drawn) is one more side to
compare; otherwise it names the result, for the equations that need it.
"""

from collections.abc import Mapping

from . import values as _values  # noqa: F401 (which computes the nodes)
from .definitions import define_functions, define_sequences
from .distributions import refuse_others
from .equations import Display, Equation, first_number, read
from .scope import Branches, Scope
from .solver import Shapes, Solved, Solver, names_of
from .tree import FormulaError, UnknownNameError, Value


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
    display = read(tex)
    own = {equation.name.full for equation in display.equations if equation.name}
    library = {name: known for name, known in library.items() if name not in own}
    origin = values.get("origin", first_number(tex))
    scope = Scope(dict(values), library, branches, origin, own=frozenset(own))
    refuse_others(display.drawn, scope)
    wanted = {name for name in shapes if name}
    pending = define_functions(list(display.equations), wanted, scope)
    if not pending:
        raise FormulaError("functions that call each other: there is nothing to compare")
    solved = _solved(pending, display, scope, shapes)
    idle = display.ranges.keys() - frozenset().union(*(one.free for one in solved))
    if idle:
        raise FormulaError(f"the range of {min(idle)} is not used: it is no free index")
    return solved, scope


def _solved(
    pending: list[Equation], display: Display, scope: Scope, shapes: Shapes
) -> list[Solved]:
    solved = []
    while pending:
        try:
            equation, found = _next(pending, display, scope, shapes)
        except UnknownNameError:
            if not define_sequences(pending, display.equations, scope):
                raise
            continue
        except FormulaError:
            raise
        except Exception as error:  # any error of NumPy with these arrays
            raise FormulaError(f"makes no sense here ({error})") from error
        pending.remove(equation)
        solved.append(found)
    return solved


def _next(
    pending: list[Equation], display: Display, scope: Scope, shapes: Shapes
) -> tuple[Equation, Solved]:
    """The first equation that can be solved."""
    missing = []
    for equation in pending:
        try:
            return equation, Solver(equation, display, scope, shapes).solved()
        except UnknownNameError as error:
            missing.append(error)
    own = {
        name for equation in pending if equation.name for name in names_of(equation.name)
    }
    raise min(missing, key=lambda error: error.name in own)
