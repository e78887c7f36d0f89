"""Finding the digit 8: ROC and precision by recall, beside a model of mixed labels."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.activations import sigmoid
from dlnotes.linear import logistic_regression_fit, precision_recall_curve, roc_curve

WORDS = {
    "ko": {
        "false": "거짓 양성률",
        "true": "참 양성률",
        "recall": "재현율",
        "precision": "정밀도",
        "model": "모델",
        "mixed": "뒤섞음",
    },
    "en": {
        "false": "false positive rate",
        "true": "true positive rate",
        "recall": "recall",
        "precision": "precision",
        "model": "model",
        "mixed": "mixed",
    },
}


def figure(words):
    fig, (roc, pr) = plt.subplots(1, 2, figsize=(5.2, 2.3))
    X, digits = load_digits(return_X_y=True)
    y = (digits == 8).astype(int)
    mixed = np.random.default_rng(0).permutation(y)
    for name, labels, style in [("model", y, "-"), ("mixed", mixed, "--")]:
        w, b = logistic_regression_fit(X[::2] / 16, labels[::2], penalty=0.001)
        q = sigmoid(X[1::2] / 16 @ w + b)
        false_rate, true_rate, _ = roc_curve(y[1::2], q)
        share, found, _ = precision_recall_curve(y[1::2], q)
        roc.plot(false_rate, true_rate, style, label=words[name], lw=1.4)
        pr.plot(found[:-1], share[:-1], style, lw=1.4)
    roc.legend(loc="lower right", fontsize=9)
    roc.set(xlabel=words["false"], ylabel=words["true"])
    pr.set(xlabel=words["recall"], ylabel=words["precision"], ylim=(0, 1.05))
    return fig
