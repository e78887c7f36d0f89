"""The specs of all chapters, and the results of the calls in their rows."""

import importlib
import pkgutil

import specs
from checks import outcomes
from given import run

SPECS = [
    importlib.import_module(f"specs.{module.name}").SPEC
    for module in pkgutil.iter_modules(specs.__path__)
    if not module.name.startswith("_")
]


def rows(spec, table, name):
    """The rows of a function."""
    return [row for row in getattr(spec, table) if row.call.name == name]


def results(spec, call):
    """Every result of a call."""
    return run(spec.function(call), spec.given(call))


def pairs(spec, parity):
    """Each result of a row with that of the other library; `...` leaves out the rest."""
    theirs = outcomes(parity.theirs(*parity.call.args, **parity.call.options))
    ours = results(spec, parity.call)
    if theirs[-1] is ...:
        theirs = theirs[:-1]
        ours = ours[: len(theirs)]
    return list(zip(ours, theirs, strict=True))
