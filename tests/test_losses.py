"""Losses: tables first, one row per function; then what must hold for their rows.

A new function joins VALUES, ARGS, REFUSALS, and PARITY with its gradient beside it.
`test_no_function_is_forgotten` says which of them it still lacks.
"""

import inspect
import math
import tracemalloc
from functools import partial

import numpy as np
import pytest
import scipy.stats
import sklearn.metrics
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional

from checks import (
    assert_only_real_numbers,
    assert_options_are_single_numbers,
    assert_parity,
    assert_pure,
    assert_refuses,
    autograd,
    central_difference,
    own_functions,
)
from dlnotes import losses as m
from dlnotes.activations import log_softmax, sigmoid, softmax

pytestmark = pytest.mark.filterwarnings("error")
inf, nan = math.inf, math.nan
EPS = np.finfo(float).eps

# --- tables ---------------------------------------------------------------------------

RNG = np.random.default_rng(1)
X, T = RNG.normal(0, 2, (3, 5)), RNG.normal(0, 2, (3, 5))
T[1, 2] = X[1, 2]  # a perfect prediction
Z, Y = RNG.normal(0, 3, (7, 5)), np.array([0, 4, 2, 2, 1, 3, 0])
SOFT = RNG.dirichlet(np.ones(5), 7)
W = np.array([0.5, 2.0, 1.0, 0.0, 3.0])
P, T01 = RNG.uniform(0.01, 0.99, (2, 3, 5))
LABELS = np.round(T01)
SIGNS = 2 * LABELS - 1
LOG_P = np.log(SOFT)

LOG2, LOG3 = math.log(2), math.log(3)
ROW = [[0.0, 0.0, LOG2]]  # its softmax is 1/4, 1/4, 1/2

