"""Optimizers that step: each follows PyTorch's over 200 steps; then values, laws, refusals.

A new optimizer joins VALUES, PATHS and ARGS; another function VALUES, PARITY and ARGS.
`test_no_function_is_forgotten` says which of them it still lacks.
"""

import inspect
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

from checks import (
    NOT_REAL,
    assert_only_real_numbers,
    assert_options_are_single_numbers,
    assert_parity,
    assert_pure,
    assert_refuses,
    autograd,
    central_difference,
    outcomes,
    own_functions,
)
from dlnotes import optimizers as m

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps

# --- tables ---------------------------------------------------------------------------

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
STEPS = sorted({name for name, *_ in PATHS})
LR = {"lr": 0.1}

# name, arguments, options, result; where no recipe is given, plain from the definition
VALUES = [
    ("sgd_step", [[1, 2], [3, -4], None], {"lr": 0.5}, [-0.5, 4]),
    ("sgd_step", [2, 1, None], {"lr": 0}, 2),
    ("sgd_step", [2, 1, None], {"lr": 0.5, "momentum": 0.5, "nesterov": True}, 1.25),
    # dampening leaves the first gradient whole
    ("sgd_step", [2, 1, None], {"lr": 0.5, "momentum": 0.5, "dampening": 0.9}, 1.5),
    ("sgd_step", [2, 1, None], {"lr": 0.5, "weight_decay": 0.5}, 1),
    # lr * sign(grad), whatever the gradient, and 0 where it is 0
    ("adagrad_step", [[1, 1], [1e6, 0], None], {"lr": 0.25}, [0.75, 1]),
    ("adagrad_step", [[1, 1], [-1e-3, 0], None], {"lr": 0.25, "eps": 0}, [1.25, nan]),
    ("adagrad_step", [1, 1, None], {"lr": 0.5, "eps": 1}, 0.75),
    # lr / sqrt(1 - alpha)
    (
        *("rmsprop_step", [[1, 1, 1], [9, -2, 0], None]),
        *({"lr": 0.25, "alpha": 0.75, "eps": 0}, [0.5, 1.5, nan]),
    ),
    # 1 / (1 + 1), not 1 / sqrt(1 + 1)
    ("rmsprop_step", [1, 1, None], {"lr": 0.5, "alpha": 0, "eps": 1}, 0.75),
    # variance 3 / 4 - 1 / 4**2 * 9, that is 3 / 16, of a first gradient of 1
    (
        *("rmsprop_step", [1, 1, None]),
        *({"lr": 1, "alpha": 0.25, "eps": 0, "centered": True}, 1 - 4 / math.sqrt(3)),
    ),
    # the variance of a gradient that never changes is 0
    (
        *("rmsprop_step", [1, 1, None]),
        *({"lr": 1, "alpha": 0, "eps": 0.5, "centered": True}, -1),
    ),
    ("adam_step", [[1, 1], [1e3, -1e3], None], {"lr": 0.25, "eps": 0}, [0.75, 1.25]),
    ("adam_step", [[1, 1], [0, inf], None], {"lr": 0.25}, [1, nan]),
    ("adam_step", [1, 1, None], {"lr": 0.5, "eps": 1}, 0.75),
    # (1 - 0.5 * 0.5) * 4 - 0.5
    ("adamw_step", [4, 1, None], {"lr": 0.5, "eps": 0, "weight_decay": 0.5}, 2.5),
    ("adamw_step", [4, 0, None], {"lr": 0.5}, 3.98),
    ("weight_decay_step", [[2, -4, nan]], {"lr": 0.5, "weight_decay": 0.5}, [1.5, -3, nan]),
    ("l2_penalty", [[1, -2, 2]], {"lam": 4}, 18),
    ("l2_penalty", [[]], {"lam": 4}, 0),
    ("l2_penalty_grad", [[1, -2, 2]], {"lam": 4}, [4, -8, 8]),
    ("clip_grad_norm", [[3, -4]], {"max_norm": 1}, [0.6, -0.8]),
    ("clip_grad_norm", [[3, -4]], {"max_norm": 5}, [3, -4]),
    ("clip_grad_norm", [[3, -4]], {"max_norm": 20}, [3, -4]),
    ("clip_grad_norm", [[3, -4]], {"max_norm": 0}, [0, 0]),
    ("clip_grad_norm", [[0, 0]], {"max_norm": 1}, [0, 0]),
    ("clip_grad_norm", [[]], {"max_norm": 1}, []),
    ("clip_grad_norm", [[3e200, -4e200]], {"max_norm": 1}, [0.6, -0.8]),
    ("clip_grad_norm", [[1.5e308, 1.5e308]], {"max_norm": 1}, [math.sqrt(0.5)] * 2),
    ("clip_grad_norm", [[3e-200, -4e-200]], {"max_norm": 2.5e-200}, [1.5e-200, -2e-200]),
    ("clip_grad_norm", [[1, inf, -inf]], {"max_norm": 1}, [0, nan, nan]),
    ("clip_grad_norm", [[1, nan, inf]], {"max_norm": 1}, [nan, nan, nan]),
    ("sgd_noise_floor", [[0.5, 1, 2, 3, inf]], {}, [1 / 3, 1, inf, inf, inf]),
    ("sgd_noise_floor", [[0.5, nan]], {"sigma": 3, "curvature": 2}, [2.25, nan]),
    ("sgd_noise_floor", [1.9], {"sigma": 0}, 0),
]
X, DOUT = np.random.default_rng(1).normal(0, 3, (2, 3, 5))
TREE = [np.random.default_rng(2).normal(size=shape) for shape in [(5, 3), (5,), ()]]

