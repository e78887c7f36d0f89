"""Neurons: truth tables, scikit-learn's Perceptron, and the bound on mistakes."""

import itertools
import math

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.datasets import load_iris
from sklearn.linear_model import Perceptron

from checks import (
    assert_options_are_single_numbers,
    assert_pure,
    assert_refuses,
    outcomes,
    own_functions,
)
from dlnotes import neurons as m

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan

# --- tables ---------------------------------------------------------------------------

ROWS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
AND, OR, NAND, NOR, XOR = (
    [0, 0, 0, 1],
    [0, 1, 1, 1],
    [1, 1, 1, 0],
    [1, 0, 0, 0],
    [0, 1, 1, 0],
)
SECOND = {"inhibitory": [False, True]}

# name, arguments, options, what comes. Fits by hand: (0, 0) of class 0 scores 0, which
# counts as class 1, so b becomes -1, and so on down the table.
VALUES = [
    ("mcp_neuron", [ROWS, [1, 1], 2], {}, AND),
    ("mcp_neuron", [ROWS, [1, 1], 1], {}, OR),
    ("mcp_neuron", [ROWS, [-1, -1], -1], {}, NAND),
    ("mcp_neuron", [ROWS, [-1, -1], 0], {}, NOR),
    ("mcp_neuron", [[[0], [1]], [-1], 0], {}, [1, 0]),  # NOT
    ("mcp_neuron", [ROWS, [1, 1], 1], SECOND, [0, 0, 1, 0]),
    ("mcp_neuron", [ROWS, [9, 9], 0], SECOND, [1, 0, 1, 0]),  # NOT of the second alone
    ("mcp_neuron", [ROWS, [1, 99], 1], SECOND, [0, 0, 1, 0]),  # no weight outvotes it
    ("mcp_neuron", [ROWS, [1, 1], 0], {"inhibitory": [True, True]}, NOR),
    ("mcp_neuron", [[1, 1], [0.1, 0.2], 0.1 + 0.2], {}, 1),
    ("mcp_neuron", [[[nan, 0], [1, 0]], [1, 1], 1], {}, [nan, 1]),
    ("mcp_neuron", [[[1, nan], [1, 1]], [1, 1], 1], SECOND, [nan, 0]),
    ("mcp_neuron", [[[1, 1], [0, 1]], [inf, 1], 1], {}, [1, nan]),  # 0 * inf
    ("mcp_neuron", [np.ones((2, 0)), [], 0], {}, [1, 1]),
    ("perceptron_predict", [ROWS, [1, 1], -1], {}, OR),
    ("perceptron_predict", [[3, 4], [4, -3], 0], {}, 1),  # exactly 0
    ("perceptron_predict", [[3, 4], [4, -3], -5e-324], {}, 0),
    ("perceptron_predict", [[[nan, 1], [1, 1]], [1, 1], 0], {}, [nan, 1]),
    ("perceptron_update", [[1, 2], 0, [0, 0], 0], {}, ([-1, -2], -1)),
    ("perceptron_update", [[1, 2], 1, [0, 0], 0], {}, ([0, 0], 0)),
    ("perceptron_update", [[1, 2], 1, [3, -4], 0.5], {"lr": 0.25}, ([3.25, -3.5], 0.75)),
    ("perceptron_update", [[inf, 2], 1, [1, 0], 0], {}, ([1, 0], 0)),
    ("perceptron_update", [[nan, 2], 1, [1, 0], 0], {}, ([nan, nan], nan)),
    ("perceptron_fit", [[[2.0]], [0]], {}, ([-2], -1, 1)),
    ("perceptron_fit", [[[2.0], [-1.0]], [1, 1]], {}, ([0], 0, 0)),
    ("perceptron_fit", [[[2.0], [-1.0]], [1, 0]], {}, ([1], -1, 1)),
    ("perceptron_fit", [ROWS, AND], {"max_epochs": 1}, ([1, 1], 0, 2)),
    ("perceptron_fit", [ROWS, AND], {}, ([2, 1], -3, 11)),
    ("perceptron_fit", [[[nan]], [1]], {"max_epochs": 3}, ([nan], nan, 3)),
    # R^2 = 1 + 1 + 1, |w, b|^2 = 4 + 4 + 9, the margin is 1 on all four
    ("perceptron_mistake_bound", [ROWS, AND, [2, 2], -3], {}, 3 * 17),
    # R^2 = 25 + 1, |w, b|^2 = 1, margins 3 and 2
    ("perceptron_mistake_bound", [[[3, 4], [-2, 0]], [1, 0], [1, 0], 0], {}, 26 / 4),
    ("perceptron_mistake_bound", [[[1.0]], [1], [1e-200], 0], {}, 2),
    ("perceptron_mistake_bound", [[[nan]], [1], [1], 0], {}, nan),
]

