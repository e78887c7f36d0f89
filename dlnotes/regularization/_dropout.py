"""Dropout: activations are set to zero at random in training, and the others scaled up."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, as_flag, as_rng
from .._array import Array, as_bools, as_float, as_share, has_shape
from .._sums import rounded, times

MOST = 20  # activations whose masks are listed: 2**20 masks


def dropout(
    x: ArrayLike, p: float, *, rng: np.random.Generator, training: bool = True
) -> tuple[Array, NDArray[np.bool_]]:
    """Activations of which some are dropped at random, and the mask of those that are kept.

    x * mask / (1 - p), each entry of the mask True with probability 1 - p

    Parameters
    ----------
    x : array_like
        Activations.
    p : float
        Probability of each activation to be dropped, in [0, 1], as in PyTorch. (In
        [@srivastava2014] p is the probability to be kept.)
    rng : numpy.random.Generator
        Source of the mask.
    training : bool, default True
        Whether to drop at all. In evaluation `x` comes back as it is.

    Returns
    -------
    y : ndarray, shape of `x`
        0 where dropped, x / (1 - p) where kept; all 0 for a `p` of 1.
    mask : ndarray of bool, shape of `x`
        Whether each activation is kept, for `dropout_backward`.

    Raises
    ------
    ValueError
        If `p` is outside of [0, 1].

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.regularization import dropout
    >>> y, mask = dropout([1.0, 1.0, 1.0, 1.0], 0.5, rng=np.random.default_rng(0))
    >>> y.tolist(), mask.astype(int).tolist()
    ([2.0, 0.0, 0.0, 0.0], [1, 0, 0, 0])

    References
    ----------
    [@srivastava2014].
    """
    x, share, rng = as_float("x", x), as_share("p", p), as_rng(rng)
    if not as_flag("training", training):
        return x.copy()[()], np.ones(x.shape, bool)
    mask = np.asarray(rng.random(x.shape) >= share)
    return _masked(x, mask, share), mask


def dropout_backward(dout: ArrayLike, mask: ArrayLike, p: float) -> Array:
    """Gradient of a loss with respect to the input of `dropout`.

    dout * mask / (1 - p)

    The same line with activations for `dout` is the forward pass with a given mask.

    Errors and references as for `dropout`.

    Parameters
    ----------
    dout : array_like
        Gradient of the loss with respect to the output.
    mask : array_like of bool, shape of `dout`
        Mask that `dropout` returned.
    p : float
        Probability to be dropped, in [0, 1]; 0 after a forward pass in evaluation.

    Returns
    -------
    ndarray, shape of `dout`
        Gradient with respect to `x`.

    Raises
    ------
    TypeError
        If `mask` does not hold bools.
    ValueError
        If `mask` does not have the shape of `dout`.

    Examples
    --------
    >>> from dlnotes.regularization import dropout_backward
    >>> dropout_backward([1.0, 1.0, 1.0], [True, False, True], 0.5).tolist()
    [2.0, 0.0, 2.0]
    """
    dout, kept = as_float("dout", dout), as_bools("mask", mask)
    has_shape("mask", kept, dout.shape, ", that of `dout`")
    return _masked(dout, kept, as_share("p", p))


def dropout_masks(n: int, p: float) -> tuple[NDArray[np.bool_], Array]:
    """All masks that dropout can draw for n activations, and their probabilities.

    (1 - p) ** kept * p ** dropped for each of the 2 ** n masks

    Parameters
    ----------
    n : int
        Number of activations, from 0 to 20.
    p : float
        Probability of each activation to be dropped, in [0, 1].

    Returns
    -------
    masks : ndarray of bool of shape (2 ** n, n)
        Each mask once, from none kept to all kept.
    probabilities : ndarray of shape (2 ** n,)
        Probability of each mask; they sum to 1.

    Raises
    ------
    ValueError
        If `n` is negative or above 20, or `p` is outside of [0, 1].

    Examples
    --------
    >>> from dlnotes.regularization import dropout_masks
    >>> masks, probabilities = dropout_masks(2, 0.25)
    >>> masks.astype(int).tolist()
    [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> probabilities.tolist()
    [0.0625, 0.1875, 0.1875, 0.5625]

    References
    ----------
    [@baldi2013].
    """
    n, share = as_count("n", n, 0, MOST), as_share("p", p)
    masks = (np.arange(2**n)[:, np.newaxis] >> np.arange(n)[::-1] & 1).astype(bool)
    kept = np.sum(masks, axis=1)
    return masks, (1 - share) ** kept * share ** (n - kept)


def _masked(x: Array, mask: NDArray[np.bool_], p: float) -> Array:
    """Return the kept entries over 1 - p, and 0 in place of the others; nan stays nan."""
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = x * mask if p in (0, 1) else times(1 / (1 - p), x) * mask
    return rounded(scaled, x)
