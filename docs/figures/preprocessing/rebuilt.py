"""Digits of the test data, put together again from 2, 5, 10, 20 and 40 numbers."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.preprocessing import pca_fit, pca_inverse, pca_transform

WORDS = {
    "ko": {"number": "수 {}개", "all": "처음 그림"},
    "en": {"number": "{} numbers", "all": "picture"},
}
SIZES = [2, 5, 10, 20, 40]


def figure(words):
    X, y = load_digits(return_X_y=True)
    order = np.random.default_rng(0).permutation(len(X))
    train, test = order[:1200], order[1200:]
    mean, axes, _ = pca_fit(X[train])
    rows = [X[test][y[test] == digit][0] for digit in (3, 5, 8)]
    fig, places = plt.subplots(3, 6, figsize=(5.2, 2.7))
    for row, picture in zip(places, rows, strict=True):
        for place, k in zip(row, [*SIZES, 64], strict=True):
            part = axes[:k]
            back = pca_inverse(pca_transform([picture], mean, part), mean, part)
            place.imshow(back.reshape(8, 8), cmap="gray_r", vmin=0, vmax=16)
            place.set(xticks=[], yticks=[])
    for place, k in zip(places[0], [*SIZES, None], strict=True):
        place.set_title(words["number"].format(k) if k else words["all"], fontsize=9)
    return fig
