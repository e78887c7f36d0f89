"""Convolutional layers: filters that slide over images, pooling, and what lies around them.

Images have the shape (N, C, H, W): samples, channels, rows, columns. Filters have the shape
(O, C, kh, kw): one for each channel that comes out. They are not flipped, and all results
are those of PyTorch. A size, stride, padding or dilation is an integer, or a pair of them
for rows and columns.
"""

from ._adaptive import adaptive_avg_pool2d, adaptive_avg_pool2d_backward
from ._conv2d import conv2d, conv2d_backward, convolve2d, cross_correlate2d
from ._im2col import col2im, im2col
from ._pooling import (
    avg_pool2d,
    avg_pool2d_backward,
    max_pool2d,
    max_pool2d_backward,
)
from ._residual import residual_block, residual_block_backward
from ._sizes import conv2d_cost, conv_output_size, receptive_field

__all__ = [
    "adaptive_avg_pool2d",
    "adaptive_avg_pool2d_backward",
    "avg_pool2d",
    "avg_pool2d_backward",
    "col2im",
    "conv2d",
    "conv2d_backward",
    "conv2d_cost",
    "conv_output_size",
    "convolve2d",
    "cross_correlate2d",
    "im2col",
    "max_pool2d",
    "max_pool2d_backward",
    "receptive_field",
    "residual_block",
    "residual_block_backward",
]
