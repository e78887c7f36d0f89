"""Tensors beside the contract: laws of matrices, and the memory of many classes."""

import tracemalloc

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_array_equal

from dlnotes import tensors as m


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


def test_many_classes_cost_their_rows_only():
    tracemalloc.start()
    rows = m.one_hot([1, 2], 200_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows.argmax(axis=-1).tolist() == [1, 2]
    assert peak < 2 * rows.nbytes  # a square of that many classes has 320 GB
