"""Activations: tables first, one row per function; then what must hold for their rows.

A new function joins VALUES, PARITY and ARGS, and EXACT if it works entry by entry.
`test_no_function_is_forgotten` says which of them it still lacks.
"""

import inspect
import math
import re
from functools import partial

import numpy as np
import pytest
import scipy.special
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from mpmath import mp
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional

from checks import (
    assert_only_real_numbers,
    assert_options_are_single_numbers,
    assert_parity,
    assert_pure,
    assert_refuses,
    autograd,
    number_options,
    own_functions,
)
from dlnotes import activations as m

pytestmark = pytest.mark.filterwarnings("error")
mp.dps = 50
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps

# --- tables ---------------------------------------------------------------------------


def logistic(x):
    return 1 / (1 + mp.exp(-x))


def bell(x):
    return mp.exp(-abs(x)) / (1 + mp.exp(-abs(x))) ** 2


def soft(x):
    return max(x, 0) + mp.log1p(mp.exp(-abs(x)))


# Every function of one number, with options, and what mpmath makes of it at 50 digits.
EXACT = [
    ("identity", {}, lambda x: x),
    ("identity_grad", {}, lambda x: 1),
    ("heaviside", {}, lambda x: int(x >= 0)),
    ("heaviside_grad", {}, lambda x: 0),
    ("sigmoid", {}, logistic),
    ("sigmoid_grad", {}, bell),
    ("log_sigmoid", {}, lambda x: -soft(-x)),
    ("log_sigmoid_grad", {}, lambda x: logistic(-x)),
    ("softplus", {}, soft),
    ("softplus_grad", {}, logistic),
    ("tanh", {}, mp.tanh),
    ("tanh_grad", {}, lambda x: 4 * bell(2 * x)),
    ("relu", {}, lambda x: max(x, 0)),
    ("relu_grad", {}, lambda x: int(x > 0)),
    *(
        row
        for a in (0.01, 0.3, 1.0, 10.0, 777.0)
        for row in [
            ("leaky_relu", {"negative_slope": a}, lambda x, a: x if x > 0 else a * x),
            ("leaky_relu_grad", {"negative_slope": a}, lambda x, a: 1 if x > 0 else a),
            ("elu", {"alpha": a}, lambda x, a: x if x > 0 else a * mp.expm1(x)),
            ("elu_grad", {"alpha": a}, lambda x, a: 1 if x > 0 else a * mp.exp(x)),
        ]
    ),
    ("leaky_relu", {"negative_slope": 0}, lambda x, a: max(x, 0)),
]