# name, ours, theirs; ours is given X, theirs the same as a tensor
PARITY = [
    (
        "l2_penalty",
        lambda x: m.l2_penalty(x, lam=0.3),
        lambda t: 0.15 * torch.linalg.vector_norm(t) ** 2,
    ),
    (
        "l2_penalty_grad",
        lambda x: m.l2_penalty_grad(x, lam=0.3),
        lambda t: autograd(lambda u: 0.15 * (u * u).sum(), t),
    ),
    # no gradient but that of the penalty
    (
        "weight_decay_step",
        lambda x: m.weight_decay_step(x, lr=0.2, weight_decay=0.3),
        lambda t: torch_step(torch.optim.SGD, t, 0 * t, lr=0.2, weight_decay=0.3),
    ),
    (
        "weight_decay_step",
        lambda x: m.weight_decay_step(x, lr=0.2, weight_decay=0.3),
        lambda t: torch_step(torch.optim.AdamW, t, 0 * t, lr=0.2, weight_decay=0.3),
    ),
    (
        "clip_grad_norm",
        lambda x: m.clip_grad_norm(x, max_norm=2)[0],
        lambda t: t * torch.clamp(2 / torch.linalg.vector_norm(t), max=1),
    ),
    (
        "clip_grad_norm",
        lambda x: m.clip_grad_norm(x, max_norm=2)[1],
        torch.linalg.vector_norm,
    ),
]

SHAPE = "must have the shape (3, 5) of"
RATE = "must be a finite number of at least 0"
STEP = [X, DOUT, None]
STATES = {name: getattr(m, name)(X, DOUT, None, lr=0.1)[1] for name in STEPS}

