"""LambdaLR and MultiplicativeLR, both given the constant 0.95."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.schedules import lambda_lr, multiplicative_lr


def figure():
    t = np.arange(61)
    fig, axis = plt.subplots(figsize=(4.5, 2.5))
    axis.plot(t, lambda_lr(t, 1, lr_lambda=lambda s: 0.95))
    axis.plot(t, multiplicative_lr(t, 1, lr_lambda=lambda s: 0.95))
    axis.text(60, 0.93, "lambda_lr: 0.95", color="C0", ha="right", va="top")
    axis.text(16, 0.5, "multiplicative_lr: 0.95ᵗ", color="C1")
    axis.set(ylim=(0, 1.05), xlabel="t", ylabel="ηₜ / η", yticks=[0, 0.5, 1])
    return fig
