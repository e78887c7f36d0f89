"""Convolution beside the contract: the transpose, groups of samples, memory, laws."""

import tracemalloc

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from checks import assert_parity, central_difference
from dlnotes import convolution as m
from dlnotes.convolution import _windows
from specs.convolution import W24, W33, X7, B, drawn

PAIRS = st.tuples(st.integers(1, 3), st.integers(1, 3))
DRAWN = {
    "size": st.tuples(st.integers(7, 11), st.integers(7, 11)),
    "kernel": PAIRS,
    "stride": st.tuples(st.integers(1, 4), st.integers(1, 4)),
    "padding": st.tuples(st.integers(0, 3), st.integers(0, 3)),
    "dilation": PAIRS,
}


@given(**DRAWN)
@settings(max_examples=60)
def test_col2im_is_the_transpose_of_im2col(size, kernel, **windows):
    """<im2col(x), y> = <x, col2im(y)> for every x and y; and as PyTorch has both."""
    x = drawn(2, 3, *size)
    columns = m.im2col(x, kernel, **windows)
    assert_array_equal(
        columns, torch.nn.functional.unfold(torch.tensor(x), kernel, **windows)
    )
    y = drawn(*columns.shape, seed=1)
    back = m.col2im(y, size, kernel, **windows)
    assert_allclose(np.vdot(columns, y), np.vdot(x, back), rtol=1e-11, atol=1e-11)
    theirs = torch.nn.functional.fold(torch.tensor(y), size, kernel, **windows)
    assert_parity(back, theirs, rtol=1e-13, atol=1e-13)
    assert columns.shape[2] == np.prod(
        [
            m.conv_output_size(n, k, **{name: pair[i] for name, pair in windows.items()})
            for i, (n, k) in enumerate(zip(size, kernel, strict=True))
        ]
    )


@given(**DRAWN)
@settings(max_examples=40)
def test_gradients_are_the_slopes(size, kernel, **windows):
    """The result is linear in the images, and in the filters: no small step is needed."""
    x, w, dx = drawn(2, 3, *size), drawn(4, 3, *kernel, seed=1), drawn(2, 3, *size, seed=2)
    dw, zero = drawn(4, 3, *kernel, seed=3), np.zeros(4)
    d = drawn(*m.conv2d(x, w, **windows).shape, seed=4)
    by_x, by_w, by_b = m.conv2d_backward(d, x, w, **windows)
    assert_allclose(np.vdot(by_x, dx), np.vdot(d, m.conv2d(dx, w, **windows)), rtol=1e-9)
    assert_allclose(np.vdot(by_w, dw), np.vdot(d, m.conv2d(x, dw, **windows)), rtol=1e-9)
    with_bias = m.conv2d(0 * x, w, B[[0, 1, 2, 0]], **windows)
    assert_allclose(by_b @ B[[0, 1, 2, 0]], np.vdot(d, with_bias), rtol=1e-9)
    assert zero.shape == by_b.shape


@pytest.mark.parametrize("at_once", [1, 700, 2**30])
def test_groups_of_samples_do_not_count(at_once, monkeypatch):
    monkeypatch.setattr(_windows, "AT_ONCE", at_once)
    x, w = drawn(5, 2, 8, 7), W33
    y = m.conv2d(x, w, B, padding=1)
    theirs = torch.nn.functional.conv2d(*map(torch.tensor, (x, w, B)), padding=1)
    assert_parity(y, theirs, rtol=1e-12, atol=1e-13)
    whole = m.conv2d_backward(y, x, w, padding=1)
    alone = [m.conv2d_backward(y[i : i + 1], x[i : i + 1], w, padding=1) for i in range(5)]
    assert_allclose(whole[0], np.concatenate([dx for dx, _, _ in alone]), atol=1e-12)
    assert_allclose(whole[1], sum(dw for _, dw, _ in alone), atol=1e-11)
    assert_allclose(whole[2], sum(db for _, _, db in alone), atol=1e-11)


