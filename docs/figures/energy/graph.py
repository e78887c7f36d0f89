"""A machine of three visible and two hidden units, and the states of a smaller one."""

import matplotlib.pyplot as plt
import numpy as np

WORDS = {
    "ko": {
        "hidden": "은닉층",
        "visible": "가시층",
        "state": "가시 유닛 두 개의 상태",
        "probability": "확률",
        "off": "은닉 유닛이 0",
        "on": "은닉 유닛이 1",
    },
    "en": {
        "hidden": "hidden layer",
        "visible": "visible layer",
        "state": "states of the two visible units",
        "probability": "probability",
        "off": "hidden unit 0",
        "on": "hidden unit 1",
    },
}
VISIBLE, HIDDEN = [0, 1, 2], [0.5, 1.5]


def figure(words):
    fig, (graph, bars) = plt.subplots(1, 2, figsize=(6.6, 2.8))
    for x in VISIBLE:
        for z in HIDDEN:
            graph.plot([x, z], [0, 1], color="C6", lw=1.2, zorder=1)
    graph.plot(VISIBLE, [0] * 3, "s", color="C0", ms=16)
    graph.plot(HIDDEN, [1] * 2, "o", color="C1", ms=17)
    graph.text(2.35, 1, words["hidden"], va="center", fontsize=9)
    graph.text(2.35, 0, words["visible"], va="center", fontsize=9)
    graph.set(xlim=(-0.3, 3.6), ylim=(-0.4, 1.4))
    graph.axis("off")
    off, on = np.ones(4) / 13, np.array([1, 2, 2, 4]) / 13
    places = np.arange(4)
    bars.bar(places, off, color="C0", width=0.6, label=words["off"])
    bars.bar(places, on, bottom=off, color="C1", width=0.6, label=words["on"], hatch="//")
    for x, count in zip(places, [2, 3, 3, 5], strict=True):
        bars.text(x, count / 13 + 0.01, f"{count}/13", ha="center", fontsize=9)
    bars.set(xticks=places, xlabel=words["state"], ylabel=words["probability"])
    bars.set_xticklabels(["00", "01", "10", "11"])
    bars.set_ylim(0, 0.47)
    bars.legend(loc="upper left", fontsize=8)
    return fig
