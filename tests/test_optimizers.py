"""Optimizers that step, beside the contract: each follows PyTorch's over 200 steps.

A new optimizer joins PATHS.
"""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal
from scipy.special import softmax
from sklearn.datasets import load_iris

import laws
from checks import assert_parity, central_difference
from dlnotes import optimizers as m
from specs.optimizers import SPEC, STEPS, G, W

inf, nan = math.inf, math.nan

# --- paths ----------------------------------------------------------------------------

# name, options, PyTorch's optimizer, its options where they differ
PATHS = [
    ("sgd_step", {}, torch.optim.SGD, {}),
    ("sgd_step", {"weight_decay": 0.3}, torch.optim.SGD, {}),
    ("sgd_step", {"momentum": 0.9}, torch.optim.SGD, {}),
    ("sgd_step", {"momentum": 0.5, "dampening": 0.7}, torch.optim.SGD, {}),
    ("sgd_step", {"momentum": 0.9, "dampening": 1.0}, torch.optim.SGD, {}),
    ("sgd_step", {"momentum": 0.9, "nesterov": True}, torch.optim.SGD, {}),
    (
        "sgd_step",
        {"momentum": 0.8, "dampening": 0.2, "weight_decay": 0.1},
        torch.optim.SGD,
        {},
    ),
    ("adagrad_step", {}, torch.optim.Adagrad, {}),
    ("adagrad_step", {"eps": 0.1}, torch.optim.Adagrad, {}),
    ("adagrad_step", {"lr_decay": 0.05, "weight_decay": 0.2}, torch.optim.Adagrad, {}),
    ("rmsprop_step", {}, torch.optim.RMSprop, {}),
    ("rmsprop_step", {"alpha": 0.9, "eps": 0.1}, torch.optim.RMSprop, {}),
    ("rmsprop_step", {"centered": True, "eps": 1e-3}, torch.optim.RMSprop, {}),
    ("rmsprop_step", {"momentum": 0.6, "weight_decay": 0.2}, torch.optim.RMSprop, {}),
    (
        "rmsprop_step",
        {"momentum": 0.6, "centered": True, "eps": 1e-2},
        torch.optim.RMSprop,
        {},
    ),
    ("adam_step", {}, torch.optim.Adam, {}),
    ("adam_step", {"betas": (0.5, 0.8), "eps": 0.1}, torch.optim.Adam, {}),
    ("adam_step", {"betas": (0.0, 0.9)}, torch.optim.Adam, {}),
    ("adam_step", {"weight_decay": 0.2}, torch.optim.Adam, {}),
    ("adamw_step", {}, torch.optim.AdamW, {}),
    ("adamw_step", {"weight_decay": 0.2, "betas": (0.7, 0.9)}, torch.optim.AdamW, {}),
    ("adamw_step", {"weight_decay": 0.0}, torch.optim.Adam, {}),
]


def test_every_optimizer_has_its_paths():
    assert {name for name, *_ in PATHS} == {*STEPS}


iris = load_iris()
FEATURES, LABELS = iris.data - iris.data.mean(axis=0), np.eye(3)[iris.target]


def gradients(params):
    """Of the cross-entropy of softmax regression on iris, by its weights and biases."""
    W, b = params
    error = (softmax(FEATURES @ W.T + b, axis=1) - LABELS) / len(FEATURES)
    return [error.T @ FEATURES, error.sum(axis=0)]


def rate(step):
    """A learning rate that falls, jumps back up, and is 0 for a step."""
    return 0.0 if step == 50 else 0.05 / (1 + step % 70)


def start():
    rng = np.random.default_rng(5)
    return [rng.normal(size=(3, 4)), rng.normal(size=3)]


