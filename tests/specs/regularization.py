"""Regularisation: what each function promises."""

import math
from itertools import product

import numpy as np
import torch
from scipy.stats import binom
from sklearn.linear_model import Lasso
from sklearn.model_selection import KFold
from torch.nn import functional

from checks import autograd
from dlnotes import regularization
from dlnotes.regularization import EarlyStoppingState
from specs import Call, Spec

inf, nan = math.inf, math.nan
RNG = np.random.default_rng(1)
X, DOUT, MASK = RNG.normal(size=(7, 5)), RNG.normal(size=(7, 5)), RNG.random((7, 5)) < 0.6
ROWS = RNG.normal(size=(30, 4))
Y = ROWS @ np.array([1.0, -2.0, 0.5, 0.0]) + 0.3 + RNG.normal(size=30)
MANY, TRUTH = RNG.normal(size=(5, 6)), RNG.normal(size=6)
CROSS = [[1, 1], [-1, 1], [1, -1], [-1, -1]]  # two features that do not meet
NEAR = {"rtol": 1e-9, "atol": 1e-12}  # a search ends near the best weights


def chance():
    return np.random.default_rng(3)


def stopping(loss, state=None, patience=2, **options):
    return Call("early_stopping", loss, state, patience=patience, **options)


GOOD = [
    Call("bias_and_variance", MANY, TRUTH),
    Call("bias_and_variance", MANY[:, :3], TRUTH[:3]),
    Call("soft_threshold", ROWS, threshold=0.5),
    Call("lasso_fit", ROWS, Y, penalty=0.5).finite("X", "y"),
    Call("dropout", X, 0.3, rng=chance()),
    Call("dropout_backward", DOUT, MASK, 0.3),
    Call("dropout_masks", 5, 0.3),
    stopping(1.0, EarlyStoppingState(2.0, 1)),
    Call("expected_best_accuracy", 30, 7, accuracy=0.7),
    Call("k_fold", 23, 5, rng=chance()),
    Call("train_val_test_split", 23, 5, 7, rng=chance()),
]

ONES = [1.0, 1.0, 1.0, 1.0]

