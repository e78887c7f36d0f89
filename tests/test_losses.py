"""Losses: tables first, one row per function; then what must hold for their rows.

A new function joins VALUES, ARGS, REFUSALS, and PARITY with its gradient beside it.
`test_no_function_is_forgotten` says which of them it still lacks.
"""

import inspect
import math
from functools import partial

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional

from checks import (
    assert_only_real_numbers,
    assert_options_are_single_numbers,
    assert_pure,
    assert_refuses,
    autograd,
    central_difference,
    own_functions,
)
from dlnotes import losses as m
from dlnotes.activations import softmax

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps

# --- tables ---------------------------------------------------------------------------

RNG = np.random.default_rng(1)
X, T = RNG.normal(0, 2, (3, 5)), RNG.normal(0, 2, (3, 5))
T[1, 2] = X[1, 2]  # a perfect prediction
Z, Y = RNG.normal(0, 3, (7, 5)), np.array([0, 4, 2, 2, 1, 3, 0])
SOFT = RNG.dirichlet(np.ones(5), 7)
W = np.array([0.5, 2.0, 1.0, 0.0, 3.0])

LOG2, LOG3 = math.log(2), math.log(3)
ROW = [[0.0, 0.0, LOG2]]  # its softmax is 1/4, 1/4, 1/2

# name, arguments, options, value; without a recipe it is plain from the definition
VALUES = [
    ("mse_loss", [[1, 3, 2], [1, 2, 4]], {}, 5 / 3),
    ("mse_loss", [[1, 3, 2], [1, 2, 4]], {"reduction": "sum"}, 5),
    ("mse_loss", [[1, 3, 2], [1, 2, 4]], {"reduction": "none"}, [0, 1, 4]),
    ("mse_loss", [np.ones((2, 3)), np.zeros((2, 3))], {}, 1),  # over 6 entries, not 2
    ("mse_loss", [[1e200, 0], [0, 0]], {}, inf),
    ("mse_loss", [3, 1], {}, 4),
    ("mse_loss_grad", [[1, 3, 2, 5], [1, 2, 4, 5]], {}, [0, 0.5, -1, 0]),
    ("mse_loss_grad", [[1, 3], [1, 2]], {"reduction": "sum"}, [0, 2]),
    ("mse_loss_grad", [[1, 3], [1, 2]], {"reduction": "none"}, [0, 2]),
    ("rmse", [[1, 3, 2], [1, 2, 4]], {}, math.sqrt(5 / 3)),
    ("rmse", [[1e200, -1e200], [0, 0]], {}, 1e200),
    ("rmse", [[3e-200, 4e-200], [0, 0]], {}, 5e-200 / math.sqrt(2)),
    ("rmse", [[5e-324], [0]], {}, 5e-324),
    ("rmse", [[1.7e308, 1.7e308], [0, 0]], {}, 1.7e308),
    ("rmse", [[inf, 1], [0, 0]], {}, inf),
    ("rmse", [[1, 2], [1, 2]], {}, 0),
    ("rmse_grad", [[3, 4], [3, 2]], {}, [0, math.sqrt(0.5)]),
    ("rmse_grad", [[3e200, -4e200], [0, 0]], {}, [0.3 * math.sqrt(2), -0.4 * math.sqrt(2)]),
    ("rmse_grad", [[3, 4], [3, 4]], {}, [0, 0]),
    ("cross_entropy", [ROW, [2]], {}, LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {}, 1.5 * LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {"reduction": "sum"}, 3 * LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {"reduction": "none"}, [LOG2, 2 * LOG2]),
    ("cross_entropy", [ROW, [[0.5, 0.25, 0.25]]], {}, 1.75 * LOG2),
    ("cross_entropy", [ROW, [2]], {"label_smoothing": 0.3}, 1.2 * LOG2),
    ("cross_entropy", [ROW, [2]], {"label_smoothing": 1}, 5 / 3 * LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {"weight": [3, 1, 1]}, 7 / 4 * LOG2),
    # with probabilities the weighted mean divides by N
    (
        *("cross_entropy", [ROW * 2, [[0, 0, 1], [1, 0, 0]]], {"weight": [3, 1, 1]}),
        3.5 * LOG2,
    ),
    ("cross_entropy", [[[1000, 0], [0, 1000]], [1, 1]], {}, 500),
    ("cross_entropy", [[[1000, 0]], [0]], {}, 0),
    ("cross_entropy", [[[0, 0, -inf]], [[0.5, 0.5, 0]]], {}, LOG2),
    ("cross_entropy", [[[0, 0, -inf]], [2]], {}, inf),
    ("cross_entropy", [[[5]], [0]], {}, 0),
    ("cross_entropy", [np.zeros((1, 10)), [3]], {}, math.log(10)),
    ("cross_entropy_grad", [ROW, [2]], {}, [[0.25, 0.25, -0.5]]),
    (
        "cross_entropy_grad",
        [ROW * 2, [2, 0]],
        {},
        [[1 / 8, 1 / 8, -1 / 4], [-3 / 8, 1 / 8, 1 / 4]],
    ),
    (
        "cross_entropy_grad",
        [ROW * 2, [2, 0]],
        {"reduction": "sum"},
        [[1 / 4, 1 / 4, -1 / 2], [-3 / 4, 1 / 4, 1 / 2]],
    ),
    ("cross_entropy_grad", [ROW, [[0.25, 0.25, 0.5]]], {}, [[0, 0, 0]]),
    ("cross_entropy_grad", [[[1000, 0]], [1]], {}, [[1, -1]]),
]

