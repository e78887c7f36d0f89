"""The promise of `_sums.py`: what happens on the way to a result is not lost.

The truth is mpmath's, an exact sum's, or PyTorch's; the contract suite asks every function
in float16 and at the edges of each dtype.
"""

import math
import tracemalloc

import numpy as np
import pytest
import torch
from mpmath import mp
from numpy.testing import assert_allclose

from dlnotes import _sums, activations, autodiff, losses, networks, neurons, optimizers
from dlnotes.optimizers._state import AdamState

EPS = {np.float32: np.finfo(np.float32).eps, np.float64: np.finfo(np.float64).eps}
by_dtype = pytest.mark.parametrize("dtype", EPS)
GAPS = [0.0, 0.5, 3.0, 15.0, 40.0, 80.0]  # of the largest score to the others
mp.dps = 60


def near(found, true, dtype, ulp=8):
    """Every entry is right to a few units in the last place."""
    true = np.array([float(t) for t in np.ravel(true)])
    found = np.ravel(np.asarray(found, float))
    assert_allclose(found, true, rtol=ulp * EPS[dtype], atol=np.finfo(dtype).tiny)


def shares(scores):
    """The softmax of some scores, without rounding."""
    exps = [mp.exp(mp.mpf(float(s))) for s in scores]
    return [e / mp.fsum(exps) for e in exps]


# --- small tails --------------------------------------------------------------------------


@by_dtype
@pytest.mark.parametrize("gap", GAPS)
def test_a_small_tail_keeps_its_digits(dtype, gap):
    z = np.array([-gap, 0, -gap - 1, -2 * gap], dtype)
    p = shares(z)
    logs = [mp.log(q) for q in p]
    logs[1] = -mp.log1p(mp.fsum(mp.exp(mp.mpf(float(s))) for s in np.delete(z, 1)))
    near(activations.logsumexp(z), [-logs[1]], dtype)
    near(activations.log_softmax(z), logs, dtype)
    near(activations.softmax(z), p, dtype)
    for k in range(4):
        near(losses.cross_entropy(z[None], [k]), [-logs[k]], dtype)
        slopes = [q - (i == k) for i, q in enumerate(p)]
        slopes[k] = -mp.fsum(q for i, q in enumerate(p) if i != k)
        near(losses.cross_entropy_grad(z[None], [k]), slopes, dtype)
        hot = np.eye(4, dtype=dtype)[[k]]
        near(losses.cross_entropy(z[None], hot), [-logs[k]], dtype)
        near(losses.cross_entropy_grad(z[None], hot), slopes, dtype)
        log_p = activations.log_softmax(z)
        back = activations.log_softmax_backward(-hot[0], log_p)
        near(back, slopes, dtype, ulp=8 * max(1, 2 * gap))  # of rounded logarithms
        row = activations.softmax_backward(hot[0], activations.softmax(z))
        true = [-p[k] * q for q in p]
        true[k] = p[k] * -slopes[k]
        near(row, true, dtype, ulp=16)
        near(activations.softmax_jacobian(activations.softmax(z))[k], true, dtype, ulp=16)


def test_a_small_tail_keeps_its_digits_along_any_axis():
    z = np.array([[0.0, -40.0], [3.0, -37.0], [-5.0, 35.0]])
    for name in ("logsumexp", "log_softmax", "softmax"):
        f = getattr(activations, name)
        assert np.array_equal(f(z.T, axis=0), f(z, axis=1).T)
    d = np.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 0.5]])
    for name, of in (
        ("softmax_backward", "softmax"),
        ("log_softmax_backward", "log_softmax"),
    ):
        f, p = getattr(activations, name), getattr(activations, of)(z)
        assert_allclose(f(d.T, p.T, axis=0), f(d, p, axis=1).T, rtol=1e-15)


# --- divergences --------------------------------------------------------------------------


