"""Two epochs of 103 samples in batches of ten, and where three of the samples come."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.optimizers import batch_iterator

WORDS = {
    "ko": {"epoch": "에폭", "iteration": "이터레이션", "place": "배치 안의 자리"},
    "en": {"epoch": "epoch", "iteration": "iteration", "place": "place in the batch"},
}
N, SIZE = 103, 10
FOLLOWED = [(0, "C0"), (1, "C1"), (2, "C2")]


def figure(words):
    rng = np.random.default_rng(0)
    fig, axes = plt.subplots(1, 2, figsize=(4.5, 3.0))
    for epoch, axis in enumerate(axes):
        batches = list(batch_iterator(N, SIZE, rng=rng))
        rows = epoch * len(batches) + np.arange(1, len(batches) + 1)
        widths = [len(batch) for batch in batches]
        axis.barh(rows, widths, height=0.8, color="C6", alpha=0.25, edgecolor="none")
        for sample, colour in FOLLOWED:
            for row, batch in zip(rows, batches, strict=True):
                for place in np.flatnonzero(batch == sample):
                    axis.barh(
                        row, 1, height=0.8, left=place, color=colour, edgecolor="none"
                    )
                    label = str(sample)
                    axis.text(
                        place + 0.5,
                        row,
                        label,
                        color="C8",
                        ha="center",
                        va="center",
                        fontsize=8,
                    )
        axis.set(
            title=f"{words['epoch']} {epoch + 1}",
            xlabel=words["place"],
            xlim=(0, SIZE),
            ylim=(rows[-1] + 0.6, rows[0] - 0.6),
            xticks=[0, 3, 10],
            yticks=rows,
        )
        axis.grid(visible=False)
        axis.spines[:].set_visible(False)
    axes[0].set_ylabel(words["iteration"])
    return fig