X = np.random.default_rng(1).normal(size=(11, 3))
LABELS = (X @ [1, -2, 3] > 0.1) * 1.0
WEIGHTS = [1.0, -2.0, 3.0]
BITS = (X > 0) * 1.0

ARGS = {
    "mcp_neuron": [BITS, np.array(WEIGHTS), 0.5],
    "perceptron_predict": [X, np.array(WEIGHTS), -0.1],
    "perceptron_update": [X[0], 1.0, np.array(WEIGHTS), -0.1],
    "perceptron_fit": [X, LABELS],
    "perceptron_mistake_bound": [X, LABELS, np.array(WEIGHTS), -0.1],
}
ARRAYS = {
    "mcp_neuron": [0, 1],
    "perceptron_predict": [0, 1],
    "perceptron_update": [0, 2],
    "perceptron_fit": [0, 1],
    "perceptron_mistake_bound": [0, 1, 2],
}

EACH = "one entry for each in a row of `X` of shape (11, 3), got shape (2,)"
SIDE = (
    "`w` and `b` must put every sample strictly on the side of its class, got a margin of"
)
REFUSALS = [
    ("mcp_neuron", [[0, 0.5], [1, 1], 1], {}, "`x` must hold nothing but 0 and 1, got 0.5"),
    ("mcp_neuron", [[0, -1], [1, 1], 1], {}, "`x` must hold nothing but 0 and 1, got -1.0"),
    ("mcp_neuron", [ROWS, [1, 1, 1], 1], {}, "of shape (4, 2), got shape (3,)"),
    ("mcp_neuron", [ROWS, [[1], [1]], 1], {}, "of shape (4, 2), got shape (2, 1)"),
    ("mcp_neuron", [1, [1], 1], {}, "`weights` must have one entry for each in a row of"),
    ("mcp_neuron", [ROWS, [1, 1], nan], {}, "`threshold` must be a finite number, got nan"),
    (
        *("mcp_neuron", [ROWS, [1, 1], 1], {"inhibitory": [True]}),
        "`inhibitory` must have one entry for each in a row of `x` of shape (4, 2)",
    ),
    ("perceptron_predict", [X, [1, 2], 0], {}, f"`w` must have {EACH}"),
    ("perceptron_update", [X, 1, WEIGHTS, 0], {}, "`x` must have shape (D,), got (11, 3)"),
    ("perceptron_update", [X[0], 1, [1, 2], 0], {}, "`x` of shape (3,), got shape (2,)"),
    ("perceptron_update", [X[0], -1, WEIGHTS, 0], {}, "`y` must hold nothing but 0 and 1"),
    *(
        (name, ARGS[name], {"lr": lr}, f"`lr` must be a finite number above 0, got {lr}")
        for name in ("perceptron_update", "perceptron_fit")
        for lr in (0, -1.0, inf, nan)
    ),
    ("perceptron_fit", [X[0], LABELS], {}, "`X` must have shape (N, D), got (3,)"),
    ("perceptron_fit", [X[:0], []], {}, "`X` must not be empty, got shape (0, 3)"),
    ("perceptron_fit", [X, LABELS[:, None]], {}, "of shape (11, 3), got shape (11, 1)"),
    ("perceptron_fit", [X, LABELS[:-1]], {}, "`y` must have one class for each row of `X`"),
    (
        "perceptron_fit",
        [X, 2 * LABELS - 1],
        {},
        "`y` must hold nothing but 0 and 1, got -1",
    ),
    ("perceptron_fit", [X, LABELS], {"max_epochs": 0}, "`max_epochs` must be at least 1"),
    ("perceptron_mistake_bound", [X, LABELS, [1, 2], 0], {}, f"`w` must have {EACH}"),
    ("perceptron_mistake_bound", [ROWS, AND, [1, 1], -2], {}, f"{SIDE} 0.0"),
    ("perceptron_mistake_bound", [ROWS, XOR, [1, 1], -0.5], {}, f"{SIDE} -1.5"),
]


