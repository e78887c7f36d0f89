"""Nearest neighbours: what each function promises."""

import math

import numpy as np
import torch
from scipy.spatial.distance import cdist
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor, NearestNeighbors

from dlnotes import neighbors
from specs import Call, Spec

inf, nan = math.inf, math.nan

RNG = np.random.default_rng(1)
X_TRAIN, X = RNG.normal(size=(11, 3)), RNG.normal(size=(7, 3))
LABELS, TARGETS = RNG.integers(0, 3, 11), RNG.normal(size=(11, 2))
# so that its target is in a result
X[0] = X_TRAIN[0]

GOOD = [
    Call("pairwise_distances", X, X_TRAIN),
    Call("k_nearest", X_TRAIN, X, 3).finite("X_train", "X"),
    Call("knn_classify", X_TRAIN, LABELS, X, 3).finite("X_train", "X"),
    Call("knn_regress", X_TRAIN, TARGETS, X, 3).finite("X_train", "X"),
]

# Weather stations of the page: 5, 10, 13, 15 and 17 km away.
MAP, HERE = [[3, 4], [6, -8], [-12, 5], [-9, -12], [8, 15]], [[0, 0]]
RAIN, DEGREES = [0, 1, 1, 0, 0], [19, 16, 13, 20, 22]
LINE, AT = [[0.0], [1.0], [5.0]], [[3.2]]
BIG = 1.7e308

# Plain from the definitions.
VALUES = [
    Call("pairwise_distances", HERE, MAP).gives([[5, 10, 13, 15, 17]]),
    Call("pairwise_distances", LINE, AT).gives([[3.2], [3.2 - 1], [5 - 3.2]]),
    Call("pairwise_distances", [[0.1, 0.7]], [[0.1, 0.7]]).gives([[0]]),
    Call("pairwise_distances", [[1e8 + 3, 1e8]], [[1e8, 1e8 + 4]]).gives([[5]]),
    Call("pairwise_distances", [[3e200, 0]], [[0, 4e200]]).gives([[5e200]]),
    Call("pairwise_distances", [[3e-200, 0], [1e200, 0]], [[0, 4e-200]]).gives(
        [[5e-200], [1e200]]
    ),
    Call("pairwise_distances", [[BIG]], [[-BIG]]).gives([[inf]]),
    Call("pairwise_distances", [[inf, 0], [nan, 0], [-inf, 0]], [[inf, 0], [1, 2]]).gives(
        [[nan, inf], [nan, nan], [inf, inf]]
    ),
    Call("pairwise_distances", np.ones((2, 0)), np.ones((3, 0))).gives(np.zeros((2, 3))),
    Call("pairwise_distances", np.ones((0, 2)), np.ones((3, 2))).gives(np.zeros((0, 3))),
    Call("pairwise_distances", np.ones((2, 2)), np.ones((0, 2))).gives(np.zeros((2, 0))),
    Call("k_nearest", MAP, HERE, 3).gives([[5, 10, 13]], [[0, 1, 2]]),
    Call("k_nearest", LINE, AT, 3).gives([[5 - 3.2, 3.2 - 1, 3.2]], [[2, 1, 0]]),
    Call("k_nearest", [[2], [0], [2], [0], [9]], [[1]], 3).gives([[1, 1, 1]], [[0, 1, 2]]),
    Call("k_nearest", [[7], [3], [3], [0]], [[2]], 2).gives([[1, 1]], [[1, 2]]),
    Call("k_nearest", [[BIG], [0]], [[-BIG]], 2).gives([[BIG, inf]], [[1, 0]]),
    Call("k_nearest", np.ones((2, 3)), np.ones((0, 3)), 2).gives(
        np.zeros((0, 2)), np.zeros((0, 2))
    ),
    *(
        Call("knn_classify", MAP, RAIN, HERE, k).gives([most])
        for k, most in enumerate([0, 0, 1, 0, 0], 1)  # k = 2 and k = 4 are ties
    ),
    Call("knn_classify", [[0], [2], [9]], [7, -1, 7], [[0], [1], [9]], 2).gives(
        [-1, -1, -1]
    ),  # the smallest label, not the first or the nearest
    Call("knn_classify", [[0], [2], [9]], [3, 1, 3], [[0], [8]], 3).gives([3, 3]),
    Call("knn_classify", MAP, RAIN, np.zeros((0, 2)), 1).gives([]),
    Call("knn_regress", MAP, DEGREES, HERE, 1).gives([19]),
    Call("knn_regress", MAP, DEGREES, HERE, 3).gives([16]),
    Call("knn_regress", MAP, DEGREES, HERE, 5).gives([18]),
    Call("knn_regress", MAP, [[1, 0], [0, 1], [0, 1], [1, 0], [1, 0]], HERE, 4).gives(
        [[0.5, 0.5]]
    ),
    Call("knn_regress", LINE, [nan, 2, 4], [[5], [0]], 2).gives([3, nan]),
    Call("knn_regress", LINE, [1, BIG, BIG], [[5]], 2).gives([BIG]),
]


def theirs(model):
    """Fit and prediction of scikit-learn by brute force."""

    def predict(X_train, y_train, X, k):
        return model(k, algorithm="brute").fit(X_train, y_train).predict(X)

    return predict


