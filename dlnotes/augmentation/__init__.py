"""Data augmentation: new training samples from old ones, with labels that still hold.

An image has the shape (H, W), or (H, W, C) with its channels last. uint8 counts from 0 to
255 and stays uint8, rounded and cut off at both ends; colours in floats lie in [0, 1].
"""

from ._colors import (
    adjust_brightness,
    adjust_contrast,
    adjust_hue,
    adjust_saturation,
    color_jitter,
)
from ._crops import crop, random_crop
from ._flips import flip_boxes, horizontal_flip, random_horizontal_flip
from ._hsv import hsv_to_rgb, rgb_to_hsv
from ._mixup import mixup
from ._resize import resize

__all__ = [
    "adjust_brightness",
    "adjust_contrast",
    "adjust_hue",
    "adjust_saturation",
    "color_jitter",
    "crop",
    "flip_boxes",
    "horizontal_flip",
    "hsv_to_rgb",
    "mixup",
    "random_crop",
    "random_horizontal_flip",
    "resize",
    "rgb_to_hsv",
]
