"""Autodiff beside the contract: measured slopes, graphs, and the pages' worked network.

The independent truth is PyTorch's autograd, SciPy, and slopes that are known by hand.
"""

import contextlib
import copy
import io
import math
import operator
import pickle
import re
import runpy
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import scipy.optimize
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from checks import assert_parity, assert_refuses, autograd
from dlnotes import autodiff as m
from dlnotes.autodiff import Value
from source import dialect, formulas, snippets
from specs.autodiff import MEASURED, SPEC, X

inf, nan = math.inf, math.nan

# --- numerical derivatives and products -----------------------------------------------


@pytest.mark.parametrize("call", MEASURED, ids=lambda call: call.name)
def test_a_function_may_write_to_its_point_and_keep_it(call):
    seen = []

    def greedy(x):
        seen.append(x)
        total = np.sum(x**3)
        x[:] = 7
        return total

    f, (_, *args) = SPEC.function(call), call.args
    assert_allclose(f(greedy, *args), f(*call.args))
    assert not any(np.may_share_memory(x, args[-1]) for x in seen)
    assert len(seen) == 2 * X.size


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4", "?"])
def test_points_are_float64(dtype):
    seen = set()

    def f(x):
        seen.add(x.dtype)
        return np.sum(x**2)

    x = np.array([[1, 0, 1], [0, 1, 1]]).astype(dtype)
    for slopes in (m.numerical_gradient(f, x), m.numerical_jacobian(f, x)):
        assert_allclose(slopes, 2.0 * x, atol=1e-9)
    assert m.gradient_check(f, 2.0 * x, x) < 1e-9
    assert seen == {np.dtype("f8")}


def test_a_number_gives_a_numpy_scalar():
    assert type(m.numerical_gradient(np.sin, np.float32(3))) is np.float32
    assert type(m.numerical_gradient(np.sin, 3)) is np.float64


def test_infinite_and_missing_values_pass_without_a_warning():
    assert math.isnan(m.numerical_gradient(lambda x: nan, 1.0))
    assert math.isnan(m.numerical_gradient(lambda x: inf, 1.0))
    assert m.numerical_gradient(lambda x: math.copysign(1.7e308, x), 0.0) == inf
    assert math.isnan(m.gradient_check(lambda x: nan, 1.0, 1.0))


SMOOTH = [
    (lambda x: np.sum(np.tanh(x) ** 2), lambda t: (t.tanh() ** 2).sum()),
    (lambda x: np.log(np.sum(np.exp(x))), lambda t: torch.logsumexp(t.ravel(), 0)),
    (lambda x: x.ravel()[0] ** 3 * x.ravel()[-1], lambda t: t[0, 0] ** 3 * t[-1, -1]),
]


@pytest.mark.parametrize(("ours", "theirs"), SMOOTH)
def test_gradient_is_that_of_torch_and_scipy(ours, theirs):
    x = np.random.default_rng(0).normal(size=(3, 5))
    measured = m.numerical_gradient(ours, x)
    assert_allclose(measured, autograd(theirs, x), rtol=1e-7, atol=1e-9)
    flat = scipy.optimize.approx_fprime(x.ravel(), lambda v: ours(v.reshape(x.shape)))
    assert_allclose(measured.ravel(), flat, rtol=1e-5, atol=1e-6)
    assert m.gradient_check(ours, autograd(theirs, x), x) < 1e-8
    assert m.gradient_check(ours, 1.001 * autograd(theirs, x), x) > 1e-4


def test_jacobian_is_that_of_torch():
    x = np.random.default_rng(0).normal(size=(2, 3))
    theirs = torch.autograd.functional.jacobian(
        lambda t: torch.outer(t[0].exp(), t[1])[:, :2], torch.tensor(x)
    )
    ours = m.numerical_jacobian(lambda v: np.outer(np.exp(v[0]), v[1])[:, :2], x)
    assert ours.shape == (3, 2, 2, 3)
    assert_allclose(ours, theirs, rtol=1e-7, atol=1e-9)


@given(st.lists(st.floats(-2, 2), min_size=3, max_size=3))
def test_jacobian_of_a_chain_is_the_product(x):
    W = np.random.default_rng(0).normal(size=(4, 3))
    whole = m.numerical_jacobian(lambda v: np.sin(W @ np.tanh(v)), x)
    inner = np.diag(1 - np.tanh(x) ** 2)
    outer = np.cos(W @ np.tanh(x))[:, None] * W
    assert_allclose(m.chain_rule_product([inner, outer]), whole, rtol=1e-6, atol=1e-8)


