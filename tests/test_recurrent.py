"""Recurrent networks beside the contract: state, slopes, memory, what PyTorch counts."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from checks import assert_parity, central_difference
from dlnotes import recurrent as m
from specs.recurrent import BLOCKS, LAYERS, D, H, N, drawn, params_of

KINDS = list(BLOCKS)


def forward(kind, X, params, *states, **options):
    """States, cells if there are any, and the cache."""
    return getattr(m, f"{kind}_forward")(X, params, *states, **options)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sequence_in_two_parts_is_the_whole(kind):
    X, params = drawn(N, 7, D), params_of(kind)
    *whole, _ = forward(kind, X, params)
    *first, _ = forward(kind, X[:, :3], params)
    *rest, _ = forward(kind, X[:, 3:], params, *(a[:, -1] for a in first))
    for a, b, both in zip(first, rest, whole, strict=True):
        assert_allclose(np.concatenate([a, b], axis=1), both, rtol=1e-13)


@pytest.mark.parametrize(
    ("kind", "options"),
    [*((kind, {}) for kind in KINDS), ("gru", {"reset_after": False})],
)
def test_gradients_are_slopes(kind, options):
    X, params, dH = drawn(2, 4, D), params_of(kind), drawn(2, 4, H, seed=5)
    *_, cache = forward(kind, X, params, **options)
    dX, *_, dparams = getattr(m, f"{kind}_backward")(dH, params, cache)

    def loss(value, place=None):
        changed = [value if i == place else p for i, p in enumerate(params)]
        states = forward(kind, X if place is not None else value, changed, **options)[0]
        return np.sum(dH * states)

    assert_allclose(dX, central_difference(loss, X), atol=1e-8)
    for place, grad in enumerate(dparams):
        slope = central_difference(lambda p, i=place: loss(p, i), params[place])
        assert_allclose(grad, slope, atol=1e-8)


@pytest.mark.parametrize("kind", KINDS)
def test_later_inputs_do_not_change_earlier_states(kind):
    X, params = drawn(N, 6, D), params_of(kind)
    other = X.copy()
    other[:, 4:] += 1
    before, after = (forward(kind, x, params)[0] for x in (X, other))
    assert_allclose(before[:, :4], after[:, :4], rtol=0)
    assert np.abs(before[:, 4:] - after[:, 4:]).min(axis=(0, 2)).max() > 1e-4


@pytest.mark.parametrize("bias", [0.0, 1.0, 5.0])
def test_cells_keep_the_product_of_their_forget_gates(bias):
    """An LSTM without weights forgets by one factor in each step."""
    params = [np.zeros((4, 1)), np.zeros((4, 1)), np.array([0, bias, 0, 0]), np.zeros(4)]
    states, cells, cache = m.lstm_forward(np.zeros((100, 1)), params, None, [1])
    *_, dc0, _ = m.lstm_backward(0 * states, params, cache, np.eye(100)[:, -1:])
    kept = np.prod(cache.gates[:, 1, 0])
    assert_allclose([cells[-1, 0], dc0[0]], kept, rtol=1e-12)
    assert_allclose(kept, (1 / (1 + np.exp(-bias))) ** 100, rtol=1e-12)


def test_float32_stays_near_pytorch_over_50_steps():
    for kind, layer in LAYERS.items():
        params = params_of(kind, np.float32)
        own = layer(D, H, batch_first=True)
        for theirs, ours in zip(own.parameters(), params, strict=True):
            theirs.data = torch.from_numpy(ours)
        X = drawn(N, 50, D).astype(np.float32)
        states = forward(kind, X, params)[0]
        assert states.dtype == np.float32
        theirs = own(torch.from_numpy(X))[0].detach()
        assert_parity(states, theirs, rtol=2e-3, atol=2e-4)


def test_the_cache_survives_changes_of_the_result():
    for kind in KINDS:
        X, params = drawn(N, 3, D), params_of(kind)
        states, *_, cache = forward(kind, X, params)
        kept = cache.H.copy()
        states[:] = 0
        X[:] = 0
        assert_allclose(cache.H, kept, rtol=0)
        assert np.abs(cache.X).min() > 0
