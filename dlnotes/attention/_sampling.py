"""The next token: probabilities that are made sharper or cut, a draw, and perplexity."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .._arguments import as_count, as_rng, brief
from .._array import (
    Array,
    Scalar,
    are_distributions,
    are_probabilities,
    as_float,
    as_share,
    not_empty,
    not_empty_along,
)
from .._sums import mean, rounded, widened
from ..activations import softmax


def token_probabilities(
    z: ArrayLike,
    *,
    temperature: float = 1.0,
    top_k: int | None = None,
    top_p: float | None = None,
) -> Array:
    """Probabilities from which the next token is drawn.

    softmax(z / temperature), cut to `top_k` tokens, then to as many as `top_p` needs

    Parameters
    ----------
    z : array_like of shape (..., K)
        Scores of the tokens.
    temperature : float, default 1.0
        Divisor of the scores, above 0. To always take the best token, use `argmax`.
    top_k : int, optional
        Number of tokens that stay, at least 1; of equal ones the first.
    top_p : float, optional
        Probability that the tokens that stay have together at least, in (0, 1].

    Returns
    -------
    ndarray of shape (..., K)
        Probabilities, 0 for tokens that were cut off.

    Raises
    ------
    ValueError
        If there is no token, or an option is out of range.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import token_probabilities
    >>> z = np.log([0.5, 0.25, 0.15, 0.1])
    >>> token_probabilities(z, temperature=0.5).round(3).tolist()
    [0.725, 0.181, 0.065, 0.029]
    >>> token_probabilities(z, top_p=0.7).round(3).tolist()
    [0.667, 0.333, 0.0, 0.0]

    References
    ----------
    [@fan2018] for `top_k`, [@holtzman2020] for `top_p`.
    """
    z = as_float("z", z)
    if z.ndim == 0:
        raise ValueError("`z` must have shape (..., K), got ()")
    not_empty_along("z", z, -1)
    most = z.shape[-1] if top_k is None else as_count("top_k", top_k, 1)
    share = 1.0 if top_p is None else as_share("top_p", top_p)
    if share == 0:
        raise ValueError(f"`top_p` must be above 0, got {brief(top_p)}")
    p = softmax(widened(z), temperature=temperature)
    order = np.argsort(-p, axis=-1, kind="stable")
    ranked = np.take_along_axis(p, order, axis=-1)
    ranked[..., most:] = 0
    ranked /= ranked.sum(axis=-1, keepdims=True)
    before = np.cumsum(ranked, axis=-1) - ranked
    ranked[(before >= share) & (share < 1)] = 0
    ranked /= ranked.sum(axis=-1, keepdims=True)
    np.put_along_axis(p, order, ranked, axis=-1)
    return rounded(p, z)


def sample_tokens(p: ArrayLike, *, rng: np.random.Generator) -> NDArray[np.int64]:
    """Token drawn from each distribution.

    the first token at which the sum of the probabilities passes a number drawn from [0, 1)

    Parameters
    ----------
    p : array_like of shape (..., K)
        Probabilities, which sum to 1 along the last axis.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of int of shape (...)
        Number of the token; never one of probability 0.

    Raises
    ------
    ValueError
        If `p` is no probability distribution along the last axis.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.attention import sample_tokens
    >>> sample_tokens([[0.5, 0.5]] * 6, rng=np.random.default_rng(0)).tolist()
    [1, 0, 0, 0, 1, 1]

    References
    ----------
    [@holtzman2020].
    """
    p = as_float("p", p)
    are_distributions("p", p)
    sums = np.cumsum(p, axis=-1, dtype=np.float64)
    cut = as_rng(rng).random(p.shape[:-1])[..., None] * sums[..., -1:]
    tokens: NDArray[np.int64] = np.sum(sums <= cut, axis=-1, dtype=np.int64)
    return tokens


def perplexity(p: ArrayLike) -> Scalar:
    """Number of equally likely tokens among which a model hesitates.

    exp(-mean(log(p)))

    Parameters
    ----------
    p : array_like, not empty
        Probability that the model gave to each token that came.

    Returns
    -------
    numpy scalar
        1 for a model that was always sure and right, inf if a token was thought impossible.

    Raises
    ------
    ValueError
        If `p` is empty or has an entry outside [0, 1].

    Examples
    --------
    >>> from dlnotes.attention import perplexity
    >>> float(perplexity([0.25, 0.25, 0.25]))
    4.0
    >>> float(perplexity([0.5, 0.125]).round(6))
    4.0

    References
    ----------
    [@jelinek1977].
    """
    p = as_float("p", p)
    not_empty("p", p)
    are_probabilities("p", p)
    with np.errstate(divide="ignore", over="ignore"):
        y: Scalar = p.dtype.type(np.exp(-mean(np.log(widened(p)))))
    return y
