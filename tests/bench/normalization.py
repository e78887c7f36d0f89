"""Normalisation: dlnotes, plain lines, PyTorch, on images of shape (64, 32, 14, 14)."""

from functools import partial

import numpy as np
import torch
from torch.nn import functional

from dlnotes import normalization as m

SHAPE, CHANNELS = (64, 32, 14, 14), (1, 32, 1, 1)
AXES = {"batch_norm": (0, 2, 3), "layer_norm": (1, 2, 3), "group_norm": (2, 3, 4)}


def plain(x, gamma, beta, axes):
    mean, var = x.mean(axes, keepdims=True), x.var(axes, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + 1e-5) + beta


def plain_backward(dout, x_hat, gamma, root, axes):
    g = gamma * dout
    shared = g.mean(axes, keepdims=True) + x_hat * (g * x_hat).mean(axes, keepdims=True)
    return (g - shared) / root, (dout * x_hat).sum(), dout.sum()


def in_groups(x, gamma, beta):
    groups = x.reshape(64, 4, 8, 14, 14)
    return plain(groups, 1, 0, AXES["group_norm"]).reshape(SHAPE) * gamma + beta


def gradient(y, *inputs, dout):
    """PyTorch's backward pass alone."""
    return partial(torch.autograd.grad, y, inputs, dout, retain_graph=True)


def with_backward(x, dout, name, shape, ours, theirs):
    """Both passes of a normalisation whose scales have a shape."""
    one, zero, axes = np.ones(shape, x.dtype), np.zeros(shape, x.dtype), AXES[name]
    wide = [a.reshape(CHANNELS) if a.ndim == 1 else a for a in (one, zero)]
    t, d, g, b = map(torch.from_numpy, (x, dout, one, zero))
    inputs = [a.requires_grad_() for a in (t, g, b)]
    cache = ours(x, one, zero)[-1]
    root = np.sqrt(x.var(axes, keepdims=True) + 1e-5)
    yield (
        name,
        [
            partial(ours, x, one, zero),
            partial(plain, x, *wide, axes),
            None,
            partial(theirs, *inputs),
        ],
    )
    yield (
        f"{name}_backward",
        [
            partial(getattr(m, f"{name}_backward"), dout, cache),
            partial(plain_backward, dout, cache.x_hat, wide[0], root, axes),
            None,
            gradient(theirs(*inputs), *inputs, dout=d),
        ],
    )


def norm_by_batch(t, gamma, beta):
    return functional.batch_norm(t, None, None, gamma, beta, training=True)


def norm_by_layer(t, gamma, beta):
    return functional.layer_norm(t, SHAPE[1:], gamma, beta)


def rows(x):
    """Name and the calls to compare."""
    dout, x = np.random.default_rng(1).normal(size=(2, *SHAPE)).astype(x.dtype)
    batch_norm = partial(m.batch_norm, state=None, training=True)
    yield from with_backward(x, dout, "batch_norm", (32,), batch_norm, norm_by_batch)
    yield from with_backward(x, dout, "layer_norm", SHAPE[1:], m.layer_norm, norm_by_layer)
    one, zero = np.ones(32, x.dtype), np.zeros(32, x.dtype)
    calls = [
        partial(m.group_norm, x, one, zero, num_groups=4),
        partial(in_groups, x, one.reshape(CHANNELS), zero.reshape(CHANNELS)),
        None,
        partial(functional.group_norm, torch.from_numpy(x), 4),
    ]
    yield "group_norm", calls
    yield from with_rms(x, dout, one)


def with_rms(x, dout, gamma):
    """Both passes of RMSNorm over 32 features."""
    x, dout = (a.reshape(-1, 32) for a in (x, dout))
    t, g = torch.from_numpy(x).requires_grad_(), torch.from_numpy(gamma).requires_grad_()
    theirs = partial(functional.rms_norm, t, (32,), g, 1e-6)
    cache = m.rms_norm(x, gamma)[1]
    line = partial(lambda x: gamma * x / np.sqrt((x * x).mean(1, keepdims=True)), x)
    yield "rms_norm", [partial(m.rms_norm, x, gamma), line, None, theirs]
    back = gradient(theirs(), t, g, dout=torch.from_numpy(dout))
    yield "rms_norm_backward", [partial(m.rms_norm_backward, dout, cache), None, None, back]