# Plain from the definitions, or worked by hand.
VALUES = [
    Call("bias_and_variance", [1, 3, 5], 4).gives(1, 8 / 3),
    Call("bias_and_variance", [[1, 0], [3, 0]], [2, 2]).gives(2, 0.5),
    Call("bias_and_variance", [7], 4).gives(9, 0),  # one model does not vary
    Call("bias_and_variance", [1e200, 1e200], 1e200).gives(0, 0),
    Call("bias_and_variance", [1e200, -1e200], 0).gives(0, inf),
    Call("bias_and_variance", [nan, 1], 0).gives(nan, nan),
    Call("soft_threshold", [-inf, -3, -1, 0, 0.5, 3, inf, nan], threshold=1).gives(
        [-inf, -2, 0, 0, 0, 2, inf, nan]
    ),
    Call("soft_threshold", [-1e-300, 2], threshold=0).gives([-1e-300, 2]),
    # 3 and 1 without penalty; each is moved by half of it
    Call("lasso_fit", CROSS, [9, 3, 7, 1], penalty=2).gives([2, 0], 5, **NEAR),
    Call("lasso_fit", CROSS, [9, 3, 7, 1], penalty=1).gives([2.5, 0.5], 5, **NEAR),
    Call("lasso_fit", CROSS, [9, 3, 7, 1], penalty=6).gives([0, 0], 5, **NEAR),
    Call("lasso_fit", [[1], [2], [3]], [5, 7, 9], penalty=4 / 3).gives([1], 5, **NEAR),
    Call("lasso_fit", [[1], [1]], [2, 4], penalty=0.1).gives(
        [0], 3, **NEAR
    ),  # says nothing
    Call("lasso_fit", [[2.0]], [7], penalty=0.1).gives([0], 7, **NEAR),
    Call("dropout", ONES, 0, rng=chance()).gives(ONES, [True] * 4),
    Call("dropout", ONES, 1, rng=chance()).gives([0] * 4, [False] * 4),
    Call("dropout", [1, nan, inf], 0.9, rng=chance(), training=False).gives(
        [1, nan, inf], [True] * 3
    ),
    Call("dropout", [], 0.5, rng=chance()).gives([], []),
    Call("dropout_backward", ONES, [True, False, True, True], 0.5).gives([2, 0, 2, 2]),
    Call("dropout_backward", ONES, [True, False, True, True], 0.2).gives(
        [1.25, 0, 1.25, 1.25]
    ),
    Call("dropout_backward", [3.0, nan, inf], [True, False, False], 0.5).gives(
        [6, nan, nan]
    ),
    Call("dropout_backward", ONES, [False] * 4, 1).gives([0] * 4),
    Call("dropout_backward", 3.0, True, 0).gives(3),
    Call("dropout_masks", 0, 0.3).gives(np.zeros((1, 0)), [1]),
    Call("dropout_masks", 2, 0.25).gives(
        [[0, 0], [0, 1], [1, 0], [1, 1]], [1 / 16, 3 / 16, 3 / 16, 9 / 16]
    ),
    Call("dropout_masks", 1, 0).gives([[0], [1]], [0, 1]),
    Call("dropout_masks", 1, 1).gives([[0], [1]], [1, 0]),
    stopping(0.9).gives(False, (0.9, 0)),
    stopping(nan).gives(False, (inf, 1)),
    stopping(inf).gives(False, (inf, 1)),
    stopping(nan, (inf, 1)).gives(True, (inf, 2)),
    stopping(3.0, (inf, 1)).gives(False, (3, 0)),
    stopping(0.8, (0.9, 1)).gives(False, (0.8, 0)),
    stopping(0.9, (0.9, 0)).gives(False, (0.9, 1)),
    stopping(0.9, (0.9, 1)).gives(True, (0.9, 2)),
    stopping(0.9, (0.9, 0), 1).gives(True, (0.9, 1)),
    stopping(nan, (0.9, 1)).gives(True, (0.9, 2)),
    stopping(1.0, (1.5, 1), min_delta=0.5).gives(True, (1.5, 2)),
    stopping(0.75, (1.5, 1), min_delta=0.5).gives(False, (0.75, 0)),
    stopping(-inf, (1.5, 1)).gives(False, (-inf, 0)),
    Call("expected_best_accuracy", 1, 1).gives(0.5),
    Call("expected_best_accuracy", 1, 3).gives(7 / 8),
    Call("expected_best_accuracy", 2, 2, accuracy=0.5).gives(1 - (1 / 16 + 9 / 16) / 2),
    Call("expected_best_accuracy", 40, 1, accuracy=0.3).gives(0.3),
    Call("expected_best_accuracy", 9, 99, accuracy=0).gives(0),
    Call("expected_best_accuracy", 9, 99, accuracy=1).gives(1),
    Call("expected_best_accuracy", 3, 10**18).gives(1),
    Call("k_fold", 5, 3, rng=None).gives(
        [2, 3, 4], [0, 1], [0, 1, 4], [2, 3], [0, 1, 2, 3], [4]
    ),
    Call("k_fold", 2, 2, rng=None).gives([1], [0], [0], [1]),
]


def torch_parts(predictions, truth):
    bias = predictions.mean(0) - truth
    return bias.square().mean(), predictions.var(0, correction=0).mean()


def softshrink(x, threshold):
    return functional.softshrink(x, float(threshold))


def sklearn_lasso(X, y, penalty):
    found = Lasso(alpha=penalty / 2, tol=1e-14, max_iter=100_000).fit(X, y)
    return found.coef_, found.intercept_


def by_binom(n, candidates, *, accuracy):
    """The mean of the largest of several binomial numbers, term by term."""
    c = np.arange(n + 1)
    at_most = binom.cdf(c, n, accuracy) ** candidates
    return c @ np.diff(at_most, prepend=0) / n


