"""Losses: dlnotes, the line that anyone would write in its place, SciPy, PyTorch."""

from functools import partial

import numpy as np
import scipy.special as sp
import torch
from torch.nn import functional

from dlnotes import losses as m
from dlnotes.activations import log_softmax, softmax

exp, log, row_sum = np.exp, np.log, partial(np.sum, axis=-1)


def sigma(z):
    return 1 / (1 + exp(-z))


# Each table: name, then the calls but for their arguments, which all of a table share.
ERRORS = {
    "mse_loss": (m.mse_loss, lambda x, t: np.mean((x - t) ** 2), None, functional.mse_loss),
    "mse_loss_grad": (m.mse_loss_grad, lambda x, t: 2 * (x - t) / x.size),
    "rmse": (m.rmse, lambda x, t: np.sqrt(np.mean((x - t) ** 2))),
    "rmse_grad": (
        m.rmse_grad,
        lambda x, t: (x - t) / (x.size * np.sqrt(np.mean((x - t) ** 2))),
    ),
    "l1_loss": (m.l1_loss, lambda x, t: np.mean(abs(x - t)), None, functional.l1_loss),
    "l1_loss_grad": (m.l1_loss_grad, lambda x, t: np.sign(x - t) / x.size),
    "huber_loss": (
        m.huber_loss,
        lambda x, t: np.where(abs(x - t) < 1, (x - t) ** 2 / 2, abs(x - t) - 0.5).mean(),
        lambda x, t: sp.huber(1, x - t).mean(),
        functional.huber_loss,
    ),
    "huber_loss_grad": (m.huber_loss_grad, lambda x, t: np.clip(x - t, -1, 1) / x.size),
}

BINARY = {
    "binary_cross_entropy_with_logits": (
        m.binary_cross_entropy_with_logits,
        lambda z, y: np.mean(np.maximum(z, 0) - z * y + log(1 + exp(-abs(z)))),
        None,
        functional.binary_cross_entropy_with_logits,
    ),
    "binary_cross_entropy_with_logits_grad": (
        m.binary_cross_entropy_with_logits_grad,
        lambda z, y: (sigma(z) - y) / z.size,
    ),
}

PROBABILITIES = {
    "binary_cross_entropy": (
        m.binary_cross_entropy,
        lambda p, y: -np.mean(y * log(p) + (1 - y) * log(1 - p)),
        None,
        functional.binary_cross_entropy,
    ),
    "binary_cross_entropy_grad": (
        m.binary_cross_entropy_grad,
        lambda p, y: (p - y) / (p * (1 - p)) / p.size,
    ),
}

MARGINS = {
    "hinge_loss": (m.hinge_loss, lambda s, y: np.maximum(0, 1 - y * s).mean()),
    "hinge_loss_grad": (m.hinge_loss_grad, lambda s, y: -y * (y * s < 1) / s.size),
    "squared_hinge_loss": (
        m.squared_hinge_loss,
        lambda s, y: (np.maximum(0, 1 - y * s) ** 2).mean(),
    ),
    "squared_hinge_loss_grad": (
        m.squared_hinge_loss_grad,
        lambda s, y: -2 * y * np.maximum(0, 1 - y * s) / s.size,
    ),
}


def picked(x, y):
    return x[np.arange(len(x)), y]


def naive_cross_entropy(z, y):
    return -log(picked(exp(z) / row_sum(exp(z), keepdims=True), y)).mean()


def naive_cross_entropy_grad(z, y):
    p = exp(z) / row_sum(exp(z), keepdims=True)
    p[np.arange(len(z)), y] -= 1
    return p / len(z)


def naive_margin(s, y):
    short = np.maximum(0, 1 + s - picked(s, y)[:, None])
    return (row_sum(short) - 1).mean() / s.shape[1]


LABELS = {
    "cross_entropy": (
        m.cross_entropy,
        naive_cross_entropy,
        None,
        functional.cross_entropy,
    ),
    "cross_entropy_grad": (m.cross_entropy_grad, naive_cross_entropy_grad),
    "multi_margin_loss": (
        m.multi_margin_loss,
        naive_margin,
        None,
        functional.multi_margin_loss,
    ),
    "multi_margin_loss_grad": (m.multi_margin_loss_grad,),
}

LOG_LABELS = {
    "nll_loss": (
        m.nll_loss,
        lambda log_p, y: -picked(log_p, y).mean(),
        None,
        functional.nll_loss,
    ),
    "nll_loss_grad": (m.nll_loss_grad,),
}

ONE = {
    "nll_from_likelihood": (m.nll_from_likelihood, lambda p: -log(p).sum()),
    "nll_from_likelihood_grad": (m.nll_from_likelihood_grad, lambda p: -1 / p),
    "entropy": (m.entropy, lambda p: -row_sum(p * log(p)), lambda p: row_sum(sp.entr(p))),
    "entropy_grad": (m.entropy_grad, lambda p: -log(p) - 1),
}

TWO = {
    "cross_entropy_probs": (m.cross_entropy_probs, lambda p, q: -row_sum(p * log(q))),
    "cross_entropy_probs_grad": (m.cross_entropy_probs_grad, lambda p, q: -p / q),
    "kl_div": (
        m.kl_div,
        lambda p, q: row_sum(p * log(p / q)),
        lambda p, q: row_sum(sp.rel_entr(p, q)),
    ),
    "kl_div_grad": (m.kl_div_grad, lambda p, q: -p / q),
}


def thin_and_wide(dtype):
    """One row of a language model's logits, 10^5 classes, and a long thin batch."""
    for n, k in [(1, 50_257), (10, 100_000), (100_000, 10)]:
        z = np.random.default_rng(0).normal(0, 3, (n, k)).astype(dtype)
        given = (z, np.zeros(n, int))
        for name in ("cross_entropy", "cross_entropy_grad"):
            ours, naive, *_ = LABELS[name]
            yield f"{name} of ({n}, {k})", [partial(ours, *given), partial(naive, *given)]


def rows(x):
    """Name and the calls to compare, for an array of shape (1000, 1000) or as named."""
    p, sign = softmax(x), np.sign(x)
    labels = np.random.default_rng(1).integers(0, x.shape[1], len(x))
    half = (sign + 1) / 2
    for table, given in [
        (ERRORS, (x, x[::-1].copy())),
        (BINARY, (x, half)),
        (PROBABILITIES, (np.clip(p, 1e-6, None), half)),
        (MARGINS, (x, sign)),
        (LABELS, (x, labels)),
        (LOG_LABELS, (log_softmax(x), labels)),
        (ONE, (p,)),
        (TWO, (p, p[::-1].copy())),
    ]:
        tensors = tuple(map(torch.from_numpy, given))
        for name, functions in table.items():
            inputs = (given, given, given, tensors)
            pairs = zip(functions, inputs, strict=False)
            yield name, [f and partial(f, *arguments) for f, arguments in pairs]
    yield from thin_and_wide(x.dtype)
