"""Linear models: what each function promises."""

import math

import numpy as np
import torch
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import pairwise
from sklearn.svm import SVC
from torch.nn import functional

from dlnotes import linear
from specs import Call, Spec

inf, nan = math.inf, math.nan

rng = np.random.default_rng(2)
X = rng.normal(size=(30, 3))
W, B = np.array([1.0, -2.0, 0.5]), 0.3
Y = X @ W + B + rng.normal(size=30)
LABELS = (X @ W + B + 2 * rng.normal(size=30) > 0) * 1
THREE = np.arange(30) % 3
X_THREE = X + np.eye(3)[THREE]
WHOLE = np.array([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])
BOTH = np.array([0, 0, 1, 0, 1, 1])
TRIPLE = np.array([0, 1, 2, 0, 1, 2])
LINE = [[1.0], [2.0], [3.0]]
SIGNS = 2.0 * LABELS - 1
OTHER = rng.normal(size=(7, 3))
# scikit-learn keeps kernels in float32, where these numbers and their products have a place
COARSE = np.rint(8 * X) / 8
GRAM = COARSE @ COARSE.T
SHARES = rng.uniform(size=30)
HOUSES, SIDES = [[0, 0], [2, -4], [6, 8], [11, 8]], [-1, -1, 1, 1]

GOOD = [
    Call("hyperplane_distance", X, W, B).bounded("w"),
    Call("linear_regression_fit", X, Y).finite("X", "y"),
    Call("linear_regression_fit", X, Y, penalty=0.1).finite("X", "y"),
    Call("logistic_regression_loss", X, LABELS, W, B, penalty=0.1),
    Call("logistic_regression_loss_grad", X, LABELS, W, B, penalty=0.1),
    Call("logistic_regression_fit", X, LABELS).finite("X"),
    Call("logistic_regression_fit", X, LABELS, penalty=0.1).finite("X"),
    Call("softmax_regression_fit", X_THREE, THREE, penalty=0.1).finite("X"),
    Call("linear_kernel", X, OTHER),
    Call("polynomial_kernel", X, OTHER),
    Call("rbf_kernel", X, OTHER, gamma=0.5),
    Call("svm_margin", W).bounded("w"),
    Call("svm_objective", X, SIGNS, W, B, C=2.0).finite("y"),
    Call("svm_fit", X, SIGNS).finite("X", "y"),
    Call("kernel_svm_fit", GRAM, SIGNS).finite("K", "y"),
    Call("kernel_svm_scores", OTHER @ X.T, SIGNS, SHARES, B).finite("y"),
]

