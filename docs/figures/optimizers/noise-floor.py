"""Where SGD with a constant rate stays, simulated and by the formula."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import sgd_noise_floor

RATES = np.geomspace(0.01, 1.9, 9)
WORDS = {
    "ko": {"run": "시뮬레이션", "formula": "η / (2 − η)"},
    "en": {"run": "simulation", "formula": "η / (2 − η)"},
}


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.6))
    noise = np.random.default_rng(0).normal(size=121)
    paper = {"facecolor": "C8", "edgecolor": "none", "pad": 0.5}
    for rate, colour in [(0.5, "C1"), (0.1, "C0"), (0.02, "C2")]:
        w = [2.5]
        for n in noise[:-1]:
            w.append(w[-1] - rate * (w[-1] + n))
        above.plot(w, color=colour, lw=1.2)
        above.text(123, w[-1], f"{rate}", color=colour, va="center", bbox=paper)
    above.axhline(0, xmax=120 / 135, color="C7", lw=0.6)
    above.set(xlabel="t", ylabel="w", xlim=(0, 135), xticks=[0, 40, 80, 120])

    rng, w = np.random.default_rng(1), np.zeros((RATES.size, 400))
    total, counted = 0, 0
    for t in range(900):
        w = w - RATES[:, None] * (w + rng.normal(size=w.shape))
        if t >= 600:
            total, counted = total + (w**2).mean(axis=1), counted + 1
    fine = np.geomspace(0.01, 1.97, 60)
    below.plot(fine, sgd_noise_floor(fine), color="C7", lw=1, label=words["formula"])
    below.plot(RATES, total / counted, "o", color="C0", label=words["run"])
    below.set(xscale="log", yscale="log", xlabel="η", ylabel="E[w²]")
    below.set_xticks([0.01, 0.1, 1, 2], ["0.01", "0.1", "1", "2"])
    below.minorticks_off()
    below.legend(loc="upper left")
    return fig
