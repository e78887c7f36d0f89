"""Data sets beside the contract: what a draw keeps, and which models tell the digits."""

import re
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose, assert_array_equal
from torch.nn import functional

from dlnotes import datasets as m

SEEDS = 5  # data sets, each with models of its own, trained side by side
TRAIN, TEST = 1000, 1000
WIDTH = 40


def rng(seed=0):
    return np.random.default_rng(seed)


# --- one-dimensional digits -------------------------------------------------------------


def strokes(shift):
    return m.make_1d_digits(500, shift=shift, noise=0, rng=rng())


def test_digits_are_as_many_of_each():
    for n in (1, 7, 20, 123):
        X, y = m.make_1d_digits(n, rng=rng(n))
        counts = np.bincount(y, minlength=10)
        assert (X.shape, y.dtype) == ((n, WIDTH), np.int64)
        assert counts.max() - counts.min() <= 1
        assert np.isfinite(X).all()


def resting(X):
    """First and last position that the pen leaves its rest at: beside them, tilt alone."""
    tilt = X[:, [-1]] * np.linspace(-1, 1, WIDTH)
    moves = np.abs(X - tilt) > 1e-9
    return moves.argmax(axis=1), WIDTH - 1 - moves[:, ::-1].argmax(axis=1)


def test_strokes_lie_where_they_fit_or_in_the_middle():
    first, last = resting(strokes(0)[0])
    assert np.abs(first + last - (WIDTH - 1)).max() <= 1
    first, last = resting(strokes(1)[0])
    assert {*(last - first)} <= {*range(9, 21)}
    assert first.min() <= 1
    assert last.max() >= WIDTH - 2
    assert np.ptp(first) > 20


def test_a_digit_has_one_stroke_of_its_own():
    """Without tilt, and scaled to one width and height, all its samples agree."""
    X, y = strokes(0)
    X = X - X[:, [-1]] * np.linspace(-1, 1, WIDTH)
    at = np.linspace(0, 1, 99)
    first, last = resting(strokes(0)[0])
    scaled = np.array(
        [
            np.interp(at, np.linspace(0, 1, b - a + 1), x[a : b + 1])
            for x, a, b in zip(X, first, last, strict=True)
        ]
    )
    scaled /= np.abs(scaled).max(axis=1, keepdims=True)
    means = np.array([scaled[y == c].mean(axis=0) for c in range(10)])
    distances = np.abs(scaled[:, np.newaxis] - means).mean(axis=2)
    assert (distances.argmin(axis=1) == y).mean() > 0.97


def test_noise_is_smooth_and_as_large_as_said():
    clean, _ = m.make_1d_digits(4000, noise=0, rng=rng())
    noisy, _ = m.make_1d_digits(4000, noise=0.5, rng=rng())
    noise = noisy - clean
    assert_allclose(noise.std(axis=0), np.hypot(0.5, 0.5 * 0.28), rtol=0.05)
    # a bell of width 2 with itself: exp(-1 / (4 * 2^2)) of the smooth part
    near = np.corrcoef(noise[:, 20], noise[:, 21])[0, 1]
    assert_allclose(near, np.exp(-1 / 16) / (1 + 0.28**2), atol=0.03)
    assert abs(np.corrcoef(noise[:, 10], noise[:, 30])[0, 1]) < 0.05


# --- which models tell them apart -------------------------------------------------------


def layers(*sizes):
    """Weights and biases of linear layers, of each layer one for each of the data sets."""
    pairs = []
    for n, outputs in zip(sizes[::2], sizes[1::2], strict=True):
        weights = torch.empty(SEEDS, n, outputs).uniform_(-1, 1) / n**0.5
        pairs.append((weights.requires_grad_(), torch.zeros(SEEDS, 1, outputs)))
        pairs[-1][1].requires_grad_()
    return pairs


def linear(x, layer):
    weights, bias = layer
    return torch.baddbmm(bias, x, weights)


def mlp(x, params):
    """A linear model for one pair of parameters, else with ReLU between."""
    for layer in params[:-1]:
        x = torch.relu(linear(x, layer))
    return linear(x, params[-1])


def cnn(x, params):
    """Convolutions of width 5, with pooling between and a global maximum last."""
    h = x[..., np.newaxis]
    for i, layer in enumerate(params[:-1]):
        if i:
            h = h.unflatten(2, (-1, 2)).amax(3)
        windows = functional.pad(h, (0, 0, 2, 2)).unfold(2, 5, 1).flatten(3)
        h = torch.relu(linear(windows.flatten(1, 2), layer))
        h = h.unflatten(1, windows.shape[1:3])
    return linear(h.amax(2), params[-1])


def shifted(x, generator):
    """Every sample moved by up to five positions, round the end."""
    steps = torch.randint(-5, 6, (*x.shape[:2], 1), generator=generator)
    return x.gather(2, (torch.arange(WIDTH) - steps) % WIDTH)