def call(name, args, **options):
    return outcomes(getattr(m, name)(*args, **options))


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m)
    for table in (VALUES, REFUSALS):
        assert {row[0] for row in table} == set(m.__all__)
    assert set(ARGS) == set(ARRAYS) == set(m.__all__)


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "expected"), VALUES)
def test_values(name, args, options, expected):
    expected = expected if isinstance(expected, tuple) else (expected,)
    for y, true in zip(call(name, args, **options), expected, strict=True):
        assert np.shape(y) == np.shape(true)
        assert_allclose(y, true, rtol=1e-15, atol=0)


def test_14_of_16_functions_of_two_inputs_are_one_neuron():
    found = {
        tuple(m.mcp_neuron(ROWS, w, level))
        for w in itertools.product([-2, -1, 1, 2], repeat=2)
        for level in np.arange(-4.5, 5, 0.5)
    }
    assert len(found) == 14
    found |= {
        tuple(m.mcp_neuron(ROWS, w, level, inhibitory=veto))
        for w in itertools.product([-2, -1, 1, 2], repeat=2)
        for level in range(-4, 5)
        for veto in itertools.product([False, True], repeat=2)
    }
    assert len(found) == 14
    assert tuple(XOR) not in found
    assert tuple(1 - np.array(XOR)) not in found


def test_two_layers_make_xor():
    hidden = np.stack(
        [m.mcp_neuron(ROWS, [1, 1], 1), m.mcp_neuron(ROWS, [1, 1], 2)], axis=1
    )
    assert_array_equal(m.mcp_neuron(hidden, [1, -1], 1), XOR)
    assert_array_equal(
        m.mcp_neuron(hidden, [1, 1], 1, inhibitory=[False, True]), XOR
    )  # the veto does the same


# --- parity ---------------------------------------------------------------------------

IRIS = load_iris()
# versicolor first, so that both start with a mistake: with all weights 0, scikit-learn
# corrects at a score of 0 whatever the class is
SEPARABLE = (IRIS.data[:100][::-1], (IRIS.target[:100] == 0)[::-1] * 1.0)
MIXED = (IRIS.data[50:], (IRIS.target[50:] == 2) * 1.0)


@pytest.mark.parametrize(("X", "y"), [SEPARABLE, MIXED])
@pytest.mark.parametrize(("lr", "epochs"), [(1.0, 1), (1.0, 5), (0.25, 20)])
def test_fit_is_scikit_learns(X, y, lr, epochs):
    # whole millimetres, so that sums are exact; in these epochs no score of class 1 is 0
    X = np.round(X * 10)
    theirs = Perceptron(shuffle=False, tol=None, max_iter=epochs, eta0=lr).fit(X, y)
    w, b, _ = m.perceptron_fit(X, y, lr=lr, max_epochs=epochs)
    assert_array_equal(w, theirs.coef_[0])
    assert b == theirs.intercept_[0]
    assert_array_equal(m.perceptron_predict(X, w, b), theirs.predict(X))