def test_memory_stays_below_12_inputs():
    x, w = drawn(8, 3, 32, 32), drawn(16, 3, 3, 3)
    tracemalloc.start()
    y = m.conv2d(x, w, padding=1)
    m.conv2d_backward(y, x, w, padding=1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert y.nbytes < peak < 12 * x.nbytes


# --- laws -------------------------------------------------------------------------------


def test_a_shift_of_the_image_shifts_the_feature_map_along():
    x = np.zeros((1, 2, 12, 12))
    x[:, :, 3:8, 3:8] = drawn(2, 5, 5)
    moved = np.roll(x, (2, 1), axis=(2, 3))
    y = m.conv2d(x, W33, B, padding=1)
    assert_allclose(m.conv2d(moved, W33, B, padding=1), np.roll(y, (2, 1), axis=(2, 3)))
    assert_array_equal(  # max pooling of 2 keeps up with shifts by 2 alone
        m.max_pool2d(np.roll(x, 2, axis=3), 2)[0], np.roll(m.max_pool2d(x, 2)[0], 1, axis=3)
    )


def test_a_fully_connected_layer_is_a_convolution_of_full_size():
    W = drawn(4, 60)
    full = m.conv2d(X7, W.reshape(4, 2, 6, 5))
    assert_allclose(full[:, :, 0, 0], X7.reshape(7, -1) @ W.T)


def test_a_convolution_is_a_matrix_with_equal_diagonals():
    eye = np.eye(7).reshape(7, 1, 1, 7)
    T = m.conv2d(eye, np.array([[[[1.0, 2, 3]]]])).reshape(7, 5).T
    for i in range(5):
        assert_array_equal(T[i], np.roll([1, 2, 3, 0, 0, 0, 0], i))


def test_a_convolution_of_1_x_1_mixes_channels_of_each_pixel():
    w = drawn(4, 2)
    y = m.conv2d(X7, w[:, :, None, None])
    assert_allclose(y, np.einsum("oc,nchw->nohw", w, X7))


@pytest.mark.parametrize("kernel", [2, 3])
def test_pooling_gradients_are_slopes(kernel):
    x = drawn(1, 2, 5, 4)
    y, places = m.max_pool2d(x, kernel, stride=1)
    d = drawn(*y.shape, seed=1)
    slope = central_difference(
        lambda x: np.vdot(d, m.max_pool2d(x, kernel, stride=1)[0]), x
    )
    assert_allclose(m.max_pool2d_backward(d, places, (5, 4)), slope, atol=1e-8)
    assert_array_equal(y, x.reshape(2, -1)[np.arange(2)[:, None, None], places[0]][None])
    slope = central_difference(lambda x: np.vdot(d, m.avg_pool2d(x, kernel, stride=1)), x)
    assert_allclose(m.avg_pool2d_backward(d, (5, 4), kernel, stride=1), slope, atol=1e-8)


def test_global_average_pooling_is_the_mean_of_each_channel():
    assert_allclose(m.adaptive_avg_pool2d(X7, 1)[..., 0, 0], X7.mean(axis=(2, 3)))
    assert_allclose(m.adaptive_avg_pool2d(X7, (3, 5)), m.avg_pool2d(X7, (2, 1)), atol=1e-15)


@given(st.lists(PAIRS.flatmap(lambda p: st.just((*p, 1 + p[0] % 2))), max_size=4))
@settings(max_examples=40)
def test_receptive_field_is_what_an_output_depends_on(layers):
    size, step = m.receptive_field(layers)
    x = np.zeros((1, 1, 1, size + step))
    seen = []
    for place in range(x.shape[3]):
        y = np.copy(x)
        y[..., place] = 1
        for kernel, stride, dilation in layers:
            y = m.conv2d(
                y, np.ones((1, 1, 1, kernel)), stride=(1, stride), dilation=(1, dilation)
            )
        seen.append(y.ravel()[:2] > 0)
    first, second = (np.flatnonzero(column) for column in np.transpose(seen))
    assert (first[0], first[-1] + 1) == (0, size)
    assert (second[0], second[-1] + 1) == (step, size + step)


def test_residual_gradient_has_a_part_that_skips_the_filters():
    w = 1e-9 * drawn(2, 2, 3, 3)
    _, cache = m.residual_block(np.abs(X7), w, [0, 0], w, [0, 0])
    d = drawn(*X7.shape, seed=1)
    assert_allclose(m.residual_block_backward(d, cache)[0], d, atol=1e-12)


def test_mixed_dtypes_keep_the_digits_of_the_wider():
    y = m.conv2d(X7.astype(np.float32), W24, B.astype(np.float32))
    assert y.dtype == np.float64
    assert_allclose(y, m.conv2d(X7, W24, B), rtol=1e-4, atol=1e-5)
