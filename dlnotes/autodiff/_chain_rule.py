"""The chain rule for functions applied one after the other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from .._array import Array, as_floats
from .._sums import power_of_two, rounded, widened


def chain_rule_product(derivs: Sequence[ArrayLike]) -> Array:
    """Derivative of a chain of functions, from the derivative of each.

    derivs[-1] @ ... @ derivs[1] @ derivs[0]

    The product is taken from the last function backwards, as backpropagation does: where
    that function has a single output, no product is ever larger than a row.

    Parameters
    ----------
    derivs : sequence of numbers, or of array_like of shapes (n_l, n_(l-1))
        Derivative of each function at the input that it receives in the chain; the
        function that is applied first comes first.

    Returns
    -------
    ndarray of shape () or (n_L, n_0)
        Derivative of the last output by the first input.

    Raises
    ------
    ValueError
        If `derivs` is empty, mixes numbers and matrices or holds arrays of other shapes, or
        a matrix does not have as many columns as the one before it has rows.

    Examples
    --------
    >>> from dlnotes.autodiff import chain_rule_product
    >>> float(chain_rule_product([0.25, 0.25, 0.25]))  # three sigmoids at their steepest
    0.015625
    >>> chain_rule_product([[[1, 0], [0, 2], [3, 0]], [[1, 1, 1]]]).tolist()
    [[4.0, 2.0]]

    References
    ----------
    [@goodfellow2016], section 6.5.2.
    """
    parts = as_floats("derivs", derivs)
    if not parts:
        raise ValueError("`derivs` must not be empty, got 0 entries")
    _linked(parts)
    product, exponent = np.ones((), widened(parts[-1]).dtype), 0
    with np.errstate(over="ignore", invalid="ignore"):
        for part in map(widened, reversed(parts)):
            product = product @ part if product.ndim else product * part
            # on the way the product may leave the range of its dtype, and come back
            step = int(np.frexp(power_of_two(product))[1]) - 1
            if abs(step) > np.finfo(product.dtype).maxexp // 2:
                product, exponent = np.ldexp(product, -step), exponent + step
        return rounded(np.ldexp(product, exponent), *parts)


def _linked(parts: list[Array]) -> None:
    """Refuse derivatives whose product does not exist."""
    for i, part in enumerate(parts):
        if part.ndim not in (0, 2) or part.ndim != parts[0].ndim:
            rule = "be a number, like the others, or a matrix, like the others"
            raise ValueError(f"`derivs[{i}]` must {rule}, got shape {part.shape}")
        if part.ndim and i and part.shape[1] != len(parts[i - 1]):
            rule = f"have {len(parts[i - 1])} columns, the rows of the one before"
            raise ValueError(f"`derivs[{i}]` must {rule}, got shape {part.shape}")
