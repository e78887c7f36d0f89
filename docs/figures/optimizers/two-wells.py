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
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 4.8))
    curve = np.linspace(-2, 1.9, 40)
    above.plot(curve, double_well(curve, tilt=TILT), color="C6", lw=1)
    for momentum, colour, mark, name in [
        (0, "C0", "o-", "plain"),
        (0.9, "C1", "s-", "heavy"),
    ]:
        x = path(momentum)
        above.plot(x[:60:2], double_well(x[:60:2], tilt=TILT), mark, color=colour, lw=0.8)
        below.plot(x[:101], mark, color=colour, lw=1.2, markevery=10, label=words[name])
    above.set(xlabel="x", ylabel="f(x)", ylim=(-0.3, 1.8), xticks=[-2, -1, 0, 1])
    below.set(xlabel="t", ylabel="x", yticks=[-1, 0, 1])
    below.legend(loc="center right")
    return fig
