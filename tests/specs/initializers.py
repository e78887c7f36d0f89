"""Initializers: what each function promises."""

import math

import numpy as np
import torch
from torch.nn import init

from dlnotes import initializers
from specs import Call, Spec

inf, nan = math.inf, math.nan


def rng(seed=0):
    return np.random.default_rng(seed)


E3 = np.eye(3)
X, D = rng(1).normal(size=(11, 5)), rng(2).normal(size=(11, 5))
WEIGHTS = list(rng(3).normal(size=(7, 5, 5)))
RNG = rng()  # of which every call draws from a copy
SHAPES = [(7, 11), (13, 5, 3), (5, 3, 7, 2), (2, 3, 5, 7, 11)]

PLAIN = [
    Call("zeros", (3, 5)),
    Call("ones", (3, 5)),
    Call("constant", (3, 5), value=2.0),
    Call("normal", (3, 5), std=1.0, rng=RNG),
    Call("uniform", (3, 5), bound=1.0, rng=RNG),
]
OF_LAYERS = [
    Call("xavier_uniform", (3, 5), rng=RNG),
    Call("xavier_normal", (3, 5), rng=RNG),
    Call("kaiming_uniform", (3, 5), rng=RNG),
    Call("kaiming_normal", (3, 5), rng=RNG),
    Call("lecun_normal", (3, 5), rng=RNG),
    Call("pytorch_default_linear", (3, 5), rng=RNG),
]
FANS = Call("calculate_fan_in_and_fan_out", (3, 5))
GOOD = [
    *PLAIN,
    *OF_LAYERS,
    FANS,
    Call("calculate_gain", "leaky_relu", param=0.2),
    Call("activation_statistics", X, WEIGHTS, activation="tanh"),
    Call("gradient_statistics", D, X, WEIGHTS, activation="tanh"),
    *(
        call
        for options in [{"batch_norm": True}, {"residual": True}]
        for call in [
            Call("activation_statistics", X, WEIGHTS, activation="tanh", **options),
            Call("gradient_statistics", D, X, WEIGHTS, activation="tanh", **options),
        ]
    ),
]
CALLS = {call.name: call for call in GOOD}

