"""One vector of logits at every temperature of a slider."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import softmax

WORDS = {
    "ko": {"T": "온도 T", "q": "확률", "entropy": "엔트로피"},
    "en": {"T": "temperature T", "q": "probabilities", "entropy": "entropy"},
}
LOGITS = np.array([2.0, 1.0, 0.0])
SLIDERS = {"T": [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 30, 100]}
START = (1,)


def measure(temperature):
    q = softmax(LOGITS, temperature=temperature)
    entropy = -np.sum(q * np.log(q))
    return {"q": " ".join(f"{share:.2f}" for share in q), "entropy": f"{entropy:.2f}"}


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.4))
    for i, temperature in enumerate(SLIDERS["T"]):
        q = softmax(LOGITS, temperature=temperature)
        for bar in ax.bar(range(3), q, color="C0", edgecolor="none"):
            bar.set_gid(f"frame-{i}")
        for k, height in enumerate(q):
            label = ax.text(k, height + 0.02, f"{height:.2f}", ha="center", fontsize=9)
            label.set_gid(f"frame-{i}")
    ax.set(ylim=(0, 1.12), yticks=[0, 0.5, 1], xlabel="z", ylabel="q")
    ax.set_xticks(range(3), ["2", "1", "0"])
    ax.grid(visible=False, axis="x")
    return fig
