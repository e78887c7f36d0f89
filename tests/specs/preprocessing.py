"""Preprocessing: what each function promises."""

import math

import numpy as np
import torch
from sklearn.decomposition import PCA
from sklearn.preprocessing import MinMaxScaler, StandardScaler

from dlnotes import preprocessing
from specs import Call, Spec

inf, nan = math.inf, math.nan
RNG = np.random.default_rng(3)
X = RNG.normal(size=(11, 3)) @ RNG.normal(size=(3, 3)) + RNG.normal(size=3)
NEW, Z = RNG.normal(size=(7, 3)), RNG.normal(size=(7, 2))
MEAN, STD = RNG.normal(size=3), RNG.uniform(0.5, 2, 3)
LOW, HIGH = RNG.uniform(-2, -1, 3), RNG.uniform(1, 2, 3)
AXES = np.linalg.qr(RNG.normal(size=(3, 3)))[0][:2]
VARIANCE = RNG.uniform(1, 2, 2)

GOOD = [
    Call("zero_center", X),
    Call("standardize_fit", X),
    Call("standardize", NEW, MEAN, STD).bounded("std"),
    Call("unstandardize", NEW, MEAN, STD).bounded("std"),
    Call("minmax_fit", X),
    Call("minmax_scale", NEW, LOW, HIGH).bounded("low", "high"),
    Call("covariance", X),
    Call("covariance", X, ddof=1),
    Call("pca_fit", X, 2, ddof=1).finite("X"),
    Call("pca_transform", NEW, MEAN, AXES),
    Call("pca_inverse", Z, MEAN, AXES),
    *(
        Call(f"{kind}_whiten", NEW, MEAN, AXES, VARIANCE, eps=0.5).bounded("variance")
        for kind in ("pca", "zca")
    ),
]

# By hand: the numbers of the pages.
HAND = np.array([[2.0], [4], [4], [4], [5], [5], [7], [9]])
BIG, ROOT = 1.7e308, math.sqrt(0.5)
# Covariance [[4, 3], [3, 4]]: a variance of 7 along (1, 1) and of 1 along (1, -1).
CROSS = np.array([[math.sqrt(7)] * 2, [-math.sqrt(7)] * 2, [1, -1], [-1, 1]], dtype=float)
WHITE = math.sqrt(2) * np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
FIT = ([0, 0], [[ROOT, ROOT], [ROOT, -ROOT]], [7, 1])