# name, arguments, options, the ValueError they deserve
REFUSALS = [
    *(
        row
        for name in STEPS
        for row in [
            (name, STEP, {"lr": -0.1}, f"`lr` {RATE}, got -0.1"),
            (name, STEP, {"lr": nan}, f"`lr` {RATE}, got nan"),
            (name, STEP, {"lr": inf}, f"`lr` {RATE}, got inf"),
            (name, STEP, {**LR, "weight_decay": -1}, f"`weight_decay` {RATE}, got -1"),
            (name, [X, DOUT.T, None], LR, f"`grads` {SHAPE} `params`, got (5, 3)"),
            (name, [X, DOUT[0], None], LR, f"`grads` {SHAPE} `params`, got (5,)"),
            (name, [[X], [DOUT[0]], None], LR, f"`grads[0]` {SHAPE} `params[0]`, got"),
            (
                *(name, [[X, X], [DOUT], None], LR),
                "`grads` must be a list of 2 arrays, as `params` is, got a list of 1",
            ),
            (name, [X, [DOUT], None], LR, "`grads` must be one array, as `params` is, got"),
            (
                name,
                [[X], DOUT, None],
                LR,
                "must be a list of 1 arrays, as `params` is, got",
            ),
        ]
    ),
    *(
        (name, STEP, {**LR, "eps": -1e-8}, f"`eps` {RATE}, got -1e-08")
        for name in STEPS
        if name != "sgd_step"
    ),
    *(
        (name, [X[0], DOUT[0], STATES[name]], LR, f"`state.{field}` must have the shapes")
        for name, field in [
            ("adagrad_step", "sums"),
            ("rmsprop_step", "squares"),
            ("adam_step", "means"),
            ("adamw_step", "means"),
        ]
    ),
    *(
        (name, STEP, {**LR, option: value}, f"`{option}` must lie in [0, 1), got {value}")
        for name, option in [
            ("sgd_step", "momentum"),
            ("rmsprop_step", "momentum"),
            ("rmsprop_step", "alpha"),
        ]
        for value in (-0.1, 1, nan)
    ),
    *(
        (name, STEP, {**LR, "betas": betas}, message)
        for name in ("adam_step", "adamw_step")
        for betas, message in [
            ((1.0, 0.9), "`betas[0]` must lie in [0, 1), got 1.0"),
            ((-0.1, 0.9), "`betas[0]` must lie in [0, 1), got -0.1"),
            ((0.9, 1.0), "`betas[1]` must lie in [0, 1), got 1.0"),
            ((0.9, nan), "`betas[1]` must lie in [0, 1), got nan"),
            ((0.9,), "`betas` must be two numbers, got (0.9,)"),
            (0.9, "`betas` must be two numbers, got 0.9"),
        ]
    ),
    ("sgd_step", STEP, {**LR, "dampening": 1.1}, "`dampening` must lie in [0, 1], got 1.1"),
    (
        *("sgd_step", STEP, {**LR, "nesterov": True}),
        "`nesterov` needs `momentum` above 0 and no `dampening`, got 0.0 and 0.0",
    ),
    (
        *("sgd_step", STEP, {**LR, "nesterov": True, "momentum": 0.9, "dampening": 0.5}),
        "`nesterov` needs `momentum` above 0 and no `dampening`, got 0.9 and 0.5",
    ),
    (
        *("sgd_step", [X[0], DOUT[0], m.sgd_step(*STEP, **LR, momentum=0.5)[1]], LR),
        "`state.velocities` must have the shapes [(5,)] of `params`, got [(3, 5)]",
    ),
    ("adagrad_step", STEP, {**LR, "lr_decay": -1}, f"`lr_decay` {RATE}, got -1"),
    ("weight_decay_step", [X], {"lr": -1, "weight_decay": 0}, f"`lr` {RATE}, got -1"),
    ("weight_decay_step", [X], {"lr": 0, "weight_decay": -1}, f"`weight_decay` {RATE}"),
    ("l2_penalty", [X], {"lam": -1}, f"`lam` {RATE}, got -1"),
    ("l2_penalty_grad", [X], {"lam": inf}, f"`lam` {RATE}, got inf"),
    ("clip_grad_norm", [X], {"max_norm": -1}, f"`max_norm` {RATE}, got -1"),
    ("clip_grad_norm", [X], {"max_norm": nan}, f"`max_norm` {RATE}, got nan"),
    ("sgd_noise_floor", [[0.1, 0.0]], {}, "`lr` must be above 0, got 0.0"),
    ("sgd_noise_floor", [[0.1, -0.2]], {}, "`lr` must be above 0, got -0.2"),
    ("sgd_noise_floor", [0.1], {"sigma": -1}, f"`sigma` {RATE}, got -1"),
    (
        "sgd_noise_floor",
        [0.1],
        {"curvature": 0},
        "`curvature` must be a finite number above",
    ),
    (
        *("hessian_min_probability", [0], {"trials": 1, "rng": np.random.default_rng(0)}),
        "`n` must be at least 1, got 0",
    ),
    (
        *("hessian_min_probability", [1], {"trials": 0, "rng": np.random.default_rng(0)}),
        "`trials` must be at least 1, got 0",
    ),
]

# Good arguments and options for every function that takes arrays.
ARGS = {
    **dict.fromkeys(STEPS, (STEP, LR)),
    "weight_decay_step": ([X], {"lr": 0.1, "weight_decay": 0.5}),
    "l2_penalty": ([X], {"lam": 0.1}),
    "l2_penalty_grad": ([X], {"lam": 0.1}),
    "clip_grad_norm": ([X], {"max_norm": 1.0}),
    "sgd_noise_floor": ([np.abs(X)], {}),
}
FORMS = sorted(set(ARGS) - {"sgd_noise_floor"})  # one array, or a list of them
NEW = sorted({*FORMS, "sgd_noise_floor", "hessian_min_probability"})


def first(returned):
    return returned[0] if isinstance(returned, tuple) else returned


def torch_step(optimizer, params, grads, **options):
    w = torch.nn.Parameter(params.clone())
    w.grad = grads.clone()
    optimizer([w], **options).step()
    return w.detach()


def test_no_function_is_forgotten():
    assert set(NEW) <= set(m.__all__) == set(own_functions(m))
    assert {row[0] for row in VALUES} == set(ARGS)
    assert {row[0] for row in PARITY} == set(FORMS) - set(STEPS)
    assert {row[0] for row in REFUSALS} == set(NEW)


