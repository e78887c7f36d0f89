"""Energy-based models: what each function promises."""

import itertools
import math

import numpy as np
import torch
from sklearn.neural_network import BernoulliRBM
from torch.nn import functional

from checks import autograd
from dlnotes import energy
from specs import Call, Spec

inf, nan = math.inf, math.nan
drawn = np.random.default_rng(0)

# Axes of different lengths, so that no other axis fits.
W, A, B = 1.5 * drawn.normal(size=(3, 5)), drawn.normal(size=5), drawn.normal(size=3)
W_TOP, A_TOP, B_TOP = drawn.normal(size=(2, 3)), drawn.normal(size=3), drawn.normal(size=2)
V, H = drawn.random((7, 5)).round(1), drawn.random((7, 3)).round(1)
V[0], H[0] = [0, 1, 0, 1, 1], [1, 0, 1]
SEEN = drawn.random((7, 5)) < 0.6
SEEN[:, 2] = True
RBM, LAYERS = (W, A, B), [(W, A, B), (W_TOP, A_TOP, B_TOP)]
WIDE = (np.ascontiguousarray(W.T), B, A)  # more hidden units than visible ones
FINITE = ["v", "h", "V", "W", "a", "b", "p", "chains", "layers"]


def chance():
    return np.random.default_rng(0)


def call(name, *args, **options):
    return Call(name, *args, **options).finite(*FINITE)


FIT = {"lr": 0.1, "epochs": 2, "batch_size": 3}
STATES = [
    call("rbm_energy", V, H, *RBM),
    call("rbm_energy", V[0], H[0], *RBM),
    call("rbm_free_energy", V, *RBM),
    call("rbm_free_energy", V.reshape(7, 1, 5), *RBM),
    call("rbm_hidden_prob", V, W, B),
    call("rbm_hidden_prob", V, W, B, mask=SEEN),
    call("rbm_visible_prob", H, W, A),
]
EXACT = [
    call("rbm_log_partition", *RBM),
    call("rbm_log_partition", *WIDE),
    call("rbm_log_prob", V, *RBM),
    call("rbm_log_prob", H, *WIDE),
    call("rbm_log_prob_grad", V, *RBM),
    call("rbm_log_prob_grad", H, *WIDE),
]
USES = [
    call("rbm_class_prob", V[:, :3], *RBM, classes=2),
    call("rbm_reconstruction_error", V, *RBM),
    call("dbn_hidden_prob", V, LAYERS),
    call("dbn_log_prob", V, LAYERS),
    call("dbn_log_prob", V, LAYERS[:1]),
]
RANDOM = [
    call("sample_bernoulli", V, rng=chance()),
    call("gibbs_chain", V, *RBM, steps=2, rng=chance()),
    call("gibbs_chain", V, *RBM, steps=2, rng=chance(), known=SEEN),
    call("contrastive_divergence", V, *RBM, k=2, rng=chance()),
    call("contrastive_divergence", V, *RBM, k=2, rng=chance(), chains=V[1:]),
    call("contrastive_divergence", V, *RBM, k=2, rng=chance(), mask=SEEN),
    call("rbm_fit", V, 3, **FIT, rng=chance()),
    call("rbm_fit", V, 3, **FIT, k=2, rng=chance(), persistent=True),
    call("rbm_fit", V, 3, **FIT, rng=chance(), mask=SEEN),
    call("dbn_fit", V, [3, 2], **FIT, rng=chance()),
    call("dbn_sample", 9, LAYERS, steps=2, rng=chance()),
]

# By hand: two visible units and a hidden one, each weight log 2. With h = 0 each state has
# the weight 1 in Z, with h = 1 the weights are 1, 2, 2 and 4; together 2, 3, 3, 5 of 13.
TWO = ([[math.log(2), math.log(2)]], [0.0, 0.0], [0.0])
FOUR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
OF_13 = np.array([2, 3, 3, 5])
HUGE = ([[1000.0, -1000.0]], [-500.0, 500.0], [0.0])  # 10 and 01, each in half of Z
ON, OFF = ([[0.0]], [90.0], [0.0]), ([[0.0]], [-90.0], [0.0])
P_H = np.array([1, 2, 2, 4]) / OF_13  # of h = 1 for each visible state

