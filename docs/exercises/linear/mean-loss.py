"""The log loss of a few samples."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "모델이 샘플 셋에서 클래스 1에 준 확률은 차례로 {{q}}이고, "
        "정답은 차례로 {{y}}이다. 로그 손실은 얼마인가?",
        "hints": [
            "정답이 0인 샘플에서는 확률을 1에서 뺀다. 일어난 일에 준 확률은 차례로 "
            "{{given}}이다.",
            "샘플마다의 손실은 차례로 {{losses}}이다.",
        ],
        "reason": "{{losses}}의 평균은 약 {{answer}}이다.",
    },
    "en": {
        "question": "For three samples a model gave class 1 the probabilities {{q}}, and "
        "the labels are {{y}}, in this order. What is the log loss?",
        "hints": [
            "Where the label is 0, subtract the probability from 1. What happened was "
            "given {{given}}, in this order.",
            "The losses of the samples are {{losses}}.",
        ],
        "reason": "The mean of {{losses}} is about {{answer}}.",
    },
}
CODE = """
from dlnotes.losses import binary_cross_entropy

print(round(float(binary_cross_entropy([{{q}}], [{{y}}])), 4))
"""


def draw(rng):
    return {
        "q": (rng.integers(1, 10, 3) / 10).tolist(),
        "y": rng.integers(0, 2, 3).tolist(),
    }


def steps(q, y):
    given = [p if label else round(1 - p, 1) for p, label in zip(q, y, strict=True)]
    return {"given": given, "losses": [round(-math.log(p), 2) for p in given]}


def check(q, y):
    """The logarithm of the product of what was given to what happened."""
    product = math.prod(p if label else 1 - p for p, label in zip(q, y, strict=True))
    return -math.log(product) / len(q)
