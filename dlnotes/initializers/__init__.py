"""Initializers: weights before training, and their effect on a deep network.

A weight has the shape (out, in), or (out, in, ...) for a convolution, as in PyTorch.
Randomness comes from the generator `rng` that is passed in; new arrays are float64. The
statistics follow activations and gradients through the layers of a network.
"""

from ._constant import constant, ones, zeros
from ._fans import calculate_fan_in_and_fan_out, calculate_gain
from ._kaiming import kaiming_normal, kaiming_uniform, pytorch_default_linear
from ._random import normal, uniform
from ._statistics import activation_statistics, gradient_statistics
from ._xavier import lecun_normal, xavier_normal, xavier_uniform

__all__ = [
    "activation_statistics",
    "calculate_fan_in_and_fan_out",
    "calculate_gain",
    "constant",
    "gradient_statistics",
    "kaiming_normal",
    "kaiming_uniform",
    "lecun_normal",
    "normal",
    "ones",
    "pytorch_default_linear",
    "uniform",
    "xavier_normal",
    "xavier_uniform",
    "zeros",
]
