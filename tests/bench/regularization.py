"""Regularisation: dlnotes, the lines that anyone would write in its place, scikit-learn."""

from functools import partial

import numpy as np
import torch
from sklearn.linear_model import Lasso
from torch.nn import functional

from dlnotes import regularization as m


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    truth = x[0]
    parts = partial(m.bias_and_variance, x, truth)
    yield (
        "bias_and_variance",
        [parts, lambda: (np.mean((x.mean(0) - truth) ** 2), x.var(0))],
    )
    t = torch.as_tensor(x)
    shrink = partial(m.soft_threshold, x, threshold=0.5)
    naive = partial(lambda: np.sign(x) * np.maximum(np.abs(x) - 0.5, 0))
    yield "soft_threshold", [shrink, naive, partial(functional.softshrink, t, 0.5)]
    y = x[:, :20].sum(axis=1)
    theirs = Lasso(alpha=0.25)
    yield (
        "lasso_fit",
        [
            partial(m.lasso_fit, x, y, penalty=0.5),
            None,
            partial(theirs.fit, x, y),
        ],
    )
