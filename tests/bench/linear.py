"""Linear models: dlnotes, the lines that anyone would write in its place, scikit-learn."""

from functools import partial

import numpy as np
from sklearn.linear_model import LinearRegression, LogisticRegression

from dlnotes import linear as m


def loss(x, y, w):
    z = x @ w
    return np.mean(np.logaddexp(0, z) - y * z) + 0.05 * (w @ w)


def slopes(x, y, w):
    errors = 1 / (1 + np.exp(-(x @ w))) - y
    return x.T @ errors / len(x) + 0.1 * w, errors.mean()


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    w = x[0] / 100
    scores = x @ w
    y, three = (scores > 0) * 1, np.digitize(scores, [-1, 1])
    yield (
        "hyperplane_distance",
        [
            partial(m.hyperplane_distance, x, w, 0.5),
            lambda: (x @ w + 0.5) / np.linalg.norm(w),
        ],
    )
    yield (
        "linear_regression_fit",
        [
            partial(m.linear_regression_fit, x, scores),
            None,
            partial(LinearRegression().fit, x, scores),
        ],
    )
    yield (
        "logistic_regression_loss",
        [
            partial(m.logistic_regression_loss, x, y, w, 0.0, penalty=0.1),
            lambda: loss(x, y, w),
        ],
    )
    yield (
        "logistic_regression_loss_grad",
        [
            partial(m.logistic_regression_loss_grad, x, y, w, 0.0, penalty=0.1),
            lambda: slopes(x, y, w),
        ],
    )
    theirs = LogisticRegression(C=1 / (0.1 * len(x)))
    for name, labels in [("logistic", y), ("softmax", three)]:
        fit = getattr(m, f"{name}_regression_fit")
        ours = partial(fit, x, labels, penalty=0.1)
        yield f"{name}_regression_fit", [ours, None, partial(theirs.fit, x, labels)]
