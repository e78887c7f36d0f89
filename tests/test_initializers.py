"""Initializers beside the contract: scales against PyTorch's own, distributions, networks.

A new function that draws for a layer joins SCALES.
"""

import math

import numpy as np
import pytest
import scipy.stats
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional, init

from checks import assert_parity, autograd
from dlnotes import activations
from dlnotes import initializers as m
from specs.initializers import CALLS, SHAPES, WEIGHTS, D, X, rng

nan = math.nan

# --- scales and distributions -----------------------------------------------------------

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


def test_every_function_that_draws_has_its_scale():
    drawing = {name for name, call in CALLS.items() if "rng" in call.options}
    assert {name for name, _, _ in SCALES} == drawing


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


# --- networks ---------------------------------------------------------------------------

STATISTICS = ["activation_statistics", "gradient_statistics"]
ACTIVATIONS = ["elu", "identity", "leaky_relu", "relu", "sigmoid", "tanh"]
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
    assert_allclose(ours.std, stds, rtol=1e-10)
    both = np.stack([ours.mean, ours.std])  # a mean alone may be nothing but rounding
    assert_parity(both, torch.stack([means, stds]), rtol=1e-10, atol=1e-12)


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


@pytest.mark.parametrize("name", STATISTICS)
def test_nan_passes_through(name):
    x = X.copy()
    x[2, 3] = nan
    args = [D, x, WEIGHTS] if name == "gradient_statistics" else [x, WEIGHTS]
    for net in NETS:
        result = getattr(m, name)(*args, **net)
        assert all(np.isnan(y).all() for y in result[:2]), net
        assert all(np.isnan(y[1:]).all() for y in result[2:]), net
