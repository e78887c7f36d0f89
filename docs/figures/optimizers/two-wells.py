"""A ball with momentum leaves the deeper of two wells and stays in the other."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import double_well, double_well_grad, sgd_step

WORDS = {
    "ko": {"plain": "모멘텀 없음", "heavy": "모멘텀 0.9"},
    "en": {"plain": "no momentum", "heavy": "momentum 0.9"},
}
TILT = 0.12


def path(momentum):
    """Places on the way from -1.9."""
    x, state = [np.float64(-1.9)], None
    for _ in range(200):
        new, state = sgd_step(
            x[-1], double_well_grad(x[-1], tilt=TILT), state, lr=0.05, momentum=momentum
        )
        x.append(new)
    return np.array(x)


def figure(words):
    fig, axis = plt.subplots(figsize=(4.5, 2.7))
    curve = np.linspace(-2, 1.9, 40)
    axis.plot(curve, double_well(curve, tilt=TILT), color="C6", lw=1)
    for momentum, colour, mark, name in [
        (0, "C0", "o-", "plain"),
        (0.9, "C1", "s-", "heavy"),
    ]:
        x = path(momentum)
        height = double_well(x[:60:2], tilt=TILT)
        axis.plot(x[:60:2], height, mark, color=colour, lw=0.8, label=words[name])
    axis.set(xlabel="x", ylabel="f(x)", ylim=(-0.3, 1.8), xticks=[-2, -1, 0, 1])
    axis.legend(loc="upper center")
    return fig