# --- paths ----------------------------------------------------------------------------

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


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "expected"), VALUES)
def test_values(name, args, options, expected):
    assert_allclose(first(getattr(m, name)(*args, **options)), expected, rtol=1e-9, atol=0)


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


@pytest.mark.parametrize("wrong", [1.0, "1", None])
def test_counts_are_integers(wrong):
    for n, trials in [(wrong, 1), (1, wrong)]:
        with pytest.raises(TypeError):
            m.hessian_min_probability(n, trials=trials, rng=np.random.default_rng(0))


@pytest.mark.parametrize(("lr", "curvature"), [(0.1, 1.0), (0.5, 3.0), (1.5, 1.0)])
def test_noise_floor_is_where_sgd_stays(lr, curvature):
    rng, w = np.random.default_rng(0), np.zeros(4000)
    for _ in range(100):
        w = w - lr * (curvature * w + rng.normal(0, 2, w.size))
    floor = m.sgd_noise_floor(lr, sigma=2, curvature=curvature)
    assert_allclose(np.mean(w**2), floor, rtol=0.1)


# --- laws -----------------------------------------------------------------------------

vectors = arrays(np.float64, (5,), elements=st.floats(-30, 30))


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


@pytest.mark.parametrize("name", FORMS)
def test_biases_can_be_spared(name):
    if "min_ndim" not in inspect.signature(getattr(m, name)).parameters:
        return
    options = {**ARGS[name][1], "min_ndim": 2}
    ours = getattr(m, name)(TREE, **options)
    W, b = TREE[:2]
    if name == "l2_penalty":
        assert_allclose(ours, m.l2_penalty(W, lam=0.1), rtol=1e-12)
    else:
        assert_allclose(ours[0], getattr(m, name)(W, **ARGS[name][1]), rtol=1e-12)
        assert_array_equal(ours[1], 0 * b if name == "l2_penalty_grad" else b)
    with pytest.raises(TypeError):
        getattr(m, name)(TREE, **{**options, "min_ndim": 1.5})


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4", "?"])
def test_shape_and_dtype(name, dtype):
    args, options = ARGS[name]
    args = [arg if arg is None else arg.astype(dtype) for arg in args]
    for arrays_in in (args, [arg if arg is None else [arg, arg[0]] for arg in args]):
        listed = isinstance(arrays_in[0], list)
        returned = getattr(m, name)(*arrays_in, **options)
        if name == "l2_penalty":
            assert type(returned) is float
            continue
        assert isinstance(first(returned), list) == listed
        kept = np.dtype(dtype if dtype.startswith("f") else "f8")
        shapes = [(3, 5), (5,)] if listed else [(3, 5)]
        new = outcomes(first(returned))
        assert [(y.shape, y.dtype) for y in new] == [(shape, kept) for shape in shapes]
        if name in STEPS:
            again, state = getattr(m, name)(
                first(returned), arrays_in[1], returned[1], **LR
            )
            stored = [y for y in outcomes(list(state)) if isinstance(y, np.ndarray)]
            assert {y.dtype for y in outcomes(again) + stored} == {kept}


def test_gradients_of_another_precision_do_not_promote():
    w, state = m.adam_step(X.astype("f4"), DOUT, None, lr=0.1)
    assert w.dtype == state.means[0].dtype == np.float32


def test_a_rate_from_numpy_does_not_promote():
    w, _ = m.adam_step(X.astype("f4"), DOUT.astype("f4"), None, lr=np.float64(0.1))
    assert w.dtype == np.float32


@pytest.mark.parametrize("name", STEPS)
def test_numbers_are_stepped_as_numbers(name):
    w, state = getattr(m, name)(np.float32(1), np.float32(2), None, lr=0.1)
    w, state = getattr(m, name)(w, np.float32(2), state, lr=0.1)
    assert type(w) is np.float32
    many, state = getattr(m, name)([np.array(1.0)], [np.array(2.0)], None, lr=0.1)
    many, state = getattr(m, name)(many, [np.array(2.0)], state, lr=0.1)
    assert [type(part) for part in many] == [np.ndarray]


@pytest.mark.parametrize("name", sorted(ARGS))
def test_arguments_are_not_written_to(name):
    args, options = ARGS[name]
    assert_pure(getattr(m, name), [a if a is None else a.copy() for a in args], options)


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("name", STEPS)
def test_states_are_not_written_to(name, momentum):
    options = dict(LR)
    if "momentum" in inspect.signature(getattr(m, name)).parameters:
        options["momentum"] = momentum
    _, state = getattr(m, name)(*STEP, **options)
    for kept in outcomes(list(state)):
        if isinstance(kept, np.ndarray):
            kept.setflags(write=False)
    w, after = getattr(m, name)(X, DOUT, state, **options)
    for kept in outcomes(list(state)):
        if isinstance(kept, np.ndarray):
            assert not np.may_share_memory(kept, w)
    assert type(after) is type(state)


