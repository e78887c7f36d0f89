"""Preprocessing: scaling of features, principal components and whitening.

Samples stand in rows and features in columns. What is learnt from training data, such as
means, comes from a function `..._fit` as plain arrays; other functions apply these arrays
to any data, so that test data are treated like the training data.
"""

from ._pca import covariance, pca_fit, pca_inverse, pca_transform
from ._scaling import (
    minmax_fit,
    minmax_scale,
    standardize,
    standardize_fit,
    unstandardize,
    zero_center,
)
from ._whitening import pca_whiten, zca_whiten

__all__ = [
    "covariance",
    "minmax_fit",
    "minmax_scale",
    "pca_fit",
    "pca_inverse",
    "pca_transform",
    "pca_whiten",
    "standardize",
    "standardize_fit",
    "unstandardize",
    "zca_whiten",
    "zero_center",
]