def test_predict_is_a_step_after_a_linear_layer():
    ours = m.perceptron_predict(X, WEIGHTS, -0.1)
    scores = torch.nn.functional.linear(
        torch.tensor(X), torch.tensor([WEIGHTS]).double(), torch.tensor([-0.1]).double()
    )
    assert_array_equal(ours, torch.heaviside(scores, torch.ones_like(scores))[:, 0])


def test_update_is_a_step_down_the_hinge_without_margin():
    for x, y in zip(X, LABELS, strict=True):
        w = torch.tensor([0.5, 1.0, -1.0], dtype=torch.float64, requires_grad=True)
        b = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
        torch.relu(-(2 * y - 1) * (torch.tensor(x) @ w + b)).backward()
        ours = m.perceptron_update(x, y, w.detach().numpy(), b.item(), lr=0.7)
        assert_allclose(ours[0], (w - 0.7 * w.grad).detach().numpy(), rtol=1e-14)
        assert_allclose(ours[1], (b - 0.7 * b.grad).item(), rtol=1e-14)


# --- laws -----------------------------------------------------------------------------


@st.composite
def separable(draw):
    """Samples that a hyperplane with some room on both sides separates, and the plane."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, d = draw(st.integers(1, 13)), draw(st.integers(1, 5))
    X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), rng.normal()
    score = (X @ w + b) / np.sqrt(w @ w + b * b)
    assume(np.abs(score).min() > 0.05)
    return X, (score > 0) * 1.0, w, b


@given(problem=separable(), seed=st.one_of(st.none(), st.integers(0, 99)))
def test_mistakes_stay_within_the_bound(problem, seed):
    X, y, w_star, b_star = problem
    bound = m.perceptron_mistake_bound(X, y, w_star, b_star)
    rng = None if seed is None else np.random.default_rng(seed)
    # every epoch but the last has a mistake
    w, b, n_updates = m.perceptron_fit(X, y, max_epochs=math.floor(bound) + 1, rng=rng)
    assert n_updates <= bound
    assert_array_equal(m.perceptron_predict(X, w, b), y)


@given(problem=separable(), lr=st.sampled_from([0.25, 0.5, 2.0, 64.0]))
def test_rate_and_scale_change_nothing_but_the_scale(problem, lr):
    X, y, w_star, b_star = problem
    w, b, n_updates = m.perceptron_fit(X, y, max_epochs=7)
    w_lr, b_lr, n_lr = m.perceptron_fit(X, y, lr=lr, max_epochs=7)
    assert_array_equal([*w_lr, b_lr, n_lr], [*(lr * w), lr * b, n_updates])
    bound = m.perceptron_mistake_bound(X, y, w_star, b_star)
    again = m.perceptron_mistake_bound(X, y, lr * w_star, lr * b_star)
    assert_allclose(again, bound, rtol=1e-12)


@given(seed=st.integers(0, 99))
def test_fit_is_made_of_updates(seed):
    w, b, n_updates = np.zeros(3), 0.0, 0
    labels = np.random.default_rng(seed).integers(0, 2, 11)
    order = np.random.default_rng(seed)
    for i in np.concatenate([order.permutation(11), order.permutation(11)]):
        n_updates += int(m.perceptron_predict(X[i], w, b) != labels[i])
        w, b = m.perceptron_update(X[i], int(labels[i]), w, b, lr=0.3)
    rng = np.random.default_rng(seed)
    fitted = m.perceptron_fit(X, labels, lr=0.3, max_epochs=2, rng=rng)
    assert n_updates > 0
    assert_array_equal([*fitted[0], *fitted[1:]], [*w, b, n_updates])


@pytest.mark.parametrize("name", m.__all__)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8"])
def test_dtype(name, dtype):
    args = [a.astype(dtype) if isinstance(a, np.ndarray) else a for a in ARGS[name]]
    for y in call(name, args):
        assert isinstance(y, int) or y.dtype == np.dtype(dtype)


@pytest.mark.parametrize("name", m.__all__)
def test_integers_become_float64(name):
    args = [
        np.rint(9 * a).astype(int) if i in ARRAYS[name] else a
        for i, a in enumerate(ARGS[name])
    ]
    if name in ("mcp_neuron", "perceptron_fit", "perceptron_mistake_bound"):
        args[0] = ROWS @ [[1, 0, 0], [0, 1, 0]]
        args[1] = np.array([0, 0, 0, 1] if name != "mcp_neuron" else [1, 1, 1])
    if name == "perceptron_mistake_bound":
        args[2:] = [np.array([2, 2, 0]), -3]
    for y in call(name, args):
        assert isinstance(y, int) or y.dtype == np.float64


@pytest.mark.parametrize("name", m.__all__)
def test_arguments_are_not_written_to(name):
    args = [a.copy() if isinstance(a, np.ndarray) else a for a in ARGS[name]]
    assert_pure(getattr(m, name), args)


def test_update_of_a_right_answer_is_a_copy():
    w = np.array(WEIGHTS)
    assert not np.may_share_memory(m.perceptron_update([1, 0, 0], 1, w, 0)[0], w)


@pytest.mark.parametrize("big", [1e300, -1e300, 1e-300, inf, -inf])
def test_large_and_small_numbers_do_not_warn(big):
    m.mcp_neuron([[1, 1], [0, 1]], [big, -big], 1)
    m.perceptron_predict([[big, -big]], [big, big], 1)
    m.perceptron_update([big, big], 1, [-big, big], -1, lr=1e10)
    m.perceptron_fit([[big, 1], [big, -1], [-big, 0]], [1, 0, 1], max_epochs=3)
    m.perceptron_mistake_bound([[big], [big]], [1, 1], [np.sign(big)], 0)
    m.perceptron_mistake_bound([[1.0], [2.0]], [1, 1], [abs(big)], 0)


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "message"), REFUSALS)
def test_refusals(name, args, options, message):
    assert_refuses(getattr(m, name), args, options, message)


@pytest.mark.parametrize("name", m.__all__)
def test_only_real_numbers(name):
    function, args = getattr(m, name), ARGS[name]
    for i in ARRAYS[name]:
        rest = args[i + 1 :]

        def one(value, function=function, i=i, args=args, rest=rest):
            return function(*args[:i], value, *rest)

        label = function.__code__.co_varnames[i]
        for dtype in ("complex128", "<U3", "object", "datetime64[s]"):
            message = f"`{label}` must hold real numbers, got dtype {dtype}"
            assert_refuses(
                one, [np.zeros(np.shape(args[i]), dtype)], {}, message, TypeError
            )


def test_options_have_their_types():
    assert_options_are_single_numbers(m.perceptron_fit, ARGS["perceptron_fit"])
    for name, place, label in [
        ("mcp_neuron", 2, "threshold"),
        ("perceptron_predict", 2, "b"),
        ("perceptron_update", 1, "y"),
        ("perceptron_update", 3, "b"),
        ("perceptron_mistake_bound", 3, "b"),
    ]:
        args = [*ARGS[name]]
        args[place] = "1"
        message = f"`{label}` must be a real number, got str"
        assert_refuses(getattr(m, name), args, {}, message, TypeError)
    for count in (2.0, True, None):
        message = f"`max_epochs` must be a whole number, got {type(count).__name__}"
        options = {"max_epochs": count}
        assert_refuses(m.perceptron_fit, [X, LABELS], options, message, TypeError)
    message = "`inhibitory` must hold bools, got dtype int64"
    options = {"inhibitory": [0, 1]}
    assert_refuses(m.mcp_neuron, [ROWS, [1, 1], 1], options, message, TypeError)
