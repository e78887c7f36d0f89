"""Activations: dlnotes, the line that anyone would write in its place, SciPy, PyTorch."""

from functools import partial

import numpy as np
import scipy.special as sp
import torch
from torch.nn import functional

from dlnotes import activations as m

# Each table: name, then the four, each a function of one array.
# Speed does not ask whether an array holds probabilities: one serves as gradient, as `p`,
# and its first row as a weight. `one` and `slope` are arrays: `where` then keeps float32.

last, row_sum = {"axis": -1}, partial(np.sum, axis=-1, keepdims=True)
where, exp, tanh = np.where, np.exp, np.tanh


def overview(one, slope, p):
    flat = partial(m.saturation_fraction, low=-0.99, high=0.99)
    return {
        "identity": (m.identity, np.copy, None, torch.clone),
        "identity_grad": (m.identity_grad, np.ones_like),
        "heaviside": (m.heaviside, lambda x: where(x >= 0, one, 0)),
        "heaviside_grad": (m.heaviside_grad, np.zeros_like),
        "dead_relu_fraction": (m.dead_relu_fraction, lambda z: (z <= 0).all(0).mean()),
        "sparsity": (m.sparsity, lambda a: (a == 0).mean()),
        "saturation_fraction": (flat, lambda a: ((a <= -0.99) | (a >= 0.99)).mean()),
    }


def sigmoid_tanh(one, slope, p):
    log = (
        m.log_sigmoid,
        lambda x: -np.log(1 + exp(-x)),
        sp.log_expit,
        functional.logsigmoid,
    )
    return {
        "sigmoid": (m.sigmoid, lambda x: 1 / (1 + exp(-x)), sp.expit, torch.sigmoid),
        "sigmoid_grad": (m.sigmoid_grad, lambda x: exp(-x) / (1 + exp(-x)) ** 2),
        "log_sigmoid": log,
        "log_sigmoid_grad": (m.log_sigmoid_grad, lambda x: 1 / (1 + exp(x))),
        "softplus": (m.softplus, lambda x: np.log(1 + exp(x)), None, functional.softplus),
        "softplus_grad": (m.softplus_grad, lambda x: 1 / (1 + exp(-x)), sp.expit),
        "tanh": (m.tanh, tanh, None, torch.tanh),
        "tanh_grad": (m.tanh_grad, lambda x: 1 - tanh(x) ** 2),
    }


def gates(one, slope, p):
    tanh_form = partial(functional.gelu, approximate="tanh")
    return {
        "gelu": (m.gelu, lambda x: x * sp.ndtr(x), None, functional.gelu),
        "gelu, tanh": (partial(m.gelu, approximate="tanh"), None, None, tanh_form),
        "gelu_grad": (m.gelu_grad, None),
        "silu": (m.silu, lambda x: x / (1 + exp(-x)), None, functional.silu),
        "silu_grad": (m.silu_grad, None),
    }


def relu_family(one, slope, p):
    def leaky(x):
        return where(x > 0, x, slope * x)

    def prelu(x):
        return where(x > 0, x, x[0] * x)

    def prelu_backward(x):
        return prelu(x), where(x > 0, 0, x * x).sum(axis=0)

    return {
        "relu": (m.relu, lambda x: np.maximum(0, x), None, torch.relu),
        "relu_grad": (m.relu_grad, lambda x: where(x > 0, one, 0)),
        "leaky_relu": (m.leaky_relu, leaky, None, functional.leaky_relu),
        "leaky_relu_grad": (m.leaky_relu_grad, lambda x: where(x > 0, one, slope)),
        "prelu": (lambda x: m.prelu(x, x[0]), prelu, None, lambda t: torch.prelu(t, t[0])),
        "prelu_backward": (lambda x: m.prelu_backward(x, x, x[0]), prelu_backward),
        "elu": (m.elu, lambda x: where(x > 0, x, exp(x) - 1), None, functional.elu),
        "elu_grad": (m.elu_grad, lambda x: where(x > 0, one, exp(x))),
    }


def softmax(one, slope, p):
    def on_rows(name):
        return partial(getattr(sp, name), **last), partial(getattr(torch, name), dim=-1)

    def naive_jacobian(x):
        return np.diag(p) - np.outer(p, p)

    def naive_log_softmax(x):
        return x - np.log(row_sum(exp(x)))

    def twice(backward):
        return lambda x: backward(x, x)

    return {
        "logsumexp": (
            m.logsumexp,
            lambda x: np.log(exp(x).sum(**last)),
            *on_rows("logsumexp"),
        ),
        "softmax": (m.softmax, lambda x: exp(x) / row_sum(exp(x)), *on_rows("softmax")),
        "softmax_jacobian": (lambda x: m.softmax_jacobian(p), naive_jacobian),
        "softmax_backward": (twice(m.softmax_backward), lambda x: x * (x - row_sum(x * x))),
        "log_softmax": (m.log_softmax, naive_log_softmax, *on_rows("log_softmax")),
        "log_softmax_backward": (
            twice(m.log_softmax_backward),
            lambda x: x - exp(x) * row_sum(x),
        ),
    }


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000)."""
    one, slope = np.ones(1, x.dtype), np.full(1, 0.01, x.dtype)
    p = np.full(len(x), 1 / len(x), x.dtype)
    inputs = (x, x, x, torch.from_numpy(x))
    for table in (overview, sigmoid_tanh, gates, relu_family, softmax):
        for name, functions in table(one, slope, p).items():
            pairs = zip(functions, inputs, strict=False)
            yield name, [f and partial(f, given) for f, given in pairs]