VALUES = [
    call("rbm_energy", [1, 0], [1], [[2, -3]], [0.5, 9], [-1]).gives(-1.5),
    call("rbm_energy", FOUR, [[1], [1], [0], [1]], *TWO).gives(
        -math.log(2) * np.array([0, 1, 0, 2])
    ),
    call("rbm_free_energy", FOUR, *TWO).gives(-np.log(OF_13)),
    call("rbm_free_energy", [1, 1], *HUGE).gives(-math.log(2)),
    call("rbm_free_energy", [[1, 0], [0, 1]], *HUGE).gives([-500, -500]),
    call("rbm_hidden_prob", FOUR, TWO[0], TWO[2]).gives(P_H[:, None]),
    # the second is not seen: as if it were 0
    call("rbm_hidden_prob", [[1, 1]], TWO[0], TWO[2], mask=[[True, False]]).gives(
        [[2 / 3]]
    ),
    call("rbm_hidden_prob", [1, 0], [[1000, 0], [-1000, 0]], [0, 0]).gives([1, 0]),
    call("rbm_visible_prob", [[0], [1]], TWO[0], TWO[1]).gives(
        [[0.5, 0.5], [2 / 3, 2 / 3]]
    ),
    call("rbm_log_partition", *TWO).gives(math.log(13)),
    call("rbm_log_partition", np.zeros((2, 3)), np.zeros(3), np.zeros(2)).gives(
        5 * math.log(2)
    ),
    # 00 and 11 at 2 each; 10 and 01 at e^500 each
    call("rbm_log_partition", *HUGE).gives(500 + math.log(2)),
    call("rbm_log_partition", [[-1000]], [1000], [1000]).gives(1000 + math.log(3)),
    # more than are listed at a time, of units that are 0 in 3 of 4
    call("rbm_log_partition", np.zeros((13, 1)), [0], [-math.log(3)] * 13).gives(
        math.log(2) + 13 * math.log(4 / 3)
    ),
    call("rbm_log_partition", np.zeros((20, 30)), np.zeros(30), np.zeros(20)).gives(
        50 * math.log(2), rtol=1e-13
    ),
    call("rbm_log_prob", FOUR, *TWO).gives(np.log(OF_13 / 13)),
    call("rbm_log_prob", [[1, 0], [0, 1]], *HUGE).gives(-np.log([2, 2])),
    call("rbm_log_prob_grad", [[1, 1]], *TWO).gives(
        [[4 / 5 - 6 / 13] * 2], [5 / 13] * 2, [4 / 5 - 9 / 13]
    ),
    # data as the machine has them
    call("rbm_log_prob_grad", np.repeat(FOUR, OF_13, axis=0), *TWO).gives(
        [[0, 0]], [0, 0], [0]
    ),
    # scores of the second label as the second visible unit: 3 and 2, or 5 and 3
    call(
        "rbm_class_prob", [[0], [1]], [[math.log(2)] * 2 + [0]], [0] * 3, [0], classes=2
    ).gives([[3 / 5, 2 / 5], [5 / 8, 3 / 8]]),
    call("rbm_reconstruction_error", FOUR, np.zeros((3, 2)), [0, 0], [0] * 3).gives(0.25),
    call("rbm_reconstruction_error", FOUR[:2], *HUGE).gives(0.125),
    call("dbn_hidden_prob", [[1, 1]], [TWO, ([[math.log(9)], [0]], [7], [0, 90])]).gives(
        [[9**0.8 / (1 + 9**0.8), 1]]
    ),
    # the layer above is always on: both units are on in 2 of 3
    call("dbn_log_prob", FOUR, [TWO, ON]).gives(np.log([1 / 9, 2 / 9, 2 / 9, 4 / 9])),
    call("dbn_log_prob", FOUR, [TWO, OFF]).gives(np.log([1 / 4] * 4)),
    call("dbn_log_prob", FOUR, [TWO, ON, OFF, OFF]).gives(
        np.log([1 / 9, 2 / 9, 2 / 9, 4 / 9])
    ),
    call("sample_bernoulli", [[0, 1], [1, 0]], rng=chance()).gives([[0, 1], [1, 0]]),
    call("gibbs_chain", [1, 0], [[0, 0]], [-90, 90], [0], steps=1, rng=chance()).gives(
        [0, 1]
    ),
    call(
        "gibbs_chain",
        [0.3, 0],
        [[0, 0]],
        [90, 90],
        [0],
        steps=3,
        rng=chance(),
        known=[True, False],
    ).gives([0.3, 1]),
    # visible units are drawn on, hidden ones half of the time, whatever the data
    call(
        "contrastive_divergence", [[0, 1]], [[0, 0]], [90, 90], [0], k=1, rng=chance()
    ).gives([[-0.5, 0]], [-1, 0], [0], [[1, 1]]),
    call(
        "contrastive_divergence",
        [[0, 1], [0, 0]],
        [[0, 0]],
        [90, 90],
        [0],
        k=3,
        rng=chance(),
        chains=[[0, 0]],
    ).gives([[-0.5, -0.25]], [-1, -0.5], [0], [[1, 1]]),
    call(
        "contrastive_divergence",
        [[0, 1]],
        [[0, 0]],
        [90, 90],
        [0],
        k=1,
        rng=chance(),
        mask=[[True, False]],
    ).gives([[-0.5, 0]], [-1, 0], [0], [[1, 0]]),
    # off, which turns the next one on, which turns the left one on
    call(
        "dbn_sample", 2, [([[90, -90]], [-45, 45], [0]), ON, OFF], steps=1, rng=chance()
    ).gives([[1, 0]] * 2),
    call("dbn_sample", 2, [([[90, -90]], [-45, 45], [0]), ON], steps=1, rng=chance()).gives(
        [[1, 0]] * 2
    ),
]