# name, arguments, options, value; without a recipe it is plain from the definition
VALUES = [
    ("mse_loss", [[1, 3, 2], [1, 2, 4]], {}, 5 / 3),
    ("mse_loss", [[1, 3, 2], [1, 2, 4]], {"reduction": "sum"}, 5),
    ("mse_loss", [[1, 3, 2], [1, 2, 4]], {"reduction": "none"}, [0, 1, 4]),
    ("mse_loss", [np.ones((2, 3)), np.zeros((2, 3))], {}, 1),  # over 6 entries, not 2
    ("mse_loss", [[1e200, 0], [0, 0]], {}, inf),
    ("mse_loss", [3, 1], {}, 4),
    ("mse_loss_grad", [[1, 3, 2, 5], [1, 2, 4, 5]], {}, [0, 0.5, -1, 0]),
    ("mse_loss_grad", [[1, 3], [1, 2]], {"reduction": "sum"}, [0, 2]),
    ("mse_loss_grad", [[1, 3], [1, 2]], {"reduction": "none"}, [0, 2]),
    ("rmse", [[1, 3, 2], [1, 2, 4]], {}, math.sqrt(5 / 3)),
    ("rmse", [[1e200, -1e200], [0, 0]], {}, 1e200),
    ("rmse", [[3e-200, 4e-200], [0, 0]], {}, 5e-200 / math.sqrt(2)),
    ("rmse", [[5e-324], [0]], {}, 5e-324),
    ("rmse", [[1.7e308, 1.7e308], [0, 0]], {}, 1.7e308),
    ("rmse", [[inf, 1], [0, 0]], {}, inf),
    ("rmse", [[1, 2], [1, 2]], {}, 0),
    ("rmse_grad", [[3, 4], [3, 2]], {}, [0, math.sqrt(0.5)]),
    ("rmse_grad", [[3e200, -4e200], [0, 0]], {}, [0.3 * math.sqrt(2), -0.4 * math.sqrt(2)]),
    ("rmse_grad", [[3, 4], [3, 4]], {}, [0, 0]),
    ("cross_entropy", [ROW, [2]], {}, LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {}, 1.5 * LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {"reduction": "sum"}, 3 * LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {"reduction": "none"}, [LOG2, 2 * LOG2]),
    ("cross_entropy", [ROW, [[0.5, 0.25, 0.25]]], {}, 1.75 * LOG2),
    ("cross_entropy", [ROW, [2]], {"label_smoothing": 0.3}, 1.2 * LOG2),
    ("cross_entropy", [ROW, [2]], {"label_smoothing": 1}, 5 / 3 * LOG2),
    ("cross_entropy", [ROW * 2, [2, 0]], {"weight": [3, 1, 1]}, 7 / 4 * LOG2),
    # with probabilities the weighted mean divides by N
    (
        *("cross_entropy", [ROW * 2, [[0, 0, 1], [1, 0, 0]]], {"weight": [3, 1, 1]}),
        3.5 * LOG2,
    ),
    ("cross_entropy", [[[1000, 0], [0, 1000]], [1, 1]], {}, 500),
    ("cross_entropy", [[[1000, 0]], [0]], {}, 0),
    ("cross_entropy", [[[0, 0, -inf]], [[0.5, 0.5, 0]]], {}, LOG2),
    ("cross_entropy", [[[0, 0, -inf]], [2]], {}, inf),
    ("cross_entropy", [[[5]], [0]], {}, 0),
    ("cross_entropy", [np.zeros((1, 10)), [3]], {}, math.log(10)),
    ("cross_entropy_grad", [ROW, [2]], {}, [[0.25, 0.25, -0.5]]),
    (
        "cross_entropy_grad",
        [ROW * 2, [2, 0]],
        {},
        [[1 / 8, 1 / 8, -1 / 4], [-3 / 8, 1 / 8, 1 / 4]],
    ),
    (
        "cross_entropy_grad",
        [ROW * 2, [2, 0]],
        {"reduction": "sum"},
        [[1 / 4, 1 / 4, -1 / 2], [-3 / 4, 1 / 4, 1 / 2]],
    ),
    ("cross_entropy_grad", [ROW, [[0.25, 0.25, 0.5]]], {}, [[0, 0, 0]]),
    ("cross_entropy_grad", [[[1000, 0]], [1]], {}, [[1, -1]]),
    ("l1_loss", [[1, 3, 2], [1, 2, 4]], {}, 1),
    ("l1_loss", [[1, 3, 2], [1, 2, 4]], {"reduction": "none"}, [0, 1, 2]),
    ("l1_loss_grad", [[1, 3, 2, 9], [1, 2, 4, 0]], {}, [0, 0.25, -0.25, 0.25]),
    ("huber_loss", [[0.5, 1, -3], [0, 0, 0]], {"reduction": "none"}, [1 / 8, 1 / 2, 5 / 2]),
    ("huber_loss", [[0.5, 1, -3], [0, 0, 0]], {"delta": 2}, (1 / 8 + 1 / 2 + 4) / 3),
    ("huber_loss", [[1e200, inf], [0, 0]], {"reduction": "none"}, [1e200, inf]),
    ("huber_loss_grad", [[0.5, 1, -3], [0, 0, 0]], {"delta": 2}, [1 / 6, 1 / 3, -2 / 3]),
    (
        "binary_cross_entropy",
        [[0.25, 0.25], [1, 0]],
        {"reduction": "sum"},
        -math.log(3 / 16),
    ),
    ("binary_cross_entropy", [[0.25], [0.5]], {}, -math.log(3 / 16) / 2),
    (
        "binary_cross_entropy",
        [[0, 1, 0, 1], [1, 0, 0, 1]],
        {"reduction": "none"},
        [100, 100, 0, 0],
    ),
    ("binary_cross_entropy", [[1e-50], [1]], {}, 100),  # -log is 115.1
    ("binary_cross_entropy_grad", [[0.5, 0.25], [1, 0]], {}, [-1, 2 / 3]),
    (
        "binary_cross_entropy_grad",
        [[0, 1, 0], [1, 0, 0]],
        {"reduction": "sum"},
        [-1e12, 1e12, 0],
    ),
    # float(mp.log1p(mp.exp(-40))): with a sigmoid of 1 it would be 0
    *(
        ("binary_cross_entropy_with_logits", args, {}, value)
        for args, value in [
            ([[-1000], [1]], 1000),
            ([[1000], [0]], 1000),
            ([[inf, -inf], [1, 0]], 0),
            ([[40], [1]], 4.248354255291589e-18),
            ([[0, 0], [1, 0]], LOG2),
            ([[LOG3], [0.5]], math.log(4) - LOG3 / 2),
        ]
    ),
    ("binary_cross_entropy_with_logits", [[0, 0], [1, 0]], {"pos_weight": 3}, 2 * LOG2),
    (
        *(
            "binary_cross_entropy_with_logits_grad",
            [[0, -1000, 40], [1, 1, 1]],
            {"reduction": "sum"},
        ),
        [-0.5, -1, -4.248354255291589e-18],
    ),
    (
        "binary_cross_entropy_with_logits_grad",
        [[0, 0], [1, 0]],
        {"pos_weight": 3},
        [-0.75, 0.25],
    ),
    ("nll_loss", [[[-1, -2], [-3, -4]], [1, 0]], {}, 2.5),
    ("nll_loss", [[[-1, -2], [-3, -4]], [1, 0]], {"weight": [3, 1]}, 11 / 4),
    ("nll_loss", [[[0, -inf]], [0]], {}, 0),
    ("nll_loss", [[[0, -inf]], [1]], {}, inf),
    ("nll_loss", [[[0, -inf], [-1, -2]], [1, 0]], {"weight": [1, 0]}, 1),
    ("nll_loss", [[[nan, -1], [-1, -2]], [0, 1]], {"weight": [0, 1]}, nan),
    ("nll_loss_grad", [[[-1, -2], [-3, -4]], [1, 0]], {}, [[0, -0.5], [-0.5, 0]]),
    (
        "nll_loss_grad",
        [[[-1, -2], [-3, -4]], [1, 0]],
        {"weight": [3, 1]},
        [[0, -1 / 4], [-3 / 4, 0]],
    ),
    ("nll_from_likelihood", [np.full(2000, 0.5)], {}, 2000 * LOG2),
    ("nll_from_likelihood", [[0.5, 0]], {}, inf),
    ("nll_from_likelihood", [1], {}, 0),
    ("nll_from_likelihood_grad", [[1, 0.5, 0.0, -0.0]], {}, [-1, -2, -inf, -inf]),
    ("entropy", [[[0.5, 0.5], [1, 0], [1, -0.0]]], {}, [LOG2, 0, 0]),
    ("entropy", [np.full(10, 0.1)], {}, math.log(10)),
    ("entropy_grad", [[1, 0, -0.0]], {}, [-1, inf, inf]),
    ("entropy_grad", [[0.5, 0.25, 0.25]], {}, [LOG2 - 1, 2 * LOG2 - 1, 2 * LOG2 - 1]),
    (
        "cross_entropy_probs",
        [[0.75, 0.25], [0.25, 0.75]],
        {},
        0.75 * math.log(4) - 0.25 * math.log(0.75),
    ),
    ("cross_entropy_probs", [[[1, 0], [1, 0]], [[0, 1], [1, 0]]], {}, [inf, 0]),
    ("cross_entropy_probs_grad", [[0.75, 0.25, 0], [0.5, 0.5, 0]], {}, [-1.5, -0.5, 0]),
    ("cross_entropy_probs_grad", [[1, 0], [0, 1]], {}, [-inf, 0]),
    ("kl_div", [[0.75, 0.25], [0.25, 0.75]], {}, 0.5 * LOG3),
    (
        "kl_div",
        [[[1, 0], [0.5, 0.5], [0, 1]], [[0, 1], [0.5, 0.5], [0, 1]]],
        {},
        [inf, 0, 0],
    ),
    ("kl_div_grad", [[0.75, 0.25, 0], [0.5, 0.5, 0]], {}, [-1.5, -0.5, 0]),
    ("hinge_loss", [[2, 0.5, -1, 1], [1, 1, 1, -1]], {"reduction": "none"}, [0, 0.5, 2, 2]),
    ("hinge_loss", [[2, 0.5, -1, 1], [1, 1, 1, -1]], {"margin": 0}, 0.5),
    (
        "hinge_loss_grad",
        [[2, 0.5, -1, 1], [1, 1, 1, 1]],
        {},
        [0, -0.25, -0.25, 0],
    ),  # 0 at the corner
    (
        "squared_hinge_loss",
        [[2, 0.5, -1, 1], [1, 1, 1, -1]],
        {"reduction": "none"},
        [0, 0.25, 4, 4],
    ),
    ("squared_hinge_loss_grad", [[2, 0.5, -1, 1], [1, 1, 1, -1]], {}, [0, -0.25, -1, 1]),
    ("multi_margin_loss", [[[3, 2.5, 1, 5]], [0]], {}, 3.5 / 4),
    ("multi_margin_loss", [[[3, 2.5, 1, 5]], [0]], {"p": 2}, 9.25 / 4),
    ("multi_margin_loss", [[[3, 2.5, 1, 5]], [0]], {"margin": 4}, (3.5 + 2 + 6) / 4),
    ("multi_margin_loss", [[[3, 2, 1]], [0]], {}, 0),
    ("multi_margin_loss_grad", [[[3, 2.5, 1, 5]], [0]], {}, [[-0.5, 0.25, 0, 0.25]]),
    (
        "multi_margin_loss_grad",
        [[[3, 2.5, 1, 5]], [0]],
        {"p": 2},
        [[-7 / 4, 1 / 4, 0, 6 / 4]],
    ),
    ("multi_margin_loss_grad", [[[3, 2, 1]], [0]], {}, [[0, 0, 0]]),  # 0 at the corner
]

