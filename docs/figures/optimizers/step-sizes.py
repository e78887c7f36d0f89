"""How far each optimizer moves while the gradient stays the same."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import adagrad_step, adam_step, rmsprop_step, sgd_step

WORDS = {
    "ko": {"sgd": "경사 하강법", "momentum": "모멘텀", "step": "이동량 / η"},
    "en": {"sgd": "gradient descent", "momentum": "momentum", "step": "step / η"},
}
RUNS = [
    ("sgd", sgd_step, {}),
    ("momentum", sgd_step, {"momentum": 0.9}),
    ("AdaGrad", adagrad_step, {}),
    ("RMSProp", rmsprop_step, {}),
    ("Adam", adam_step, {}),
]


def sizes(step, gradient, options):
    """Distances of 100 steps with learning rate 1."""
    w, state, found = 0.0, None, []
    for _ in range(100):
        new, state = step(w, gradient, state, lr=1.0, **options)
        found.append(w - new)
        w = new
    return found


def figure(words):
    fig, axes = plt.subplots(2, 1, figsize=(4.5, 5), sharex=True, sharey=True)
    shown = np.unique(np.geomspace(1, 100, 13).round().astype(int))
    for axis, gradient in zip(axes, (1.0, 0.01), strict=True):
        for i, (name, step, options) in enumerate(RUNS):
            found = np.array(sizes(step, gradient, options))[shown - 1]
            label = words.get(name, name)
            axis.plot(
                shown, found, color=f"C{i}", marker="osv^D"[i], markevery=3, label=label
            )
        axis.set(yscale="log", ylabel=words["step"], title=f"g = {gradient:g}")
        axis.set_yticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    axes[1].set(xscale="log", xlabel="t")
    axes[1].set_xticks([1, 10, 100], ["1", "10", "100"])
    axes[1].minorticks_off()
    axes[0].minorticks_off()
    fig.legend(
        *axes[0].get_legend_handles_labels(),
        loc="outside upper center",
        ncols=3,
        fontsize=9,
    )
    return fig
