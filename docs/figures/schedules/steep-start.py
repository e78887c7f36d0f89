"""Descent of w⁴ from a steep place, for every length of a warm-up on a slider."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.schedules import linear_warmup

WORDS = {
    "ko": {"T": "웜업 스텝", "end": "20스텝 뒤의 w"},
    "en": {"T": "warm-up steps", "end": "w after 20 steps"},
}
SLIDERS = {"T": [1, 2, 3, 4, 5, 7, 10, 20]}
START = (10,)
STEPS = np.arange(20)


def descend(warmup_steps):
    """Rates and what becomes of w, followed until it is far outside of the picture."""
    rates, path = linear_warmup(STEPS, 0.1, warmup_steps=warmup_steps), [3.0]
    for lr in rates:
        w = path[-1]
        path.append(w - lr * 4 * w**3 if abs(w) < 1e3 else np.inf)
    return rates, np.array(path)


def measure(warmup_steps):
    _, path = descend(warmup_steps)
    lost = not np.isfinite(path[-1])
    return {"end": "∞" if lost else f"{path[-1]:.2f}".replace("-", "−")}


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4), sharex=True)
    above.axhline(0, color="C7", lw=0.6)
    for i, warmup_steps in enumerate(SLIDERS["T"]):
        rates, path = descend(warmup_steps)
        seen = path[np.abs(path) < 1e3]
        limit = 2 / (12 * seen[:20] ** 2)
        for line in [
            *above.plot(seen, color="C0"),
            *below.plot(STEPS, rates, color="C1"),
            *below.plot(limit, "--", color="C6"),
        ]:
            line.set_gid(f"frame-{i}")
    above.set(ylim=(-4.5, 4.5), yticks=[-3, 0, 3], ylabel="w", xticks=[0, 5, 10, 15, 20])
    below.set(yscale="log", ylim=(3e-3, 3), yticks=[0.01, 0.1, 1], xlabel="t")
    below.set_yticks([0.01, 0.1, 1], ["0.01", "0.1", "1"])
    below.minorticks_off()
    below.text(20, 0.13, "ηₜ", color="C1", ha="right")
    below.text(20, 1.2, "2/h", color="C6", ha="right")
    return fig
