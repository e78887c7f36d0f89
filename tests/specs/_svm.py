"""Support vector machines and kernels: their rows in the spec of the linear models."""

import math

import numpy as np
import torch
from sklearn.metrics import pairwise
from sklearn.svm import SVC

from specs import Call

inf, nan = math.inf, math.nan

rng = np.random.default_rng(2)
X = rng.normal(size=(30, 3))
W, B = np.array([1.0, -2.0, 0.5]), 0.3
LABELS = (X @ W + B + 2 * rng.normal(size=30) > 0) * 1
SIGNS = 2.0 * LABELS - 1
OTHER = rng.normal(size=(7, 3))
# scikit-learn keeps kernels in float32, where these numbers and their products have a place
COARSE = np.rint(8 * X) / 8
GRAM = COARSE @ COARSE.T
SHARES = rng.uniform(size=30)
HOUSES, SIDES = [[0, 0], [2, -4], [6, 8], [11, 8]], [-1, -1, 1, 1]

GOOD = [
    Call("linear_kernel", X, OTHER),
    Call("polynomial_kernel", X, OTHER),
    Call("rbf_kernel", X, OTHER, gamma=0.5),
    Call("svm_margin", W).bounded("w"),
    Call("svm_objective", X, SIGNS, W, B, C=2.0).finite("y"),
    Call("svm_fit", X, SIGNS).finite("X", "y"),
    Call("kernel_svm_fit", GRAM, SIGNS).finite("K", "y"),
    Call("kernel_svm_scores", OTHER @ X.T, SIGNS, SHARES, B).finite("y"),
]

VALUES = [
    Call("linear_kernel", [[1, 2], [0, 1]], [[3, 1]]).gives([[5], [1]]),
    Call("polynomial_kernel", [[1, 2]], [[3, 1]], coef0=0).gives([[25]]),
    Call("polynomial_kernel", [[1, 2]], [[3, 1]], degree=3).gives([[216]]),
    Call("polynomial_kernel", [[1, 2]], [[3, 1]], degree=1, coef0=0.5).gives([[5.5]]),
    Call("rbf_kernel", [[0, 0], [3, 4]], [[0, 0]], gamma=0.04).gives([[1], [1 / math.e]]),
    # far from the origin |a|^2 - 2 a.b + |b|^2 would lose all digits
    Call("rbf_kernel", [[1e8]], [[1e8 + 1], [1e8]], gamma=1).gives([[1 / math.e, 1]]),
    Call("rbf_kernel", [[1e200]], [[-1e200], [1e200]], gamma=1).gives([[0, 1]]),
    Call("rbf_kernel", [[1e-200]], [[0]], gamma=1e300).gives([[1]]),
    Call("rbf_kernel", [[0.0]], [[inf], [nan]], gamma=1).gives([[0, nan]]),
    Call("rbf_kernel", np.ones((2, 0)), np.ones((1, 0)), gamma=1).gives([[1], [1]]),
    Call("svm_margin", [3, 4]).gives(0.2),
    Call("svm_margin", [3e200, 4e200]).gives(2e-201),
    Call("svm_objective", HOUSES, SIDES, [0.12, 0.16], -1).gives(0.02),
    # a house on the wrong side has the score 0.2, and a slack of 1.2
    Call("svm_objective", [[6, 3]], [-1], [0.12, 0.16], -1, C=10).gives(12.02),
    # the nearest points of both sides are (0, 0) and (6, 8): half of their difference over
    # the square of half their distance
    Call("svm_fit", HOUSES, SIDES).gives([0.12, 0.16], -1),
    # nobody is worth more than C: w = C * (6, 8) and b in the middle between both scores
    Call("svm_fit", [[0, 0], [6, 8]], [-1, 1], C=0.01).gives([0.06, 0.08], -0.5),
    # no line parts 0 and 2 from 1: the slack is least without a slope
    Call("svm_fit", [[0.0], [1], [2]], [1, -1, 1], C=0.1).gives([0], 1),
    Call("svm_fit", [[5.0], [5]], [-1, 1]).gives([0], 0),
    Call("svm_fit", [[1e8], [1e8 + 1]], [-1, 1], C=10).gives([2], -2e8 - 1),
    Call("svm_fit", [[1e-200], [-1e-200]], [1, -1]).gives([2e-200], 0, atol=0),
    Call("svm_fit", [[1e99], [-1e99]], [1, -1]).gives([1e-99], 0, atol=0),
    Call("kernel_svm_fit", np.matmul(HOUSES, np.transpose(HOUSES)), SIDES).gives(
        [0.02, 0, 0.02, 0], -1
    ),
    Call("kernel_svm_fit", np.eye(2), [-1, 1], C=0.5).gives([0.5, 0.5], 0),
    # two against one: the shares of both sides are equal in sum
    Call("kernel_svm_fit", np.eye(3), [-1, 1, 1], C=10).gives([4 / 3, 2 / 3, 2 / 3], 1 / 3),
    Call("kernel_svm_scores", [[1, 2]], [-1, 1], [0.5, 2], 0.25).gives([3.75]),
    Call("kernel_svm_scores", [[1, nan]], [-1, 1], [0.5, 2], 0.25).gives([nan]),
]


