"""Gradient descent, batches and test surfaces, beside the contract of the optimizers."""

import itertools
import math
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

from checks import assert_parity, autograd, central_difference
from dlnotes import optimizers as m
from specs._descent import (
    DATA,
    TARGET,
    WEIGHT,
    H,
    X,
    double,
    loader_length,
    regression_grad,
    torch_regression,
)


def batches(n, size, **options):
    """The items of the iterator, as lists."""
    return [batch.tolist() for batch in m.batch_iterator(n, size, **options)]


# --- surfaces ---------------------------------------------------------------------------

# name, number of coordinates, the other arguments
SURFACES = [("double_well", 7, []), ("quadratic", 7, [H]), ("rosenbrock", 7, []),
            ("saddle", 2, [])]  # fmt: skip


@pytest.mark.parametrize(("name", "size", "rest"), SURFACES[1:])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_one_point_gives_a_numpy_scalar(name, size, rest, dtype):
    rest = [a.astype(dtype) for a in rest]
    assert type(getattr(m, name)(X[0, 0, :size].astype(dtype), *rest)) is dtype


@pytest.mark.parametrize(("name", "size", "rest"), SURFACES)
@given(x=arrays(np.float64, 7, elements=st.floats(-3, 3)))
def test_grad_is_the_slope(name, size, rest, x):
    f, f_grad, x = getattr(m, name), getattr(m, name + "_grad"), x[:size]
    slope = central_difference(lambda x: np.sum(f(x, *rest)), x, h=1e-5)
    assert_allclose(f_grad(x, *rest), slope, rtol=1e-5, atol=1e-5)


def test_surfaces_have_their_minima_where_they_say():
    assert np.all(m.rosenbrock(X) >= m.rosenbrock(np.ones(7)))
    assert m.rosenbrock(np.ones(7)) == 0
    edge = 2 / math.sqrt(27)  # where two roots of x**3 - x + tilt meet
    for tilt, count in [(0.0, 3), (0.99 * edge, 3), (1.01 * edge, 1), (-1.01 * edge, 1)]:
        slope = m.double_well_grad(np.linspace(-2, 2, 4002), tilt=tilt)
        assert np.sum(slope[1:] * slope[:-1] < 0) == count
    assert m.double_well(-1.0, tilt=0.1) < m.double_well(1.0, tilt=0.1)


@given(
    rates=arrays(np.float64, 3, elements=st.floats(0.01, 1)),
    x0=arrays(np.float64, 3, elements=st.floats(-5, 5)),
)
def test_a_small_step_never_climbs_a_bowl(rates, x0):
    curvature = np.diag(rates)
    path = m.gradient_descent(partial(m.quadratic_grad, H=curvature), x0, lr=1.99, steps=20)
    heights = m.quadratic(path, curvature)
    assert np.all(np.diff(heights) <= 1e-12 * heights[:-1])


def test_a_path_ends_at_the_least_squares():
    path = m.gradient_descent(regression_grad, WEIGHT, lr=0.1, steps=900)
    assert_allclose(path[-1], np.linalg.lstsq(DATA, TARGET)[0], rtol=1e-9, atol=1e-10)


def test_the_mean_of_sample_gradients_is_that_of_the_mean_loss():
    theirs = autograd(torch_regression, WEIGHT)
    assert_parity(regression_grad(WEIGHT), theirs, rtol=1e-9, atol=1e-10)


def test_a_step_beyond_two_over_the_curvature_climbs():
    for factor, falls in [(1.99, True), (2.01, False)]:
        path = m.gradient_descent(lambda x: 4 * x, 1.0, lr=factor / 4, steps=9)
        assert np.all(np.abs(path[1:]) < np.abs(path[:-1])) == falls


def test_a_gradient_that_writes_to_its_argument_spoils_no_path():
    def careless(x):
        x *= 2
        return x

    options = {"lr": 0.25, "steps": 5}
    path = m.gradient_descent(careless, np.ones(3), **options)
    assert_array_equal(path, m.gradient_descent(double, np.ones(3), **options))


def test_a_gradient_in_float64_does_not_promote_the_path():
    path = m.gradient_descent(lambda x: x.astype("f8"), np.ones(3, "f4"), lr=0.1, steps=4)
    assert path.dtype == np.float32
    assert_allclose(path[:, 0], 0.9 ** np.arange(5), rtol=1e-6)


def test_the_gradient_is_asked_once_a_step():
    asked = []
    m.gradient_descent(lambda x: asked.append(x) or x, 8.0, lr=0.5, steps=3)
    assert asked == [8, 4, 2]


# --- batches ----------------------------------------------------------------------------


@pytest.mark.parametrize("drop", [False, True])
def test_iterations_are_those_of_a_data_loader(drop):
    for n, size in itertools.product(range(1, 20), range(1, 22)):
        theirs = loader_length(n, size, drop_last=drop)
        assert m.num_iterations(n, size, drop_last=drop) == theirs


@given(n=st.integers(1, 60), size=st.integers(1, 70), seed=st.integers(0, 99))
def test_batches_are_a_partition(n, size, seed):
    found = list(m.batch_iterator(n, size, rng=np.random.default_rng(seed)))
    assert sorted(np.concatenate(found)) == list(range(n))
    assert all(len(batch) == size for batch in found[:-1])
    assert len(found) == m.num_iterations(n, size)
    whole = batches(n, size, rng=np.random.default_rng(seed), drop_last=True)
    assert whole == [batch.tolist() for batch in found if len(batch) == size]
    assert len(whole) == m.num_iterations(n, size, drop_last=True)


@given(n=st.integers(1, 99), size=st.integers(1, 99), epochs=st.integers(0, 9))
def test_epochs_add_up(n, size, epochs):
    for drop in (False, True):
        once = m.num_iterations(n, size, drop_last=drop)
        assert m.num_iterations(n, size, epochs=epochs, drop_last=drop) == epochs * once


def test_order_comes_from_the_generator():
    first, again, other = (batches(50, 8, rng=np.random.default_rng(s)) for s in (0, 0, 1))
    assert first == again != other
    rng = np.random.default_rng(0)
    assert batches(50, 8, rng=rng) != batches(50, 8, rng=rng)  # anew in every epoch


def test_batches_do_not_share_memory():
    for rng in (None, np.random.default_rng(0)):
        for first, second in itertools.pairwise(m.batch_iterator(9, 3, rng=rng)):
            assert not np.may_share_memory(first, second)


@given(g=arrays(np.float64, (7, 3), elements=st.floats(-9, 9)), size=st.integers(1, 7))
def test_variance_falls_as_one_over_the_batch_size(g, size):
    one, many = (m.minibatch_variance(g, s, replace=True) for s in (1, size))
    assert_allclose(many, one / size, rtol=1e-12)
    assert_allclose(m.minibatch_variance(g, size), many * (7 - size) / 6, rtol=1e-12)
    assert m.minibatch_variance(g, 7) == 0


def test_drawn_batches_vary_as_predicted():
    rng = np.random.default_rng(0)
    g = m.squared_error_gradients(DATA, TARGET, WEIGHT)
    drawn = [
        g[batch].mean(axis=0)
        for _ in range(2000)
        for batch in m.batch_iterator(len(g), 4, rng=rng, drop_last=True)
    ]
    distance = np.sum((np.array(drawn) - g.mean(axis=0)) ** 2, axis=1)
    assert_allclose(distance.mean(), m.minibatch_variance(g, 4), rtol=0.05)
    assert_allclose(np.mean(drawn, axis=0), g.mean(axis=0), atol=0.1)
