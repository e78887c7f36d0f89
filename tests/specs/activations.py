"""Activations: what each function promises."""

import math
from functools import partial

import numpy as np
import scipy.special
import torch
from torch.nn import functional

from checks import autograd
from dlnotes import activations
from specs import Call, Spec

inf, nan = math.inf, math.nan

X = np.random.default_rng(1).normal(0, 3, (3, 5, 7))
X[:, :, 2] = 0  # every corner is asked for its derivative
DOUT = np.random.default_rng(2).normal(0, 1, X.shape)
WEIGHT = np.array([0.25, -1.0, 0.0, 2.0, 0.5])
P = scipy.special.softmax(X, axis=1)
MANY = np.ones(70_000)  # more than the largest float16

OF_ANY_NUMBER = [
    "identity", "identity_grad", "heaviside_grad",
    "sigmoid", "sigmoid_grad", "log_sigmoid", "log_sigmoid_grad",
    "softplus", "softplus_grad", "tanh", "tanh_grad", "relu", "relu_grad",
    "silu", "silu_grad",
]  # fmt: skip
ENTRYWISE = [
    *OF_ANY_NUMBER, "heaviside", "leaky_relu", "leaky_relu_grad", "elu", "elu_grad",
    "gelu", "gelu_grad",
]  # fmt: skip
SLICEWISE = [
    "logsumexp", "log_softmax", "log_softmax_backward", "softmax", "softmax_backward",
]  # fmt: skip

GOOD = [
    *(Call(name, X) for name in ENTRYWISE),
    Call("leaky_relu", X, negative_slope=1e4),
    Call("leaky_relu_grad", X, negative_slope=1e4),
    Call("elu", X, alpha=1e4),
    Call("elu_grad", X, alpha=1e4),
    *(Call(name, X, approximate="tanh") for name in ("gelu", "gelu_grad")),
    Call("prelu", X, WEIGHT),
    Call("prelu_backward", DOUT, X, WEIGHT),
    Call("logsumexp", X),
    Call("log_softmax", X),
    Call("log_softmax_backward", DOUT, np.log(P), axis=1),
    Call("softmax", X),
    Call("softmax", X, temperature=1e-4),
    Call("softmax_backward", DOUT, P, axis=1),
    Call("softmax_jacobian", P[0, :, 0]).bounded("p"),
    Call("dead_relu_fraction", X[0]),
    Call("sparsity", X),
    Call("saturation_fraction", X, low=-1.0, high=1.0),
]

