"""Features beside the contract: what stays when an image is moved, k-means, words."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans
from sklearn.datasets import load_digits
from sklearn.feature_extraction.text import CountVectorizer

from dlnotes import features as m

seeds = st.integers(0, 2**32 - 1)


def grating(degrees, size=48):
    """Waves of brightness that advance in a direction."""
    i, j = np.mgrid[:size, :size]
    turn = math.radians(degrees)
    return 0.5 + 0.5 * np.sin((j * math.cos(turn) + i * math.sin(turn)) / 2)


# --- images -----------------------------------------------------------------------------


@given(seeds)
def test_shuffled_pixels_keep_the_color_histogram(seed):
    rng = np.random.default_rng(seed)
    image = rng.random((6, 7, 3))
    mixed = rng.permutation(image.reshape(-1, 3)).reshape(image.shape)
    assert_array_equal(m.color_histogram(mixed), m.color_histogram(image))


@pytest.mark.parametrize("bins", [2, 3, 4, 7, 10, 16, 256])
def test_values_at_the_edges_of_bins_of_a_channel(bins):
    """A value of 8 bits falls into the interval that exact arithmetic gives."""
    values = np.arange(256) / 255
    image = np.stack([values, 0 * values, 0 * values], axis=1)[None]
    shares = m.color_histogram(image, bins=bins)[:, 0, 0]
    exact = np.bincount([min(v * bins // 255, bins - 1) for v in range(256)])
    assert_allclose(shares * 256, exact, rtol=1e-14)


@pytest.mark.parametrize("degrees", range(10, 180, 20))
def test_the_bin_of_a_grating_turns_with_it(degrees):
    votes = m.orientation_histograms(grating(degrees), cell=48)[0, 0]
    assert votes.argmax() == degrees // 20
    assert votes.max() > 0.9 * votes.sum()


@given(seeds)
def test_a_quarter_turn_of_the_image_turns_the_bins(seed):
    image = np.random.default_rng(seed).random((16, 16))
    votes = m.orientation_histograms(image, bins=6)
    turned = m.orientation_histograms(np.rot90(image), bins=6)
    assert_allclose(turned, np.roll(np.rot90(votes), 3, axis=2), rtol=1e-12, atol=1e-14)


@given(seeds)
def test_hog_does_not_see_a_change_of_light(seed):
    image = np.random.default_rng(seed).random((24, 32))
    assert_allclose(m.hog(0.5 * image + 0.3), m.hog(image), atol=1e-6)
    assert_allclose(m.hog(1 - image), m.hog(image), atol=1e-12)


def test_no_entry_of_hog_is_large():
    v = m.hog(grating(30))
    assert_allclose(np.linalg.norm(v.reshape(-1, 36), axis=1), 1, atol=1e-4)
    assert v.min() >= 0


def test_angle_of_a_gradient_lies_below_180_in_every_dtype():
    for dtype in ("float16", "float32", "float64"):
        for tiny in (1e-7, 1e-5, 1e-3):
            image = np.array([[0, tiny, 0], [0, 0, 1], [0, 0, 0]], dtype)
            angle = m.image_gradients(image)[1]
            assert ((angle >= 0) & (angle < 180)).all()


@pytest.mark.parametrize("options", [{}, {"bins": 6, "cell": 4, "block": 3}])
def test_hog_is_scikit_images(options):
    feature = pytest.importorskip("skimage.feature")
    kw = {"bins": 9, "cell": 8, "block": 2} | options
    image = np.random.default_rng(0).random((37, 50))
    sides = (kw["cell"],) * 2, (kw["block"],) * 2
    theirs = feature.hog(image, kw["bins"], *sides, block_norm="L2-Hys")
    assert_allclose(m.hog(image, **kw), theirs, atol=1e-7)  # it adds in float32


# --- k-means ----------------------------------------------------------------------------


@given(seeds, st.integers(1, 6))
def test_kmeans_is_scikit_learns(seed, k):
    """Samples that coincide, and a center that is nearest to none of them, included."""
    rng = np.random.default_rng(seed)
    X = np.tile(rng.normal(size=(15, 2)), (2, 1))
    start = np.vstack([X[:k], [[40, 50]]])
    centers, labels = m.kmeans(X, start)
    model = KMeans(k + 1, init=start, n_init=1, tol=0).fit(X)
    assert_allclose(centers, model.cluster_centers_, rtol=1e-10)
    assert_array_equal(labels, model.labels_)


@given(seeds)
def test_no_round_of_kmeans_makes_it_worse(seed):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(50, 3))
    start = m.kmeans_plus_plus(X, 5, rng=rng)
    losses = []
    for rounds in range(8):
        centers, labels = m.kmeans(X, start, max_iter=rounds)
        assert_array_equal(labels, cdist(X, centers).argmin(axis=1))
        losses.append((cdist(X, centers).min(axis=1) ** 2).sum())
    assert all(b <= a * (1 + 1e-12) for a, b in zip(losses, losses[1:], strict=False))


@pytest.mark.parametrize("size", [1e-300, 1e-150, 1e150, 1e300])
def test_size_of_the_samples_does_not_matter(size):
    X = np.random.default_rng(0).normal(size=(30, 2))
    centers, labels = m.kmeans(X, X[:3])
    scaled = m.kmeans(X * size, X[:3] * size)
    assert_allclose(scaled[0] / size, centers, rtol=1e-12)
    assert_array_equal(scaled[1], labels)
    drawn = m.kmeans_plus_plus(X * size, 3, rng=np.random.default_rng(1))
    assert_allclose(drawn / size, m.kmeans_plus_plus(X, 3, rng=np.random.default_rng(1)))


def test_start_of_kmeans_follows_the_squared_distances():
    """From 0, the samples 1 and 3 are drawn as second center in the ratio 1 to 9."""
    rng = np.random.default_rng(0)
    drawn = [m.kmeans_plus_plus([[0.0], [1.0], [3.0]], 2, rng=rng) for _ in range(3000)]
    after_0 = [second[0] for first, second in drawn if first == 0]
    assert 800 < len(after_0) < 1200
    assert np.mean(np.array(after_0) == 3) == pytest.approx(0.9, abs=0.03)


def test_digits_are_grouped_as_by_scikit_learn():
    X = load_digits().data
    start = m.kmeans_plus_plus(X, 10, rng=np.random.default_rng(0))
    centers, labels = m.kmeans(X, start)
    model = KMeans(10, init=start, n_init=1, tol=0).fit(X)
    assert_allclose(centers, model.cluster_centers_, atol=1e-10)
    assert_array_equal(labels, model.labels_)


# --- words ------------------------------------------------------------------------------

TEXTS = ["Dog bites man.", "개가 소를 문다. 개가!", "a b_1 été, ÉTÉ", "", "3.14"]


def test_vocabulary_is_scikit_learns():
    model = CountVectorizer(token_pattern=r"(?u)\b\w+\b").fit(TEXTS)
    assert m.build_vocabulary(TEXTS) == list(model.get_feature_names_out())


@given(st.lists(st.text(max_size=12), max_size=5))
def test_every_word_is_counted_once(texts):
    texts = [*texts, "word"]
    vocabulary = m.build_vocabulary(texts)
    assert vocabulary == sorted(set(vocabulary))
    counts = m.bag_of_words(texts, vocabulary)
    assert (counts.sum(axis=0) > 0).all()
    model = CountVectorizer(token_pattern=r"(?u)\b\w+\b")
    assert counts.sum() == model.fit_transform(texts).sum()


def test_order_of_words_is_lost():
    one, two = m.bag_of_words(["dog bites man", "man bites dog"], ["dog", "man"])
    assert_array_equal(one, two)
