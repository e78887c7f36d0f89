"""Regularisation: why models go wrong on new data, and what holds them back."""

from ._bias_and_variance import bias_and_variance
from ._dropout import (
    dropout,
    dropout_backward,
    dropout_masks,
)
from ._early_stopping import EarlyStoppingState as EarlyStoppingState
from ._early_stopping import (
    early_stopping,
)
from ._l1_and_l2 import lasso_fit, soft_threshold
from ._validation import (
    expected_best_accuracy,
    k_fold,
    train_val_test_split,
)

__all__ = [
    "bias_and_variance",
    "dropout",
    "dropout_backward",
    "dropout_masks",
    "early_stopping",
    "expected_best_accuracy",
    "k_fold",
    "lasso_fit",
    "soft_threshold",
    "train_val_test_split",
]
