"""Initializers: scales against PyTorch's own, distributions, and networks by autograd.

A new function joins VALUES and REFUSALS, and SCALES if it draws for a layer.
`test_no_function_is_forgotten` says which of them it still lacks.
"""

import inspect
import math

import numpy as np
import pytest
import scipy.stats
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional, init

from checks import (
    assert_options_are_single_numbers,
    assert_parity,
    assert_pure,
    assert_refuses,
    autograd,
    number_options,
    own_functions,
)
from dlnotes import activations
from dlnotes import initializers as m

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps


def rng(seed=0):
    return np.random.default_rng(seed)


# --- tables ---------------------------------------------------------------------------

E3 = np.eye(3)

# name, arguments, options, result; plain from the definition where no recipe is given
VALUES = [
    ("zeros", [(2, 3)], {}, [[0, 0, 0], [0, 0, 0]]),
    ("zeros", [()], {}, 0),
    ("zeros", [(0, 5)], {}, np.empty((0, 5))),
    ("ones", [3], {}, [1, 1, 1]),
    ("constant", [(1, 2)], {"value": -0.25}, [[-0.25, -0.25]]),
    ("normal", [(2, 3)], {"std": 0, "rng": rng()}, np.zeros((2, 3))),
    ("uniform", [3], {"bound": 0, "rng": rng()}, np.zeros(3)),
    ("xavier_uniform", [(5, 3)], {"gain": 0, "rng": rng()}, np.zeros((5, 3))),
    ("xavier_normal", [(5, 3)], {"gain": 0, "rng": rng()}, np.zeros((5, 3))),
    ("kaiming_uniform", [(0, 3)], {"rng": rng()}, np.empty((0, 3))),
    ("kaiming_normal", [(0, 3)], {"rng": rng()}, np.empty((0, 3))),
    ("lecun_normal", [(0, 3)], {"rng": rng()}, np.empty((0, 3))),
    ("pytorch_default_linear", [(0, 3)], {"rng": rng()}, np.empty((0, 3))),
    ("calculate_fan_in_and_fan_out", [(50, 100)], {}, (100, 50)),
    ("calculate_fan_in_and_fan_out", [(16, 3, 5, 5)], {}, (75, 400)),
    ("calculate_fan_in_and_fan_out", [np.array([2, 3, 5])], {}, (15, 10)),
    ("calculate_gain", ["linear"], {}, 1),
    ("calculate_gain", ["conv2d"], {}, 1),
    ("calculate_gain", ["sigmoid"], {}, 1),
    ("calculate_gain", ["tanh"], {}, 5 / 3),
    ("calculate_gain", ["relu"], {}, 2**0.5),
    ("calculate_gain", ["relu"], {"param": 0.3}, 2**0.5),
    ("calculate_gain", ["leaky_relu"], {}, (2 / 1.0001) ** 0.5),
    ("calculate_gain", ["leaky_relu"], {"param": 0}, 2**0.5),
    ("calculate_gain", ["leaky_relu", 5**0.5], {}, 3**-0.5),
    ("calculate_gain", ["leaky_relu", 1e300], {}, 2**0.5 * 1e-300),
    ("calculate_gain", ["selu"], {}, 0.75),
    # h = 2 x, then 10 x: mean and std of -2, 6, and five times that
    (
        *("activation_statistics", [[[-1], [3]], [[[2]], [[5]]]]),
        {"activation": "identity"},
        ([2, 10], [4, 20], [0, 0], [0, 0]),
    ),
    # columns (-1, 1) and (-2, -3): three of four are off, one of two units always
    (
        *("activation_statistics", [[[-1, -2], [1, -3]], [np.eye(2)]]),
        {"activation": "relu"},
        ([0.25], [3**0.5 / 4], [0.75], [0.5]),
    ),
    # sigmoid'(x) is below 1/400 from |x| = 5.99 on, tanh'(x) below 1/100 from 2.993 on
    (
        *("activation_statistics", [[[-6.0, 5.9, 6.0, 5.9]], [np.eye(4)]]),
        {"activation": "sigmoid"},
        # [float(1 / (1 + mp.exp(-x))) for x in (-6, 5.9, 6, 5.9)], mean and std by mpmath
        ([0.7486340196184945], [0.4307964961161707], [0.5], [0.5]),
    ),
    (
        *("gradient_statistics", [[[3, 4]], [[1, 2]], [np.eye(2), 2 * np.eye(2)]]),
        {"activation": "identity"},
        # dW2 = outer(d, h), dW1 = outer(2 d, x), norms are products of norms
        ([10 * 5**0.5, 5 * 5**0.5], [10, 10]),
    ),
    (
        *("gradient_statistics", [[[3, 4]], [[1, 2]], [np.eye(2)]]),
        {"activation": "identity", "residual": True},
        ([5 * 5**0.5], [10]),
    ),
    (
        *("gradient_statistics", [[[3, 4]], [[-1, 2]], [np.eye(2)]]),
        {"activation": "relu"},
        ([4 * 5**0.5], [4]),
    ),
]