def kneighbors(X_train, X, k):
    return NearestNeighbors(n_neighbors=k, algorithm="brute").fit(X_train).kneighbors(X)


def nearest_of_torch(X_train, X, k):
    found = torch.cdist(X, X_train).topk(k, largest=False)
    return found.values, found.indices


def mean_of_torch(X_train, y_train, X, k):
    return y_train[nearest_of_torch(X_train, X, k)[1]].mean(axis=1)


FAR = X_TRAIN + 1e6
PARITY = [
    Call("pairwise_distances", X, X_TRAIN).like(cdist),
    Call("pairwise_distances", X, X_TRAIN).like_torch(torch.cdist),
    Call("pairwise_distances", FAR, FAR).like(cdist, rtol=1e-15),
    Call("pairwise_distances", FAR, np.vstack([X, FAR[::-1]])).like(cdist),
    *(
        row
        for k in (1, 2, 3, 6, 11)
        for row in [
            Call("k_nearest", X_TRAIN, X, k).like(kneighbors),
            Call("k_nearest", X_TRAIN, X, k).like_torch(nearest_of_torch),
            Call("knn_classify", X_TRAIN, LABELS, X, k).like(theirs(KNeighborsClassifier)),
            Call("knn_classify", X_TRAIN, 5 - 3 * LABELS, X, k).like(
                theirs(KNeighborsClassifier)
            ),
            Call("knn_regress", X_TRAIN, TARGETS, X, k).like(theirs(KNeighborsRegressor)),
            Call("knn_regress", X_TRAIN, TARGETS, X, k).like_torch(mean_of_torch),
        ]
    ),
]

BOTH = [
    Call("knn_classify", X_TRAIN, LABELS, X, 3),
    Call("knn_regress", X_TRAIN, TARGETS[:, 0], X, 3),
]
ALL = [Call("k_nearest", X_TRAIN, X, 3), *BOTH]


def with_args(call, **places):
    """The call with other arguments in some places."""
    args = [*call.args]
    for place, value in places.items():
        args[{"X_train": 0, "y_train": 1, "X": -2, "k": -1}[place]] = value
    return Call(call.name, *args)


REFUSALS = [
    Call("pairwise_distances", X[0], X).refuses("`a` must have shape (N, D), got (3,)"),
    Call("pairwise_distances", X, X[0]).refuses("`b` must have shape (M, D), got (3,)"),
    Call("pairwise_distances", X, X[:, :2]).refuses(
        "`b` must have rows of length 3, as `a` has, got 2"
    ),
    *(
        refusal
        for call in ALL
        for refusal in [
            with_args(call, k=0).refuses("`k` must be at least 1, got 0"),
            with_args(call, k=12).refuses(
                "`k` must be at most the 11 rows of `X_train`, got 12"
            ),
            with_args(call, X=X[0]).refuses("`X` must have shape (M, D), got (3,)"),
            with_args(call, X=X[:, :2]).refuses(
                "`X` must have rows of length 3, as `X_train` has, got 2"
            ),
            with_args(call, X=[[0, nan, 0]]).refuses(
                "`X` must hold finite numbers, got nan"
            ),
            with_args(call, X_train=X_TRAIN[0]).refuses(
                "`X_train` must have shape (N, D), got (3,)"
            ),
            with_args(call, X_train=np.vstack([X_TRAIN[1:], [0, inf, 0]])).refuses(
                "`X_train` must hold finite numbers, got inf"
            ),
        ]
    ),
    *(
        with_args(call, y_train=call.args[1][:-1]).refuses(
            "`y_train` must have one entry for each of the 11 rows of `X_train`, "
            "got shape (10,)"
        )
        for call in BOTH
    ),
    with_args(BOTH[0], y_train=LABELS[:, None]).refuses(
        "`y_train` must have shape (N,), got (11, 1)"
    ),
    with_args(BOTH[0], y_train=LABELS * 0 + 2).refuses(
        "`y_train` must hold labels of at least two classes, got 2 alone"
    ),
    with_args(BOTH[0], y_train=LABELS * 1.0).refuses(
        "`y_train` must hold whole numbers, got dtype float64", TypeError
    ),
    with_args(BOTH[1], y_train=3.0).refuses(
        "`y_train` must have shape (N,) or (N, T), got ()"
    ),
    with_args(BOTH[1], y_train=np.ones((11, 2, 1))).refuses(
        "`y_train` must have shape (N,) or (N, T), got (11, 2, 1)"
    ),
]

LONG = np.full((2, 64), 100.0)  # a square of its length is not in float16
MANY = np.full((9, 1), 60000.0)
NOTHING = {"knn_classify": "all its numbers are refused unless finite"}

SPEC = Spec(
    module=neighbors,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("pairwise_distances", LONG, -LONG),
        Call("k_nearest", LONG, -LONG, 2),
        Call("knn_classify", np.array([LONG[0], 0 * LONG[0]]), LABELS[:2], -LONG, 1),
        Call("knn_regress", MANY, MANY[:, 0], MANY, 9),
    ],
    discrete=["y_train"],
    exempt={
        "nan": {**NOTHING, "k_nearest": "it refuses nan"},
        "no_warning": {**NOTHING, "k_nearest": "it refuses infinity"},
    },
    values_within={"rtol": 1e-15},
    parity_within={"rtol": 1e-13},
)
