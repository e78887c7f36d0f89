"""The weights of 16 hidden units that have learnt digits, and pictures they draw."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.energy import gibbs_chain, rbm_fit

WORDS = {
    "ko": {
        "weights": "은닉 유닛의 가중치",
        "data": "데이터",
        "samples": "머신이 그린 그림",
    },
    "en": {"weights": "weights of hidden units", "data": "data", "samples": "drawn"},
}


def tiles(rows):
    """Sixteen pictures as one, with gaps of nan."""
    padded = np.pad(
        rows.reshape(16, 8, 8), ((0, 0), (0, 1), (0, 1)), constant_values=np.nan
    )
    return padded.reshape(4, 4, 9, 9).swapaxes(1, 2).reshape(36, 36)[:-1, :-1]


def figure(words):
    rng = np.random.default_rng(0)
    X = (load_digits().data >= 8).astype(float)
    X = X[rng.permutation(len(X))]
    rbm = rbm_fit(X[:1500], 16, lr=0.1, epochs=20, batch_size=20, k=1, rng=rng)
    samples = gibbs_chain(X[-16:], *rbm, steps=500, rng=rng)
    fig, axes = plt.subplots(1, 3, figsize=(7.4, 2.6), gridspec_kw={"wspace": 0.25})
    size = np.abs(rbm[0]).max()
    shown = {"weights": rbm[0], "data": X[:16], "samples": samples}
    for axis, (name, rows) in zip(axes, shown.items(), strict=True):
        limit = size if name == "weights" else 1
        low = -limit if name == "weights" else 0
        axis.imshow(tiles(rows), cmap="gray_r", vmin=low, vmax=limit)
        axis.set_title(words[name], fontsize=10)
        axis.axis("off")
    return fig
