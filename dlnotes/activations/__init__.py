"""Activations: nonlinear functions of the output of a layer, and their derivatives.

Unless its docstring says otherwise, a function works entry by entry: it takes an array of
any shape and returns a new one of the same shape and floating dtype; of a single number it
returns a NumPy scalar. The derivative of `f` is called `f_grad`.
"""

from ._gates import gelu, gelu_grad, silu, silu_grad
from ._log_softmax import log_softmax, log_softmax_backward, logsumexp
from ._overview import (
    dead_relu_fraction,
    heaviside,
    heaviside_grad,
    identity,
    identity_grad,
    saturation_fraction,
    sparsity,
)
from ._prelu import prelu, prelu_backward
from ._relu_family import (
    elu,
    elu_grad,
    leaky_relu,
    leaky_relu_grad,
    relu,
    relu_grad,
)
from ._sigmoid_tanh import sigmoid, sigmoid_grad, tanh, tanh_grad
from ._softmax import softmax, softmax_backward, softmax_jacobian
from ._softplus import log_sigmoid, log_sigmoid_grad, softplus, softplus_grad

__all__ = [
    "dead_relu_fraction",
    "elu",
    "elu_grad",
    "gelu",
    "gelu_grad",
    "heaviside",
    "heaviside_grad",
    "identity",
    "identity_grad",
    "leaky_relu",
    "leaky_relu_grad",
    "log_sigmoid",
    "log_sigmoid_grad",
    "log_softmax",
    "log_softmax_backward",
    "logsumexp",
    "prelu",
    "prelu_backward",
    "relu",
    "relu_grad",
    "saturation_fraction",
    "sigmoid",
    "sigmoid_grad",
    "silu",
    "silu_grad",
    "softmax",
    "softmax_backward",
    "softmax_jacobian",
    "softplus",
    "softplus_grad",
    "sparsity",
    "tanh",
    "tanh_grad",
]