def bernoulli_rbm(W, a, b):
    """scikit-learn's machine with our numbers: `components_` has a hidden unit per row."""
    theirs = BernoulliRBM(n_components=len(b))
    theirs.components_, theirs.intercept_visible_, theirs.intercept_hidden_ = W, a, b
    return theirs


def their_hidden(v, W, b):
    return bernoulli_rbm(W, None, b).transform(v)


def their_free_energy(v, W, a, b):
    return bernoulli_rbm(W, a, b)._free_energy(v)


def torch_energy(v, h, W, a, b):
    return -(v @ a) - h @ b - functional.bilinear(h, v, W[None])[..., 0]


def states(n):
    return np.array(list(itertools.product([0.0, 1.0], repeat=n)))


def log_weights(v, W, a, b):
    """Minus the energy of each visible state with each hidden one, by PyTorch."""
    h = torch.tensor(states(len(b)))
    return (v @ a)[..., None] + h @ b + v @ W.T @ h.T


def brute_partition(W, a, b):
    return torch.logsumexp(log_weights(torch.tensor(states(len(a))), W, a, b).ravel(), 0)


def brute_log_prob(v, W, a, b):
    return torch.logsumexp(log_weights(v, W, a, b), -1) - brute_partition(W, a, b)


def brute_gradients(v, W, a, b):
    data = torch.tensor(v)
    return autograd(lambda *m: brute_log_prob(data, *m).mean(), W, a, b)


def brute_labels(v, W, a, b, *, classes):
    rows = [torch.cat([v, label.expand(len(v), -1)], 1) for label in torch.eye(classes)]
    return torch.softmax(torch.stack([brute_log_prob(r, W, a, b) for r in rows], -1), -1)


def torch_error(v, W, a, b):
    up = torch.sigmoid(functional.linear(v, W, b))
    return functional.mse_loss(torch.sigmoid(functional.linear(up, W.T, a)), v)


def torch_up(v, layers):
    for W, _, b in layers:
        v = torch.sigmoid(functional.linear(v, W, b))
    return v


