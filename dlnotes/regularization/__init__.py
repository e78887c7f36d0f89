"""Regularisation: why models go wrong on new data, and penalties that hold them back."""

from ._bias_and_variance import bias_and_variance
from ._l1_and_l2 import lasso_fit, soft_threshold

__all__ = [
    "bias_and_variance",
    "lasso_fit",
    "soft_threshold",
]