SMOOTH, WEIGHT = {"label_smoothing": 0.2}, {"weight": W}


def options_of_torch(options):
    return {k: torch.tensor(v) if k == "weight" else v for k, v in options.items()}


def pair(name, theirs, args, **options):
    """A loss with options against PyTorch, and its gradient against autograd."""
    x, *fixed = args
    ours = partial(getattr(m, name), **options)
    grad = partial(getattr(m, name + "_grad"), **options)
    given = [torch.tensor(a) for a in fixed]

    def loss(t):
        return theirs(t, *given, **options_of_torch(options))

    return [
        (name, lambda: ours(*args), lambda: loss(torch.tensor(x))),
        (name + "_grad", lambda: grad(*args), lambda: autograd(loss, x)),
    ]


def torch_rmse(pred, target):
    return functional.mse_loss(pred, target).sqrt()


def torch_logits(z, y, pos_weight, reduction):
    w = torch.tensor(pos_weight)
    return functional.binary_cross_entropy_with_logits(
        z, y, pos_weight=w, reduction=reduction
    )


def reduced(losses, reduction):
    return losses if reduction == "none" else getattr(losses, reduction)()


def torch_hinge(scores, y, margin, reduction):
    return reduced(torch.relu(margin - y * scores), reduction)


def torch_squared_hinge(scores, y, reduction):
    return reduced(torch.relu(1 - y * scores) ** 2, reduction)


