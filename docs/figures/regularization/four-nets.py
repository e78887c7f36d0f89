"""Two hidden units, each kept or dropped: four networks and their outputs."""

import matplotlib.pyplot as plt

from dlnotes.regularization import dropout_masks

WORDS = {
    "ko": {"score": "점수"},
    "en": {"score": "score"},
}
H, W, P = (1, 2), (1, -1), 0.5


def network(axis, mask, words):
    """Draw the two units, the lines to the output, and the score."""
    score = sum(w * h * m / (1 - P) for h, w, m in zip(H, W, mask, strict=True))
    for y, h, kept in zip((1.5, 0.5), H, mask, strict=True):
        axis.plot(
            0,
            y,
            "o",
            ms=24,
            mfc="C0" if kept else "none",
            mec="C0" if kept else "C6",
            alpha=0.35 if kept else 1,
            mew=1,
        )
        axis.text(0, y, f"{h / (1 - P):.0f}" if kept else "0", ha="center", va="center")
        axis.plot(
            [0.3, 1.15], [y, 1], "-" if kept else ":", color="C0" if kept else "C6", lw=1.3
        )
    axis.text(1.3, 1, f"{score:.0f}".replace("-", "−"), ha="left", va="center")
    axis.text(1.3, 1.38, words["score"], ha="center", va="bottom", fontsize=9)
    axis.set(xlim=(-0.45, 1.9), ylim=(0, 2.1))
    axis.axis("off")


def figure(words):
    fig, axes = plt.subplots(1, 4, figsize=(4.5, 1.3))
    for axis, mask in zip(axes, dropout_masks(2, P)[0][::-1], strict=True):
        network(axis, mask, words)
    return fig