VALUES = [
    Call("zero_center", HAND).gives(HAND - 5, [5]),
    Call("zero_center", np.array([[0, 255], [10, 20]], np.uint8)).gives(
        [[-5, 117.5], [5, -117.5]], [5, 137.5]
    ),
    Call("zero_center", [[0.1, BIG]] * 10).gives(np.zeros((10, 2)), [0.1, BIG]),
    Call("zero_center", [[3, nan, 1], [5, 1, inf]]).gives(
        [[-1, nan, -inf], [1, nan, nan]], [4, nan, inf]
    ),
    Call("zero_center", [[4, 7]]).gives([[0, 0]], [4, 7]),
    Call("standardize_fit", HAND).gives([5], [2]),
    Call("standardize_fit", HAND * 1e200).gives([5e200], [2e200]),
    Call("standardize_fit", HAND * 1e-200).gives([5e-200], [2e-200]),
    Call("standardize_fit", HAND * [1e200, 1, 1e-200]).gives(
        [5e200, 5, 5e-200], [2e200, 2, 2e-200]
    ),
    Call("standardize_fit", HAND + 1e9).gives([5 + 1e9], [2]),
    Call("standardize_fit", [[0.1, 0], [0.1, 0], [0.1, 0]]).gives([0.1, 0], [0, 0]),
    Call("standardize_fit", [[-BIG], [BIG]]).gives([0], [BIG]),
    Call("standardize_fit", [[5, nan, 1], [7, 2, inf]]).gives([6, nan, inf], [1, nan, nan]),
    Call("standardize_fit", [[4, 7]]).gives([4, 7], [0, 0]),
    Call("standardize_fit", np.array([[0, 250], [200, 250]], np.uint8)).gives(
        [100, 250], [100, 0]
    ),
    Call("standardize", HAND, [5], [2]).gives((HAND - 5) / 2),
    Call("standardize", [[3, 9, 1]], [3, 4, nan], [0, 0, 1]).gives([[0, 5, nan]]),
    Call("standardize", np.zeros((0, 3)), MEAN, STD).gives(np.zeros((0, 3))),
    Call("unstandardize", [[-1.5, 2]], [5, 3], [2, 0]).gives([[2, 5]]),
    Call("minmax_fit", HAND).gives([2], [9]),
    Call("minmax_fit", [[1, nan, inf], [-1, 2, 3]]).gives([-1, nan, 3], [1, nan, inf]),
    Call("minmax_scale", HAND, [2], [9]).gives((HAND - 2) / 7),
    Call("minmax_scale", [[5, 7, -1], [16, 8, 1]], [2, 7, nan], [9, 7, nan]).gives(
        [[3 / 7, 0, nan], [2, 1, nan]]
    ),
    Call("covariance", CROSS).gives([[4, 3], [3, 4]]),
    Call("covariance", CROSS, ddof=1).gives([[16 / 3, 4], [4, 16 / 3]]),
    Call("covariance", CROSS * [1e200, 1e-200]).gives([[inf, 3], [3, 0]]),
    Call("covariance", [[4, 7]]).gives(np.zeros((2, 2))),
    Call("covariance", [[0.1, 1], [0.1, 3]]).gives([[0, 0], [0, 1]]),
    Call("pca_fit", CROSS).gives(*FIT),
    Call("pca_fit", CROSS, 1, ddof=1).gives([0, 0], [[ROOT, ROOT]], [28 / 3]),
    Call("pca_fit", CROSS * 1e200).gives([0, 0], FIT[1], [inf, inf]),
    Call("pca_fit", CROSS * 1e-150).gives([0, 0], FIT[1], [7e-300, 1e-300]),
    Call("pca_fit", [[1, 5], [3, 5]]).gives([2, 5], [[1, 0], [0, 1]], [1, 0]),
    Call("pca_fit", [[4, 7]]).gives([4, 7], [[1, 0]], [0]),
    Call("pca_fit", [[0.1]] * 3).gives([0.1], [[1]], [0]),
    Call("pca_fit", [[0, 0, 3], [0, 0, -3]], 1).gives([0, 0, 0], [[0, 0, 1]], [9]),
    Call("pca_transform", CROSS, *FIT[:2]).gives(np.multiply(WHITE, np.sqrt(FIT[2]))),
    Call("pca_transform", [[5, 0]], [1, 1], [[0.6, 0.8]]).gives([[1.6]]),
    Call("pca_inverse", np.multiply(WHITE, np.sqrt(FIT[2])), *FIT[:2]).gives(CROSS),
    Call("pca_inverse", [[5.0]], [1, 1], [[0.6, 0.8]]).gives([[4, 5]]),
    Call("pca_whiten", CROSS, *FIT).gives(WHITE),
    Call("pca_whiten", CROSS, *FIT, eps=2).gives(
        WHITE * np.sqrt(FIT[2] / np.add(FIT[2], 2))
    ),
    Call("pca_whiten", [[3, 4]], [3, 4], [[1, 0]], [0], eps=1).gives([[0]]),
    Call("zca_whiten", CROSS, *FIT).gives([[1, 1], [-1, -1], [1, -1], [-1, 1]]),
    Call("zca_whiten", [[5, 0]], [1, 1], [[0.6, 0.8]], [4]).gives([[0.48, 0.64]]),
]


def attributes(model, *names):
    """The arrays that a model of scikit-learn has learnt from samples."""

    def fit(X, *_, **__):
        return [getattr(model.fit(X), name) for name in names]

    return fit


def scaler(mean, std):
    """A scaler of scikit-learn with these means and deviations."""
    model = StandardScaler().fit(np.zeros((2, len(mean))))
    model.mean_, model.scale_ = mean, std
    return model


FITTED = preprocessing.pca_fit(X, 2, ddof=1)
THEIRS = PCA(2, svd_solver="full").fit(X)
WHITENED = PCA(2, svd_solver="full", whiten=True).fit(X)
FLAT = np.hstack([X, np.full((11, 1), 0.3)])  # with a constant feature
WIDE = RNG.normal(size=(5, 9))
LEARNT = ["mean_", "components_", "explained_variance_"]


def inverse_root(X):
    """The matrix of ZCA: the inverse root of the covariance, by its eigenvectors."""
    values, vectors = np.linalg.eigh(np.cov(X.T, bias=True))
    return vectors / np.sqrt(values) @ vectors.T


