"""Parameters and multiplications of four networks, counted layer by layer."""

import matplotlib.pyplot as plt

from dlnotes.convolution import conv2d_cost

WORDS = {
    "ko": {"x": "이미지 하나의 곱셈 수", "y": "매개변수의 수"},
    "en": {"x": "multiplications for one image", "y": "parameters"},
}
# Channels in and out, sides of the filter and of the output; a fully connected layer is a
# convolution whose output has a side of 1. Half of the channels meet in some of AlexNet.
STAGES = [(64, 128, 28), (128, 256, 14), (256, 512, 7)]
LAYERS = {
    "LeNet-5": [
        (1, 6, 5, 28),
        (6, 16, 5, 10),
        (16, 120, 5, 1),
        (120, 84, 1, 1),
        (84, 10, 1, 1),
    ],
    "AlexNet": [
        *[(3, 96, 11, 55), *[(48, 128, 5, 27)] * 2, (256, 384, 3, 13)],
        *[*[(192, 192, 3, 13)] * 2, *[(192, 128, 3, 13)] * 2],
        *[(256, 4096, 6, 1), (4096, 4096, 1, 1), (4096, 1000, 1, 1)],
    ],
    "VGG-16": [
        *[(3, 64, 3, 224), (64, 64, 3, 224), (64, 128, 3, 112), (128, 128, 3, 112)],
        *[(128, 256, 3, 56), *[(256, 256, 3, 56)] * 2],
        *[(256, 512, 3, 28), *[(512, 512, 3, 28)] * 2, *[(512, 512, 3, 14)] * 3],
        *[(512, 4096, 7, 1), (4096, 4096, 1, 1), (4096, 1000, 1, 1)],
    ],
    "ResNet-18": [
        *[(3, 64, 7, 112), *[(64, 64, 3, 56)] * 4],
        *[layer for c, m, n in STAGES for layer in [(c, m, 3, n), (c, m, 1, n)]],
        *[(m, m, 3, n) for _, m, n in STAGES for _ in range(3)],
        (512, 1000, 1, 1),
    ],
}


def totals(name):
    """The sums over all layers; convolutions of ResNet have no biases."""
    costs = [
        conv2d_cost(c, m, k, n, bias=n == 1 or name != "ResNet-18")
        for c, m, k, n in LAYERS[name]
    ]
    return tuple(map(sum, zip(*costs, strict=True)))


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.5))
    for i, name in enumerate(LAYERS):
        parameters, products = totals(name)
        axis.plot(products, parameters, "o", color=f"C{i}", ms=7)
        below = name == "ResNet-18"
        where = {"ha": "right", "va": "top" if below else "bottom"}
        at = (-8, -6 if below else 6)
        axis.annotate(name, (products, parameters), at, textcoords="offset points", **where)
    axis.set(xscale="log", yscale="log", xlim=(2e4, 1e11), ylim=(1e4, 2e9))
    axis.set(xlabel=words["x"], ylabel=words["y"])
    axis.set_xticks([1e5, 1e6, 1e7, 1e8, 1e9, 1e10])
    axis.set_yticks([1e5, 1e6, 1e7, 1e8, 1e9])
    axis.minorticks_off()
    return fig