def torch_svm(X, y, w, b, C):
    return w @ w / 2 + C * torch.relu(1 - y * (X @ w + b)).sum()


def their_svm(K, y, C):
    """Weights, or shares where a kernel matrix is given, and the bias of libsvm."""
    gram = K.shape == K.T.shape and np.array_equal(K, K.T)
    found = SVC(kernel="precomputed" if gram else "linear", C=C, tol=1e-12).fit(K, y)
    if not gram:
        return found.coef_[0], found.intercept_[0]
    alpha = np.zeros(len(y))
    alpha[found.support_] = np.abs(found.dual_coef_[0])
    return alpha, found.intercept_[0]


def their_scores(K, y, alpha, b):
    return torch.tensor(K) @ torch.tensor(alpha * y) + b


PARITY = [
    Call("linear_kernel", X, OTHER).like(pairwise.linear_kernel),
    *(
        Call("polynomial_kernel", X, OTHER, degree=degree, coef0=coef0).like(
            lambda a, b, **options: pairwise.polynomial_kernel(a, b, gamma=1, **options)
        )
        for degree in (1, 2, 5)
        for coef0 in (0.0, 1.0, 2.5)
    ),
    *(
        Call("rbf_kernel", X, OTHER, gamma=gamma).like(pairwise.rbf_kernel)
        for gamma in (1e-3, 0.5, 20.0)
    ),
    *(
        call
        for C in (0.01, 1.0, 100.0)
        for call in (
            Call("svm_objective", X, SIGNS, W, B, C=C).like_torch(torch_svm),
            Call("svm_fit", COARSE, SIGNS, C=C).like(their_svm, rtol=1e-7, atol=1e-8),
            # with an eye beside it only one alpha is best
            Call("kernel_svm_fit", GRAM + np.eye(30), SIGNS, C=C).like(
                their_svm, rtol=1e-7, atol=1e-8
            ),
        )
    ),
    Call("kernel_svm_scores", OTHER @ X.T, SIGNS, SHARES, B).like(their_scores),
]