SMOOTH, WEIGHT = {"label_smoothing": 0.2}, {"weight": W}


def options_of_torch(options):
    return {k: torch.tensor(v) if k == "weight" else v for k, v in options.items()}


def pair(name, theirs, args, **options):
    """A loss with options against PyTorch, and its gradient against autograd."""
    x, *fixed = args
    ours = partial(getattr(m, name), **options)
    grad = partial(getattr(m, name + "_grad"), **options)
    given = [torch.tensor(a) for a in fixed]

    def loss(t):
        return theirs(t, *given, **options_of_torch(options))

    return [
        (name, lambda: ours(*args), lambda: loss(torch.tensor(x))),
        (name + "_grad", lambda: grad(*args), lambda: autograd(loss, x)),
    ]


def torch_rmse(pred, target):
    return functional.mse_loss(pred, target).sqrt()


# name, ours, theirs
PARITY = [
    *(
        row
        for r in ({"reduction": name} for name in ("mean", "sum", "none"))
        for rows in [
            pair("mse_loss", functional.mse_loss, [X, T], **r),
            *(
                pair(
                    "cross_entropy",
                    functional.cross_entropy,
                    [Z, y],
                    **r,
                    **options,
                )
                for y in (Y, SOFT)
                for options in ({}, SMOOTH, WEIGHT, {**SMOOTH, **WEIGHT})
            ),
        ]
        for row in rows
    ),
    *pair("rmse", torch_rmse, [X, T]),
]

# Good arguments for every function, the predictions first: what laws start from.
ARGS = {
    **dict.fromkeys(["mse_loss", "rmse"], [X, T]),
    "cross_entropy": [Z, Y],
}
ARGS |= {name + "_grad": args for name, args in ARGS.items()}
LOSSES = [name for name in ARGS if not name.endswith("_grad")]

PAIRED = {"mse_loss": ("pred", "target"), "rmse": ("pred", "target")}
LABELLED = {"cross_entropy": ("logits", "target")}
REDUCED = [name for name in LOSSES if name != "rmse"]
EMPTY = np.ones((0, 5))


def both(name, *row):
    """A refusal that a loss and its gradient share."""
    return [(name, *row), (name + "_grad", *row)]