def test_error_is_a_v_of_the_step():
    """h**2 / 6 on the right, rounding on the left, least near 6e-6."""
    x = np.linspace(0.5, 1.5, 50)
    steps = 10.0 ** -np.arange(1, 13)
    slopes = [[m.numerical_gradient(np.exp, z, h=h) for z in x] for h in steps]
    errors = np.mean(np.abs(slopes / np.exp(x) - 1), axis=1)
    assert np.argmin(errors) in (4, 5)  # 1e-5 or 1e-6
    assert_allclose(errors[:4], steps[:4] ** 2 / 6, rtol=0.01)
    assert np.all(np.diff(errors[5:]) > 0)


# --- Value ----------------------------------------------------------------------------

# operation, numbers, result, slopes
OPERATIONS = [
    (operator.add, [2, 5], 7, [1, 1]),
    (operator.sub, [2, 5], -3, [1, -1]),
    (operator.mul, [2, 5], 10, [5, 2]),
    (operator.truediv, [2, 5], 0.4, [0.2, -0.08]),
    (operator.truediv, [0, -5], 0, [-0.2, 0]),
    (operator.neg, [2], -2, [-1]),
    (lambda x: x**3, [-2], -8, [12]),
    (lambda x: x**-2, [-2], 0.25, [0.25]),
    (lambda x: x**0.5, [4], 2, [0.25]),
    (lambda x: x**0, [0], 1, [0]),
    (lambda x: x**1, [0], 0, [1]),
    (lambda x: x**1.5, [0], 0, [0]),
    (lambda x: x**2, [1e200], inf, [2e200]),
    (Value.exp, [0], 1, [1]),
    (Value.exp, [-1000], 0, [0]),
    (Value.exp, [1000], inf, [inf]),
    (Value.log, [1], 0, [1]),
    (Value.log, [1e-300], math.log(1e-300), [1e300]),
    (Value.tanh, [0], 0, [1]),
    # float(mp.tanh(20)) is 1; float(mp.sech(20) ** 2), where 1 - tanh**2 is 0
    (Value.tanh, [20], 1, [1.6993417021166355e-17]),
    (Value.relu, [3], 3, [1]),
    (Value.relu, [-3], 0, [0]),
    (Value.relu, [0], 0, [0]),
    (lambda x: 2 + x, [5], 7, [1]),
    (lambda x: 2 - x, [5], -3, [-1]),
    (lambda x: 2 * x, [5], 10, [2]),
    (lambda x: 2 / x, [5], 0.4, [-0.08]),
    (lambda x: x + 2, [5], 7, [1]),
    (lambda x: x - 2, [5], 3, [1]),
    (lambda x: x * 2, [5], 10, [2]),
    (lambda x: x / 2, [5], 2.5, [0.5]),
    (lambda x: np.float32(2) - x, [5], -3, [-1]),
    (lambda x: np.int64(2) * x, [5], 10, [2]),
    (lambda x: x + x, [5], 10, [2]),
    (lambda x: x * x, [5], 25, [10]),
    (lambda x: x * x - x / x, [5], 24, [10]),
    (lambda x: (x * x) * (x * x), [2], 16, [32]),
]

# what is done with a Value, and the refusal
MISUSES = [
    (lambda x: x / 0, ValueError, "must not be 0 in a division, got 0.0"),
    (lambda x: 1 / (x - 3), ValueError, "must not be 0 in a division, got 0.0"),
    (lambda x: (-x) ** 0.5, ValueError, "`exponent` must be whole for -3.0, got 0.5"),
    (
        lambda x: (x - 3) ** -1,
        ValueError,
        "`exponent` must be 0 or at least 1 for 0.0, got -1",
    ),
    (
        lambda x: (x - 3) ** 0.5,
        ValueError,
        "`exponent` must be 0 or at least 1 for 0.0, got 0.5",
    ),
    (lambda x: x**inf, ValueError, "`exponent` must be a finite number, got inf"),
    (lambda x: x**nan, ValueError, "`exponent` must be a finite number, got nan"),
    (lambda x: (x - 3).log(), ValueError, "`log` must be given a number above 0, got 0.0"),
    (lambda x: (-x).log(), ValueError, "`log` must be given a number above 0, got -3.0"),
    (lambda x: x**x, TypeError, "`exponent` must be a real number, got Value"),
    (lambda x: x + "1", TypeError, "must be a Value or a real number, got str"),
    (lambda x: x * True, TypeError, "must be a Value or a real number, got bool"),
    (lambda x: np.ones(2) * x, TypeError, "must be a Value or a real number, got ndarray"),
    (lambda x: x - 1j, TypeError, "must be a Value or a real number, got complex"),
    (lambda x: Value("1"), TypeError, "`data` must be a real number, got str"),
    (lambda x: Value(x), TypeError, "`data` must be a real number, got Value"),
    (lambda x: Value(True), TypeError, "`data` must be a real number, got bool"),
]