def brute_dbn(v, layers):
    """Each state of the middle layer by the machine above it, times p(v | h)."""
    if len(layers) == 1:
        return brute_log_prob(v, *layers[0])
    (W, a, b), *above = layers
    h = torch.tensor(states(len(b)))
    q = torch.sigmoid(h @ W + a)
    given = v @ torch.log(q).T + (1 - v) @ torch.log(1 - q).T
    return torch.logsumexp(given + brute_dbn(h, above), -1)


PARITY = [
    *(row.like_torch(torch_energy) for row in STATES[:1]),
    STATES[2].like(their_free_energy),
    STATES[4].like(their_hidden),
    STATES[6].like(lambda h, W, a: their_hidden(h, W.T, a)),
    *(row.like_torch(brute_partition) for row in EXACT[:2]),
    *(row.like_torch(brute_log_prob) for row in EXACT[2:4]),
    *(row.like(brute_gradients) for row in EXACT[4:]),
    USES[0].like_torch(brute_labels),
    USES[1].like_torch(torch_error),
    USES[2].like_torch(torch_up),
    *(row.like_torch(brute_dbn) for row in USES[3:]),
]

NOT_FINITE = "must hold finite numbers of at most 1e+100 in size, got"


def refused_machine(name, before=(), **options):
    """Machines that each function refuses."""

    def refused(*machine, message):
        return call(name, *before, *machine, **options).refuses(message)

    return [
        refused(W[0], A, B, message="`W` must have shape (H, D), got (5,)"),
        refused(W[:0], A, B, message="`W` must not be empty, got shape (0, 5)"),
        refused(
            W, A[1:], B, message="`a` must have shape (5,), a bias for each column of `W`"
        ),
        refused(W, A, A, message="`b` must have shape (3,), a bias for each row of `W`"),
        refused(W * nan, A, B, message=f"`W` {NOT_FINITE} nan"),
        refused(W, A * inf, B, message=f"`a` {NOT_FINITE}"),
        refused(W, A, B + 2e100, message=f"`b` {NOT_FINITE} 2e+100"),
    ]


def refused_states(name, argument, v, *rest, **options):
    """States that each function refuses."""

    def refused(states, message):
        return call(name, states, *rest, **options).refuses(message)

    return [
        refused(v * 16, f"`{argument}` must lie in [0, 1], got"),
        refused(v - 1, f"`{argument}` must lie in [0, 1], got"),
        refused(v * nan, f"`{argument}` {NOT_FINITE} nan"),
        refused(
            v[:, 1:], f"`{argument}` must have shape (..., {v.shape[1]}), a number for"
        ),
    ]


