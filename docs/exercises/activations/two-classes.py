"""A softmax of two scores as a sigmoid of their difference."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "클래스가 둘이고 점수가 {{a}}, {{b}}이다. "
        "첫째 클래스의 확률은 얼마인가?",
        "hints": [
            "클래스가 둘이면 점수의 차에 시그모이드를 씌운다.",
            "$\\sigma({{gap}})$의 값을 구한다. $e^{-({{gap}})} \\approx {{power}}$이다.",
        ],
        "reason": "$\\sigma({{gap}}) = 1 / (1 + {{power}}) \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "There are two classes, and their scores are {{a}} and {{b}}. What is "
        "the probability of the first class?",
        "hints": [
            "With two classes it is the sigmoid of the difference of the scores.",
            "Find $\\sigma({{gap}})$; $e^{-({{gap}})} \\approx {{power}}$.",
        ],
        "reason": "$\\sigma({{gap}}) = 1 / (1 + {{power}}) \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.activations import softmax

print(round(float(softmax([{{a}}, {{b}}])[0]), 4))
"""


def draw(rng):
    a = rng.integers(-4, 8)
    return {"a": a, "b": a - rng.choice([-3, -2, -1, 1, 2, 3])}


def steps(a, b):
    return {"gap": a - b, "power": math.exp(b - a)}


def check(a, b):
    return 1 / (1 + math.exp(b - a))
