"""Preprocessing beside the contract: subspaces, white data, memory, digits."""

import math
import tracemalloc

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA

from checks import FromTorch, assert_parity
from dlnotes import preprocessing as m

DIGITS = load_digits().data


@st.composite
def samples(draw):
    """Samples of correlated features, more of them than features or fewer."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    n, d = draw(st.integers(2, 23)), draw(st.integers(1, 7))
    scales = 10.0 ** rng.uniform(-3, 3, d)
    return rng.normal(size=(n, d)) @ rng.normal(size=(d, d)) * scales + rng.normal(size=d)


# --- scaling ----------------------------------------------------------------------------


@given(samples())
def test_scores_have_mean_0_and_deviation_1_and_lead_back(X):
    fit = m.standardize_fit(X)
    Z = m.standardize(X, *fit)
    assert_allclose(Z.mean(axis=0), 0, atol=1e-9)
    assert_allclose(Z.std(axis=0), 1, rtol=1e-9)
    assert_allclose(m.unstandardize(Z, *fit), X, rtol=1e-9, atol=1e-12)


@given(samples(), st.floats(1e-3, 1e3))
def test_scores_and_shares_do_not_depend_on_the_unit(X, unit):
    for fit, scale in [(m.standardize_fit, m.standardize), (m.minmax_fit, m.minmax_scale)]:
        assert_allclose(
            scale(X * unit, *fit(X * unit)), scale(X, *fit(X)), rtol=1e-9, atol=1e-9
        )


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", "uint8"])
@pytest.mark.parametrize("n", [1, 3, 10, 1000])
def test_a_constant_feature_becomes_exactly_0(n, dtype):
    """The mean of equal numbers is not always that number in floating point."""
    X = np.full((n, 1), 0.1 if dtype[0] == "f" else 7, dtype)
    mean, std = m.standardize_fit(X)
    assert_array_equal(mean, X[0])
    assert_array_equal(std, 0)
    assert_array_equal(m.zero_center(X)[0], 0)
    assert_array_equal(m.standardize(X, mean, std), 0)
    assert_array_equal(m.minmax_scale(X, *m.minmax_fit(X)), 0)


def test_pictures_of_whole_numbers_are_left_alone_and_do_not_wrap_around():
    X = np.array([[0, 255], [10, 20]], np.uint8)
    with pytest.raises(TypeError):
        X -= np.mean(X, axis=0)
    centred, _ = m.zero_center(X)
    assert_array_equal(centred, [[-5, 117.5], [5, -117.5]])
    assert_array_equal(X, [[0, 255], [10, 20]])


# --- principal components ---------------------------------------------------------------


@given(samples())
def test_components_are_eigenvectors_of_the_covariance(X):
    mean, components, variance = m.pca_fit(X)
    C = m.covariance(X)
    scale = np.trace(C)
    assert_allclose(C @ components.T, components.T * variance, atol=1e-9 * scale)
    assert_allclose(components @ components.T, np.eye(len(components)), atol=1e-9)
    assert (np.diff(variance) <= 0).all()
    assert_allclose(variance.sum(), scale, rtol=1e-9)
    assert_array_equal(mean, m.zero_center(X)[1])


@given(samples())
def test_spaces_of_components_are_pytorchs(X):
    """A direction has no sign, and those of equal variance may be mixed."""
    _, components, variance = m.pca_fit(X, ddof=1)
    values, vectors = torch.linalg.eigh(
        torch.cov(torch.tensor(X).T).reshape(X.shape[1], -1)
    )
    ours, theirs = np.zeros(X.shape[1]), values.flip(0).numpy()
    ours[: len(variance)] = variance
    assert_parity(ours, theirs.view(FromTorch), rtol=1e-9, atol=1e-9 * theirs[0])
    for k in range(1, len(variance)):
        if variance[k - 1] > 1.1 * variance[k] + 1e-6 * variance[0]:
            space = vectors.flip(1)[:, :k].numpy()
            assert_allclose(components[:k].T @ components[:k], space @ space.T, atol=1e-6)


@given(samples(), st.integers(1, 7))
def test_what_is_kept_and_what_is_lost_add_up(X, k):
    mean, components, variance = m.pca_fit(X, min(k, *X.shape))
    back = m.pca_inverse(m.pca_transform(X, mean, components), mean, components)
    total = np.trace(m.covariance(X))
    lost = ((X - back) ** 2).sum() / len(X)
    assert_allclose(variance.sum() + lost, total, rtol=1e-9)


@given(samples())
def test_the_largest_entry_of_a_component_is_positive(X):
    for component in m.pca_fit(X)[1]:
        assert component[np.abs(component).argmax()] > 0


def test_the_sign_of_a_direction_with_equal_entries_does_not_hang_on_round_off():
    rng = np.random.default_rng(0)
    for _ in range(50):
        X = np.array([[1, 1, 1, 1], [-1, -1, -1, -1], [0.1, -0.1, 0, 0]])
        components = m.pca_fit(X + 1e-12 * rng.normal(size=X.shape), 2)[1]
        assert_allclose(components[0], 0.5, atol=1e-9)
        assert_allclose(components[1], [math.sqrt(0.5), -math.sqrt(0.5), 0, 0], atol=1e-9)


def test_small_variances_keep_their_digits():
    """Eigenvalues of the covariance matrix would have three digits here."""
    rng = np.random.default_rng(0)
    left = np.linalg.qr(np.hstack([np.ones((40, 1)), rng.normal(size=(40, 3))]))[0][:, 1:]
    right = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    variance = m.pca_fit(left * [1, 1e-3, 1e-6] @ right)[2]
    assert_allclose(variance * 40, [1, 1e-6, 1e-12], rtol=1e-9)


def test_what_is_only_round_off_has_variance_0():
    X = np.random.default_rng(0).normal(size=(5, 9))
    assert_array_equal(m.pca_fit(X)[2] > 0, [True] * 4 + [False])
    assert_array_equal(
        (m.pca_fit(DIGITS)[2] == 0).sum(), (np.ptp(DIGITS, axis=0) == 0).sum()
    )


@pytest.mark.parametrize("k", [1, 20, 64])
def test_components_of_digits_are_scikit_learns(k):
    theirs = PCA(k, svd_solver="full").fit(DIGITS)
    mean, components, variance = m.pca_fit(DIGITS, k, ddof=1)
    assert_allclose(mean, theirs.mean_, rtol=1e-12)
    assert_allclose(variance, theirs.explained_variance_, rtol=1e-10, atol=1e-10)
    sure = variance > 1e-9  # others may be any directions
    signs = np.sign((components * theirs.components_).sum(axis=1, keepdims=True))
    assert_allclose((components * signs)[sure], theirs.components_[sure], atol=1e-8)


def test_fitting_makes_no_large_array():
    tracemalloc.start()
    m.pca_fit(DIGITS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * DIGITS.nbytes


# --- whitening --------------------------------------------------------------------------


@given(samples())
def test_white_data_have_the_identity_as_covariance(X):
    mean, components, variance = m.pca_fit(X)
    k = int(np.sum(variance > 1e-9 * variance[0]))
    fit = mean, components[:k], variance[:k]
    assert_allclose(m.covariance(m.pca_whiten(X, *fit)), np.eye(k), atol=1e-6)
    # turned back it lies in the space of the components, and fills all of it where k is D
    space = components[:k].T @ components[:k]
    assert_allclose(m.covariance(m.zca_whiten(X, *fit)), space, atol=1e-6)


@given(samples())
def test_zca_stays_nearer_to_the_samples_than_any_other_white_data(X):
    X = m.standardize(X, *m.standardize_fit(X))
    mean, components, variance = m.pca_fit(X)
    if len(variance) == X.shape[1] and variance[-1] > 1e-6:
        near = m.zca_whiten(X, mean, components, variance)
        rng = np.random.default_rng(0)
        for _ in range(5):
            turn = np.linalg.qr(rng.normal(size=(X.shape[1],) * 2))[0]
            assert ((near - X) ** 2).sum() <= ((near @ turn - X) ** 2).sum() + 1e-9


def test_eps_shrinks_directions_of_little_variance_most():
    mean, components, variance = m.pca_fit(DIGITS)
    white = m.pca_whiten(DIGITS, mean, components, variance, eps=1.0)
    assert_allclose(white.var(axis=0), variance / (variance + 1), atol=1e-12)
