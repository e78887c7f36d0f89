"""Two losses of a sigmoid whose true label is 1, above their slopes."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import sigmoid, sigmoid_grad
from dlnotes.losses import (
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_grad,
    mse_loss,
    mse_loss_grad,
)


def figure():
    z = np.linspace(-8, 8, 81)
    p, each = sigmoid(z), {"reduction": "none"}
    one = np.ones(81)
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.2), sharex=True)
    above.plot(z, binary_cross_entropy_with_logits(z, one, **each))
    above.plot(z, mse_loss(p, one, **each))
    above.text(-5.2, 6, "−log σ(z)", color="C0")
    above.text(-7.9, 1.3, "(σ(z) − 1)²", color="C1")
    above.set(ylim=(-0.3, 8.3), yticks=[0, 2, 4, 6, 8])
    below.plot(z, binary_cross_entropy_with_logits_grad(z, one, **each))
    below.plot(z, mse_loss_grad(p, one, **each) * sigmoid_grad(z))
    below.text(-5.5, -0.9, "σ(z) − 1", color="C0")
    below.text(-7.9, -0.1, "2(σ(z) − 1) σ′(z)", color="C1", va="top")
    below.set(ylim=(-1.1, 0.1), yticks=[-1, -0.5, 0], xlabel="$z$")
    return fig
