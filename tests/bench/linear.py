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
    y = (x @ w > 0) * 1
    distance = partial(m.hyperplane_distance, x, w, 0.5)
    yield "hyperplane_distance", [distance, lambda: (x @ w + 0.5) / np.linalg.norm(w)]
    for end, naive in [("", loss), ("_grad", slopes)]:
        ours = getattr(m, f"logistic_regression_loss{end}")
        calls = [partial(ours, x, y, w, 0.0, penalty=0.1), partial(naive, x, y, w)]
        yield f"logistic_regression_loss{end}", calls
    yield from fits(x, x @ w)


def fits(x, scores):
    theirs = LogisticRegression(C=1 / (0.1 * len(x)))
    for kind, model, target, options in [
        ("linear", LinearRegression(), scores, {}),
        ("logistic", theirs, (scores > 0) * 1, {"penalty": 0.1}),
        ("softmax", theirs, np.digitize(scores, [-1, 1]), {"penalty": 0.1}),
    ]:
        ours = partial(getattr(m, f"{kind}_regression_fit"), x, target, **options)
        yield f"{kind}_regression_fit", [ours, None, partial(model.fit, x, target)]
