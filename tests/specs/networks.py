"""Networks: what each function promises."""

import itertools
import math
from functools import partial

import numpy as np
import torch
from torch.nn import functional

from checks import autograd
from dlnotes import losses, networks
from dlnotes.optimizers import sgd_step
from specs import Call, Spec

nan = math.nan


def rng(seed=0):
    return np.random.default_rng(seed)


def drawn(sizes, seed=0, dtype=np.float64):
    """Parameters whose biases are not 0 either."""
    params = networks.init_mlp(sizes, rng=rng(seed))
    return [(p + rng(seed + 1).normal(0, 0.1, p.shape)).astype(dtype) for p in params]


X, P = rng().normal(size=(17, 3)), drawn([3, 5, 2])
Y = np.arange(17) % 2 * (np.arange(17) > 2)
LOGITS, CACHE = networks.mlp_forward(X, P)
TRAINING = {
    "step": partial(sgd_step, lr=0.1),
    "loss": (losses.cross_entropy, losses.cross_entropy_grad),
    "epochs": 5,
    "batch_size": 7,
    "rng": rng(),
}


def train(X=X, y=Y, params=P, **options):
    """A training of a few steps, unless told otherwise."""
    return Call("mlp_train", X, y, params, **{**TRAINING, **options})


GOOD = [
    Call("mlp_forward", X, P),
    Call("mlp_forward", X, P, activation="tanh"),
    Call("mlp_backward", LOGITS, P, CACHE),
    Call("collapse_linear", P),
    Call("collapse_linear", P[:2]),
    Call("init_mlp", [3, 5, 2], rng=rng()),
    Call("init_mlp", [3, 5, 2], rng=rng(), init="xavier"),
    Call("count_parameters", [3, 5, 2]),
    Call("count_layers", [3, 5, 2]),
    train(val=(X[:5], Y[:5])),
]

BY_HAND = [[[1, -1], [0.5, 1]], [0, -1], [[2, -1]], [0.5]]
# x = (1, 2): z = (-1, 1.5), h = (0, 1.5), logit = -1.5 + 0.5; of (logit - 1)^2 / 2 the
# gradient by the logit is -2, by W2 -2 h, by h -2 W2 = (-4, 2), and only the second unit
# lets it through
XOR = [[[1, 1], [1, 1]], [0, -1], [[1, -2]], [0]]
CORNERS = [[0, 0], [0, 1], [1, 0], [1, 1]]
SHALLOW = [[[3, 4]], [5]]  # no hidden layer


def cache_of(X, params):
    return networks.mlp_forward(X, params)[1]


def ones(shape, rng):
    return np.ones(shape)


def half_square(z, y):
    return np.sum((z - y) ** 2) / 2


def half_square_grad(z, y):
    return z - y


VALUES = [
    Call("count_parameters", [64, 32, 10]).gives(2410),
    Call("count_parameters", [3, 4, 2]).gives(26),  # CS231n's two examples
    Call("count_parameters", [3, 4, 4, 1]).gives(41),
    Call("count_parameters", (1, 1)).gives(2),
    Call("count_parameters", np.array([3, 4, 2])).gives(26),
    # hidden, weight_layers, is_deep
    Call("count_layers", [3, 2]).gives(0, 1, False),
    Call("count_layers", [3, 5, 2]).gives(1, 2, False),
    Call("count_layers", [3, 5, 7, 2]).gives(2, 3, True),
    Call("init_mlp", [3, 2], rng=rng(), init=ones).gives(np.ones((2, 3)), [0, 0]),
    Call("mlp_forward", [1, 2], BY_HAND).gives([-1], ...),
    Call("mlp_forward", CORNERS, XOR).gives([[0], [1], [1], [0]], ...),
    Call("mlp_forward", CORNERS, XOR, activation="identity").gives(
        [[2], [1], [1], [0]], ...
    ),
    Call("mlp_forward", [[1, 2]], SHALLOW).gives([[16]], ...),
    Call("mlp_forward", [-2], [[[1]], [0], [[1]], [0]], activation="leaky_relu").gives(
        [-0.02], ...
    ),
    Call("collapse_linear", [[[1, 2]], [3], [[4], [5]], [6, 7]]).gives(
        [[4, 8], [5, 10]], [18, 22]
    ),
    Call("collapse_linear", SHALLOW).gives([[3, 4]], [5]),
    Call("mlp_backward", [-2], BY_HAND, cache_of([1, 2], BY_HAND)).gives(
        [[0, 0], [2, 4]], [0, 2], [[0, -3]], [-2]
    ),
    Call("mlp_backward", [1], SHALLOW, cache_of([1, 2], SHALLOW)).gives([[1, 2]], [1]),
    # one step from z = 1 * 1 + 0 towards 0: the slopes are 1, the loss is 1 / 2
    train(
        [[1.0]],
        [[0.0]],
        [[[1.0]], [0.0]],
        step=partial(sgd_step, lr=0.25),
        loss=(half_square, half_square_grad),
        epochs=1,
    ).gives([[0.75]], [-0.25], 0.5, 0.5),
]