# Plain from the definition where no recipe is given.
VALUES = [
    Call("zeros", (2, 3)).gives([[0, 0, 0], [0, 0, 0]]),
    Call("zeros", ()).gives(0),
    Call("zeros", (0, 5)).gives(np.zeros((0, 5))),
    Call("ones", 3).gives([1, 1, 1]),
    Call("constant", (1, 2), value=-0.25).gives([[-0.25, -0.25]]),
    Call("normal", (2, 3), std=0, rng=RNG).gives(np.zeros((2, 3))),
    Call("uniform", 3, bound=0, rng=RNG).gives(np.zeros(3)),
    Call("xavier_uniform", (5, 3), gain=0, rng=RNG).gives(np.zeros((5, 3))),
    Call("xavier_normal", (5, 3), gain=0, rng=RNG).gives(np.zeros((5, 3))),
    Call("kaiming_uniform", (0, 3), rng=RNG).gives(np.zeros((0, 3))),
    Call("kaiming_normal", (0, 3), rng=RNG).gives(np.zeros((0, 3))),
    Call("lecun_normal", (0, 3), rng=RNG).gives(np.zeros((0, 3))),
    Call("pytorch_default_linear", (0, 3), rng=RNG).gives(np.zeros((0, 3))),
    Call("calculate_fan_in_and_fan_out", (50, 100)).gives(100, 50),
    Call("calculate_fan_in_and_fan_out", (16, 3, 5, 5)).gives(75, 400),
    Call("calculate_fan_in_and_fan_out", np.array([2, 3, 5])).gives(15, 10),
    Call("calculate_gain", "linear").gives(1),
    Call("calculate_gain", "conv2d").gives(1),
    Call("calculate_gain", "sigmoid").gives(1),
    Call("calculate_gain", "tanh").gives(5 / 3),
    Call("calculate_gain", "relu").gives(2**0.5),
    Call("calculate_gain", "relu", param=0.3).gives(2**0.5),
    Call("calculate_gain", "leaky_relu").gives((2 / 1.0001) ** 0.5),
    Call("calculate_gain", "leaky_relu", param=0).gives(2**0.5),
    Call("calculate_gain", "leaky_relu", 5**0.5).gives(3 ** (-0.5)),
    Call("calculate_gain", "leaky_relu", 1e300).gives(2**0.5 * 1e-300),
    Call("calculate_gain", "selu").gives(0.75),
    # h = 2 x, then 10 x: mean and std of -2, 6, and five times that
    Call("activation_statistics", [[-1], [3]], [[[2]], [[5]]], activation="identity").gives(
        [2, 10], [4, 20], [0, 0], [0, 0]
    ),
    # columns (-1, 1) and (-2, -3): three of four are off, one of two units always
    Call(
        "activation_statistics", [[-1, -2], [1, -3]], [np.eye(2)], activation="relu"
    ).gives([0.25], [3**0.5 / 4], [0.75], [0.5]),
    # sigmoid'(x) is below 1/400 from |x| = 5.99 on, tanh'(x) below 1/100 from 2.993 on
    # [float(1 / (1 + mp.exp(-x))) for x in (-6, 5.9, 6, 5.9)], mean and std by mpmath
    Call(
        "activation_statistics", [[-6.0, 5.9, 6.0, 5.9]], [np.eye(4)], activation="sigmoid"
    ).gives([0.7486340196184945], [0.4307964961161707], [0.5], [0.5]),
    # dW2 = outer(d, h), dW1 = outer(2 d, x), norms are products of norms
    Call(
        "gradient_statistics",
        [[3, 4]],
        [[1, 2]],
        [np.eye(2), 2 * np.eye(2)],
        activation="identity",
    ).gives([10 * 5**0.5, 5 * 5**0.5], [10, 10]),
    Call(
        "gradient_statistics",
        [[3, 4]],
        [[1, 2]],
        [np.eye(2)],
        activation="identity",
        residual=True,
    ).gives([5 * 5**0.5], [10]),
    Call("gradient_statistics", [[3, 4]], [[-1, 2]], [np.eye(2)], activation="relu").gives(
        [4 * 5**0.5], [4]
    ),
]


def torch_fans(shape):
    return init._calculate_fan_in_and_fan_out(torch.empty(shape))


def filled(fill, **options):
    """A tensor that PyTorch fills, in float64 like the arrays of NumPy."""
    return lambda shape, **_: fill(torch.empty(shape, dtype=torch.float64), **options)


PARITY = [
    Call("zeros", (3, 5)).like(filled(init.zeros_)),
    Call("ones", (3, 5)).like(filled(init.ones_)),
    Call("constant", (3, 5), value=2.0).like(filled(init.constant_, val=2.0)),
    *(Call("calculate_fan_in_and_fan_out", shape).like(torch_fans) for shape in SHAPES),
    *(
        Call("calculate_gain", name).like(init.calculate_gain)
        for name in ("linear", "sigmoid", "tanh", "relu", "selu")
    ),
    *(
        Call("calculate_gain", f"conv{kind}{d}d").like(init.calculate_gain)
        for kind in ("", "_transpose")
        for d in (1, 2, 3)
    ),
    *(
        Call("calculate_gain", "leaky_relu", param).like(init.calculate_gain)
        for param in (None, 0, 0.01, 0.2, 1, 7.5)
    ),
]

NUMBER = "a finite number"
AT_LEAST_0 = f"{NUMBER} of at least 0"


def refused_networks(name, *before):
    """Arguments that both statistics refuse."""

    def refused(x, weights, message, **options):
        call = Call(name, *before, x, weights, **{"activation": "tanh", **options})
        return call.refuses(message)

    return [
        refused(X[0], WEIGHTS, "`x` must have shape (N, D), got (5,)"),
        refused(X[:0], WEIGHTS, "`x` must not be empty, got shape (0, 5)"),
        refused(X, [], "`weights` must not be empty"),
        refused(X, [E3], "`weights[0]` must have shape (out, 5), got (3, 3)"),
        refused(X, [X, X], "`weights[1]` must have shape (out, 11), got (11, 5)"),
        refused(X, [X[0]], "`weights[0]` must have shape (out, 5), got (5,)"),
        refused(X, [X[:0]], "`weights[0]` must not be empty, got shape (0, 5)"),
        refused(X, [X], "`weights[0]` must have shape (5, 5), got (11, 5)", residual=True),
        refused(X[:1], WEIGHTS, "must hold at least 2 samples for", batch_norm=True),
        refused(
            X, WEIGHTS, '`activation` must be one of "elu", "identity"', activation="gelu"
        ),
    ]


