"""Linear models: numbers and classes from weighted sums of the inputs.

A fit returns weights and biases, and refuses data for which the best ones do not exist. The
scores of new samples are `X @ w + b`, or `X @ W.T + b` for more than two classes. `penalty`
is the weight lambda of the squared weights beside a mean loss; biases are not penalised.

The worth of any classifier is told by counts of its decisions, and by curves over all
thresholds of its scores. These take the truth first, as in scikit-learn.
"""

from ._curves import calibration_curve, precision_recall_curve, roc_auc, roc_curve
from ._hyperplane import hyperplane_distance
from ._kernels import linear_kernel, polynomial_kernel, rbf_kernel
from ._logistic import (
    logistic_regression_fit,
    logistic_regression_loss,
    logistic_regression_loss_grad,
    softmax_regression_fit,
)
from ._metrics import accuracy, confusion_matrix, expected_cost, f1, precision, recall
from ._regression import linear_regression_fit
from ._svm import (
    kernel_svm_fit,
    kernel_svm_scores,
    svm_fit,
    svm_margin,
    svm_objective,
)

__all__ = [
    "accuracy",
    "calibration_curve",
    "confusion_matrix",
    "expected_cost",
    "f1",
    "hyperplane_distance",
    "kernel_svm_fit",
    "kernel_svm_scores",
    "linear_kernel",
    "linear_regression_fit",
    "logistic_regression_fit",
    "logistic_regression_loss",
    "logistic_regression_loss_grad",
    "polynomial_kernel",
    "precision",
    "precision_recall_curve",
    "rbf_kernel",
    "recall",
    "roc_auc",
    "roc_curve",
    "softmax_regression_fit",
    "svm_fit",
    "svm_margin",
    "svm_objective",
]
