"""Losses beside the contract: slopes, reductions, and laws between functions."""

import inspect
import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

from checks import central_difference
from dlnotes import losses as m
from dlnotes.activations import log_softmax, sigmoid, softmax
from specs.losses import LABELS, OF_PROBABILITIES, REDUCED, SIGNS, SPEC, X

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps

ARGS = {call.name: call.args for call in reversed(SPEC.good)}
SUMMED = ["nll_from_likelihood", "rmse"]  # one number, whatever the shape
OF_DISTRIBUTIONS = ["cross_entropy_probs", "entropy", "kl_div"]


def call(name, *args, **options):
    return getattr(m, name)(*(args or ARGS[name]), **options)


def loss_of(name):
    return name.removesuffix("_grad")


def predictions(name):
    """Where the predictions stand among the arguments: in H(p, q) they come second."""
    return 1 if loss_of(name) in {"cross_entropy_probs", "kl_div"} else 0


def predicting(name, x):
    """Arguments with other predictions."""
    args = list(ARGS[name])
    args[predictions(name)] = x
    return args


def test_every_loss_has_its_gradient():
    losses = {loss_of(name) for name in m.__all__}
    assert losses == {*REDUCED, *SUMMED, *OF_DISTRIBUTIONS}
    for name in losses:
        ours, grads = (inspect.signature(getattr(m, f)) for f in (name, name + "_grad"))
        assert ours.parameters == grads.parameters


