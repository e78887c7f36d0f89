"""The penalty of one answer about two classes."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "모델이 클래스 1에 준 확률은 {{q}}, 정답 $y$는 {{y}}이다. "
        "이진 교차 엔트로피는 얼마인가?",
        "hints": [
            "정답에 준 확률부터 찾는다. 정답이 1이면 $q$, 0이면 $1 - q$다.",
            "정답에 준 확률은 {{own}}이다. 이 수의 자연로그에서 부호를 바꾼다.",
        ],
        "reason": "정답에 준 확률이 {{own}}이므로 "
        "$-\\log {{own}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A model gave class 1 the probability {{q}}, and the truth $y$ is "
        "{{y}}. What is the binary cross-entropy?",
        "hints": [
            "Find the probability given to the truth: $q$ if the truth is 1, $1 - q$ if "
            "it is 0.",
            "The truth was given {{own}}. Take the natural logarithm of this number and "
            "change its sign.",
        ],
        "reason": "The truth was given {{own}}, so it is "
        "$-\\log {{own}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.losses import binary_cross_entropy

print(round(float(binary_cross_entropy({{q}}, {{y}})), 4))
"""


def draw(rng):
    return {"q": rng.integers(5, 96) / 100, "y": rng.integers(2)}


def steps(q, y):
    return {"own": q if y else 1 - q}


def check(q, y):
    return -math.log(q) if y else -math.log(1 - q)