def torch_mlp(X, params, activation="relu"):
    """The logits, beside which ours keeps values that are not compared."""
    *hidden, (W, b) = zip(params[::2], params[1::2], strict=True)
    for V, c in hidden:
        X = getattr(torch, activation)(functional.linear(X, V, c))
    return functional.linear(X, W, b), ...


def mlp_gradients(dlogits, params, cache):
    return autograd(lambda *p: torch_mlp(torch.tensor(X), p)[0], *params, dout=dlogits)


def torch_count(sizes):
    layers = [torch.nn.Linear(*ends) for ends in itertools.pairwise(sizes)]
    return sum(p.numel() for p in torch.nn.Sequential(*layers).parameters())


PARITY = [
    Call("mlp_forward", X, P).like_torch(torch_mlp),
    Call("mlp_forward", X, P, activation="tanh").like_torch(torch_mlp),
    Call("mlp_backward", LOGITS, P, CACHE).like(mlp_gradients),
    *(Call("count_parameters", s).like(torch_count) for s in ([3, 2], [64, 32, 32, 10])),
    Call("collapse_linear", P).like_torch(
        lambda params: (params[2] @ params[0], params[2] @ params[1] + params[3])
    ),
]

PAIRS = "`params` must hold a weight matrix and a bias vector for each layer, got"
OUT_IN = "must have the shape (out, in) without zeros, got"
TWO = "`sizes` must hold the number of inputs, then the units of each layer"
NAMES = '"identity", "sigmoid", "tanh", "relu", "leaky_relu" or "elu"'


def refused_sizes(name, **options):
    return [
        Call(name, sizes, **options).refuses(message, error)
        for sizes, message, error in [
            ([3], f"{TWO}, got [3]", ValueError),
            ([], f"{TWO}, got []", ValueError),
            (3, f"{TWO}, got 3", ValueError),
            ([3, 0, 2], "`sizes[1]` must be at least 1, got 0", ValueError),
            ([3, 5, -2], "`sizes[2]` must be at least 1, got -2", ValueError),
            *(
                ([3, size], "`sizes[1]` must be a whole number, got", TypeError)
                for size in (2.0, True, np.float64(2), "2", None)
            ),
        ]
    ]


def refused_params(call):
    """Parameters that `call` refuses."""
    return [
        call(params).refuses(message)
        for params, message in [
            ([], f"{PAIRS} 0 arrays"),
            (P[:3], f"{PAIRS} 3 arrays"),
            (
                [*P[:2], np.ones((2, 7)), P[3]],
                "`params[2]` must have the shape (out, 5) to follow `params[0]` of shape "
                "(5, 3), got (2, 7)",
            ),
            (
                [P[0], np.ones(3), *P[2:]],
                "`params[1]` must have the shape (5,) for `params[0]` of shape (5, 3), "
                "got (3,)",
            ),
            (
                [*P[:3], np.ones((2, 1))],
                "`params[3]` must have the shape (2,) for `params[2]` of shape (2, 5), "
                "got (2, 1)",
            ),
            ([np.ones(3), P[1], *P[2:]], f"`params[0]` {OUT_IN} (3,)"),
            ([np.ones((0, 3)), np.ones(0)], f"`params[0]` {OUT_IN} (0, 3)"),
        ]
    ]


