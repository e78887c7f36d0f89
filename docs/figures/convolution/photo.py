"""A photograph and three feature maps of it, each of one filter of 3 x 3."""

import matplotlib.cbook as cbook
import matplotlib.pyplot as plt
import numpy as np

from dlnotes.convolution import cross_correlate2d

WORDS = {
    "ko": {
        "photo": "사진",
        "blur": "평균",
        "across": "오른쪽 − 왼쪽",
        "down": "아래 − 위",
    },
    "en": {
        "photo": "photograph",
        "blur": "mean",
        "across": "right − left",
        "down": "below − above",
    },
}
STEP = 5  # pixels of the photograph in one of ours
SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8
FILTERS = {"blur": np.ones((3, 3)) / 9, "across": SOBEL, "down": SOBEL.T}


def grey():
    """Brightness of the photograph, in coarse pixels."""
    with cbook.get_sample_data("grace_hopper.jpg") as file:
        photo = plt.imread(file, format="jpg")[:600, :510] / 255
    small = photo.reshape(600 // STEP, STEP, 510 // STEP, STEP, 3).mean(axis=(1, 3))
    return small @ [0.299, 0.587, 0.114]


def figure(words):
    image = grey()
    fig, axes = plt.subplots(1, 4, figsize=(4.5, 1.65))
    maps = {"photo": image} | {n: cross_correlate2d(image, w) for n, w in FILTERS.items()}
    for axis, (name, values) in zip(axes, maps.items(), strict=True):
        limits = (0, 1) if name in ("photo", "blur") else (-0.3, 0.3)
        axis.imshow(values, cmap="gray", vmin=limits[0], vmax=limits[1])
        axis.set_title(words[name], fontsize=9)
        axis.axis("off")
    return fig