# --- slopes ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*REDUCED, *SUMMED])
@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_grad_is_the_slope(name, reduction):
    options = {} if name in SUMMED else {"reduction": reduction}
    x, *fixed = ARGS[name]
    slope = central_difference(lambda v: call(name, v, *fixed, **options), x)
    assert_allclose(call(name + "_grad", x, *fixed, **options), slope, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", OF_DISTRIBUTIONS)
def test_grad_is_the_slope_towards_other_distributions(name):
    x, h = ARGS[name][predictions(name)], 1e-6
    way = np.roll(x, 1, axis=1) - x
    ahead, behind = (call(name, *predicting(name, x + h * way * s)) for s in (1, -1))
    slope = (call(name + "_grad") * way).sum(axis=1)
    assert_allclose(slope, (ahead - behind) / (2 * h), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", [f for n in OF_PROBABILITIES for f in (n, n + "_grad")])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_probability_warns(name, dtype):
    least = np.finfo(dtype).smallest_subnormal
    for p in ([0, 1], [1, 0], [-0.0, 1], [least, 1], [1, least], [nan, nan]):
        pairs = np.tile(np.array(p, dtype), (2, 1))
        with np.errstate(divide="ignore"):
            x = np.log(np.abs(pairs)) if loss_of(name) == "nll_loss" else pairs
        fixed = [0, 1] if loss_of(name) == "nll_loss" else np.eye(2)
        args = [fixed, fixed][: len(ARGS[name])]
        args[predictions(name)] = x
        call(name, *args)


@pytest.mark.parametrize("name", REDUCED)
def test_reductions_agree(name):
    each = call(name, reduction="none")
    assert_allclose(call(name, reduction="sum"), each.sum(), rtol=1e-14)
    assert_allclose(call(name, reduction="mean"), each.mean(), rtol=1e-14)
    slopes = call(name + "_grad", reduction="sum")
    assert_array_equal(call(name + "_grad", reduction="none"), slopes)
    assert_allclose(call(name + "_grad"), slopes / each.size, rtol=1e-14)


@pytest.mark.parametrize("name", sorted(ARGS))
@pytest.mark.parametrize("dtype", ["f2", "f4"])
def test_dtype_is_that_of_the_predictions(name, dtype):
    x = ARGS[name][predictions(name)]
    assert call(name, *predicting(name, x.astype(dtype))).dtype == dtype


def test_integer_targets_do_not_widen():
    assert m.mse_loss(np.float32([1, 2]), [3, 4]).dtype == np.float32
    assert m.cross_entropy(np.float32([[1, 2]]), np.eye(2)[:1]).dtype == np.float32


# --- laws between functions -----------------------------------------------------------

vectors = arrays(np.float64, (3, 5), elements=st.floats(-9, 9))


@given(x=vectors, t=vectors)
def test_laws_of_errors(x, t):
    assert_allclose(m.rmse(x, t) ** 2, m.mse_loss(x, t), rtol=1e-14)
    assert m.l1_loss(x, t) <= m.rmse(x, t) * (1 + 1e-14)
    assert_allclose(m.huber_loss(x, t, delta=99.0), m.mse_loss(x, t) / 2, rtol=1e-14)
    assert m.huber_loss(x, t) <= m.l1_loss(x, t)
    if np.any(x != t):
        assert_allclose((m.rmse_grad(x, t) ** 2).sum(), 1 / x.size, rtol=1e-13)


@given(z=vectors, shift=st.floats(-1e3, 1e3), smoothing=st.floats(0, 1))
def test_laws_of_cross_entropy(z, shift, smoothing):
    y = np.array([4, 0, 2])
    hard = m.cross_entropy(z, y, label_smoothing=smoothing)
    one_hot = np.eye(5)[y]
    assert_allclose(
        m.cross_entropy(z, one_hot, label_smoothing=smoothing), hard, rtol=1e-13
    )
    moved = m.cross_entropy(z + shift, y, label_smoothing=smoothing)
    assert_allclose(moved, hard, rtol=1e-9, atol=1e-9)
    assert_allclose(m.cross_entropy_grad(z, y).sum(axis=1), 0, atol=1e-15)
    assert_allclose(m.cross_entropy_grad(z, softmax(z)), 0, atol=1e-15)
    assert_allclose(m.nll_loss(log_softmax(z), y), m.cross_entropy(z, y), rtol=1e-14)


@given(z=vectors)
def test_laws_of_information(z):
    p, q = softmax(z), softmax(z[::-1])
    gap = m.cross_entropy_probs(p, q) - m.entropy(p)
    assert_allclose(m.kl_div(p, q), gap, rtol=1e-11, atol=1e-12)
    assert (m.kl_div(p, q) >= -1e-15).all()
    assert_array_equal(m.kl_div(p, p), np.zeros(3))
    assert_allclose(m.cross_entropy(z, p), m.entropy(p).mean(), rtol=1e-12, atol=1e-12)
    assert (m.entropy(p) <= math.log(5) * (1 + EPS)).all()


@given(z=arrays(np.float64, 7, elements=st.floats(-30, 30)))
def test_two_classes_are_one_logit(z):
    y = np.array([0, 1, 1, 0, 1, 0, 0])
    two = np.stack([np.zeros(7), z], axis=1)
    loss = m.binary_cross_entropy_with_logits(z, y)
    assert_allclose(loss, m.cross_entropy(two, y), rtol=1e-13)
    assert_allclose(loss, m.binary_cross_entropy(sigmoid(z), y), rtol=1e-3, atol=1e-9)
    slopes = m.binary_cross_entropy_with_logits_grad(z, y)
    assert_allclose(slopes, m.cross_entropy_grad(two, y)[:, 1], rtol=1e-12, atol=1e-15)


def test_multi_margin_of_two_classes_is_half_a_hinge():
    two = np.stack([np.zeros(15), X.ravel()], axis=1)
    y = LABELS.ravel().astype(int)
    half = m.hinge_loss(X, SIGNS) / 2  # PyTorch divides by the number of classes
    assert_allclose(m.multi_margin_loss(two, y), half, rtol=1e-14)


def test_a_large_vocabulary_costs_its_rows_only():
    z, y = np.zeros((1, 50257), np.float32), [0]
    tracemalloc.start()
    loss = m.cross_entropy(z, y)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert_allclose(loss, math.log(50257), rtol=1e-6)  # 10.825
    assert peak < 20 * z.nbytes  # a square of that many classes has 10 GB
