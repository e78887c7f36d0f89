"""The standard deviation of He initialisation."""

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "입력이 {{n}}개인 ReLU 층을 He 초기화로 시작한다. "
        "가중치의 표준편차는 얼마인가?",
        "hints": [
            "층을 지나도 제곱 평균이 1이려면 $n \\sigma^2 / 2 = 1$이어야 한다.",
            "$\\sigma^2 = 2 / {{n}} \\approx {{variance}}$이다.",
        ],
        "reason": "$\\sqrt{2 / {{n}}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A ReLU layer with {{n}} inputs begins with He initialisation. What is "
        "the standard deviation of its weights?",
        "hints": [
            "For the mean square to stay at 1, $n \\sigma^2 / 2$ must be 1.",
            "$\\sigma^2 = 2 / {{n}} \\approx {{variance}}$.",
        ],
        "reason": "$\\sqrt{2 / {{n}}} \\approx {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.initializers import kaiming_uniform

W = kaiming_uniform((1000, {{n}}), rng=np.random.default_rng(0))
bound = (6 / {{n}}) ** 0.5  # the end of a uniform distribution
assert np.abs(W).max() <= bound
print(round(bound / 3**0.5, 4))
"""


def draw(rng):
    return {"n": rng.integers(2, 65)}


def steps(n):
    return {"variance": 2 / n}


def check(n):
    return (2 / n) ** 0.5