PENALTY = "a finite number of at least 0"
ABOVE = "a finite number above 0"
REFUSALS = [
    *(
        refusal
        for kernel in (
            Call("linear_kernel", X, OTHER),
            Call("polynomial_kernel", X, OTHER),
            Call("rbf_kernel", X, OTHER, gamma=1.0),
        )
        for refusal in (
            Call(kernel.name, W, OTHER, **kernel.options).refuses(
                "`a` must have shape (N, D), got (3,)"
            ),
            Call(kernel.name, X, W, **kernel.options).refuses(
                "`b` must have shape (M, D), got (3,)"
            ),
            Call(kernel.name, X, OTHER.T, **kernel.options).refuses(
                "`b` must have rows of length 3, as `a` has, got 7"
            ),
        )
    ),
    Call("polynomial_kernel", X, X, degree=0).refuses("`degree` must be at least 1, got 0"),
    *Call("polynomial_kernel", X, X).refuses_each("coef0", [-1, nan, inf], PENALTY),
    *Call("rbf_kernel", X, X).refuses_each("gamma", [0, -1, nan, inf], ABOVE),
    Call("svm_margin", [0, 0]).refuses("`w` must have an entry other than 0, got none"),
    Call("svm_margin", X).refuses("`w` must have shape (D,), got (30, 3)"),
    Call("svm_objective", X, SIGNS, [1], 0).refuses("`w` must have shape (3,)"),
    Call("svm_objective", X, SIGNS[1:], W, 0).refuses("`y` must have shape (30,), a label"),
    Call("svm_objective", X, LABELS, W, 0).refuses("`y` must be -1 or 1, got 0.0"),
    Call("svm_objective", np.ones((0, 3)), [], W, 0).refuses("`X` must not be empty"),
    *(
        refusal
        for call in (
            Call("svm_objective", X, SIGNS, W, 0.0),
            Call("svm_fit", X, SIGNS),
            Call("kernel_svm_fit", GRAM, SIGNS),
        )
        for refusal in call.refuses_each("C", [0, -1, nan, inf], ABOVE)
    ),
    *(
        refusal
        for fit, samples in [("svm_fit", X), ("kernel_svm_fit", GRAM)]
        for refusal in (
            Call(fit, samples, SIGNS[1:]).refuses("`y` must have shape (30,), a label for"),
            Call(fit, samples, LABELS).refuses("`y` must be -1 or 1, got 0.0"),
            Call(fit, samples, SIGNS * nan).refuses("`y` must be -1 or 1, got nan"),
            Call(fit, samples, SIGNS**2).refuses("`y` must hold both -1 and 1, got no -1"),
            Call(fit, samples, -(SIGNS**2)).refuses("both -1 and 1, got no 1"),
            Call(fit, samples * nan, SIGNS).refuses("must hold finite numbers of at most"),
            Call(fit, samples[:0], []).refuses("must"),
        )
    ),
    Call("svm_fit", 1000 * X, SIGNS, C=1e9).refuses(
        "`C` must be small enough for a fit within 100000 steps (scaled features help), got"
    ),
    Call("kernel_svm_fit", X, SIGNS).refuses("`K` must have shape (30, 30), a row and a"),
    Call("kernel_svm_fit", 1.0, [1]).refuses("`K` must have shape"),
    Call("kernel_svm_fit", [[1, 2], [0, 1]], [-1, 1]).refuses(
        "`K` must be symmetric, got 2.0 at [0, 1] and 0.0 at [1, 0]"
    ),
    Call("kernel_svm_fit", [[0, 1], [1, 0]], [-1, 1]).refuses(
        "`K` must have no negative eigenvalue, got -1"
    ),
    Call("kernel_svm_scores", GRAM, SIGNS, W, 0).refuses(
        "`alpha` must have shape (30,), a share for each column of `K`, got (3,)"
    ),
    Call("kernel_svm_scores", GRAM, SIGNS[1:], SHARES, 0).refuses("`y` must have shape"),
    Call("kernel_svm_scores", GRAM, LABELS, SHARES, 0).refuses("`y` must be -1 or 1"),
    Call("kernel_svm_scores", W, SIGNS, SHARES, 0).refuses("`K` must have shape (M, N)"),
]

FLOAT16 = [
    Call("linear_kernel", np.full((2, 3000), 8.0), np.full((3, 3000), 1.0)),
    Call("polynomial_kernel", np.full((2, 3), 20.0), np.full((2, 3), -20.0) + 20.5),
    Call("rbf_kernel", np.full((2, 3), 300.0), np.full((3, 3), 1.0), gamma=1e-6),
    Call("svm_margin", np.full(3, 30000.0)),
    Call("svm_objective", 300 * X, SIGNS, W, 1.0, C=2.0),
    Call("svm_fit", 200 * COARSE, SIGNS, C=1e-3),
    Call("kernel_svm_fit", 60000 * np.eye(30), SIGNS, C=1e-5),
    Call("kernel_svm_scores", np.full((2, 30), 60000.0), SIGNS, SHARES, B),
]

FITS = ["svm_fit", "kernel_svm_fit"]
