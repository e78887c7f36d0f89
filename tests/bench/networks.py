"""Networks: dlnotes, the lines that anyone would write in their place, PyTorch."""

from functools import partial

import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn import functional

from dlnotes import networks as m
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.optimizers import sgd_step

SIZES, BATCH = [64, 32, 10], 32


def module(sizes, dtype):
    """The network in PyTorch, with weights of its own."""
    layers = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:], strict=True):
        layers += [torch.nn.Linear(n_in, n_out), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1]).to(dtype)


def one_pass(x):
    """Forward and backward through 100 hidden units, for the whole of `x` at once."""
    sizes = [x.shape[1], 100, 10]
    params = [p.astype(x.dtype) for p in m.init_mlp(sizes, rng=np.random.default_rng(0))]
    W1, b1, W2, b2 = params
    t = torch.from_numpy(x)
    net, up = module(sizes, t.dtype), torch.ones(len(x), 10, dtype=t.dtype)
    (_, cache), dlogits = m.mlp_forward(x, params), np.ones((len(x), 10), x.dtype)
    y = net(t)

    def naive_forward():
        z = x @ W1.T + b1
        return np.maximum(z, 0) @ W2.T + b2

    def naive_backward():
        z = cache.sums[0]
        d = dlogits @ W2 * (z > 0)
        h = np.maximum(z, 0)
        return d.T @ x, d.sum(axis=0), dlogits.T @ h, dlogits.sum(axis=0)

    def torch_backward():
        torch.autograd.grad(y, net.parameters(), up, retain_graph=True)

    forward, backward = partial(m.mlp_forward, x, params), partial(m.mlp_backward, dlogits)
    yield "mlp_forward", (forward, naive_forward, None, lambda: net(t))
    yield (
        "mlp_backward",
        (partial(backward, params, cache), naive_backward, None, torch_backward),
    )
    yield "collapse_linear", (partial(m.collapse_linear, params), lambda: W2 @ W1)


def epoch(x):
    """One epoch of plain gradient descent on the digits, in batches of 32."""
    X, y = load_digits(return_X_y=True)
    X = (X / 16).astype(x.dtype)
    params = [p.astype(x.dtype) for p in m.init_mlp(SIZES, rng=np.random.default_rng(0))]
    t, labels, rng = torch.from_numpy(X), torch.from_numpy(y), np.random.default_rng(0)
    net = module(SIZES, t.dtype)
    sgd = torch.optim.SGD(net.parameters(), 0.1)
    train = partial(
        m.mlp_train,
        X,
        y,
        params,
        step=partial(sgd_step, lr=0.1),
        epochs=1,
        batch_size=BATCH,
    )

    def theirs():
        for batch in torch.randperm(len(t)).split(BATCH):
            sgd.zero_grad()
            functional.cross_entropy(net(t[batch]), labels[batch]).backward()
            sgd.step()

    ours = partial(train, loss=(cross_entropy, cross_entropy_grad), rng=rng)
    yield "mlp_train", (ours, None, None, theirs)


def rows(x):
    """Name, then dlnotes, naive NumPy, SciPy and PyTorch."""
    yield from one_pass(x)
    draw = partial(m.init_mlp, [x.shape[1], 1000], rng=np.random.default_rng(0))
    yield "init_mlp", (draw, lambda: np.random.default_rng(0).normal(0, 0.04, x.shape))
    yield from epoch(x)
