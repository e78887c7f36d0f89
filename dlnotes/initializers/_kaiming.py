"""He (Kaiming): scales that make up for the half that a ReLU removes; PyTorch's default."""

import math

import numpy as np

from .._arguments import Shape, as_shape, one_of
from .._array import Array, as_number
from ._fans import _fan, calculate_fan_in_and_fan_out, calculate_gain
from ._random import normal, uniform

MODES = ("fan_in", "fan_out")


def kaiming_uniform(
    shape: Shape,
    *,
    rng: np.random.Generator,
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
) -> Array:
    """He (Kaiming) initialisation from a uniform distribution.

    U(-b, b) with b = gain * sqrt(3 / fan)

    Parameters
    ----------
    shape : tuple of int
        Shape of the weight, (out, in) or (out, in, kernel sizes...).
    rng : numpy.random.Generator
        Source of randomness.
    a : float, default 0.0
        Negative slope of "leaky_relu", at least 0; with 0 it is a ReLU.
    mode : {"fan_in", "fan_out"}, default "fan_in"
        Whether activations or gradients are to keep their size.
    nonlinearity : str, default "leaky_relu"
        Activation that follows, as `calculate_gain` names it.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes or connects nothing, `a` is negative, infinite
        or nan, or `mode` or `nonlinearity` is unknown.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import kaiming_uniform
    >>> w = kaiming_uniform((200, 100), rng=np.random.default_rng(0))
    >>> bool(np.abs(w).max() <= (6 / 100) ** 0.5), round(float(w.std()), 2)
    (True, 0.14)

    References
    ----------
    [@he2015].
    """
    std = _kaiming_std(shape, a, mode, nonlinearity)
    return uniform(shape, bound=math.sqrt(3) * std, rng=rng)


def kaiming_normal(
    shape: Shape,
    *,
    rng: np.random.Generator,
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
) -> Array:
    """He (Kaiming) initialisation from a normal distribution.

    N(0, std^2) with std = gain / sqrt(fan)

    Arguments, errors and references as for `kaiming_uniform`.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import kaiming_normal
    >>> w = kaiming_normal((200, 100), rng=np.random.default_rng(0))
    >>> round(float(w.std()), 2)  # sqrt(2 / 100)
    0.14
    """
    return normal(shape, std=_kaiming_std(shape, a, mode, nonlinearity), rng=rng)


def pytorch_default_linear(shape: Shape, *, rng: np.random.Generator) -> Array:
    """Weights that `nn.Linear` and `nn.Conv2d` start from in PyTorch.

    U(-b, b) with b = 1 / sqrt(fan_in), which is `kaiming_uniform` with a = sqrt(5)

    Arguments and errors as for `kaiming_uniform`.

    Returns
    -------
    ndarray of shape `shape`
        Independent draws in float64.

    Examples
    --------
    >>> import numpy as np
    >>> from dlnotes.initializers import pytorch_default_linear
    >>> w = pytorch_default_linear((200, 100), rng=np.random.default_rng(0))
    >>> round(float(np.abs(w).max()), 3), round(float(w.std()), 3)
    (0.1, 0.058)

    References
    ----------
    [@pytorch213], `torch.nn.Linear`.
    """
    return kaiming_uniform(shape, a=math.sqrt(5), rng=rng)


def _kaiming_std(shape: Shape, a: float, mode: str, nonlinearity: str) -> float:
    one_of("mode", mode, MODES)
    fans = dict(zip(MODES, calculate_fan_in_and_fan_out(shape), strict=True))
    gain = calculate_gain(nonlinearity, as_number("a", a, at_least=0))
    return gain / math.sqrt(_fan(as_shape("shape", shape), fans[mode]))
