"""Squared, absolute and Huber loss of one error, above their slopes."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.losses import (
    huber_loss,
    huber_loss_grad,
    l1_loss,
    l1_loss_grad,
    mse_loss,
    mse_loss_grad,
)

WORDS = {"ko": {"huber": "후버"}, "en": {"huber": "Huber"}}


def figure(words):
    e = np.linspace(-3, 3, 61)
    each = {"target": np.zeros(61), "reduction": "none"}
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.4), sharex=True)
    for i, loss in enumerate((mse_loss, l1_loss, huber_loss)):
        above.plot(e, loss(e, **each), color=f"C{i}")
    above.text(1.65, 3.5, "MSE", color="C0", ha="right")
    above.text(-2.9, 3.05, "MAE", color="C1")
    above.text(2.9, 1.7, words["huber"], color="C2", ha="right", va="top")
    above.set(ylim=(-0.2, 4.6), yticks=[0, 1, 2, 3, 4])
    below.plot(e, mse_loss_grad(e, **each))
    for side in (e[:30], e[31:]):  # MAE jumps
        slope = l1_loss_grad(side, np.zeros(30), reduction="none")
        below.plot(side, slope, color="C1")
    below.plot(e, huber_loss_grad(e, **each), "--", color="C2")
    below.text(1.15, 3, "MSE", color="C0", ha="right")
    below.text(-2.9, -1.2, "MAE", color="C1", va="top")
    below.text(1.6, 0.75, words["huber"], color="C2", va="top")
    below.set(ylim=(-4.3, 4.3), yticks=[-4, -2, -1, 0, 1, 2, 4])
    below.set(xlabel="$e$", xticks=range(-3, 4))
    return fig