PARITY = [
    Call("zero_center", FLAT).like(
        lambda X: [StandardScaler(with_std=False).fit_transform(X), X.mean(axis=0)]
    ),
    Call("zero_center", X).like_torch(lambda X: [X - X.mean(0), X.mean(0)]),
    Call("standardize_fit", X).like(attributes(StandardScaler(), "mean_", "scale_")),
    Call("standardize_fit", X).like_torch(
        lambda X: torch.std_mean(X, 0, correction=0)[::-1]
    ),
    Call("standardize", FLAT, *preprocessing.standardize_fit(FLAT)).like(
        lambda X, *_: StandardScaler().fit_transform(X)
    ),
    Call("standardize", NEW, MEAN, STD).like(lambda X, *fit: scaler(*fit).transform(X)),
    Call("unstandardize", NEW, MEAN, STD).like(
        lambda Z, *fit: scaler(*fit).inverse_transform(Z)
    ),
    Call("minmax_fit", FLAT).like(attributes(MinMaxScaler(), "data_min_", "data_max_")),
    Call("minmax_scale", FLAT, *preprocessing.minmax_fit(FLAT)).like(
        lambda X, *_: MinMaxScaler().fit_transform(X)
    ),
    Call("minmax_scale", NEW, *preprocessing.minmax_fit(X)).like(
        lambda new, *_: MinMaxScaler().fit(X).transform(new)
    ),
    Call("covariance", X).like(lambda X: np.cov(X.T, bias=True)),
    Call("covariance", X, ddof=1).like_torch(lambda X, ddof: torch.cov(X.T)),
    *(
        Call("pca_fit", data, k, ddof=1).like(
            attributes(PCA(k, svd_solver="full"), *LEARNT)
        )
        for data, k in [(X, 1), (X, 2), (X, 3), (WIDE, 3)]
    ),
    Call("pca_transform", NEW, *FITTED[:2]).like(lambda new, *_: THEIRS.transform(new)),
    Call("pca_inverse", Z, *FITTED[:2]).like(lambda Z, *_: THEIRS.inverse_transform(Z)),
    Call("pca_whiten", NEW, *FITTED).like(lambda new, *_: WHITENED.transform(new)),
    Call("zca_whiten", NEW, *preprocessing.pca_fit(X)).like(
        lambda new, *_: (new - X.mean(axis=0)) @ inverse_root(X)
    ),
]


def of_columns(name, *args, **fits):
    """Refusals of arrays that do not fit the columns of the samples."""
    for i, key in enumerate(fits, 1):
        wrong = [*args]
        wrong[i] = args[i][:2]
        yield Call(name, *wrong).refuses(
            f"`{key}` must have shape (3,), as `{fits[key]}` has columns, got (2,)"
        )


