"""The McCulloch-Pitts neuron of 1943: logic with sums and a threshold, nothing learned."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, Scalar, as_array, as_finite, as_float
from ..activations import heaviside


def mcp_neuron(
    x: ArrayLike,
    weights: ArrayLike,
    threshold: float,
    *,
    inhibitory: ArrayLike | None = None,
) -> Array:
    """McCulloch-Pitts neuron: fires when its excitation reaches the threshold.

    1 if x @ weights >= threshold else 0, and 0 if an inhibitory input is 1

    Parameters
    ----------
    x : array_like of shape (..., n)
        Inputs, 0 or 1.
    weights : array_like of shape (n,)
        Weights; those of inhibitory inputs make no difference.
    threshold : float
        Sum from which on the neuron fires.
    inhibitory : array_like of bool of shape (n,), optional
        True for inputs that each forbid firing on their own, as in the model of 1943.
        Without it a negative weight is all that inhibits.

    Returns
    -------
    ndarray of shape (...)
        0 or 1 for each row of inputs.

    Raises
    ------
    TypeError
        If `x` or `weights` does not hold real numbers, `threshold` is not a real number,
        or `inhibitory` does not hold bools.
    ValueError
        If `x` holds a number other than 0 and 1, `weights` or `inhibitory` has not the
        shape (n,), or `threshold` is not finite.

    Examples
    --------
    >>> from dlnotes.neurons import mcp_neuron
    >>> rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> mcp_neuron(rows, [1, 1], 2).tolist()  # AND
    [0.0, 0.0, 0.0, 1.0]
    >>> mcp_neuron(rows, [1, 1], 1, inhibitory=[False, True]).tolist()  # 1 but not 2
    [0.0, 0.0, 1.0, 0.0]

    References
    ----------
    McCulloch and Pitts (1943), "A Logical Calculus of the Ideas Immanent in Nervous
    Activity", Bulletin of Mathematical Biophysics.
    """
    x, weights = as_float("x", x), as_float("weights", weights)
    _one_each("weights", weights, "x", x)
    _binary("x", x)
    level = as_finite("threshold", threshold, weights)
    fires = heaviside(_score(x, weights, -level))
    if inhibitory is None:
        return fires
    forbids = as_array("inhibitory", inhibitory)
    if forbids.dtype.kind != "b":
        raise TypeError(f"`inhibitory` must hold bools, got dtype {forbids.dtype}")
    _one_each("inhibitory", forbids, "x", x)
    # a product, so that nan passes through
    allowed: Array = np.prod(1 - x[..., forbids], axis=-1)
    return fires * allowed


def _score(x: Array, w: Array, b: Scalar) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(x @ w + b)


def _one_each(name: str, values: NDArray[Any], of: str, x: Array) -> None:
    """Refuse `values` unless there is one for each entry of a row of `x`, named `of`."""
    if x.ndim == 0 or values.shape != x.shape[-1:]:
        rule = f"one entry for each in a row of `{of}` of shape {x.shape}"
        raise ValueError(f"`{name}` must have {rule}, got shape {values.shape}")


def _binary(name: str, values: Array) -> None:
    other = (values != 0) & (values != 1)
    if np.any(other):
        found = values[other & ~np.isnan(values)]  # nan passes through
        if found.size:
            raise ValueError(f"`{name}` must hold nothing but 0 and 1, got {found[0]}")
