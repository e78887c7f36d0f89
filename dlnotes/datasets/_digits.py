"""Digits of one dimension: the height of a pen while it writes them."""

import numpy as np
from numpy.typing import NDArray

from .._arguments import as_count, as_rng
from .._array import Array, as_number, as_share

# Height of the pen at twelve equal steps of time, from the base line at 0 to the top at 4.
HEIGHTS = np.array(
    [
        [4.0, 3.6, 2.6, 1.4, 0.4, 0.0, 0.0, 0.4, 1.4, 2.6, 3.6, 4.0],  # down, and up again
        [2.4, 2.8, 3.3, 3.8, 4.0, 3.5, 3.0, 2.4, 1.8, 1.2, 0.6, 0.0],  # short up, long down
        [2.8, 3.6, 4.0, 3.8, 3.0, 2.0, 1.0, 0.2, 0.0, 0.0, 0.1, 0.4],  # bow, slope, foot
        [3.4, 4.0, 3.6, 2.6, 2.0, 2.4, 2.2, 1.4, 0.4, 0.0, 0.2, 0.8],  # two bows
        [4.0, 3.0, 2.0, 1.2, 1.2, 1.2, 3.0, 4.0, 3.0, 2.0, 1.0, 0.0],  # slope, bar, stem
        # neck, belly, and last the bar on top: so it is not another 3
        [4.0, 3.2, 2.4, 2.8, 2.4, 1.2, 0.2, 0.0, 0.6, 3.6, 4.0, 4.0],
        [4.0, 3.2, 2.2, 1.2, 0.4, 0.0, 0.6, 1.6, 2.0, 1.4, 0.6, 0.2],  # long down, loop
        [4.0, 4.0, 4.0, 4.0, 4.0, 3.4, 2.8, 2.2, 1.6, 1.0, 0.4, 0.0],  # long bar, slope
        [3.2, 4.0, 3.2, 2.2, 1.2, 0.0, 0.8, 1.8, 2.6, 3.4, 4.0, 3.2],  # down and back
        [3.4, 4.0, 3.4, 2.4, 2.0, 2.8, 4.0, 3.2, 2.4, 1.6, 0.8, 0.0],  # loop, long down
    ]
)
LENGTH = 40  # of a sample
WIDTH = (12, 20)  # of a digit within it: much wider ones can be told apart when shuffled
GAIN = (0.7, 1.3)
TILT = 0.5  # at the ends of the sample
SMOOTHING = 2  # width of the bell that spreads the noise over neighbours
WHITE = 0.28  # noise of single positions, as a share of the smooth noise


def make_1d_digits(
    n: int, *, shift: float = 1, noise: float = 0.18, rng: np.random.Generator
) -> tuple[Array, NDArray[np.int64]]:
    """Digits of one dimension, each somewhere in a sample of 40 positions, and labels.

    gain * height of the pen + tilt + smooth noise + white noise

    A digit is the height of a pen while it is written, 12 to 20 positions wide. Before and
    after it the pen rests at 0. Neighbouring positions belong together, and the place of a
    digit says nothing: that is what convolutional and recurrent networks can make use of.

    Parameters
    ----------
    n : int
        Number of samples, at least 1.
    shift : float
        How far a digit may lie from the middle, in [0, 1]: 0 puts every digit in the
        middle, 1 lets it lie wherever it fits.
    noise : float
        Standard deviation of the smooth noise, from 0 to 100; heights are in [-1, 1].
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    X : ndarray of shape (n, 40)
        Samples.
    y : ndarray of int of shape (n,)
        The digits, as many of each as of the others, or one more.

    Raises
    ------
    ValueError
        If `n` is below 1, `shift` is outside [0, 1], or `noise` is outside [0, 100].

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.datasets import make_1d_digits
    >>> X, y = make_1d_digits(1000, rng=np.random.default_rng(0))
    >>> X.shape, np.bincount(y).tolist()
    ((1000, 40), [100, 100, 100, 100, 100, 100, 100, 100, 100, 100])

    References
    ----------
    [@greydanus2024], whose idea this is; strokes and settings are our own.
    """
    as_count("n", n, 1)
    shift, noise = (
        as_share("shift", shift),
        as_number("noise", noise, at_least=0, at_most=100),
    )
    y = as_rng(rng).permutation(np.arange(n, dtype=np.int64) % len(HEIGHTS))
    width = rng.uniform(*WIDTH, size=(n, 1))
    middle = (LENGTH - 1 - width) / 2
    start = middle * (1 + shift * rng.uniform(-1, 1, size=(n, 1)))
    x = _pen(y, (np.arange(LENGTH) - start) / width)
    x *= rng.uniform(*GAIN, size=(n, 1))
    x += TILT * rng.uniform(-1, 1, size=(n, 1)) * np.linspace(-1, 1, LENGTH)
    x += noise * rng.standard_normal((n, LENGTH)) @ _bells()
    x += noise * WHITE * rng.standard_normal((n, LENGTH))
    return x, y


def _pen(y: NDArray[np.int64], time: Array) -> Array:
    """Return the height of the pen at times of which a digit takes those from 0 to 1."""
    heights = np.pad(HEIGHTS / 2 - 1, ((0, 0), (1, 1)))  # at rest before and after
    last = heights.shape[1] - 1
    time = np.clip(time, 0, 1) * last
    before = np.minimum(time.astype(int), last - 1)
    part, rows = time - before, y[:, np.newaxis]
    mixed: Array = (1 - part) * heights[rows, before] + part * heights[rows, before + 1]
    return mixed


def _bells() -> Array:
    """Return weights that make white noise smooth, with a spread of 1 everywhere."""
    at = np.arange(LENGTH)
    bells = np.exp(-0.5 * ((at[:, np.newaxis] - at) / SMOOTHING) ** 2)
    scaled: Array = bells / np.sqrt((bells**2).sum(axis=0))
    return scaled
