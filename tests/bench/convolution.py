"""Convolution: dlnotes, plain lines, SciPy and PyTorch, on images of shape (8, 3, 32, 32).

`conv2d, both` is a forward and a backward pass of 16 filters of 3 x 3. The plain lines of
a convolution are a product of matrices over a view of all windows; of a backward pass
there are none that anyone would write.
"""

from functools import partial

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view
from scipy.signal import convolve2d, correlate2d
from torch.nn import functional

from dlnotes import convolution as m

SHAPE, FILTERS = (8, 3, 32, 32), (16, 3, 3, 3)


def plain(x, w, b):
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    return np.einsum("nchwuv,ocuv->nohw", windows, w, optimize=True) + b[:, None, None]


def both(x, w, b, dout):
    m.conv2d(x, w, b, padding=1)
    return m.conv2d_backward(dout, x, w, padding=1)


def gradient(f, *arrays):
    """A forward and a backward pass of PyTorch."""
    *inputs, dout = map(torch.from_numpy, arrays)
    inputs = [t.requires_grad_() for t in inputs]
    return lambda: torch.autograd.grad(f(*inputs), inputs, dout)


def backward_alone(f, *arrays):
    *inputs, dout = map(torch.from_numpy, arrays)
    inputs = [t.requires_grad_() for t in inputs]
    return partial(torch.autograd.grad, f(*inputs), inputs, dout, retain_graph=True)


def blocks(x, f):
    n, c, h, w = x.shape
    return f(x.reshape(n, c, h // 2, 2, w // 2, 2), axis=(3, 5))


def torch_block(x, w1, b1, w2, b2):
    inner = functional.relu(functional.conv2d(x, w1, b1, padding=1))
    return functional.relu(x + functional.conv2d(inner, w2, b2, padding=1))


def convolutions(x, w, b, dout):
    conv = partial(functional.conv2d, padding=1)
    tensors = [*map(torch.from_numpy, (x, w, b))]
    yield (
        "conv2d, both",
        [partial(both, x, w, b, dout), None, None, gradient(conv, x, w, b, dout)],
    )
    calls = [partial(m.conv2d, x, w, b, padding=1), partial(plain, x, w, b), None]
    yield "conv2d", [*calls, partial(conv, *tensors)]
    calls = [partial(m.conv2d_backward, dout, x, w, padding=1), None, None]
    yield "conv2d_backward", [*calls, backward_alone(conv, x, w, b, dout)]
    image, kernel = x[:, 0].reshape(256, 32), w[0, 0]
    for name, theirs in [("cross_correlate2d", correlate2d), ("convolve2d", convolve2d)]:
        calls = [partial(getattr(m, name), image, kernel), None]
        yield name, [*calls, partial(theirs, image, kernel, "valid")]
    columns = m.im2col(x, 3, padding=1)
    unfold = partial(functional.unfold, tensors[0], 3, padding=1)
    yield "im2col", [partial(m.im2col, x, 3, padding=1), None, None, unfold]
    fold = partial(functional.fold, torch.from_numpy(columns), (32, 32), 3, padding=1)
    yield "col2im", [partial(m.col2im, columns, 32, 3, padding=1), None, None, fold]


def poolings(x, small):
    t, s = torch.from_numpy(x), torch.from_numpy(small)
    y, places = m.max_pool2d(x, 2)
    calls = [partial(m.max_pool2d, x, 2), partial(blocks, x, np.max), None]
    yield "max_pool2d", [*calls, partial(functional.max_pool2d, t, 2, return_indices=True)]
    calls = [partial(m.max_pool2d_backward, small, places, 32), None, None]
    theirs = backward_alone(partial(functional.max_pool2d, kernel_size=2), x, small)
    yield "max_pool2d_backward", [*calls, theirs]
    calls = [partial(m.avg_pool2d, x, 2), partial(blocks, x, np.mean), None]
    yield "avg_pool2d", [*calls, partial(functional.avg_pool2d, t, 2)]
    repeated = partial(np.kron, small / 4, np.ones((2, 2), x.dtype))
    theirs = backward_alone(partial(functional.avg_pool2d, kernel_size=2), x, small)
    yield (
        "avg_pool2d_backward",
        [partial(m.avg_pool2d_backward, small, 32, 2), repeated, None, theirs],
    )
    calls = [partial(m.adaptive_avg_pool2d, x, 1), partial(np.mean, x, axis=(2, 3)), None]
    yield "adaptive_avg_pool2d", [*calls, partial(functional.adaptive_avg_pool2d, t, 1)]
    mean = partial(functional.adaptive_avg_pool2d, output_size=16)
    calls = [partial(m.adaptive_avg_pool2d_backward, small, 32), None, None]
    yield "adaptive_avg_pool2d_backward", [*calls, backward_alone(mean, x, small)]
    assert s.shape == y.shape


def rows(x):
    """Name and the calls to compare."""
    rng = np.random.default_rng(1)

    def drawn(*shape):
        return rng.normal(size=shape).astype(x.dtype)

    x, w, b, dout = drawn(*SHAPE), drawn(*FILTERS), drawn(16), drawn(8, 16, 32, 32)
    yield from convolutions(x, w, b, dout)
    yield from poolings(x, drawn(8, 3, 16, 16))
    block = [x, w, b, drawn(3, 16, 3, 3), drawn(3)]
    cache = m.residual_block(*block)[1]
    tensors = map(torch.from_numpy, block)
    yield (
        "residual_block",
        [partial(m.residual_block, *block), None, None, partial(torch_block, *tensors)],
    )
    calls = [partial(m.residual_block_backward, x, cache), None, None]
    yield "residual_block_backward", [*calls, backward_alone(torch_block, *block, x)]
