"""Three digits as they are, and whitened in two ways."""

import matplotlib.pyplot as plt
from sklearn.datasets import load_digits

from dlnotes.preprocessing import pca_fit, pca_whiten, zca_whiten

WORDS = {
    "ko": {"raw": "처음 그림", "pca": "PCA 백색화", "zca": "ZCA 백색화"},
    "en": {"raw": "picture", "pca": "PCA whitening", "zca": "ZCA whitening"},
}


def figure(words):
    X = load_digits().data
    fit = pca_fit(X)
    rows = {
        "raw": X,
        "pca": pca_whiten(X, *fit, eps=10),
        "zca": zca_whiten(X, *fit, eps=10),
    }
    fig, places = plt.subplots(3, 6, figsize=(4.6, 2.5))
    for row, (name, pictures) in zip(places, rows.items(), strict=True):
        for place, picture in zip(row, pictures[:6], strict=True):
            limit = abs(picture).max()
            colors = (
                {"cmap": "gray_r"} if name == "raw" else {"cmap": "RdBu_r", "vmin": -limit}
            )
            place.imshow(picture.reshape(8, 8), vmax=limit, **colors)
            place.set(xticks=[], yticks=[])
        label = {"rotation": 0, "ha": "right", "va": "center", "fontsize": 9}
        row[0].set_ylabel(words[name], **label)
    return fig