REFUSALS = [
    *(
        Call(name, data).refuses(message)
        for name in (
            "zero_center",
            "standardize_fit",
            "minmax_fit",
            "covariance",
            "pca_fit",
        )
        for data, message in [
            (X[0], "`X` must have shape (N, D), got (3,)"),
            (X[:0], "`X` must not be empty along axis 0, got shape (0, 3)"),
        ]
    ),
    *of_columns("standardize", NEW, MEAN, STD, mean="X", std="X"),
    *of_columns("unstandardize", NEW, MEAN, STD, mean="Z", std="Z"),
    *of_columns("minmax_scale", NEW, LOW, HIGH, low="X", high="X"),
    *of_columns("pca_transform", NEW, MEAN, AXES, mean="X"),
    *of_columns("pca_inverse", Z, MEAN, AXES, mean="components"),
    *of_columns("pca_whiten", NEW, MEAN, AXES, VARIANCE, mean="X"),
    *of_columns("zca_whiten", NEW, MEAN, AXES, VARIANCE, mean="X"),
    Call("standardize", NEW[0], MEAN, STD).refuses("`X` must have shape (M, D), got (3,)"),
    Call("unstandardize", NEW[0], MEAN, STD).refuses(
        "`Z` must have shape (M, D), got (3,)"
    ),
    *(
        Call(name, NEW, MEAN, [1, -2, 1]).refuses(
            "`std` must hold numbers of at least 0, got -2"
        )
        for name in ("standardize", "unstandardize")
    ),
    Call("minmax_scale", NEW[0], LOW, HIGH).refuses("`X` must have shape (M, D), got (3,)"),
    Call("minmax_scale", NEW, [0, 5, 0], [1, 4, 1]).refuses(
        "`high` must be at least `low`, got 4.0 and 5.0 in column 1"
    ),
    *(
        Call(name, X, ddof=11).refuses("`ddof` must be below the 11 rows of `X`, got 11")
        for name in ("covariance", "pca_fit")
    ),
    Call("covariance", X, ddof=-1).refuses("`ddof` must be at least 0, got -1"),
    Call("pca_fit", X[:1], ddof=1).refuses("`ddof` must be below the 1 rows of `X`, got 1"),
    Call("pca_fit", X[:, :0]).refuses("`X` must not be empty, got shape (11, 0)"),
    Call("pca_fit", [[1, nan], [2, 3]]).refuses("`X` must hold finite numbers, got nan"),
    Call("pca_fit", [[1, 2], [2, -inf]]).refuses("`X` must hold finite numbers, got -inf"),
    Call("pca_fit", X, 0).refuses("`k` must be at least 1, got 0"),
    Call("pca_fit", X, 4).refuses(
        "`k` must be at most 3, the smaller one of the sizes (11, 3) of `X`, got 4"
    ),
    Call("pca_fit", WIDE, 6).refuses(
        "`k` must be at most 5, the smaller one of the sizes (5, 9) of `X`, got 6"
    ),
    *(
        refusal
        for name, rest in [
            ("pca_transform", ()),
            ("pca_whiten", (VARIANCE,)),
            ("zca_whiten", (VARIANCE,)),
        ]
        for refusal in [
            Call(name, NEW[0], MEAN, AXES, *rest).refuses(
                "`X` must have shape (M, D), got (3,)"
            ),
            Call(name, NEW, MEAN, AXES[0], *rest).refuses(
                "`components` must have shape (k, D), got (3,)"
            ),
            Call(name, NEW, MEAN, AXES[:, :2], *rest).refuses(
                "`components` must have rows of length 3, as `X` has, got 2"
            ),
        ]
    ),
    Call("pca_inverse", Z[0], MEAN, AXES).refuses("`Z` must have shape (M, k), got (2,)"),
    Call("pca_inverse", Z, MEAN, AXES[0]).refuses(
        "`components` must have shape (k, D), got (3,)"
    ),
    Call("pca_inverse", Z, MEAN, AXES[:1]).refuses(
        "`components` must have one row for each of the 2 columns of `Z`, got shape (1, 3)"
    ),
    *(
        refusal
        for kind in ("pca", "zca")
        for refusal in [
            Call(f"{kind}_whiten", NEW, MEAN, AXES, VARIANCE[:1]).refuses(
                "`variance` must have shape (2,), as `components` has rows, got (1,)"
            ),
            Call(f"{kind}_whiten", NEW, MEAN, AXES, [1, -2]).refuses(
                "`variance` must hold numbers of at least 0, got -2"
            ),
            Call(f"{kind}_whiten", NEW, MEAN, AXES, [1, 0]).refuses(
                "`variance` must hold numbers above 0 where `eps` is 0, got 0"
            ),
            *Call(f"{kind}_whiten", NEW, MEAN, AXES, VARIANCE).refuses_each(
                "eps", [-1, inf, nan], "a finite number of at least 0"
            ),
        ]
    ),
]

FAR = np.full((64, 2), 40000.0) + np.arange(64)[:, None] % 2 * 32  # its sum is too large
LONG = np.tile([300.0, -300], (2, 100)) * [[1], [-1]]  # so are its squares
ONES = np.ones((1, 200))

SPEC = Spec(
    module=preprocessing,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("zero_center", FAR),
        Call("standardize_fit", FAR),
        Call("standardize", [[60000.0]], [-60000.0], [3.0]),
        Call("unstandardize", np.array([[300.0]]), np.array([-60000.0]), np.array([300.0])),
        Call("minmax_fit", FAR),
        Call("minmax_scale", np.zeros((1, 1)), *np.array([[-6e4], [6e4]])),
        Call("covariance", FAR),
        Call("pca_fit", FAR),
        Call("pca_transform", LONG, LONG[0], ONES / 16),
        Call("pca_inverse", LONG[:, :1], LONG[0], ONES / 16),
        Call("pca_whiten", LONG, LONG[0], ONES, np.array([4e4])),
        Call("zca_whiten", LONG, LONG[0], ONES, np.array([4e4])),
    ],
    exempt={
        "nan": {"pca_fit": "it refuses nan"},
        "no_warning": {"pca_fit": "it refuses infinity"},
    },
    values_within={"rtol": 1e-14, "atol": 1e-14},
    parity_within={"rtol": 1e-11, "atol": 1e-13},
)