SHAPES = [(7, 11), (13, 5, 3), (5, 3, 7, 2), (2, 3, 5, 7, 11)]

# name, options, PyTorch's function of a tensor that does the same
SCALES = [
    ("normal", {"std": 0.3}, lambda w: init.normal_(w, std=0.3)),
    ("uniform", {"bound": 0.3}, lambda w: init.uniform_(w, -0.3, 0.3)),
    ("xavier_uniform", {}, init.xavier_uniform_),
    ("xavier_uniform", {"gain": 5 / 3}, lambda w: init.xavier_uniform_(w, gain=5 / 3)),
    ("xavier_normal", {}, init.xavier_normal_),
    ("xavier_normal", {"gain": 0.5}, lambda w: init.xavier_normal_(w, gain=0.5)),
    *(
        (f"kaiming_{kind}", options, lambda w, f=f, o=options: f(w, **o))
        for kind, f in [
            ("uniform", init.kaiming_uniform_),
            ("normal", init.kaiming_normal_),
        ]
        for options in [
            {},
            {"a": 0.2},
            {"mode": "fan_out"},
            {"nonlinearity": "relu"},
            {"nonlinearity": "relu", "a": 0.2},  # which ignores it
            {"nonlinearity": "tanh", "mode": "fan_out"},
            {"nonlinearity": "linear"},
            {"nonlinearity": "selu"},
        ]
    ),
    ("lecun_normal", {}, lambda w: init.kaiming_normal_(w, nonlinearity="linear")),
    ("pytorch_default_linear", {}, lambda w: init.kaiming_uniform_(w, a=math.sqrt(5))),
]
DRAWING = sorted({name for name, _, _ in SCALES})
GIVEN = {"normal": {"std": 1.0}, "uniform": {"bound": 1.0}}
ON_SHAPES = sorted({*DRAWING, "zeros", "ones", "constant", "calculate_fan_in_and_fan_out"})

X, D = rng(1).normal(size=(11, 5)), rng(2).normal(size=(11, 5))
WEIGHTS = list(rng(3).normal(size=(7, 5, 5)))
TANH = {"activation": "tanh"}
ARGS = {
    "activation_statistics": ([X, WEIGHTS], TANH),
    "gradient_statistics": ([D, X, WEIGHTS], TANH),
    "calculate_gain": (["leaky_relu"], {}),
    "constant": ([(3, 5)], {"value": 2.0}),
    **{name: ([(3, 5)], {}) for name in ("zeros", "ones", "calculate_fan_in_and_fan_out")},
    **{name: ([(3, 5)], {"rng": rng(), **GIVEN.get(name, {})}) for name in DRAWING},
}
STATISTICS = ["activation_statistics", "gradient_statistics"]

NUMBER = "must be a finite number of at least 0, got"
R = {"rng": rng()}
ACTIVATIONS = ["elu", "identity", "leaky_relu", "relu", "sigmoid", "tanh"]

