"""Nine validation losses, and where training stops by patience 1 and by patience 3."""

import matplotlib.pyplot as plt

from dlnotes.regularization import early_stopping

WORDS = {
    "ko": {"x": "에폭", "y": "검증 손실", "stop": "{}번 참고 멈춤", "best": "되돌아갈 곳"},
    "en": {
        "x": "epoch",
        "y": "validation loss",
        "stop": "patience {}",
        "best": "go back to",
    },
}
LOSSES = [1.0, 0.8, 0.82, 0.6, 0.61, 0.5, 0.55, 0.6, 0.7]


def ends(patience):
    """The epoch at which training stops, and that of the lowest loss by then."""
    state = None
    for epoch, loss in enumerate(LOSSES, start=1):
        stop, state = early_stopping(loss, state, patience=patience)
        if stop:
            return epoch, epoch - state.bad
    raise ValueError("training does not stop")


def figure(words):
    fig, ax = plt.subplots(figsize=(4.5, 2.4))
    ax.plot(range(1, 10), LOSSES, "o-", color="C6", ms=4)
    for patience, colour in [(1, "C1"), (3, "C0")]:
        stop, best = ends(patience)
        ax.plot(stop, LOSSES[stop - 1], "s", color=colour, ms=8)
        ax.plot(best, LOSSES[best - 1], "o", color=colour, ms=10, mfc="none", mew=2)
        ax.annotate(
            words["stop"].format(patience),
            (stop, LOSSES[stop - 1]),
            (0, 9),
            textcoords="offset points",
            ha="center",
            color=colour,
        )
        ax.annotate(
            words["best"],
            (best, LOSSES[best - 1]),
            (0, -17),
            textcoords="offset points",
            ha="center",
            color=colour,
        )
    ax.set(xlabel=words["x"], ylabel=words["y"], ylim=(0.35, 1.07), xlim=(0.6, 10.4))
    ax.set_xticks(range(1, 10))
    return fig
