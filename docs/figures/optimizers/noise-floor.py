"""Three walks with noisy gradients, at a large, a middle and a small learning rate."""

import matplotlib.pyplot as plt
import numpy as np


def figure():
    fig, axis = plt.subplots(figsize=(4.5, 2.6))
    noise = np.random.default_rng(0).normal(size=121)
    paper = {"facecolor": "C8", "edgecolor": "none", "pad": 0.5}
    for rate, colour in [(0.5, "C1"), (0.1, "C0"), (0.02, "C2")]:
        w = [2.5]
        for n in noise[:-1]:
            w.append(w[-1] - rate * (w[-1] + n))
        axis.plot(w, color=colour, lw=1.2)
        axis.text(123, w[-1], f"{rate}", color=colour, va="center", bbox=paper)
    axis.axhline(0, xmax=120 / 135, color="C7", lw=0.6)
    axis.set(xlabel="t", ylabel="w", xlim=(0, 135), xticks=[0, 40, 80, 120])
    return fig
