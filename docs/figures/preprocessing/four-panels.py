"""The same cloud of points raw, standardised, and whitened in two ways."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.preprocessing import (
    pca_fit,
    pca_whiten,
    standardize,
    standardize_fit,
    zca_whiten,
)

WORDS = {
    "ko": {
        "raw": "평균만 뺀 것",
        "scaled": "표준화",
        "pca": "PCA 백색화",
        "zca": "ZCA 백색화",
    },
    "en": {
        "raw": "mean subtracted",
        "scaled": "standardised",
        "pca": "PCA whitening",
        "zca": "ZCA whitening",
    },
}
STUDENTS = np.array([[4, 2], [2, 4], [-4, -2], [-2, -4]])


def cloud():
    """Sixty students and the four of the page, all with the covariance of the page."""
    white = np.random.default_rng(4).normal(size=(60, 2))
    white = pca_whiten(white, *pca_fit(white))
    axes = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
    return np.vstack([white * np.sqrt([18, 2]) @ axes, STUDENTS])


def figure(words):
    X = cloud()
    fit = pca_fit(X)
    panels = {
        "raw": X,
        "scaled": standardize(X, *standardize_fit(X)),
        "pca": pca_whiten(X, *fit),
        "zca": zca_whiten(X, *fit),
    }
    fig, places = plt.subplots(1, 4, figsize=(7, 2.2))
    for place, (name, Z) in zip(places, panels.items(), strict=True):
        limit = 11 if name == "raw" else 3.4
        place.plot(*Z[:-4].T, ".", color="C7", ms=3)
        for k, (student, mark) in enumerate(zip(Z[-4:], "os^D", strict=True)):
            place.plot(*student, mark, color=f"C{k}", ms=7)
        ticks = [-10, 0, 10] if name == "raw" else [-2, 0, 2]
        place.set(xlim=(-limit, limit), ylim=(-limit, limit), xticks=ticks, yticks=ticks)
        place.set_aspect("equal")
        place.set_title(words[name], fontsize=9)
    return fig
