"""Linear models: numbers and classes from weighted sums of the inputs.

A fit returns weights and biases, and refuses data for which the best ones do not exist. The
scores of new samples are `X @ w + b`, or `X @ W.T + b` for more than two classes. `penalty`
is the weight lambda of the squared weights beside a mean loss; biases are not penalised.
"""

from ._hyperplane import hyperplane_distance
from ._logistic import (
    logistic_regression_fit,
    logistic_regression_loss,
    logistic_regression_loss_grad,
    softmax_regression_fit,
)
from ._regression import linear_regression_fit

__all__ = [
    "hyperplane_distance",
    "linear_regression_fit",
    "logistic_regression_fit",
    "logistic_regression_loss",
    "logistic_regression_loss_grad",
    "softmax_regression_fit",
]
