"""Normalisation: what each function promises."""

import math

import numpy as np
import torch
from torch.nn import functional

from checks import autograd
from dlnotes import normalization
from dlnotes.normalization import BatchNormState, batch_norm, layer_norm
from specs import Call, Spec

inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps


def drawn(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


# Axes of different lengths, so that no other axis fits.
X, IMAGES = drawn(7, 3), drawn(5, 6, 2, 3)
DX, DIMAGES = drawn(7, 3, seed=1), drawn(5, 6, 2, 3, seed=1)
G, B, G6, B6 = 2 + drawn(3), drawn(3, seed=1), 2 + drawn(6), drawn(6, seed=1)
G23, B23 = 2 + drawn(2, 3), drawn(2, 3, seed=1)
STATE = BatchNormState(drawn(3, seed=2), 1 + drawn(3, seed=3) ** 2)
STATE6 = BatchNormState(drawn(6, seed=2), 1 + drawn(6, seed=3) ** 2)
ON, OFF = {"training": True}, {"training": False}


def batch(x, gamma, beta, state, **options):
    return Call("batch_norm", x, gamma, beta, state, **options)


BATCHES = [
    batch(X, G, B, None, **ON),
    batch(X, G, B, STATE, **ON),
    batch(X, G, B, STATE, **OFF),
    batch(IMAGES, G6, B6, None, **ON),
    batch(IMAGES, G6, B6, STATE6, **ON, momentum=0.3, eps=0.1),
    batch(IMAGES, G6, B6, STATE6, **OFF, eps=0.1),
]
LAYERS = [
    Call("layer_norm", X, G, B),
    Call("layer_norm", X[0], G, B),
    Call("layer_norm", IMAGES, G, B, eps=0.1),
    Call("layer_norm", IMAGES, G23, B23),
]
GROUPS = [Call("group_norm", IMAGES, G6, B6, num_groups=g) for g in (1, 2, 3, 6)]
RMS = [
    Call("rms_norm", X, G),
    Call("rms_norm", X[0], G),
    Call("rms_norm", IMAGES, G, eps=0.1),
]
DOUT = {X.shape: DX, (3,): DX[0], IMAGES.shape: DIMAGES}


def backward(call):
    """The gradient of a good call."""
    cache = getattr(normalization, call.name)(*call.args, **call.options)[-1]
    return Call(f"{call.name}_backward", DOUT[call.args[0].shape], cache)


GOOD = [
    *BATCHES,
    *LAYERS,
    *GROUPS,
    *RMS,
    *map(backward, BATCHES),
    *map(backward, LAYERS),
    *map(backward, RMS),
]

COLUMN, ONE, ZERO = [[1], [2], [3], [4]], [1], [0]
SURE = 1e-30  # an eps that no digit shows
BY_HAND = np.array([-3, -1, 1, 3]) / math.sqrt(5)  # mean 2.5, variance 5 / 4
# 0.1 * 2.5, 0.9 + 0.1 * 5 / 3
AFTER = ([0.25], [0.9 + 0.5 / 3])

VALUES = [
    batch(COLUMN, ONE, ZERO, None, **ON, eps=SURE).gives(BY_HAND[:, None], *AFTER, ...),
    batch(COLUMN, [-2], [10], None, **ON, eps=SURE).gives(
        10 - 2 * BY_HAND[:, None], *AFTER, ...
    ),
    # the same values as two images of two pixels
    batch([[[1, 2]], [[3, 4]]], ONE, ZERO, None, **ON, eps=SURE).gives(
        BY_HAND.reshape(2, 1, 2), *AFTER, ...
    ),
    # all of the new batch, or nothing of it
    batch(COLUMN, ONE, ZERO, None, **ON, eps=SURE, momentum=1).gives(
        BY_HAND[:, None], [2.5], [5 / 3], ...
    ),
    batch(COLUMN, ONE, ZERO, None, **ON, eps=SURE, momentum=0).gives(
        BY_HAND[:, None], [0], [1], ...
    ),
    # eps is added to the variance: 1 / sqrt(1 + 3)
    batch([[-1], [1]], ONE, ZERO, None, **ON, eps=3).gives([[-0.5], [0.5]], ...),
    # a feature that never changes
    batch([[7], [7]], [5], [3], None, **ON).gives([[3], [3]], [0.7], [0.9], ...),
    # (5 - 1) / sqrt(3 + 1), and the state stays
    batch([[5]], [2], [1], BatchNormState([1], [3]), **OFF, eps=1).gives(
        [[5]], [1], [3], ...
    ),
    # nan stays in its channel
    batch([[nan, -1], [1, 1]], [1, 1], [0, 0], None, **ON, eps=3).gives(
        [[nan, -0.5], [nan, 0.5]], [nan, 0], [nan, 1.1], ...
    ),
    # a channel too large to be squared, beside one that never changes
    batch([[-1e300, 7], [1e300, 7]], [1, 1], [0, 0], None, **ON).gives(
        [[-1, 0], [1, 0]], [0, 0.7], [inf, 0.9], ...
    ),
    # or beside one that eps makes smaller: 2 / sqrt(4 + 12)
    batch([[-1e300, -2], [1e300, 2]], [1, 1], [0, 0], None, **ON, eps=12).gives(
        [[-1, -0.5], [1, 0.5]], ...
    ),
    # 1 / sqrt(1.25) of (1, 0, 0, 0) - 1 / 4 + 3 / 20 (-3, -1, 1, 3)
    Call(
        "batch_norm_backward",
        [[1], [0], [0], [0]],
        batch_norm(COLUMN, ONE, ZERO, None, **ON, eps=SURE)[2],
    ).gives(np.array([[0.3], [-0.4], [-0.1], [0.2]]) * math.sqrt(0.8), [BY_HAND[0]], [1]),
    # 2 / sqrt(3 + 1) of every entry
    Call(
        "batch_norm_backward",
        [[4]],
        batch_norm([[5]], [2], [1], BatchNormState([1], [3]), **OFF, eps=1)[2],
    ).gives([[4]], [8], [4]),
    Call("layer_norm", [1, 2, 3, 4], np.ones(4), np.zeros(4), eps=SURE).gives(BY_HAND, ...),
    Call("layer_norm", [[1, 2], [3, 4]], np.ones((2, 2)), [[0, 0], [9, 0]], eps=SURE).gives(
        BY_HAND.reshape(2, 2) + [[0, 0], [9, 0]], ...
    ),
    Call("layer_norm", [[-1, 1], [nan, 1]], [2, 4], [0, 1], eps=3).gives(
        [[-1, 3], [nan, nan]], ...
    ),
    Call("layer_norm", [[5], [6]], [2], [3]).gives(
        [[3], [3]], ...
    ),  # one value is its mean
    # as of the column above, but the sums for gamma are over samples
    Call(
        "layer_norm_backward",
        [[1, 0, 0, 0]],
        layer_norm([[1, 2, 3, 4]], np.ones(4), np.zeros(4), eps=SURE)[1],
    ).gives(
        np.array([[0.3, -0.4, -0.1, 0.2]]) * math.sqrt(0.8),
        [BY_HAND[0], 0, 0, 0],
        [1, 0, 0, 0],
    ),
    # the mean of 1 and 49 is 25
    Call("rms_norm", [[1, 7], [10, 70]], [1, 3], eps=SURE).gives(
        [[0.2, 4.2], [0.2, 4.2]], ...
    ),
    # 2 / sqrt(4 + 12), and too large to be squared
    Call("rms_norm", [[-2, 2], [1e300, -1e300]], [1, 2], eps=12).gives(
        [[-0.5, 1], [1, -2]], ...
    ),
    Call("rms_norm", [[nan, 1], [0, 0]], [1, 1], eps=1).gives([[nan, nan], [0, 0]], ...),
    # (1, 0) - (0.2, 1.4) 0.2 / 2, over 5
    Call(
        "rms_norm_backward",
        [[1, 0]],
        normalization.rms_norm([[1, 7]], [1, 1], eps=SURE)[1],
    ).gives([[0.196, -0.028]], [0.2, 0]),
    Call(
        "group_norm", [[1, 2, 3, 4]], np.ones(4), np.zeros(4), num_groups=1, eps=SURE
    ).gives(BY_HAND[None]),
    Call(
        "group_norm", [[1, 3, 30, 10]], np.ones(4), [0, 0, 5, 5], num_groups=2, eps=SURE
    ).gives([[-1, 1, 6, 4]]),
    # instances: each channel of each sample on its own
    Call("group_norm", [[[1, 3], [9, 5]]], [1, 2], [0, 0], num_groups=2, eps=SURE).gives(
        [[[-1, 1], [2, -2]]]
    ),
    Call("group_norm", [[[nan, 3], [9, 5]]], [1, 2], [0, 0], num_groups=2, eps=SURE).gives(
        [[[nan, nan], [2, -2]]]
    ),
]


def torch_batch_norm(x, gamma, beta, state, *, training, momentum=0.1, eps=1e-5):
    """All that batch_norm returns, by PyTorch."""
    if state is None:
        state = BatchNormState(np.zeros(len(gamma)), np.ones(len(gamma)))
    x, gamma, beta, mean, var = map(torch.tensor, (x, gamma, beta, *state))
    y = functional.batch_norm(x, mean, var, gamma, beta, training, momentum, eps)
    axes = [0, *range(2, x.ndim)]
    used = x.var(axes, correction=0) if training else var
    x_hat = functional.batch_norm(x, *state_of(state), None, None, training, 0, eps)
    return y, mean, var, x_hat, gamma / torch.sqrt(used + eps), training


def state_of(state):
    return map(torch.tensor, state)


def torch_layer_norm(x, gamma, beta, *, eps=1e-5):
    """All that layer_norm returns, by PyTorch."""
    shape, axes = gamma.shape, tuple(range(-gamma.ndim, 0))
    y = functional.layer_norm(x, shape, gamma, beta, eps)
    x_hat = functional.layer_norm(x, shape, None, None, eps)
    return y, x_hat, 1 / torch.sqrt(x.var(axes, correction=0) + eps), gamma


def torch_group_norm(x, gamma, beta, *, num_groups, eps=1e-5):
    return functional.group_norm(x, num_groups, gamma, beta, eps)


def torch_rms_norm(x, gamma, *, eps=1e-6):
    """All that rms_norm returns, by PyTorch."""
    y = functional.rms_norm(x, gamma.shape, gamma, eps)
    x_hat = functional.rms_norm(x, gamma.shape, None, eps)
    return y, x_hat, 1 / torch.sqrt((x * x).mean(-1) + eps), gamma


def gradients(call, f):
    """The gradients by x, gamma and beta that PyTorch finds for a good call."""
    learned = 2 if call.name == "rms_norm" else 3
    arrays, rest = call.args[:learned], call.args[learned:]
    return lambda dout, cache: autograd(
        lambda *tensors: f(*tensors, *rest, **call.options), *arrays, dout=dout
    )


def of_torch(x, gamma, beta, state, *, training, momentum=0.1, eps=1e-5):
    mean, var = state_of(state) if state else (None, None)
    return functional.batch_norm(x, mean, var, gamma, beta, training, momentum, eps)


PARITY = [
    *(call.like(torch_batch_norm) for call in BATCHES),
    *(call.like_torch(torch_layer_norm) for call in LAYERS),
    *(call.like_torch(torch_group_norm) for call in GROUPS),
    *(call.like_torch(torch_rms_norm) for call in RMS),
    *(backward(call).like(gradients(call, of_torch)) for call in BATCHES),
    *(
        backward(call).like(gradients(call, lambda *a, **o: torch_rms_norm(*a, **o)[0]))
        for call in RMS
    ),
    *(
        backward(call).like(gradients(call, lambda *a, **o: torch_layer_norm(*a, **o)[0]))
        for call in LAYERS
    ),
]

ABOVE_0 = "a finite number above 0"
SHORT = "of the channels of `x`, got (2,)"


def refused_channels(call):
    """Arguments that are refused wherever samples have channels."""
    x, gamma, beta, *rest = call.args

    def refused(*args, message):
        return Call(call.name, *args, *rest, **call.options).refuses(message)

    return [
        refused(
            x[0, :, 0, 0], gamma, beta, message="`x` must have shape (N, C, ...), got (6,)"
        ),
        refused(
            x[:0], gamma, beta, message="`x` must not be empty, got shape (0, 6, 2, 3)"
        ),
        refused(x, gamma[:2], beta, message=f"`gamma` must have shape (6,) {SHORT}"),
        refused(
            x, gamma, beta[:2], message="`beta` must have shape (6,) of `gamma`, got (2,)"
        ),
        refused(x, gamma[0], beta, message="`gamma` must have shape (6,) of the channels"),
        *call.refuses_each("eps", [0, -1e-5, inf, nan], ABOVE_0),
    ]


REFUSALS = [
    *refused_channels(BATCHES[3]),
    *refused_channels(GROUPS[1]),
    batch(X[:1], G, B, STATE, **ON).refuses(
        "`x` must hold more than one value for each channel in training, got 1"
    ),
    batch(IMAGES[:1, :, :1, :1], G6, B6, None, **ON).refuses(
        "for each channel in training"
    ),
    batch(X, G, B, None, **OFF).refuses(
        "`state` must be that of a training, got None without `training`"
    ),
    batch(X, G, B, STATE6, **ON).refuses(
        "`state.mean` must have shape (3,) of the channels of `x`, got (6,)"
    ),
    batch(X, G, B, STATE._replace(var=G6), **OFF).refuses(
        "`state.var` must have shape (3,) of the channels of `x`, got (6,)"
    ),
    batch(X, G, B, (G, B), **ON).refuses(
        "`state` must be None or BatchNormState, got tuple", TypeError
    ),
    batch(X, G, B, None, training=1).refuses(
        "`training` must be True or False, got int", TypeError
    ),
    *(
        batch(X, G, B, None, **ON, momentum=share).refuses(
            f"`momentum` must lie in [0, 1], got {share}"
        )
        for share in (-0.1, 1.5, nan)
    ),
    Call("batch_norm_backward", DX[:2], backward(BATCHES[0]).args[1]).refuses(
        "`dout` must have the shape (7, 3) of `x`, got (2, 3)"
    ),
    Call("batch_norm_backward", DX, backward(LAYERS[0]).args[1]).refuses(
        "`cache` must be the one that `batch_norm` returned, got LayerNormCache", TypeError
    ),
    Call("layer_norm", X, G6, B6).refuses(
        "`x` must have a shape that ends in (6,), that of `gamma`, got (7, 3)"
    ),
    Call("layer_norm", X, G[0], B).refuses(
        "`x` must have a shape that ends in (), that of"
    ),
    Call("layer_norm", X[0], np.ones((7, 3)), B).refuses("that of `gamma`, got (3,)"),
    Call("layer_norm", X, G, B[:2]).refuses(
        "`beta` must have shape (3,) of `gamma`, got (2,)"
    ),
    Call("layer_norm", X[:0], G, B).refuses("`x` must not be empty, got shape (0, 3)"),
    *LAYERS[0].refuses_each("eps", [0, -1e-5, inf, nan], ABOVE_0),
    Call("layer_norm_backward", DX[0], backward(LAYERS[0]).args[1]).refuses(
        "`dout` must have the shape (7, 3) of `x`, got (3,)"
    ),
    Call("layer_norm_backward", DX, backward(BATCHES[0]).args[1]).refuses(
        "`cache` must be the one that `layer_norm` returned, got BatchNormCache", TypeError
    ),
    Call("rms_norm", X, G6).refuses(
        "`x` must have a shape that ends in (6,), that of `gamma`, got (7, 3)"
    ),
    Call("rms_norm", X, G[0]).refuses("`gamma` must have shape (D,), got ()"),
    Call("rms_norm", X[:0], G).refuses("`x` must not be empty, got shape (0, 3)"),
    *RMS[0].refuses_each("eps", [0, -1e-5, inf, nan], ABOVE_0),
    Call("rms_norm_backward", DX[0], backward(RMS[0]).args[1]).refuses(
        "`dout` must have the shape (7, 3) of `x`, got (3,)"
    ),
    Call("rms_norm_backward", DX, backward(LAYERS[0]).args[1]).refuses(
        "`cache` must be the one that `rms_norm` returned, got LayerNormCache", TypeError
    ),
    GROUPS[0]
    .but(num_groups=4)
    .refuses("`num_groups` must divide the 6 channels of `x`, got 4"),
    GROUPS[0].but(num_groups=0).refuses("`num_groups` must be at least 1, got 0"),
]

# 70,000 values between 200 and 400: their sum and their squares are too large for float16
MANY = 300 + 100 * np.sin(np.arange(70_000.0)).reshape(-1, 1)
ROW, ONES = MANY.reshape(1, -1), np.ones(70_000)

SPEC = Spec(
    module=normalization,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        batch(MANY, np.ones(1), np.ones(1), None, **ON),
        Call("layer_norm", ROW, ONES, ONES),
        Call("group_norm", ROW, ONES, ONES, num_groups=1),
        Call(
            "batch_norm_backward",
            MANY / 64,
            batch_norm(MANY, [1], [0], None, **ON)[2],
        ),
        Call("rms_norm", ROW, ONES),
        Call("rms_norm_backward", ROW / 64, normalization.rms_norm(ROW, ONES)[1]),
        Call("layer_norm_backward", ROW / 64, layer_norm(ROW, ONES, ONES)[1]),
    ],
    classes=["BatchNormState"],
    exempt={"edges": {"batch_norm": "a variance may have no place beside its share"}},
    values_within={"rtol": 4 * EPS, "atol": 4 * EPS},
    parity_within={"rtol": 1e-12, "atol": 1e-14},
)
