"""The arguments of a call by their names, and the changes that laws make to them.

`given` is always a dict of arguments. Its arrays may also stand in lists and tuples, as the
parameters of a network do, and in states: the tuples with names that functions hand back.
"""

import copy
import inspect
import typing
from contextlib import contextmanager

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from checks import outcomes
from dlnotes._array import Array, Scalar


@contextmanager
def case(*words):
    """Say in a note which case failed."""
    try:
        yield
    except BaseException as error:  # the error of pytest.raises is no Exception
        error.add_note("case: " + " ".join(map(str, words)))
        raise


def fresh(given):
    """The arguments with copies of their generators."""
    return {
        name: copy.deepcopy(value) if isinstance(value, np.random.Generator) else value
        for name, value in given.items()
    }


def run(f, given):
    """Every result of a call, which draws from copies of its generators."""
    return outcomes(f(**fresh(given)))


def equal(results, expected):
    """The results are the same, in value, shape and dtype."""
    for y, true in zip(results, expected, strict=True):
        assert_array_equal(y, true, strict=True)


def refuses(f, given, message):
    """A TypeError says what a pattern says."""
    with pytest.raises(TypeError, match=message):
        run(f, given)


def asked(cases):
    """The cases, of which there must be one."""
    assert cases, "there is nothing to ask"
    return cases


# --- other arguments ----------------------------------------------------------------------


def changed(given, change, states=False):
    """The arguments with `change(name, array)` in the place of every array."""

    def walk(name, value):
        if isinstance(value, np.ndarray):
            return change(name, value)
        is_state = hasattr(value, "_fields")
        if not isinstance(value, list | tuple) or (is_state and not states):
            return value
        parts = [walk(f"{name}[{i}]", part) for i, part in enumerate(value)]
        return type(value)(*parts) if is_state else type(value)(parts)

    return {name: walk(name, value) for name, value in given.items()}


def with_one(given, name, value):
    """The arguments with `value` in the place of the array of a name."""
    return changed(given, lambda other, a: value if other == name else a)


def cast(given, dtype, kind="f", states=False):
    """The arguments with all arrays of a kind in one dtype."""

    def change(_, a):
        return a.astype(dtype) if a.dtype.kind == kind else a

    return changed(given, change, states)


def with_nan(a):
    """A copy whose first entry is nan."""
    return np.where(np.arange(a.size).reshape(a.shape) == 0, np.nan, a)


# --- what a law asks about ----------------------------------------------------------------


def arrays(f, given, states=False):
    """Each array of the arguments, with the name that a message gives it."""
    found = []
    changed(given, lambda name, a: found.append((name, a)) or a, states)
    return found


def reals(f, given):
    """Each array of real numbers; the others hold labels, steps or bools."""
    return [(name, a) for name, a in arrays(f, given) if a.dtype.kind == "f"]


def labels(f, given):
    """Each array of integers."""
    return [(name, a) for name, a in arrays(f, given) if a.dtype.kind == "i"]


def promises(f, given):
    """The kind of each result, where the signature names one."""
    promised = inspect.signature(f).return_annotation
    many = typing.get_origin(promised) is tuple
    parts = typing.get_args(promised) if many else [promised]
    return parts if any(kind in (Array, Scalar, float, int) for kind in parts) else []


def options(f, kind):
    """Each option of a kind, and whether it may be None."""
    annotations = {n: p.annotation for n, p in inspect.signature(f).parameters.items()}
    return [(n, a != kind) for n, a in annotations.items() if a in (kind, kind | None)]


def numbers(f, given):
    """Each option that is one real number."""
    return options(f, float)


def counts(f, given):
    """Each option that is one whole number."""
    return options(f, int)


def generators(f, given):
    """Each option from which chance comes."""
    return options(f, np.random.Generator)