# name, arguments, options, the ValueError they deserve
REFUSALS = [
    *(
        (
            name,
            [(3, -1)],
            ARGS[name][1],
            "`shape` must hold sizes of at least 0, got (3, -1)",
        )
        for name in ON_SHAPES
    ),
    *(
        (
            name,
            [(3,)],
            ARGS[name][1],
            "`shape` must have at least 2 axes (out, in), got (3,)",
        )
        for name in ON_SHAPES
        if name not in {"normal", "uniform", "zeros", "ones", "constant"}
    ),
    *(
        (name, [(3, 0)], R, "`shape` must connect something, got (3, 0)")
        for name in DRAWING
        if name not in {"normal", "uniform", "xavier_uniform", "xavier_normal"}
    ),
    (
        "kaiming_normal",
        [(0, 3)],
        {**R, "mode": "fan_out"},
        "must connect something, got (0,",
    ),
    ("xavier_normal", [(5, 3, 0)], R, "`shape` must connect something, got (5, 3, 0)"),
    *(
        (name, [(3, 5)], {**R, option: value}, f"`{option}` {NUMBER} {value}")
        for name, option in [
            ("normal", "std"),
            ("uniform", "bound"),
            ("xavier_uniform", "gain"),
            ("xavier_normal", "gain"),
            ("kaiming_uniform", "a"),
            ("kaiming_normal", "a"),
        ]
        for value in (-0.1, nan, inf)
    ),
    *(
        ("calculate_gain", ["leaky_relu", value], {}, f"`param` {NUMBER} {value}")
        for value in (-0.1, nan, inf)
    ),
    ("calculate_gain", ["ReLU"], {}, '`nonlinearity` must be one of "linear", "conv1d", '),
    ("calculate_gain", [["relu"]], {}, "got ['relu']"),
    ("constant", [(3,)], {"value": nan}, "`value` must be a finite number, got nan"),
    *(
        (name, [(3, 5)], {**R, option: "fan"}, message)
        for name in ("kaiming_uniform", "kaiming_normal")
        for option, message in [
            ("mode", """`mode` must be "fan_in" or "fan_out", got 'fan'"""),
            ("nonlinearity", """"leaky_relu" or "selu", got 'fan'"""),
        ]
    ),
    *(
        (
            name,
            [*([D] if name.startswith("g") else []), *args],
            {**TANH, **options},
            message,
        )
        for name in STATISTICS
        for args, options, message in [
            ([X[0], WEIGHTS], {}, "`x` must have shape (N, D), got (5,)"),
            ([X[:0], WEIGHTS], {}, "`x` must not be empty, got shape (0, 5)"),
            ([X, []], {}, "`weights` must not be empty"),
            ([X, [E3]], {}, "`weights[0]` must have shape (out, 5), got (3, 3)"),
            ([X, [X, X]], {}, "`weights[1]` must have shape (out, 11), got (11, 5)"),
            ([X, [X[0]]], {}, "`weights[0]` must have shape (out, 5), got (5,)"),
            ([X, [X[:0]]], {}, "`weights[0]` must not be empty, got shape (0, 5)"),
            (
                [X, [X]],
                {"residual": True},
                "`weights[0]` must have shape (5, 5), got (11, 5)",
            ),
            ([X[:1], WEIGHTS], {"batch_norm": True}, "must hold at least 2 samples for"),
            (
                [X, WEIGHTS],
                {"activation": "gelu"},
                '`activation` must be one of "elu", "identity"',
            ),
        ]
    ),
    (
        *("gradient_statistics", [D[:, :3], X, WEIGHTS], TANH),
        "`dout` must have the shape (11, 5) of `h_L`, got (11, 3)",
    ),
]


def call(name, args=None, **options):
    given_args, given_options = ARGS[name]
    return getattr(m, name)(*(args or given_args), **{**given_options, **options})


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m) == sorted(ARGS)
    assert {row[0] for row in VALUES} == set(m.__all__)
    assert {row[0] for row in REFUSALS} == set(m.__all__)
    chance = [f for f in m.__all__ if "rng" in inspect.signature(getattr(m, f)).parameters]
    assert chance == DRAWING


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "expected"), VALUES)
def test_values(name, args, options, expected):
    result = getattr(m, name)(*args, **options)
    result = result if isinstance(result, tuple) else (result,)
    expected = expected if isinstance(expected, tuple) else (expected,)
    for y, true in zip(result, expected, strict=True):
        assert np.shape(y) == np.shape(true)
        assert_allclose(y, true, rtol=4 * EPS, atol=0)


