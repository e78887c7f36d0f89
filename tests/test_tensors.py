"""Tensors: known values, laws of matrices, parity with NumPy, PyTorch and scikit-learn."""

import math
import tracemalloc

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_array_equal
from sklearn.preprocessing import OneHotEncoder
from torch.nn import functional

from checks import (
    assert_only_real_numbers,
    assert_parity,
    assert_pure,
    assert_refuses,
    own_functions,
)
from dlnotes import tensors as m

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan

# --- tables ---------------------------------------------------------------------------

X = np.random.default_rng(1).normal(size=(2, 3, 5, 7))
Y = np.random.default_rng(2).integers(0, 5, size=(3, 7))

# name, arguments, what comes: plain from the definitions
VALUES = [
    ("eye", [0], np.zeros((0, 0))),
    ("eye", [1], [[1]]),
    ("eye", [3], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    ("diag", [[2, -3, nan]], [[2, 0, 0], [0, -3, 0], [0, 0, nan]]),
    ("diag", [[]], np.zeros((0, 0))),
    ("diagonal", [[[1, 2, 3], [4, 5, 6]]], [1, 5]),
    ("diagonal", [[[1, 2], [3, 4], [5, 6]]], [1, 4]),
    ("diagonal", [[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]], [[1, 4], [5, 8]]),
    ("diagonal", [np.ones((0, 3))], []),
    ("transpose", [[[1, 2, nan], [4, 5, 6]]], [[1, 4], [2, 5], [nan, 6]]),
    ("transpose", [[[[1, 2], [3, 4]]], 0, 2], [[[1], [3]], [[2], [4]]]),
    ("hadamard", [[[1, 2], [3, nan]], [[0, -1], [2, 1]]], [[0, -2], [6, nan]]),
    ("hadamard", [[1e200, -1e200, inf], [1e200, 1e200, 0]], [inf, -inf, nan]),
    ("hadamard", [2, 3], 6),
    ("one_hot", [[2, 0, 1, 0], 3], [[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]]),
    ("one_hot", [1, 2], [0, 1]),
    ("one_hot", [[0, 0], 1], [[1], [1]]),
    ("one_hot", [[], 3], np.zeros((0, 3))),
]

# name, ours, theirs
PARITY = [
    ("eye", m.eye(7), torch.eye(7)),
    ("diag", m.diag(X[0, 0, 0]), torch.diag(torch.tensor(X[0, 0, 0]))),
    ("diagonal", m.diagonal(X), torch.diagonal(torch.tensor(X), dim1=-2, dim2=-1)),
    ("transpose", m.transpose(X[0, 0]), torch.tensor(X[0, 0]).T),
    ("transpose", m.transpose(X), torch.tensor(X).mT),
    ("transpose", m.transpose(X, 1, 3), torch.transpose(torch.tensor(X), 1, 3)),
    ("transpose", m.transpose(X, -1, 0), np.swapaxes(X, -1, 0)),
    (
        "hadamard",
        m.hadamard(X, X[::-1]),
        torch.mul(*map(torch.tensor, (X, X[::-1].copy()))),
    ),
    ("one_hot", m.one_hot(Y, 5), functional.one_hot(torch.tensor(Y), 5)),
    (
        *("one_hot", m.one_hot(Y[0], 5)),
        OneHotEncoder(categories=[range(5)], sparse_output=False).fit_transform(
            Y[0][:, None]
        ),
    ),
]

# good arguments of the functions of arrays
ARGS = {
    "diag": [X[0, 0, 0]],
    "diagonal": [X],
    "transpose": [X],
    "hadamard": [X, X[::-1].copy()],
}

AXES, INTEGER = "`a` must have at least two axes, got shape", "must be a whole number, got"
REFUSALS = [
    ("eye", [-1], "`n` must be at least 0, got -1"),
    ("diag", [X[0, 0]], "`v` must have shape (n,), got (5, 7)"),
    ("diag", [3.0], "`v` must have shape (n,), got ()"),
    ("diagonal", [X[0, 0, 0]], f"{AXES} (7,)"),
    ("transpose", [X[0, 0, 0]], f"{AXES} (7,)"),
    ("transpose", [1.0], f"{AXES} ()"),
    ("transpose", [X, 0, 4], "axis2: axis 4 is out of bounds for array of dimension 4"),
    ("hadamard", [X[0, 0], X[0, 0, 0]], "`b` must have the shape (5, 7) of `a`, got (7,)"),
    ("hadamard", [np.ones(3), np.ones((3, 1))], "the shape (3,) of `a`, got (3, 1)"),
    ("hadamard", [np.ones(3), 2.0], "the shape (3,) of `a`, got ()"),
    ("one_hot", [[0, 3], 3], "`y` must hold labels from 0 to 2, got 3"),
    ("one_hot", [[0, -1], 3], "`y` must hold labels from 0 to 2, got -1"),
    ("one_hot", [[], 0], "`num_classes` must be at least 1, got 0"),
]
WRONG_TYPES = [
    *(("eye", [n], f"`n` {INTEGER} {type(n).__name__}") for n in (2.0, True, "2", None)),
    ("one_hot", [[0], 2.0], f"`num_classes` {INTEGER} float"),
    *(
        ("one_hot", [np.zeros(2, dtype), 3], f"`y` must hold {rule}, got dtype {dtype}")
        for rule, dtype in [
            ("integers as labels", "float64"),
            ("integers as labels", "bool"),
            ("real numbers", "<U1"),
            ("real numbers", "object"),
        ]
    ),
]


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m)
    for table in (VALUES, PARITY, REFUSALS):
        assert {row[0] for row in table} == set(m.__all__)


