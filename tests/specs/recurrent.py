"""Recurrent networks: what each function promises."""

import math
from functools import partial

import numpy as np
import torch

from checks import FromTorch
from dlnotes import recurrent
from specs import Call, Spec

inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps
N, D, H = 4, 3, 5
BLOCKS = {"rnn": 1, "lstm": 4, "gru": 3}
LAYERS = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}


def drawn(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def params_of(kind, dtype=float):
    """Weights and biases of a layer, none of them 0."""
    rows = BLOCKS[kind] * H
    shapes = [(rows, D), (rows, H), (rows,), (rows,)]
    return [0.5 * drawn(*s, seed=i).astype(dtype) for i, s in enumerate(shapes)]


START, CELLS = drawn(N, H, seed=10), drawn(N, H, seed=11)


def forward(kind, T, *, states=True, **options):
    """A forward pass over T steps, from states of its own or from zeros."""
    start = [START, CELLS] if kind == "lstm" else [START]
    X = drawn(N, T, D, seed=T)
    return Call(f"{kind}_forward", X, params_of(kind), *start[: 2 * states], **options)


FORWARD = [
    *(forward(kind, T) for kind in BLOCKS for T in (1, 2, 50)),
    *(forward(kind, 2, states=False) for kind in BLOCKS),
    forward("rnn", 2, activation="relu"),
    forward("gru", 50, reset_after=False),
    # one sequence alone, and sequences along two axes
    Call("rnn_forward", drawn(2, D), params_of("rnn"), drawn(H)),
    Call("lstm_forward", drawn(2, 3, 4, D), params_of("lstm")),
    Call("gru_forward", drawn(2, 3, 4, D), params_of("gru")),
]


def of(call):
    """The arrays that a forward pass returns."""
    return getattr(recurrent, call.name)(*call.args, **call.options)


def backward(call):
    """The gradient of a forward pass, whose results get gradients of their own."""
    states, *cells, cache = of(call)
    by_cells = [drawn(*c.shape, seed=13) for c in cells]
    name = call.name.replace("forward", "backward")
    return Call(name, drawn(*states.shape, seed=12), call.args[1], cache, *by_cells)


# --- PyTorch ------------------------------------------------------------------------------


def layer_of(kind, params, **options):
    """PyTorch's layer with the same weights, copied in the same order."""
    (_, size), width = params[1].shape, params[0].shape[1]
    layer = LAYERS[kind](width, size, batch_first=True, dtype=torch.float64, **options)
    for own, given in zip(layer.parameters(), params, strict=True):
        own.data = torch.tensor(given)
    return layer


def paper_gru(layer, X, h):
    """The unit of Cho et al., whose reset gate scales the state before the product."""
    W_ih, W_hh, b_ih, b_hh = layer.parameters()
    size, states = h.shape[1], []
    for x in X.unbind(1):
        i, (r, z, _) = x @ W_ih.T + b_ih, (h @ W_hh.T + b_hh).split(size, 1)
        r, z = torch.sigmoid(i[:, :size] + r), torch.sigmoid(i[:, size : 2 * size] + z)
        n = torch.tanh(i[:, 2 * size :] + (r * h) @ W_hh[2 * size :].T + b_hh[2 * size :])
        h = (1 - z) * n + z * h
        states.append(h)
    return torch.stack(states, 1)


def cells_by_step(layer, X, h, c):
    """The states and cells of an LSTM after each step: the layer gives only the last."""
    states, cells = [], []
    for x in X.unbind(1):
        _, (h, c) = layer(x[:, None], (h, c))
        states.append(h[0])
        cells.append(c[0])
    return torch.stack(states, 1), torch.stack(cells, 1)


def by_torch(call):
    """Tensors of the inputs and first states, the layer, and its results."""
    kind, (X, params, *states) = call.name.partition("_")[0], call.args
    lead, size = X.shape[:-2], params[1].shape[1]
    states = states or [np.zeros((*lead, size))] * (2 if kind == "lstm" else 1)
    x = torch.tensor(X.reshape(-1, *X.shape[-2:])).requires_grad_()
    starts = [torch.tensor(s.reshape(1, -1, size)).requires_grad_() for s in states]
    options = dict(call.options)
    after = options.pop("reset_after", True)
    if "activation" in options:
        options["nonlinearity"] = options.pop("activation")
    layer = layer_of(kind, params, **options)
    if kind == "lstm":
        results = cells_by_step(layer, x, *starts)
    else:
        results = [layer(x, starts[0])[0] if after else paper_gru(layer, x, starts[0][0])]
    return [x, *starts], layer, [r.reshape(*lead, *r.shape[1:]) for r in results]


def torch_results(call, *args, **options):
    """The states, and of an LSTM the cells; then what our cache holds, by our own."""
    _, _, results = by_torch(call)
    states = [r.detach() for r in results]
    return [*states, *of(call)[len(states) :]]


def torch_gradients(call, *args, **options):
    """The gradients by inputs, first states and parameters."""
    inputs, layer, results = by_torch(call)
    _, _, _, *cells = (gradient := backward(call)).args
    douts = [torch.tensor(d) for d in (gradient.args[0], *cells)]
    wanted = [*inputs, *layer.parameters()]
    found = torch.autograd.grad(results, wanted, douts)
    X, size = call.args[0], call.args[1][1].shape[1]
    shapes = [X.shape, *[(*X.shape[:-2], size)] * (len(inputs) - 1)]
    shapes += [p.shape for p in call.args[1]]
    return [
        g.reshape(s).numpy().view(FromTorch) for g, s in zip(found, shapes, strict=True)
    ]


def torch_windows(series, *, length, horizon):
    """Windows by `unfold`, which puts time last."""
    both = series.unfold(0, length + horizon, 1).movedim(-1, 1)
    return both[:, :length], both[:, length:]


def extrapolated(X, *, horizon):
    """The line through the last two positions, by NumPy's fit of a polynomial."""
    coefficients = np.polyfit([-1, 0], np.moveaxis(X[:, -2:], 1, 0).reshape(2, -1), 1)
    steps = np.arange(1, horizon + 1)[:, None]
    line = steps * coefficients[0] + coefficients[1]
    return np.moveaxis(line.reshape(horizon, len(X), -1), 0, 1)


def torch_ade(p, q):
    return torch.linalg.vector_norm(p - q, dim=-1).mean()


PARITY = [
    *(call.like(partial(torch_results, call)) for call in FORWARD),
    *(backward(call).like(partial(torch_gradients, call)) for call in FORWARD),
    Call("sliding_windows", drawn(9, 2), length=3, horizon=2).like_torch(torch_windows),
    Call("constant_velocity_forecast", drawn(4, 3, 2), horizon=4).like(extrapolated),
    Call("ade", drawn(4, 5, 2), drawn(4, 5, 2, seed=1)).like_torch(torch_ade),
    Call("fde", drawn(4, 5, 2), drawn(4, 5, 2, seed=1)).like_torch(
        lambda p, q: torch_ade(p[:, -1], q[:, -1])
    ),
]

# --- by hand ------------------------------------------------------------------------------


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


FADE = [[[1]], [[0.5]], [0], [0]]
H1 = math.tanh(1)
H2 = math.tanh(0.5 * H1)
H3 = math.tanh(0.5 * H2)
IMPULSE = [[1], [0], [0]]
# An LSTM of one unit without weights: its gates are those of its biases i, f, g, o.
CALM = [np.zeros((4, 1)), np.zeros((4, 1)), np.array([1, 2, 3, 4]), np.zeros(4)]
KEPT = sigmoid(2) * 7 + sigmoid(1) * math.tanh(3)
# A GRU of one unit with a bias inside and outside of the reset gate.
MIX = [
    np.zeros((3, 1)),
    np.array([[0], [0], [2]]),
    np.array([1, 2, 3]),
    np.array([0, 0, 4]),
]
NEW = math.tanh(3 + sigmoid(1) * (2 * 7 + 4))
OLD = math.tanh(3 + 2 * sigmoid(1) * 7 + 4)
SMALL = [np.zeros((3, 1)), np.array([[0], [0], [0.02]]), np.array([1, 2, 0.3]), np.zeros(3)]
AFTER, BEFORE = [
    recurrent.gru_forward([[0]], SMALL, [7], reset_after=kind)[1] for kind in (True, False)
]
WALK = [[0, 0], [1, 0.5]]
TRUE = [[2, 1], [3, 2.5]]
GUESS = [[2, 1], [3, 1.5]]

VALUES = [
    Call("rnn_forward", IMPULSE, FADE).gives([[H1], [H2], [H3]], ...),
    Call("rnn_forward", IMPULSE, FADE, activation="relu").gives([[1], [0.5], [0.25]], ...),
    Call("rnn_forward", [[-9]], FADE, [2], activation="relu").gives([[0]], ...),
    Call("rnn_forward", [[0]], FADE, [2]).gives([[H1]], ...),
    # two units that hand a number to each other: rows are what a unit receives
    Call(
        "rnn_forward",
        [[1], [0]],
        [[[1], [0]], [[0, 0], [3, 0]], [0, 0.5], [0, 0.25]],
        activation="relu",
    ).gives([[1, 0.75], [0, 3.75]], ...),
    Call("rnn_forward", [[nan], [0]], FADE).gives([[nan], [nan]], ...),
    Call("rnn_forward", [[inf], [-inf]], FADE).gives([[1], [-1]], ...),
    Call(
        "rnn_backward",
        [[0], [0], [1]],
        FADE,
        recurrent.rnn_forward(IMPULSE, FADE)[1],
    ).gives(
        [
            [(1 - H3**2) * 0.5 * (1 - H2**2) * 0.5 * (1 - H1**2)],
            [(1 - H3**2) * 0.5 * (1 - H2**2)],
            [1 - H3**2],
        ],
        ...,
    ),
    # at 0 the slope of ReLU is 0
    Call(
        "rnn_backward",
        [[1], [1]],
        FADE,
        recurrent.rnn_forward([[2], [-1]], FADE, activation="relu")[1],
    ).gives([[1], [0]], [0.5], [[2]], [[0]], [1], [1]),
    Call("lstm_forward", [[0]], CALM, [5], [7]).gives(
        [[sigmoid(4) * math.tanh(KEPT)]],
        [[KEPT]],
        [[0]],
        [[sigmoid(4) * math.tanh(KEPT)]],
        [[KEPT]],
        [[[sigmoid(1)], [sigmoid(2)], [math.tanh(3)], [sigmoid(4)]]],
        [5],
        [7],
    ),
    # gates that are shut hand on nothing, those that are open everything
    Call(
        "lstm_forward",
        [[0]] * 3,
        [[[0]] * 4, [[0]] * 4, [-999, 999, 0, 999], [0] * 4],
        None,
        [2],
    ).gives([[math.tanh(2)]] * 3, [[2]] * 3, ...),
    Call(
        "lstm_backward",
        [[1]],
        CALM,
        recurrent.lstm_forward([[0]], CALM, [5], [7])[-1],
        [[10]],
    ).gives(
        [[0]],
        [0],
        [sigmoid(2) * (10 + sigmoid(4) * (1 - math.tanh(KEPT) ** 2))],
        ...,
    ),
    Call("gru_forward", [[0]], MIX, [7]).gives(
        [[sigmoid(2) * 7 + (1 - sigmoid(2)) * NEW]], ...
    ),
    Call("gru_forward", [[0]], MIX, [7], reset_after=False).gives(
        [[sigmoid(2) * 7 + (1 - sigmoid(2)) * OLD]], ...
    ),
    # z = 1 keeps the state, z = 0 takes the candidate
    Call("gru_forward", [[0]], [[[0]] * 3, [[0]] * 3, [0, 999, 1], [0] * 3], [3]).gives(
        [[3]], ...
    ),
    Call("gru_forward", [[0]], [[[0]] * 3, [[0]] * 3, [0, -999, 1], [0] * 3], [3]).gives(
        [[H1]], ...
    ),
    *(
        Call("gru_backward", [[1]], SMALL, cache).gives(
            [[0]],
            [sigmoid(2) + (1 - sigmoid(2)) * slope * 0.02 * sigmoid(1)],
            ...,
        )
        for cache in (AFTER, BEFORE)
        for slope in [1 - math.tanh(0.3 + 0.02 * sigmoid(1) * 7) ** 2]
    ),
    Call("sliding_windows", [1, 2, 3, 4, 5], length=3).gives(
        [[1, 2, 3], [2, 3, 4]], [[4], [5]]
    ),
    Call("sliding_windows", [[1, 9], [2, 8], [3, 7]], length=1, horizon=2).gives(
        [[[1, 9]]], [[[2, 8], [3, 7]]]
    ),
    Call("constant_velocity_forecast", WALK, horizon=2).gives([[2, 1], [3, 1.5]]),
    # only the last step counts
    Call("constant_velocity_forecast", [[[9], [3], [4]]], horizon=3).gives(
        [[[5], [6], [7]]]
    ),
    Call("ade", GUESS, TRUE).gives(0.5),
    Call("fde", GUESS, TRUE).gives(1),
    Call("ade", [[[0, 0]], [[3, 0]]], [[[3, 4]], [[0, 4]]]).gives(5),
    Call("ade", [[1e300, 0]], [[0, 1e300]]).gives(math.sqrt(2) * 1e300),
    Call("fde", [[[0, 0], [0, 0]], [[0, 0], [8, 6]]], np.zeros((2, 2, 2))).gives(5),
    Call("fde", [[nan], [2]], [[1], [1]]).gives(1),
]

# --- refusals -----------------------------------------------------------------------------


def parts(kind):
    """The names of both passes, sequences and parameters of a layer."""
    return f"{kind}_forward", f"{kind}_backward", drawn(N, 2, D), params_of(kind)


def refused_sequences(kind):
    """Sequences and states that no layer takes."""
    name, _, X, P = parts(kind)
    rule = f"`X` must have the shape (..., T, 3) for `params[0]` of shape ({len(P[0])}, 3)"
    return [
        Call(name, X[:, :0], P).refuses("`X` must not be empty, got shape (4, 0, 3)"),
        Call(name, X[0, 0], P).refuses(f"{rule}, got (3,)"),
        Call(name, X[..., :2], P).refuses(f"{rule}, got (4, 2, 2)"),
        Call(name, X, P, START[:2]).refuses(
            "`h0` must have shape (4, 5), a state for each sequence of `X`, got (2, 5)"
        ),
    ]


def refused_params(kind):
    """Parameters of no layer."""
    name, _, X, (W_ih, W_hh, b, c) = parts(kind)
    rows, blocks = len(b), BLOCKS[kind]
    square = "(H, H)" if kind == "rnn" else f"({blocks} * H, H)"
    fit = f" for `params[1]` of shape ({rows}, {H})"
    cases = [
        ([W_ih, W_hh, b], "hold two weight matrices and two bias vectors, got 3 arrays"),
        ([W_ih, W_hh[:-1], b, c], f"have the shape {square} without zeros, got"),
        ([W_ih, W_hh[:, :0], b, c], f"without zeros, got ({rows}, 0)"),
        ([W_ih[:-1], W_hh, b, c], f"have the shape ({rows}, D){fit}, got ({rows - 1}, 3)"),
        ([W_ih[:, :0], W_hh, b, c], f"have the shape ({rows}, D){fit}, got ({rows}, 0)"),
        ([W_ih, W_hh, b[1:], c], f"`params[2]` must have shape ({rows},){fit}, got"),
        ([W_ih, W_hh, b, c[1:]], f"`params[3]` must have shape ({rows},){fit}, got"),
    ]
    return [Call(name, X, params).refuses(message) for params, message in cases]


def refused_gradients(kind):
    """Gradients, parameters and caches that do not fit one another."""
    name, back, X, P = parts(kind)
    *_, cache = of(Call(name, X, P))
    dH = drawn(N, 2, H)
    *_, other = of(forward("rnn" if kind == "gru" else "gru", 2))
    return [
        Call(back, dH[:, :1], P, cache).refuses(
            "`dH` must have the shape (4, 2, 5) of `H`, got (4, 1, 5)"
        ),
        Call(back, dH, [drawn(len(P[0]), D + 1), *P[1:]], cache).refuses(
            "`params` must have the sizes (D, H) = (3, 5) of `cache`, got (4, 5)"
        ),
        Call(back, dH, P, other).refuses(
            f"`cache` must be the one that `{name}` returned, got {type(other).__name__}",
            TypeError,
        ),
    ]


REFUSALS = [
    *(row for kind in BLOCKS for row in refused_sequences(kind)),
    *(row for kind in BLOCKS for row in refused_params(kind)),
    *(row for kind in BLOCKS for row in refused_gradients(kind)),
    forward("rnn", 2, activation="gelu").refuses(
        '`activation` must be "tanh" or "relu", got \'gelu\''
    ),
    forward("gru", 2, reset_after=1).refuses(
        "`reset_after` must be True or False, got int", TypeError
    ),
    Call("lstm_forward", drawn(N, 2, D), params_of("lstm"), START, CELLS[0]).refuses(
        "`c0` must have shape (4, 5), a state for each sequence of `X`, got (5,)"
    ),
    Call(
        "lstm_backward",
        drawn(N, 2, H),
        params_of("lstm"),
        of(forward("lstm", 2))[-1],
        drawn(N, H),
    ).refuses("`dC` must have the shape (4, 2, 5) of `H`, got (4, 5)"),
    Call("sliding_windows", [1, 2, 3], length=3).refuses(
        "`series` must have at least `length` + `horizon` = 4 entries, got shape (3,)"
    ),
    Call("sliding_windows", 5.0, length=1).refuses("= 2 entries, got shape ()"),
    Call("sliding_windows", [1, 2], length=0).refuses("`length` must be at least 1, got 0"),
    Call("sliding_windows", [1, 2], length=1, horizon=0).refuses(
        "`horizon` must be at least 1, got 0"
    ),
    Call("constant_velocity_forecast", WALK[:1], horizon=2).refuses(
        "`X` must have the shape (..., T, D) with T of at least 2, got (1, 2)"
    ),
    Call("constant_velocity_forecast", [1, 2], horizon=2).refuses("got (2,)"),
    Call("constant_velocity_forecast", WALK, horizon=0).refuses(
        "`horizon` must be at least 1, got 0"
    ),
    *(
        row
        for name in ("ade", "fde")
        for row in [
            Call(name, np.zeros((3, 0, 2)), np.zeros((3, 0, 2))).refuses(
                "`truth` must not be empty, got shape (3, 0, 2)"
            ),
            Call(name, GUESS[0], TRUE[0]).refuses(
                "`truth` must have shape (..., T, D), got (2,)"
            ),
            Call(name, GUESS[:1], TRUE).refuses(
                "`forecast` must have the shape (2, 2) of `truth`, got (1, 2)"
            ),
        ]
    ),
]

BACKWARD = [backward(call) for call in FORWARD]
# 70,000 features or sequences: their sums are too large to be added in float16
MANY = 3 + np.sin(np.arange(70_000.0))[:, None]
WIDE = drawn(70_000) / 2000


def wide(kind):
    """A layer of one unit with many features."""
    rows = BLOCKS[kind]
    params = [np.resize(WIDE, (rows, 70_000)), np.ones((rows, 1)), *np.zeros((2, rows))]
    return Call(f"{kind}_forward", MANY.T, params)


def crowd(kind):
    """The gradient of a layer of one unit that meets many sequences."""
    rows = BLOCKS[kind]
    params = [np.full((rows, 1), 0.25), np.ones((rows, 1)), *np.zeros((2, rows))]
    *_, cache = of(Call(f"{kind}_forward", MANY[:, None], params))
    options = [np.full((70_000, 1, 1), 0.25)] if kind == "lstm" else []
    return Call(f"{kind}_backward", MANY[:, None] / 8, params, cache, *options)


UNSEEN = "no bias has a part in it"
BEYOND = "a sum in between may have no place"

SPEC = Spec(
    module=recurrent,
    good=[
        *FORWARD,
        *BACKWARD,
        Call("sliding_windows", drawn(9, 2), length=3, horizon=2),
        Call("constant_velocity_forecast", drawn(4, 2, 2), horizon=4),
        Call("ade", drawn(4, 5, 2), drawn(4, 5, 2, seed=1)),
        Call("fde", drawn(4, 1, 2), drawn(4, 1, 2, seed=1)),
    ],
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        *map(wide, BLOCKS),
        *map(crowd, BLOCKS),
        Call("constant_velocity_forecast", np.array([[0], [0.01]]), horizon=5000),
        Call("ade", 200 * MANY, -200 * MANY),
        Call("fde", 200 * MANY[:, None], -200 * MANY[:, None]),
    ],
    exempt={
        "nan": dict.fromkeys([f"{kind}_backward" for kind in BLOCKS], UNSEEN),
        "edges": {
            f"{kind}_{way}": BEYOND for kind in BLOCKS for way in ("forward", "backward")
        },
        "float16": {"sliding_windows": "adds nothing"},
    },
    values_within={"rtol": 16 * EPS, "atol": 4 * EPS},
    parity_within={"rtol": 1e-9, "atol": 1e-13},
)
