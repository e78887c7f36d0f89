"""Tensors: special matrices of linear algebra, and class labels as vectors.

Every function returns a new array, also where NumPy would return a view of its input.
"""

import numpy as np
from numpy.typing import ArrayLike

from ._arguments import as_axis, as_count
from ._array import Array, as_float, as_labels, has_axes, same_shape

__all__ = ["diag", "diagonal", "eye", "hadamard", "one_hot", "transpose"]


def eye(n: int) -> Array:
    """Identity matrix.

    1 if i == j else 0

    Parameters
    ----------
    n : int
        Number of rows and of columns, at least 0.

    Returns
    -------
    ndarray of shape (n, n)
        Ones on the diagonal, zeros elsewhere.

    Raises
    ------
    ValueError
        If `n` is negative.

    Examples
    --------
    >>> from dlnotes.tensors import eye
    >>> eye(2).tolist()
    [[1.0, 0.0], [0.0, 1.0]]

    References
    ----------
    [@goodfellow2016], section 2.3.
    """
    return np.eye(as_count("n", n, 0))


def diag(v: ArrayLike) -> Array:
    """Diagonal matrix.

    v[i] if i == j else 0

    Parameters
    ----------
    v : array_like of shape (n,)
        Entries of the diagonal.

    Returns
    -------
    ndarray of shape (n, n)
        `v` on the diagonal, zeros elsewhere.

    Raises
    ------
    ValueError
        If `v` does not have the shape (n,); for the diagonal of a matrix use `diagonal`.

    Examples
    --------
    >>> from dlnotes.tensors import diag
    >>> diag([2, 3]).tolist()
    [[2.0, 0.0], [0.0, 3.0]]

    References
    ----------
    [@goodfellow2016], section 2.6.
    """
    v = as_float("v", v)
    has_axes("v", v, "n")
    return np.diag(v)


def diagonal(a: ArrayLike) -> Array:
    """Diagonal of a matrix.

    a[i, i]

    Parameters
    ----------
    a : array_like of shape (..., m, n)
        One matrix, or a stack of them.

    Returns
    -------
    ndarray of shape (..., min(m, n))
        Entries whose row and column have the same index.

    Raises
    ------
    ValueError
        If `a` has fewer than two axes.

    Examples
    --------
    >>> from dlnotes.tensors import diagonal
    >>> diagonal([[1, 2, 3], [4, 5, 6]]).tolist()
    [1.0, 5.0]

    References
    ----------
    [@goodfellow2016], section 2.1.
    """
    return np.diagonal(_matrices("a", a), axis1=-2, axis2=-1).copy()


def transpose(a: ArrayLike, dim0: int = -2, dim1: int = -1) -> Array:
    """Transpose: two axes of a tensor swapped.

    a[j, i] at the place of a[i, j]

    Parameters
    ----------
    a : array_like of shape (..., m, n)
        Tensor of at least two axes.
    dim0, dim1 : int, default -2 and -1
        Axes to swap; by default the rows and columns of each matrix.

    Returns
    -------
    ndarray of shape (..., n, m)
        A copy: writing to it does not change `a`. NumPy and PyTorch return a view.

    Raises
    ------
    ValueError
        If `a` has fewer than two axes, or no axis `dim0` or `dim1`.

    Examples
    --------
    >>> from dlnotes.tensors import transpose
    >>> transpose([[1, 2, 3], [4, 5, 6]]).tolist()
    [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]
    >>> transpose([[[1, 2, 3]]], 0, 2).shape
    (3, 1, 1)

    References
    ----------
    [@goodfellow2016], section 2.1.
    """
    a = _matrices("a", a)
    axes = as_axis(dim0, a.ndim, "dim0"), as_axis(dim1, a.ndim, "dim1")
    return np.swapaxes(a, *axes).copy()


def hadamard(a: ArrayLike, b: ArrayLike) -> Array:
    """Product of two tensors entry by entry.

    a[i] * b[i]

    Parameters
    ----------
    a : array_like of shape (...)
        Tensor.
    b : array_like of shape (...)
        Tensor of the same shape; other shapes that NumPy would broadcast are refused.

    Returns
    -------
    ndarray of shape (...)
        Products.

    Raises
    ------
    ValueError
        If `b` does not have the shape of `a`.

    Examples
    --------
    >>> from dlnotes.tensors import hadamard
    >>> hadamard([[1, 2], [3, 4]], [[1, 0], [0, 1]]).tolist()
    [[1.0, 0.0], [0.0, 4.0]]

    References
    ----------
    [@goodfellow2016], section 2.2.
    """
    a, b = as_float("a", a), as_float("b", b)
    same_shape("b", b, "a", a)
    with np.errstate(over="ignore", invalid="ignore"):
        product: Array = np.multiply(a, b)
    return product


def one_hot(y: ArrayLike, num_classes: int) -> Array:
    """Class labels as rows with a single one.

    1 if y[i] == k else 0

    Parameters
    ----------
    y : array_like of int of shape (...)
        Labels, from 0 to `num_classes - 1`.
    num_classes : int
        Number of classes, at least 1.

    Returns
    -------
    ndarray of shape (..., num_classes)
        Zeros, with a one in each row at the place of the label.

    Raises
    ------
    ValueError
        If `num_classes` is below 1, or a label is negative or not below `num_classes`.

    Examples
    --------
    >>> from dlnotes.tensors import one_hot
    >>> one_hot([2, 0], 3).tolist()
    [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]

    References
    ----------
    [@bishop2006], section 4.1.
    """
    count = as_count("num_classes", num_classes, 1)
    labels = as_labels("y", y, count)
    rows = np.zeros((*labels.shape, count))
    np.put_along_axis(rows, labels[..., np.newaxis], 1, axis=-1)
    return rows


def _matrices(name: str, a: ArrayLike) -> Array:
    array = as_float(name, a)
    if array.ndim < 2:
        raise ValueError(f"`{name}` must have at least two axes, got shape {array.shape}")
    return array