# --- known values and parity ------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "expected"), VALUES)
def test_values(name, args, expected):
    y = getattr(m, name)(*args)
    assert_array_equal(y, expected, strict=False)
    assert (np.shape(y), y.dtype) == (np.shape(expected), np.float64)


@pytest.mark.parametrize(("name", "ours", "theirs"), PARITY)
def test_parity(name, ours, theirs):
    theirs = np.asarray(theirs)
    assert ours.shape == theirs.shape
    assert_parity(ours, theirs, rtol=0)


# --- laws -----------------------------------------------------------------------------


def matrices(rows, columns):
    return arrays(np.float64, (rows, columns), elements=st.integers(-9, 9))


@given(a=matrices(3, 5), b=matrices(5, 7))
def test_laws_of_matrices(a, b):
    assert_array_equal(a @ m.eye(5), a)
    assert_array_equal(m.eye(3) @ a, a)
    assert_array_equal(m.transpose(m.transpose(a)), a)
    assert_array_equal(m.transpose(a @ b), m.transpose(b) @ m.transpose(a))
    assert_array_equal(m.diagonal(m.diag(a[0])), a[0])
    assert_array_equal(m.diag(a[:, 0]) @ a, a[:, [0]] * a)  # from the left: rows
    assert_array_equal(a @ m.diag(b[:, 0]), a * b[:, 0])  # from the right: columns
    assert_array_equal(m.hadamard(m.eye(3), a @ a.T), m.diag(m.diagonal(a @ a.T)))


@given(y=arrays(np.int64, (3, 7), elements=st.integers(0, 4)))
def test_one_hot_is_undone_by_argmax(y):
    rows = m.one_hot(y, 5)
    assert_array_equal(rows.sum(axis=-1), 1)
    assert_array_equal(rows.argmax(axis=-1), y)
    assert_array_equal(m.one_hot(y.astype("u1"), 5), rows)
    assert_array_equal(m.one_hot(y.tolist(), 5), rows)


def test_many_classes_cost_their_rows_only():
    tracemalloc.start()
    rows = m.one_hot([1, 2], 200_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows.argmax(axis=-1).tolist() == [1, 2]
    assert peak < 2 * rows.nbytes  # a square of that many classes has 320 GB


@pytest.mark.parametrize("name", ARGS)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4", "?"])
def test_dtype(name, dtype):
    args = [x.astype(dtype) for x in ARGS[name]]
    kept = dtype if dtype.startswith("f") else "f8"
    assert getattr(m, name)(*args).dtype == np.dtype(kept)


@pytest.mark.parametrize("name", ARGS)
def test_arguments_are_not_written_to(name):
    assert_pure(getattr(m, name), [x.copy() for x in ARGS[name]])
    assert_pure(m.one_hot, [Y.copy(), 5])


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "message"), REFUSALS)
def test_refusals(name, args, message):
    assert_refuses(getattr(m, name), args, {}, message)


@pytest.mark.parametrize(("name", "args", "message"), WRONG_TYPES)
def test_wrong_types(name, args, message):
    assert_refuses(getattr(m, name), args, {}, message, TypeError)


@pytest.mark.parametrize("name", ARGS)
def test_only_real_numbers(name):
    assert_only_real_numbers(getattr(m, name), ARGS[name])
