"""A probability from odds that are multiplied."""

KIND = "number"
TOLERANCE = 0.005
WORDS = {
    "ko": {
        "question": "입력이 0일 때 오즈는 {{start}}이고, 입력이 1 늘 때마다 오즈가 "
        "{{factor}}배가 된다. 입력이 {{x}}일 때 확률은 얼마인가?",
        "hints": [
            "0일 때의 오즈를 {{x}}번 {{factor}}배 한다.",
            "오즈는 {{odds}}이다. 확률은 오즈를 ‘오즈 더하기 1’로 나눈 값이다.",
        ],
        "reason": "{{odds}} ÷ ({{odds}} + 1) ≈ {{answer}}이다.",
    },
    "en": {
        "question": "The odds are {{start}} where the input is 0, and they are multiplied "
        "by {{factor}} whenever the input grows by 1. What is the probability for the "
        "input {{x}}?",
        "hints": [
            "Multiply the odds at 0 by {{factor}}, {{x}} times over.",
            "The odds are {{odds}}. The probability is the odds over the odds plus 1.",
        ],
        "reason": "{{odds}} ÷ ({{odds}} + 1) ≈ {{answer}}.",
    },
}
CODE = """
import math
from dlnotes.activations import sigmoid

z = math.log({{factor}}) * {{x}} + math.log({{start}})
print(round(float(sigmoid(z)), 4))
"""


def draw(rng):
    return {
        "start": [0.125, 0.25, 0.5, 1, 2][rng.integers(5)],
        "factor": rng.integers(2, 6),
        "x": rng.integers(1, 4),
    }


def steps(start, factor, x):
    return {"odds": start * factor**x}


def check(start, factor, x):
    """Of so many cases for, and one against."""
    cases_for = start
    for _ in range(x):
        cases_for *= factor
    return 1 - 1 / (1 + cases_for)
