"""Data augmentation: dlnotes, plain lines, Matplotlib in the column of SciPy, PyTorch."""

from functools import partial

import numpy as np
import torch
from matplotlib import colors
from torch.nn import functional

from dlnotes import augmentation as m


def moved(x, rng):
    """Mirrored, cut and resized images."""
    flip, t = (lambda: x[:, ::-1].copy()), torch.from_numpy(x)
    yield "horizontal_flip", [partial(m.horizontal_flip, x), flip, None, t.fliplr]
    flips = partial(m.random_horizontal_flip, x, rng=rng)
    yield "random_horizontal_flip", [flips, flip]
    boxes = np.sort(x.reshape(-1, 4), axis=1)
    plain = partial(np.subtract, [100, 0, 100, 0], boxes)
    yield "flip_boxes", [partial(m.flip_boxes, boxes, 100), plain]
    size, cut = (1000, 1000), lambda: np.pad(x, 4)[2:-6, 2:-6]
    yield "crop", [partial(m.crop, x, size, 2, 2, padding=4), cut]
    yield "random_crop", [partial(m.random_crop, x, size, padding=4, rng=rng), cut]
    wide = partial(functional.interpolate, t[None, None], size=(700, 700))
    theirs = partial(wide, mode="bilinear")
    yield "resize", [partial(m.resize, x, (700, 700)), None, None, theirs]


def recoloured(light, rng):
    """Images in other colours."""
    for name in ("rgb_to_hsv", "hsv_to_rgb"):
        both = partial(getattr(m, name), light), partial(getattr(colors, name), light)
        yield name, [both[0], None, both[1]]
    for name in ("adjust_brightness", "adjust_contrast", "adjust_saturation"):
        ours = partial(getattr(m, name), light, 1.2)
        yield name, [ours, lambda: np.clip(1.2 * light - 0.2 * light.mean(), 0, 1)]
    yield "adjust_hue", [partial(m.adjust_hue, light, 0.1)]
    yield "color_jitter", [partial(m.color_jitter, light, hue=0.1, rng=rng)]


def rows(x):
    """Name and the calls to compare, for images of one million numbers."""
    rng = np.random.default_rng(0)
    yield from moved(x, rng)
    yield from recoloured(1 / (1 + np.exp(-x[:999]).reshape(333, 1000, 3)), rng)
    one = np.eye(10, dtype=x.dtype)[np.arange(1000) % 10]
    mixed = partial(m.mixup, x, one, alpha=1, rng=rng)
    yield "mixup", [mixed, lambda: 0.3 * x + 0.7 * x[rng.permutation(1000)]]