REFUSALS = [
    *(
        Call(call.name, (3, -1), **call.options).refuses(
            "`shape` must hold sizes of at least 0, got (3, -1)"
        )
        for call in [*PLAIN, *OF_LAYERS, FANS]
    ),
    *(
        Call(call.name, shape, **call.options).refuses(
            f"`shape` must hold integers, got {shape!r}", TypeError
        )
        for call in [*PLAIN, *OF_LAYERS, FANS]
        for shape in [3.0, (2.0, 3), "ab", None, ((2, 3),)]
    ),
    *(
        Call(call.name, (3,), **call.options).refuses(
            "`shape` must have at least 2 axes (out, in), got (3,)"
        )
        for call in [*OF_LAYERS, FANS]
    ),
    *(
        Call(call.name, (3, 0), rng=RNG).refuses(
            "`shape` must connect something, got (3, 0)"
        )
        for call in OF_LAYERS
        if "xavier" not in call.name
    ),
    Call("kaiming_normal", (0, 3), rng=RNG, mode="fan_out").refuses(
        "must connect something, got (0,"
    ),
    Call("xavier_normal", (5, 3, 0), rng=RNG).refuses(
        "`shape` must connect something, got (5, 3, 0)"
    ),
    *(
        refusal
        for name, option in [
            ("normal", "std"),
            ("uniform", "bound"),
            ("xavier_uniform", "gain"),
            ("xavier_normal", "gain"),
            ("kaiming_uniform", "a"),
            ("kaiming_normal", "a"),
            ("calculate_gain", "param"),
        ]
        for refusal in CALLS[name].refuses_each(option, [-0.1, nan, inf], AT_LEAST_0)
    ),
    *(
        refusal
        for name in ("kaiming_uniform", "kaiming_normal")
        for refusal in [
            CALLS[name]
            .but(mode="fan")
            .refuses("""`mode` must be "fan_in" or "fan_out", got 'fan'"""),
            CALLS[name]
            .but(nonlinearity="fan")
            .refuses(""""leaky_relu" or "selu", got 'fan'"""),
        ]
    ),
    Call("calculate_gain", "ReLU").refuses(
        '`nonlinearity` must be one of "linear", "conv1d", '
    ),
    Call("calculate_gain", ["relu"]).refuses("got ['relu']"),
    Call("constant", (3,), value=nan).refuses("`value` must be a finite number, got nan"),
    *refused_networks("activation_statistics"),
    *refused_networks("gradient_statistics", D),
    Call("gradient_statistics", D[:, :3], X, WEIGHTS, activation="tanh").refuses(
        "`dout` must have the shape (11, 5) of `h_L`, got (11, 3)"
    ),
]

MANY, ONE = np.ones((70_000, 2)), [np.eye(2)]  # more than the largest float16
HALF = np.arange(140_000).reshape(70_000, 2) % 2.0
DRAWN = "test_initializers.py has PyTorch's scale, and the distribution"
OF_NETWORKS = "test_initializers.py follows PyTorch for every kind of network"

SPEC = Spec(
    module=initializers,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("activation_statistics", HALF, ONE, activation="identity"),
        Call("gradient_statistics", MANY / 64, MANY, ONE, activation="identity"),
    ],
    exempt={
        "edges": {
            "activation_statistics": "the mean of normalised sums is round-off",
            "gradient_statistics": "a sum in between may have no place",
        },
        "parity": {
            **dict.fromkeys(["normal", "uniform"], DRAWN),
            **dict.fromkeys([call.name for call in OF_LAYERS], DRAWN),
            **dict.fromkeys(["activation_statistics", "gradient_statistics"], OF_NETWORKS),
        },
    },
    values_within={"rtol": 4 * np.finfo(float).eps},
    parity_within={"rtol": 1e-15},
)
