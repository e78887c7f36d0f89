"""Linear models: dlnotes, the lines that anyone would write in its place, scikit-learn."""

from functools import partial

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve
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
    yield from worth(x.ravel())


def fits(x, scores):
    theirs = LogisticRegression(C=1 / (0.1 * len(x)))
    for kind, model, target, options in [
        ("linear", LinearRegression(), scores, {}),
        ("logistic", theirs, (scores > 0) * 1, {"penalty": 0.1}),
        ("softmax", theirs, np.digitize(scores, [-1, 1]), {"penalty": 0.1}),
    ]:
        ours = partial(getattr(m, f"{kind}_regression_fit"), x, target, **options)
        yield f"{kind}_regression_fit", [ours, None, partial(model.fit, x, target)]


LINES = {
    "accuracy": lambda y, y_hat: np.mean(y == y_hat),
    "precision": lambda y, y_hat: np.sum(y & y_hat) / np.sum(y_hat),
    "recall": lambda y, y_hat: np.sum(y & y_hat) / np.sum(y),
    "f1": lambda y, y_hat: 2 * np.sum(y & y_hat) / (np.sum(y) + np.sum(y_hat)),
}


def worth(scores):
    y, y_hat = (np.roll(scores, 1) + scores > 0) * 1, (scores > 0) * 1
    for name, line in LINES.items():
        calls = getattr(m, name), line, getattr(metrics, f"{name}_score")
        yield name, [partial(call, y, y_hat) for call in calls]
    ours, theirs = m.confusion_matrix, metrics.confusion_matrix
    yield "confusion_matrix", [partial(ours, y, y_hat), None, partial(theirs, y, y_hat)]
    costs = {"false_positive": 1.0, "false_negative": 10.0}
    yield "expected_cost", [partial(m.expected_cost, y, y_hat, **costs)]
    for name, theirs in [
        ("roc_curve", partial(metrics.roc_curve, drop_intermediate=False)),
        ("roc_auc", metrics.roc_auc_score),
        ("precision_recall_curve", metrics.precision_recall_curve),
    ]:
        calls = [partial(getattr(m, name), y, scores), None, partial(theirs, y, scores)]
        yield name, calls
    q = 1 / (1 + np.exp(-scores))
    theirs = partial(calibration_curve, y, q)
    yield "calibration_curve", [partial(m.calibration_curve, y, q), None, theirs]