REFUSALS = [
    *refused_sizes("init_mlp", rng=rng()),
    *refused_sizes("count_parameters"),
    *refused_sizes("count_layers"),
    Call("init_mlp", [3, 2], rng=rng(), init="kaiming").refuses(
        """`init` must be "he", "xavier" or a callable, got 'kaiming'"""
    ),
    Call(
        "init_mlp", [3, 5, 2], rng=rng(), init=lambda shape, rng: np.ones(shape[::-1])
    ).refuses("`init` must return an array of shape (5, 3), got (3, 5)"),
    *refused_params(lambda params: Call("mlp_forward", X, params)),
    *refused_params(lambda params: Call("mlp_backward", LOGITS, params, CACHE)),
    *refused_params(lambda params: Call("collapse_linear", params)),
    Call("mlp_forward", X.T, P).refuses(
        "`X` must have the shape (..., 3) for `params[0]` of shape (5, 3), got (3, 17)"
    ),
    Call("mlp_forward", 1.0, P).refuses("`X` must have the shape (..., 3)"),
    Call("mlp_forward", X, P, activation="gelu").refuses(
        f"`activation` must be one of {NAMES}, got 'gelu'"
    ),
    Call("mlp_forward", X, P, activation="softmax").refuses("got 'softmax'"),
    Call("mlp_forward", X, P, activation=None).refuses("got None"),
    Call("mlp_backward", LOGITS[0], P, CACHE).refuses(
        "`dlogits` must have the shape (17, 2) of `logits`, got (2,)"
    ),
    Call("mlp_backward", LOGITS, drawn([3, 7, 2]), CACHE).refuses(
        "`params` must have the sizes [3, 5, 2] of `cache`, got [3, 7, 2]"
    ),
    Call("mlp_backward", LOGITS, drawn([3, 2]), CACHE).refuses(
        "sizes [3, 5, 2] of `cache`"
    ),
    train(X, Y[:-1], P).refuses("`y` must have the 17 rows of `X`, got shape (16,)"),
    train(X, 1, P).refuses("`y` must have the 17 rows of `X`, got shape ()"),
    train(X[0], Y, P).refuses("`X` must have shape (N, 3) with a sample or more, got (3,)"),
    train(X[:0], Y[:0], P).refuses("with a sample or more, got (0, 3)"),
    train(X[:, :2], Y, P).refuses("`X` must have the shape (..., 3) for `params[0]`"),
    train(X, Y, P[:3]).refuses(f"{PAIRS} 3 arrays"),
    train(X, Y + 1, P).refuses("`y` must hold labels from 0 to 1, got 2"),
    train(X, np.where(np.arange(17) == 4, -1, Y), P).refuses("labels from 0 to 1, got -1"),
    train(val=(X, Y + 1)).refuses("`val[1]` must hold labels from 0 to 1, got 2"),
    train(val=(X.T, Y)).refuses("`val[0]` must have the shape (..., 3)"),
    train(val=(X, Y[1:])).refuses("`val[1]` must have the 17 rows of `val[0]`"),
    train(epochs=0).refuses("`epochs` must be at least 1, got 0"),
    train(batch_size=0).refuses("`batch_size` must be at least 1, got 0"),
    train(activation="gelu").refuses("`activation` must be one of"),
    train(loss=[lambda z, y: z] * 2).refuses(
        "`loss` must give one number, got shape (7, 2)"
    ),
    train(loss=losses.cross_entropy).refuses(
        "`loss` must be a pair, a loss and its gradient, got <function cross", TypeError
    ),
]

MANY, ONE = np.ones((70_000, 2)), [np.eye(2), np.ones(2)]  # more than the largest float16

SPEC = Spec(
    module=networks,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("mlp_forward", MANY.T, [MANY.T / 64, np.ones(2)]),
        Call("mlp_backward", MANY / 64, ONE, cache_of(MANY, ONE)),
        Call("collapse_linear", [MANY, np.ones(70_000), MANY.T / 64, np.ones(2)]),
    ],
    discrete=["y", "val"],
    exempt={
        "parity": {
            "mlp_train": "test_networks.py follows PyTorch for 50 steps",
            "init_mlp": "test_networks.py has PyTorch's shapes and the distributions",
            "count_layers": "no library counts them",
        },
        "nan": {
            "mlp_backward": "the first weights and the biases have no part in it",
            "mlp_train": "stops where the loss is nan",
        },
        "edges": {
            "mlp_backward": "a gradient in between may have no place",
            "mlp_train": "stops where the loss is infinite",
        },
        "no_warning": {"mlp_train": "stops where the loss is infinite"},
        "float16": {"mlp_train": "sums nothing beside mlp_forward and mlp_backward"},
    },
    values_within={"rtol": 4 * np.finfo(float).eps},
    parity_within={"rtol": 1e-14},
)
