"""k-means: centres that stand for many samples, each for those nearest to it."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, as_rng, brief
from .._array import Array, are_finite, as_float, has_axes, not_empty
from .._sums import power_of_two, rounded, total, widened


def kmeans_plus_plus(X: ArrayLike, k: int, *, rng: np.random.Generator) -> Array:
    """Centres for k-means to begin with: samples that lie far from each other.

    The first is any sample. Each further one is drawn with a probability in proportion to
    the squared distance of a sample from the nearest centre so far.

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples, finite.
    k : int
        Number of centres, from 1 to the number of different samples.
    rng : numpy.random.Generator
        Source of chance.

    Returns
    -------
    ndarray of shape (k, D)
        Samples, no two of them the same.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), is empty or not finite, or `k` is below 1 or
        above the number of different rows of `X`.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.features import kmeans_plus_plus
    >>> X = [[0.0], [0.0], [9.0]]
    >>> sorted(kmeans_plus_plus(X, 2, rng=np.random.default_rng(0)).ravel().tolist())
    [0.0, 9.0]

    References
    ----------
    [@arthur2007].
    """
    samples = _rows("X", X, "N")
    as_count("k", k, 1)
    as_rng(rng)
    scaled = widened(samples) / power_of_two(widened(samples))
    chosen = [int(rng.integers(len(samples)))]
    nearest = _squares(scaled, scaled[chosen[0]])
    for _ in range(k - 1):
        if not nearest.any():
            rule = f"at most the {len(chosen)} different rows of `X`"
            raise ValueError(f"`k` must be {rule}, got {brief(k)}")
        chances = nearest / nearest.sum(dtype=np.float64)
        chosen.append(int(rng.choice(len(samples), p=chances / chances.sum())))
        nearest = np.minimum(nearest, _squares(scaled, scaled[chosen[-1]]))
    return samples[chosen]


def nearest_centers(X: ArrayLike, centers: ArrayLike) -> NDArray[np.intp]:
    """Number of the centre that is nearest to each sample.

    argmin(sum((X[i] - centers) ** 2, axis=1)) at [i]

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples, finite.
    centers : array_like of shape (k, D)
        Centres, finite.

    Returns
    -------
    ndarray of int of shape (N,)
        Numbers from 0 to k - 1; of centres that are equally near, the first one.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), `centers` does not have the shape (k, D), or
        one of them is empty or not finite.

    Examples
    --------
    >>> from dlnotes.features import nearest_centers
    >>> nearest_centers([[1.0], [6.0], [5.0]], [[0.0], [10.0]]).tolist()
    [0, 1, 0]

    References
    ----------
    [@lloyd1982].
    """
    samples, means = _samples_and_centers(X, centers)
    scale = power_of_two(widened(samples), widened(means))
    return _nearest(widened(samples) / scale, widened(means) / scale)[0]


def kmeans(
    X: ArrayLike, centers: ArrayLike, *, max_iter: int = 300
) -> tuple[Array, NDArray[np.intp]]:
    """Centres moved to the mean of their samples, over and over, until nothing changes.

    labels = nearest_centers(X, centers), then centers[j] = mean(X[labels == j])

    Parameters
    ----------
    X : array_like of shape (N, D)
        Samples, finite.
    centers : array_like of shape (k, D)
        Centres to begin with, finite, at most N; `kmeans_plus_plus` draws good ones.
    max_iter : int, default 300
        Most rounds, at least 0.

    Returns
    -------
    centers : ndarray of shape (k, D)
        Centres. One that loses all its samples takes the sample farthest from its own
        centre, as in scikit-learn.
    labels : ndarray of int of shape (N,)
        `nearest_centers(X, centers)`.

    Raises
    ------
    ValueError
        If `X` does not have the shape (N, D), `centers` does not have the shape (k, D), one
        of them is empty or not finite, there are more centres than samples, or `max_iter`
        is below 0.

    Examples
    --------
    >>> from dlnotes.features import kmeans
    >>> centers, labels = kmeans([[1.0], [2.0], [8.0], [10.0]], [[1.0], [2.0]])
    >>> centers.ravel().tolist(), labels.tolist()
    ([1.5, 9.0], [0, 0, 1, 1])

    References
    ----------
    [@lloyd1982].
    """
    samples, means = _samples_and_centers(X, centers)
    if len(means) > len(samples):
        rule = f"at most as many rows as `X`, which has {len(samples)}"
        raise ValueError(f"`centers` must have {rule}, got {len(means)}")
    as_count("max_iter", max_iter, 0)
    scale = power_of_two(widened(samples), widened(means))
    rows = widened(samples) / scale
    found: Array = widened(means) / scale
    labels, squares = _nearest(rows, found)
    for _ in range(max_iter):
        found = _means(rows, labels, squares, found)
        before, (labels, squares) = labels, _nearest(rows, found)
        if np.array_equal(labels, before):
            break
    return rounded(found * scale, samples, means), labels


def _rows(name: str, x: ArrayLike, count: str) -> Array:
    """Return samples or centres, one in each row, refused unless finite."""
    rows = as_float(name, x)
    has_axes(name, rows, count, "D")
    not_empty(name, rows)
    are_finite(name, rows)
    return rows


def _samples_and_centers(X: ArrayLike, centers: ArrayLike) -> tuple[Array, Array]:
    """Return both as arrays, refused unless their rows are equally long."""
    samples, means = _rows("X", X, "N"), _rows("centers", centers, "k")
    if means.shape[1] != samples.shape[1]:
        rule = f"rows of length {samples.shape[1]}, as `X` has"
        raise ValueError(f"`centers` must have {rule}, got {means.shape[1]}")
    return samples, means


def _squares(rows: Array, center: Array) -> Array:
    """Return the squared distance of each row from a centre, or from its own."""
    apart = rows - center
    squares: Array = np.einsum("ij,ij->i", apart, apart)
    return squares


def _nearest(rows: Array, centers: Array) -> tuple[NDArray[np.intp], Array]:
    """Return the nearest centre of each row, and its squared distance."""
    own, others = total(rows * rows, 1), total(centers * centers, 1)
    apart = others - 2 * (rows @ centers.T)  # less |row|^2, the same for all centers
    labels = np.argmin(apart, axis=1)
    # more than the product may be wrong by: of such centres the differences decide
    slack = 4 * (rows.shape[1] + 4) * np.finfo(rows.dtype).eps * (own + np.max(others))
    nearly = apart <= (np.min(apart, axis=1) + slack)[:, np.newaxis]
    doubtful = np.flatnonzero(np.count_nonzero(nearly, axis=1) > 1)
    if doubtful.size:
        exact = [_squares(rows[doubtful], center) for center in centers]
        labels[doubtful] = np.argmin(exact, axis=0)
    return labels, _squares(rows, centers[labels])


def _means(rows: Array, labels: NDArray[np.intp], squares: Array, centers: Array) -> Array:
    """Return the mean of the rows of each centre; none is left without a row."""
    labels = labels.copy()
    empty = np.setdiff1d(np.arange(len(centers)), labels)
    if empty.size:
        labels[np.argsort(-squares, kind="stable")[: len(empty)]] = empty
    moved = centers.copy()
    for j in np.unique(labels):
        members = rows[labels == j]
        moved[j] = total(members, 0) / len(members)
    return moved