def folds(n, k, *, rng):
    return list(KFold(k).split(np.zeros(n)))


def through_the_mask(dout, mask, p):
    kept = torch.tensor(mask)
    return autograd(lambda t: torch.where(kept, t / (1 - p), 0), 0 * dout, dout=dout)


def listed(n, p):
    masks = list(product([False, True], repeat=n))
    chances = [math.prod(1 - p if kept else p for kept in mask) for mask in masks]
    return np.array(masks), np.array(chances)


PARITY = [
    Call("bias_and_variance", MANY, TRUTH).like_torch(torch_parts),
    Call("bias_and_variance", MANY[:, 0], TRUTH[0]).like_torch(torch_parts),
    *(
        Call("soft_threshold", ROWS, threshold=t).like_torch(softshrink)
        for t in (0.0, 0.5, 2.0)
    ),
    *(
        Call("lasso_fit", x, y, penalty=penalty).like(sklearn_lasso, rtol=1e-8, atol=1e-10)
        for x, y in [(ROWS, Y), (ROWS.T, Y[:4]), (ROWS * [1, 10, 0.1, 1], 100 * Y)]
        for penalty in (0.01, 0.5, 10.0)
    ),
    Call("dropout", X, 0.3, rng=chance(), training=False).like_torch(
        lambda x, p, **_: (torch.dropout(x, p, train=False), torch.ones(x.shape).bool())
    ),
    Call("dropout_backward", DOUT, MASK, 0.3).like_torch(
        lambda dout, mask, p: torch.ops.aten.native_dropout_backward(
            dout, mask, 1 / (1 - p)
        )
    ),
    Call("dropout_backward", DOUT, MASK, 0.3).like(through_the_mask),
    *(Call("dropout_masks", n, p).like(listed) for n in (1, 5, 8) for p in (0.2, 0.9)),
    *(
        Call("expected_best_accuracy", n, m, accuracy=a).like(by_binom)
        for n, m, a in product((1, 10, 100, 3000), (1, 2, 100, 1000), (0.01, 0.5, 0.9))
    ),
    *(
        Call("k_fold", n, k, rng=None).like(folds)
        for n, k in [(6, 3), (10, 3), (11, 4), (23, 5), (7, 7), (2, 2), (101, 10)]
    ),
]