# Where no recipe is given, the value is plain from the definition.
VALUES = [
    ("identity", [[-2, 0.5, inf]], {}, [-2, 0.5, inf]),
    ("identity_grad", [[-inf, 0, 3]], {}, [1, 1, 1]),
    ("heaviside", [[-1e-300, 0, -0.0, 1e-300]], {}, [0, 1, 1, 1]),
    ("heaviside", [[-1, 0, 1]], {"value_at_zero": 0.5}, [0, 0.5, 1]),
    ("heaviside_grad", [[-inf, 0, inf]], {}, [0, 0, 0]),
    # float(1 / (1 + mp.exp(-x))); at -745 the answer is the smallest subnormal
    ("sigmoid", [[-1000, -745, -40]], {}, [0, 5e-324, 4.248354255291589e-18]),
    ("sigmoid", [[0, 1, 1000]], {}, [0.5, 0.7310585786300049, 1]),
    # float(mp.exp(-x) / (1 + mp.exp(-x)) ** 2)
    ("sigmoid_grad", [[0, 2]], {}, [0.25, 0.1049935854035065]),
    ("sigmoid_grad", [[-40, 40]], {}, [4.248354255291589e-18] * 2),
    # float(-mp.log1p(mp.exp(-x)))
    ("log_sigmoid", [[-1000, 0, 40]], {}, [-1000, -math.log(2), -4.248354255291589e-18]),
    ("log_sigmoid_grad", [[-1000, 0, 40]], {}, [1, 0.5, 4.248354255291589e-18]),
    ("softplus", [[-40, 0, 1000]], {}, [4.248354255291589e-18, math.log(2), 1000]),
    ("softplus_grad", [[-40, 0, 1000]], {}, [4.248354255291589e-18, 0.5, 1]),
    # float(mp.tanh(1)), float(mp.sech(x) ** 2)
    ("tanh", [[-1000, 1e-20, 1]], {}, [-1, 1e-20, 0.7615941559557649]),
    ("tanh_grad", [[0, 1, -20]], {}, [1, 0.4199743416140261, 1.6993417021166355e-17]),
    ("relu", [[-inf, -2, 0, 3, inf]], {}, [0, 0, 0, 3, inf]),
    ("relu_grad", [[-inf, 0, 5e-324, inf]], {}, [0, 0, 1, 1]),
    ("leaky_relu", [[-inf, -2, 0, 3]], {}, [-inf, -0.02, 0, 3]),
    ("leaky_relu", [[-inf, -1.7e308, 3]], {"negative_slope": 2}, [-inf, -inf, 3]),
    ("leaky_relu", [[-inf, -2, inf]], {"negative_slope": 0}, [0, 0, inf]),
    ("leaky_relu_grad", [[-inf, 0, 5e-324]], {}, [0.01, 0.01, 1]),
    (
        "prelu",
        [[[-2, -2, 3], [-inf, -1, -1]], [0, 0.5, 2]],
        {},
        [[0, -1, 3], [0, -0.5, -2]],
    ),
    ("prelu", [[-2, 3], [0.25]], {}, [-0.5, 3]),
    ("prelu", [-2, [0.25]], {}, -0.5),
    (
        *("prelu_backward", [[[1, 1], [4, 3]], [[-2, 3], [0, -1]], [0.25, 0.5]], {}),
        ([[0.25, 1], [1, 1.5]], [-2, -3]),
    ),
    # float(mp.expm1(-1)), float(mp.exp(-1))
    ("elu", [[-inf, -1, -1e-20, 3]], {}, [-1, -0.6321205588285577, -1e-20, 3]),
    ("elu", [[-inf, 0]], {"alpha": 0.5}, [-0.5, 0]),
    ("elu_grad", [[-inf, -1, 0, 3]], {}, [0, 0.36787944117144233, 1, 1]),
    ("elu_grad", [[0, 3]], {"alpha": 2}, [2, 1]),
    # float(1000 + mp.log(2)); an empty sum of exponentials is 0, its logarithm -inf
    ("logsumexp", [[1000, 1000]], {}, 1000.6931471805599),
    ("logsumexp", [[[-inf, -inf], [inf, 7], [-inf, 7]]], {}, [-inf, inf, 7]),
    ("logsumexp", [[[1.7e308, -1.7e308]]], {"keepdims": True}, [[1.7e308]]),
    # [float(mp.exp(k) / sum(mp.exp(j) for j in (1, 2, 3))) for k in (1, 2, 3)]
    (
        *("softmax", [[1001, 1002, 1003]], {}),
        [0.09003057317038046, 0.24472847105479764, 0.6652409557748219],
    ),
    ("softmax", [[[-inf, -inf], [inf, 0], [-inf, 0]]], {}, [[nan] * 2, [nan] * 2, [0, 1]]),
    ("softmax", [[1.7e308, 0.0]], {"temperature": 1e-300}, [1, 0]),
    ("softmax", [[0, math.log(3) * 5]], {"temperature": 5}, [0.25, 0.75]),
    ("softmax_jacobian", [[0.25, 0.75]], {}, [[3 / 16, -3 / 16], [-3 / 16, 3 / 16]]),
    ("softmax_backward", [[1, 0], [0.25, 0.75]], {}, [3 / 16, -3 / 16]),
    ("log_softmax", [[[1000, 0], [-inf, 0]]], {}, [[0, -1000], [-inf, 0]]),
    ("log_softmax", [[[-inf, -inf], [inf, 0]]], {}, [[nan] * 2] * 2),
    ("log_softmax_backward", [[1, 2], [-inf, 0]], {}, [1, -1]),
    ("dead_relu_fraction", [[[-1, 0, 1, -1], [0, 0, -1, 1e-300]]], {}, 0.5),
    ("dead_relu_fraction", [[[nan, -1]]], {}, nan),
    ("sparsity", [[0, -0.0, 5e-324, 1, 0]], {}, 0.6),
    ("sparsity", [[0, nan]], {}, nan),
    ("saturation_fraction", [[-1, -0.5, 0, 1, 2]], {"low": -0.5, "high": 1}, 0.8),
    ("saturation_fraction", [[-1, 0, 3, 4]], {"low": 0, "high": inf}, 0.5),
    ("saturation_fraction", [[0, nan]], {"low": -1, "high": 1}, nan),
]

