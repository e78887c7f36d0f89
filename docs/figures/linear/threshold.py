"""Ten light bulbs, for every threshold: four cells, two curves, and the cost."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.linear import (
    confusion_matrix,
    expected_cost,
    precision_recall_curve,
    roc_curve,
)

WORDS = {
    "ko": {
        "threshold": "문턱값",
        "TP": "참 양성",
        "FP": "거짓 양성",
        "FN": "거짓 음성",
        "TN": "참 음성",
        "precision": "정밀도",
        "recall": "재현율",
        "false": "거짓 양성률",
        "true": "참 양성률",
        "cost": "전구 하나의 손해",
        "q": "불량일 확률",
    },
    "en": {
        "threshold": "threshold",
        "TP": "true positives",
        "FP": "false positives",
        "FN": "false negatives",
        "TN": "true negatives",
        "precision": "precision",
        "recall": "recall",
        "false": "false positive rate",
        "true": "true positive rate",
        "cost": "cost per bulb",
        "q": "probability of a fault",
    },
}
SLIDERS = {"threshold": [i / 10 for i in range(10)]}
START = (0.5,)
Q = np.array([0.95, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.25, 0.15, 0.05])
Y = np.array([1, 1, 0, 1, 0, 0, 1, 0, 0, 0])


def told(threshold):
    """The four counts, precision, recall, false positive rate and cost."""
    called = (threshold <= Q).astype(int)
    (tn, fp), (fn, tp) = confusion_matrix(Y, called).tolist()
    cost = expected_cost(Y, called, false_positive=1, false_negative=5)
    return tp, fp, fn, tn, tp / (tp + fp), tp / (tp + fn), fp / (fp + tn), cost


def measure(threshold):
    names = ["TP", "FP", "FN", "TN", "precision", "recall", "false"]
    *values, cost = told(threshold)
    texts = [f"{v:.2f}" if i > 3 else f"{v}" for i, v in enumerate(values)]
    return dict(zip(names, texts, strict=True)) | {"cost": f"{cost:.1f}"}


def cells(axis, words):
    """The empty table, and the places of its numbers."""
    places = {"TP": (0, 1), "FN": (1, 1), "FP": (0, 0), "TN": (1, 0)}
    for name, (x, y) in places.items():
        axis.add_patch(plt.Rectangle((x, y), 1, 1, fill=False, ec="C7", lw=0.8))
        axis.text(x + 0.5, y + 0.76, words[name], ha="center", fontsize=7)
    axis.set(xlim=(-0.02, 2.02), ylim=(-0.02, 2.02))
    axis.axis("off")
    return [places[name] for name in ("TP", "FP", "FN", "TN")]


def curves(roc, cost, pr, words):
    """What does not move: ROC, cost and precision over all thresholds."""
    false_rate, true_rate, _ = roc_curve(Y, Q)
    roc.plot(false_rate, true_rate, color="C7", lw=1.3)
    shares, found, _ = precision_recall_curve(Y, Q)
    pr.plot(found[:-1], shares[:-1], color="C7", lw=1.3)
    steps = SLIDERS["threshold"]
    cost.plot(steps, [told(t)[-1] for t in steps], color="C7", lw=1.3)
    roc.set(xlabel=words["false"], ylabel=words["true"])
    pr.set(xlabel=words["recall"], ylabel=words["precision"], ylim=(0, 1.05))
    cost.set(xlabel=words["threshold"], ylabel=words["cost"], ylim=(0, 2))


def figure(words):
    fig, axes = plt.subplot_mosaic(
        [["strip", "strip"], ["cells", "roc"], ["cost", "pr"]],
        figsize=(4.6, 4.3),
        height_ratios=[0.55, 2, 2],
        layout="none",
    )
    # by hand: the last digits of a computed layout are not always the same
    fig.subplots_adjust(
        left=0.14, right=0.98, top=0.99, bottom=0.11, hspace=0.6, wspace=0.4
    )
    strip, roc, cost, pr = (axes[name] for name in ("strip", "roc", "cost", "pr"))
    strip.plot(Q[Y == 0], np.zeros(6), "s", color="C0", ms=6)
    strip.plot(Q[Y == 1], np.zeros(4), "o", color="C1", ms=7)
    strip.set(xlabel=words["q"], xlim=(-0.03, 1.03), ylim=(-1, 1), yticks=[])
    places = cells(axes["cells"], words)
    curves(roc, cost, pr, words)
    for i, threshold in enumerate(SLIDERS["threshold"]):
        *counts, share, found, false_rate, price = told(threshold)
        parts = [
            axes["cells"].text(x + 0.5, y + 0.3, f"{n}", ha="center", fontsize=15)
            for n, (x, y) in zip(counts, places, strict=True)
        ]
        parts.append(strip.axvline(threshold, color="C3", lw=1.6))
        dots = [(roc, false_rate, found), (cost, threshold, price), (pr, found, share)]
        parts += [axis.plot(x, y, "o", color="C3", ms=7)[0] for axis, x, y in dots]
        for part in parts:
            part.set_gid(f"frame-{i}")
    return fig