def torch_kl(q):
    return functional.kl_div(torch.log(q), torch.tensor(SOFT), reduction="none").sum(-1)


def torch_cross(q):
    return -(torch.tensor(SOFT) * torch.log(q)).sum(-1)


# name, ours, theirs
PARITY = [
    *(
        row
        for r in ({"reduction": name} for name in ("mean", "sum", "none"))
        for rows in [
            pair("mse_loss", functional.mse_loss, [X, T], **r),
            *(
                pair(
                    "cross_entropy",
                    functional.cross_entropy,
                    [Z, y],
                    **r,
                    **options,
                )
                for y in (Y, SOFT)
                for options in ({}, SMOOTH, WEIGHT, {**SMOOTH, **WEIGHT})
            ),
        ]
        for row in rows
    ),
    *pair("rmse", torch_rmse, [X, T]),
    *(
        row
        for r in ({"reduction": name} for name in ("mean", "sum", "none"))
        for rows in [
            pair("l1_loss", functional.l1_loss, [X, T], **r),
            *(
                pair("huber_loss", functional.huber_loss, [X, T], delta=d, **r)
                for d in (0.5, 3.0)
            ),
            *(
                pair("binary_cross_entropy", functional.binary_cross_entropy, [P, y], **r)
                for y in (LABELS, T01)
            ),
            *(
                pair(
                    "binary_cross_entropy_with_logits",
                    torch_logits,
                    [X, y],
                    pos_weight=w,
                    **r,
                )
                for y in (LABELS, T01)
                for w in (1.0, 2.5)
            ),
            *(
                pair("nll_loss", functional.nll_loss, [LOG_P, Y], **r, **o)
                for o in ({}, WEIGHT)
            ),
            *(
                pair("hinge_loss", torch_hinge, [X, SIGNS], margin=w, **r)
                for w in (1.0, 2.0)
            ),
            pair("squared_hinge_loss", torch_squared_hinge, [X, SIGNS], **r),
            *(
                pair(
                    "multi_margin_loss",
                    functional.multi_margin_loss,
                    [Z, Y],
                    p=p,
                    margin=w,
                    **r,
                )
                for p in (1, 2)
                for w in (1.0, 3.0)
            ),
        ]
        for row in rows
    ),
    *pair("nll_from_likelihood", lambda p: -torch.log(p).sum(), [P]),
    *pair("entropy", lambda p: -torch.xlogy(p, p).sum(-1), [SOFT]),
    ("entropy", lambda: m.entropy(SOFT), lambda: scipy.stats.entropy(SOFT, axis=1)),
    (
        "kl_div",
        lambda: m.kl_div(SOFT, SOFT[::-1]),
        lambda: scipy.stats.entropy(SOFT, SOFT[::-1], axis=1),
    ),
    # PyTorch takes the prediction first, as a logarithm
    (
        "kl_div",
        lambda: m.kl_div(SOFT, SOFT[::-1]),
        lambda: torch_kl(torch.tensor(SOFT[::-1].copy())),
    ),
    (
        "kl_div_grad",
        lambda: m.kl_div_grad(SOFT, SOFT[::-1]),
        lambda: autograd(torch_kl, SOFT[::-1].copy()),
    ),
    (
        "cross_entropy_probs",
        lambda: m.cross_entropy_probs(SOFT, SOFT[::-1]),
        lambda: torch_cross(torch.tensor(SOFT[::-1].copy())),
    ),
    (
        "cross_entropy_probs_grad",
        lambda: m.cross_entropy_probs_grad(SOFT, SOFT[::-1]),
        lambda: autograd(torch_cross, SOFT[::-1].copy()),
    ),
    (
        "mse_loss",
        lambda: m.mse_loss(X, T),
        lambda: sklearn.metrics.mean_squared_error(T, X),
    ),
    ("l1_loss", lambda: m.l1_loss(X, T), lambda: sklearn.metrics.mean_absolute_error(T, X)),
    (
        *("rmse", lambda: m.rmse(X[0], T[0])),
        lambda: sklearn.metrics.root_mean_squared_error(T[0], X[0]),
    ),
    (
        *("hinge_loss", lambda: m.hinge_loss(X[0], SIGNS[0])),
        lambda: sklearn.metrics.hinge_loss(SIGNS[0], X[0]),
    ),
    (
        *("cross_entropy", lambda: m.cross_entropy(Z, Y)),
        lambda: sklearn.metrics.log_loss(Y, softmax(Z)),
    ),
]

