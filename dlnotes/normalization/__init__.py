"""Normalisation layers: values of mean 0 and variance 1, then a learned scale and shift.

They differ in the values that share a mean and a variance: batch normalisation takes a
channel over all samples, layer normalisation a sample over all features, group
normalisation a sample over some of its channels. Channels are axis 1, as in PyTorch.
RMSNorm is layer normalisation without the mean.
"""

from ._batch_norm import BatchNormState, batch_norm, batch_norm_backward
from ._layer_norm import group_norm, layer_norm, layer_norm_backward
from ._rms_norm import rms_norm, rms_norm_backward

__all__ = [
    "BatchNormState",
    "batch_norm",
    "batch_norm_backward",
    "group_norm",
    "layer_norm",
    "layer_norm_backward",
    "rms_norm",
    "rms_norm_backward",
]