@pytest.mark.parametrize(("name", "options", "optimizer", "others"), PATHS)
def test_200_steps_are_pytorchs(name, options, optimizer, others):
    params, state = start(), None
    theirs = [torch.nn.Parameter(torch.tensor(p)) for p in params]
    torch_optimizer = optimizer(theirs, lr=0.1, **{**options, **others})
    for step in range(200):
        params, state = getattr(m, name)(
            params, gradients(params), state, lr=rate(step), **options
        )
        torch_optimizer.param_groups[0]["lr"] = rate(step)
        for p, g in zip(
            theirs, gradients([p.detach().numpy() for p in theirs]), strict=True
        ):
            p.grad = torch.tensor(g)
        torch_optimizer.step()
        for ours, p in zip(params, theirs, strict=True):
            assert_parity(ours, p.detach(), rtol=1e-9, atol=1e-12)
    assert not np.allclose(params[0], start()[0], atol=1e-3), "they moved"


def test_momentum_that_comes_later_starts_with_its_first_gradient():
    w, state = m.sgd_step(4.0, 1.0, None, lr=0.5)
    w, state = m.sgd_step(w, 2.0, state, lr=0.5, momentum=0.5, dampening=0.5)
    assert w == 2.5
    w, state = m.sgd_step(w, 2.0, state, lr=0.5)  # rests meanwhile
    w, state = m.sgd_step(w, 2.0, state, lr=0.5, momentum=0.5, dampening=0.5)
    assert w == 1.5 - 0.5 * (0.5 * 2 + 0.5 * 2)


def sutskever(w, grads, rates, momentum):
    """The other momentum: v = momentum * v - lr * grad, w + v."""
    v = 0.0
    for grad, lr in zip(grads, rates, strict=True):
        v = momentum * v - lr * grad
        w = w + v
    return w


@pytest.mark.parametrize(
    ("rates", "same"), [([0.1, 0.1, 0.1], True), ([0.1, 0.1, 1], False)]
)
def test_the_place_of_the_rate_matters_once_it_changes(rates, same):
    w, state, grads = 1.0, None, [1.0, -2.0, 0.5]
    for grad, lr in zip(grads, rates, strict=True):
        w, state = m.sgd_step(w, grad, state, lr=lr, momentum=0.9)
    assert np.isclose(w, sutskever(1.0, grads, rates, 0.9)) == same


def test_adam_with_l2_is_not_adamw():
    w, g = np.array([2.0, 2.0]), np.array([10.0, 0.1])
    l2, _ = m.adam_step(w, g, None, lr=0.1, weight_decay=0.5)
    decoupled, _ = m.adamw_step(w, g, None, lr=0.1, weight_decay=0.5)
    assert_allclose(l2, [1.9, 1.9], rtol=1e-6)  # the penalty is lost in the division
    assert_allclose(decoupled, [1.8, 1.8], rtol=1e-6)


def test_centred_variance_below_0_counts_as_0():
    w, state, grads = np.zeros(200), None, np.linspace(0.05, 3, 200)
    below = False  # the variance is 0, and rounding takes it to either side
    for _ in range(600):
        w, state = m.rmsprop_step(w, grads, state, lr=1e-3, alpha=0.9, centered=True)
        below = below or np.any(state.squares[0] < state.means[0] ** 2)
    assert below
    assert np.all(np.isfinite(w))  # PyTorch's are nan by now in some places


# --- landscapes -------------------------------------------------------------------------


def test_hessians_that_are_minima():
    rng = np.random.default_rng(0)
    # the second is Chiani's closed form, like (pi - 2 sqrt(2)) / (4 pi) for 3 rows
    for n, exact in [
        (1, 1 / 2),
        (2, (2 - math.sqrt(2)) / 4),
        (3, 0.25 - 2**0.5 / 2 / math.pi),
    ]:
        share = m.hessian_min_probability(n, trials=20_000, rng=rng)
        assert abs(share - exact) < 4 * math.sqrt(exact * (1 - exact) / 20_000)
    assert m.hessian_min_probability(11, trials=500, rng=rng) == 0


