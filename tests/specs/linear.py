"""Linear models: what each function promises; support vector machines are in _svm.py."""

import functools
import math

import numpy as np
import torch
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from torch.nn import functional

from dlnotes import linear
from specs import Call, Spec, _svm

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
SCORES = X @ W + B
FOUND = (SCORES > 0.5) * 1
CHANCES = 1 / (1 + np.exp(-SCORES))
COSTS = {"false_positive": 1.0, "false_negative": 10.0}

GOOD = [
    Call("hyperplane_distance", X, W, B).bounded("w"),
    Call("linear_regression_fit", X, Y).finite("X", "y"),
    Call("linear_regression_fit", X, Y, penalty=0.1).finite("X", "y"),
    Call("logistic_regression_loss", X, LABELS, W, B, penalty=0.1),
    Call("logistic_regression_loss_grad", X, LABELS, W, B, penalty=0.1),
    Call("logistic_regression_fit", X, LABELS).finite("X"),
    Call("logistic_regression_fit", X, LABELS, penalty=0.1).finite("X"),
    Call("softmax_regression_fit", X_THREE, THREE, penalty=0.1).finite("X"),
    Call("confusion_matrix", LABELS, FOUND),
    Call("accuracy", LABELS, FOUND),
    Call("precision", LABELS, FOUND),
    Call("recall", LABELS, FOUND),
    Call("f1", LABELS, FOUND),
    Call("expected_cost", LABELS, FOUND, **COSTS),
    Call("roc_curve", LABELS, SCORES).finite("scores"),
    Call("roc_auc", LABELS, SCORES).finite("scores"),
    Call("precision_recall_curve", LABELS, SCORES).finite("scores"),
    Call("calibration_curve", LABELS, CHANCES).finite("q"),
]

LOG2 = math.log(2)
SICK = np.repeat([1, 0], [10, 90])  # 8 of 10 are found, and 4 of 90 are called sick
CALLED = np.repeat([1, 0, 1, 0], [8, 2, 4, 86])
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
    Call("confusion_matrix", SICK, CALLED).gives([[86, 4], [2, 8]]),
    Call("confusion_matrix", [2, 2], [2, 0], num_classes=3).gives(
        [[0, 0, 0], [0, 0, 0], [1, 0, 1]]
    ),
    Call("confusion_matrix", [1], [1]).gives([[0, 0], [0, 1]]),
    Call("accuracy", SICK, CALLED).gives(0.94),
    Call("accuracy", [5, -3, 7], [5, 3, 7]).gives(2 / 3),
    Call("precision", SICK, CALLED).gives(8 / 12),
    Call("precision", [0, 0], [1, 1]).gives(0),
    Call("recall", SICK, CALLED).gives(0.8),
    Call("recall", [1, 1], [0, 0]).gives(0),
    Call("f1", SICK, CALLED).gives(16 / 22),
    Call("f1", [1, 0], [0, 0]).gives(0),
    Call("f1", [0, 0], [1, 0]).gives(0),
    Call("expected_cost", SICK, CALLED, **COSTS).gives(0.24),
    Call("expected_cost", [1, 0], [1, 0], **COSTS).gives(0),
    Call("expected_cost", [1, 0], [0, 1], false_positive=0, false_negative=0).gives(0),
    # of 12 pairs of a sick and a healthy person, 9 are in the right order
    Call("roc_auc", [1, 0, 1, 0, 1, 0, 0], [9, 7, 6, 4, 3, 2, 1]).gives(9 / 12),
    Call("roc_auc", [0, 1], [3.0, 3.0]).gives(0.5),  # a tie is half a pair
    Call("roc_auc", [0, 1, 1, 0], [1, 2, 3, 1]).gives(1),
    Call("roc_auc", [1, 0, 0], [-1e308, 0, 1e308]).gives(0),
    Call("roc_curve", [1, 0, 1], [9, 7, 6]).gives(
        [0, 0, 1, 1], [0, 0.5, 0.5, 1], [inf, 9, 7, 6]
    ),
    Call("roc_curve", [1, 0], [2.0, 2.0]).gives([0, 1], [0, 1], [inf, 2]),
    Call("precision_recall_curve", [1, 0, 1], [9, 7, 6]).gives(
        [2 / 3, 1 / 2, 1, 1], [1, 0.5, 0.5, 0], [6, 7, 9]
    ),
    Call("precision_recall_curve", [1, 0, 0], [2, 2, 2]).gives([1 / 3, 1], [1, 0], [2]),
    # one on the border of two bins belongs to the lower one
    Call("calibration_curve", [0, 1, 1], [0, 0.5, 1], n_bins=2).gives([0.5, 1], [0.25, 1]),
    Call("calibration_curve", [1, 1], [0.3, 0.4]).gives([1], [0.35]),  # one class, one bin
    Call("calibration_curve", [0, 1, 1], [0, 0.9, 1], n_bins=1).gives([2 / 3], [1.9 / 3]),
]