X = np.random.default_rng(1).normal(0, 3, (3, 5, 7))
X[:, :, 2] = 0  # every corner is asked for its derivative
DOUT = np.random.default_rng(2).normal(0, 1, X.shape)
WEIGHT = np.array([0.25, -1.0, 0.0, 2.0, 0.5])


def backward(f, dout=None):
    """Gradient by PyTorch's autograd, with respect to the only argument."""
    return partial(autograd, f, dout=dout)


def softplus50(t):
    return functional.softplus(t, threshold=50)  # PyTorch's 20 costs nine digits


def torch_prelu(t):
    return torch.prelu(t, torch.tensor(WEIGHT))


def weight_grad(t, weight):
    return autograd(lambda w: torch.prelu(t, w), np.array(weight), dout=DOUT)


prelu_grads = partial(m.prelu_backward, DOUT)
slope2, alpha2 = {"negative_slope": 2.0}, {"alpha": 2.0}

# name, ours, theirs; ours is given X, theirs the same as a tensor
PARITY = [
    ("identity", m.identity, torch.nn.Identity()),
    ("identity_grad", m.identity_grad, backward(torch.nn.Identity())),
    ("heaviside", m.heaviside, lambda t: torch.heaviside(t, torch.ones_like(t))),
    ("heaviside_grad", m.heaviside_grad, backward(torch.sign)),
    ("sigmoid", m.sigmoid, torch.sigmoid),
    ("sigmoid", m.sigmoid, lambda t: scipy.special.expit(t.numpy())),
    ("sigmoid_grad", m.sigmoid_grad, backward(torch.sigmoid)),
    ("log_sigmoid", m.log_sigmoid, functional.logsigmoid),
    ("log_sigmoid", m.log_sigmoid, lambda t: scipy.special.log_expit(t.numpy())),
    ("log_sigmoid_grad", m.log_sigmoid_grad, backward(functional.logsigmoid)),
    ("softplus", m.softplus, softplus50),
    ("softplus_grad", m.softplus_grad, backward(softplus50)),
    ("tanh", m.tanh, torch.tanh),
    ("tanh_grad", m.tanh_grad, backward(torch.tanh)),
    ("relu", m.relu, torch.relu),
    ("relu_grad", m.relu_grad, backward(torch.relu)),
    ("leaky_relu", m.leaky_relu, functional.leaky_relu),
    (
        "leaky_relu",
        partial(m.leaky_relu, **slope2),
        partial(functional.leaky_relu, **slope2),
    ),
    ("leaky_relu_grad", m.leaky_relu_grad, backward(functional.leaky_relu)),
    ("prelu", lambda x: m.prelu(x, WEIGHT), torch_prelu),
    ("prelu_backward", lambda x: prelu_grads(x, WEIGHT)[0], backward(torch_prelu, DOUT)),
    (
        "prelu_backward",
        lambda x: prelu_grads(x, WEIGHT)[1],
        lambda t: weight_grad(t, WEIGHT),
    ),
    ("prelu_backward", lambda x: prelu_grads(x, [0.2])[1], lambda t: weight_grad(t, [0.2])),
    ("elu", partial(m.elu, **alpha2), partial(functional.elu, **alpha2)),
    ("elu_grad", m.elu_grad, backward(functional.elu)),
    (
        "elu_grad",
        partial(m.elu_grad, **alpha2),
        backward(partial(functional.elu, **alpha2)),
    ),
    ("logsumexp", m.logsumexp, partial(torch.logsumexp, dim=-1)),
    (
        *("logsumexp", partial(m.logsumexp, axis=1, keepdims=True)),
        lambda t: scipy.special.logsumexp(t.numpy(), axis=1, keepdims=True),
    ),
    ("softmax", partial(m.softmax, axis=1), partial(torch.softmax, dim=1)),
    ("softmax", m.softmax, lambda t: scipy.special.softmax(t.numpy(), axis=-1)),
    ("softmax", partial(m.softmax, temperature=0.1), lambda t: torch.softmax(t / 0.1, -1)),
    (
        *("softmax_jacobian", lambda x: m.softmax_jacobian(m.softmax(x[0, 0]))),
        lambda t: torch.func.jacrev(partial(torch.softmax, dim=0))(t[0, 0]),
    ),
    (
        *(
            "softmax_backward",
            lambda x: m.softmax_backward(DOUT, m.softmax(x, axis=1), axis=1),
        ),
        backward(partial(torch.softmax, dim=1), DOUT),
    ),
    ("log_softmax", partial(m.log_softmax, axis=1), partial(torch.log_softmax, dim=1)),
    ("log_softmax", m.log_softmax, lambda t: scipy.special.log_softmax(t.numpy(), axis=-1)),
    (
        "log_softmax_backward",
        lambda x: m.log_softmax_backward(DOUT, m.log_softmax(x, axis=1), axis=1),
        backward(partial(torch.log_softmax, dim=1), DOUT),
    ),
    (
        *("dead_relu_fraction", lambda x: m.dead_relu_fraction(x[:, 0])),
        lambda t: (t[:, 0].relu().sum(0) == 0).double().mean(),
    ),
    ("sparsity", m.sparsity, lambda t: (t == 0).double().mean()),
    (
        *("saturation_fraction", partial(m.saturation_fraction, low=-1, high=2)),
        lambda t: 1 - ((t > -1) & (t < 2)).double().mean(),
    ),
]

