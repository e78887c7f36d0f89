"""Activations beside the contract: 4 ulp for all sizes, slopes, and laws between functions.

A new function that works entry by entry joins EXACT.
"""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from mpmath import mp
from numpy.testing import assert_allclose, assert_array_equal

from dlnotes import activations as m
from specs.activations import DOUT, SLICEWISE, SPEC, WEIGHT, X

pytestmark = pytest.mark.filterwarnings("error")
mp.dps = 50
inf = math.inf
EPS = np.finfo(float).eps

# --- within 4 ulp -----------------------------------------------------------------------


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


def tanh_form(x):
    return 2 * mp.sqrt(2 / mp.pi) * (x + mp.mpf(0.044715) * x**3)


def tanh_slope(x):
    inner = 2 * mp.sqrt(2 / mp.pi) * (1 + 3 * mp.mpf(0.044715) * x**2)
    return x * inner * bell(tanh_form(x))


# Those that add and subtract on the way: the parts whose sum is the result, and how many
# ulp of them it may be off. In the tanh form the argument of an exponential is rounded.
GATES = [
    ("gelu", {}, lambda x: [x * mp.ncdf(x)], 64),
    ("gelu_grad", {}, lambda x: [mp.ncdf(x), x * mp.npdf(x)], 64),
    ("gelu", {"approximate": "tanh"}, lambda x: [x * logistic(tanh_form(x))], 4000),
    (
        "gelu_grad",
        {"approximate": "tanh"},
        lambda x: [logistic(tanh_form(x)), tanh_slope(x)],
        4000,
    ),
    ("silu", {}, lambda x: [x * logistic(x)], 8),
    ("silu_grad", {}, lambda x: [logistic(x), x * bell(x)], 8),
]


def test_every_function_of_one_number_is_exact():
    assert {name for name, *_ in EXACT + GATES} == {*SPEC.entrywise}


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
    y = getattr(m, name)(x, **options)
    for number, result in zip(x.tolist(), y.tolist(), strict=True):
        true = mp.mpf(exact(mp.mpf(number), *option))
        if abs(true) > float(info.max):
            assert result == math.copysign(inf, true), (number, result)
            continue
        # true has `mag` bits before the point; below `minexp` the digits stop earlier
        ulp = mp.mpf(2) ** (max(mp.mag(true) - 1, info.minexp) - info.nmant)
        assert abs(result - true) <= 4 * ulp, (number, result, true)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("name", "options", "parts", "ulp"), GATES)
def test_gates_within_few_ulp(name, options, parts, ulp, dtype):
    info = np.finfo(dtype)
    x = points(dtype)
    x = x[(np.abs(x) < 1e4) | np.isinf(x)]
    y = getattr(m, name)(x, **options)
    for number, result in zip(x.tolist(), y.tolist(), strict=True):
        if math.isinf(number):
            ends = (0, 1) if "grad" in name else (0, inf)
            assert result == ends[number > 0]
            continue
        terms = parts(mp.mpf(number))
        true, size = sum(terms), sum(map(abs, terms))
        least = float(info.tiny) * max(1, abs(number))
        assert abs(result - true) <= ulp * float(info.eps) * size + least, (number, result)


# --- laws -----------------------------------------------------------------------------

vectors = arrays(np.float64, (5, 7), elements=st.floats(-30, 30))


@pytest.mark.parametrize("name", [*SLICEWISE, "prelu"])
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_a_number_gives_a_numpy_scalar(name, dtype):
    for x in (dtype(-0.5), np.array(-0.5, dtype)):
        others = {"prelu": [np.ones(1)], "softmax_backward": [x]}
        others["log_softmax_backward"] = [x]
        assert type(getattr(m, name)(x, *others.get(name, []))) is dtype
    assert type(m.prelu_backward(x, x, np.ones(1))[0]) is dtype
    assert type(m.logsumexp(np.ones(3, dtype))) is dtype


def test_weights_do_not_promote():
    x = X.astype("f2")
    assert m.prelu(x, WEIGHT).dtype == np.float16
    assert m.prelu_backward(DOUT.astype("f2"), x, WEIGHT)[0].dtype == np.float16


@pytest.mark.parametrize(
    "name", [n for n in SPEC.entrywise if f"{n}_grad" in SPEC.entrywise]
)
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