def by_sklearn(model):
    """Weights and biases that scikit-learn finds."""

    def fitted(X, y, penalty=0.0):
        found = model(len(X), penalty).fit(X, y)
        return [np.squeeze(found.coef_), np.squeeze(found.intercept_)]

    return fitted


def least_squares(n, penalty):
    return Ridge(alpha=n * penalty) if penalty else LinearRegression()


def logistic(n, penalty, solver="newton-cholesky"):
    C = 1 / (n * penalty) if penalty else inf
    return LogisticRegression(C=C, solver=solver, tol=1e-12, max_iter=1000)


# The same shift of all biases leaves the loss as it is, so the Hessian has no inverse, and
# what is left of it after rounding, which Cholesky divides by, may vary with the processor.
multinomial = functools.partial(logistic, solver="newton-cg")


def torch_objective(X, y, w, b, penalty):
    z = X @ w + b
    loss = functional.binary_cross_entropy_with_logits(z, y.double())
    return loss + penalty / 2 * (w @ w)


def torch_slopes(X, y, w, b, penalty):
    w, b = (torch.tensor(a, dtype=torch.float64, requires_grad=True) for a in (w, b))
    torch_objective(torch.tensor(X), torch.tensor(y), w, b, penalty).backward()
    return w.grad, b.grad


def by_matrix(y, y_hat, num_classes=2):
    return metrics.confusion_matrix(y, y_hat, labels=np.arange(num_classes))


def by_weighing(y, y_hat, false_positive, false_negative):
    weights = np.where(y == 1, false_negative, false_positive)
    return metrics.zero_one_loss(y, y_hat, normalize=False, sample_weight=weights) / len(y)


def whole_roc(y, scores):
    return metrics.roc_curve(y, scores, drop_intermediate=False)


LOSS = Call("logistic_regression_loss", X, LABELS, W, B)
TIED = np.rint(SCORES)
COUNTED = {
    "accuracy": metrics.accuracy_score,
    "precision": metrics.precision_score,
    "recall": metrics.recall_score,
    "f1": metrics.f1_score,
    "confusion_matrix": by_matrix,
}
RANKED = {
    "roc_curve": whole_roc,
    "roc_auc": metrics.roc_auc_score,
    "precision_recall_curve": metrics.precision_recall_curve,
}
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
            by_sklearn(multinomial), rtol=1e-7, atol=1e-9
        )
        for penalty in (1e-4, 0.1, 10.0)
    ),
    *(
        Call(name, LABELS, found).like(theirs)
        for name, theirs in COUNTED.items()
        for found in (FOUND, LABELS, 1 - LABELS, (SCORES > 2) * 1)
    ),
    Call("confusion_matrix", THREE, FOUND, num_classes=4).like(by_matrix),
    Call("expected_cost", LABELS, FOUND, **COSTS).like(by_weighing),
    Call("expected_cost", LABELS, 1 - LABELS, **COSTS).like(by_weighing),
    *(
        Call(name, LABELS, scores).like(theirs)
        for name, theirs in RANKED.items()
        for scores in (SCORES, -SCORES, TIED, 0 * SCORES, CHANCES)
    ),
    *(
        Call("calibration_curve", LABELS, q, n_bins=n_bins).like(calibration_curve)
        for q in (CHANCES, np.rint(10 * CHANCES) / 10, np.rint(CHANCES))
        for n_bins in (1, 2, 5, 10, 100)
    ),
]