# Good arguments for every function, from one array: what laws and refusals start from.
ARGS = {
    **{name: lambda x: [x] for name in m.__all__},
    "prelu": lambda x: [x, np.ones(1)],
    "prelu_backward": lambda x: [x, x, np.ones(1)],
    "softmax_backward": lambda x: [x, x],
    "log_softmax_backward": lambda x: [x, x],
    "softmax_jacobian": lambda x: [m.softmax(x[0, 0])],
    "dead_relu_fraction": lambda x: [x[0]],
}
OPTIONS = {"saturation_fraction": {"low": -1.0, "high": 1.0}}
STEEP = {
    **dict.fromkeys(["leaky_relu", "leaky_relu_grad"], {"negative_slope": 1e4}),
    **dict.fromkeys(["elu", "elu_grad"], {"alpha": 1e4}),
    "softmax": {"temperature": 1e-4},
}
MEASURES = ["dead_relu_fraction", "saturation_fraction", "sparsity"]
SAME_SHAPE = sorted(set(m.__all__) - {*MEASURES, "logsumexp", "softmax_jacobian"})
ENTRYWISE = sorted({name for name, _, _ in EXACT})
SLICEWISE = [
    "log_softmax",
    "log_softmax_backward",
    "logsumexp",
    "softmax",
    "softmax_backward",
]

NUMBER, SHAPE = "must be a finite number", "must have the shape (3, 5, 7) of"
EMPTY, ORDER = "`a` must not be empty, got shape (0,)", "`low` must be below `high`, got"