# --- scales and distributions -----------------------------------------------------------


def scale(name, shape, **options):
    """The factor by which the draws differ from those of a bound or deviation of 1."""
    w = getattr(m, name)(shape, rng=rng(), **options)
    uniform = "uniform" in name or "linear" in name
    unit = (
        m.uniform(shape, bound=1, rng=rng())
        if uniform
        else m.normal(shape, std=1, rng=rng())
    )
    factor = np.max(w / unit)
    assert_allclose(w, factor * unit, rtol=1e-14)
    return factor


def torch_scale(fill, shape, monkeypatch):
    """The bound or standard deviation that PyTorch's function asks its generator for."""
    asked = []
    for method in ("normal_", "uniform_"):

        def record(tensor, low, high, generator=None):
            asked.append(high)

        monkeypatch.setattr(torch.Tensor, method, record)
    fill(torch.empty(shape))
    return asked[0]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("name", "options", "fill"), SCALES)
def test_scale_is_that_of_pytorch(name, options, fill, shape, monkeypatch):
    ours, theirs = scale(name, shape, **options), torch_scale(fill, shape, monkeypatch)
    assert_allclose(ours, theirs, rtol=1e-14)


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (torch.nn.Linear(11, 7), (7, 11)),
        (torch.nn.Conv2d(3, 5, (7, 2)), (5, 3, 7, 2)),
        (torch.nn.Conv1d(6, 9, 5, groups=3), (9, 2, 5)),
    ],
)
def test_default_is_that_of_layers(layer, shape, monkeypatch):
    def reset(_):
        layer.reset_parameters()

    assert tuple(layer.weight.shape) == shape
    ours = scale("pytorch_default_linear", shape)
    fan_in, _ = m.calculate_fan_in_and_fan_out(shape)
    assert_allclose([ours, ours], [torch_scale(reset, shape, monkeypatch), fan_in**-0.5])


@pytest.mark.parametrize("shape", SHAPES)
def test_fans_are_those_of_pytorch(shape):
    theirs = init._calculate_fan_in_and_fan_out(torch.empty(shape))
    assert m.calculate_fan_in_and_fan_out(shape) == theirs


@pytest.mark.parametrize(
    ("name", "param"),
    [
        *((name, None) for name in ("linear", "sigmoid", "tanh", "relu", "selu")),
        *((f"conv{t}{d}d", None) for t in ("", "_transpose") for d in (1, 2, 3)),
        *(("leaky_relu", param) for param in (None, 0, 0.01, 0.2, 1, 7.5)),
    ],
)
def test_gain_is_that_of_pytorch(name, param):
    assert_allclose(m.calculate_gain(name, param), init.calculate_gain(name, param))


@pytest.mark.parametrize(("name", "options", "fill"), SCALES)
def test_distribution(name, options, fill):
    """Draws pass a Kolmogorov-Smirnov test, and would not at a scale off by 5 %."""
    shape = (211, 197)
    w = getattr(m, name)(shape, rng=rng(5), **options).ravel()
    factor = scale(name, shape, **options)
    flat = "uniform" in name or "linear" in name
    cdf = scipy.stats.uniform(-1, 2).cdf if flat else "norm"
    assert scipy.stats.kstest(w / factor, cdf).pvalue > 0.05
    assert scipy.stats.kstest(w / factor * 1.05, cdf).pvalue < 1e-3
    torch.manual_seed(0)
    theirs = fill(torch.empty(shape, dtype=torch.float64)).numpy().ravel()
    assert scipy.stats.ks_2samp(w, theirs).pvalue > 0.05
    assert abs(np.corrcoef(w[:-1], w[1:])[0, 1]) < 0.01  # drawn independently