# Where no recipe is given, the value is plain from the definition.
VALUES = [
    Call("identity", [-2, 0.5, inf]).gives([-2, 0.5, inf]),
    Call("identity_grad", [-inf, 0, 3]).gives([1, 1, 1]),
    Call("heaviside", [-1e-300, 0, -0.0, 1e-300]).gives([0, 1, 1, 1]),
    Call("heaviside", [-1, 0, 1], value_at_zero=0.5).gives([0, 0.5, 1]),
    Call("heaviside_grad", [-inf, 0, inf]).gives([0, 0, 0]),
    # float(1 / (1 + mp.exp(-x))); at -745 the answer is the smallest subnormal
    Call("sigmoid", [-1000, -745, -40]).gives([0, 5e-324, 4.248354255291589e-18]),
    Call("sigmoid", [0, 1, 1000]).gives([0.5, 0.7310585786300049, 1]),
    # float(mp.exp(-x) / (1 + mp.exp(-x)) ** 2)
    Call("sigmoid_grad", [0, 2]).gives([0.25, 0.1049935854035065]),
    Call("sigmoid_grad", [-40, 40]).gives([4.248354255291589e-18] * 2),
    # float(-mp.log1p(mp.exp(-x)))
    Call("log_sigmoid", [-1000, 0, 40]).gives(
        [-1000, -math.log(2), -4.248354255291589e-18]
    ),
    Call("log_sigmoid_grad", [-1000, 0, 40]).gives([1, 0.5, 4.248354255291589e-18]),
    Call("softplus", [-40, 0, 1000]).gives([4.248354255291589e-18, math.log(2), 1000]),
    Call("softplus_grad", [-40, 0, 1000]).gives([4.248354255291589e-18, 0.5, 1]),
    # float(mp.tanh(1)), float(mp.sech(x) ** 2)
    Call("tanh", [-1000, 1e-20, 1]).gives([-1, 1e-20, 0.7615941559557649]),
    Call("tanh_grad", [0, 1, -20]).gives([1, 0.4199743416140261, 1.6993417021166355e-17]),
    Call("relu", [-inf, -2, 0, 3, inf]).gives([0, 0, 0, 3, inf]),
    Call("relu_grad", [-inf, 0, 5e-324, inf]).gives([0, 0, 1, 1]),
    Call("leaky_relu", [-inf, -2, 0, 3]).gives([-inf, -0.02, 0, 3]),
    Call("leaky_relu", [-inf, -1.7e308, 3], negative_slope=2).gives([-inf, -inf, 3]),
    Call("leaky_relu", [-inf, -2, inf], negative_slope=0).gives([0, 0, inf]),
    Call("leaky_relu_grad", [-inf, 0, 5e-324]).gives([0.01, 0.01, 1]),
    Call("prelu", [[-2, -2, 3], [-inf, -1, -1]], [0, 0.5, 2]).gives(
        [[0, -1, 3], [0, -0.5, -2]]
    ),
    Call("prelu", [-2, 3], [0.25]).gives([-0.5, 3]),
    Call("prelu", -2, [0.25]).gives(-0.5),
    Call("prelu_backward", [[1, 1], [4, 3]], [[-2, 3], [0, -1]], [0.25, 0.5]).gives(
        [[0.25, 1], [1, 1.5]], [-2, -3]
    ),
    # float(mp.expm1(-1)), float(mp.exp(-1))
    Call("elu", [-inf, -1, -1e-20, 3]).gives([-1, -0.6321205588285577, -1e-20, 3]),
    Call("elu", [-inf, 0], alpha=0.5).gives([-0.5, 0]),
    Call("elu_grad", [-inf, -1, 0, 3]).gives([0, 0.36787944117144233, 1, 1]),
    Call("elu_grad", [0, 3], alpha=2).gives([2, 1]),
    # float(x * mp.ncdf(x)); at -20 no digit of 1 + erf is left
    Call("gelu", [-inf, -20, -1, 0, 1, 1.7e308, inf]).gives(
        [0, -5.507248237212468e-88, -0.15865525393145705, 0, 0.8413447460685429]
        + [1.7e308, inf],
        rtol=1e-14,
    ),
    # float(mp.ncdf(x) + x * mp.npdf(x))
    Call("gelu_grad", [-inf, -20, 0, 1, inf]).gives(
        [0, -1.1014360483133464e-86, 0.5, 1.0833154705876864, 1],
        rtol=1e-14,
    ),
    # float(x * mp.sigmoid(2 * mp.sqrt(2 / mp.pi) * (x + mp.mpf("0.044715") * x**3)))
    Call("gelu", [-inf, -5, 0, 1, inf], approximate="tanh").gives(
        [0, -2.291796196629506e-07, 0, 0.8411919906082767, inf], rtol=1e-14
    ),
    Call("gelu_grad", [-inf, 0, inf], approximate="tanh").gives([0, 0.5, 1]),
    Call("silu", [-inf, -1000, -40, 0, 1, inf]).gives(
        [0, 0, -1.6993417021166355e-16, 0, 0.7310585786300049, inf]
    ),
    # float(mp.sigmoid(1) * (2 - mp.sigmoid(1)))
    Call("silu_grad", [-inf, 0, 1, inf]).gives([0, 0.5, 0.9276705118714867, 1]),
    # float(1000 + mp.log(2)); an empty sum of exponentials is 0, its logarithm -inf
    Call("logsumexp", [1000, 1000]).gives(1000.6931471805599),
    Call("logsumexp", [[-inf, -inf], [inf, 7], [-inf, 7]]).gives([-inf, inf, 7]),
    Call("logsumexp", [[1.7e308, -1.7e308]], keepdims=True).gives([[1.7e308]]),
    # [float(mp.exp(k) / sum(mp.exp(j) for j in (1, 2, 3))) for k in (1, 2, 3)]
    Call("softmax", [1001, 1002, 1003]).gives(
        [0.09003057317038046, 0.24472847105479764, 0.6652409557748219]
    ),
    Call("softmax", [[-inf, -inf], [inf, 0], [-inf, 0]]).gives(
        [[nan] * 2, [nan] * 2, [0, 1]]
    ),
    Call("softmax", [1.7e308, 0.0], temperature=1e-300).gives([1, 0]),
    Call("softmax", [0, math.log(3) * 5], temperature=5).gives([0.25, 0.75]),
    Call("softmax_jacobian", [0.25, 0.75]).gives([[3 / 16, -3 / 16], [-3 / 16, 3 / 16]]),
    Call("softmax_backward", [1, 0], [0.25, 0.75]).gives([3 / 16, -3 / 16]),
    Call("log_softmax", [[1000, 0], [-inf, 0]]).gives([[0, -1000], [-inf, 0]]),
    Call("log_softmax", [[-inf, -inf], [inf, 0]]).gives([[nan] * 2] * 2),
    Call("log_softmax_backward", [1, 2], [-inf, 0]).gives([1, -1]),
    Call("dead_relu_fraction", [[-1, 0, 1, -1], [0, 0, -1, 1e-300]]).gives(0.5),
    Call("dead_relu_fraction", [[nan, -1]]).gives(nan),
    Call("sparsity", [0, -0.0, 5e-324, 1, 0]).gives(0.6),
    Call("sparsity", [0, nan]).gives(nan),
    Call("saturation_fraction", [-1, -0.5, 0, 1, 2], low=-0.5, high=1).gives(0.8),
    Call("saturation_fraction", [-1, 0, 3, 4], low=0, high=inf).gives(0.5),
    Call("saturation_fraction", [0, nan], low=-1, high=1).gives(nan),
    # no slices, none of them empty
    Call("logsumexp", np.ones((0, 3)), axis=1).gives([]),
    Call("log_softmax", np.ones((0, 3)), axis=1).gives(np.ones((0, 3))),
    Call("log_softmax_backward", *np.ones((2, 0, 3)), axis=1).gives(np.ones((0, 3))),
    Call("softmax", np.ones((0, 3)), axis=1).gives(np.ones((0, 3))),
    Call("softmax_backward", *np.ones((2, 0, 3)), axis=1).gives(np.ones((0, 3))),
]