UNIT = "lie in [0, 1]"
AT_LEAST_0 = "a finite number of at least 0"
REFUSALS = [
    Call("bias_and_variance", 1.0, 1.0).refuses(
        "`predictions` must have shape (R, ...), g"
    ),
    Call("bias_and_variance", [], 1.0).refuses("`predictions` must not be empty"),
    Call("bias_and_variance", [1.0, 2.0], [1.0, 2.0]).refuses(
        "`truth` must have shape (), as the predictions of one model, got (2,)"
    ),
    *Call("soft_threshold", ROWS).refuses_each("threshold", [-1, inf, nan], AT_LEAST_0),
    Call("lasso_fit", Y, Y, penalty=1).refuses("`X` must have shape (N, D), got (30,)"),
    Call("lasso_fit", np.ones((0, 3)), [], penalty=1).refuses("`X` must not be empty"),
    Call("lasso_fit", ROWS, Y[1:], penalty=1).refuses(
        "`y` must have shape (30,), a target"
    ),
    Call("lasso_fit", [[nan]], [1], penalty=1).refuses(
        "`X` must hold finite numbers of at"
    ),
    Call("lasso_fit", [[1]], [inf], penalty=1).refuses(
        "`y` must hold finite numbers of at"
    ),
    # without penalty the best weights may not be the only ones
    *Call("lasso_fit", ROWS, Y).refuses_each(
        "penalty", [0, -1, inf, nan], "a finite number above 0"
    ),
    *(
        call.refuses(f"`p` must {UNIT}, got {p}")
        for p in (-0.1, 1.1, nan, inf)
        for call in [
            Call("dropout", ONES, p, rng=chance()),
            Call("dropout_backward", ONES, [True] * 4, p),
            Call("dropout_masks", 3, p),
        ]
    ),
    Call("dropout", ONES, 0.5, rng=chance(), training=1).refuses(
        "`training` must be True or False, got int", TypeError
    ),
    Call("dropout_backward", ONES, [1, 0, 1, 1], 0.5).refuses(
        "`mask` must hold bools, got dtype int64", TypeError
    ),
    Call("dropout_backward", ONES, [True], 0.5).refuses(
        "`mask` must have shape (4,), that of `dout`, got (1,)"
    ),
    Call("dropout_masks", 21, 0.5).refuses("`n` must be at most 20, got 21"),
    Call("dropout_masks", -1, 0.5).refuses("`n` must be at least 0, got -1"),
    stopping(1, patience=0).refuses("`patience` must be at least 1, got 0"),
    *stopping(1).refuses_each(
        "min_delta", [-0.1, nan, inf], "a finite number of at least 0"
    ),
    stopping(1, 0.5).refuses(
        "`state` must be None or EarlyStoppingState, got 0.5", TypeError
    ),
    stopping(1, (0.5, 1, 0)).refuses(
        "`state` must be None or EarlyStoppingState, got (0.5, 1, 0)", TypeError
    ),
    stopping(1, (0.5, -1)).refuses("`state.bad` must be at least 0, got -1"),
    stopping(1, ("a", 1)).refuses("`state.best` must be a real number, got str", TypeError),
    Call("expected_best_accuracy", 0, 1).refuses("`n` must be at least 1, got 0"),
    Call("expected_best_accuracy", 5, 0).refuses("`candidates` must be at least 1, got 0"),
    *(
        Call("expected_best_accuracy", 5, 1, accuracy=a).refuses(
            f"`accuracy` must {UNIT}, got {a}"
        )
        for a in (-0.1, 1.1, nan)
    ),
    Call("k_fold", 5, 1, rng=None).refuses("`k` must be at least 2, got 1"),
    Call("k_fold", 5, 6, rng=None).refuses(
        "`k` must be at most the 5 samples of `n`, got 6"
    ),
    Call("k_fold", 1, 2, rng=None).refuses("`n` must be at least 2, got 1"),
    Call("train_val_test_split", 5, 0, 2, rng=chance()).refuses(
        "`val` must be at least 1, got 0"
    ),
    Call("train_val_test_split", 5, 2, 0, rng=chance()).refuses(
        "`test` must be at least 1, got 0"
    ),
    Call("train_val_test_split", 5, 3, 2, rng=chance()).refuses(
        "`val` + `test` must be fewer than the 5 samples of `n`, got 5"
    ),
]

FIT_ONLY = "no number but a finite one is allowed: `REFUSALS` has the others"
DRAWN = "test_regularization_validation.py compares what is drawn"

SPEC = Spec(
    module=regularization,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("bias_and_variance", np.full((3000, 2), 8.0), np.full(2, 100.0)),
        Call("soft_threshold", 200 * ROWS, threshold=0.1),
        Call("lasso_fit", 200 * ROWS, 200 * Y, penalty=1.0),
        Call("dropout", np.array([40000.0, 3.0]), 0.3, rng=chance()),
        Call("dropout_backward", np.array([40000.0, 3.0]), MASK[0, :2], 0.3),
    ],
    entrywise={"soft_threshold"},
    discrete=["mask"],
    exempt={
        "nan": {"lasso_fit": FIT_ONLY},
        "no_warning": {"lasso_fit": FIT_ONLY},
        "values": {"train_val_test_split": DRAWN},
        "parity": {
            "train_val_test_split": DRAWN,
            "early_stopping": "test_regularization_validation.py follows PyTorch's",
        },
    },
    values_within={"rtol": 1e-14},
    parity_within={"rtol": 1e-12},
)
