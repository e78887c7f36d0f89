"""The error of a numerical gradient as its step shrinks: three Vs."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.autodiff import numerical_gradient
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_backward, mlp_forward

WORDS = {
    "ko": {"error": "상대 오차", "central": "중앙 차분", "forward": "전진 차분"},
    "en": {"error": "relative error", "central": "central", "forward": "forward"},
}
STEPS = 10.0 ** -np.arange(0.5, 13.1, 0.5)


def problem():
    """The loss of a small tanh network as a function of its output weights."""
    images, labels = load_digits(return_X_y=True)
    X, y = images[:20] / 16, labels[:20]
    W1, b1, W2, b2 = init_mlp([64, 5, 10], rng=np.random.default_rng(0), init="xavier")

    def loss(W, dtype=np.float64):
        params = [p.astype(dtype) for p in (W1, b1, W, b2)]
        logits, _ = mlp_forward(X.astype(dtype), params, activation="tanh")
        return cross_entropy(logits, y)

    logits, cache = mlp_forward(X, [W1, b1, W2, b2], activation="tanh")
    grads = mlp_backward(cross_entropy_grad(logits, y), [W1, b1, W2, b2], cache)
    return loss, W2, grads[2]


def forward_difference(f, x, h):
    """The slopes of one side only."""
    basis = np.eye(x.size).reshape(-1, *x.shape)
    return np.reshape([(f(x + h * e) - f(x)) / h for e in basis], x.shape)


@cache
def errors():
    """Of central and forward differences in float64, and of central ones in float32."""
    loss, W, grad = problem()
    kinds = [
        lambda h: numerical_gradient(loss, W, h=h),
        lambda h: forward_difference(loss, W, h),
        lambda h: numerical_gradient(lambda V: loss(V, np.float32), W, h=h),
    ]
    off = [[np.linalg.norm(slopes(h) - grad) for h in STEPS] for slopes in kinds]
    return np.clip(np.divide(off, np.linalg.norm(grad)), None, 1)


def figure(words):
    central, forward = words["central"], words["forward"]
    names = [f"{central}, float64", f"{forward}, float64", f"{central}, float32"]
    fig, axis = plt.subplots(figsize=(4.5, 3.4))
    for name, line, mark in zip(names, errors(), ("o-", "s--", "^:"), strict=True):
        axis.plot(STEPS, line, mark, label=name, markevery=2)
    axis.set(xscale="log", yscale="log", xlabel="h", ylabel=words["error"], ylim=(1e-12, 2))
    axis.set_xticks([1e-12, 1e-9, 1e-6, 1e-3, 1], ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"])
    axis.set_yticks([1e-12, 1e-8, 1e-4, 1], ["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    axis.minorticks_off()
    axis.legend(fontsize=9, loc="lower left")
    return fig
