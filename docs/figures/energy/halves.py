"""Digits of which the lower half is hidden, and completed by a machine."""

import functools

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from dlnotes.energy import gibbs_chain, rbm_fit

WORDS = {
    "ko": {"true": "참", "seen": "보이는 반", "found": "채운 것"},
    "en": {"true": "true", "seen": "seen", "found": "completed"},
}
CHAINS = 20


def completed(X, seen):
    """The mean of some chains, in which the upper half keeps its state."""
    rng = np.random.default_rng(0)
    rbm = rbm_fit(X, 100, lr=0.05, epochs=15, batch_size=20, k=2, rng=rng)
    start = np.repeat(np.concatenate([seen, np.full(seen.shape, 0.5)], axis=1), CHAINS, 0)
    known = np.tile(np.arange(64) < 32, (len(start), 1))
    ends = gibbs_chain(start, *rbm, steps=100, rng=rng, known=known)
    return ends.reshape(-1, CHAINS, 64).mean(axis=1)


@functools.cache
def rows():
    """The digits by the name of their row: whole, half hidden, and completed."""
    digits = load_digits()
    order = np.random.default_rng(0).permutation(len(digits.data))
    X = (digits.data[order] >= 8).astype(float)
    places = [1500 + np.flatnonzero(digits.target[order][1500:] == k)[0] for k in range(10)]
    true = X[places]
    found = completed(X[:1500], true[:, :32])
    hidden = np.arange(64) >= 32
    seen = np.where(hidden, np.nan, true)
    return {"true": true, "seen": seen, "found": found}


def figure(words):
    fig, axes = plt.subplots(3, 10, figsize=(7, 2.3))
    for row, (name, images) in enumerate(rows().items()):
        for axis, image in zip(axes[row], images, strict=True):
            axis.imshow(image.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
            axis.set(xticks=[], yticks=[])
            axis.grid(visible=False)
        axes[row, 0].set_ylabel(
            words[name], rotation=0, ha="right", va="center", fontsize=9
        )
    return fig
