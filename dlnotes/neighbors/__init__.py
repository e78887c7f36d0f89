"""Nearest neighbours: distances between samples, and predictions from the closest ones.

There is nothing to train. A prediction looks up the k training samples closest to a new
one, and lets them vote or takes their mean.
"""

from ._distances import (
    pairwise_distances,
)
from ._knn import (
    k_nearest,
    knn_classify,
    knn_regress,
)

__all__ = [
    "k_nearest",
    "knn_classify",
    "knn_regress",
    "pairwise_distances",
]
