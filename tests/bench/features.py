"""Features: dlnotes, plain lines, and the libraries that have the same, if installed.

The column of SciPy is that of scikit-image for HOG, of scikit-learn for k-means, patches
and words, and of `histogramdd` for colors. k-means takes five rounds with 8 centers on
10,000 samples of 25 numbers, and words are those of 2,000 documents of 100 words.
"""

import warnings
from functools import partial

import numpy as np
from scipy.cluster.vq import vq
from sklearn.cluster import KMeans, kmeans_plusplus
from sklearn.feature_extraction.image import extract_patches_2d
from sklearn.feature_extraction.text import CountVectorizer

from dlnotes import features as m

try:
    from skimage.feature import hog as hog_of_skimage
except ImportError:
    hog_of_skimage = None

K, ROUNDS, SIDE = 8, 5, 250


def boxes(image, bins=4):
    places = np.minimum(image * bins, bins - 1).astype(int).reshape(-1, 3).T
    return np.bincount(np.ravel_multi_index(places, (bins,) * 3), minlength=bins**3)


def slopes(image):
    down, across = np.gradient(image)
    return np.hypot(across, down), np.degrees(np.arctan2(down, across)) % 180


def rooms(image, bins=9, cell=8):
    magnitude, angle = slopes(image)
    i, j = np.indices(image.shape) // cell
    return np.histogramdd(
        [i.ravel(), j.ravel(), angle.ravel()],
        (i.max() + 1, j.max() + 1, bins),
        weights=magnitude.ravel(),
    )[0]


def nearest(X, centers):
    return ((X[:, None] - centers) ** 2).sum(axis=2).argmin(axis=1)


def lloyd(X, centers):
    for _ in range(ROUNDS):
        labels = nearest(X, centers)
        centers = np.array([X[labels == j].mean(axis=0) for j in range(K)])
    return centers, nearest(X, centers)


def fit(X, centers):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # five rounds are not enough
        KMeans(K, init=centers, n_init=1, max_iter=ROUNDS, tol=0).fit(X)


def of_colors(image):
    """Name and the calls for a color image, and for patches of a small part."""
    color, small = np.stack([image] * 3, axis=2), image[:SIDE, :SIDE]
    ours = partial(m.color_histogram, color)
    pixels = color.reshape(-1, 3)
    theirs = partial(np.histogramdd, pixels, 4, [(0, 1)] * 3)
    yield "color_histogram", [ours, partial(boxes, color), theirs]
    ours, theirs = partial(m.image_patches, small, 5), partial(extract_patches_2d, small)
    yield "image_patches", [ours, None, partial(theirs, (5, 5))]


def of_slopes(image):
    """Name and the calls for a gray image."""
    yield "image_gradients", [partial(m.image_gradients, image), partial(slopes, image)]
    ours = partial(m.orientation_histograms, image)
    yield "orientation_histograms", [ours, partial(rooms, image)]
    options = {"cells_per_block": (2, 2), "block_norm": "L2-Hys"}
    theirs = hog_of_skimage and partial(hog_of_skimage, image, **options)
    yield "hog", [partial(m.hog, image), None, theirs]


def of_samples(X):
    """Name and the calls for samples, and their first ones as centers."""
    start = X[:K].copy()
    yield (
        "kmeans",
        [
            partial(m.kmeans, X, start, max_iter=ROUNDS),
            partial(lloyd, X, start),
            partial(fit, X, start),
        ],
    )
    yield (
        "kmeans_plus_plus",
        [
            lambda: m.kmeans_plus_plus(X, K, rng=np.random.default_rng(0)),
            None,
            partial(kmeans_plusplus, X, K, random_state=0),
        ],
    )
    near = [partial(nearest, X, start), partial(vq, X, start)]
    yield "nearest_centers", [partial(m.nearest_centers, X, start), *near]
    yield "bag_of_visual_words", [partial(m.bag_of_visual_words, X, start), *near]


def of_texts(rng):
    """Name and the calls for documents."""
    words = np.array([f"word{i}" for i in range(500)])
    texts = [" ".join(rng.choice(words, 100)) for _ in range(2000)]
    model, vocabulary = CountVectorizer(), m.build_vocabulary(texts)
    counter = CountVectorizer(vocabulary=vocabulary)
    yield (
        "build_vocabulary",
        [
            partial(m.build_vocabulary, texts),
            lambda: sorted({word for text in texts for word in text.split()}),
            partial(model.fit, texts),
        ],
    )
    yield (
        "bag_of_words",
        [
            partial(m.bag_of_words, texts, vocabulary),
            None,
            partial(counter.transform, texts),
        ],
    )


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    image = (x - x.min()) / (x.max() - x.min())
    yield from of_colors(image)
    yield from of_slopes(image)
    yield from of_samples(x.reshape(-1, 25)[:10000].copy())
    yield from of_texts(np.random.default_rng(0))