LARGE = (np.zeros((21, 22)), np.zeros(22), np.zeros(21))
LISTED = "`W` must have a layer of at most 20 units, to list its states, got shape (21, 22)"
CHAIN = {"k": 1, "rng": chance()}
NONE_SEEN = np.zeros((7, 5), bool)
NO_TRUE = "must hold a True for each sample, got a row without"
NO_DATA = "`V` must not be empty, got shape (0, 5)"
ON_DATA = {
    "rbm_log_prob_grad": {},
    "rbm_reconstruction_error": {},
    "contrastive_divergence": CHAIN,
}
REFUSALS = [
    *refused_machine("rbm_free_energy", [V]),
    *refused_machine("rbm_log_partition"),
    *refused_machine("gibbs_chain", [V], steps=1, rng=chance()),
    *refused_states("rbm_free_energy", "v", V, *RBM),
    *refused_states("rbm_hidden_prob", "v", V, W, B),
    *refused_states("rbm_visible_prob", "h", H, W, A),
    *refused_states("rbm_log_prob", "v", V, *RBM),
    *refused_states("rbm_log_prob_grad", "V", V, *RBM),
    *refused_states("gibbs_chain", "v", V, *RBM, steps=1, rng=chance()),
    *refused_states("contrastive_divergence", "V", V, *RBM, **CHAIN),
    *refused_states("dbn_hidden_prob", "v", V, LAYERS),
    *refused_states("dbn_log_prob", "v", V, LAYERS),
    call("rbm_energy", V, H[:3], *RBM).refuses(
        "`h` must have shape (7, 3), a state for each of `v`, got (3, 3)"
    ),
    call("rbm_hidden_prob", V, W, B[:2]).refuses("`b` must have shape (3,), a bias for"),
    call("rbm_hidden_prob", V, W, B, mask=NONE_SEEN).refuses(f"`mask` {NO_TRUE}"),
    call("rbm_hidden_prob", V, W, B, mask=SEEN[:2]).refuses(
        "`mask` must have shape (7, 5), that of the visible units, got (2, 5)"
    ),
    call("rbm_hidden_prob", V, W, B, mask=V).refuses("`mask` must hold bools", TypeError),
    call("rbm_visible_prob", H, W, B).refuses("`a` must have shape (5,), a bias for each"),
    *(
        call("sample_bernoulli", [0.5, p], rng=chance()).refuses(
            f"`p` must lie in [0, 1], got {p}"
        )
        for p in (-0.1, 1.1)
    ),
    call("sample_bernoulli", [0.5, nan], rng=chance()).refuses(f"`p` {NOT_FINITE} nan"),
    call("gibbs_chain", V, *RBM, steps=0, rng=chance()).refuses(
        "`steps` must be at least 1"
    ),
    call("gibbs_chain", V, *RBM, steps=1, rng=chance(), known=NONE_SEEN).refuses(
        f"`known` {NO_TRUE}"
    ),
    call("rbm_log_partition", *LARGE).refuses(LISTED),
    call("rbm_log_prob", np.zeros(22), *LARGE).refuses(LISTED),
    call("rbm_log_prob_grad", np.zeros((1, 22)), *LARGE).refuses(LISTED),
    *(
        row
        for name, options in ON_DATA.items()
        for row in [
            call(name, V[:0], *RBM, **options).refuses(NO_DATA),
            call(name, V[0], *RBM, **options).refuses(
                "`V` must have shape (N, D), got (5,)"
            ),
        ]
    ),
    call("contrastive_divergence", V, *RBM, k=0, rng=chance()).refuses(
        "`k` must be at least 1, got 0"
    ),
    call("contrastive_divergence", V, *RBM, **CHAIN, chains=V[:0]).refuses(
        "`chains` must not be empty, got shape (0, 5)"
    ),
    call("contrastive_divergence", V, *RBM, **CHAIN, chains=2 * V).refuses(
        "`chains` must lie in [0, 1]"
    ),
    call("contrastive_divergence", V, *RBM, **CHAIN, chains=V, mask=SEEN).refuses(
        "`chains` must be None beside a `mask`, got both"
    ),
    call("contrastive_divergence", V, *RBM, **CHAIN, mask=NONE_SEEN).refuses(
        f"`mask` {NO_TRUE}"
    ),
    call("rbm_fit", V[:0], 3, **FIT, rng=chance()).refuses(NO_DATA),
    call("rbm_fit", 16 * V, 3, **FIT, rng=chance()).refuses("`V` must lie in [0, 1], got"),
    call("rbm_fit", nan * V, 3, **FIT, rng=chance()).refuses(f"`V` {NOT_FINITE} nan"),
    call("rbm_fit", V, 0, **FIT, rng=chance()).refuses(
        "`hidden` must be at least 1, got 0"
    ),
    call("rbm_fit", V, 3, **FIT, rng=chance())
    .but(lr=0)
    .refuses("`lr` must be a finite number above 0 and of at most 1000, got 0"),
    call("rbm_fit", V, 3, **FIT, rng=chance())
    .but(epochs=0)
    .refuses("`epochs` must be at least 1, got 0"),
    call("rbm_fit", V, 3, **FIT, rng=chance(), mask=NONE_SEEN).refuses(f"`mask` {NO_TRUE}"),
    call("rbm_fit", V, 3, **FIT, rng=chance(), persistent=1).refuses(
        "`persistent` must be True or False, got int", TypeError
    ),
    call("rbm_fit", V, 3, **FIT, rng=chance(), persistent=True, mask=SEEN).refuses(
        "`persistent` must be False beside a `mask`, got True"
    ),
    call("rbm_class_prob", V[:, :3], *RBM, classes=5).refuses(
        "`classes` must be at most 4, got 5"
    ),
    call("rbm_class_prob", V[:, :3], *RBM, classes=1).refuses(
        "`v` must have shape (..., 4)"
    ),
    call("dbn_hidden_prob", V, []).refuses(
        "`layers` must hold a machine at least, got none"
    ),
    call("dbn_hidden_prob", V, [(W, B)]).refuses(
        "`layers[0]` must hold W, a and b, got 2 entries"
    ),
    call("dbn_hidden_prob", V, [RBM, RBM]).refuses(
        "`layers[1][0]` must have a column for each of the 3 units below, got 5"
    ),
    call("dbn_hidden_prob", V, [(W, A[1:], B)]).refuses(
        "`layers[0][1]` must have shape (5,), a bias for each column of `layers[0][0]`"
    ),
    call("dbn_log_prob", np.zeros(22), [LARGE, ([[0] * 21], [0] * 21, [0])]).refuses(
        "`layers` must have at most 20 units between others, to list their states, got 21"
    ),
    call("dbn_fit", V, [], **FIT, rng=chance()).refuses("`sizes` must hold a number of"),
    call("dbn_fit", V, [3, 0], **FIT, rng=chance()).refuses(
        "`sizes[1]` must be at least 1"
    ),
    call("dbn_sample", 0, LAYERS, steps=1, rng=chance()).refuses(
        "`count` must be at least 1"
    ),
    call("dbn_sample", 1, LAYERS, steps=0, rng=chance()).refuses(
        "`steps` must be at least 1"
    ),
]

