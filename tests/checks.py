"""What the tests of every chapter ask of its functions."""

import inspect
import re

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

import record

NOT_REAL = ["complex128", "<U3", "object", "datetime64[s]"]
NOT_ONE_NUMBER = [True, np.True_, np.ones(1), np.array(1.0), [1.0], "1", None]


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
    """Every array of a result, be it one, or nested in tuples and lists."""
    if isinstance(returned, tuple | list):
        return [y for part in returned for y in outcomes(part)]
    return [returned]


def assert_pure(function, args, options=()):
    """Arguments are not written to, and results do not share their memory."""
    given = [arg for arg in outcomes(list(args)) if isinstance(arg, np.ndarray)]
    for arg in given:
        arg.setflags(write=False)
    for result in outcomes(function(*args, **dict(options))):
        assert not any(np.may_share_memory(result, arg) for arg in given)


def assert_refuses(function, args, options, message, error=ValueError):
    """The message names the argument, the rule and what came."""
    with pytest.raises(error, match=re.escape(message)):
        function(*args, **options)


def assert_only_real_numbers(function, args, options=()):
    """Each array among the first arguments may hold nothing but real numbers."""
    names = list(inspect.signature(function).parameters)
    for i, name in enumerate(names[: len(args)]):
        for dtype in NOT_REAL:
            bad = [*args[:i], np.zeros(np.shape(args[i]), dtype), *args[i + 1 :]]
            message = f"`{name}` must hold real numbers, got dtype {dtype}"
            assert_refuses(function, bad, dict(options), message, TypeError)


def number_options(function):
    """The options of a function that are one real number each."""
    parameters = inspect.signature(function).parameters
    return [name for name, p in parameters.items() if p.annotation in (float, "float")]


def assert_options_are_single_numbers(function, args, options=()):
    """Neither a bool, nor an array or text, passes for a number."""
    for name in number_options(function):
        for value in NOT_ONE_NUMBER:
            message = f"`{name}` must be a real number, got {type(value).__name__}"
            wrong = {**dict(options), name: value}
            assert_refuses(function, args, wrong, message, TypeError)


class FromTorch(np.ndarray):
    """An array of which it must stay known that PyTorch computed it."""


def assert_parity(ours, theirs, *, rtol, atol=0.0):
    """Another library says the same; how nearly PyTorch does, the pages will tell."""
    if isinstance(theirs, torch.Tensor | FromTorch):
        record.differences.append(record.difference(ours, theirs))
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