@pytest.mark.parametrize(("operation", "numbers", "result", "slopes"), OPERATIONS)
def test_operations_and_their_slopes(operation, numbers, result, slopes):
    operands = [Value(number) for number in numbers]
    y = operation(*operands)
    y.backward()
    assert y.grad == 1
    assert_allclose(y.data, result, rtol=1e-15)
    assert_allclose([operand.grad for operand in operands], slopes, rtol=1e-15)
    assert all(type(v.data) is float and type(v.grad) is float for v in y.graph())


@pytest.mark.parametrize(("misuse", "error", "message"), MISUSES)
def test_misuse_is_refused(misuse, error, message):
    assert_refuses(misuse, [Value(3)], {}, message, error)


@pytest.mark.parametrize("operation", [row[0] for row in OPERATIONS if len(row[1]) == 1])
def test_nan_passes_through(operation):
    x = Value(nan)
    y = operation(x)
    y.backward()
    assert math.isnan(y.data) or operation(Value(3.0)).data == 1  # x**0


def test_a_value_tells_what_it_is():
    x = Value(2, name="x")
    y = (x * 3 - 1).relu()
    assert repr(x) == "Value(2.0, grad=0.0, name='x')"
    assert repr(y) == "Value(5.0, grad=0.0)"
    assert [v.operation for v in y.graph() if v.operands] == ["*", "-", "relu"]
    assert [v.depth for v in y.graph()] == [0, 0, 0, 1, 2, 3]
    made = [x + 1, -x, x * 1, x / 1, x**2, x**-0.5, x.exp(), x.log(), x.tanh(), x.relu()]
    told = ["+", "-", "*", "/", "**2", "**-0.5", "exp", "log", "tanh", "relu"]
    assert [v.operation for v in made] == told


def test_a_graph_lists_operands_first_and_each_once():
    x, w = Value(2.0), Value(3.0)
    y = x * w
    z = (y + x) * (y - w) + y
    graph = z.graph()
    assert len(graph) == len(set(graph)) == 7
    for i, value in enumerate(graph):
        assert all(operand in graph[:i] for operand in value.operands)
    assert graph[-1] is z


def test_a_second_backward_adds_as_in_torch():
    x = Value(3.0)
    y = x * x
    (y * 2).backward()
    once = (x.grad, y.grad)
    (y * 2).backward()
    assert (x.grad, y.grad) == (2 * once[0], 2 * once[1]) == (24, 4)
    y.backward()  # of another number in the same graph
    t = torch.tensor(3.0, requires_grad=True)
    s = t * t
    (s * 2).backward(retain_graph=True)
    (s * 2).backward(retain_graph=True)
    s.backward()
    assert (x.grad, y.grad) == (t.grad.item(), 5) == (30, 5)


def test_backward_changes_no_number():
    x = Value(3.0)
    y = (x * x).tanh()
    before = [v.data for v in y.graph()]
    y.backward()
    assert [v.data for v in y.graph()] == before


def grown(rng, leaves, functions, size=40):
    """A random expression, grown alike from numbers of `Value` and of PyTorch."""
    pool = list(leaves)
    for _ in range(size):
        function = functions[rng.integers(len(functions))]
        first, second = rng.integers(len(pool), size=2)  # often used before, or the same
        pool.append(function(pool[first], pool[second]))
    return sum(pool[1:], pool[0])


def functions(exp, log, tanh, relu):
    """Operations that stay tame for numbers of any size."""
    return [
        lambda a, b: tanh(a + b),
        lambda a, b: tanh(a) - b / 2,
        lambda a, b: tanh(a * b),
        lambda a, b: tanh(a) / (b * b + 1),
        lambda a, b: exp(-(a * a)) * tanh(b),
        lambda a, b: log(1 + a**2) - relu(b),
        lambda a, b: relu(a - b) / 3 + a,
        lambda a, b: (a**2 + 0.5) ** -0.5 * 2 - tanh(b) ** 3,
        lambda a, b: 1 / (1 + exp(-tanh(a))),
    ]


