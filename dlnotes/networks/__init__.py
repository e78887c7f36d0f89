"""Networks: layers of weights, biases and activations, stacked and trained.

The parameters of a network are a flat list `[W1, b1, W2, b2, ...]`. A weight matrix has
the shape (out, in), samples are rows, and both are in the order of PyTorch.
"""

from ._forward import mlp_backward, mlp_forward
from ._mlp import collapse_linear, count_layers, count_parameters, init_mlp
from ._train import mlp_train

__all__ = [
    "collapse_linear",
    "count_layers",
    "count_parameters",
    "init_mlp",
    "mlp_backward",
    "mlp_forward",
    "mlp_train",
]