# name, arguments, options, the ValueError they deserve
REFUSALS = [
    *(
        (name, [X], {option: value}, f"`{option}` {NUMBER}{rule}, got {value}")
        for name, option, rule, refused in [
            ("heaviside", "value_at_zero", "", []),
            ("leaky_relu", "negative_slope", " of at least 0", [-0.1]),
            ("leaky_relu_grad", "negative_slope", " of at least 0", [-0.1]),
            ("elu", "alpha", " of at least 0", [-1.0]),
            ("elu_grad", "alpha", " of at least 0", [-1.0]),
            ("softmax", "temperature", " above 0", [0, -1.0]),
        ]
        for value in [nan, inf, *refused]
    ),
    ("elu", [X.astype("f")], {"alpha": 1e300}, "got 1e+300, which is inf in float32"),
    ("softmax", [X.astype("f")], {"temperature": 1e-60}, "which is 0.0 in float32"),
    ("prelu", [X, [1, 2, 3]], {}, "(1,) or (5,) for `x` of shape (3, 5, 7), got (3,)"),
    ("prelu", [X[0, 0], WEIGHT], {}, "(1,) or (1,) for `x` of shape (7,), got (5,)"),
    ("prelu", [X, 0.25], {}, "`weight` must have shape (1,) or (5,)"),
    ("prelu_backward", [X, X, [1, 2]], {}, "for `x` of shape (3, 5, 7), got (2,)"),
    ("prelu_backward", [X[0], X, WEIGHT], {}, f"`dout` {SHAPE} `x`, got (5, 7)"),
    ("softmax_backward", [X[0], X], {}, f"`dout` {SHAPE} `p`, got (5, 7)"),
    ("log_softmax_backward", [X[0], X], {}, f"`dout` {SHAPE} `log_p`, got (5, 7)"),
    ("softmax_jacobian", [[[0.5, 0.5]]], {}, "`p` must have shape (K,), got (1, 2)"),
    ("softmax_jacobian", [[1.5, -0.5]], {}, "`p` must lie in [0, 1], got 1.5"),
    ("softmax_jacobian", [[-0.5, 0.5, 1]], {}, "`p` must lie in [0, 1], got -0.5"),
    (
        "softmax_jacobian",
        [[0.5, 0.4]],
        {},
        "`p` must sum to 1 along its last axis, got 0.9",
    ),
    ("softmax_jacobian", [[]], {}, "`p` must not be empty, got shape (0,)"),
    ("dead_relu_fraction", [[-1.0]], {}, "`z` must have shape (N, H), got (1,)"),
    (
        "dead_relu_fraction",
        [np.ones((0, 3))],
        {},
        "`z` must not be empty, got shape (0, 3)",
    ),
    ("sparsity", [[]], {}, EMPTY),
    ("saturation_fraction", [[]], {"low": 0, "high": 1}, EMPTY),
    ("saturation_fraction", [X], {"low": 1, "high": 1}, f"{ORDER} 1 and 1"),
    ("saturation_fraction", [X], {"low": nan, "high": 1}, f"{ORDER} nan and 1"),
]


def results(name, *args, **options):
    """What the function returns, always as a list."""
    y = getattr(m, name)(*args, **{**OPTIONS.get(name, {}), **options})
    return list(y) if isinstance(y, tuple) else [y]


def call(name, x, **options):
    """First result of the function for arguments made from `x`."""
    return results(name, *ARGS[name](x), **options)[0]


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m)
    assert {row[0] for row in VALUES} == set(m.__all__)
    assert {row[0] for row in PARITY} == set(m.__all__)
    taken = {f: [*inspect.signature(getattr(m, f)).parameters] for f in m.__all__}
    refusing = {f for f, names in taken.items() if len(names) > 1} - {
        "logsumexp",
        "log_softmax",
    }
    assert {row[0] for row in REFUSALS} >= refusing  # those two only have their axis
    assert set(ENTRYWISE) == set(SAME_SHAPE) - {*SLICEWISE, "prelu", "prelu_backward"}


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "expected"), VALUES)
def test_values(name, args, options, expected):
    expected = expected if isinstance(expected, tuple) else (expected,)
    for y, true in zip(results(name, *args, **options), expected, strict=True):
        assert_allclose(y, true, rtol=4 * EPS, atol=0)


def points(dtype):
    """Finite and infinite numbers of all sizes, dense where the functions change."""
    rng, info = np.random.default_rng(3), np.finfo(dtype)
    bits = rng.integers(0, 2**info.bits, 400, dtype=f"u{info.bits // 8}").view(dtype)
    edge = -math.log(info.smallest_subnormal)  # where exp leaves the range, below and above
    bulk = [rng.uniform(-r, r, 300) for r in (0.1, 1, 5, 20, edge)]
    ends = [rng.uniform(0.8 * edge / k, edge / k, 200) for k in (1, 2)]
    tiny = 10 ** rng.uniform(-20, 0, 200)
    marks = [0, inf, info.max, info.tiny, info.smallest_subnormal, math.log(info.max), 64]
    # worst of all float32 numbers on an AVX-512 machine: first for the formulas in use,
    # then for t / (1 + t)**2 and s * (1 - s), which fail there (the last in float64)
    worst = [3.4570289, 5.53861, 44.171875, 2.042401, 0.5025484, 0.010847654, 72.78327]
    worst += [3.409211, 2.4200504, 4.848305, 4.153477787889216]
    x = np.concatenate([*bulk, *ends, tiny, marks, worst]).astype(dtype)
    return np.concatenate([bits[np.isfinite(bits)], x, -x])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("name", "options", "exact"), EXACT)