LOG2 = math.log(2)
VALUES = [
    # the line 3x + 4y = 10: twice by hand, once on it
    Call("hyperplane_distance", [[0, 0], [2, 1], [4, 3]], [3, 4], -10).gives([-2, 0, 2.8]),
    Call("hyperplane_distance", [1, 1], [0, -2], 0).gives(-1),
    Call("hyperplane_distance", [1e200], [1e200], 0).gives(1e200),
    Call("hyperplane_distance", [1.0], [1e-200], 0).gives(1),
    Call("hyperplane_distance", [1.0], [nan], 0).gives(nan),
    Call("linear_regression_fit", LINE, [5, 7, 9]).gives([2], 3),
    # slope = sum of products / (sum of squares + N * penalty) = 4 / (2 + 2)
    Call("linear_regression_fit", LINE, [5, 7, 9], penalty=2 / 3).gives([1], 5),
    Call("linear_regression_fit", [[2.0]], [7]).gives([0], 7),  # one sample: its target
    Call("linear_regression_fit", [[1.0, 1.0], [2, 2]], [0, 2]).gives([1, 1], -2),
    Call("logistic_regression_loss", [[-1], [1]], [0, 1], [0], 0).gives(LOG2),
    Call("logistic_regression_loss", [[1]], [1], [0], 0, penalty=2).gives(LOG2),
    Call("logistic_regression_loss", [[1]], [1], [3], -3, penalty=2).gives(LOG2 + 9),
    Call("logistic_regression_loss", [[1]], [1], [-1000], 0).gives(1000),
    Call("logistic_regression_loss", [[1]], [1], [nan], 0).gives(nan),
    Call("logistic_regression_loss_grad", [[-1], [1], [3]], [0, 1, 1], [0], 0).gives(
        [-5 / 6], -1 / 6
    ),
    Call("logistic_regression_loss_grad", [[1]], [1], [3], -3, penalty=2).gives(
        [-0.5 + 6], -0.5
    ),
    # the fitted probabilities are the shares 1/3 and 2/3
    Call("logistic_regression_fit", WHOLE, BOTH).gives([2 * LOG2], -LOG2),
    # of two features that are always equal, each takes half
    Call("logistic_regression_fit", np.hstack([WHOLE, WHOLE]), BOTH).gives(
        [LOG2, LOG2], -LOG2
    ),
    # a feature that is always 0 gets no weight
    Call("logistic_regression_fit", np.hstack([WHOLE, 0 * WHOLE]), BOTH).gives(
        [2 * LOG2, 0], -LOG2
    ),
    # each class has a third of either group
    Call("softmax_regression_fit", WHOLE, TRIPLE).gives(np.zeros((3, 1)), np.zeros(3)),
    Call("softmax_regression_fit", WHOLE, BOTH).gives(
        [[-LOG2], [LOG2]], [LOG2 / 2, -LOG2 / 2]
    ),
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


def by_sklearn(model):
    """Weights and biases that scikit-learn finds."""

    def fitted(X, y, penalty=0.0):
        found = model(len(X), penalty).fit(X, y)
        return [np.squeeze(found.coef_), np.squeeze(found.intercept_)]

    return fitted


def least_squares(n, penalty):
    return Ridge(alpha=n * penalty) if penalty else LinearRegression()


def logistic(n, penalty):
    C = 1 / (n * penalty) if penalty else inf
    return LogisticRegression(C=C, solver="newton-cholesky", tol=1e-12, max_iter=1000)


def torch_objective(X, y, w, b, penalty):
    z = X @ w + b
    loss = functional.binary_cross_entropy_with_logits(z, y.double())
    return loss + penalty / 2 * (w @ w)


def torch_slopes(X, y, w, b, penalty):
    w, b = (torch.tensor(a, dtype=torch.float64, requires_grad=True) for a in (w, b))
    torch_objective(torch.tensor(X), torch.tensor(y), w, b, penalty).backward()
    return w.grad, b.grad


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


LOSS = Call("logistic_regression_loss", X, LABELS, W, B)
PARITY = [
    *(
        call
        for penalty in (0.0, 0.1, 10.0)
        for call in (
            LOSS.but(penalty=penalty).like_torch(torch_objective),
            LOSS.of("logistic_regression_loss_grad")
            .but(penalty=penalty)
            .like(torch_slopes),
            Call("linear_regression_fit", X, Y, penalty=penalty).like(
                by_sklearn(least_squares)
            ),
            # more features than samples: the shortest weights
            Call("linear_regression_fit", X.T, Y[:3], penalty=penalty).like(
                by_sklearn(least_squares)
            ),
        )
    ),
    *(
        Call("logistic_regression_fit", X, LABELS, penalty=penalty).like(
            by_sklearn(logistic), rtol=1e-7, atol=1e-9
        )
        for penalty in (0.0, 1e-4, 0.1, 10.0)
    ),
    *(
        Call("softmax_regression_fit", X_THREE, THREE, penalty=penalty).like(
            by_sklearn(logistic), rtol=1e-7, atol=1e-9
        )
        for penalty in (1e-4, 0.1, 10.0)
    ),
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
SEPARATED = "`penalty` must be above 0 for classes that a hyperplane separates, got 0.0"
ABOVE = "a finite number above 0"
FITS = ["logistic_regression_fit", "softmax_regression_fit"]
REFUSALS = [
    Call("hyperplane_distance", X, [1, 2], 0).refuses("`w` must have shape (3,)"),
    Call("hyperplane_distance", X, [0, 0, 0], 0).refuses(
        "`w` must have an entry other than"
    ),
    Call("hyperplane_distance", 1.0, [1, 2], 0).refuses("`w` must have shape (1,)"),
    Call("linear_regression_fit", Y, Y).refuses("`X` must have shape (N, D), got (30,)"),
    Call("linear_regression_fit", np.ones((0, 3)), []).refuses("`X` must not be empty"),
    Call("linear_regression_fit", X, Y[1:]).refuses("`y` must have shape (30,), a target"),
    Call("linear_regression_fit", X, Y[:, None]).refuses("`y` must have shape (30,)"),
    Call("linear_regression_fit", [[nan]], [1]).refuses(
        "`X` must hold finite numbers of at"
    ),
    Call("linear_regression_fit", [[1]], [inf]).refuses(
        "`y` must hold finite numbers of at"
    ),
    Call("linear_regression_fit", [[1e101]], [1]).refuses("1e+100 in size, got 1e+101"),
    *Call("linear_regression_fit", X, Y).refuses_each("penalty", [-1, nan, inf], PENALTY),
    Call("logistic_regression_loss", X, LABELS, [1], 0).refuses("`w` must have shape (3,)"),
    Call("logistic_regression_loss", X, LABELS[1:], W, 0).refuses(
        "`y` must have shape (30,)"
    ),
    Call("logistic_regression_loss", X, -LABELS, W, 0).refuses(
        "labels from 0 to 1, got -1"
    ),
    Call("logistic_regression_loss", X, LABELS * 1.0, W, 0).refuses(
        "`y` must hold integers as labels, got dtype float64", TypeError
    ),
    Call("logistic_regression_loss", np.ones((0, 3)), [], W, 0).refuses(
        "`X` must not be empty"
    ),
    *LOSS.refuses_each("penalty", [-1, nan, inf], PENALTY),
    *LOSS.of("logistic_regression_loss_grad").refuses_each("penalty", [-1, nan], PENALTY),
    *(
        refusal
        for fit in FITS
        for refusal in [
            Call(fit, X, LABELS[1:]).refuses("`y` must have shape (30,), a label for each"),
            Call(fit, X, 2 * LABELS - 1).refuses("`y` must hold labels from 0 to"),
            Call(fit, X, LABELS * 1.0).refuses("`y` must hold integers", TypeError),
            Call(fit, X, LABELS * 0).refuses(
                "`y` must hold every label from 0 to 1, got no 1"
            ),
            Call(fit, X, LABELS * 0 + 1).refuses("every label from 0 to 1, got no 0"),
            Call(fit, X * nan, LABELS).refuses(
                "`X` must hold finite numbers of at most 1e+100"
            ),
            Call(fit, X * 1e101, LABELS).refuses("`X` must hold finite numbers of at most"),
            # C = 0 of scikit-learn is an infinite penalty
            *Call(fit, X, LABELS).refuses_each("penalty", [-1, nan, inf], PENALTY),
            Call(fit, [[0], [1]], [0, 1]).refuses(SEPARATED),
            Call(fit, [[0], [1], [1], [2]], [0, 0, 1, 1]).refuses(SEPARATED),  # but for two
            Call(fit, X[:4], [0, 1, 0, 1]).refuses(SEPARATED),  # four points in space
        ]
    ),
    Call("logistic_regression_fit", X_THREE, THREE).refuses("labels from 0 to 1, got 2"),
    Call("softmax_regression_fit", X, 2 * LABELS).refuses("from 0 to 2, got no 1"),
    Call("softmax_regression_fit", [[0], [0]], [0, 10**9]).refuses("got no 1"),
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

ALL_FITS = ["linear_regression_fit", *FITS, "svm_fit", "kernel_svm_fit"]
FITS_ONLY = "no number but a finite one is allowed: `REFUSALS` has the others"
SPEC = Spec(
    module=linear,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("hyperplane_distance", np.full((2, 3000), 8.0), np.full(3000, 8.0), 1.0),
        Call("linear_regression_fit", 200 * X, 200 * Y, penalty=1.0),
        Call("logistic_regression_loss", 300 * X, LABELS, 300 * W, 1.0, penalty=1e-3),
        Call("logistic_regression_loss_grad", 300 * X, LABELS, 300 * W, 1.0, penalty=1e-3),
        Call("logistic_regression_fit", 200 * X, LABELS, penalty=0.1),
        Call("softmax_regression_fit", 200 * X_THREE, THREE, penalty=0.1),
        Call("linear_kernel", np.full((2, 3000), 8.0), np.full((3, 3000), 1.0)),
        Call("polynomial_kernel", np.full((2, 3), 20.0), np.full((2, 3), -20.0) + 20.5),
        Call("rbf_kernel", np.full((2, 3), 300.0), np.full((3, 3), 1.0), gamma=1e-6),
        Call("svm_margin", np.full(3, 30000.0)),
        Call("svm_objective", 300 * X, SIGNS, W, 1.0, C=2.0),
        Call("svm_fit", 200 * COARSE, SIGNS, C=1e-3),
        Call("kernel_svm_fit", 60000 * np.eye(30), SIGNS, C=1e-5),
        Call("kernel_svm_scores", np.full((2, 30), 60000.0), SIGNS, SHARES, B),
    ],
    whole=[
        Call("logistic_regression_fit", WHOLE, BOTH).finite("X"),
        Call("softmax_regression_fit", WHOLE, BOTH).finite("X"),
    ],
    discrete={"y"},
    exempt={
        "parity": dict.fromkeys(
            ["hyperplane_distance", "svm_margin"], "no library has it; `VALUES` are by hand"
        ),
        "nan": dict.fromkeys(ALL_FITS, FITS_ONLY),
        "no_warning": dict.fromkeys(ALL_FITS, FITS_ONLY)
        | {"svm_margin": "weights of 0 are refused: `REFUSALS` has them"},
        "integers": dict.fromkeys(["svm_fit", "kernel_svm_fit"], "no bool is -1"),
    },
    values_within={"rtol": 1e-9, "atol": 1e-12},
    parity_within={"rtol": 1e-10, "atol": 1e-13},
)
