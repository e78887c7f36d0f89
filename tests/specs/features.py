"""Features of images and texts: what each function promises."""

import math

import numpy as np
from scipy.cluster.vq import vq
from sklearn.cluster import KMeans
from sklearn.feature_extraction.image import extract_patches_2d
from sklearn.feature_extraction.text import CountVectorizer

from dlnotes import features
from specs import Call, Spec

inf, nan = math.inf, math.nan

RNG = np.random.default_rng(5)
GRAY, PHOTO = RNG.random((13, 18)), RNG.random((7, 5, 3))
X, CENTERS = RNG.normal(size=(40, 3)), RNG.normal(size=(4, 3))
TEXTS = ["Dog bites man.", "Man bites dog!", "", "개가 소를 문다", "a B b-1 été"]
WORDS = ["man", "dog", "소를", "b", "cat", "été"]

GOOD = [
    Call("color_histogram", PHOTO, bins=3).finite("image"),
    Call("image_patches", GRAY, 4, stride=3).finite("image"),
    Call("image_gradients", GRAY).finite("image"),
    Call("orientation_histograms", GRAY, bins=5, cell=4).finite("image"),
    Call("hog", GRAY, bins=5, cell=4, block=2).finite("image"),
    Call("kmeans_plus_plus", X, 4, rng=np.random.default_rng(0)).finite("X"),
    Call("nearest_centers", X, CENTERS).finite("X", "centers"),
    Call("kmeans", X, CENTERS, max_iter=9).finite("X", "centers"),
    Call("bag_of_visual_words", X, CENTERS).finite("X", "centers"),
    Call("build_vocabulary", TEXTS),
    Call("bag_of_words", TEXTS, WORDS),
]

# The patch of the page, worked by hand: 0.4 more to the right, 0.4 more below.
PATCH = [[0.0, 0.1, 0.2], [0.2, 0.3, 0.6], [0.4, 0.5, 0.8]]
RAMP = [[0.0, 0.25, 0.5, 0.75]] * 4
STEEP = np.transpose(RAMP)
# scikit-image 0.26.0: hog(SMALL, 4, (3, 3), (2, 2), block_norm="L2-Hys")
SMALL = np.reshape(
    [3, 1, 0, 0, 3, 4, 2, 3, 2, 4, 3, 0, 3, 0, 3, 1, 3, 2]
    + [1, 2, 0, 0, 3, 3, 2, 2, 4, 4, 3, 3, 3, 2, 1, 3, 2, 1],
    (6, 6),
)
OF_SKIMAGE = [
    *(0.2950655853, 0.2332698327, 0.3202403621, 0.0),
    *(0.3202403621, 0.1043214312, 0.3202403621, 0.0),
    *(0.3202403621, 0.0, 0.3202403621, 0.1649466822),
    *(0.3202403621, 0.3202403621, 0.3202403621, 0.0),
]