def test_within_4_ulp(name, options, exact, dtype):
    x, info = points(dtype), np.finfo(dtype)
    option = [mp.mpf(float(dtype(value))) for value in options.values()]
    for number, result in zip(x.tolist(), call(name, x, **options).tolist(), strict=True):
        true = mp.mpf(exact(mp.mpf(number), *option))
        if abs(true) > float(info.max):
            assert result == math.copysign(inf, true), (number, result)
            continue
        # true has `mag` bits before the point; below `minexp` the digits stop earlier
        ulp = mp.mpf(2) ** (max(mp.mag(true) - 1, info.minexp) - info.nmant)
        assert abs(result - true) <= 4 * ulp, (number, result, true)


# --- laws -----------------------------------------------------------------------------

vectors = arrays(np.float64, (5, 7), elements=st.floats(-30, 30))


@pytest.mark.parametrize("name", SAME_SHAPE)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4", "?"])
def test_shape_and_dtype(name, dtype):
    x = X.astype(dtype)
    y = call(name, x)
    kept = dtype if dtype.startswith("f") else "f8"
    assert (y.shape, y.dtype) == (x.shape, np.dtype(kept))


@pytest.mark.parametrize("name", m.__all__)
def test_arguments_are_not_written_to(name):
    assert_pure(getattr(m, name), ARGS[name](X.copy()), OPTIONS.get(name, {}))


@pytest.mark.parametrize("name", m.__all__)
def test_nan_passes_through(name):
    x = X.copy()
    x[0, 0, 0] = nan
    y = call(name, x)
    assert np.isnan(y[0, 0, 0] if name in SAME_SHAPE else np.ravel(y)[0])


@pytest.mark.parametrize("name", SAME_SHAPE + ["logsumexp"])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_a_number_gives_a_numpy_scalar(name, dtype):
    for x in (dtype(-0.5), np.array(-0.5, dtype)):
        assert type(call(name, x)) is dtype


def test_a_sum_over_all_is_a_numpy_scalar():
    assert type(m.logsumexp(np.ones(3, np.float32))) is np.float32


@pytest.mark.parametrize("name", m.__all__)
def test_lists_are_arrays(name):
    args = ARGS[name](X)
    for ours, expected in zip(
        results(name, *(a.tolist() for a in args)), results(name, *args), strict=True
    ):
        assert_array_equal(ours, expected)


@pytest.mark.parametrize("name", SAME_SHAPE + ["logsumexp"])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_input_warns(name, dtype):
    big = np.finfo(dtype).max
    x = np.array([0, 1, inf, -inf, big, -big, nan], dtype)
    for pair in np.stack(np.meshgrid(x, x), -1).reshape(-1, 2):
        for options in ({}, STEEP.get(name, {})):
            call(name, pair, **options)


@pytest.mark.parametrize("name", [n for n in ENTRYWISE if n + "_grad" in ENTRYWISE])
@given(x=vectors)
def test_grad_is_the_slope(name, x):
    x, h = x[np.abs(x) > 1e-3], 1e-5  # off the corner at 0
    f, f_grad = getattr(m, name), getattr(m, name + "_grad")
    assert_allclose(f_grad(x), (f(x + h) - f(x - h)) / (2 * h), rtol=1e-5, atol=1e-8)


@given(x=vectors)
def test_sigmoid_and_tanh_are_one_curve(x):
    assert_allclose(m.tanh(x), 2 * m.sigmoid(2 * x) - 1, rtol=0, atol=4 * EPS)
    assert_allclose(m.sigmoid(x) + m.sigmoid(-x), 1, rtol=4 * EPS)
    assert_allclose(np.exp(m.log_sigmoid(x)), m.sigmoid(x), rtol=1e-13)
    assert_allclose(m.softplus(x) - m.softplus(-x), x, rtol=1e-13, atol=1e-13)


