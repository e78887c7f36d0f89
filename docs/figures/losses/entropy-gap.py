"""Cross-entropy of two classes against the prediction, for every truth of a slider."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid
from dlnotes.losses import cross_entropy_probs, entropy, kl_div

WORDS = {
    "ko": {"t": "정답 t₁", "floor": "바닥 H(t)", "gap": "q₁ = 0.25일 때 KL"},
    "en": {"t": "truth t₁", "floor": "floor H(t)", "gap": "KL at q₁ = 0.25"},
}
SLIDERS = {"t": [0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]}
START = (0.7,)
AT = 0.25


def pair(first):
    """Distributions over two classes."""
    return np.stack([first, 1 - np.asarray(first)], axis=-1)


def measure(t):
    floor, gap = entropy(pair(t)), kl_div(pair(t), pair(AT))
    return {"floor": f"{floor:.2f}", "gap": f"{gap:.2f}"}


def figure(words):
    q = sigmoid(np.linspace(-4, 4.6, 49))  # dense where the curves are steep
    fig, axis = plt.subplots(figsize=(4.5, 3))
    for i, t in enumerate(SLIDERS["t"]):
        truth = pair(t)
        costs = cross_entropy_probs(np.tile(truth, (49, 1)), pair(q))
        floor, high = entropy(truth), cross_entropy_probs(truth, pair(AT))
        shown = [
            *axis.plot(q, costs, color="C0"),
            *axis.plot([0, 1], [floor, floor], ":", color="C0", linewidth=1.2),
            *axis.plot(t, floor, "o", color="C0"),
            *axis.plot([AT, AT], [floor, high], color="C1"),
            axis.text(AT + 0.02, (floor + high) / 2, "KL", color="C1", va="center"),
            axis.text(0.02, floor - 0.05, "H(t)", color="C0", va="top"),
        ]
        for artist in shown:
            artist.set_gid(f"frame-{i}")
    axis.set(xlabel="q₁", ylabel="H(t, q)", xlim=(0, 1.02), ylim=(-0.25, 2.6))
    axis.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "0.25", "0.5", "0.75", "1"])
    return fig