# name, arguments, options, the ValueError they deserve
REFUSALS = [
    *(
        row
        for name, (x, y) in PAIRED.items()
        for rows in [
            both(
                name,
                [np.ones(3), np.ones((3, 1))],
                {},
                f"`{y}` must have the shape (3,) of `{x}`, got (3, 1)",
            ),
            both(
                name,
                [np.ones((3, 1)), np.ones(3)],
                {},
                f"`{y}` must have the shape (3, 1) of `{x}`, got (3,)",
            ),
            both(
                name,
                [np.ones(3), 1.0],
                {},
                f"`{y}` must have the shape (3,) of `{x}`, got ()",
            ),
            both(name, [[], []], {}, f"`{x}` must not be empty, got shape (0,)"),
        ]
        for row in rows
    ),
    *(
        row
        for name, (x, y) in LABELLED.items()
        for rows in [
            both(name, [Z[0], Y], {}, f"`{x}` must have shape (N, K), got (5,)"),
            both(name, [EMPTY, Y[:0]], {}, f"`{x}` must not be empty, got shape (0, 5)"),
            both(name, [EMPTY.T, Y[:5]], {}, f"`{x}` must not be empty, got shape (5, 0)"),
            both(
                name,
                [Z, Y[:6]],
                {},
                f"`{y}` must have shape (7,), a label per row, got (6,)",
            ),
            both(name, [Z, 1], {}, f"`{y}` must have shape (7,), a label per row, got ()"),
            both(name, [Z, Y + 1], {}, f"`{y}` must lie in 0..4, got 5"),
            both(name, [Z, Y - 1], {}, f"`{y}` must lie in 0..4, got -1"),
            both(
                name,
                [Z, Y * 1.0],
                {},
                f"`{y}` must hold integers as labels, got dtype float64",
            ),
        ]
        for row in rows
    ),
    *(
        row
        for name in REDUCED
        for row in both(
            name,
            ARGS[name],
            {"reduction": "Mean"},
            "`reduction` must be one of ('mean', 'sum', 'none'), got 'Mean'",
        )
    ),
    *(
        row
        for rows in [
            (
                [Z, Y[:, None]],
                {},
                "`target` must have the shape (7, 5) of `logits`, got (7, 1)",
            ),
            (
                [Z, SOFT.T],
                {},
                "`target` must have the shape (7, 5) of `logits`, got (5, 7)",
            ),
            ([Z, SOFT[:, :, None]], {}, "`target` must have shape (7,)"),
            ([Z[:1, :2], [[1.5, -0.5]]], {}, "`target` must lie in [0, 1], got 1.5"),
            ([Z[:1, :2], [[-0.5, 1.5]]], {}, "`target` must lie in [0, 1], got -0.5"),
            (
                [Z[:2, :2], [[1, 0], [0.5, 0.4]]],
                {},
                "`target` must sum to 1 along its last axis, got 0.9",
            ),
            (
                [Z, Y],
                {"label_smoothing": -0.1},
                "`label_smoothing` must be a finite number of at least 0, got -0.1",
            ),
            (
                [Z, Y],
                {"label_smoothing": 1.5},
                "`label_smoothing` must be at most 1, got 1.5",
            ),
            ([Z, Y], {"label_smoothing": nan}, "`label_smoothing` must be a finite number"),
            (
                [Z, Y],
                {"weight": W[:4]},
                "`weight` must have shape (5,), one per class, got (4,)",
            ),
            ([Z, Y], {"weight": -W}, "`weight` must be finite and at least 0, got -0.5"),
            (
                [Z, Y],
                {"weight": W * nan},
                "`weight` must be finite and at least 0, got nan",
            ),
            (
                [Z, Y],
                {"weight": W + inf},
                "`weight` must be finite and at least 0, got inf",
            ),
            (
                [Z[:2], [3, 3]],
                {"weight": W},
                "`weight` must not be 0 for every label of a mean",
            ),
        ]
        for row in both("cross_entropy", *rows)
    ),
]


def call(name, *args, **options):
    return getattr(m, name)(*(args or ARGS[name]), **options)


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m) == sorted(ARGS)
    for table in (VALUES, PARITY, REFUSALS):
        assert {row[0] for row in table} == set(m.__all__)
    for name in LOSSES:
        ours, grads = (inspect.signature(getattr(m, f)) for f in (name, name + "_grad"))
        assert ours.parameters == grads.parameters


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "expected"), VALUES)
def test_values(name, args, options, expected):
    y = call(name, *args, **options)
    assert_allclose(y, expected, rtol=4 * EPS, atol=EPS if name.endswith("_grad") else 0)
    assert np.shape(y) == np.shape(expected)


# --- parity ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "ours", "theirs"), PARITY)
def test_parity(name, ours, theirs):
    assert_allclose(ours(), theirs(), rtol=1e-12, atol=1e-15)


# --- laws -----------------------------------------------------------------------------

