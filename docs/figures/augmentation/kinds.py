"""A handwritten digit changed in the ways that the page explains."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.path import Path
from sklearn.datasets import load_digits

from dlnotes.augmentation import adjust_brightness, crop, horizontal_flip, resize

WORDS = {
    "ko": {
        "before": "원래",
        "shift": "한 픽셀 밀기",
        "flip": "뒤집기",
        "zoom": "잘라 늘이기",
        "faint": "흐리게",
        "mixed": "1과 섞기",
    },
    "en": {
        "before": "before",
        "shift": "moved by one",
        "flip": "mirrored",
        "zoom": "cut, enlarged",
        "faint": "fainter",
        "mixed": "mixed with a 1",
    },
}
LEVELS = 5


def inked(image):
    """Path of the pixels at each of a few strengths of ink, and the strength."""
    rounded = np.rint(image * LEVELS)
    for level in range(1, LEVELS + 1):
        squares = [
            Path.unit_rectangle().vertices + [j, i]
            for i, j in np.argwhere(rounded == level)
        ]
        if squares:
            codes = Path.unit_rectangle().codes
            path = Path(np.concatenate(squares), np.tile(codes, len(squares)))
            yield path, level / LEVELS


def show(axis, image, **options):
    """Draw an image in squares of ink."""
    for path, strength in inked(image):
        patch = plt.matplotlib.patches.PathPatch(path, fc="C7", lw=0, alpha=strength)
        patch.set(**options)
        axis.add_patch(patch)
    axis.set(xlim=(0, 8), ylim=(8, 0), aspect="equal", xticks=[], yticks=[])
    axis.spines[:].set_visible(True)
    axis.grid(visible=False)


def changed():
    images = load_digits().images / 16
    two, one = images[2], images[1]
    return {
        "before": two,
        "shift": crop(two, (8, 8), 1, 0, padding=1),
        "flip": horizontal_flip(two),
        "zoom": resize(crop(two, (6, 6), 1, 1), (8, 8)),
        "faint": adjust_brightness(two, 0.5),
        "mixed": 0.7 * two + 0.3 * one,
    }


def figure(words):
    fig, axes = plt.subplots(2, 3, figsize=(4.5, 3.5))
    for axis, (name, image) in zip(axes.flat, changed().items(), strict=True):
        show(axis, image)
        axis.set(title=words[name])
    return fig
