r"""Distributions: \varepsilon \sim \mathcal{N}(0, \sigma^2) must be what is drawn."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from .compute import value
from .displays import Distribution
from .scope import Scope
from .tokens import spell
from .tree import FormulaError, Value

FAMILIES = {
    "N": "N",
    "Bernoulli": "Bernoulli",
    "Bern": "Bernoulli",
    "U": "U",
    "Uniform": "U",
}
DRAWN = "~"  # the key of the distributions; no name can be equal to it


class Drawn(NamedTuple):
    """A distribution of the domain, and the values of its parameters."""

    family: str
    parameters: tuple[float, ...]


def refuse_others(stated: Iterable[Distribution], scope: Scope) -> None:
    """An error if a formula states another distribution than its domain."""
    for one in stated:
        name, family = spell(one.name[:1]), FAMILIES.get(one.family)
        drawn = scope.values.get(DRAWN, {}).get(name)
        if drawn is None:
            shown = "N(0, 1)" if family is None else f"{family}(…)"
            raise FormulaError(f"{name} is random: draw it, as in `{name} in {shown}^n`")
        parameters = [value(argument, scope) for argument in one.arguments]
        if family != drawn.family or not _same(parameters, drawn.parameters):
            raise FormulaError(f"{name} is drawn from another distribution")


def _same(stated: list[Value], drawn: tuple[float, ...]) -> bool:
    return len(stated) == len(drawn) and bool(np.allclose(stated, drawn))
