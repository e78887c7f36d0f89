"""The cosine past its lowest point."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.schedules import cosine_annealing_lr


def figure():
    t = np.arange(0, 161, 2)
    fig, axis = plt.subplots(figsize=(4.5, 2.5))
    axis.plot(t, cosine_annealing_lr(t, 1, T_max=50))
    axis.plot(t[25:], cosine_annealing_lr(np.minimum(t, 50), 1, T_max=50)[25:], ":", lw=2.4)
    axis.axvline(50, color="C7", lw=0.6)
    axis.text(52, 0.92, "t = T_max")
    axis.text(52, -0.06, "np.minimum(t, T_max)", color="C1", va="top")
    axis.set_ylim(-0.2, 1.05)
    axis.set(xticks=[0, 50, 100, 150], yticks=[0, 0.5, 1], xlabel="t", ylabel="ηₜ / η₀")
    return fig
