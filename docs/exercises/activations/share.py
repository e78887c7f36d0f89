"""A share from three scores."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "클래스 1, 2, 3의 점수가 차례로 {{z}}이다. 소프트맥스가 클래스 "
        "{{i}}에 주는 확률은 얼마인가?",
        "hints": [
            "점수마다 $e$의 거듭제곱을 구하고 모두 더한다.",
            "더하면 약 {{total}}이고, 클래스 {{i}}의 거듭제곱은 약 {{own}}이다.",
        ],
        "reason": "${{own}} / {{total}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The scores of classes 1, 2 and 3 are {{z}}. What probability does "
        "the softmax give to class {{i}}?",
        "hints": [
            "Raise $e$ to the power of each score, and add the results up.",
            "The sum is about {{total}}; the power for class {{i}} is about {{own}}.",
        ],
        "reason": "${{own}} / {{total}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.activations import softmax

print(round(float(softmax([{{z}}])[{{i}} - 1]), 4))
"""


def draw(rng):
    z = rng.permutation([-1, 0, 1, 2, 3])[:3]
    return {"z": z, "i": z.argsort()[rng.integers(1, 3)] + 1}  # no tiny share


def steps(z, i):
    return {"total": sum(math.exp(score) for score in z), "own": math.exp(z[i - 1])}


def check(z, i):
    return 1 / sum(math.exp(score - z[i - 1]) for score in z)