@given(x=vectors, slope=st.floats(0, 5))
def test_prelu_of_one_weight_is_leaky(x, slope):
    assert_array_equal(m.prelu(x, [slope]), m.leaky_relu(x, negative_slope=slope))
    assert_array_equal(m.prelu(x, [slope] * 7), m.leaky_relu(x, negative_slope=slope))
    assert_array_equal(m.leaky_relu(x, negative_slope=0), m.relu(x))


@given(x=vectors, axis=st.sampled_from([0, 1, -1]), shift=st.floats(-1e3, 1e3))
def test_softmax_laws(x, axis, shift):
    p = m.softmax(x, axis=axis)
    assert_allclose(p.sum(axis=axis), 1, rtol=1e-14)
    assert_allclose(m.softmax(x + shift, axis=axis), p, rtol=1e-11)
    order = np.random.default_rng(0).permutation(x.shape[axis])
    assert_allclose(
        m.softmax(x.take(order, axis=axis), axis=axis), p.take(order, axis=axis), rtol=1e-14
    )
    assert_allclose(np.exp(m.log_softmax(x, axis=axis)), p, rtol=1e-13)
    total = m.logsumexp(x, axis=axis, keepdims=True)
    assert_allclose(x - total, m.log_softmax(x, axis=axis), rtol=1e-13, atol=1e-13)
    assert_array_equal(m.logsumexp(x, axis=axis), total.squeeze(axis))


@given(x=arrays(np.float64, (2, 7), elements=st.floats(-9, 9)))
def test_backward_is_the_jacobian_times_a_vector(x):
    dout, p = x[0], m.softmax(x[1])
    jacobian = m.softmax_jacobian(p)
    assert_allclose(jacobian.sum(axis=1), 0, atol=1e-15)
    assert_allclose(m.softmax_backward(dout, p), jacobian @ dout, atol=1e-14)
    chained = m.softmax_backward(dout / p, p)  # d log p = dp / p
    assert_allclose(
        m.log_softmax_backward(dout, np.log(p)), chained, rtol=1e-12, atol=1e-12
    )


def test_float16_sums_do_not_overflow():
    x = np.zeros(70_000, np.float16)  # above the largest float16
    assert_allclose(m.logsumexp(x), math.log(70_000), rtol=1e-3)
    assert_allclose(m.log_softmax(x), -math.log(70_000), rtol=1e-3)
    assert_allclose(m.softmax(x), 1 / 70_000, rtol=1e-2)


# --- parity ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "ours", "theirs"), PARITY)
def test_parity(name, ours, theirs):
    # autograd's 1 - tanh**2 and s * (1 - s) have lost what lies below atol
    assert_parity(ours(X), theirs(torch.tensor(X)), rtol=1e-12, atol=1e-15)


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "message"), REFUSALS)
def test_refusals(name, args, options, message):
    assert_refuses(getattr(m, name), args, options, message)


@pytest.mark.parametrize("name", m.__all__)
def test_only_real_numbers(name):
    assert_only_real_numbers(getattr(m, name), ARGS[name](X), OPTIONS.get(name, {}))


@pytest.mark.parametrize("name", [f for f in m.__all__ if number_options(getattr(m, f))])
def test_options_are_single_numbers(name):
    options = OPTIONS.get(name, {})
    assert_options_are_single_numbers(getattr(m, name), ARGS[name](X), options)


@pytest.mark.parametrize("name", SLICEWISE)
def test_an_empty_axis_is_refused(name):
    for shape, axis in [((3, 0), 1), ((0, 3), 0), ((0,), -1)]:
        message = f"must not be empty along axis {axis}, got shape {shape}"
        with pytest.raises(ValueError, match=re.escape(message)):
            call(name, np.ones(shape), axis=axis)
    assert call(name, np.ones((0, 3)), axis=1).size == 0  # no slices, none of them empty
    with pytest.raises(np.exceptions.AxisError):
        call(name, np.ones((2, 3)), axis=2)
