"""Autodiff: dlnotes, the lines that anyone would write in their place, SciPy, PyTorch.

The naive line beside `Value` is the computation alone, without any record of it.
"""

from functools import partial, reduce

import numpy as np
import torch
from scipy.optimize import approx_fprime

from dlnotes import autodiff as m


def engine(x):
    """Ten thousand numbers in a chain, forward and backward."""
    numbers = x[0].tolist() * 10

    def chain(start):
        return reduce(lambda y, number: y * 0.5 + number, numbers, start)

    def ours():
        y = chain(m.Value(0.5))
        y.backward()
        return y

    def theirs():
        t = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
        chain(t).backward()

    made = chain(m.Value(0.5))
    yield "Value, 20 000 operations", (ours, lambda: chain(0.5), None, theirs)
    yield "Value.backward alone", (made.backward,)


def differences(x):
    """The gradient of a function of a thousand numbers, of which `x` gives one per row."""
    point = x[0]
    step = 1e-5

    def f(v):
        return np.sum(np.tanh(v) ** 2)

    def naive():
        slopes = np.empty(len(point))
        for i in range(len(point)):
            above, below = point.astype(float), point.astype(float)
            above[i] += step
            below[i] -= step
            slopes[i] = (f(above) - f(below)) / (2 * step)
        return slopes

    grad = 2 * np.tanh(point) * (1 - np.tanh(point) ** 2)
    scipy = partial(approx_fprime, point.astype(float), f)
    yield "numerical_gradient", (partial(m.numerical_gradient, f, point), naive, scipy)
    yield "gradient_check", (partial(m.gradient_check, f, grad, point), naive, scipy)
    few = point[:100]
    yield "numerical_jacobian", (partial(m.numerical_jacobian, np.tanh, few),)


def chains(x):
    """Twenty Jacobians of a hundred by a hundred, and a single output at the end."""
    jacobians = [x[i : i + 100, :100] / 10 for i in range(20)] + [x[:1, :100]]
    tensors = [torch.from_numpy(np.ascontiguousarray(j)) for j in jacobians]

    def from_the_input():
        return reduce(lambda product, j: j @ product, jacobians)

    def in_torch():
        return reduce(torch.matmul, tensors[::-1])

    ours = partial(m.chain_rule_product, jacobians)
    yield "chain_rule_product", (ours, from_the_input, None, in_torch)


def rows(x):
    """All of them."""
    yield from engine(x)
    yield from differences(x)
    yield from chains(x)
