r"""Whether two formulas say the same wherever both can be computed.

Some mutants are no mistakes: \delta_{ji} is \delta_{ij}, and ab is ba. Therefore all that a
check compares is computed for both formulas on many more inputs than a check draws: on
those of the domain, and on wider ones, with other numbers for stated ones and longer axes.
Formulas that are equal on all of these inputs count as equal.
"""

import numpy as np

from source.formulas import FormulaError, agrees, draws, mutants, symbols
from source.formulas.arrays import plain
from source.formulas.scope import Branches
from source.formulas.solving import own_result, solve

INSIDE, WIDER = 200, 40
FIRST = 1000  # the seeds of a check are lower


class Twins:
    """The values of a formula, to be compared with those of others that say the same."""

    def __init__(self, tex, binding, functions):
        self.library = symbols.known(functions)
        with np.errstate(all="ignore"):
            found = (
                (inputs, shapes, compared(tex, inputs, shapes, self.library))
                for inputs, shapes in inputs_of(draws.of(binding, functions))
            )
            self.wanted = [(i, s, values) for i, s, values in found if values is not None]

    def has(self, other):
        """Whether another formula gives the same for all that is compared."""
        with np.errstate(all="ignore"):
            found = [
                (wanted, compared(other, inputs, shapes, self.library))
                for inputs, shapes, wanted in self.wanted
            ]
        return all(got is not None and same(wanted, got) for wanted, got in found)


def unnoticed(tex, binding, functions):
    """The mutants of a formula that its check takes for right, though they are not."""
    passed = [new for _, new in mutants(tex) if agrees(new, binding, functions)]
    twins = Twins(tex, binding, functions) if passed else None
    return [new for new in passed if twins and not twins.has(new)]


def inputs_of(drawn):
    """More inputs than a check draws, each with the shapes of the results."""
    list(drawn)
    if drawn.vary:
        for seed in range(FIRST, FIRST + INSIDE):
            draw = drawn.more(seed)
            yield draw.inputs, {name: np.shape(x) for name, x in draw.results.items()}
    shapes = {name: np.shape(x) for name, x in drawn.kept[0].results.items()}
    for seed in range(FIRST, FIRST + WIDER):
        try:
            yield drawn.widened(seed), shapes
        except FormulaError:  # a value of the domain does not suit the wider ones
            continue


def compared(tex, inputs, shapes, library):
    """The values that a check compares; None if the formula cannot be computed."""
    try:
        solved, scope = solve(tex, inputs, library, shapes, Branches())
    except FormulaError:
        return None
    named = {**scope.values, **scope.results}
    sides = [side for one in solved if len(one.sides) > 1 for side in one.sides]
    last = own_result(solved).sides if None in shapes else []
    found = [named.get(name) for name in shapes if name]
    try:
        return [plain(x) for x in (*found, *(side.value for side in (*sides, *last)))]
    except FormulaError:
        return None


def same(wanted, got):
    return (
        got is not None
        and len(wanted) == len(got)
        and all(
            np.shape(a) == np.shape(b) and np.allclose(a, b, 1e-8, 1e-10, equal_nan=True)
            for a, b in zip(wanted, got, strict=True)
        )
    )