def test_hessians_are_drawn_in_blocks(monkeypatch):
    monkeypatch.setattr(m._landscape, "BLOCK", 7)
    share = m.hessian_min_probability(2, trials=100, rng=np.random.default_rng(0))
    assert 0 < share < 0.4
    assert round(share * 100) == pytest.approx(share * 100)


@pytest.mark.parametrize(("lr", "curvature"), [(0.1, 1.0), (0.5, 3.0), (1.5, 1.0)])
def test_noise_floor_is_where_sgd_stays(lr, curvature):
    rng, w = np.random.default_rng(0), np.zeros(4000)
    for _ in range(100):
        w = w - lr * (curvature * w + rng.normal(0, 2, w.size))
    floor = m.sgd_noise_floor(lr, sigma=2, curvature=curvature)
    assert_allclose(np.mean(w**2), floor, rtol=0.1)


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_rate_warns(dtype):
    info = np.finfo(dtype)
    rates = np.array([info.smallest_subnormal, 1, info.max, inf, nan], dtype)
    m.sgd_noise_floor(rates, sigma=3e4, curvature=6e-5)


# --- lists of arrays --------------------------------------------------------------------

vectors = arrays(np.float64, (5,), elements=st.floats(-30, 30))
TREE = [np.random.default_rng(2).normal(size=shape) for shape in [(5, 3), (5,), ()]]
LISTED = {
    name: {argument: TREE if a is W or a is G else a for argument, a in given.items()}
    for name, given in ((call.name, SPEC.given(call)) for call in reversed(SPEC.good))
    if {"params", "grads"} & {*given}
}
OF_LISTS = [
    laws.purity, laws.floats, laws.integers, laws.nan, laws.layout, laws.no_warning,
    laws.real_numbers, laws.masked,
]  # fmt: skip