@pytest.mark.parametrize("part", range(4))
def test_200_random_graphs_with_reused_nodes(part):
    for seed in range(50 * part, 50 * part + 50):
        numbers = np.random.default_rng(seed).normal(size=3)
        leaves = [Value(x) for x in numbers]
        ours = functions(Value.exp, Value.log, Value.tanh, Value.relu)
        y = grown(np.random.default_rng(seed), leaves, ours)
        y.backward()
        tensors = [torch.tensor(x, requires_grad=True) for x in numbers]
        theirs = functions(torch.exp, torch.log, torch.tanh, torch.relu)
        t = grown(np.random.default_rng(seed), tensors, theirs)
        t.backward()
        assert_allclose(y.data, t.item(), rtol=1e-11)
        grads = [leaf.grad for leaf in leaves]
        theirs = torch.stack([x.grad for x in tensors])
        assert_parity(grads, theirs, rtol=1e-9, atol=1e-12)
        uses = [value for node in y.graph() for value in node.operands]
        assert len(uses) > len(set(uses)) + 10  # nodes are reused, or the test is none


def test_a_chain_of_10_000_needs_no_recursion():
    x = Value(0.5)
    y = x
    for _ in range(10_000):
        y = y * 0.9999 + 0.0001
    assert y.depth == 20_000
    y.backward()
    assert_allclose(x.grad, 0.9999**10_000, rtol=1e-10)
    t = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
    s = t
    for _ in range(10_000):
        s = s * 0.9999 + 0.0001
    s.backward()
    assert_allclose(x.grad, t.grad.item(), rtol=1e-12)
    del y  # nor does forgetting it


def test_2_to_the_50_paths_are_added_in_50_steps():
    x = Value(1.0)
    y = x
    for _ in range(50):
        y = y + y
    y.backward()
    assert x.grad == 2.0**50


@given(st.lists(st.floats(-3, 3), min_size=4, max_size=4))
def test_gradient_of_a_value_is_the_slope(numbers):
    def f(a, b, c, d):
        return ((a * b + c).tanh() * d - a / (b * b + 1)) ** 2 + (c * d).exp() / 9

    leaves = [Value(x) for x in numbers]
    f(*leaves).backward()
    grads = [leaf.grad for leaf in leaves]
    slopes = m.numerical_gradient(lambda x: f(*map(Value, x)).data, numbers)
    assert_allclose(grads, slopes, rtol=1e-5, atol=1e-6)


def test_arrays_of_values_multiply_as_matrices():
    rng = np.random.default_rng(0)
    W, x = rng.normal(size=(3, 2)), rng.normal(size=2)
    values = np.array([[Value(w) for w in row] for row in W])
    loss = np.sum((values @ x) ** 2)
    loss.backward()
    assert_allclose(loss.data, np.sum((W @ x) ** 2))
    grads = [[w.grad for w in row] for row in values]
    assert_allclose(grads, 2 * np.outer(W @ x, x))
    assert_array_equal(np.shape(values), (3, 2))


# --- the worked network of the pages --------------------------------------------------

DOCS = Path(__file__).parents[1] / "docs"
FORWARD = runpy.run_path(str(DOCS / "figures" / "networks" / "forward-graph.py"))
NET = FORWARD["NET"]
WORKED = [
    pytest.param(DOCS / language / f"{page}.md", id=f"{language}/{page}")
    for language in ("ko", "en")
    for page in ("networks/forward", "autodiff/backpropagation")
]
NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:\.\d+)?")


@cache
def run(path):
    """Each snippet: the names it leaves, and what it prints."""
    found = []
    for snippet in snippets.find(path.read_text("utf-8")):
        names, printed = {"__name__": "__main__"}, io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(snippet.code.source, names)
        found.append((names, printed.getvalue()))
    return found


