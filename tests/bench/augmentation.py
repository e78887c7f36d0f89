"""Data augmentation: dlnotes, plain lines, Matplotlib in the column of SciPy, PyTorch."""

from functools import partial

import matplotlib.colors as theirs
import numpy as np
import torch
from torch.nn import functional

from dlnotes import augmentation as m


def rows(x):
    """Name and the calls to compare, for images of one million numbers."""
    t, rng = torch.from_numpy(x), np.random.default_rng(0)
    light = 1 / (1 + np.exp(-x[:999]).reshape(333, 1000, 3))
    yield (
        "horizontal_flip",
        [partial(m.horizontal_flip, x), lambda: x[:, ::-1].copy(), None, t.fliplr],
    )
    flips = partial(m.random_horizontal_flip, x, rng=rng)
    yield "random_horizontal_flip", [flips, lambda: x[:, ::-1].copy()]
    boxes = np.sort(x.reshape(-1, 4), axis=1)
    mirrored = [100, 0, 100, 0] - boxes[:, [2, 1, 0, 3]]
    yield "flip_boxes", [partial(m.flip_boxes, boxes, 100), lambda: mirrored.copy()]
    pads = partial(np.pad, x, 4)
    size = (1000, 1000)
    yield "crop", [partial(m.crop, x, size, 2, 2, padding=4), lambda: pads()[2:-6, 2:-6]]
    drawn = partial(m.random_crop, x, size, padding=4, rng=rng)
    yield "random_crop", [drawn, lambda: pads()[2:-6, 2:-6]]
    wide = partial(functional.interpolate, t[None, None], size=(700, 700))
    yield (
        "resize",
        [partial(m.resize, x, (700, 700)), None, None, partial(wide, mode="bilinear")],
    )
    yield (
        "rgb_to_hsv",
        [partial(m.rgb_to_hsv, light), None, partial(theirs.rgb_to_hsv, light)],
    )
    yield (
        "hsv_to_rgb",
        [partial(m.hsv_to_rgb, light), None, partial(theirs.hsv_to_rgb, light)],
    )
    for name in ("adjust_brightness", "adjust_contrast", "adjust_saturation"):
        plain = partial(np.clip, light, 0, 1)
        yield name, [partial(getattr(m, name), light, 1.2), plain]
    yield "adjust_hue", [partial(m.adjust_hue, light, 0.1)]
    yield "color_jitter", [partial(m.color_jitter, light, hue=0.1, rng=rng)]
    one = np.eye(10, dtype=x.dtype)[np.arange(1000) % 10]
    mixed = partial(m.mixup, x, one, alpha=1, rng=rng)
    yield "mixup", [mixed, lambda: 0.3 * x + 0.7 * x[rng.permutation(1000)]]