@by_dtype
@pytest.mark.parametrize("step", [2.0**-7, 2.0**-17, 2.0**-20])
@pytest.mark.parametrize("a", [0.765625, 0.5, 0.125])
def test_a_small_divergence_is_right_and_above_0(dtype, step, a):
    p, q = np.array([a, 1 - a], dtype), np.array([a + step, 1 - a - step], dtype)
    terms = [(mp.mpf(float(x)), mp.mpf(float(y))) for x, y in zip(p, q, strict=True)]
    near(losses.kl_div(p, q), [mp.fsum(x * mp.log(x / y) for x, y in terms)], dtype)


@by_dtype
def test_a_divergence_of_very_unequal_shares_keeps_its_digits(dtype):
    p, q = (np.array(a, dtype) for a in ([0.75, 0.25], [2.0**-21, 1 - 2.0**-21]))
    terms = [(mp.mpf(float(x)), mp.mpf(float(y))) for x, y in zip(p, q, strict=True)]
    near(losses.kl_div(p, q), [mp.fsum(x * mp.log(x / y) for x, y in terms)], dtype)


@by_dtype
def test_a_divergence_is_0_for_equals_only(dtype):
    rng = np.random.default_rng(0)
    p = activations.softmax(rng.normal(0, 3, (200, 50)).astype(dtype))
    assert np.all(losses.kl_div(p, p) == 0)
    q = p.copy()
    q[:, 3] = np.nextafter(q[:, 3], 1)
    assert np.all(losses.kl_div(p, q) > 0)


# --- sums, counts and options -------------------------------------------------------------


def test_long_sums_in_float32_keep_their_digits():
    x = np.full((200_000, 2), 0.7321, np.float32)
    exact = math.fsum(x[:, 0].astype(float))
    for a, axis in [(x, 0), (x.T, 1), (x.T.copy(), 1), (x.ravel()[::2], 0)]:
        assert_allclose(np.ravel(_sums.total(a, axis))[0], exact, rtol=1e-6)
    assert_allclose(activations.softmax(x, axis=0), 1 / 200_000, rtol=1e-6)
    params = [np.zeros((2, 2), np.float32), np.zeros(2, np.float32)]
    _, cache = networks.mlp_forward(x, params)
    assert_allclose(networks.mlp_backward(x, params, cache)[1], exact, rtol=1e-6)


@by_dtype
def test_a_mean_and_a_length_are_finite_where_they_fit(dtype):
    largest = np.finfo(dtype).max
    a = np.array([largest / 2, -largest, largest, largest / 4], dtype)
    assert_allclose(losses.l1_loss(a, 0 * a), 11 / 16 * largest, rtol=1e-6)
    assert_allclose(_sums.norm(a / 2), math.sqrt(37) / 8 * float(largest), rtol=1e-6)
    root = math.sqrt(largest)
    assert_allclose(losses.mse_loss([dtype(1.5 * root)] + [dtype(0)] * 9, [0] * 10),
                    float(dtype(1.5 * root)) ** 2 / 10 if dtype is np.float32
                    else 0.225 * largest, rtol=1e-6)  # fmt: skip
    tiny = np.full(3, np.finfo(dtype).tiny * 8, dtype)
    assert_allclose(losses.rmse(tiny, 0 * tiny), tiny[0])


STEPS = ["adagrad_step", "adam_step", "adamw_step", "rmsprop_step"]


@pytest.mark.parametrize("name", STEPS)
def test_a_step_in_float16_is_that_of_float64(name):
    step, g = getattr(optimizers, name), np.array([0, 1e-3, 1, -300], np.float16)
    w, state = np.ones(4, np.float16), None
    true, wide = w.astype(float), None
    for _ in range(3):
        w, state = step(w, g, state, lr=0.1)
        true, wide = step(true, g.astype(float), wide, lr=0.1)
        assert w.dtype == np.float16
        assert_allclose(w.astype(float), true, rtol=3e-3, atol=1e-3)
    assert {a.dtype for part in state if isinstance(part, tuple) for a in part} == {
        np.dtype(np.float32)
    }


@pytest.mark.parametrize("name", [*STEPS, "sgd_step"])
@by_dtype
def test_the_dtype_of_a_state_changes_no_parameter(name, dtype):
    step, w = getattr(optimizers, name), np.ones(3)
    options = {"lr": 0.1, **({"momentum": 0.9} if name == "sgd_step" else {})}
    _, state = step(w, w, None, **options)
    moved, after = step(w.astype(dtype), w.astype(dtype), state, **options)
    assert moved.dtype == dtype
    kept = [a.dtype for part in after if isinstance(part, tuple) for a in part]
    assert set(kept) == {np.dtype(dtype)}


