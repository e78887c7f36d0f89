"""Comparisons that the tests of several chapters share."""

import inspect
import re
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

import record


def own_functions(module):
    """The public functions that a module or the files of its package define, by name."""
    parts = [part for part in vars(module).values() if inspect.ismodule(part)]
    named = [item for part in [module, *parts] for item in vars(part).values()]
    own = {
        f.__name__
        for f in named
        if inspect.isfunction(f) and f.__module__.startswith(module.__name__)
    }
    return sorted(name for name in own if not name.startswith("_"))


def outcomes(returned):
    """Every array and number of a result, however they are nested."""
    if isinstance(returned, dict):
        returned = [*returned.values()]
    if isinstance(returned, tuple | list | Iterator):
        return [y for part in returned for y in outcomes(part)]
    return [] if returned is None or isinstance(returned, str) else [returned]


def assert_refuses(function, args, options, message, error=ValueError):
    """The message names the argument, the rule and what came."""
    with pytest.raises(error, match=re.escape(message)):
        function(*args, **options)


class FromTorch(np.ndarray):
    """An array that PyTorch computed, which `assert_parity` has to know."""


def assert_parity(ours, theirs, *, rtol, atol=0.0):
    """Another library gives the same; pages show the noted difference from PyTorch."""
    if isinstance(theirs, torch.Tensor | FromTorch):
        record.differences.append(record.difference(ours, theirs))
    assert np.shape(ours) == np.shape(theirs)
    assert_allclose(ours, np.asarray(theirs), rtol=rtol, atol=atol)


def autograd(f, *arrays, dout=None):
    """PyTorch's gradient of `f`, of the sum of its result or weighted by `dout`."""
    tensors = [torch.tensor(np.asarray(a), requires_grad=True) for a in arrays]
    y = f(*tensors)
    y.backward(torch.ones_like(y) if dout is None else torch.tensor(dout))
    grads = [t.grad.numpy().view(FromTorch) for t in tensors]
    return grads[0] if len(grads) == 1 else grads


def central_difference(f, x, h=1e-6):
    """The gradient of a function of one array with one number as its result."""
    x = np.asarray(x, dtype=float)
    slope = np.empty_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        slope[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slope
