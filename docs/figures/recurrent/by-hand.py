"""Two positions, the forecast of constant velocity, and what came true."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.recurrent import constant_velocity_forecast

WORDS = {
    "ko": {"seen": "본 위치", "forecast": "예측", "truth": "실제"},
    "en": {"seen": "seen", "forecast": "forecast", "truth": "true"},
}
SEEN = np.array([[0, 0], [1, 0.5]])
TRUE = np.array([[2, 1], [3, 2.5]])


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.2))
    forecast = constant_velocity_forecast(SEEN, horizon=2)
    ax.plot(*np.vstack([SEEN[-1:], TRUE]).T, "C2s--", ms=6, lw=1)
    ax.plot(*np.vstack([SEEN[-1:], forecast]).T, "C0o-", ms=5, lw=1)
    ax.plot(*SEEN.T, "C6o-", ms=6, lw=1)
    ax.plot([3, 3], [1.5, 2.5], "C1:", lw=1.5)
    ax.annotate("1", (3.05, 2), va="center", color="C1")
    ax.annotate(words["seen"], (0.45, 0.55), color="C6", ha="center")
    ax.annotate(words["forecast"], (2.6, 0.95), color="C0", ha="center")
    ax.annotate(words["truth"], (2.35, 2.1), color="C2", ha="center")
    ax.set(xlim=(-0.2, 3.4), ylim=(-0.2, 2.8), xlabel="m", ylabel="m")
    return fig
