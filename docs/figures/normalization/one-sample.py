"""The same sample in 200 mini-batches: its result changes with those beside it."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.normalization import batch_norm

WORDS = {
    "ko": {
        "size": "배치 크기 B",
        "spread": "결과의 표준편차",
        "running": "평가할 때의 결과",
        "x": "훈련할 때의 결과",
        "y": "배치의 수",
        "line": "평가할 때",
    },
    "en": {
        "size": "batch size B",
        "spread": "deviation of the results",
        "running": "result in evaluation",
        "x": "result in training",
        "y": "batches",
        "line": "in evaluation",
    },
}
SLIDERS = {"size": [2, 4, 8, 16, 32, 64, 128, 256]}
START = (8,)
SAMPLE, BATCHES = 1.0, 200
EDGES = np.linspace(-2, 4, 25)


def batches(size):
    """The sample, first among others that are drawn anew for each batch."""
    x = np.random.default_rng(size).normal(size=(BATCHES, size, 1))
    x[:, 0] = SAMPLE
    return x


@cache
def results(size):
    """What becomes of the sample in each batch, and in the end by running statistics."""
    state, found, options = None, [], {"gamma": [1], "beta": [0]}
    for x in batches(size):
        y, state, _ = batch_norm(x, **options, state=state, training=True)
        found.append(y[0, 0])
    y, _, _ = batch_norm([[SAMPLE]], **options, state=state, training=False)
    return np.array(found), y[0, 0]


def measure(size):
    found, running = results(size)
    return {"spread": f"{found.std():.3f}", "running": f"{running:.2f}"}


def figure(words):
    fig, (above, below) = plt.subplots(2, 1, figsize=(4.5, 3.5))
    sizes = np.array(SLIDERS["size"])
    spreads = [results(size)[0].std() for size in SLIDERS["size"]]
    below.loglog(sizes, spreads[-1] * np.sqrt(sizes[-1] / sizes), color="C6", lw=1)
    below.annotate("1 / √B", (3.0, 1.0), color="C6")
    below.plot(sizes, spreads, "o", color="C0", ms=4)
    for i, size in enumerate(SLIDERS["size"]):
        found, running = results(size)
        counts = np.histogram(found, EDGES)[0]
        above.stairs(counts, EDGES, fill=True, color="C0", gid=f"frame-{i}")
        above.axvline(running, color="C1", lw=1.5, gid=f"frame-{i}")
        below.plot(size, spreads[i], "o", color="C1", ms=8, gid=f"frame-{i}")
    above.annotate(words["line"], (1.6, 150), color="C1", va="top")
    above.set(xlim=(-2, 4), ylim=(0, 200), xlabel=words["x"], ylabel=words["y"])
    below.set(xlabel=words["size"], ylabel=words["spread"], ylim=(0.04, 2))
    below.set_xticks(sizes, [str(size) for size in sizes])
    below.set_yticks([0.1, 1], ["0.1", "1"])
    below.minorticks_off()
    return fig
