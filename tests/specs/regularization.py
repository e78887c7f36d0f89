"""Regularisation: what each function promises."""

import math

import numpy as np
from sklearn.linear_model import Lasso
from torch.nn import functional

from dlnotes import regularization
from specs import Call, Spec

inf, nan = math.inf, math.nan

rng = np.random.default_rng(3)
X = rng.normal(size=(30, 4))
Y = X @ np.array([1.0, -2.0, 0.5, 0.0]) + 0.3 + rng.normal(size=30)
MANY, TRUTH = rng.normal(size=(5, 6)), rng.normal(size=6)
CROSS = [[1, 1], [-1, 1], [1, -1], [-1, -1]]  # two features that do not meet

GOOD = [
    Call("bias_and_variance", MANY, TRUTH),
    Call("bias_and_variance", MANY[:, :3], TRUTH[:3]),
    Call("soft_threshold", X, threshold=0.5),
    Call("lasso_fit", X, Y, penalty=0.5).finite("X", "y"),
]

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
    Call("lasso_fit", CROSS, [9, 3, 7, 1], penalty=2).gives([2, 0], 5),
    Call("lasso_fit", CROSS, [9, 3, 7, 1], penalty=1).gives([2.5, 0.5], 5),
    Call("lasso_fit", CROSS, [9, 3, 7, 1], penalty=6).gives([0, 0], 5),
    Call("lasso_fit", [[1], [2], [3]], [5, 7, 9], penalty=4 / 3).gives([1], 5),
    Call("lasso_fit", [[1], [1]], [2, 4], penalty=0.1).gives([0], 3),  # says nothing
    Call("lasso_fit", [[2.0]], [7], penalty=0.1).gives([0], 7),
]


def torch_parts(predictions, truth):
    bias = predictions.mean(0) - truth
    return bias.square().mean(), predictions.var(0, correction=0).mean()


def softshrink(x, threshold):
    return functional.softshrink(x, float(threshold))


def sklearn_lasso(X, y, penalty):
    found = Lasso(alpha=penalty / 2, tol=1e-14, max_iter=100_000).fit(X, y)
    return found.coef_, found.intercept_


PARITY = [
    Call("bias_and_variance", MANY, TRUTH).like_torch(torch_parts),
    Call("bias_and_variance", MANY[:, 0], TRUTH[0]).like_torch(torch_parts),
    *(
        Call("soft_threshold", X, threshold=t).like_torch(softshrink)
        for t in (0.0, 0.5, 2.0)
    ),
    *(
        Call("lasso_fit", x, y, penalty=penalty).like(sklearn_lasso)
        for x, y in [(X, Y), (X.T, Y[:4]), (X * [1, 10, 0.1, 1], 100 * Y)]
        for penalty in (0.01, 0.5, 10.0)
    ),
]

AT_LEAST_0 = "a finite number of at least 0"
REFUSALS = [
    Call("bias_and_variance", 1.0, 1.0).refuses(
        "`predictions` must have shape (R, ...), g"
    ),
    Call("bias_and_variance", [], 1.0).refuses("`predictions` must not be empty"),
    Call("bias_and_variance", [1.0, 2.0], [1.0, 2.0]).refuses(
        "`truth` must have shape (), as the predictions of one model, got (2,)"
    ),
    *Call("soft_threshold", X).refuses_each("threshold", [-1, inf, nan], AT_LEAST_0),
    Call("lasso_fit", Y, Y, penalty=1).refuses("`X` must have shape (N, D), got (30,)"),
    Call("lasso_fit", np.ones((0, 3)), [], penalty=1).refuses("`X` must not be empty"),
    Call("lasso_fit", X, Y[1:], penalty=1).refuses("`y` must have shape (30,), a target"),
    Call("lasso_fit", [[nan]], [1], penalty=1).refuses(
        "`X` must hold finite numbers of at"
    ),
    Call("lasso_fit", [[1]], [inf], penalty=1).refuses(
        "`y` must hold finite numbers of at"
    ),
    # without penalty the best weights may not be the only ones
    *Call("lasso_fit", X, Y).refuses_each(
        "penalty", [0, -1, inf, nan], "a finite number above 0"
    ),
]

FIT_ONLY = "no number but a finite one is allowed: `REFUSALS` has the others"
SPEC = Spec(
    module=regularization,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("bias_and_variance", np.full((3000, 2), 8.0), np.full(2, 100.0)),
        Call("soft_threshold", 200 * X, threshold=0.1),
        Call("lasso_fit", 200 * X, 200 * Y, penalty=1.0),
    ],
    entrywise={"soft_threshold"},
    exempt={
        "nan": {"lasso_fit": FIT_ONLY},
        "no_warning": {"lasso_fit": FIT_ONLY},
    },
    values_within={"rtol": 1e-9, "atol": 1e-12},
    parity_within={"rtol": 1e-8, "atol": 1e-10},
)