def entries(names):
    """The numbers of the network that a snippet holds, by the name of `NET`."""
    found = {}
    for name, value in names.items():
        if isinstance(value, Value):
            found[re.sub(r"(?<=[a-z])(?=\d)", "_", name)] = value.data
        elif name in "WbVcxt" and isinstance(value, np.ndarray | torch.Tensor):
            array = np.asarray(value.detach() if torch.is_tensor(value) else value)
            letter = {"W": "w", "V": "v"}.get(name, name)
            shown = array[0] if name == "V" else array
            for index in np.ndindex(shown.shape):
                number = "".join(str(i + 1) for i in index)
                key = letter if name in "ct" else f"{letter}_{number}"
                found[key] = float(shown[index])
    return {name: number for name, number in found.items() if name in NET}


@pytest.mark.parametrize("path", WORKED)
def test_every_snippet_holds_the_same_network(path):
    held = [entries(names) for names, _ in run(path)]
    whole = [numbers for numbers in held if len(numbers) >= 6 and "w_11" in numbers]
    assert len(whole) >= 2, "a telling by scalars and one by arrays"
    for numbers in whole:
        assert numbers == {name: NET[name] for name in numbers}
    assert {name for numbers in whole for name in numbers} == set(NET)


@pytest.mark.parametrize("path", WORKED)
def test_every_formula_with_numbers_is_checked_with_the_same_network(path):
    given = []
    for shown in formulas.find(path.read_text("utf-8")):
        if not re.search(r"\\cdot \(?-?\d|= -?\d", shown.tex):
            continue
        assert shown.mark == "check", shown.tex
        domain = dict(re.findall(r"\b(\w+) = (-?[\d.]+)(?=,|$)", shown.binding))
        numbers = {name: float(x) for name, x in domain.items() if name in NET}
        assert numbers == {name: NET[name] for name in numbers}
        given.append(set(numbers))
    assert len(given) >= 2
    assert set().union(*given) == set(NET)


def prose(path):
    """The text outside of code, displayed formulas and folded answers."""
    text = re.sub(r"(?s)\A---.*?\n---\n", "", path.read_text("utf-8"))
    text = re.sub(r"(?ms)^ *(```|\$\$).*?^ *\1$|<!--.*?-->|^ +.*?$", "", text)
    return text.split("{ #exercises }")[0]


@pytest.mark.parametrize("path", WORKED)
def test_every_decimal_in_prose_was_printed(path):
    """So that no number stays behind when the network changes."""
    printed = " ".join(out for _, out in run(path)).replace("−", "-")
    known = {float(x) for x in re.findall(r"-?\d+\.?\d*", printed)} | set(NET.values())
    text = dialect.FIGURE.sub("", prose(path))
    for number in re.findall(r"(?<![\d.:])\d+\.\d+(?![\d.]|절)", text):
        assert float(number) in known or -float(number) in known, number


@pytest.mark.parametrize("path", WORKED)
def test_the_graph_is_described_as_it_is_drawn(path):
    loss = FORWARD["network"](NET)
    loss.backward()
    graph = loss.graph()
    drawn = {v.data for v in graph}
    if path.stem == "backpropagation":
        drawn = {v.grad for v in graph}
    [line] = [
        shown
        for shown in dialect.FIGURE.finditer(path.read_text("utf-8"))
        if shown["name"].endswith("graph")
    ]
    told = [float(x.replace("−", "-")) for x in NUMBER.findall(line["alt"])]
    assert set(told) <= drawn
    assert len(told) >= 15


COPIES = [
    copy.deepcopy,
    lambda given: pickle.loads(pickle.dumps(given)),
    lambda given: pickle.loads(pickle.dumps(given, protocol=0)),
    lambda given: pickle.loads(pickle._dumps(given)),  # Python's own, not that in C
]


@pytest.mark.parametrize("made_again", COPIES)
def test_a_long_graph_can_be_copied_with_its_leaves(made_again):
    x, y = Value(1.5, name="x"), Value(2.0)
    half = loss = x * y
    for i in range(3000):
        loss = loss + x if i % 2 else loss * 1.0
    for numbers in ([x, half, loss], [loss, half, x]):
        copied = made_again(numbers)
        twins = dict(zip(numbers, copied, strict=True))
        assert not {*numbers} & {*copied}
        twins[loss].backward()
        assert twins[x].grad == 2 + 1500
        assert twins[half].grad == 1
        assert repr(twins[x]) == "Value(1.5, grad=1502.0, name='x')"
        assert [v.data for v in twins[loss].graph()] == [v.data for v in loss.graph()]
    assert x.grad == 0
    again = copy.copy(loss)
    assert again is not loss
    assert again.operands == loss.operands
