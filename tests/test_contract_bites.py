"""The contract suite is red where it must be: for functions that are wrong on purpose."""

from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import ArrayLike

import laws
import test_contract as suite
from dlnotes._array import Array, as_finite, as_float
from dlnotes._sums import rounded
from specs import Call, Spec

Generator = np.random.Generator
X = np.array([[-1.0, 0.5, 2.0], [3.0, -0.25, 1.0]])
MANY, LABELS = np.ones(70_000), np.array([0, 2, 1])


def scaled(x: ArrayLike, *, factor: float = 2.0) -> Array:
    """A function that keeps the contract."""
    x = as_float("x", x)
    with np.errstate(over="ignore", invalid="ignore"):
        return rounded(x * as_finite("factor", factor, x), x)


# --- laws ---------------------------------------------------------------------------------


def writes(x):
    x *= 2
    return x.copy()


def hands_back(x):
    return x[:1]


def empties(params):
    return params.pop() * 2


def sum_in_a_box(x) -> Array:
    return np.array(np.sum(x))


def numpys_sum(x) -> float:
    return np.sum(x)


def widens(x):
    return np.asarray(x, float) * 2


def doubles(x):
    return np.asarray(x) * 2


def hides_nan(x):
    return np.nan_to_num(x)


def warns(x):
    return np.exp(x)


def asks_for_a_method(x):
    return x.sum()


def reads_the_memory(x):
    return np.ravel(x, order="K")


def sorts(x):
    return np.sort(x)


def adds_in_float16(x):
    return np.sum(x, dtype=x.dtype) / len(x)


def squares_in_float16(x):
    return np.sqrt(np.mean((x * 1e-4) ** 2))


def squares_on_the_way(x):
    with np.errstate(over="ignore"):
        return np.sqrt(x * x)


def multiplies(x, *, factor: float = 2.0):
    return x * factor


def takes_any_count(*, n: int = 2):
    return np.ones(2) * 2


def takes_a_seed(*, rng: Generator):
    return np.random.default_rng(rng).normal()


def brings_its_own_seed(*, rng: Generator):
    return np.random.default_rng(0).normal()


def brings_its_own_chance(*, rng: Generator):
    return np.random.default_rng().normal()


RNG, RED = np.random.default_rng(0), AssertionError
NO_ERROR = pytest.fail.Exception  # what pytest.raises says where nothing was raised

# the law, a function that breaks it, its arguments, how that shows
BITES = [
    (laws.purity, writes, {"x": X}, ValueError),  # to an array that is read-only
    (laws.purity, hands_back, {"x": X}, RED),
    (laws.purity, empties, {"params": [X, X + 1]}, RED),
    (laws.kinds, sum_in_a_box, {"x": X}, RED),
    (laws.kinds, numpys_sum, {"x": X}, RED),
    (laws.floats, widens, {"x": X}, RED),
    (laws.integers, doubles, {"x": X}, RED),
    (laws.widths, doubles, {"x": LABELS}, RED),
    (laws.nan, hides_nan, {"x": X}, RED),
    (laws.no_warning, warns, {"x": X}, RuntimeWarning),
    (laws.lists, asks_for_a_method, {"x": X}, AttributeError),
    (laws.layout, reads_the_memory, {"x": X}, RED),
    (laws.entrywise, sorts, {"x": X}, np.exceptions.AxisError),
    (laws.entrywise, asks_for_a_method, {"x": X}, RED),
    (laws.float16, adds_in_float16, {"x": MANY}, RuntimeWarning),
    (laws.float16, squares_in_float16, {"x": MANY}, RED),
    (laws.edges, squares_on_the_way, {"x": X}, RED),
    (laws.real_numbers, doubles, {"x": X}, NO_ERROR),
    (laws.masked, doubles, {"x": X}, NO_ERROR),
    (laws.number_options, multiplies, {"x": X}, NO_ERROR),
    (laws.count_options, takes_any_count, {"n": 2}, NO_ERROR),
    (laws.generator_options, takes_a_seed, {"rng": RNG}, NO_ERROR),
    (laws.chance, brings_its_own_seed, {"rng": RNG}, RED),
    (laws.chance, brings_its_own_chance, {"rng": RNG}, RED),
]


@pytest.mark.parametrize(("law", "wrong", "given", "error"), BITES)
def test_law_bites(law, wrong, given, error):
    with pytest.raises(error):
        law(wrong, given)


def test_every_law_bites():
    assert {law for law, *_ in BITES} == {*laws.LAWS}


@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
def test_law_with_nothing_to_ask_fails(law):
    with pytest.raises(AssertionError, match="nothing to ask"):
        law(lambda: 1.0, {})


# --- rows, and what is forgotten --------------------------------------------------------


