"""Dropout and validation: dlnotes, the line that anyone would write, PyTorch.

scikit-learn's `KFold` stands in the column of SciPy. `early_stopping` follows a thousand
losses, and `dropout_masks` lists the masks of 16 activations.
"""

from functools import partial
from itertools import product

import numpy as np
import torch
from scipy.stats import binom
from sklearn.model_selection import KFold
from torch.nn import functional

from dlnotes import regularization as m

N, M = 1000, 100


def follow(losses):
    state = None
    for loss in losses:
        _, state = m.early_stopping(loss, state, patience=N)


def plain(losses):
    best, bad = np.inf, 0
    for loss in losses:
        best, bad = (loss, 0) if loss < best else (best, bad + 1)
    return best, bad


def naive_dropout(x, rng):
    mask = rng.random(x.shape) >= 0.5
    return x * mask / 0.5, mask


def naive_folds(n, rng):
    folds = np.array_split(rng.permutation(n), 5)
    return [
        (np.concatenate([*folds[:i], *folds[i + 1 :]]), fold)
        for i, fold in enumerate(folds)
    ]


def naive_masks(n):
    masks = np.array(list(product([False, True], repeat=n)))
    kept = masks.sum(axis=1)
    return masks, 0.7**kept * 0.3 ** (n - kept)


def naive_best(n, candidates):
    return 1 - np.mean(binom.cdf(np.arange(n), n, 0.5) ** candidates)


def of_dropout(x, rng):
    """Name and the calls for an array of activations."""
    t, (_, mask) = torch.from_numpy(x), m.dropout(x, 0.5, rng=rng)
    kept = torch.from_numpy(mask)
    return {
        "dropout": [
            partial(m.dropout, x, 0.5, rng=rng),
            partial(naive_dropout, x, rng),
            None,
            partial(functional.dropout, t, 0.5),
        ],
        "dropout_backward": [
            partial(m.dropout_backward, x, mask, 0.5),
            lambda: x * mask / 0.5,
            None,
            partial(torch.ops.aten.native_dropout_backward, t, kept, 2),
        ],
    }


def of_samples(n, rng):
    """Name and the calls for a number of samples."""
    part, shuffled = n // 5, KFold(5, shuffle=True)
    return {
        "k_fold": [
            partial(m.k_fold, n, 5, rng=rng),
            partial(naive_folds, n, rng),
            lambda: list(shuffled.split(range(n))),
        ],
        "train_val_test_split": [
            partial(m.train_val_test_split, n, part, part, rng=rng),
            lambda: np.split(rng.permutation(n), [n - 2 * part, n - part]),
        ],
    }


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    rng, losses = np.random.default_rng(0), x[0].tolist()
    yield from of_dropout(x, rng).items()
    masks = partial(m.dropout_masks, 16, 0.3)
    yield "dropout_masks", [masks, partial(naive_masks, 16)]
    yield "early_stopping", [partial(follow, losses), partial(plain, losses)]
    best = partial(m.expected_best_accuracy, N, M)
    yield "expected_best_accuracy", [best, partial(naive_best, N, M)]
    yield from of_samples(x.size, rng).items()