vectors = arrays(np.float64, (3, 5), elements=st.floats(-9, 9))


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_grad_is_the_slope(name, reduction):
    options = {} if name == "rmse" else {"reduction": reduction}
    x, *fixed = ARGS[name]
    slope = central_difference(lambda v: call(name, v, *fixed, **options), x)
    assert_allclose(call(name + "_grad", x, *fixed, **options), slope, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", sorted(ARGS))
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4"])
def test_dtype_is_that_of_the_predictions(name, dtype):
    x, *fixed = ARGS[name]
    y = call(name, x.astype(dtype), *fixed)
    assert y.dtype == np.dtype(dtype if dtype.startswith("f") else "f8")
    assert y.shape == (x.shape if name.endswith("_grad") else ())
    assert isinstance(y, np.ndarray if name.endswith("_grad") else np.floating)


@pytest.mark.parametrize("name", sorted(ARGS))
def test_arguments_are_not_written_to(name):
    assert_pure(getattr(m, name), ARGS[name])


@pytest.mark.parametrize("name", sorted(ARGS))
def test_lists_are_arrays(name):
    args = [a.tolist() for a in ARGS[name]]
    assert_array_equal(call(name, *args), call(name))


@pytest.mark.parametrize("name", sorted(ARGS))
def test_nan_passes_through(name):
    x, *fixed = ARGS[name]
    broken = x.copy()
    broken[1, 3] = nan
    y = call(name, broken, *fixed)
    assert np.isnan(y[1, 3] if name.endswith("_grad") else y)


@pytest.mark.parametrize("name", sorted(ARGS))
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_size_warns(name, dtype):
    x, *fixed = ARGS[name]
    for size in (0, np.finfo(dtype).smallest_subnormal, np.finfo(dtype).max, inf, nan):
        call(name, np.where(x > 0, size, -size).astype(dtype), *fixed)


@pytest.mark.parametrize("name", REDUCED)
def test_reductions_agree(name):
    each = call(name, reduction="none")
    assert_allclose(call(name, reduction="sum"), each.sum(), rtol=1e-14)
    assert_allclose(call(name, reduction="mean"), each.mean(), rtol=1e-14)
    slopes = call(name + "_grad", reduction="sum")
    assert_array_equal(call(name + "_grad", reduction="none"), slopes)
    assert_allclose(call(name + "_grad"), slopes / each.size, rtol=1e-14)


@given(x=vectors, t=vectors)
def test_rmse_is_the_root(x, t):
    assert_allclose(m.rmse(x, t) ** 2, m.mse_loss(x, t), rtol=1e-14)
    if np.any(x != t):
        assert_allclose((m.rmse_grad(x, t) ** 2).sum(), 1 / x.size, rtol=1e-13)


@given(z=vectors, shift=st.floats(-1e3, 1e3), smoothing=st.floats(0, 1))
def test_cross_entropy_laws(z, shift, smoothing):
    y = np.array([4, 0, 2])
    hard = m.cross_entropy(z, y, label_smoothing=smoothing)
    one_hot = np.eye(5)[y]
    assert_allclose(
        m.cross_entropy(z, one_hot, label_smoothing=smoothing), hard, rtol=1e-14
    )
    moved = m.cross_entropy(z + shift, y, label_smoothing=smoothing)
    assert_allclose(moved, hard, rtol=1e-9, atol=1e-9)
    assert_allclose(m.cross_entropy_grad(z, y).sum(axis=1), 0, atol=1e-15)
    assert_allclose(m.cross_entropy_grad(z, softmax(z)), 0, atol=1e-15)
    assert m.cross_entropy(z, softmax(z)) <= m.cross_entropy(z[::-1], softmax(z)) + 1e-12


def test_float16_sums_do_not_overflow():
    x = np.full(70_000, 2, np.float16)  # above the largest float16
    assert m.mse_loss(x, 0 * x) == 4
    assert m.mse_loss(x, 0 * x, reduction="sum") == inf


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "message"), REFUSALS)
def test_refusals(name, args, options, message):
    assert_refuses(getattr(m, name), args, options, message)


@pytest.mark.parametrize("name", sorted(ARGS))
def test_only_numbers_are_taken(name):
    assert_only_real_numbers(getattr(m, name), ARGS[name])
    assert_options_are_single_numbers(getattr(m, name), ARGS[name])
