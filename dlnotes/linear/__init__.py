"""Linear models: numbers and classes from weighted sums of the inputs.

A fit returns weights and biases, and refuses data for which the best ones do not exist. The
scores of new samples are `X @ w + b`, or `X @ W.T + b` for more than two classes. `penalty`
is the weight lambda of the squared weights beside a mean loss; biases are not penalised.

The worth of any classifier is told by counts of its decisions, and by curves over all
thresholds of its scores. These take the truth first, as in scikit-learn.
"""

from ._curves import calibration_curve, precision_recall_curve, roc_auc, roc_curve
from ._hyperplane import hyperplane_distance
from ._logistic import (
    logistic_regression_fit,
    logistic_regression_loss,
    logistic_regression_loss_grad,
    softmax_regression_fit,
)
from ._metrics import accuracy, confusion_matrix, expected_cost, f1, precision, recall
from ._regression import linear_regression_fit

__all__ = [
    "accuracy",
    "calibration_curve",
    "confusion_matrix",
    "expected_cost",
    "f1",
    "hyperplane_distance",
    "linear_regression_fit",
    "logistic_regression_fit",
    "logistic_regression_loss",
    "logistic_regression_loss_grad",
    "precision",
    "precision_recall_curve",
    "recall",
    "roc_auc",
    "roc_curve",
    "softmax_regression_fit",
]