# Good arguments for every function, the predictions first: what laws start from.
ARGS = {
    **dict.fromkeys(["mse_loss", "rmse"], [X, T]),
    **dict.fromkeys(["l1_loss", "huber_loss"], [X, T]),
    "binary_cross_entropy": [P, T01],
    "binary_cross_entropy_with_logits": [X, T01],
    **dict.fromkeys(["hinge_loss", "squared_hinge_loss"], [X, SIGNS]),
    **dict.fromkeys(["cross_entropy", "multi_margin_loss"], [Z, Y]),
    "nll_loss": [LOG_P, Y],
    "nll_from_likelihood": [P],
    "entropy": [SOFT],
    **dict.fromkeys(["cross_entropy_probs", "kl_div"], [SOFT, SOFT[::-1].copy()]),
}
ARGS |= {name + "_grad": args for name, args in ARGS.items()}
LOSSES = [name for name in ARGS if not name.endswith("_grad")]

PAIRED = {
    **dict.fromkeys(["mse_loss", "rmse", "l1_loss", "huber_loss"], ("pred", "target")),
    "binary_cross_entropy": ("p", "y"),
    "binary_cross_entropy_with_logits": ("z", "y"),
    **dict.fromkeys(["hinge_loss", "squared_hinge_loss"], ("scores", "y")),
}
LABELLED = {
    "cross_entropy": ("logits", "target"),
    "nll_loss": ("log_p", "y"),
    "multi_margin_loss": ("scores", "y"),
}
REDUCED = [*(set(PAIRED) - {"rmse"}), *LABELLED]
REDUCED.sort()
CANCELLING = ["cross_entropy_grad", "entropy_grad"]  # a difference that may be 0
SUMMED = ["nll_from_likelihood", "rmse"]  # one number, whatever the shape
OF_DISTRIBUTIONS = ["cross_entropy_probs", "entropy", "kl_div"]
BOUNDED = ["binary_cross_entropy", "nll_from_likelihood", "nll_loss", *OF_DISTRIBUTIONS]
EMPTY, LOGITS = np.ones((0, 5)), "binary_cross_entropy_with_logits"


def both(name, *row):
    """A refusal that a loss and its gradient share."""
    return [(name, *row), (name + "_grad", *row)]


