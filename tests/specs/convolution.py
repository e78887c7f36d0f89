"""Convolution: what each function promises."""

import numpy as np
import torch
from scipy import signal
from torch.nn import functional
from torch.utils.flop_counter import FlopCounterMode

from checks import autograd
from dlnotes import convolution
from dlnotes.convolution import max_pool2d, residual_block
from specs import Call, Spec

inf, nan = np.inf, np.nan


def drawn(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


# Axes of different lengths, so that no other axis fits.
X, X7 = drawn(1, 2, 6, 5), drawn(7, 2, 6, 5)
W33, W24, B = drawn(3, 2, 3, 3, seed=1), drawn(3, 2, 2, 4, seed=1), drawn(3, seed=2)
WIDE = {"stride": (2, 1), "padding": (2, 1), "dilation": (2, 1)}

CONVOLUTIONS = [
    Call("conv2d", X, W33, B),
    Call("conv2d", X, W24, B),
    Call("conv2d", X7, W33, B, stride=2, padding=1),
    Call("conv2d", X, W24, B, **WIDE),
    Call("conv2d", X7, W33, B, padding="same"),
    Call("conv2d", X7, W33, B, padding="same", dilation=2),
    Call("conv2d", X7, W33[..., :1, :1]),
]
MORE = [Call("conv2d", X7, W24, B), Call("conv2d", X7, W24, B, **WIDE)]
WINDOWS = [
    Call("im2col", X7, 3),
    Call("im2col", X, (2, 4), **WIDE),
    Call("im2col", X7, (1, 2), stride=3),
]
TIES = np.round(drawn(7, 2, 6, 5))  # small integers, so that many are equal
POOLINGS = [
    (X7, 2, {}),
    (X, (3, 2), {}),
    (X7, 3, {"stride": 1, "padding": 1}),
    (TIES, 2, {"stride": 1, "padding": 1}),
    (TIES, (3, 4), {"stride": (2, 3), "padding": (1, 2)}),
    (-X7 - 9, 3, {"padding": 1}),  # so that zeros of a padding would be the largest
]
MAXIMA = [Call("max_pool2d", x, kernel, **options) for x, kernel, options in POOLINGS]
MEANS = [call.of("avg_pool2d") for call in MAXIMA]
ADAPTED = [Call("adaptive_avg_pool2d", X7, size) for size in (1, 2, (4, 3), (6, 5), (9, 7))]
BLOCKS = [
    Call("residual_block", X7, W33, B, drawn(2, 3, 3, 3), drawn(2)),
    Call("residual_block", X, W33[..., :1], B, drawn(2, 3, 1, 5), drawn(2)),
]


def shaped(call):
    """A gradient of the shape of a call's first result."""
    y = getattr(convolution, call.name)(*call.args, **call.options)
    return drawn(*np.shape(y[0] if isinstance(y, tuple) else y), seed=3)


def conv_backward(call):
    x, w, *_ = call.args
    return Call("conv2d_backward", shaped(call), x, w, **call.options)


def folded(call):
    x, kernel = call.args
    return Call("col2im", shaped(call), x.shape[2:], kernel, **call.options)


def max_backward(call):
    x, kernel = call.args
    places = max_pool2d(x, kernel, **call.options)[1]
    return Call("max_pool2d_backward", shaped(call), places, x.shape[2:])


def avg_backward(call):
    x, kernel = call.args
    size = x.shape[2:]
    return Call("avg_pool2d_backward", shaped(call), size, kernel, **call.options)


def adapted_backward(call):
    return Call("adaptive_avg_pool2d_backward", shaped(call), call.args[0].shape[2:])


def block_backward(call):
    cache = residual_block(*call.args)[1]
    return Call("residual_block_backward", shaped(call), cache)


PLAIN = [
    Call(name, X[0, 0], kernel)
    for name in ("cross_correlate2d", "convolve2d")
    for kernel in (W33[0, 0], W24[1, 1])
]
SIZES = [
    Call("conv_output_size", 32, 5, stride=2, padding=2),
    Call("conv2d_cost", 3, 8, (3, 2), (16, 5), bias=False),
    Call("receptive_field", [(3, 1), [2, 2], (3, 1, 4)]),
]
GOOD = [
    *PLAIN,
    *CONVOLUTIONS,
    *map(conv_backward, CONVOLUTIONS),
    *WINDOWS,
    *map(folded, WINDOWS),
    *MAXIMA,
    *map(max_backward, MAXIMA),
    *MEANS,
    *map(avg_backward, MEANS),
    *ADAPTED,
    *map(adapted_backward, ADAPTED),
    *BLOCKS,
    *map(block_backward, BLOCKS),
    *SIZES,
]

# --- known values -------------------------------------------------------------------------

ROW, EDGE = [[[[1, 2, 3, 4]]]], [[[[1, 0, -1]]]]
SQUARE = [[[[0, 1, 2], [3, 4, 5], [6, 7, 8]]]]
ONES = np.ones((1, 1, 3, 3))
TIE = [[[[1, 5, 2, 0], [3, 4, 7, 7]]]]
COLUMNS = [[[1, 2], [2, 3], [4, 5], [5, 6]]]
ZERO = np.zeros((1, 1, 3, 3))
ONE = [[[[0, 0, 0], [0, 1, 0], [0, 0, 0]]]]  # a filter that copies
VALUES = [
    Call("cross_correlate2d", ROW[0][0], EDGE[0][0]).gives([[-2, -2]]),
    Call("convolve2d", ROW[0][0], EDGE[0][0]).gives([[2, 2]]),
    Call("cross_correlate2d", SQUARE[0][0], [[1, 2], [3, 4]]).gives([[27, 37], [57, 67]]),
    Call("convolve2d", SQUARE[0][0], [[1, 2], [3, 4]]).gives([[13, 23], [43, 53]]),
    Call("conv2d", ROW, EDGE, [10]).gives([[[[8, 8]]]]),
    Call("conv2d", ROW, EDGE, padding=(0, 1)).gives([[[[-2, -2, -2, 3]]]]),
    Call("conv2d", ROW, EDGE, padding="same").gives([[[[-2, -2, -2, 3]]]]),
    Call("conv2d", ROW, EDGE, padding=(0, 1), stride=2).gives([[[[-2, -2]]]]),
    Call("conv2d", [[[[1, 2, 4, 8, 16]]]], EDGE, dilation=2).gives([[[[-15]]]]),
    # two channels in, two out: each filter adds up both
    Call("conv2d", [[[[1]], [[10]]]], [[[[1]], [[1]]], [[[2]], [[-1]]]], [0, 5]).gives(
        [[[[11]], [[-3]]]]
    ),
    # of a white image the border can be seen
    Call("conv2d", np.ones((1, 1, 3, 3)), ONES, padding=1).gives(
        [[[[4, 6, 4], [6, 9, 6], [4, 6, 4]]]]
    ),
    Call("conv2d", np.ones((0, 1, 3, 3)), ONES).gives(np.ones((0, 1, 1, 1))),
    Call("conv2d", [[[[nan, 1, 2, 3]]]], [[[[1, 1]]]]).gives([[[[nan, 3, 5]]]]),
    Call("conv2d_backward", [[[[1, 10]]]], ROW, EDGE).gives(
        [[[[1, 10, -1, -10]]]], [[[[21, 32, 43]]]], [11]
    ),
    Call("conv2d_backward", np.ones((0, 1, 1, 1)), np.ones((0, 1, 3, 3)), ONES).gives(
        np.ones((0, 1, 3, 3)), ZERO, [0]
    ),
    Call("im2col", [[[[1, 2, 3], [4, 5, 6]]]], 2).gives(COLUMNS),
    Call("im2col", [[[[1]], [[2]]]], 1, padding=(0, 1)).gives([[[0, 1, 0], [0, 2, 0]]]),
    Call("col2im", COLUMNS, (2, 3), 2).gives([[[[1, 4, 3], [4, 10, 6]]]]),
    # how many windows each pixel is in, of 3 x 3 without and with padding
    Call("col2im", np.ones((1, 9, 4)), 4, 3).gives(
        [[[[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]]]
    ),
    Call("col2im", np.ones((1, 9, 9)), 3, 3, padding=1).gives(
        [[[[4, 6, 4], [6, 9, 6], [4, 6, 4]]]]
    ),
    Call("max_pool2d", TIE, 2).gives([[[[5, 7]]]], [[[[1, 6]]]]),
    Call("max_pool2d", ROW, (1, 3)).gives([[[[3]]]], [[[[2]]]]),  # 4 has no window
    Call("max_pool2d", ROW, (1, 2), stride=(1, 1)).gives([[[[2, 3, 4]]]], [[[[1, 2, 3]]]]),
    Call("max_pool2d", [[[[-3, -4]]]], 2, padding=1).gives([[[[-3, -4]]]], [[[[0, 1]]]]),
    Call("max_pool2d", [[[[-inf, -inf, 1, nan]]]], (1, 2)).gives(
        [[[[-inf, nan]]]], [[[[0, 3]]]]
    ),
    Call("max_pool2d_backward", [[[[10, 20]]]], [[[[1, 6]]]], (2, 4)).gives(
        [[[[0, 10, 0, 0], [0, 0, 20, 0]]]]
    ),
    Call("max_pool2d_backward", [[[[1, 2, 4]]]], [[[[1, 1, 3]]]], (1, 4)).gives(
        [[[[0, 3, 0, 4]]]]
    ),
    Call("avg_pool2d", TIE, 2).gives([[[[3.25, 4]]]]),
    Call("avg_pool2d", [[[[4]]]], 2, padding=1).gives([[[[1]]]]),  # zeros count
    Call("avg_pool2d_backward", [[[[4, 8]]]], (2, 5), 2).gives(
        [[[[1, 1, 2, 2, 0], [1, 1, 2, 2, 0]]]]
    ),
    Call("adaptive_avg_pool2d", TIE, 1).gives([[[[3.625]]]]),
    # parts of three: 0 and 1, 1 and 2; of two into three: 0, 0 and 1, 1
    Call("adaptive_avg_pool2d", [[[[1, 3, 8]]]], (1, 2)).gives([[[[2, 5.5]]]]),
    Call("adaptive_avg_pool2d", [[[[1, 3]]]], (1, 3)).gives([[[[1, 2, 3]]]]),
    Call("adaptive_avg_pool2d_backward", [[[[2, 4]]]], (1, 3)).gives([[[[1, 3, 2]]]]),
    Call("residual_block", ROW, ZERO, [0], ZERO, [0]).gives(ROW, ...),
    Call("residual_block", [[[[-1, 2]]]], ONE, [0], ONE, [0]).gives([[[[0, 4]]]], ...),
    Call("residual_block", [[[[-1, 2]]]], ONE, [3], ONE, [-1]).gives([[[[0, 6]]]], ...),
    # dx = d + d where the inner value is above 0, and 0 where the outer one is not
    Call(
        "residual_block_backward",
        [[[[5, 7]]]],
        residual_block([[[[-1, 2]]]], ONE, [0], ONE, [0])[1],
    ).gives(
        [[[[0, 14]]]],
        ...,
    ),
    Call("conv_output_size", 32, 5, stride=2, padding=2).gives(16),
    Call("conv_output_size", 32, 5).gives(28),
    Call("conv_output_size", 7, 3, dilation=3).gives(1),
    Call("conv_output_size", 1, 1).gives(1),
    Call("conv2d_cost", 3, 8, 3, 16).gives(224, 55_296),
    Call("conv2d_cost", 3, 8, (3, 1), (16, 2), bias=False).gives(72, 2304),
    Call("receptive_field", []).gives(1, 1),
    Call("receptive_field", [(3, 1)] * 3).gives(7, 1),
    Call("receptive_field", [(3, 2)] * 3).gives(15, 8),
    Call("receptive_field", [(5, 1), (2, 2), (5, 1), (2, 2)]).gives(16, 4),
    Call("receptive_field", [(3, 1, 2), (3, 1, 4)]).gives(13, 1),
]

# --- as SciPy and PyTorch have it ---------------------------------------------------------


def torch_conv2d(x, w, b=None, **options):
    return functional.conv2d(x, w, b, **options)


def conv_gradients(dout, x, w, **options):
    zero = np.zeros(len(w))
    return autograd(lambda *a: torch_conv2d(*a, **options), x, w, zero, dout=dout)


def torch_fold(columns, size, kernel, **options):
    return functional.fold(columns, size, kernel, **options)


def torch_max(x, kernel, **options):
    return functional.max_pool2d(x, kernel, return_indices=True, **options)


def max_gradient(call):
    x, kernel = call.args
    return lambda dout, *_: autograd(
        lambda t: functional.max_pool2d(t, kernel, **call.options), x, dout=dout
    )


def avg_gradient(dout, size, kernel, **options):
    x = np.zeros((*dout.shape[:2], *size))
    return autograd(lambda t: functional.avg_pool2d(t, kernel, **options), x, dout=dout)


def adapted_gradient(dout, size):
    x = np.zeros((*dout.shape[:2], *size))
    return autograd(
        lambda t: functional.adaptive_avg_pool2d(t, dout.shape[2:]), x, dout=dout
    )


def torch_block(x, w1, b1, w2, b2):
    inner = functional.relu(functional.conv2d(x, w1, b1, padding="same"))
    return functional.relu(x + functional.conv2d(inner, w2, b2, padding="same"))


def torch_block_and_cache(x, w1, b1, w2, b2):
    y = torch_block(x, w1, b1, w2, b2)
    return y, (x, w1, functional.conv2d(x, w1, b1, padding="same"), w2, y)


def block_gradients(call):
    return lambda dout, _: autograd(torch_block, *call.args, dout=dout)


def torch_size(n, kernel, **options):
    y = functional.conv1d(torch.zeros(1, 1, n), torch.zeros(1, 1, kernel), **options)
    return y.shape[2]


def torch_cost(c, o, kernel, size, *, bias):
    layer = torch.nn.Conv2d(c, o, kernel, bias=bias)
    x = torch.zeros(1, c, *(n + k - 1 for n, k in zip(size, kernel, strict=True)))
    flops = FlopCounterMode(display=False)
    with flops:
        layer(x)
    return sum(p.numel() for p in layer.parameters()), flops.get_total_flops() // 2


def torch_field(layers):
    """Side of what two neighbouring outputs depend on, and the step between them."""
    x = torch.zeros(1, 1, 60, requires_grad=True)
    y = x
    for kernel, stride, *dilation in layers:
        w = torch.ones(1, 1, kernel)
        y = functional.conv1d(y, w, stride=stride, dilation=(*dilation, 1)[0])
    seen = [torch.autograd.grad(y[0, 0, i], x, retain_graph=True)[0] for i in (0, 1)]
    (first, last), (start, _) = ([*s.nonzero()[[0, -1], 2].tolist()] for s in seen)
    return last - first + 1, start - first


SCIPY = {"cross_correlate2d": signal.correlate2d, "convolve2d": signal.convolve2d}
PARITY = [
    *(call.like(lambda x, w, f=SCIPY[call.name]: f(x, w, "valid")) for call in PLAIN),
    *(call.like_torch(torch_conv2d) for call in [*CONVOLUTIONS, *MORE]),
    *(conv_backward(call).like(conv_gradients) for call in [*CONVOLUTIONS, *MORE]),
    *(call.like_torch(functional.unfold) for call in WINDOWS),
    *(folded(call).like_torch(torch_fold) for call in WINDOWS),
    *(call.like_torch(torch_max) for call in MAXIMA),
    *(max_backward(call).like(max_gradient(call)) for call in MAXIMA),
    *(call.like_torch(functional.avg_pool2d) for call in MEANS),
    *(avg_backward(call).like(avg_gradient) for call in MEANS),
    *(call.like_torch(functional.adaptive_avg_pool2d) for call in ADAPTED),
    *(adapted_backward(call).like(adapted_gradient) for call in ADAPTED),
    *(call.like_torch(torch_block_and_cache) for call in BLOCKS),
    *(block_backward(call).like(block_gradients(call)) for call in BLOCKS),
    SIZES[0].like(torch_size),
    Call("conv_output_size", 9, 2, dilation=3).like(torch_size),
    SIZES[1].like(torch_cost),
    Call("conv2d_cost", 5, 2, (1, 4), (7, 1), bias=True).like(torch_cost),
    SIZES[2].like(torch_field),
    Call("receptive_field", [(5, 1), (2, 2), (4, 3, 2), (3, 1)]).like(torch_field),
]

# --- refusals -----------------------------------------------------------------------------


def bad_windows(call):
    """Windows that are refused, wherever there are some."""
    room = "must fit into the padded input of 6 x 5, got"
    x, kernel = call.args
    name = "w" if np.ndim(kernel) > 1 else "kernel_size"
    large = np.zeros((3, 2, 7, 1)) if name == "w" else (7, 1)

    def refused(message, kernel=kernel, error=ValueError, **options):
        return Call(call.name, x, kernel, **options).refuses(message, error)

    return [
        refused(f"`{name}` {room} 7 x 1", kernel=large),
        refused("`stride` must be at least 1, got 0", stride=0),
        refused("`stride` must be an integer or two, got [1, 1, 1]", stride=[1, 1, 1]),
        refused(
            "`stride[1]` must be a whole number, got float",
            stride=(1, 0.5),
            error=TypeError,
        ),
        refused("`padding` must be at least 0, got -1", padding=-1),
        refused("`padding[0]` must be at least 0, got -1", padding=(-1, 0)),
        Call(call.name, x[0], kernel).refuses(
            "`x` must have shape (N, C, H, W), got (2, 6, 5)"
        ),
    ]


CONV = Call("conv2d", X, W33)
POOL = Call("max_pool2d", X, 2)
REFUSALS = [
    *bad_windows(CONV),
    *bad_windows(Call("im2col", X, 3)),
    *bad_windows(POOL),
    *bad_windows(POOL.of("avg_pool2d")),
    CONV.but(dilation=3).refuses("`w` must fit into the padded input of 6 x 5, got 7 x 7"),
    CONV.but(dilation=0).refuses("`dilation` must be at least 1, got 0"),
    Call("conv2d", X, W33[:, :1]).refuses(
        "`w` must have as many channels as `x`, 2, got 1 in the shape (3, 1, 3, 3)"
    ),
    Call("conv2d", X, W33[0]).refuses("`w` must have shape (O, C, kh, kw), got (2, 3, 3)"),
    Call("conv2d", X, W33[:0]).refuses("`w` must not be empty, got shape (0, 2, 3, 3)"),
    Call("conv2d", X, W33, B[:2]).refuses("`b` must have shape (3,) of `w`, got (2,)"),
    CONV.but(padding="valid").refuses(
        "`padding` must be an integer, two of them or \"same\", got 'valid'"
    ),
    CONV.but(padding="same", stride=2).refuses(
        '`stride` must be 1 for a `padding` of "same", got 2'
    ),
    Call("conv2d", X, W24, padding="same").refuses(
        '`padding` must have a filter with odd sides for "same", so that both ends get as '
        "much, got 2 x 4"
    ),
    Call("conv2d_backward", X, X, W33).refuses(
        "`dout` must have shape (1, 3, 4, 3) of the result, got (1, 2, 6, 5)"
    ),
    Call("conv2d_backward", X, X, W33[:, :1]).refuses("`w` must have as many channels as"),
    Call("cross_correlate2d", X, W33[0, 0]).refuses(
        "`x` must have shape (H, W), got (1, 2"
    ),
    Call("cross_correlate2d", X[0, 0], W33).refuses("`w` must have shape (kh, kw), got"),
    Call("cross_correlate2d", X[0, 0], np.ones((7, 1))).refuses(
        "`w` must fit into the padded input of 6 x 5, got 7 x 1"
    ),
    Call("convolve2d", X[0, 0], W33).refuses("`w` must have shape (kh, kw), got"),
    Call("convolve2d", X[0, 0], np.ones((0, 1))).refuses("`w` must not be empty, got"),
    Call("col2im", np.ones((1, 9, 5)), 4, 3).refuses(
        "`columns` must have shape (N, C * 9, 4), a column for each window, got (1, 9, 5)"
    ),
    Call("col2im", np.ones((1, 8, 4)), 4, 3).refuses("`columns` must have shape (N, C * 9"),
    Call("col2im", np.ones((9, 4)), 4, 3).refuses(
        "`columns` must have shape (N, C * kh * kw, L), got (9, 4)"
    ),
    Call("col2im", np.ones((1, 9, 4)), 2, 3).refuses(
        "`kernel_size` must fit into the padded input of 2 x 2, got 3 x 3"
    ),
    POOL.but(padding=2).refuses(
        "`padding` must be at most half of `kernel_size`, got 2 of 2"
    ),
    Call("avg_pool2d", X, (3, 2), padding=(2, 0)).refuses(
        "half of `kernel_size`, got 2 of 3"
    ),
    Call("max_pool2d_backward", X, np.zeros((1, 2, 6, 4), int), 6).refuses(
        "`places` must have shape (1, 2, 6, 5) of `dout`, got (1, 2, 6, 4)"
    ),
    *(
        Call("max_pool2d_backward", [[[[1]]]], [[[[place]]]], (2, 3)).refuses(
            f"`places` must hold places from 0 to 5, got {place}"
        )
        for place in (-1, 6)
    ),
    Call("avg_pool2d_backward", X, 6, 2).refuses(
        "`dout` must have shape (1, 2, 3, 3) of the means, got (1, 2, 6, 5)"
    ),
    Call("adaptive_avg_pool2d", X, 0).refuses("`output_size` must be at least 1, got 0"),
    Call("adaptive_avg_pool2d", X[:, :, :0], 1).refuses("`x` must not be empty, got shape"),
    Call("adaptive_avg_pool2d_backward", X, (1, 0)).refuses(
        "`input_size[1]` must be at least"
    ),
    Call("adaptive_avg_pool2d_backward", X[:0], 1).refuses("`dout` must not be empty"),
    Call("residual_block", X, W33, B, drawn(4, 3, 3, 3), drawn(4)).refuses(
        "`w2` must have as many filters as `x` has channels, 2, got 4"
    ),
    Call("residual_block", X, W24, B, drawn(2, 3, 3, 3), drawn(2)).refuses("odd sides"),
    Call("residual_block_backward", X7[:2], block_backward(BLOCKS[0]).args[1]).refuses(
        "`dout` must have the shape (7, 2, 6, 5) of `x`, got (2, 2, 6, 5)"
    ),
    Call("residual_block_backward", X, (X, X)).refuses(
        "`cache` must be the one that `residual_block` returned, got tuple", TypeError
    ),
    Call("conv_output_size", 4, 5).refuses(
        "`kernel_size` must fit into the padded input of 4, got 5"
    ),
    Call("conv_output_size", 0, 1).refuses("`n` must be at least 1, got 0"),
    *(
        Call("conv_output_size", 9, 3, **{name: -1}).refuses(f"`{name}` must be at least")
        for name in ("stride", "padding", "dilation")
    ),
    Call("conv2d_cost", 0, 1, 3, 3).refuses("`in_channels` must be at least 1, got 0"),
    Call("conv2d_cost", 1, 0, 3, 3).refuses("`out_channels` must be at least 1, got 0"),
    Call("conv2d_cost", 1, 1, 3, 3, bias=1).refuses(
        "`bias` must be True or False, got int", TypeError
    ),
    Call("receptive_field", [(3,)]).refuses(
        "`layers[0]` must have a kernel size, a stride and perhaps a dilation, got (3,)"
    ),
    Call("receptive_field", [(3, 1), (3, 0)]).refuses(
        "`layers[1]` must be at least 1, got 0"
    ),
    Call("receptive_field", [3]).refuses(
        "`layers[0]` must be a list or a tuple", TypeError
    ),
]

# sums of many values: too large for float16, or too many to be counted in it
LARGE = np.full((2, 1, 60, 60), 50.0)
THIN = np.full((2, 1, 60, 60), 1e-3)
INNER = "a value between its layers may have no place although the result has"
SPEC = Spec(
    module=convolution,
    good=GOOD,
    values=VALUES,
    parity=PARITY,
    refusals=REFUSALS,
    float16=[
        Call("cross_correlate2d", LARGE[0, 0], THIN[0, 0]),
        Call("convolve2d", LARGE[0, 0], THIN[0, 0]),
        Call("conv2d", LARGE, THIN, [0, 1]),
        Call("conv2d_backward", THIN[:, :, :30, :30], LARGE, THIN[:1, :, :31, :31]),
        Call("im2col", LARGE, 59),
        Call("col2im", np.full((1, 900, 961), 0.1), 60, 30),
        Call("max_pool2d", LARGE, 60),
        Call("max_pool2d_backward", LARGE / 1e3, np.zeros(LARGE.shape, int), 3),
        Call("avg_pool2d", LARGE, 60),
        Call("avg_pool2d_backward", THIN[:, :, :2, :2] * 1e3, 60, 30),
        Call("adaptive_avg_pool2d", LARGE, 1),
        Call("adaptive_avg_pool2d_backward", LARGE, 3),
        Call("residual_block", LARGE, THIN[:1, :, :59, :59], [0], THIN[:1, :, :3, :3], [0]),
        Call(
            "residual_block_backward",
            THIN,
            residual_block(LARGE, THIN[:1, :, :59, :59], [0], THIN[:1, :, :3, :3], [0])[1],
        ),
    ],
    discrete=["places"],
    exempt={
        "nan": {
            "col2im": "an entry that belongs to the padding goes nowhere",
            "max_pool2d_backward": "a gradient goes to the place of the largest value",
        },
        "edges": {"residual_block": INNER, "residual_block_backward": INNER},
    },
    parity_within={"rtol": 1e-12, "atol": 1e-13},
    values_within={"rtol": 1e-14},
)