def softplus50(t):
    return functional.softplus(t, threshold=50)  # PyTorch's 20 costs nine digits


def sharp_softmax(t, temperature):
    return torch.softmax(t / temperature, -1)


def softmax_jacobian(p):
    return torch.func.jacrev(partial(torch.softmax, dim=0))(torch.log(p))


def prelu_grads(dout, x, weight):
    return autograd(torch.prelu, x, weight, dout=dout)


def grad_of(f):
    """The gradient of `f` at X along an axis, as the backward functions give it."""
    return lambda dout, p, axis: autograd(partial(f, dim=axis), X, dout=dout)


def torch_heaviside(t):
    return torch.heaviside(t, torch.ones_like(t))


def torch_dead(t):
    return (t.relu().sum(0) == 0).double().mean()


def torch_saturated(t, low, high):
    return 1 - ((t > low) & (t < high)).double().mean()


# autograd's 1 - tanh**2 and s * (1 - s) have lost what lies below `atol`
PARITY = [
    Call("identity", X).like_torch(torch.nn.Identity()),
    Call("identity_grad", X).like_autograd(torch.nn.Identity()),
    Call("heaviside", X).like_torch(torch_heaviside),
    Call("heaviside_grad", X).like_autograd(torch.sign),
    Call("sigmoid", X).like_torch(torch.sigmoid),
    Call("sigmoid", X).like(scipy.special.expit),
    Call("sigmoid_grad", X).like_autograd(torch.sigmoid),
    Call("log_sigmoid", X).like_torch(functional.logsigmoid),
    Call("log_sigmoid", X).like(scipy.special.log_expit),
    Call("log_sigmoid_grad", X).like_autograd(functional.logsigmoid),
    Call("softplus", X).like_torch(softplus50),
    Call("softplus_grad", X).like_autograd(softplus50),
    Call("tanh", X).like_torch(torch.tanh),
    Call("tanh_grad", X).like_autograd(torch.tanh),
    Call("relu", X).like_torch(torch.relu),
    Call("relu_grad", X).like_autograd(torch.relu),
    Call("leaky_relu", X).like_torch(functional.leaky_relu),
    Call("leaky_relu", X, negative_slope=2.0).like_torch(functional.leaky_relu),
    Call("leaky_relu_grad", X).like_autograd(functional.leaky_relu),
    Call("prelu", X, WEIGHT).like_torch(torch.prelu),
    Call("prelu_backward", DOUT, X, WEIGHT).like(prelu_grads),
    Call("prelu_backward", DOUT, X, np.array([0.2])).like(prelu_grads),
    Call("elu", X, alpha=2.0).like_torch(functional.elu),
    Call("elu_grad", X).like_autograd(functional.elu),
    Call("elu_grad", X, alpha=2.0).like_autograd(functional.elu),
    Call("gelu", X).like_torch(functional.gelu),
    Call("gelu", X).like(lambda x: x * scipy.special.ndtr(x)),
    Call("gelu", X, approximate="tanh").like_torch(functional.gelu),
    Call("gelu_grad", X).like_autograd(functional.gelu),
    Call("gelu_grad", X, approximate="tanh").like_autograd(functional.gelu, atol=1e-14),
    Call("silu", X).like_torch(functional.silu),
    Call("silu_grad", X).like_autograd(functional.silu),
    Call("logsumexp", X).like_torch(partial(torch.logsumexp, dim=-1)),
    Call("logsumexp", X, axis=1, keepdims=True).like(scipy.special.logsumexp),
    Call("softmax", X, axis=1).like_torch(lambda t, axis: torch.softmax(t, axis)),
    Call("softmax", X).like(partial(scipy.special.softmax, axis=-1)),
    Call("softmax", X, temperature=0.1).like_torch(sharp_softmax),
    Call("softmax_jacobian", P[0, :, 0]).like_torch(softmax_jacobian),
    Call("softmax_backward", DOUT, P, axis=1).like(grad_of(torch.softmax)),
    Call("log_softmax", X, axis=1).like_torch(lambda t, axis: torch.log_softmax(t, axis)),
    Call("log_softmax", X).like(partial(scipy.special.log_softmax, axis=-1)),
    Call("log_softmax_backward", DOUT, np.log(P), axis=1).like(grad_of(torch.log_softmax)),
    Call("dead_relu_fraction", X[:, 0]).like_torch(torch_dead),
    Call("sparsity", X).like_torch(lambda t: (t == 0).double().mean()),
    Call("saturation_fraction", X, low=-1, high=2).like_torch(torch_saturated),
]