# name, arguments, options, the ValueError they deserve
REFUSALS = [
    *(
        row
        for name, (x, y) in PAIRED.items()
        for rows in [
            both(
                name,
                [np.ones(3), np.ones((3, 1))],
                {},
                f"`{y}` must have the shape (3,) of `{x}`, got (3, 1)",
            ),
            both(
                name,
                [np.ones((3, 1)), np.ones(3)],
                {},
                f"`{y}` must have the shape (3, 1) of `{x}`, got (3,)",
            ),
            both(
                name,
                [np.ones(3), 1.0],
                {},
                f"`{y}` must have the shape (3,) of `{x}`, got ()",
            ),
            both(name, [[], []], {}, f"`{x}` must not be empty, got shape (0,)"),
        ]
        for row in rows
    ),
    *(
        row
        for name, (x, y) in LABELLED.items()
        for rows in [
            both(name, [LOG_P[0], Y], {}, f"`{x}` must have shape (N, K), got (5,)"),
            both(name, [EMPTY, Y[:0]], {}, f"`{x}` must not be empty, got shape (0, 5)"),
            both(name, [EMPTY.T, Y[:5]], {}, f"`{x}` must not be empty, got shape (5, 0)"),
            both(
                name,
                [LOG_P, Y[:6]],
                {},
                f"`{y}` must have shape (7,), a label per row, got (6,)",
            ),
            both(
                name, [LOG_P, 1], {}, f"`{y}` must have shape (7,), a label per row, got ()"
            ),
            both(name, [LOG_P, Y + 1], {}, f"`{y}` must hold labels from 0 to 4, got 5"),
            both(name, [LOG_P, Y - 1], {}, f"`{y}` must hold labels from 0 to 4, got -1"),
        ]
        for row in rows
    ),
    *(
        row
        for name in REDUCED
        for row in both(
            name,
            ARGS[name],
            {"reduction": "Mean"},
            """`reduction` must be one of "mean", "sum" or "none", got 'Mean'""",
        )
    ),
    *(
        row
        for rows in [
            (
                [Z, Y[:, None]],
                {},
                "`target` must have the shape (7, 5) of `logits`, got (7, 1)",
            ),
            (
                [Z, SOFT.T],
                {},
                "`target` must have the shape (7, 5) of `logits`, got (5, 7)",
            ),
            ([Z, SOFT[:, :, None]], {}, "`target` must have shape (7,)"),
            ([Z[:1, :2], [[1.5, -0.5]]], {}, "`target` must lie in [0, 1], got 1.5"),
            ([Z[:1, :2], [[-0.5, 1.5]]], {}, "`target` must lie in [0, 1], got -0.5"),
            (
                [Z[:2, :2], [[1, 0], [0.5, 0.4]]],
                {},
                "`target` must sum to 1 along its last axis, got 0.9",
            ),
            (
                [Z, Y],
                {"label_smoothing": -0.1},
                "`label_smoothing` must lie in [0, 1], got -0.1",
            ),
            (
                [Z, Y],
                {"label_smoothing": 1.5},
                "`label_smoothing` must lie in [0, 1], got 1.5",
            ),
            (
                [Z, Y],
                {"label_smoothing": nan},
                "`label_smoothing` must lie in [0, 1], got nan",
            ),
            (
                [Z, Y],
                {"weight": W[:4]},
                "`weight` must have shape (5,), one per class, got (4,)",
            ),
            ([Z, Y], {"weight": -W}, "`weight` must be finite and at least 0, got -0.5"),
            (
                [Z, Y],
                {"weight": W * nan},
                "`weight` must be finite and at least 0, got nan",
            ),
            (
                [Z, Y],
                {"weight": W + inf},
                "`weight` must be finite and at least 0, got inf",
            ),
            (
                [Z[:2], [3, 3]],
                {"weight": W},
                "`weight` must not be 0 for every label of a mean",
            ),
        ]
        for row in both("cross_entropy", *rows)
    ),
    *(
        row
        for name, args, options, message in [
            (
                "huber_loss",
                [X, T],
                {"delta": 0},
                "`delta` must be a finite number above 0, got 0",
            ),
            (
                "huber_loss",
                [X, T],
                {"delta": nan},
                "`delta` must be a finite number above 0, got nan",
            ),
            ("binary_cross_entropy", [[1.1], [1]], {}, "`p` must lie in [0, 1], got 1.1"),
            ("binary_cross_entropy", [[-0.1], [1]], {}, "`p` must lie in [0, 1], got -0.1"),
            ("binary_cross_entropy", [[0.5], [2]], {}, "`y` must lie in [0, 1], got 2.0"),
            (LOGITS, [[0.5], [-1]], {}, "`y` must lie in [0, 1], got -1.0"),
            (
                LOGITS,
                [X, T01],
                {"pos_weight": -1},
                "`pos_weight` must be a finite number of at least 0, got -1",
            ),
            ("nll_loss", [[[0.7, 0.3]], [0]], {}, "`log_p` must be at most 0, got 0.7"),
            (
                "nll_loss",
                [LOG_P, Y],
                {"weight": W[:4]},
                "`weight` must have shape (5,), one per class, got (4,)",
            ),
            (
                "nll_loss",
                [LOG_P[:2], [3, 3]],
                {"weight": W},
                "`weight` must not be 0 for every label",
            ),
            ("nll_from_likelihood", [[]], {}, "`p` must not be empty, got shape (0,)"),
            ("nll_from_likelihood", [[1.5]], {}, "`p` must lie in [0, 1], got 1.5"),
            ("entropy", [0.5], {}, "`p` must have shape (..., K), got ()"),
            ("entropy", [[]], {}, "`p` must not be empty, got shape (0,)"),
            ("entropy", [[1.5, -0.5]], {}, "`p` must lie in [0, 1], got 1.5"),
            ("entropy", [[0.5, 0.4]], {}, "`p` must sum to 1 along its last axis, got 0.9"),
            *(
                row
                for f in ("cross_entropy_probs", "kl_div")
                for row in [
                    (
                        f,
                        [SOFT, SOFT[0]],
                        {},
                        "`q` must have the shape (7, 5) of `p`, got (5,)",
                    ),
                    (f, [[0.5, 0.4], [0.5, 0.5]], {}, "`p` must sum to 1"),
                    (f, [[0.5, 0.5], [0.5, 0.4]], {}, "`q` must sum to 1"),
                    (
                        f,
                        [np.log([0.5, 0.5]), [0.5, 0.5]],
                        {},
                        "`p` must lie in [0, 1], got -0.69",
                    ),
                ]
            ),
            *(
                row
                for f in ("hinge_loss", "squared_hinge_loss")
                for row in [
                    (f, [X, LABELS], {}, "`y` must be -1 or 1, got 0.0"),
                    (
                        f,
                        [X, SIGNS],
                        {"margin": -1},
                        "`margin` must be a finite number of at least 0, got -1",
                    ),
                ]
            ),
            ("multi_margin_loss", [Z, Y], {"p": 3}, "`p` must be 1 or 2, got 3"),
            (
                "multi_margin_loss",
                [Z, Y],
                {"margin": inf},
                "`margin` must be a finite number of at least 0, got inf",
            ),
        ]
        for row in both(name, args, options, message)
    ),
]


def call(name, *args, **options):
    return getattr(m, name)(*(args or ARGS[name]), **options)


def is_grad(name):
    return name.endswith("_grad")


def loss_of(name):
    return name.removesuffix("_grad")


def predictions(name):
    """Where the predictions stand among the arguments: in H(p, q) they come second."""
    return 1 if loss_of(name) in {"cross_entropy_probs", "kl_div"} else 0


def predicting(name, x):
    """Arguments with other predictions."""
    args = list(ARGS[name])
    args[predictions(name)] = x
    return args


def test_no_function_is_forgotten():
    assert m.__all__ == own_functions(m) == sorted(ARGS)
    for table in (VALUES, PARITY, REFUSALS):
        assert {row[0] for row in table} == set(m.__all__)
    for name in LOSSES:
        ours, grads = (inspect.signature(getattr(m, f)) for f in (name, name + "_grad"))
        assert ours.parameters == grads.parameters
    assert {*REDUCED, *SUMMED, *OF_DISTRIBUTIONS} == set(LOSSES)