def accuracies(model, sizes, data, *, epochs, rate, change=None):
    """The accuracy on new samples, for each data set."""
    X, y, X_test, y_test = data
    torch.manual_seed(0)
    params, chance = layers(*sizes), torch.Generator().manual_seed(0)
    adam = torch.optim.Adam([p for layer in params for p in layer], lr=rate)
    steps = epochs * -(-TRAIN // 64)
    cycle = torch.optim.lr_scheduler.OneCycleLR(adam, rate, total_steps=steps)
    for _ in range(epochs):
        for batch in torch.randperm(TRAIN, generator=chance).split(64):
            x = change(X[:, batch], chance) if change else X[:, batch]
            z, labels = model(x, params).flatten(0, 1), y[:, batch].flatten()
            adam.zero_grad()
            # the sum over data sets, which do not meet
            (SEEDS * functional.cross_entropy(z, labels)).backward()
            adam.step()
            cycle.step()
    with torch.no_grad():
        return (model(X_test, params).argmax(2) == y_test).double().mean(1)


WIDE = [WIDTH, 100, 100, 10]
MODELS = {
    "logistic": (mlp, [WIDTH, 10], {"epochs": 20, "rate": 0.01}),
    "MLP": (mlp, WIDE, {"epochs": 40, "rate": 0.005}),
    "MLP with shifts": (mlp, WIDE, {"epochs": 40, "rate": 0.005, "change": shifted}),
    "CNN": (cnn, [5, 16, 80, 24, 120, 24, 24, 10], {"epochs": 12, "rate": 0.01}),
}


@pytest.fixture(scope="module")
def table():
    """Mean and standard deviation by model, with positions in order and shuffled."""
    draws = [m.make_1d_digits(TRAIN + TEST, rng=rng(seed)) for seed in range(SEEDS)]
    X = torch.tensor(np.stack([X for X, _ in draws]), dtype=torch.float32)
    y = torch.tensor(np.stack([y for _, y in draws]))
    found = {}
    for order in (np.arange(WIDTH), rng(1).permutation(WIDTH)):
        x = X[..., order]
        data = x[:, :TRAIN], y[:, :TRAIN], x[:, TRAIN:], y[:, TRAIN:]
        for name, (model, sizes, options) in MODELS.items():
            right = accuracies(model, sizes, data, **options)
            found.setdefault(name, []).append(right)
    return found


def test_digits_separate_models_and_shuffled_positions_undo_it(table):
    logistic, mlp, moved, cnn = ([a.mean() for a in table[name]] for name in MODELS)
    assert logistic[0] < mlp[0] - 0.2 < mlp[0] < moved[0] < cnn[0] - 0.2
    assert abs(logistic[1] - logistic[0]) < 0.02
    assert abs(mlp[1] - mlp[0]) < 0.02
    # without neighbours, neither shifts nor convolutions help
    assert max(moved[1], cnn[1]) < mlp[1]


def test_the_lab_tells_this_table(table):
    lab = Path(__file__).parents[1] / "docs/labs/augmentation.py"
    told = re.findall(r"\| (0\.\d\d) \| (0\.\d\d) \|", lab.read_text("utf-8"))
    means = [[a.mean() for a in rights] for rights in table.values()]
    assert_allclose(np.array(told, float), np.concatenate([means, means]), atol=0.03)


# --- other data -------------------------------------------------------------------------


def test_walks_keep_their_speed_and_turn_by_one_angle():
    x = m.make_trajectories(50, 11, turn=0.3, rng=rng())
    moves = np.diff(x, axis=1)
    lengths = np.linalg.norm(moves, axis=2)
    assert_allclose(lengths, lengths[:, [0]] * np.ones(10), rtol=1e-12)
    assert_allclose(lengths.mean() / 0.4, 1.34, atol=0.1)
    ways = np.unwrap(np.arctan2(moves[..., 1], moves[..., 0]), axis=1)
    turns = np.diff(ways, axis=1)
    assert_allclose(turns, turns[:, [0]] * np.ones(9), atol=1e-12)
    assert 0.2 < np.abs(turns).max() <= 0.3
    assert_array_equal(x[:, 0], 0)


def test_walks_have_the_noise_that_is_said():
    still = m.make_trajectories(500, 11, turn=0.3, rng=rng())
    seen = m.make_trajectories(500, 11, turn=0.3, noise=0.05, rng=rng())
    assert_allclose((seen - still).std(axis=(0, 1)), 0.05, rtol=0.05)


def test_words_are_read_backwards_and_hold_every_letter():
    X, Y = m.make_reversals(300, 5, tokens=7, rng=rng())
    assert_array_equal(Y, np.flip(X, axis=1))
    assert_allclose(np.bincount(X.ravel()) / X.size, 1 / 7, atol=0.03)


def test_names_are_syllables_of_hangul_each_once():
    names = m.korean_given_names()
    assert len(names) == len({*names}) == 960
    assert names == sorted(names)
    assert all(len(name) == 2 and "가" <= min(name) <= max(name) <= "힣" for name in names)
    assert not {"정력", "항만", "이란"} & {*names}