NUMBER, SHAPE = "a finite number", "must have the shape (3, 5, 7) of"
EMPTY, ORDER = "`a` must not be empty, got shape (0,)", "`low` must be below `high`, got"
AT_LEAST_0 = f"{NUMBER} of at least 0"


def along(axis, shape):
    """A call of each function that works along an axis."""
    arrays = [np.ones(shape)] * 2
    return [
        Call(name, *arrays[: 2 if "backward" in name else 1], axis=axis)
        for name in SLICEWISE
    ]


REFUSALS = [
    *Call("heaviside", X).refuses_each("value_at_zero", [nan, inf], NUMBER),
    *Call("leaky_relu", X).refuses_each("negative_slope", [nan, inf, -0.1], AT_LEAST_0),
    *Call("leaky_relu_grad", X).refuses_each(
        "negative_slope", [nan, inf, -0.1], AT_LEAST_0
    ),
    *Call("elu", X).refuses_each("alpha", [nan, inf, -1.0], AT_LEAST_0),
    *Call("elu_grad", X).refuses_each("alpha", [nan, inf, -1.0], AT_LEAST_0),
    *Call("softmax", X).refuses_each(
        "temperature", [nan, inf, 0, -1.0], f"{NUMBER} above 0"
    ),
    *(
        Call(name, X, approximate="erf").refuses(
            """`approximate` must be "none" or "tanh", got 'erf'"""
        )
        for name in ("gelu", "gelu_grad")
    ),
    Call("elu", X.astype("f"), alpha=1e300).refuses("got 1e+300, which is inf in float32"),
    Call("softmax", X.astype("f"), temperature=1e-60).refuses("which is 0.0 in float32"),
    Call("prelu", X, [1, 2, 3]).refuses(
        "(1,) or (5,) for `x` of shape (3, 5, 7), got (3,)"
    ),
    Call("prelu", X[0, 0], WEIGHT).refuses("(1,) or (1,) for `x` of shape (7,), got (5,)"),
    Call("prelu", X, 0.25).refuses("`weight` must have shape (1,) or (5,)"),
    Call("prelu_backward", X, X, [1, 2]).refuses("for `x` of shape (3, 5, 7), got (2,)"),
    Call("prelu_backward", X[0], X, WEIGHT).refuses(f"`dout` {SHAPE} `x`, got (5, 7)"),
    Call("softmax_backward", X[0], X).refuses(f"`dout` {SHAPE} `p`, got (5, 7)"),
    Call("log_softmax_backward", X[0], X).refuses(f"`dout` {SHAPE} `log_p`, got (5, 7)"),
    Call("softmax_jacobian", [[0.5, 0.5]]).refuses("`p` must have shape (K,), got (1, 2)"),
    Call("softmax_jacobian", [1.5, -0.5]).refuses("`p` must lie in [0, 1], got 1.5"),
    Call("softmax_jacobian", [-0.5, 0.5, 1]).refuses("`p` must lie in [0, 1], got -0.5"),
    Call("softmax_jacobian", [0.5, 0.4]).refuses(
        "`p` must sum to 1 along its last axis, got 0.9"
    ),
    Call("softmax_jacobian", []).refuses("`p` must not be empty, got shape (0,)"),
    Call("dead_relu_fraction", [-1.0]).refuses("`z` must have shape (N, H), got (1,)"),
    Call("dead_relu_fraction", np.ones((0, 3))).refuses(
        "`z` must not be empty, got shape (0, 3)"
    ),
    Call("sparsity", []).refuses(EMPTY),
    Call("saturation_fraction", [], low=0, high=1).refuses(EMPTY),
    Call("saturation_fraction", X, low=1, high=1).refuses(f"{ORDER} 1 and 1"),
    Call("saturation_fraction", X, low=nan, high=1).refuses(f"{ORDER} nan and 1"),
    *(
        call.refuses(f"must not be empty along axis {axis}, got shape {shape}")
        for axis, shape in [(1, (3, 0)), (0, (0, 3)), (-1, (0,))]
        for call in along(axis, shape)
    ),
    *(
        call.refuses("axis 2 is out of bounds", np.exceptions.AxisError)
        for call in along(2, (2, 3))
    ),
]

SPEC = Spec(
    module=activations,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("prelu_backward", *[-np.ones((35_000, 2)) / 2] * 2, np.ones(2)),
        Call("logsumexp", 0 * MANY),
        Call("log_softmax", 0 * MANY),
        Call("log_softmax_backward", MANY, -9.7 * MANY),
        Call("softmax", 0 * MANY),
        Call("softmax_backward", 100 * MANY, MANY / 64),
        Call("dead_relu_fraction", -np.ones((70_000, 2))),
        Call("sparsity", 0 * MANY),
        Call("saturation_fraction", MANY, low=-1.0, high=1.0),
    ],
    entrywise=ENTRYWISE,
    whole=[Call("softmax_jacobian", np.array([0.0, 1.0, 0.0]))],
    exempt={
        "refusals": dict.fromkeys(OF_ANY_NUMBER, "takes any real numbers"),
        "float16": dict.fromkeys(["prelu", "softmax_jacobian"], "sums nothing"),
        "no_warning": {"softmax_jacobian": "takes probabilities"},
    },
    values_within={"rtol": 4 * np.finfo(float).eps},
    parity_within={"rtol": 1e-12, "atol": 1e-15},
)
