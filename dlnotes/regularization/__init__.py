"""Regularisation: what keeps a model from learning its training data by heart."""

from ._dropout import (
    dropout,
    dropout_backward,
    dropout_masks,
)
from ._early_stopping import EarlyStoppingState as EarlyStoppingState
from ._early_stopping import (
    early_stopping,
)
from ._validation import (
    expected_best_accuracy,
    k_fold,
    train_val_test_split,
)

__all__ = [
    "dropout",
    "dropout_backward",
    "dropout_masks",
    "early_stopping",
    "expected_best_accuracy",
    "k_fold",
    "train_val_test_split",
]