# Plain from the definitions.
VALUES = [
    Call("color_histogram", [[[0, 0, 0], [1, 1, 1]]], bins=1).gives([[[1]]]),
    Call("color_histogram", [[[0.5, 0.49, 1.0]]], bins=2).gives(
        [[[0, 0], [0, 0]], [[0, 1], [0, 0]]]
    ),
    Call("color_histogram", [[[0, 0, 0]], [[1, 1, 1]]], bins=2).gives(
        [[[0.5, 0], [0, 0]], [[0, 0], [0, 0.5]]]
    ),
    Call("image_patches", PATCH, 3).gives([np.ravel(PATCH)]),
    Call("image_patches", PATCH, 1, stride=2).gives([[0], [0.2], [0.4], [0.8]]),
    Call("image_patches", RAMP, 2, stride=2).gives([[0, 0.25] * 2, [0.5, 0.75] * 2] * 2),
    Call("image_gradients", [[0.5]]).gives([[0]], [[0]]),
    Call("image_gradients", PATCH).gives(
        [[0, 0.2, 0], [0.4, math.hypot(0.4, 0.4), 0.6], [0, 0.4, 0]],
        [[0, 0, 0], [90, 45, 90], [0, 0, 0]],
        atol=1e-13,
    ),
    Call("image_gradients", np.flip(PATCH)).gives(  # the sign is lost
        [[0, 0.4, 0], [0.6, math.hypot(0.4, 0.4), 0.4], [0, 0.2, 0]],
        [[0, 0, 0], [90, 45, 90], [0, 0, 0]],
        atol=1e-13,
    ),
    Call("image_gradients", [[0, 0, 0], [1, 0, 1e-20], [0, 1, 0]]).gives(
        [[0, 0, 0], [0, math.sqrt(2), 0], [0, 0, 0]],
        [[0, 0, 0], [0, 135, 0], [0, 0, 0]],
    ),
    # an angle a little below 0 is not rounded to 180
    Call("image_gradients", [[0, 1e-20, 0], [0, 0, 1], [0, 0, 0]]).gives(
        [[0, 0, 0], [0, 1, 0], [0, 0, 0]], np.zeros((3, 3))
    ),
    Call("image_gradients", [[1, 0, 0]]).gives([[0, 1, 0]], [[0, 0, 0]]),
    Call("orientation_histograms", RAMP, bins=2, cell=4).gives([[[0.25, 0]]]),
    Call("orientation_histograms", STEEP, bins=2, cell=4).gives([[[0, 0.25]]]),
    Call("orientation_histograms", RAMP, bins=1, cell=1).gives(
        [[[0], [0.5], [0.5], [0]]] * 4
    ),
    Call("hog", np.full((16, 16), 0.7)).gives(np.zeros(36)),
    Call("hog", SMALL / 4, bins=4, cell=3).gives(OF_SKIMAGE, rtol=1e-7),
    Call("kmeans_plus_plus", [[3.0, 4.0]], 1, rng=RNG).gives([[3, 4]]),
    Call("nearest_centers", [[1], [5], [6]], [[0], [10]]).gives([0, 0, 1]),
    Call("nearest_centers", [[1e200]], [[0], [2e200]]).gives([0]),
    Call("nearest_centers", [[1e-200]], [[0], [1.5e-200]]).gives([1]),
    Call("nearest_centers", [[1e9 + 2]], [[1e9], [1e9 + 3]]).gives([1]),
    Call("kmeans", [[1], [2], [8], [10]], [[1], [2]]).gives([[1.5], [9]], [0, 0, 1, 1]),
    Call("kmeans", [[1], [2], [8], [10]], [[1], [2]], max_iter=0).gives(
        [[1], [2]], [0, 1, 1, 1]
    ),
    Call("kmeans", [[1], [2], [8], [10]], [[1], [2]], max_iter=1).gives(
        [[1], [20 / 3]], [0, 0, 1, 1]
    ),
    # the last center is nearest to nobody, and takes the sample that is farthest
    Call("kmeans", [[0], [1], [5]], [[0], [99]], max_iter=1).gives([[0.5], [5]], [0, 0, 1]),
    Call("kmeans", [[7], [7]], [[7], [7]]).gives([[7], [7]], [0, 0]),
    Call("kmeans", [[1e308], [1.5e308]], [[0]]).gives([[1.25e308]], [0, 0]),
    Call("bag_of_visual_words", [[0.1], [0.9], [0.2]], [[0], [1], [5]]).gives([2, 1, 0]),
    Call("bag_of_words", TEXTS, WORDS).gives(
        [
            [1, 1, 0, 0, 0, 0],
            [1, 1, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0],
            [0, 0, 1, 0, 0, 0],
            [0, 0, 0, 2, 0, 1],
        ]
    ),
    Call("bag_of_words", [], ["a"]).gives(np.zeros((0, 1))),
]


def box_counts(image, bins):
    boxes = np.histogramdd(image.reshape(-1, 3), bins, [(0, 1)] * 3)[0]
    return boxes / boxes.sum()


def patches(image, size, stride=1):
    found = extract_patches_2d(image, (size, size))
    rows, columns = np.subtract(image.shape, size - 1)
    found = found.reshape(rows, columns, -1)[::stride, ::stride]
    return found.reshape(-1, size**2)


def by_numpy(image):
    """Doubled slopes of NumPy inside, 0 across a border."""
    down, across = (2 * slope for slope in np.gradient(image))
    down[[0, -1]] = across[:, [0, -1]] = 0
    z = across + 1j * down
    return np.abs(z), np.degrees(np.angle(z)) % 180


