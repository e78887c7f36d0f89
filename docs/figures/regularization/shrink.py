"""The best weight with each penalty, by the best weight without one."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.regularization import soft_threshold

WORDS = {
    "ko": {"lambda": "벌점의 세기 λ", "L1": "L1", "L2": "L2", "none": "벌점 없음"},
    "en": {"lambda": "strength λ", "L1": "L1", "L2": "L2", "none": "no penalty"},
}
SLIDERS = {"lambda": [0, 0.5, 1, 2, 3, 4, 6]}
START = (2,)
WANTED = np.array([3, 0.5, -1.5])


def best(lam, a):
    """The lowest points of (w - a)^2 plus each penalty."""
    return {"L1": soft_threshold(a, threshold=lam / 2), "L2": a / (1 + lam)}


def measure(lam):
    table = best(lam, WANTED)
    texts = {k: [f"{w + 0:.2f}".replace("-", "−") for w in table[k]] for k in table}
    return {name: ", ".join(text) for name, text in texts.items()}


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 3.8))
    ends = np.array([-4.0, 4.0])
    axis.plot(ends, ends, ":", color="C6", label=words["none"])
    styles = {"L1": ("C1", "-", "o"), "L2": ("C0", "--", "s")}
    for i, lam in enumerate(SLIDERS["lambda"]):
        corners = np.array([-4, -lam / 2, lam / 2, 4])
        for name, (color, line, dot) in styles.items():
            shown = words[name] if i == 0 else None
            parts = axis.plot(corners, best(lam, corners)[name], line, color=color)
            parts[0].set_label(shown)
            parts += axis.plot(WANTED, best(lam, WANTED)[name], dot, color=color, ms=6)
            for part in parts:
                part.set_gid(f"frame-{i}")
    axis.set(xlabel="$a$", ylabel="$w$", xticks=[-1.5, 0.5, 3], yticks=range(-4, 5))
    axis.legend(loc="upper left", fontsize=9)
    return fig
