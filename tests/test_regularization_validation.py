"""Validation, early stopping and dropout beside the contract: laws, chance, PyTorch."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.model_selection import train_test_split
from torch.nn import functional
from torch.optim.lr_scheduler import ReduceLROnPlateau

from checks import FromTorch, assert_parity, autograd
from dlnotes import regularization as m

inf, nan = math.inf, math.nan
SEEDS = st.integers(0, 2**32 - 1)


# --- validation ---------------------------------------------------------------------------


@given(st.integers(3, 60), st.data(), SEEDS)
def test_every_sample_is_in_one_part(n, data, seed):
    val = data.draw(st.integers(1, n - 2))
    test = data.draw(st.integers(1, n - 1 - val))
    parts = m.train_val_test_split(n, val, test, rng=np.random.default_rng(seed))
    assert_array_equal(np.sort(np.concatenate(parts)), np.arange(n))
    rest, theirs = train_test_split(range(n), test_size=test)
    sizes = [*map(len, train_test_split(rest, test_size=val)), len(theirs)]
    assert [len(part) for part in parts] == sizes


@given(st.integers(2, 60), st.data(), SEEDS)
def test_every_sample_is_held_back_once(n, data, seed):
    k = data.draw(st.integers(2, n))
    folds = m.k_fold(n, k, rng=np.random.default_rng(seed))
    sizes = [len(val) for _, val in folds]
    assert_array_equal(np.sort(np.concatenate([val for _, val in folds])), np.arange(n))
    assert sizes == sorted(sizes, reverse=True)
    assert len(folds) == k
    assert sizes[0] - sizes[-1] <= 1
    for train, val in folds:
        assert_array_equal(train, np.setdiff1d(np.arange(n), val))
        assert (np.diff(val) > 0).all()


def test_samples_are_dealt_out_at_random():
    rng = np.random.default_rng(0)
    counts = np.zeros((3, 10))
    for _ in range(3000):
        for part, indices in enumerate(m.train_val_test_split(10, 3, 2, rng=rng)):
            counts[part, indices] += 1
    assert_allclose(
        counts / 3000, np.array([[0.5], [0.3], [0.2]]) + np.zeros(10), atol=0.05
    )


@pytest.mark.parametrize(("n", "candidates", "accuracy"), [(100, 50, 0.5), (30, 300, 0.9)])
def test_the_best_of_many_is_as_lucky_as_told(n, candidates, accuracy):
    rng = np.random.default_rng(0)
    best = rng.binomial(n, accuracy, (4000, candidates)).max(axis=1) / n
    told = m.expected_best_accuracy(n, candidates, accuracy=accuracy)
    assert_allclose(told, best.mean(), atol=5 * best.std() / math.sqrt(4000))


# --- early stopping -----------------------------------------------------------------------

LOSSES = st.lists(st.sampled_from([nan, inf, -1, 0, 0.5, 0.9, 1, 1.05, 2, 3]), max_size=40)


def stopped(losses, **options):
    """When it stops, and the index of the best loss; None if it does not stop."""
    state = None
    for t, loss in enumerate(losses):
        stop, state = m.early_stopping(loss, state, **options)
        if stop:
            return t, t - state.bad
    return None


@pytest.mark.parametrize(("patience", "at"), [(1, (2, 1)), (3, (8, 5)), (4, None)])
def test_patience_decides_where_it_stops(patience, at):
    losses = [1.0, 0.8, 0.82, 0.6, 0.61, 0.5, 0.55, 0.6, 0.7]
    assert stopped(losses, patience=patience) == at


@given(LOSSES, st.integers(1, 5), st.sampled_from([0.0, 0.1, 1.0]))
def test_it_stops_where_pytorch_lowers_the_rate(losses, patience, min_delta):
    """Its scheduler tolerates one bad epoch fewer for the same patience."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    plateau = ReduceLROnPlateau(
        optimizer, patience=patience - 1, threshold=min_delta, threshold_mode="abs"
    )
    at = None
    for t, loss in enumerate(losses):
        plateau.step(loss)
        if optimizer.param_groups[0]["lr"] < 1:
            at = t
            break
    ours = stopped(losses, patience=patience, min_delta=min_delta)
    assert (ours and ours[0]) == at


@given(LOSSES, st.integers(1, 5))
def test_it_goes_back_to_the_first_of_the_lowest(losses, patience):
    found = stopped(losses, patience=patience)
    if found:
        stop, best = found
        seen = np.fmin(losses[: stop + 1], inf)
        assert best == (np.argmin(seen) if np.min(seen) < inf else -1)
        assert stop - best == patience


# --- dropout ------------------------------------------------------------------------------


@pytest.mark.parametrize("p", [0.1, 0.5, 0.8])
def test_dropout_is_pytorchs_in_distribution(p):
    """The share that is dropped, and the sums of rows; 5 standard errors."""
    x = np.linspace(0.5, 2, 8)
    rows = np.broadcast_to(x, (40_000, 8))
    ours, mask = m.dropout(rows, p, rng=np.random.default_rng(0))
    torch.manual_seed(0)
    theirs = functional.dropout(torch.tensor(rows), p).numpy()
    assert_array_equal(ours == 0, ~mask)
    for y in (ours, theirs):
        assert_allclose((y == 0).mean(axis=0), p, atol=5 * math.sqrt(p * (1 - p) / 40_000))
        assert_allclose(np.where(y == 0, x / (1 - p), y), rows / (1 - p), rtol=1e-15)
    spread = math.sqrt(p / (1 - p) * (x @ x))
    for y in (ours, theirs):
        sums = y.sum(axis=1)
        assert_allclose(sums.mean(), x.sum(), atol=5 * spread / 200)
        assert_allclose(sums.std(), spread, rtol=0.03)
    assert abs(np.corrcoef(mask.T) - np.eye(8)).max() < 0.03


@pytest.mark.parametrize("p", [0.0, 0.1, 0.5, 0.9])
def test_gradient_is_autograds_with_the_same_mask(p):
    rng = np.random.default_rng(2)
    x, dout = rng.normal(size=(7, 5)), rng.normal(size=(7, 5))
    y, mask = m.dropout(x, p, rng=rng)

    def theirs(x):
        return torch.where(torch.tensor(mask), x / (1 - p), 0)

    out = theirs(torch.tensor(x)).numpy().view(FromTorch)
    assert_parity(y, out, rtol=1e-15)
    grad = autograd(theirs, x, dout=dout)
    assert_parity(m.dropout_backward(dout, mask, p), grad, rtol=1e-15)


@pytest.mark.parametrize("p", [0.2, 0.5, 0.8])
def test_mean_over_all_masks_is_exact_for_a_linear_read_out_only(p):
    rng = np.random.default_rng(0)
    x, w = rng.normal(size=8), rng.normal(size=8)
    masks, chances = m.dropout_masks(8, p)
    outputs = m.dropout_backward(np.broadcast_to(x, masks.shape), masks, p) @ w
    assert_allclose(chances @ outputs, x @ w, rtol=1e-12)
    spread = p / (1 - p) * (x * w) @ (x * w)
    assert_allclose(chances @ (outputs - x @ w) ** 2, spread, rtol=1e-12)
    assert chances @ np.maximum(outputs, 0) > max(x @ w, 0) + 0.01  # Jensen