def pixel_by_pixel(image, bins, cell):
    """Each pixel votes for its cell, in plain loops."""
    magnitude, angle = by_numpy(image)
    votes = np.zeros((image.shape[0] // cell, image.shape[1] // cell, bins))
    for i in range(votes.shape[0] * cell):
        for j in range(votes.shape[1] * cell):
            b = int(angle[i, j] * bins / 180)
            votes[i // cell, j // cell, b] += magnitude[i, j] / cell**2
    return votes


def block_by_block(image, bins, cell, block):
    votes, found = pixel_by_pixel(image, bins, cell), []
    for i in range(len(votes) - block + 1):
        for j in range(votes.shape[1] - block + 1):
            v = votes[i : i + block, j : j + block].ravel()
            v = np.minimum(v / math.sqrt(v @ v + 1e-10), 0.2)
            found.extend(v / math.sqrt(v @ v + 1e-10))
    return np.array(found)


def lloyd(X, centers, max_iter):
    model = KMeans(len(centers), init=centers, n_init=1, max_iter=max_iter, tol=0).fit(X)
    return model.cluster_centers_, model.labels_


def count_vectors(documents, vocabulary):
    """With words of one letter, which scikit-learn leaves out by itself."""
    model = CountVectorizer(vocabulary=vocabulary, token_pattern=r"(?u)\b\w+\b")
    return model.transform(documents).toarray()


PARITY = [
    *(Call("color_histogram", PHOTO, bins=b).like(box_counts) for b in (1, 2, 5, 16)),
    *(Call("image_patches", GRAY, 4, stride=s).like(patches) for s in (1, 2, 5)),
    Call("image_gradients", GRAY).like(by_numpy),
    *(
        row
        for shape, bins, cell, block in [
            ((13, 18), 5, 4, 2),
            ((32, 32), 9, 8, 2),
            ((33, 47), 9, 8, 1),
            ((16, 16), 7, 2, 3),
        ]
        for image in [RNG.random(shape)]
        for row in [
            Call("orientation_histograms", image, bins=bins, cell=cell).like(
                pixel_by_pixel
            ),
            Call("hog", image, bins=bins, cell=cell, block=block).like(block_by_block),
        ]
    ),
    Call("nearest_centers", X, CENTERS).like(lambda X, centers: vq(X, centers)[0]),
    *(Call("kmeans", X, CENTERS, max_iter=n).like(lloyd) for n in (1, 2, 3, 300)),
    *(Call("kmeans", X, X[:k], max_iter=50).like(lloyd) for k in (1, 2, 7, 40)),
    # centers that lose all their samples
    Call("kmeans", X, np.vstack([CENTERS, [[50, 50, 50], [60, 60, 60]]]), max_iter=9).like(
        lloyd
    ),
    Call("bag_of_visual_words", X, CENTERS).like(
        lambda X, centers: np.bincount(vq(X, centers)[0], minlength=len(centers))
    ),
    Call("bag_of_words", TEXTS, WORDS).like(count_vectors),
]


IMAGES = {
    "image_patches": {"size": 3},
    "image_gradients": {},
    "orientation_histograms": {"cell": 2},
    "hog": {"cell": 2},
}
OF_X = [call for call in GOOD if call.args and call.args[0] is X]
OF_CENTERS = [call for call in OF_X if len(call.args) == 2 and call.args[1] is CENTERS]

REFUSALS = [
    *(
        refusal
        for name, options in IMAGES.items()
        for refusal in [
            Call(name, PHOTO, **options).refuses("`image` must have shape (H, W), got (7,"),
            Call(name, GRAY * 255, **options).refuses("`image` must lie in [0, 1], got "),
            Call(name, -GRAY, **options).refuses("`image` must lie in [0, 1], got -0."),
            Call(name, GRAY * nan, **options).refuses(
                "`image` must lie in [0, 1], got nan"
            ),
            Call(name, np.ones((0, 4)), **options).refuses(
                "`image` must not be empty, got shape (0, 4)"
            ),
        ]
    ),
    Call("color_histogram", GRAY).refuses(
        "`image` must have shape (H, W, 3), got (13, 18)"
    ),
    Call("color_histogram", PHOTO[..., :2]).refuses(
        "`image` must have shape (H, W, 3), got (7, 5, 2)"
    ),
    Call("color_histogram", np.full((2, 2, 3), 255)).refuses(
        "`image` must lie in [0, 1], got 255.0"
    ),
    Call("color_histogram", PHOTO[:0]).refuses("`image` must not be empty"),
    Call("color_histogram", PHOTO, bins=0).refuses("`bins` must be at least 1, got 0"),
    Call("color_histogram", PHOTO, bins=257).refuses("`bins` must be at most 256, got 257"),
    Call("image_patches", GRAY, 14).refuses(
        "`size` must be at most the shorter side of `image`, "
        "whose shape is (13, 18), got 14"
    ),
    Call("image_patches", GRAY, 0).refuses("`size` must be at least 1, got 0"),
    Call("image_patches", GRAY, 3, stride=0).refuses("`stride` must be at least 1, got 0"),
    *(
        refusal
        for name in ("orientation_histograms", "hog")
        for refusal in [
            Call(name, GRAY, cell=14).refuses(
                "`cell` must be at most the shorter side of `image`, "
                "whose shape is (13, 18), got 14"
            ),
            Call(name, GRAY, cell=0).refuses("`cell` must be at least 1, got 0"),
            Call(name, GRAY, bins=0).refuses("`bins` must be at least 1, got 0"),
            Call(name, GRAY, bins=181).refuses("`bins` must be at most 180, got 181"),
        ]
    ),
    Call("hog", GRAY, block=0).refuses("`block` must be at least 1, got 0"),
    Call("hog", GRAY, block=2).refuses(
        "`block` must be at most the shorter side of the grid of (1, 2) cells, got 2"
    ),
    *(
        refusal
        for call in OF_X
        for refusal in [
            Call(call.name, X[0], *call.args[1:], **call.options).refuses(
                "`X` must have shape (N, D), got (3,)"
            ),
            Call(call.name, X[:0], *call.args[1:], **call.options).refuses(
                "`X` must not be empty, got shape (0, 3)"
            ),
            Call(call.name, X * inf, *call.args[1:], **call.options).refuses(
                "`X` must hold finite numbers, got "
            ),
        ]
    ),
    *(
        refusal
        for call in OF_CENTERS
        for refusal in [
            Call(call.name, X, CENTERS[0]).refuses("`centers` must have shape (k, D), got"),
            Call(call.name, X, CENTERS[:0]).refuses("`centers` must not be empty"),
            Call(call.name, X, CENTERS[:, :2]).refuses(
                "`centers` must have rows of length 3, as `X` has, got 2"
            ),
            Call(call.name, X, CENTERS * nan).refuses(
                "`centers` must hold finite numbers, got nan"
            ),
        ]
    ),
    Call("kmeans", X[:3], CENTERS).refuses(
        "`centers` must have at most as many rows as `X`, which has 3, got 4"
    ),
    Call("kmeans", X, CENTERS, max_iter=-1).refuses(
        "`max_iter` must be at least 0, got -1"
    ),
    Call("kmeans_plus_plus", X, 0, rng=RNG).refuses("`k` must be at least 1, got 0"),
    Call("kmeans_plus_plus", X[:3], 4, rng=RNG).refuses(
        "`k` must be at most the 3 different rows of `X`, got 4"
    ),
    Call("kmeans_plus_plus", [[2], [1], [2]], 3, rng=RNG).refuses(
        "`k` must be at most the 2 different rows of `X`, got 3"
    ),
    *(
        Call("build_vocabulary", texts).refuses(
            f"`documents` must hold at least one word, got {texts}"
        )
        for texts in ([], [""], ["", " !?"])
    ),
    *(
        refusal
        for call in [Call("build_vocabulary"), Call("bag_of_words", WORDS)]
        for refusal in [
            Call(call.name, "a text", *call.args).refuses(
                "`documents` must be a list or a tuple, got str", TypeError
            ),
            Call(call.name, ["a", None], *call.args).refuses(
                "`documents[1]` must be a str, got NoneType", TypeError
            ),
        ]
    ),
    Call("bag_of_words", TEXTS, []).refuses(
        "`vocabulary` must hold at least one word, got"
    ),
    Call("bag_of_words", TEXTS, ["a", "b", "a"]).refuses(
        "`vocabulary` must hold each word once, got 'a' 2 times"
    ),
    *(
        Call("bag_of_words", TEXTS, ["a", word]).refuses(
            "`vocabulary` must hold words in small letters without spaces or punctuation, "
            f"got {word!r}"
        )
        for word in ("Dog", "two words", "", "end.")
    ),
    Call("bag_of_words", TEXTS, "words").refuses(
        "`vocabulary` must be a list or a tuple, got str", TypeError
    ),
    Call("bag_of_words", TEXTS, [1]).refuses(
        "`vocabulary[0]` must be a str, got int", TypeError
    ),
]

STRIPES = np.tile(
    [0.0, 0.0, 1.0, 1.0], (280, 70)
)  # 78400 pixels, each with a gradient of 1
FAR = np.array([[300.0, 0], [-300, 0], [301, 2]])  # squares of distances are not in float16
MANY = np.full((9, 1), 60000.0)
CHANCE = np.random.default_rng(0)
NOTHING = {call.name: "it refuses nan and infinity" for call in GOOD[:9]}

SPEC = Spec(
    module=features,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("color_histogram", np.repeat(STRIPES[..., None], 3, axis=2)),
        Call("image_patches", STRIPES, 280),
        Call("image_gradients", STRIPES),
        Call("orientation_histograms", STRIPES, cell=280),
        Call("hog", STRIPES, cell=280, block=1),
        Call("kmeans_plus_plus", FAR, 2, rng=CHANCE),
        Call("nearest_centers", FAR, FAR[:2]),
        Call("kmeans", MANY, MANY[:1]),
        Call("bag_of_visual_words", FAR, FAR[:2]),
    ],
    exempt={
        "nan": NOTHING,
        "no_warning": NOTHING,
        "values": {"build_vocabulary": "its words are compared in tests/test_features.py"},
        "parity": {
            "build_vocabulary": "its words are compared in tests/test_features.py",
            "kmeans_plus_plus": "chance is used in another order elsewhere",
        },
    },
    values_within={"rtol": 1e-14},
    parity_within={"rtol": 1e-12, "atol": 1e-14},
)
