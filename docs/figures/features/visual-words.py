"""Two textures, their eight visual words, and how often each word occurs in them."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from dlnotes.features import bag_of_visual_words, image_patches, kmeans, kmeans_plus_plus

WORDS = {
    "ko": {"across": "가로결", "upright": "세로결"},
    "en": {"across": "across", "upright": "upright"},
}
SIDE, K = 24, 8
LEVELS = 5


def texture(upright, rng):
    """Noise that is smoothed along one axis, from 0 to 1."""
    noise = rng.normal(size=(SIDE, SIDE + 4))
    grain = sum(noise[:, i : i + SIDE] for i in range(5))
    grain = (grain - grain.min()) / np.ptp(grain)
    return grain.T if upright else grain


def words_of(images, rng):
    """The eight visual words of images, and the share of each in every image."""
    patches = [image_patches(image, 4, stride=2) for image in images]
    X = np.vstack(patches)
    words, _ = kmeans(X, kmeans_plus_plus(X, K, rng=rng))
    return words, [bag_of_visual_words(own, words) / len(own) for own in patches]


def pixels(axis, image):
    """An image in some shades, one path for each: the stronger the brighter."""
    shades = np.minimum(image * LEVELS, LEVELS - 1).astype(int)
    for level in range(LEVELS):
        rows, columns = np.nonzero(shades == level)
        corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
        squares = np.stack([columns, rows], axis=1)[:, None] + corners
        codes = [Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY] * len(squares)
        if len(squares):
            path = Path(squares.reshape(-1, 2), codes)
            axis.add_patch(PathPatch(path, fc="C0", lw=0, alpha=(level + 0.3) / LEVELS))
    side = len(image)
    axis.add_patch(plt.Rectangle((0, 0), side, side, fc="none", lw=0.6, ec="C6"))
    axis.set(xlim=(-0.1, side + 0.1), ylim=(side + 0.1, -0.1), aspect="equal")
    axis.axis("off")


def figure(words):
    rng = np.random.default_rng(3)
    images = [texture(n % 2, rng) for n in range(40)]
    found, shares = words_of(images, rng)
    mean = np.mean(shares[::2], axis=0), np.mean(shares[1::2], axis=0)
    order = np.argsort(mean[0] - mean[1])[::-1]
    fig = plt.figure(figsize=(4.5, 3.1), layout="none")
    for n, name in enumerate(["across", "upright"]):
        axis = fig.add_axes([0.17 + 0.4 * n, 0.56, 0.26, 0.38])
        pixels(axis, images[n][:16, :16])
        axis.set_title(words[name], fontsize=9, color=f"C{2 * n + 1}")
    bars = fig.add_axes([0.1, 0.24, 0.88, 0.25])
    for n in (0, 1):
        bars.bar(
            np.arange(K) + 0.3 * n - 0.15, mean[n][order], 0.3, color=f"C{2 * n + 1}", lw=0
        )
    bars.set(xlim=(-0.5, K - 0.5), xticks=[])
    shown = (found[order] - found.min()) / np.ptp(found)
    for place, word in enumerate(shown):
        axis = fig.add_axes([0.1 + 0.11 * place + 0.015, 0.05, 0.08, 0.15])
        pixels(axis, word.reshape(4, 4))
    return fig
