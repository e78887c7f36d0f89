"""The factor of a ReLU layer for the gradient."""

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "유닛이 {{n}}개인 ReLU 층에서 가중치의 표준편차가 {{sigma}}이다. "
        "층을 하나 거슬러 갈 때 기울기의 크기는 대략 몇 배가 되는가?",
        "hints": [
            "배율은 $\\sigma_w \\sqrt{n}$에 도함수 값의 제곱 평균의 제곱근을 곱한 것이다.",
            "ReLU의 도함수 값은 절반이 1, 절반이 0이다. "
            "$\\sigma_w \\sqrt{n} \\approx {{whole}}$이다.",
        ],
        "reason": "${{whole}} \\times \\sqrt{1/2} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "A ReLU layer of {{n}} units has weights of standard deviation "
        "{{sigma}}. By what factor, roughly, does the size of the gradient change on its "
        "way back through the layer?",
        "hints": [
            "The factor is $\\sigma_w \\sqrt{n}$ times the root mean square of the "
            "derivatives.",
            "Half of the derivatives of ReLU are 1 and half are 0. "
            "$\\sigma_w \\sqrt{n} \\approx {{whole}}$.",
        ],
        "reason": "${{whole}} \\times \\sqrt{1/2} \\approx {{answer}}$.",
    },
}
CODE = """
import math
from dlnotes.initializers import calculate_gain

print(round({{sigma}} * math.sqrt({{n}}) / calculate_gain("relu"), 3))
"""


def draw(rng):
    return {"n": 10 * rng.integers(2, 40), "sigma": rng.integers(2, 21) / 100}


def steps(n, sigma):
    return {"whole": sigma * n**0.5}


def check(n, sigma):
    return (sigma**2 * n / 2) ** 0.5
