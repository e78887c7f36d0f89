"""Sizes: how large a layer's output is, what it costs, and how far back it sees."""

from collections.abc import Sequence

from .._arguments import as_count, as_flag, as_list, brief
from ._windows import Size, _as_pair


def conv_output_size(
    n: int, kernel_size: int, *, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Number of windows along one side of an image, which is the side of the output.

    floor((n + 2 * padding - dilation * (kernel_size - 1) - 1) / stride) + 1

    Parameters
    ----------
    n : int
        Side of the input, at least 1.
    kernel_size : int
        Side of the filter, at least 1.
    stride : int, default 1
        Distance from one window to the next, at least 1.
    padding : int, default 0
        Rows or columns that are added at each end, at least 0.
    dilation : int, default 1
        Distance between neighbouring weights of the filter, at least 1.

    Returns
    -------
    int
        Side of the output.

    Raises
    ------
    ValueError
        If an argument is too small, or the filter is larger than the padded input.

    Examples
    --------
    >>> from dlnotes.convolution import conv_output_size
    >>> conv_output_size(32, 5, stride=2, padding=2)
    16

    References
    ----------
    [@dumoulin2016].
    """
    room = as_count("n", n, 1) + 2 * as_count("padding", padding, 0)
    spread = as_count("dilation", dilation, 1)
    reach = spread * (as_count("kernel_size", kernel_size, 1) - 1) + 1
    if reach > room:
        raise ValueError(
            f"`kernel_size` must fit into the padded input of {room}, got {reach}"
        )
    return (room - reach) // as_count("stride", stride, 1) + 1


def conv2d_cost(
    in_channels: int,
    out_channels: int,
    kernel_size: Size,
    output_size: Size,
    *,
    bias: bool = True,
) -> tuple[int, int]:
    """Number of parameters of a convolutional layer, and of its multiplications.

    O * (C * kh * kw + 1) and O * C * kh * kw * height * width of the output

    Parameters
    ----------
    in_channels, out_channels : int
        Numbers C and O of channels, at least 1.
    kernel_size : int or pair of int
        Sides of the filter, at least 1.
    output_size : int or pair of int
        Height and width of the output, at least 1.
    bias : bool, default True
        Whether each channel of the output has a bias.

    Returns
    -------
    parameters : int
        Number of weights and biases, which the size of the image does not change.
    multiplications : int
        Number of multiplications for one image.

    Raises
    ------
    ValueError
        If a count is below 1.

    Examples
    --------
    >>> from dlnotes.convolution import conv2d_cost
    >>> conv2d_cost(3, 8, 3, 16)
    (224, 55296)

    References
    ----------
    [@cs231n].
    """
    c = as_count("in_channels", in_channels, 1)
    o = as_count("out_channels", out_channels, 1)
    (kh, kw), (h, w) = (
        _as_pair("kernel_size", kernel_size, 1),
        _as_pair("output_size", output_size, 1),
    )
    weights = o * c * kh * kw
    return weights + o * as_flag("bias", bias), weights * h * w


def receptive_field(layers: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Side of the part of the input that one output can see, and the step to the next one.

    side <- side + dilation * (kernel_size - 1) * step, then step <- step * stride

    Parameters
    ----------
    layers : list of tuple
        Layers in their order, each as (kernel_size, stride) or (kernel_size, stride,
        dilation). Pooling layers count as well.

    Returns
    -------
    side : int
        Side of the receptive field in pixels of the input; 1 without layers.
    step : int
        Distance between the receptive fields of two neighbouring outputs.

    Raises
    ------
    ValueError
        If a layer does not consist of two or three integers of at least 1.

    Examples
    --------
    >>> from dlnotes.convolution import receptive_field
    >>> receptive_field([(3, 1), (3, 1)]), receptive_field([(3, 2), (3, 1)])
    ((5, 1), (7, 2))

    References
    ----------
    [@luo2016].
    """
    side, step = 1, 1
    for i, layer in enumerate(as_list("layers", layers)):
        listed = as_list(f"layers[{i}]", layer)
        if len(listed) not in (2, 3):
            rule = "have a kernel size, a stride and perhaps a dilation"
            raise ValueError(f"`layers[{i}]` must {rule}, got {brief(layer)}")
        kernel, stride, *dilation = (as_count(f"layers[{i}]", one, 1) for one in listed)
        side += (dilation[0] if dilation else 1) * (kernel - 1) * step
        step *= stride
    return side, step
