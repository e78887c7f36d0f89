"""A unit behind eight others under all 256 masks: its score, and the ReLU of its score."""

import matplotlib.pyplot as plt
import numpy as np

from dlnotes.activations import relu
from dlnotes.regularization import dropout_masks

WORDS = {
    "ko": {
        "p": "가릴 확률 p",
        "score": "점수의 평균",
        "rule": "가리지 않은 점수",
        "after": "ReLU를 지난 평균",
        "rule_after": "가리지 않은 ReLU",
        "y": "확률",
        "linear": "점수",
        "relu": "ReLU를 지난 값",
    },
    "en": {
        "p": "probability p to drop",
        "score": "mean of the scores",
        "rule": "score without a mask",
        "after": "mean behind the ReLU",
        "rule_after": "ReLU without a mask",
        "y": "probability",
        "linear": "score",
        "relu": "behind the ReLU",
    },
}
SLIDERS = {"p": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]}
START = (0.5,)
PARTS = np.array(
    [3.0, 2, 1, 1, -1, -1, -2, -2]
)  # each unit times its weight; they sum to 1
EDGES = np.arange(-30.5, 37)


def outputs(p):
    """The score under each mask, and the probabilities of the masks."""
    masks, probabilities = dropout_masks(8, p)
    return masks @ PARTS / (1 - p), probabilities


def measure(p):
    scores, probabilities = outputs(p)
    return {
        "score": f"{probabilities @ scores:.2f}",
        "rule": f"{PARTS.sum():.2f}",
        "after": f"{probabilities @ relu(scores):.2f}",
        "rule_after": f"{relu(PARTS.sum()):.2f}",
    }


def figure(words):
    fig, axes = plt.subplots(2, 1, figsize=(4.5, 3.6), sharex=True)
    for i, p in enumerate(SLIDERS["p"]):
        scores, probabilities = outputs(p)
        for axis, values in zip(axes, (scores, relu(scores)), strict=True):
            heights = np.histogram(values, EDGES, weights=probabilities)[0]
            gid = f"frame-{i}"
            axis.stairs(heights, EDGES, fill=True, color="C0", alpha=0.6, gid=gid)
            axis.axvline(probabilities @ values, color="C1", lw=2, gid=gid)
    for axis, name in zip(axes, ("linear", "relu"), strict=True):
        axis.axvline(PARTS.sum(), color="C7", lw=1, ls="--")
        axis.set(xlabel=words[name], ylabel=words["y"], xlim=(-31, 37))
    return fig
