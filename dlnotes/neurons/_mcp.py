"""The McCulloch-Pitts neuron of 1943: logic by sums and a threshold, without learning."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._array import Array, Scalar, as_bools, as_finite, as_float
from .._sums import dot, rounded
from ..activations import heaviside


def mcp_neuron(
    x: ArrayLike,
    weights: ArrayLike,
    threshold: float,
    *,
    inhibitory: ArrayLike | None = None,
) -> Array:
    """McCulloch-Pitts neuron, which fires if its weighted sum reaches the threshold.

    1 if x @ weights >= threshold else 0, and 0 if an inhibitory input is 1

    Parameters
    ----------
    x : array_like of shape (..., n)
        Inputs, 0 or 1.
    weights : array_like of shape (n,)
        Weights; those of inhibitory inputs have no effect.
    threshold : float
        Smallest sum at which the neuron fires.
    inhibitory : array_like of bool of shape (n,), optional
        True for inputs of which each alone prevents firing, as in the model of 1943.
        Without it only negative weights inhibit.

    Returns
    -------
    ndarray of shape (...)
        0 or 1 for each row of inputs.

    Raises
    ------
    ValueError
        If `x` holds a number other than 0 and 1, `weights` or `inhibitory` does not have
        the shape (n,), or `threshold` is not finite.

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
    [@mcculloch1943].
    """
    x, weights = as_float("x", x), as_float("weights", weights)
    _one_each("weights", weights, "x", x)
    _binary("x", x)
    level = as_finite("threshold", threshold, weights)
    fires = rounded(heaviside(_score(x, weights, -level)), x, weights)
    if inhibitory is None:
        return fires
    forbids = as_bools("inhibitory", inhibitory)
    _one_each("inhibitory", forbids, "x", x)
    # a product, so that nan stays nan
    allowed: Array = np.prod(1 - x[..., forbids], axis=-1)
    return fires * allowed


def _score(x: Array, w: Array, b: Scalar) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(dot(x, w) + b)


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
