"""Three losses of two classes against the lead that the score gives to the truth."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.losses import (
    binary_cross_entropy_with_logits,
    hinge_loss,
    squared_hinge_loss,
)

WORDS = {
    "ko": {
        "lead": "y · z",
        "loss": "손실",
        "hinge": "힌지",
        "square": "제곱한 힌지",
        "log": "교차 엔트로피",
    },
    "en": {
        "lead": "y · z",
        "loss": "loss",
        "hinge": "hinge",
        "square": "squared hinge",
        "log": "cross-entropy",
    },
}


def figure(words):
    lead, each = np.linspace(-1.5, 3, 91), {"reduction": "none"}
    ones = np.ones(91)
    fig, axis = plt.subplots(figsize=(4.5, 3.1))
    axis.plot(lead, hinge_loss(lead, ones, **each))
    axis.plot(lead, squared_hinge_loss(lead, ones, **each), "--")
    axis.plot(lead, binary_cross_entropy_with_logits(lead, ones, **each), ":", color="C2")
    for at in (2, 0.5, -1):
        axis.plot(at, hinge_loss(at, 1), "o", color="C0")
    axis.text(-1.45, 2.6, words["hinge"], color="C0")
    axis.text(-0.85, 3.6, words["square"], color="C1")
    axis.text(1.3, 0.32, words["log"], color="C2")
    axis.set(xlabel=words["lead"], ylabel=words["loss"], ylim=(-0.15, 4.4))
    axis.set_xticks([-1, 0, 0.5, 1, 2, 3], ["−1", "0", "0.5", "1", "2", "3"])
    return fig
