"""The penalty for the probability that a model gave to the truth."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "모델이 정답에 준 확률이 {{q}}이다. "
        "이 샘플의 교차 엔트로피는 얼마인가?",
        "hints": [
            "정답에 준 확률만 본다. 나머지 클래스의 확률은 상관없다.",
            "그 확률의 자연로그를 구해 부호를 바꾼다.",
        ],
        "reason": "$-\\log {{q}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A model gave the truth a probability of {{q}}. "
        "What is the cross-entropy of this sample?",
        "hints": [
            "Only the probability of the truth counts, not those of the other classes.",
            "Take its natural logarithm and change the sign.",
        ],
        "reason": "It is $-\\log {{q}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.losses import nll_from_likelihood

print(round(float(nll_from_likelihood({{q}})), 4))
"""


def draw(rng):
    return {"q": rng.integers(5, 96) / 100}


def check(q):
    return -math.log(q)