def test_an_option_that_vanishes_beside_its_array_is_refused():
    w = np.ones(2, np.float32)
    for name in STEPS:
        with pytest.raises(ValueError, match="`eps` must .* which is 0.0 in float32"):
            getattr(optimizers, name)(w, w, None, lr=0.1, eps=1e-50)
    assert_allclose(optimizers.sgd_step(w, 1e30 * w, None, lr=1e-47)[0], 1)
    assert optimizers.sgd_step(0 * w, 1e30 * w, None, lr=1e-47)[0][0] < 0  # not 0 * 1e30


def test_states_that_no_step_returned_are_refused():
    w, zero = np.ones(1), (np.zeros(1),)
    for state, message in [
        (AdamState(-5, zero, zero), "`state.steps` must be at least 0, got -5"),
        (AdamState(1.0, zero, zero), "`state.steps` must be a whole number, got float"),
        (AdamState(1, None, zero), "`state.means` must be a list or a tuple, got NoneType"),
        (AdamState(1, (w * 1j,), zero), r"`state.means\[0\]` must hold real numbers"),
    ]:
        with pytest.raises((ValueError, TypeError), match=message):
            optimizers.adam_step(w, w, state, lr=0.1)


@pytest.mark.parametrize("centered", [False, True])
def test_the_state_of_rmsprop_means_the_same_as_in_pytorch(centered):
    rng = np.random.default_rng(3)
    w, state = rng.normal(size=5), None
    t = torch.nn.Parameter(torch.tensor(w))
    theirs = torch.optim.RMSprop([t], lr=0.1, momentum=0.9, centered=centered)
    for _ in range(4):
        g = rng.normal(size=5)
        t.grad = torch.tensor(g)
        theirs.step()
        w, state = optimizers.rmsprop_step(
            w, g, state, lr=0.1, momentum=0.9, centered=centered
        )
    kept = theirs.state[t]
    assert_allclose(state.squares[0], kept["square_avg"])
    assert_allclose(state.velocities[0], kept["momentum_buffer"])
    means = kept["grad_avg"] if centered else np.zeros(5)  # gradients with their sign
    assert_allclose(state.means[0], means)


def test_gradients_of_any_size_are_checked():
    def f(x):
        return 1e-170 * (x @ x)

    x = np.array([1.0, 3.0])
    assert_allclose(autodiff.gradient_check(f, 1e-170 * x, x), 1 / 3, rtol=1e-6)
    assert autodiff.gradient_check(f, 2e-170 * x, x) < 1e-7
    assert autodiff.gradient_check(lambda x: 1e200 * (x @ x), 2e200 * x, x) < 1e-7
    assert autodiff.gradient_check(lambda x: 4e307 * np.sum(x), [4e307] * 2, x) < 1e-7


def test_a_perceptron_in_float16_counts_beyond_2048():
    X, y = np.ones((5001, 1), np.float16) * np.float16(1e-3), np.zeros(5001)
    y[1::2] = 1
    found = neurons.perceptron_fit(X, y, max_epochs=1)
    true = neurons.perceptron_fit(X.astype(float), y, max_epochs=1)
    assert found[2] == true[2]
    assert_allclose(float(found[1]), true[1], rtol=1e-3)


@pytest.mark.parametrize(
    ("shape", "most"), [((1, 50_257), 3), ((2, 100_000), 3), ((100_000, 2), 9)]
)  # in a thin batch the labels alone are as large as the input
def test_memory_is_a_few_times_that_of_the_input(shape, most):
    z = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    y = np.zeros(shape[0], int)
    for f in (losses.cross_entropy, losses.cross_entropy_grad):
        f(z[:1], y[:1])
        tracemalloc.start()
        f(z, y)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < most * z.nbytes, peak / z.nbytes
    zero = losses.cross_entropy(0 * z, y)
    assert_allclose(zero, math.log(shape[1]), rtol=1e-6)
