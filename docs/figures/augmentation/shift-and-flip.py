"""Digits that are moved or mirrored, and how three networks read them."""

import runpy
from functools import cache, partial
from itertools import product
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

from dlnotes.augmentation import crop, horizontal_flip, random_crop, random_horizontal_flip
from dlnotes.losses import cross_entropy, cross_entropy_grad
from dlnotes.networks import init_mlp, mlp_forward, mlp_train
from dlnotes.optimizers import adam_step

KINDS = runpy.run_path(str(Path(__file__).with_name("kinds.py")))
WORDS = {
    "ko": {
        "shift": "오른쪽으로 민 칸",
        "flip": "뒤집기(1이면 뒤집음)",
        "plain": "그대로 배움",
        "moved": "밀며 배움",
        "mirrored": "뒤집으며 배움",
        "right": "정확도",
    },
    "en": {
        "shift": "moved right by",
        "flip": "mirrored (1 if so)",
        "plain": "trained plainly",
        "moved": "trained with shifts",
        "mirrored": "trained with flips",
        "right": "accuracy",
    },
}
SLIDERS = {"shift": [-3, -2, -1, 0, 1, 2, 3], "flip": [0, 1]}
START = (1, 0)
CHANGES = {
    "plain": lambda image, rng: image,
    "moved": lambda image, rng: random_crop(image, (8, 8), padding=1, rng=rng),
    "mirrored": lambda image, rng: random_horizontal_flip(image, rng=rng),
}
DIGITS = load_digits()
IMAGES, TESTS, Y, Y_TEST = train_test_split(
    DIGITS.images / 16, DIGITS.target, test_size=0.25, random_state=0
)


@cache
def trained(name):
    """Parameters of a network, trained with other changes of the pictures in each epoch."""
    rng = np.random.default_rng(0)
    params = init_mlp([64, 64, 10], rng=rng)
    for _ in range(20):
        X = np.reshape([CHANGES[name](image, rng) for image in IMAGES], (-1, 64))
        params, _ = mlp_train(
            X,
            Y,
            params,
            step=partial(adam_step, lr=0.01),
            loss=(cross_entropy, cross_entropy_grad),
            epochs=1,
            batch_size=64,
            rng=rng,
        )
    return params


def seen(image, shift, flip):
    """A picture mirrored or not, and then moved."""
    image = horizontal_flip(image) if flip else image
    return crop(image, (8, 8), 3, 3 - shift, padding=3)


@cache
def accuracies(shift, flip):
    X = np.reshape([seen(image, shift, flip) for image in TESTS], (-1, 64))
    logits = [mlp_forward(X, trained(name))[0] for name in CHANGES]
    return [float(np.mean(z.argmax(axis=1) == Y_TEST)) for z in logits]


def measure(shift, flip):
    rights = accuracies(shift, flip)
    return {name: f"{r:.2f}" for name, r in zip(CHANGES, rights, strict=True)}


def figure(words):
    fig, (left, axis) = plt.subplots(1, 2, figsize=(4.5, 1.9), width_ratios=[1, 1.7])
    for i, position in enumerate(product(*SLIDERS.values())):
        KINDS["show"](left, seen(DIGITS.images[2] / 16, *position), gid=f"frame-{i}")
        rights = accuracies(*position)
        for row, right in enumerate(rights):
            axis.barh(row, right, color=f"C{row}", height=0.3, lw=0, gid=f"frame-{i}")
            for bar in axis.patches[-1:]:
                bar.set_gid(f"frame-{i}")
            at = (right + 0.02, row)
            axis.annotate(f"{right:.2f}", at, va="center", fontsize=9, gid=f"frame-{i}")
    for row, name in enumerate(CHANGES):
        axis.text(0, row - 0.36, words[name], fontsize=9)
    axis.set(
        xlim=(0, 1.15),
        ylim=(2.4, -0.8),
        xticks=[0, 0.5, 1],
        yticks=[],
        xlabel=words["right"],
    )
    return fig