@given(shape=st.lists(st.integers(1, 9), min_size=2, max_size=5), seed=st.integers(0, 99))
def test_laws_of_scales(shape, seed):
    fan_in, fan_out = m.calculate_fan_in_and_fan_out(shape)
    assert fan_in * shape[0] == fan_out * shape[1] == math.prod(shape)
    xavier = m.xavier_uniform(shape, rng=rng(seed))
    assert xavier.shape == tuple(shape)
    assert np.abs(xavier).max() <= math.sqrt(6 / (fan_in + fan_out))
    # a uniform distribution is sqrt(3) times as wide as it is scattered
    for kind in ("xavier", "kaiming"):
        bound, std = (scale(f"{kind}_{form}", shape) for form in ("uniform", "normal"))
        assert_allclose(bound, math.sqrt(3) * std)
    # harmonic: 2 / (fan_in + fan_out) is the variance between 1 / fan_in and 1 / fan_out
    assert_allclose(
        2 / scale("xavier_normal", shape) ** 2,
        1 / scale("lecun_normal", shape) ** 2
        + 1 / scale("kaiming_normal", shape, nonlinearity="linear", mode="fan_out") ** 2,
    )
    assert_allclose(scale("kaiming_normal", shape), 2**0.5 * scale("lecun_normal", shape))


@pytest.mark.parametrize("name", DRAWING)
def test_chance_comes_from_the_generator_alone(name):
    first, again = call(name, rng=rng(7)), call(name, rng=rng(7))
    assert_array_equal(first, again)
    generator = rng(7)
    pair = call(name, rng=generator), call(name, rng=generator)
    assert_array_equal(pair[0], first)
    assert not np.array_equal(*pair)
    assert first.dtype == np.float64


@pytest.mark.parametrize("name", DRAWING)
def test_the_generator_is_asked_for(name):
    for wrong in (None, 0, np.random, np.random.RandomState(0)):
        message = f"`rng` must be a numpy.random.Generator, got {type(wrong).__name__}"
        args, options = ARGS[name]
        assert_refuses(
            getattr(m, name), args, {**options, "rng": wrong}, message, TypeError
        )
    with pytest.raises(TypeError, match="rng"):
        getattr(m, name)((3, 5), **GIVEN.get(name, {}))


# --- networks ---------------------------------------------------------------------------

torch_activation = {
    "identity": lambda z: z,
    **{name: getattr(functional, name) for name in ("elu", "leaky_relu", "relu")},
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
}
NETS = [
    {"activation": name, "batch_norm": norm, "residual": residual}
    for name in ACTIVATIONS
    for norm in (False, True)
    for residual in (False, True)
]


def forward(x, weights, activation, batch_norm, residual):
    """The same network in PyTorch: weighted sums and outputs of all layers."""
    h, sums, outputs = x, [], []
    for w in weights:
        z = functional.linear(h, w)
        if batch_norm:
            z = functional.batch_norm(z, None, None, training=True)
        out = torch_activation[activation](z)
        h = out + h if residual else out
        sums.append(z)
        outputs.append(h)
    return sums, outputs


@pytest.mark.parametrize("net", NETS, ids=str)
def test_activations_are_those_of_pytorch(net):
    ours = m.activation_statistics(X, WEIGHTS, **net)
    _, outputs = forward(torch.tensor(X), map(torch.tensor, WEIGHTS), **net)
    means = torch.stack([h.mean() for h in outputs])
    stds = torch.stack([h.std(correction=0) for h in outputs])
    assert_parity(ours.mean, means, rtol=1e-10, atol=1e-12)
    assert_parity(ours.std, stds, rtol=1e-10)


@pytest.mark.parametrize("net", NETS, ids=str)
def test_gradients_are_those_of_pytorch(net):
    ours = m.gradient_statistics(D, X, WEIGHTS, **net)
    _, *theirs = autograd(
        lambda x, *weights: forward(x, weights, **net)[1][-1], X, *WEIGHTS, dout=D
    )
    norms = torch.stack([torch.linalg.norm(torch.tensor(g)) for g in theirs])
    assert_parity(ours.weights, norms, rtol=1e-9)
    outputs = forward(torch.tensor(X), map(torch.tensor, WEIGHTS), **net)[1]
    for layer, h in enumerate([X, *outputs[:-1]]):
        rest = [torch.tensor(w) for w in WEIGHTS[layer:]]
        grad = autograd(lambda h, rest=rest: forward(h, rest, **net)[1][-1], h, dout=D)
        assert_allclose(ours.inputs[layer], np.linalg.norm(grad), rtol=1e-9)