PENALTY = "a finite number of at least 0"
SEPARATED = "`penalty` must be above 0 for classes that a hyperplane separates, got 0.0"
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
        for name in [*COUNTED, "expected_cost"]
        for options in [COSTS if name == "expected_cost" else {}]
        for refusal in [
            Call(name, LABELS[:, None], FOUND, **options).refuses(
                "`y` must have shape (N,), got (30, 1)"
            ),
            Call(name, [], [], **options).refuses("`y` must not be empty"),
            Call(name, LABELS, FOUND[1:], **options).refuses(
                "`y_hat` must have shape (30,), a prediction for each of `y`, got (29,)"
            ),
            Call(name, LABELS, CHANCES, **options).refuses("`y_hat` must hold", TypeError),
        ]
    ),
    *(
        Call(name, [0, 2], [0, 1], **options).refuses(
            "`y` must hold labels from 0 to 1, got 2"
        )
        for name, options in [
            *((name, {}) for name in COUNTED if name != "accuracy"),
            ("expected_cost", COSTS),
        ]
    ),
    Call("confusion_matrix", [0, 1], [0, 3], num_classes=3).refuses(
        "`y_hat` must hold labels from 0 to 2, got 3"
    ),
    Call("confusion_matrix", [0, 0], [0, 0], num_classes=1).refuses(
        "`num_classes` must be at least 2, got 1"
    ),
    Call("precision", [0, 1], [0, 0]).refuses("`y_hat` must hold a 1, as precision is"),
    Call("recall", [0, 0], [0, 1]).refuses("`y` must hold a 1, as recall is a share"),
    Call("f1", [0, 0], [0, 0]).refuses("`y` or `y_hat` must hold a 1, got none"),
    *(
        refusal
        for cost in COSTS
        for refusal in Call("expected_cost", LABELS, FOUND, **COSTS).refuses_each(
            cost, [-1, nan, inf], PENALTY
        )
    ),
    *(
        refusal
        for name in RANKED
        for refusal in [
            Call(name, [1, 1], [0.1, 0.2]).refuses(
                "`y` must hold both 0 and 1, got 1 alone"
            ),
            Call(name, [0, 0], [0.1, 0.2]).refuses("both 0 and 1, got 0 alone"),
            Call(name, [0, 2], [0.1, 0.2]).refuses("labels from 0 to 1, got 2"),
            Call(name, LABELS, SCORES[1:]).refuses(
                "`scores` must have shape (30,), a number for each of `y`, got (29,)"
            ),
            Call(name, LABELS, SCORES[:, None]).refuses("`scores` must have shape (30,)"),
            Call(name, [0, 1], [nan, 1]).refuses(
                "`scores` must hold finite numbers, got nan"
            ),
            Call(name, [0, 1], [inf, 1]).refuses("must hold finite numbers, got inf"),
            Call(name, [], []).refuses("`y` must not be empty"),
            Call(name, [0.0, 1.0], [0, 1]).refuses("`y` must hold integers", TypeError),
        ]
    ),
    Call("calibration_curve", [0, 1], [0.5, 1.5]).refuses(
        "`q` must lie in [0, 1], got 1.5"
    ),
    Call("calibration_curve", [0, 1], [-0.1, 1]).refuses(
        "`q` must lie in [0, 1], got -0.1"
    ),
    Call("calibration_curve", [0, 1], [nan, 1]).refuses("`q` must hold finite numbers"),
    Call("calibration_curve", [0, 1], [0.5]).refuses("`q` must have shape (2,)"),
    Call("calibration_curve", [0, 1], [0, 1], n_bins=0).refuses(
        "`n_bins` must be at least 1, got 0"
    ),
]

MANY = np.arange(9000) % 2
FITS_ONLY = "no number but a finite one is allowed: `REFUSALS` has the others"
FINITE_ONLY = [
    "linear_regression_fit",
    *FITS,
    *_svm.FITS,
    *RANKED,
    "calibration_curve",
]
SPEC = Spec(
    module=linear,
    good=[*GOOD, *_svm.GOOD],
    values=[*VALUES, *_svm.VALUES],
    parity=[*PARITY, *_svm.PARITY],
    refusals=[*REFUSALS, *_svm.REFUSALS],
    float16=[
        *_svm.FLOAT16,
        Call("hyperplane_distance", np.full((2, 3000), 8.0), np.full(3000, 8.0), 1.0),
        Call("linear_regression_fit", 200 * X, 200 * Y, penalty=1.0),
        Call("logistic_regression_loss", 300 * X, LABELS, 300 * W, 1.0, penalty=1e-3),
        Call("logistic_regression_loss_grad", 300 * X, LABELS, 300 * W, 1.0, penalty=1e-3),
        Call("logistic_regression_fit", 200 * X, LABELS, penalty=0.1),
        Call("softmax_regression_fit", 200 * X_THREE, THREE, penalty=0.1),
        # as many samples as float16 cannot count
        *(Call(name, MANY, MANY * 1.0) for name in RANKED),
        Call("calibration_curve", MANY, MANY * 0.3),
    ],
    whole=[
        Call("logistic_regression_fit", WHOLE, BOTH).finite("X"),
        Call("softmax_regression_fit", WHOLE, BOTH).finite("X"),
    ],
    discrete={"y", "y_hat"},
    exempt={
        "parity": dict.fromkeys(
            ["hyperplane_distance", "svm_margin"], "no library has it; `VALUES` are by hand"
        ),
        "nan": dict.fromkeys(FINITE_ONLY, FITS_ONLY),
        "no_warning": dict.fromkeys(FINITE_ONLY, FITS_ONLY)
        | {"svm_margin": "weights of 0 are refused: `REFUSALS` has them"},
        "integers": dict.fromkeys(_svm.FITS, "no bool is -1"),
    },
    values_within={"rtol": 1e-9, "atol": 1e-12},
    parity_within={"rtol": 1e-10, "atol": 1e-13},
)
