"""Filters and feature maps of a small network, while it learns digits of one row."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import relu
from dlnotes.convolution import conv2d, conv2d_backward, max_pool2d, max_pool2d_backward
from dlnotes.datasets import make_1d_digits
from dlnotes.initializers import kaiming_normal
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.optimizers import adam_step

WORDS = {
    "ko": {
        "updates": "갱신 횟수",
        "loss": "시험 손실",
        "right": "시험 정확도",
        "digit": "입력: 숫자 2",
        "filters": "필터 16개",
        "maps": "특징 맵 16장",
    },
    "en": {
        "updates": "updates",
        "loss": "test loss",
        "right": "test accuracy",
        "digit": "input: a digit 2",
        "filters": "16 filters",
        "maps": "16 feature maps",
    },
}
SLIDERS = {"updates": [0, 5, 20, 60, 150, 300]}
START = (300,)
CHANNELS, SIDE, SAMPLES, BATCH, RATE = [1, 16, 24, 24], 5, 3000, 64, 0.01
OPTIONS = {"padding": (0, SIDE // 2)}


@cache
def data():
    X, y = make_1d_digits(SAMPLES + 500, rng=np.random.default_rng(0))
    return X.astype(np.float32).reshape(-1, 1, 1, 40), y


def forward(h, params):
    """Scores of three convolutions, with a maximum of two, of two and of all after them."""
    *convolutions, W, b = params
    kept = []
    for i in range(0, len(convolutions), 2):
        h, before = relu(conv2d(h, *convolutions[i : i + 2], **OPTIONS)), h
        window = 2 if i < 4 else h.shape[3]
        pooled, places = max_pool2d(h, (1, window))
        kept.append((before, h, places))
        h = pooled
    return h[:, :, 0, 0] @ W.T + b, h[:, :, 0, 0], kept


def gradients(x, y, params):
    z, features, kept = forward(x, params)
    d, W = cross_entropy_grad(z, y), params[-2]
    found = [d.sum(axis=0), d.T @ features]
    d = (d @ W)[:, :, None, None]
    for i, (before, h, places) in reversed([*enumerate(kept)]):
        d = max_pool2d_backward(d, places, h.shape[2:]) * (h > 0)
        d, dw, db = conv2d_backward(d, before, params[2 * i], **OPTIONS)
        found += [db, dw]
    return found[::-1]


@cache
def trained():
    """The parameters at every position of the slider."""
    rng, (x, y) = np.random.default_rng(0), data()
    params, last = [], SLIDERS["updates"][-1]
    for c, m in zip(CHANNELS[:-1], CHANNELS[1:], strict=True):
        params += [kaiming_normal((m, c, 1, SIDE), rng=rng), np.zeros(m)]
    params += [kaiming_normal((10, CHANNELS[-1]), rng=rng) / 2, np.zeros(10)]
    params, state, at = [p.astype(np.float32) for p in params], None, {}
    for update in range(last + 1):
        if update in SLIDERS["updates"]:
            at[update] = params
        batch = rng.integers(0, SAMPLES, BATCH)
        rate = RATE * min((update + 1) / 60, 0.5 + 0.5 * np.cos(np.pi * update / last))
        found = gradients(x[batch], y[batch], params)
        params, state = adam_step(params, found, state, lr=float(rate) + 1e-9)
    return at


def measure(updates):
    x, y = (part[SAMPLES:] for part in data())
    z, _, _ = forward(x, trained()[updates])
    right = np.mean(z.argmax(axis=1) == y)
    return {"loss": f"{cross_entropy(z, y):.2f}", "right": f"{right:.2f}"}


def example():
    """The first test digit that is a 2."""
    x, y = (part[SAMPLES:] for part in data())
    return x[[np.argmax(y == 2)]]


def figure(words):
    layout = [["filters", "digit"], ["filters", "maps"]]
    sizes = {"width_ratios": [1, 3], "height_ratios": [1, 2]}
    fig, axes = plt.subplot_mosaic(layout, figsize=(4.5, 3.2), **sizes)
    axes["digit"].plot(example().ravel(), color="C0")
    axes["digit"].set(xlim=(-0.5, 39.5), xticks=[])
    for i, updates in enumerate(SLIDERS["updates"]):
        w, b, *_ = trained()[updates]
        maps = relu(conv2d(example(), w, b, **OPTIONS))[0, :, 0]
        options = {"aspect": "auto", "interpolation": "none", "gid": f"frame-{i}"}
        filters = w.reshape(-1, SIDE)
        axes["filters"].imshow(filters, cmap="RdBu_r", vmin=-1.6, vmax=1.6, **options)
        axes["maps"].imshow(maps, cmap="Greys", vmin=0, vmax=2.5, **options)
    for name, axis in axes.items():
        axis.set_title(words[name], fontsize=9)
        axis.grid(visible=False)
        if name != "digit":
            axis.set(xticks=[], yticks=[])
    return fig
