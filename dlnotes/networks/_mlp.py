"""The multilayer perceptron before training: its initial parameters and its size."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .._arguments import as_rng, brief
from .._array import Array, as_float
from .._sums import dot, rounded
from ..initializers import kaiming_normal, xavier_uniform
from ._layers import Params, _as_layers, _as_sizes

DRAWN: dict[str, Callable[..., Array]] = {"he": kaiming_normal, "xavier": xavier_uniform}


def init_mlp(
    sizes: Sequence[int],
    *,
    rng: np.random.Generator,
    init: Literal["he", "xavier"] | Callable[..., ArrayLike] = "he",
) -> Params:
    """Random weights and zero biases of a multilayer perceptron.

    "he": normal(0, sqrt(2 / in)); "xavier": uniform(-a, a), a = sqrt(6 / (in + out))

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, units of each hidden layer, number of outputs; `[64, 32, 10]`
        has one hidden layer.
    rng : numpy.random.Generator
        Source of randomness; the weights are drawn from the first layer to the last.
    init : {"he", "xavier"} or callable, default "he"
        How weights are drawn. A callable gets `(out, in)` and the keyword `rng`, and
        returns an array of that shape.

    Returns
    -------
    list of ndarray
        `[W1, b1, W2, b2, ...]`, each W of shape (out, in), each b of shape (out,): the
        order of `parameters()` in PyTorch.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, one of them is below 1, `init` has another name,
        or it returns an array that does not have the shape (out, in).

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.networks import init_mlp
    >>> params = init_mlp([64, 32, 10], rng=np.random.default_rng(0))
    >>> [array.shape for array in params]
    [(32, 64), (32,), (10, 32), (10,)]

    References
    ----------
    [@he2015] for "he", [@glorot2010] for "xavier".
    """
    sizes, rng = _as_sizes(sizes), as_rng(rng)
    draw = init if callable(init) else DRAWN.get(init if isinstance(init, str) else "")
    if draw is None:
        raise ValueError(f'`init` must be "he", "xavier" or a callable, got {brief(init)}')
    params = []
    for n_in, n_out in pairwise(sizes):
        W = as_float("init", draw((n_out, n_in), rng=rng))
        if W.shape != (n_out, n_in):
            rule = f"return an array of shape {(n_out, n_in)}"
            raise ValueError(f"`init` must {rule}, got {W.shape}")
        params += [W, np.zeros(n_out, W.dtype)]
    return params


def count_parameters(sizes: Sequence[int]) -> int:
    """Number of weights and biases of a multilayer perceptron.

    sum((in + 1) * out)

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, units of each hidden layer, number of outputs.

    Returns
    -------
    int
        Weights and biases of all layers together.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one of them is below 1.

    Examples
    --------
    >>> from dlnotes.networks import count_parameters
    >>> count_parameters([3, 4, 2])  # 3 * 4 + 4 * 2 weights, 4 + 2 biases
    26

    References
    ----------
    [@cs231n].
    """
    return sum((n_in + 1) * n_out for n_in, n_out in pairwise(_as_sizes(sizes)))


def count_layers(sizes: Sequence[int]) -> dict[str, int | bool]:
    """Number of layers of a multilayer perceptron, in the two ways they are counted.

    Arguments, errors and references as for `count_parameters`.

    Returns
    -------
    dict
        `hidden`, the number of hidden layers; `weight_layers`, the number of layers that
        have weights, one more; `is_deep`, whether two or more layers are hidden. The input
        layer is not counted.

    Examples
    --------
    >>> from dlnotes.networks import count_layers
    >>> count_layers([3, 4, 4, 1])
    {'hidden': 2, 'weight_layers': 3, 'is_deep': True}
    """
    hidden = len(_as_sizes(sizes)) - 2
    return {"hidden": hidden, "weight_layers": hidden + 1, "is_deep": hidden >= 2}


def collapse_linear(params: Sequence[ArrayLike]) -> Params:
    """Single layer that is equal to layers without an activation between them.

    W = W2 @ W1, b = W2 @ b1 + b2, and so on for more layers

    Parameters
    ----------
    params : sequence of array_like
        `[W1, b1, W2, b2, ...]`, each W of shape (out, in), each b of shape (out,).

    Returns
    -------
    list of ndarray
        `[W, b]`, from the inputs of the first layer to the outputs of the last.

    Raises
    ------
    ValueError
        If `params` does not hold a matrix and a vector for each layer, or one layer does
        not fit the one before.

    Examples
    --------
    >>> from dlnotes.networks import collapse_linear
    >>> W, b = collapse_linear([[[1, 2]], [3], [[4], [5]], [6, 7]])
    >>> W.tolist(), b.tolist()
    ([[4.0, 8.0], [5.0, 10.0]], [18.0, 22.0])

    References
    ----------
    [@baldi1989].
    """
    (W, b), *others = _as_layers(params)
    W, b = W.copy(), b.copy()
    with np.errstate(over="ignore", invalid="ignore"):
        for V, c in others:
            W, b = rounded(dot(V, W), V, W), rounded(dot(V, b) + c, V, b, c)
    return [W, b]
