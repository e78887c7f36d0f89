"""Numbers of connections and gains, from which the scale of a weight is computed."""

import math

from .._arguments import Shape, as_shape, one_of
from .._array import as_number

GAINS = {
    "linear": 1.0,
    **{f"conv{d}d": 1.0 for d in (1, 2, 3)},
    **{f"conv_transpose{d}d": 1.0 for d in (1, 2, 3)},
    "sigmoid": 1.0,
    "tanh": 5 / 3,
    "relu": math.sqrt(2),
    "leaky_relu": math.nan,  # depends on its slope
    "selu": 3 / 4,
}


def calculate_fan_in_and_fan_out(shape: Shape) -> tuple[int, int]:
    """Numbers of connections into and out of a unit.

    shape[1] * prod(shape[2:]) and shape[0] * prod(shape[2:])

    Parameters
    ----------
    shape : tuple of int
        Shape of a weight: (out, in) of a linear layer, (out, in, kernel sizes...) of a
        convolution.

    Returns
    -------
    fan_in, fan_out : int
        Inputs of one unit, and units that one input feeds.

    Raises
    ------
    ValueError
        If `shape` has fewer than two axes, or holds a negative size.

    Examples
    --------
    >>> from dlnotes.initializers import calculate_fan_in_and_fan_out
    >>> calculate_fan_in_and_fan_out((50, 100))
    (100, 50)
    >>> calculate_fan_in_and_fan_out((16, 3, 5, 5))  # 3 and 16 channels, a 5x5 filter
    (75, 400)

    References
    ----------
    [@he2015].
    """
    sizes = as_shape("shape", shape)
    if len(sizes) < 2:
        raise ValueError(f"`shape` must have at least 2 axes (out, in), got {sizes}")
    window = math.prod(sizes[2:])
    return sizes[1] * window, sizes[0] * window


def calculate_gain(nonlinearity: str, param: float | None = None) -> float:
    """Factor of weights that makes up for the size that an activation takes away.

    1 for linear layers and sigmoid, 5/3 for tanh, sqrt(2) for ReLU,
    sqrt(2 / (1 + param^2)) for Leaky ReLU, 3/4 for SELU

    Parameters
    ----------
    nonlinearity : str
        Name in `torch.nn.functional`, such as "linear", "tanh", "relu" or "leaky_relu".
    param : float, default 0.01
        Negative slope of "leaky_relu", at least 0; the others ignore it, as in PyTorch.

    Returns
    -------
    float
        Gain above 0.

    Raises
    ------
    ValueError
        If `nonlinearity` is unknown, or `param` is negative, infinite or nan.

    Examples
    --------
    >>> from dlnotes.initializers import calculate_gain
    >>> round(calculate_gain("relu"), 4), round(calculate_gain("tanh"), 4)
    (1.4142, 1.6667)
    >>> round(calculate_gain("leaky_relu", 0.2), 4)
    1.3868

    References
    ----------
    [@he2015].
    """
    one_of("nonlinearity", nonlinearity, tuple(GAINS))
    slope = as_number("param", 0.01 if param is None else param, at_least=0)
    if nonlinearity == "leaky_relu":
        return math.sqrt(2) / math.hypot(1, slope)
    return GAINS[nonlinearity]


def _fan(shape: tuple[int, ...], count: int) -> int:
    """Return `count`, the connections of a weight of this shape, refused if 0."""
    if count == 0:
        raise ValueError(f"`shape` must connect something, got {shape}")
    return count