def spec_of(f=scaled, **tables):
    """The spec of a chapter with one function, complete but for the tables given."""
    call = Call(f.__name__, X, factor=3.0)
    whole = {
        "good": [call],
        "values": [Call(f.__name__, [1, 2]).gives([2, 4])],
        "parity": [call.like(lambda x, factor: x * factor)],
        "refusals": [Call(f.__name__, X, factor=np.inf).refuses("must be a finite number")],
        "entrywise": [f.__name__],
        "parity_within": {"rtol": 0},
    }
    names = {"__name__": "dlnotes.fake", "__all__": [f.__name__], f.__name__: f}
    return Spec(module=SimpleNamespace(**names), **{**whole, **tables})


def test_a_function_that_keeps_the_contract_passes():
    spec = spec_of()
    suite.test_values(spec, "scaled")
    suite.test_parity(spec, "scaled")
    suite.test_refusals(spec, "scaled")
    for law in laws.LAWS:
        suite.test_law(spec, "scaled", law)
    for table in suite.TABLES:
        suite.test_every_function_has_its_rows(spec, table)
    suite.test_good_calls_have_an_array_wherever_one_fits(spec)
    suite.test_no_exemption_is_idle(spec)
    suite.test_exemptions_are_of_functions_and_have_a_reason(spec)


THREE, TEXT = Call("scaled", [1, 2, 3]), Call("scaled", "1")
WRONG_ROWS = [
    ("values", THREE.gives([2, 4, 6.1]), RED),
    ("values", THREE.gives([[2, 4, 6]]), RED),
    ("values", Call("scaled", [2, 2]).gives(4), RED),
    ("values", THREE.gives([2, 4, 6], 1), ValueError),  # one result is missing
    ("values", THREE.gives(), ValueError),  # or one too many
    ("values", THREE.gives([2, 4, 6.1], ...), RED),
    ("parity", THREE.like(lambda x: np.array([2, 4, 6.1])), RED),
    ("parity", THREE.like(lambda x: np.array([[2, 4, 6]])), RED),
    ("refusals", THREE.refuses("`x` must hold real numbers"), NO_ERROR),
    ("refusals", TEXT.refuses("`x` must hold integers", TypeError), RED),
    ("refusals", TEXT.refuses("`x` must hold real numbers"), TypeError),
]


@pytest.mark.parametrize(("table", "row", "error"), WRONG_ROWS)
def test_wrong_rows_are_red(table, row, error):
    right = getattr(spec_of(), table)
    with pytest.raises(error) as found:
        getattr(suite, f"test_{table}")(spec_of(**{table: [*right, row]}), "scaled")
    assert found.value.__notes__ == [f"case: {row.call}"]


@pytest.mark.parametrize("table", ["good", "values", "parity", "refusals"])
def test_a_forgotten_function_is_named(table):
    with pytest.raises(AssertionError, match=f"(?s)no row in `{table}`.*scaled"):
        suite.test_every_function_has_its_rows(spec_of(**{table: []}), table)


def test_a_sum_needs_its_row_for_float16():
    with pytest.raises(AssertionError, match="no row in `float16`"):
        suite.test_every_function_has_its_rows(spec_of(entrywise=[]), "float16")


def test_good_calls_without_arrays_are_red():
    for call in (Call("scaled", [1.0]), Call("scaled", LABELS)):
        with pytest.raises(AssertionError, match="'scaled', 'x'"):
            suite.test_good_calls_have_an_array_wherever_one_fits(spec_of(good=[call]))


def test_exemptions_must_be_needed_and_right():
    idle = spec_of(exempt={"nan": {"scaled": "it hides them"}})
    with pytest.raises(suite.BROKEN, match="DID NOT RAISE"):
        suite.test_no_exemption_is_idle(idle)
    in_vain = spec_of(exempt={"values": {"scaled": "it has none"}})
    with pytest.raises(AssertionError, match="spared in vain"):
        suite.test_every_function_has_its_rows(in_vain, "values")
    for wrong in (
        {"nam": {"scaled": "a"}},
        {"nan": {"scale": "a"}},
        {"nan": {"scaled": ""}},
    ):
        with pytest.raises(AssertionError):
            suite.test_exemptions_are_of_functions_and_have_a_reason(spec_of(exempt=wrong))


def test_a_chapter_without_a_spec_is_red(monkeypatch):
    monkeypatch.setattr(suite, "SPECS", suite.SPECS[1:])
    with pytest.raises(AssertionError):
        suite.test_every_chapter_has_a_spec()


def test_a_failure_names_the_call_and_the_case():
    def hides(x: ArrayLike) -> Array:
        return np.nan_to_num(as_float("x", x))

    with pytest.raises(AssertionError) as found:
        suite.test_law(spec_of(hides, good=[Call("hides", X)]), "hides", laws.nan)
    first, second = found.value.__notes__
    assert first == "case: `x`"
    assert second.startswith("case: hides(array([[")
