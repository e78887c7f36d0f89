"""The probability of the better of two tokens at a temperature."""

import math

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "토큰 둘의 점수가 {{z}}이다. 온도가 {{T}}일 때 첫 토큰의 확률은 "
        "얼마인가?",
        "hints": [
            "점수를 먼저 온도로 나눈다.",
            "나눈 점수의 차이는 {{gap}}이다. 차이가 $g$이면 확률은 $1 / (1 + e^{-g})$이다.",
        ],
        "reason": "온도로 나눈 차이는 {{gap}}, 확률은 {{answer}}이다.",
    },
    "en": {
        "question": "Two tokens have the scores {{z}}. What is the probability of the "
        "first at a temperature of {{T}}?",
        "hints": [
            "Divide the scores by the temperature first.",
            "They differ by {{gap}} then. With a difference $g$ the probability is "
            "$1 / (1 + e^{-g})$.",
        ],
        "reason": "The difference {{gap}} after the division gives {{answer}}.",
    },
}
CODE = """
from dlnotes.attention import token_probabilities

print(round(float(token_probabilities([{{z}}], temperature={{T}})[0]), 4))
"""


def draw(rng):
    z = rng.integers(-2, 5, 2)
    z[1] += 1 if z[0] == z[1] else 0
    T = [0.5, 2.0, 4.0][rng.integers(3)]
    if abs(z[0] - z[1]) / T > 3:
        T = 4.0
    return {"z": z.tolist(), "T": T}


def steps(z, T):
    return {"gap": (z[0] - z[1]) / T}


def check(z, T):
    return 1 / (1 + math.exp(-steps(z, T)["gap"]))