@pytest.mark.parametrize("law", OF_LISTS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("name", LISTED)
def test_lists_of_arrays_keep_the_laws(name, law):
    law(getattr(m, name), LISTED[name])


@pytest.mark.parametrize("name", LISTED)
def test_lists_give_lists(name):
    returned = getattr(m, name)(**LISTED[name])
    if name != "l2_penalty":
        new = returned[0] if isinstance(returned, tuple) else returned
        assert [type(part) for part in new] == [np.ndarray] * 3
        assert [part.shape for part in new] == [(5, 3), (5,), ()]


@pytest.mark.parametrize("name", STEPS)
@given(w=vectors, g=vectors, lr=st.floats(0, 2))
def test_a_list_is_stepped_one_array_at_a_time(name, w, g, lr):
    step = getattr(m, name)
    both, state = step([w[:2], w[2:]], [g[:2], g[2:]], None, lr=lr)
    both, state = step(both, [g[:2], g[2:]], state, lr=lr)
    whole, kept = step(w, g, None, lr=lr)
    whole, kept = step(whole, g, kept, lr=lr)
    assert isinstance(both, list)
    assert_array_equal(np.concatenate(both), whole)


# --- laws -----------------------------------------------------------------------------


@given(g=vectors, scale=st.floats(1e-3, 1e3))
def test_adam_does_not_see_the_size_of_the_gradient(g, scale):
    g = np.where(np.abs(g) < 1e-3, 0, g)  # smaller squares would lose their digits
    w, state, v, kept = np.zeros(5), None, np.zeros(5), None
    for step in (1, -0.5, 2):
        w, state = m.adam_step(w, g * step, state, lr=0.1, eps=1e-300)
        v, kept = m.adam_step(v, g * step * scale, kept, lr=0.1, eps=1e-300)
    assert_allclose(w, v, rtol=1e-9, atol=1e-9)


@given(w=vectors, g=vectors)
def test_decay_is_the_l2_penalty_for_sgd(w, g):
    decayed, _ = m.sgd_step(w, g, None, lr=0.1, weight_decay=0.5)
    penalised, _ = m.sgd_step(w, g + m.l2_penalty_grad(w, lam=0.5), None, lr=0.1)
    assert_allclose(decayed, penalised, rtol=1e-12, atol=1e-12)
    shrunk = m.weight_decay_step(w, lr=0.1, weight_decay=0.5)
    assert_allclose(decayed, m.sgd_step(shrunk, g, None, lr=0.1)[0], rtol=1e-12, atol=1e-12)


@given(w=vectors)
def test_l2_penalty_grad_is_the_slope(w):
    slope = central_difference(lambda x: m.l2_penalty(x, lam=0.3), w, h=1e-3)
    assert_allclose(m.l2_penalty_grad(w, lam=0.3), slope, atol=1e-8)


@given(g=vectors, most=st.floats(0, 50))
def test_clipping_keeps_the_direction(g, most):
    clipped, norm = m.clip_grad_norm([g[:2], g[2:]], max_norm=most)
    assert_allclose(norm, math.hypot(*g), rtol=1e-12)  # NumPy's norm of 1e-170 is 0
    clipped = np.concatenate(clipped)
    assert math.hypot(*clipped) <= most * (1 + 1e-12) + 1e-300  # subnormals have few digits
    assert_allclose(clipped * norm, g * math.hypot(*clipped), rtol=1e-9, atol=1e-9)


def test_biases_can_be_spared():
    W, b, number = TREE
    spared = m.weight_decay_step(TREE, lr=0.1, weight_decay=0.5, min_ndim=2)
    assert_allclose(spared[0], m.weight_decay_step(W, lr=0.1, weight_decay=0.5))
    assert_array_equal(spared[1], b)
    assert_array_equal(spared[2], number)
    assert_allclose(m.l2_penalty(TREE, lam=0.1, min_ndim=2), m.l2_penalty(W, lam=0.1))
    slopes = m.l2_penalty_grad(TREE, lam=0.1, min_ndim=2)
    assert_allclose(slopes[0], m.l2_penalty_grad(W, lam=0.1))
    assert_array_equal(slopes[1], 0 * b)


def test_gradients_of_another_precision_do_not_promote():
    w, state = m.adam_step(W.astype("f4"), G, None, lr=0.1)
    assert w.dtype == state.means[0].dtype == np.float32


def test_a_rate_from_numpy_does_not_promote():
    w, _ = m.adam_step(W.astype("f4"), G.astype("f4"), None, lr=np.float64(0.1))
    assert w.dtype == np.float32


@pytest.mark.parametrize("name", STEPS)
def test_numbers_are_stepped_as_numbers(name):
    w, state = getattr(m, name)(np.float32(1), np.float32(2), None, lr=0.1)
    w, state = getattr(m, name)(w, np.float32(2), state, lr=0.1)
    assert type(w) is np.float32


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_second_step_warns(name, dtype):
    big, tiny = np.finfo(dtype).max, np.finfo(dtype).smallest_subnormal
    x = np.array([1, inf, -inf, big, -big, tiny, -tiny, nan, 0], dtype)
    w, g = np.stack(np.meshgrid(x, x), -1).reshape(-1, 2).T
    options = {} if name == "sgd_step" else {"eps": 0.0}
    for weight_decay in (0.0, 1e4):
        options = {**options, "lr": 0.1, "weight_decay": weight_decay}
        once, state = getattr(m, name)(w, g, None, **options)
        getattr(m, name)(once, g, state, **options)


def test_clipping_is_pytorchs_but_for_its_millionth():
    tensors = [torch.nn.Parameter(torch.zeros(g.shape, dtype=torch.double)) for g in TREE]
    for t, g in zip(tensors, TREE, strict=True):
        t.grad = torch.tensor(g)
    theirs = torch.nn.utils.clip_grad_norm_(tensors, 0.5)
    clipped, norm = m.clip_grad_norm(TREE, max_norm=0.5)
    assert_allclose(norm, theirs.item(), rtol=1e-12)
    for ours, t in zip(clipped, tensors, strict=True):  # they add 1e-6 to the norm
        assert_allclose(ours / (1 + 1e-6 / norm), t.grad.numpy(), rtol=1e-12)