GOOD = [*STATES, *EXACT, *USES, *RANDOM]
FINITE_ONLY = "no number but a finite one is allowed: `REFUSALS` has the others"
DRAWN = "chance has no other author: test_energy.py asks how often states come"
FITTED = "test_energy.py compares likelihoods: training is by chance"
NAMES = sorted({row.name for row in GOOD})
FAR = (100 * W, 100 * A, 100 * B)  # their sums are too large for float16
SPEC = Spec(
    module=energy,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[row for row in GOOD if row.name in {"rbm_fit", "dbn_fit", "sample_bernoulli"}]
    + [
        call("rbm_energy", np.ones((2, 5)), np.ones((2, 3)), *FAR),
        call("rbm_free_energy", V, *FAR),
        call("rbm_hidden_prob", V, FAR[0], FAR[2]),
        call("rbm_visible_prob", H, *FAR[:2]),
        call("rbm_log_partition", *FAR),
        call("rbm_log_prob", V, *FAR),
        call("rbm_log_prob_grad", np.repeat(V, 1000, axis=0), *RBM),
        call("rbm_class_prob", V[:, :3], *FAR, classes=2),
        call("rbm_reconstruction_error", np.repeat(V, 1000, axis=0), *RBM),
        call("dbn_hidden_prob", V, [FAR]),
        call("dbn_log_prob", V, [FAR]),
        call("gibbs_chain", V, *FAR, steps=2, rng=chance()),
        call("contrastive_divergence", np.repeat(V, 1000, axis=0), *RBM, **CHAIN),
        call("dbn_sample", 3, [FAR], steps=2, rng=chance()),
    ],
    discrete=["mask", "known"],
    exempt={
        "nan": dict.fromkeys(NAMES, FINITE_ONLY),
        "no_warning": dict.fromkeys(NAMES, FINITE_ONLY),
        "values": dict.fromkeys(["rbm_fit", "dbn_fit"], FITTED),
        "parity": {
            **dict.fromkeys(["rbm_fit", "dbn_fit"], FITTED),
            **dict.fromkeys(
                ["sample_bernoulli", "gibbs_chain", "contrastive_divergence", "dbn_sample"],
                DRAWN,
            ),
        },
    },
    values_within={"rtol": 1e-12, "atol": 1e-14},
    parity_within={"rtol": 1e-11, "atol": 1e-13},
)
