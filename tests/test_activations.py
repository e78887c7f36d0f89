"""Activations: tables first, one row per function; then what must hold for their rows.

A new function joins VALUES, PARITY and ARGS, and EXACT if it works entry by entry.
`test_no_function_is_forgotten` says which of them it still lacks.
"""

import inspect
import math
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
    ("leaky_relu", {}, lambda x, a: x if x > 0 else a * x),
    ("leaky_relu", {"negative_slope": 2.0}, lambda x, a: x if x > 0 else a * x),
    ("leaky_relu", {"negative_slope": 0}, lambda x, a: max(x, 0)),
    ("leaky_relu_grad", {}, lambda x, a: 1 if x > 0 else a),
    ("leaky_relu_grad", {"negative_slope": 2.0}, lambda x, a: 1 if x > 0 else a),
    *(
        ("elu", {"alpha": alpha}, lambda x, a: x if x > 0 else a * mp.expm1(x))
        for alpha in (1.0, 0.3, 10.0)
    ),
    *(
        ("elu_grad", {"alpha": alpha}, lambda x, a: 1 if x > 0 else a * mp.exp(x))
        for alpha in (1.0, 0.3, 10.0, 777.0)
    ),
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
    ("prelu", [[[-2, -2, 3], [-inf, -1, -1]], [0, 0.5, 2]], {}, [[0, -1, 3], [0, -0.5, -2]]),
    ("prelu", [[-2, 3], [0.25]], {}, [-0.5, 3]),
    ("prelu", [-2, [0.25]], {}, -0.5),
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


def backward(f, dout=None, **options):
    """Gradient by PyTorch's autograd, with respect to the only argument."""

    def gradient(x):
        t = torch.tensor(x, requires_grad=True)
        y = f(t, **options)
        y.backward(torch.ones_like(y) if dout is None else torch.tensor(dout))
        return t.grad

    return gradient


def no_threshold(t):
    return functional.softplus(t, threshold=50)  # PyTorch's 20 costs nine digits


leaky2, elu2 = {"negative_slope": 2.0}, {"alpha": 2.0}
elu_torch, prelu_torch = functional.elu, partial(torch.prelu, weight=torch.tensor(WEIGHT))

# name, ours, theirs; both are given X
PARITY = [
    ("identity", m.identity, torch.nn.Identity()),
    ("identity_grad", m.identity_grad, backward(torch.nn.Identity())),
    ("heaviside", m.heaviside, lambda t: torch.heaviside(t, torch.ones_like(t))),
    ("heaviside_grad", m.heaviside_grad, backward(lambda t: torch.sign(t) / 2)),
    ("sigmoid", m.sigmoid, torch.sigmoid),
    ("sigmoid", m.sigmoid, scipy.special.expit),
    ("sigmoid_grad", m.sigmoid_grad, backward(torch.sigmoid)),
    ("log_sigmoid", m.log_sigmoid, functional.logsigmoid),
    ("log_sigmoid", m.log_sigmoid, scipy.special.log_expit),
    ("log_sigmoid_grad", m.log_sigmoid_grad, backward(functional.logsigmoid)),
    ("softplus", m.softplus, no_threshold),
    ("softplus_grad", m.softplus_grad, backward(no_threshold)),
    ("tanh", m.tanh, torch.tanh),
    ("tanh_grad", m.tanh_grad, backward(torch.tanh)),
    ("relu", m.relu, torch.relu),
    ("relu_grad", m.relu_grad, backward(torch.relu)),
    ("leaky_relu", m.leaky_relu, functional.leaky_relu),
    ("leaky_relu", partial(m.leaky_relu, **leaky2), partial(functional.leaky_relu, **leaky2)),
    ("leaky_relu_grad", m.leaky_relu_grad, backward(functional.leaky_relu)),
    ("prelu", lambda x: m.prelu(x, WEIGHT), prelu_torch),
    (
        "prelu_backward",
        lambda x: m.prelu_backward(DOUT, x, WEIGHT)[0],
        backward(prelu_torch, DOUT),
    ),
    ("elu", partial(m.elu, **elu2), partial(elu_torch, **elu2)),
    ("elu_grad", m.elu_grad, backward(elu_torch)),
    ("elu_grad", partial(m.elu_grad, **elu2), backward(elu_torch, **elu2)),
]