def test_layers_of_other_widths():
    weights = [rng(0).normal(size=shape) for shape in [(7, 5), (3, 7), (2, 3)]]
    dout = rng(1).normal(size=(11, 2))
    ours = m.gradient_statistics(dout, X, weights, activation="tanh")
    grads = autograd(
        lambda x, *w: forward(x, w, "tanh", False, False)[1][-1], X, *weights, dout=dout
    )
    assert_allclose(ours.inputs[0], np.linalg.norm(grads[0]))
    assert_allclose(ours.weights, [np.linalg.norm(g) for g in grads[1:]])
    assert m.activation_statistics(X, weights, activation="relu").std.shape == (3,)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_flat_entries_and_units_are_counted(activation):
    x = 4 * rng(4).normal(size=(13, 31)) + rng(5).normal(size=31) * 6
    stats = m.activation_statistics(x, [np.eye(31)], activation=activation)
    slope = autograd(torch_activation[activation], x)
    flat = slope < {"sigmoid": 1 / 400}.get(activation, 1 / 100)
    assert_allclose(stats.saturated, [flat.mean()])
    assert_allclose(stats.dead, [flat.all(axis=0).mean()])
    if activation == "relu":
        assert 0 < stats.dead[0] == activations.dead_relu_fraction(x)
        assert stats.saturated[0] == activations.sparsity(activations.relu(x))


def steps(values):
    """Factor from one layer to the next, where the first have settled."""
    return values[3:] / values[2:-1]


def test_size_through_depth_is_that_of_theory():
    n, generator = 64, rng(9)
    x, dout = generator.normal(size=(2, 200, n))
    units = list(m.normal((10, n, n), std=1, rng=generator))
    xavier, he = (1 / n) ** 0.5, (2 / n) ** 0.5
    for std, activation, factor in [
        (0.01, "tanh", 0.01 * n**0.5),
        (0.01, "relu", 0.01 * (n / 2) ** 0.5),
        (1, "relu", (n / 2) ** 0.5),
        (xavier, "identity", 1),
        (xavier, "relu", 0.5**0.5),
        (he, "relu", 1),
    ]:
        net = ([std * w for w in units], activation)
        sizes = m.activation_statistics(x, net[0], activation=activation).std
        assert_allclose(steps(sizes), factor, rtol=0.25)
        grads = m.gradient_statistics(dout, x, net[0], activation=activation).inputs
        assert_allclose(steps(grads[::-1]), factor, rtol=0.25)


def test_equal_units_stay_equal():
    w = m.constant((5, 5), value=0.3)
    h = activations.tanh(X @ w.T)
    assert_array_equal(h, np.repeat(h[:, :1], 5, axis=1))
    zero = m.gradient_statistics(D, X, [m.zeros((5, 5))] * 3, activation="tanh")
    assert_array_equal(zero.weights, 0)  # but for one layer it would not be
    assert m.gradient_statistics(D, X, [m.zeros((5, 5))], activation="tanh").weights > 0


@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_zero_weights_of_a_residual_network_change_nothing(activation):
    zero = [m.zeros((5, 5))] * 3
    net = {"activation": activation, "residual": True}
    assert_allclose(m.gradient_statistics(D, X, zero, **net).inputs, np.linalg.norm(D))
    assert_allclose(m.activation_statistics(X, zero, **net).std, X.std())


@pytest.mark.parametrize("name", STATISTICS)
def test_nothing_overflows_or_vanishes_too_early(name):
    """The measures hold as long as the numbers do, and then give inf or nan."""
    backwards = name == "gradient_statistics"
    args, at = ([D, X], 0) if backwards else ([X], -1)
    true = np.linalg.norm(D) if backwards else X.std()
    for size in (1e150, 1e-150):
        weights = [size * np.eye(5)] * 2
        result = getattr(m, name)(*args, weights, activation="identity")[1]
        assert_allclose(result[at] / size / size, true, rtol=1e-12)
    beyond = [np.full((5, 5), 1e150)] * 3
    assert not np.isfinite(getattr(m, name)(*args, beyond, activation="relu")[1][at])


