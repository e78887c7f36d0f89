"""One contract for all chapters: known values, parity, refusals, and the laws.

`pytest tests/test_contract.py -k losses` asks one chapter, `-k mse_loss` one function; a
failure names the call, and the case of a law that broke.
"""

import inspect
import pkgutil
import typing
from collections.abc import Callable

import numpy as np
import pytest
from numpy.testing import assert_allclose
from numpy.typing import ArrayLike

import dlnotes
import laws
import specs
from checks import assert_parity, assert_refuses, own_functions
from given import arrays, case, reals
from rows import SPECS, pairs, results, rows

TABLES = ["good", "values", "parity", "refusals", "float16"]

BROKEN = (Exception, pytest.fail.Exception)  # the latter when nothing was raised

# KNOWN: what falls short of a law, by the law and the function, with the reason. As soon as
# a function is mended, `test_no_exemption_is_idle` asks for its line to go.
KNOWN: dict[str, specs.Reasons] = {}


def modules(package):
    """The names of the public modules of a package."""
    found = pkgutil.iter_modules(package.__path__)
    return [module.name for module in found if not module.name.startswith("_")]


by_chapter = pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.chapter)


# --- known values, parity, refusals -----------------------------------------------------


def each_function(table):
    """A test for every function that has rows in a table."""
    params = [
        pytest.param(spec, name, id=f"{spec.chapter}-{name}")
        for spec in SPECS
        for name in dict.fromkeys(row.call.name for row in getattr(spec, table))
    ]
    return pytest.mark.parametrize(("spec", "name"), params)


@each_function("values")
def test_values(spec, name):
    for call, expected, first, within in rows(spec, "values", name):
        with case(call):
            ours = results(spec, call)
            compared = ours[: len(expected)] if first else ours
            for y, true in zip(compared, expected, strict=True):
                assert np.shape(y) == np.shape(true)
                if isinstance(y, int):
                    assert y == true
                else:
                    assert_allclose(y, true, **{**spec.values_within, **within})


@each_function("parity")
def test_parity(spec, name):
    for row in rows(spec, "parity", name):
        with case(row.call):
            for y, true in pairs(spec, row):
                assert_parity(y, true, **{**spec.parity_within, **row.within})


@each_function("refusals")
def test_refusals(spec, name):
    for call, message, error in rows(spec, "refusals", name):
        with case(call):
            f = spec.function(call)
            assert_refuses(f, call.args, call.options, message, error)


# --- laws ---------------------------------------------------------------------------------


def spared(spec, law):
    """The functions that need not keep a law, with the reason."""
    known = {f: why for f, why in KNOWN.get(law, {}).items() if f in spec.functions}
    return known if law in TABLES else {**spec.exempt.get(law, {}), **known}


def _argument_names(spec, call):
    """The arguments that are arrays of real numbers."""
    found = reals(None, spec.given(call))
    return {name.partition("[")[0] for name, _ in found}


def cases(spec, name, law):
    """The arguments with which a law is asked of a function."""
    calls = [call for call in spec.good if call.name == name]
    if law is laws.float16:
        calls = [call for call in spec.float16 if call.name == name]
    if law is laws.integers:
        calls = [call for call in spec.whole if call.name == name] or calls
    if law is laws.edges:  # where some array may hold any number
        calls = [call for call in calls if _argument_names(spec, call) - call.bounds]
    if law is laws.entrywise and name not in spec.entrywise:
        calls = []
    f, about = getattr(spec.module, name), laws.LAWS[law]
    return [(call, given) for call in calls if about(f, given := spec.given(call))]


def ask(spec, name, law):
    """A law of a function, in all its cases."""
    for call, given in cases(spec, name, law):
        spare = {
            laws.nan: call.finites,
            laws.no_warning: call.bounds,
            laws.edges: call.bounds,
        }.get(law)
        options = {} if spare is None else {"spare": spare}
        with case(call):
            law(spec.function(call), given, **options)


@pytest.mark.parametrize(
    ("spec", "name", "law"),
    [
        pytest.param(spec, name, law, id=f"{spec.chapter}-{name}-{law.__name__}")
        for spec in SPECS
        for name in spec.functions
        for law in laws.LAWS
        if name not in spared(spec, law.__name__) and cases(spec, name, law)
    ],
)
def test_law(spec, name, law):
    ask(spec, name, law)


# --- nothing is forgotten ---------------------------------------------------------------


def test_every_chapter_has_a_spec():
    assert modules(specs) == modules(dlnotes) == [spec.chapter for spec in SPECS]


@by_chapter
def test_every_function_is_public(spec):
    assert spec.module.__all__ == sorted([*own_functions(spec.module), *spec.classes])


@by_chapter
@pytest.mark.parametrize("table", TABLES)
def test_every_function_has_its_rows(spec, table):
    """Or says why not; one that works entry by entry has no sum that could overflow."""
    owed = {*spec.functions}
    if table == "float16":
        owed = {name for name in owed if cases(spec, name, laws.floats)}
        owed -= {*spec.entrywise}
    found = {getattr(row, "call", row).name for row in getattr(spec, table)}
    forgotten, spared = owed - found, {*spec.exempt.get(table, {})}
    assert forgotten - spared == set(), f"they have no row in `{table}`"
    assert spared - forgotten == set(), f"they are spared in vain in `{table}`"
    assert found <= {*spec.functions}


def takes_arrays(annotation):
    """Whether an argument may be an array, or a sequence of them."""
    if typing.get_origin(annotation) is Callable:
        return False
    parts = typing.get_args(annotation)
    as_such = all(kind in parts for kind in typing.get_args(ArrayLike))
    return as_such or any(map(takes_arrays, parts))


@by_chapter
def test_good_calls_have_an_array_wherever_one_fits(spec):
    given = {
        (call.name, label.partition("[")[0]): a.dtype.kind
        for call in spec.good
        for label, a in arrays(None, spec.given(call))
    }
    for name in spec.functions:
        parameters = inspect.signature(getattr(spec.module, name)).parameters
        for argument, parameter in parameters.items():
            if takes_arrays(parameter.annotation):
                kind = given.get((name, argument), "no array")
                wanted = ["f", "i", "b"] if argument in spec.discrete else ["f"]
                assert kind in wanted, (name, argument)


@by_chapter
def test_no_exemption_is_idle(spec):
    """Whoever is spared a law would break it, and has a reason."""
    for law in laws.LAWS:
        for name, reason in spared(spec, law.__name__).items():
            with case(name, law.__name__, reason), pytest.raises(BROKEN):
                ask(spec, name, law)


def test_what_is_known_is_of_functions():
    functions = {name for spec in SPECS for name in spec.functions}
    for law, reasons in KNOWN.items():
        assert hasattr(laws, law)
        assert {*reasons} <= functions


@by_chapter
def test_exemptions_are_of_functions_and_have_a_reason(spec):
    rules = {*TABLES, *(law.__name__ for law in laws.LAWS)}
    for rule, reasons in spec.exempt.items():
        assert rule in rules
        assert {*reasons} <= {*spec.functions}
        assert all(reasons.values())
