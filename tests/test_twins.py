"""The reference page on PyTorch: its tables follow from the facts that the specs prove."""

import pkgutil
import re

import pytest

import test_conventions
import twins
from given import case
from pages import tables
from pages.grids import breakable
from pages.twins import REASONS, elsewhere
from rows import SPECS, rows
from source import facts, kept
from source.page import pages

ROWS = {row["function"]: row for row in facts.table("twins")}
WITHIN = {row["function"]: float(row["within"]) for row in facts.table("differences")}
CONVENTIONS = facts.table("conventions")
FUNCTIONS = {name: spec for spec in SPECS for name in spec.functions}
COMPARED = {row.call.name: spec for spec in SPECS for row in spec.parity}
LIBRARIES = {"matplotlib", "numpy", "scipy", "sklearn", "torch"}
GRADIENT = re.compile("_(grad|backward)$")  # autograd is given the function itself
by_function = pytest.mark.parametrize("name", COMPARED)


def named(name):
    """The twins of a function."""
    return list(filter(None, ROWS[name]["twins"].split("|")))


# --- twins --------------------------------------------------------------------------------


def test_every_function_is_in_the_table_once():
    assert sorted(row["function"] for row in facts.table("twins")) == sorted(FUNCTIONS)


def test_every_function_that_is_compared_has_its_difference():
    assert list(WITHIN) == [name for name in ROWS if name in COMPARED]


@by_function
def test_rows_call_the_twins(name):
    assert twins.uncalled(COMPARED[name], name, named(name)) == []


@pytest.mark.parametrize("name", [n for n in COMPARED if not GRADIENT.search(n)])
def test_a_function_of_a_library_that_a_row_holds_is_a_twin(name):
    known = [pkgutil.resolve_name(twin) for twin in named(name)]
    for row in rows(COMPARED[name], "parity", name):
        for part in twins.held(row.theirs):
            library = str(getattr(part, "__module__", "")).partition(".")[0]
            assert library not in LIBRARIES or part in known or type(part) in known


@by_function
def test_the_difference_is_that_of_the_table(name):
    """Rounding may differ from machine to machine, the power of ten may not by much."""
    apart, discrete = twins.largest(COMPARED[name], name)
    assert apart <= WITHIN[name] <= max(twins.ROUNDING, 100 * apart), "see `make outputs`"
    assert discrete or WITHIN[name], "numbers with a point may differ elsewhere"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_has_twins_or_a_reason(name):
    assert bool(named(name)) != bool(ROWS[name]["why"])
    assert ROWS[name]["why"] in {"", *REASONS["ko"]} & {"", *REASONS["en"]}


@pytest.mark.parametrize("name", [name for name in ROWS if name not in COMPARED])
def test_twins_that_no_row_calls_are_compared_by_the_chapter(name):
    """By tests of its own, or by a snippet on one of its pages."""
    chapter = FUNCTIONS[name].chapter
    files = [*kept.ROOT.glob(f"tests/test_{chapter}*.py")]
    files += kept.ROOT.glob(f"docs/en/{chapter}/*.md")
    text = "".join(path.read_text("utf-8") for path in files)
    for twin in named(name):
        with case(twin):
            assert pkgutil.resolve_name(twin)
            assert twin.rpartition(".")[2] in text


# --- pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_has_every_function_and_convention(language):
    page = pages(language)["reference/pytorch"]
    shown = tables.filled(page.text, page)
    for name, spec in FUNCTIONS.items():
        assert f"api/{spec.chapter}.md#dlnotes.{spec.chapter}.{name})" in shown
    for row in CONVENTIONS:
        assert shown.count(f'id="{facts.convention_id(row)}"') == 1
    assert "`F.cross_entropy`, `nn.CrossEntropyLoss`" in shown


def test_pages_of_functions_name_the_twins():
    page = pages("en")["api/losses"]
    assert elsewhere("mse_loss_grad", page) == "In other libraries: `Tensor.backward`"
    told = elsewhere("kl_div", page)
    assert (
        "`F.kl_div`, `nn.KLDivLoss`, `scipy.stats.entropy` · Other conventions: [" in told
    )
    assert "(../reference/pytorch.md#convention-kl-order)" in told
    assert elsewhere("nll_from_likelihood", page) == ""


def test_long_names_in_tables_may_break():
    html = "<p><code>a_b</code></p><table><td>c_d <code>e.f_g</code></td></table>"
    broken = "<table><td>c_d <code>e.<wbr>f_<wbr>g</code></td></table>"
    assert breakable(html) == f"<p><code>a_b</code></p>{broken}"


# --- the tools ----------------------------------------------------------------------------


def test_bounds_are_powers_of_ten_with_room():
    assert twins.bound(0, discrete=True) == 0
    assert twins.bound(0, discrete=False) == twins.bound(4e-16, discrete=False) == 1e-15
    assert twins.bound(6e-16, discrete=False) == 1e-14
    assert twins.bound(4e-9, discrete=False) == 1e-8
    assert twins.bound(7e-3, discrete=True) == 1e-2


def test_calls_are_seen_in_python_and_c_and_in_methods():
    import torch
    from torch.nn import functional

    names = ["torch.nn.functional.softmax", "torch.Tensor.softmax", "torch.nn.ReLU"]
    x = torch.zeros(2)
    assert twins.called(lambda: functional.softmax(x, 0), names) == {*names[:2]}
    assert twins.called(lambda: torch.nn.ReLU()(x), names) == {names[2]}
    assert twins.called(lambda: torch.nn.ReLU6()(x), names) == set()


# --- conventions --------------------------------------------------------------------------


def test_every_convention_has_a_test_and_every_test_a_convention():
    ids = [row["id"] for row in CONVENTIONS]
    tests = [name for name in vars(test_conventions) if name.startswith("test_")]
    assert [f"test_{i.replace('-', '_').lower()}" for i in ids] == tests


@pytest.mark.parametrize("row", CONVENTIONS, ids=lambda row: row["id"])
def test_a_convention_is_of_functions_and_told_twice(row):
    classes = {name for spec in SPECS for name in spec.classes}
    assert {*row["functions"].split("; ")} <= FUNCTIONS.keys() | classes
    assert row["ko"].endswith("다.")
    assert row["en"].endswith(".")
    assert max(len(row["ko"]), len(row["en"])) < 320, "short"
    assert not [*facts.rejected(row["ko"])]