def test_chain_is_the_gradient_of_a_narrow_network():
    """One unit per layer: the norm by its inputs is the product of the factors."""
    weights = list(rng(6).normal(size=(7, 1, 1)))
    sums, _ = forward(torch.ones(1, 1).double(), map(torch.tensor, weights), "tanh", 0, 0)
    factors = np.ravel(weights) * activations.tanh_grad(np.ravel(sums))
    grads = m.gradient_statistics([[1.0]], [[1.0]], weights, activation="tanh")
    assert_allclose(grads.inputs, np.abs(np.cumprod(factors[::-1])[::-1]))


# --- arrays in, arrays out ----------------------------------------------------------------


@pytest.mark.parametrize("name", STATISTICS)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4"])
def test_dtype(name, dtype):
    args = [np.asarray(arg).astype(dtype) for arg in ARGS[name][0]]
    kept = np.dtype(dtype if dtype.startswith("f") else "f8")
    for net in ({}, {"batch_norm": True, "residual": True}):
        assert {y.dtype for y in call(name, args, **net)} == {kept}


@pytest.mark.parametrize("name", STATISTICS)
def test_arguments_are_not_written_to(name):
    args, options = ARGS[name]
    copies = [[np.copy(w) for w in a] if isinstance(a, list) else np.copy(a) for a in args]
    assert_pure(getattr(m, name), copies, options)


@pytest.mark.parametrize("name", STATISTICS)
def test_nan_passes_through(name):
    x = X.copy()
    x[2, 3] = nan
    args = [D, x, WEIGHTS] if name == "gradient_statistics" else [x, WEIGHTS]
    for net in NETS:
        result = getattr(m, name)(*args, **net)
        assert all(np.isnan(y).all() for y in result[:2]), net
        assert all(np.isnan(y[1:]).all() for y in result[2:]), net


@pytest.mark.parametrize("name", STATISTICS)
def test_lists_are_arrays(name):
    lists = [np.asarray(arg).tolist() for arg in ARGS[name][0]]
    for ours, expected in zip(call(name, lists), call(name), strict=True):
        assert_array_equal(ours, expected)


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "message"), REFUSALS)
def test_refusals(name, args, options, message):
    assert_refuses(getattr(m, name), args, options, message)


@pytest.mark.parametrize("name", ON_SHAPES)
@pytest.mark.parametrize("shape", [3.0, (2.0, 3), "ab", None, ((2, 3),)])
def test_shapes_are_integers(name, shape):
    message = f"`shape` must hold integers, got {shape!r}"
    assert_refuses(getattr(m, name), [shape], ARGS[name][1], message, TypeError)


@pytest.mark.parametrize("name", [n for n in m.__all__ if number_options(getattr(m, n))])
def test_options_are_single_numbers(name):
    assert_options_are_single_numbers(getattr(m, name), *ARGS[name])


def test_param_is_a_single_number():
    for value in (True, "1", [0.1], np.ones(1)):
        message = f"`param` must be a real number, got {type(value).__name__}"
        assert_refuses(m.calculate_gain, ["leaky_relu", value], {}, message, TypeError)


def test_only_real_numbers():
    for dtype in ("complex128", "<U3", "object"):
        bad, rule = X.astype(dtype), f"must hold real numbers, got dtype {dtype}"
        for args, name in [([bad, WEIGHTS], "x"), ([X, [WEIGHTS[0], bad]], "weights[1]")]:
            message = f"`{name}` {rule}"
            assert_refuses(m.activation_statistics, args, TANH, message, TypeError)
            assert_refuses(m.gradient_statistics, [D, *args], TANH, message, TypeError)
        message = f"`dout` {rule}"
        assert_refuses(m.gradient_statistics, [bad, X, WEIGHTS], TANH, message, TypeError)
