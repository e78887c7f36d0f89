"""Which keys a query may see: all, those up to itself, and no padding."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.attention import causal_mask, padding_mask

WORDS = {
    "ko": {
        "all": "가리지 않음",
        "causal": "인과",
        "padding": "채움",
        "query": "질의",
        "key": "키",
    },
    "en": {
        "all": "no mask",
        "causal": "causal",
        "padding": "padding",
        "query": "query",
        "key": "key",
    },
}
T = 5
MASKS = {
    "all": np.ones((T, T), bool),
    "causal": causal_mask(T),
    "padding": np.broadcast_to(padding_mask([3], T)[0], (T, T)),
}


def figure(words):
    fig, axes = plt.subplots(1, 3, figsize=(4.5, 1.8))
    for axis, (name, mask) in zip(axes, MASKS.items(), strict=True):
        for i, j in np.ndindex(T, T):
            alpha, colour = (0.85, "C0") if mask[i, j] else (0.2, "C6")
            place = (j + 0.1, i + 0.1)
            square = plt.Rectangle(place, 0.8, 0.8, fc=colour, alpha=alpha, lw=0)
            axis.add_patch(square)
        axis.set(xlim=(0, T), ylim=(T, 0), aspect="equal", title=words[name])
        axis.set(xlabel=words["key"], xticks=[], yticks=[])
        axis.grid(visible=False)
    axes[0].set_ylabel(words["query"])
    return fig
