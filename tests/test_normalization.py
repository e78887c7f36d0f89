"""Normalisation beside the contract: 20 batches, float32 near 1e5, memory, laws."""

import tracemalloc

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from checks import assert_parity, central_difference
from dlnotes import normalization as m
from specs.normalization import DIMAGES, DX, G6, IMAGES, B, G, X, drawn

SHAPES = [(7, 3), (7, 3, 2, 5)]
LAYERS = {2: torch.nn.BatchNorm1d, 4: torch.nn.BatchNorm2d}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("momentum", [0.1, 0.7])
def test_running_statistics_follow_pytorch_for_20_batches(shape, momentum):
    layer = LAYERS[len(shape)](3, momentum=momentum, dtype=torch.float64)
    layer.weight.data, layer.bias.data = torch.tensor(G), torch.tensor(B)
    state = None
    for seed in range(20):
        x = 3 * drawn(*shape, seed=seed) + seed
        y, state, _ = m.batch_norm(x, G, B, state, training=True, momentum=momentum)
        theirs = layer(torch.tensor(x)).detach()
        assert_parity(y, theirs, rtol=1e-11, atol=1e-13)
        assert_parity(state.mean, layer.running_mean, rtol=1e-13)
        assert_parity(state.var, layer.running_var, rtol=1e-13)
    y, after, _ = m.batch_norm(x, G, B, state, training=False)
    assert_parity(y, layer.eval()(torch.tensor(x)).detach(), rtol=1e-12, atol=1e-14)
    assert_array_equal(after, state)


# --- numbers that are hard to normalise ---------------------------------------------------


@pytest.mark.parametrize("offset", [1e3, 1e5, -3e5])
def test_float32_far_from_0_keeps_its_variance(offset):
    """As float64 finds them of the same numbers: round-off of a mean must not count."""
    x = (offset + drawn(64, 6, 5, 7)).astype(np.float32)
    one, zero = np.ones(6, np.float32), np.zeros(6, np.float32)
    true, exact, _ = m.batch_norm(x.astype(float), one, zero, None, training=True)
    y, state, _ = m.batch_norm(x, one, zero, None, training=True)
    assert y.dtype == state.var.dtype == np.float32
    assert_allclose(y, true, atol=2e-6)
    assert_allclose(state.mean, exact.mean, rtol=1e-7)
    assert_allclose(state.var, exact.var, rtol=2e-7)
    rows = x.reshape(64, -1)
    ones = np.ones(rows.shape[1])
    true, _ = m.layer_norm(rows.astype(float), ones, 0 * ones)
    y, _ = m.layer_norm(rows, ones.astype(np.float32), 0 * ones.astype(np.float32))
    assert_allclose(y, true, atol=2e-6)


def test_squares_too_large_for_their_dtype():
    """The result has its place; only the variance has none."""
    for dtype, size in [("float32", 1e30), ("float64", 1e200)]:
        x = (size * X).astype(dtype)
        y, state, _ = m.batch_norm(x, G, B, None, training=True)
        small, _, _ = m.batch_norm(X, G, B, None, training=True, eps=1e-30)
        assert_allclose(y, small, rtol=1e-5 if dtype == "float32" else 1e-13)
        assert np.isinf(state.var).all()


def test_mixed_dtypes_keep_the_digits_of_the_wider():
    y, _, cache = m.batch_norm(X.astype(np.float32), G, B, None, training=True)
    dx, _, _ = m.batch_norm_backward(1e-9 + DX, cache)
    assert y.dtype == dx.dtype == np.float64
    wide = m.batch_norm(X.astype(np.float32).astype(float), G, B, None, training=True)
    assert_allclose(y, wide[0], rtol=1e-5)
    assert_allclose(dx, m.batch_norm_backward(1e-9 + DX, wide[2])[0], atol=1e-5)


# --- laws -------------------------------------------------------------------------------


@given(st.floats(0.01, 100), st.floats(-50, 50))
def test_scale_and_shift_of_the_input_do_not_count(scale, shift):
    def normal(x):
        return m.batch_norm(x, G, B, None, training=True, eps=1e-20)[0]

    assert_allclose(normal(scale * X + shift), normal(X), atol=1e-10)
    assert_allclose(normal(-X) - B, B - normal(X), atol=1e-12)


def test_gradient_is_the_slope_and_has_no_part_along_shift_and_scale():
    def loss(x):
        return np.sum(DX * m.batch_norm(x, G, B, None, training=True, eps=1e-12)[0])

    cache = m.batch_norm(X, G, B, None, training=True, eps=1e-12)[2]
    dx, _, _ = m.batch_norm_backward(DX, cache)
    assert_allclose(dx, central_difference(loss, X), rtol=1e-6, atol=1e-7)
    assert_allclose(dx.sum(axis=0), 0, atol=1e-13)
    assert_allclose((dx * cache.x_hat).sum(axis=0), 0, atol=1e-10)


def test_samples_depend_on_their_batch_only_in_training_of_batch_norm():
    other = X.copy()
    other[1:] *= 2
    first = [m.batch_norm(x, G, B, None, training=True)[0][0] for x in (X, other)]
    assert np.abs(first[0] - first[1]).min() > 1e-3
    state = m.batch_norm(X, G, B, None, training=True)[1]
    for f in [
        lambda x: m.batch_norm(x, G, B, state, training=False)[0],
        lambda x: m.layer_norm(x, G, B)[0],
        lambda x: m.group_norm(x, G, B, num_groups=3),
    ]:
        assert_array_equal(f(X)[0], f(other)[0])


def test_groups_from_layer_to_instance():
    """One group is a layer, a channel on its own an instance, as PyTorch has it."""
    one, zero = np.ones((6, 2, 3)), np.zeros((6, 2, 3))
    flat = m.group_norm(IMAGES, np.ones(6), np.zeros(6), num_groups=1)
    assert_allclose(flat, m.layer_norm(IMAGES, one, zero)[0], atol=1e-14)
    theirs = torch.nn.functional.instance_norm(
        torch.tensor(IMAGES), weight=torch.tensor(G6)
    )
    ours = m.group_norm(IMAGES, G6, np.zeros(6), num_groups=6)
    assert_parity(ours, theirs, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("kind", ["batch", "layer"])
def test_no_more_than_three_arrays_beside_the_input(kind):
    x = np.zeros((64, 32, 14, 14))
    scale = np.ones((32,) if kind == "batch" else x.shape[1:])
    options = {"state": None, "training": True} if kind == "batch" else {}
    forward, backward = (getattr(m, f"{kind}_norm{end}") for end in ("", "_backward"))
    cache = forward(x, scale, scale, **options)[-1]
    for call in (lambda: forward(x, scale, scale, **options), lambda: backward(x, cache)):
        tracemalloc.start()
        call()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 3 * x.nbytes


def test_gradients_of_two_uses_are_sums():
    """The backward pass is linear in `dout`."""
    cache = m.batch_norm(IMAGES, G6, 0 * G6, None, training=True)[2]
    parts = [m.batch_norm_backward(d, cache) for d in (DIMAGES, IMAGES, DIMAGES + IMAGES)]
    for a, b, both in zip(*parts, strict=True):
        assert_allclose(a + b, both, atol=1e-13)
