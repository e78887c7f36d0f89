"""Features: numbers that say what is in an image or a text, without training a network.

A colour histogram and HOG describe an image, k-means finds its typical patches, and a bag
of words counts how often each word or each typical patch occurs.
"""

from ._hog import (
    hog,
    image_gradients,
    orientation_histograms,
)
from ._images import (
    color_histogram,
    image_patches,
)
from ._kmeans import (
    kmeans,
    kmeans_plus_plus,
    nearest_centers,
)
from ._words import (
    bag_of_visual_words,
    bag_of_words,
    build_vocabulary,
)

__all__ = [
    "bag_of_visual_words",
    "bag_of_words",
    "build_vocabulary",
    "color_histogram",
    "hog",
    "image_gradients",
    "image_patches",
    "kmeans",
    "kmeans_plus_plus",
    "nearest_centers",
    "orientation_histograms",
]
