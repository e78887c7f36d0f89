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


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    rng, t, n = np.random.default_rng(0), torch.from_numpy(x), x.size
    _, mask = m.dropout(x, 0.5, rng=rng)
    losses = x[0].tolist()
    yield from {
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
            partial(torch.ops.aten.native_dropout_backward, t, torch.from_numpy(mask), 2),
        ],
        "dropout_masks": [partial(m.dropout_masks, 16, 0.3), partial(naive_masks, 16)],
        "early_stopping": [partial(follow, losses), partial(plain, losses)],
        "expected_best_accuracy": [
            partial(m.expected_best_accuracy, N, M),
            partial(naive_best, N, M),
        ],
        "k_fold": [
            partial(m.k_fold, n, 5, rng=rng),
            partial(naive_folds, n, rng),
            lambda: list(KFold(5, shuffle=True).split(losses * N)),
        ],
        "train_val_test_split": [
            partial(m.train_val_test_split, n, n // 5, n // 5, rng=rng),
            lambda: np.split(rng.permutation(n), [n - 2 * (n // 5), n - n // 5]),
        ],
    }.items()
