"""The functions of other libraries that do the same: who is called, and how near they come.

`docs/data/twins.csv` names them for each function, and `test_twins.py` asks if the parity
rows of the specs call them. How near they come is measured: `make outputs` runs this file,
which writes `docs/data/differences.csv`.
"""

import csv
import functools
import inspect
import math
import pkgutil
import sys
from pathlib import Path

import numpy as np
import torch

from record import difference
from rows import SPECS, pairs, rows
from source import facts

ROUNDING = 1e-15  # smaller differences are rounding of float64, and vary with the processor


# --- how near they come ---------------------------------------------------------------


def largest(spec, name):
    """The largest difference of a function from others, and if all results are discrete."""
    found = [pair for row in rows(spec, "parity", name) for pair in pairs(spec, row)]
    discrete = all(np.asarray(ours).dtype.kind in "biu" for ours, _ in found)
    return max(difference(*pair) for pair in found), discrete


def bound(apart, discrete):
    """A power of ten that holds elsewhere too: twice the difference, if digits may vary."""
    if apart == 0:
        return 0.0 if discrete else ROUNDING
    return max(ROUNDING, 10.0 ** math.ceil(math.log10(apart if discrete else 2 * apart)))


# --- who is called ------------------------------------------------------------------------


def called(function, names):
    """Which of some functions and classes a function without arguments calls."""
    marks, seen = {}, set()
    for name in names:
        for mark, kind in _marks(pkgutil.resolve_name(name)):
            marks.setdefault(mark, []).append((name, kind))

    def notice(frame, event, arg):
        mark = frame.f_code if event == "call" else getattr(arg, "__name__", None)
        for name, kind in marks.get(mark, ()):
            if kind is None or isinstance(frame.f_locals.get("self"), kind):
                seen.add(name)

    sys.setprofile(notice)
    try:
        function()
    finally:
        sys.setprofile(None)
    return seen


def _marks(thing):
    """The marks of a call: its code, or its name where the function is not in Python."""
    if isinstance(thing, type):
        for method in (m for kind in thing.__mro__ for m in vars(kind).values()):
            if inspect.isfunction(method):
                yield inspect.unwrap(method).__code__, thing
    else:
        function = inspect.unwrap(getattr(thing, "_implementation", thing))
        yield getattr(function, "__code__", function.__name__), None


def held(function):
    """A function and those it is made of: profilers do not see all that C calls."""
    if isinstance(function, functools.partial):
        return held(function.func)
    own = inspect.isfunction(function) and function.__module__.startswith("specs")
    cells = function.__closure__ or () if own else ()
    return [function, *(part for cell in cells for part in held(cell.cell_contents))]


def calls_one_of(name, names):
    """Whether a layer of PyTorch has this name and its code calls one of the functions."""
    layer = pkgutil.resolve_name(name)
    if not (isinstance(layer, type) and issubclass(layer, torch.nn.Module)):
        return False
    kinds = [
        kind for kind in layer.__mro__ if kind.__module__.startswith("torch.nn.modules.")
    ]
    code = "".join(inspect.getsource(k) for k in kinds if k is not torch.nn.Module)
    return any(f".{other.rpartition('.')[2]}(" in code for other in names)


def uncalled(spec, name, names):
    """The twins of a function that its parity rows do not call."""
    asked = rows(spec, "parity", name)
    functions = [part for row in asked for part in held(row.theirs)]
    seen = {n for n in names if any(pkgutil.resolve_name(n) is f for f in functions)}
    for row in asked:
        theirs = functools.partial(row.theirs, *row.call.args, **row.call.options)
        seen |= called(theirs, [n for n in names if n not in seen])
    return [n for n in names if n not in seen and not calls_one_of(n, seen)]


def main():
    """Measure the differences of all functions, in the order of the table of twins."""
    homes = {row.call.name: spec for spec in SPECS for row in spec.parity}
    path = Path(facts.DOCS) / "data" / "differences.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["function", "within"])
        for row in facts.table("twins"):
            if spec := homes.get(row["function"]):
                apart = bound(*largest(spec, row["function"]))
                writer.writerow([row["function"], f"{apart:.0e}" if apart else "0"])


if __name__ == "__main__":
    main()