# --- known values ---------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "expected"), VALUES)
def test_values(name, args, options, expected):
    y = call(name, *args, **options)
    assert_allclose(y, expected, rtol=4 * EPS, atol=EPS if name in CANCELLING else 0)
    assert np.shape(y) == np.shape(expected)


# --- parity ---------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "ours", "theirs"), PARITY)
def test_parity(name, ours, theirs):
    assert_parity(ours(), theirs(), rtol=1e-12, atol=1e-15)


# --- laws -----------------------------------------------------------------------------

vectors = arrays(np.float64, (3, 5), elements=st.floats(-9, 9))


@pytest.mark.parametrize("name", [*REDUCED, *SUMMED])
@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_grad_is_the_slope(name, reduction):
    options = {} if name in SUMMED else {"reduction": reduction}
    x, *fixed = ARGS[name]
    slope = central_difference(lambda v: call(name, v, *fixed, **options), x)
    assert_allclose(call(name + "_grad", x, *fixed, **options), slope, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", OF_DISTRIBUTIONS)
def test_grad_is_the_slope_towards_other_distributions(name):
    x, h = ARGS[name][predictions(name)], 1e-6
    way = np.roll(x, 1, axis=1) - x
    ahead, behind = (call(name, *predicting(name, x + h * way * s)) for s in (1, -1))
    slope = (call(name + "_grad") * way).sum(axis=1)
    assert_allclose(slope, (ahead - behind) / (2 * h), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", sorted(ARGS))
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i4"])
def test_dtype_is_that_of_the_predictions(name, dtype):
    x = ARGS[name][predictions(name)]
    if loss_of(name) in OF_DISTRIBUTIONS and dtype == "i4":
        x = np.eye(5)[Y]
    y = call(name, *predicting(name, x.astype(dtype)))
    assert y.dtype == np.dtype(dtype if dtype.startswith("f") else "f8")
    of_rows = x.shape[:1] if name in OF_DISTRIBUTIONS else ()
    assert y.shape == (x.shape if is_grad(name) else of_rows)
    assert isinstance(y, np.ndarray if y.ndim else np.floating)


@pytest.mark.parametrize("name", sorted(ARGS))
def test_arguments_are_not_written_to(name):
    assert_pure(getattr(m, name), [a.copy() for a in ARGS[name]])


@pytest.mark.parametrize("name", sorted(ARGS))
def test_lists_are_arrays(name):
    args = [a.tolist() for a in ARGS[name]]
    assert_array_equal(call(name, *args), call(name))


@pytest.mark.parametrize("name", sorted(ARGS))
def test_nan_passes_through(name):
    x = ARGS[name][predictions(name)].copy()
    x[1, 3] = nan
    y = call(name, *predicting(name, x))
    of_row = y[1] if name in OF_DISTRIBUTIONS else y
    assert np.isnan(y[1, 3] if is_grad(name) else of_row) or name == "nll_loss"
    x[1] = nan
    assert np.isnan(call(name, *predicting(name, x))).any()


@pytest.mark.parametrize(
    "name", sorted(set(ARGS) - {f for n in BOUNDED for f in (n, n + "_grad")})
)
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_size_warns(name, dtype):
    x = ARGS[name][0]
    for size in (0, np.finfo(dtype).smallest_subnormal, np.finfo(dtype).max, inf, nan):
        call(name, *predicting(name, np.where(x > 0, size, -size).astype(dtype)))


@pytest.mark.parametrize("name", sorted(f for n in BOUNDED for f in (n, n + "_grad")))
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_no_probability_warns(name, dtype):
    least = np.finfo(dtype).smallest_subnormal
    for p in ([0, 1], [1, 0], [-0.0, 1], [least, 1], [1, least], [nan, nan]):
        pairs = np.tile(np.array(p, dtype), (2, 1))
        with np.errstate(divide="ignore"):
            x = np.log(np.abs(pairs)) if loss_of(name) == "nll_loss" else pairs
        fixed = [0, 1] if loss_of(name) == "nll_loss" else np.eye(2)
        args = [fixed, fixed][: len(ARGS[name])]
        args[predictions(name)] = x
        call(name, *args)


@pytest.mark.parametrize("name", REDUCED)
def test_reductions_agree(name):
    each = call(name, reduction="none")
    assert_allclose(call(name, reduction="sum"), each.sum(), rtol=1e-14)
    assert_allclose(call(name, reduction="mean"), each.mean(), rtol=1e-14)
    slopes = call(name + "_grad", reduction="sum")
    assert_array_equal(call(name + "_grad", reduction="none"), slopes)
    assert_allclose(call(name + "_grad"), slopes / each.size, rtol=1e-14)


@given(x=vectors, t=vectors)
def test_laws_of_errors(x, t):
    assert_allclose(m.rmse(x, t) ** 2, m.mse_loss(x, t), rtol=1e-14)
    assert m.l1_loss(x, t) <= m.rmse(x, t) * (1 + 1e-14)
    assert_allclose(m.huber_loss(x, t, delta=99.0), m.mse_loss(x, t) / 2, rtol=1e-14)
    assert m.huber_loss(x, t) <= m.l1_loss(x, t)
    if np.any(x != t):
        assert_allclose((m.rmse_grad(x, t) ** 2).sum(), 1 / x.size, rtol=1e-13)


@given(z=vectors, shift=st.floats(-1e3, 1e3), smoothing=st.floats(0, 1))
def test_laws_of_cross_entropy(z, shift, smoothing):
    y = np.array([4, 0, 2])
    hard = m.cross_entropy(z, y, label_smoothing=smoothing)
    one_hot = np.eye(5)[y]
    assert_allclose(
        m.cross_entropy(z, one_hot, label_smoothing=smoothing), hard, rtol=1e-13
    )
    moved = m.cross_entropy(z + shift, y, label_smoothing=smoothing)
    assert_allclose(moved, hard, rtol=1e-9, atol=1e-9)
    assert_allclose(m.cross_entropy_grad(z, y).sum(axis=1), 0, atol=1e-15)
    assert_allclose(m.cross_entropy_grad(z, softmax(z)), 0, atol=1e-15)
    assert_allclose(m.nll_loss(log_softmax(z), y), m.cross_entropy(z, y), rtol=1e-14)


@given(z=vectors)
def test_laws_of_information(z):
    p, q = softmax(z), softmax(z[::-1])
    gap = m.cross_entropy_probs(p, q) - m.entropy(p)
    assert_allclose(m.kl_div(p, q), gap, rtol=1e-11, atol=1e-12)
    assert (m.kl_div(p, q) >= -1e-15).all()
    assert_array_equal(m.kl_div(p, p), np.zeros(3))
    assert_allclose(m.cross_entropy(z, p), m.entropy(p).mean(), rtol=1e-12, atol=1e-12)
    assert (m.entropy(p) <= math.log(5) * (1 + EPS)).all()


@given(z=arrays(np.float64, 7, elements=st.floats(-30, 30)))
def test_two_classes_are_one_logit(z):
    y = np.array([0, 1, 1, 0, 1, 0, 0])
    two = np.stack([np.zeros(7), z], axis=1)
    loss = m.binary_cross_entropy_with_logits(z, y)
    assert_allclose(loss, m.cross_entropy(two, y), rtol=1e-13)
    assert_allclose(loss, m.binary_cross_entropy(sigmoid(z), y), rtol=1e-3, atol=1e-9)
    slopes = m.binary_cross_entropy_with_logits_grad(z, y)
    assert_allclose(slopes, m.cross_entropy_grad(two, y)[:, 1], rtol=1e-12, atol=1e-15)


def test_multi_margin_of_two_classes_is_half_a_hinge():
    two = np.stack([np.zeros(15), X.ravel()], axis=1)
    y = LABELS.ravel().astype(int)
    half = m.hinge_loss(X, SIGNS) / 2  # PyTorch divides by the number of classes
    assert_allclose(m.multi_margin_loss(two, y), half, rtol=1e-14)


def test_integer_targets_do_not_widen():
    assert m.mse_loss(np.float32([1, 2]), [3, 4]).dtype == np.float32
    assert m.cross_entropy(np.float32([[1, 2]]), np.eye(2)[:1]).dtype == np.float32


def test_float16_sums_do_not_overflow():
    x = np.full(70_000, 2, np.float16)  # above the largest float16
    assert m.mse_loss(x, 0 * x) == 4
    assert m.mse_loss(x, 0 * x, reduction="sum") == inf


def test_a_large_vocabulary_costs_its_rows_only():
    z, y = np.zeros((1, 50257), np.float32), [0]
    tracemalloc.start()
    loss = m.cross_entropy(z, y)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert_allclose(loss, math.log(50257), rtol=1e-6)  # 10.825
    assert peak < 20 * z.nbytes  # a square of that many classes has 10 GB


# --- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "args", "options", "message"), REFUSALS)
def test_refusals(name, args, options, message):
    assert_refuses(getattr(m, name), args, options, message)


@pytest.mark.parametrize("name", LABELLED)
def test_labels_are_integers(name):
    rows, (_, y) = LOG_P[:2], LABELLED[name]
    for dtype in ("float64", "bool"):
        message = f"`{y}` must hold integers as labels, got dtype {dtype}"
        for f in (name, f"{name}_grad"):
            labels = np.array([0, 1], dtype)
            assert_refuses(getattr(m, f), [rows, labels], {}, message, TypeError)


@pytest.mark.parametrize("name", sorted(ARGS))
def test_only_numbers_are_taken(name):
    assert_only_real_numbers(getattr(m, name), ARGS[name])
    assert_options_are_single_numbers(getattr(m, name), ARGS[name])