@pytest.mark.parametrize("name", sorted(ARGS))
def test_nan_passes_through(name):
    args, options = ARGS[name]
    for i, arg in enumerate(args):
        if arg is None:
            continue
        bad = arg.copy()
        bad[0, 0] = nan
        y = np.ravel(first(getattr(m, name)(*args[:i], bad, *args[i + 1 :], **options)))
        assert np.isnan(y[0])
        assert np.isfinite(y[-1]) or name in ("l2_penalty", "clip_grad_norm")


@pytest.mark.parametrize("name", sorted(ARGS))
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_input_warns(name, dtype):
    big, tiny = np.finfo(dtype).max, np.finfo(dtype).smallest_subnormal
    x = np.array([1, inf, -inf, big, -big, tiny, -tiny, nan, 0], dtype)
    if name == "sgd_noise_floor":
        m.sgd_noise_floor(x[x > 0], sigma=3e4, curvature=6e-5)
        return
    options = dict(ARGS[name][1])
    pairs = np.stack(np.meshgrid(x, x), -1).reshape(-1, 2).T
    args = [pairs[0], pairs[1], None] if name in STEPS else [pairs[0]]
    for option in [o for o in ("eps", "weight_decay") if name in STEPS]:
        if option in inspect.signature(getattr(m, name)).parameters:
            options[option] = 0.0 if option == "eps" else 1e4
    returned = getattr(m, name)(*args, **options)
    if name in STEPS:
        getattr(m, name)(first(returned), pairs[1], returned[1], **options)


# --- parity ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "ours", "theirs"), PARITY)
def test_parity(name, ours, theirs):
    assert_parity(ours(X), theirs(torch.tensor(X)), rtol=1e-12, atol=1e-15)


def test_clipping_is_pytorchs_but_for_its_millionth():
    tensors = [torch.nn.Parameter(torch.zeros(g.shape, dtype=torch.double)) for g in TREE]
    for t, g in zip(tensors, TREE, strict=True):
        t.grad = torch.tensor(g)
    theirs = torch.nn.utils.clip_grad_norm_(tensors, 0.5)
    clipped, norm = m.clip_grad_norm(TREE, max_norm=0.5)
    assert_allclose(norm, theirs.item(), rtol=1e-12)
    for ours, t in zip(clipped, tensors, strict=True):  # they add 1e-6 to the norm
        assert_allclose(ours / (1 + 1e-6 / norm), t.grad.numpy(), rtol=1e-12)


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "message"), REFUSALS)
def test_refusals(name, args, options, message):
    assert_refuses(getattr(m, name), args, options, message)


@pytest.mark.parametrize("name", STEPS)
def test_only_a_state_of_its_own_is_taken(name):
    kind = type(STATES[name]).__name__
    wrong = STATES["sgd_step" if name != "sgd_step" else "adam_step"]
    for state in (wrong, (1, 2), {}):
        message = f"`state` must be None or {kind}, got {type(state).__name__}"
        assert_refuses(getattr(m, name), [X, DOUT, state], LR, message, TypeError)


@pytest.mark.parametrize("name", sorted(ARGS))
def test_only_real_numbers(name):
    args, options = ARGS[name]
    if name not in STEPS:
        assert_only_real_numbers(getattr(m, name), args, options)
        return
    for i, argument in enumerate(["params", "grads"]):
        for dtype in NOT_REAL:
            bad = [*args[:i], np.zeros(X.shape, dtype), *args[i + 1 :]]
            message = f"`{argument}` must hold real numbers, got dtype {dtype}"
            assert_refuses(getattr(m, name), bad, options, message, TypeError)
            inside = [[X, a] if a is not None else None for a in bad]
            inside[i] = [X, bad[i]]
            message = f"`{argument}[1]` must hold real numbers"
            assert_refuses(getattr(m, name), inside, options, message, TypeError)


@pytest.mark.parametrize("name", sorted(ARGS))
def test_options_are_single_numbers(name):
    args, options = ARGS[name]
    assert_options_are_single_numbers(getattr(m, name), args, options)
    if "betas" in inspect.signature(getattr(m, name)).parameters:
        message = "`betas[1]` must be a real number, got str"
        wrong = {**options, "betas": (0.9, "1")}
        assert_refuses(getattr(m, name), args, wrong, message, TypeError)
