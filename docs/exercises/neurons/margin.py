"""The margin of a boundary on the number line."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "클래스가 0인 샘플은 {{low}}, 클래스가 1인 샘플은 {{high}}이다. "
        "경계의 가중치가 $w = {{w}}$, 편향이 $b = {{b}}$일 때 마진 $\\gamma$는 얼마인가?",
        "hints": [
            "두 샘플의 점수는 차례로 {{first}}, {{second}}이다. 부호는 맞으니 크기만 본다.",
            "작은 쪽의 크기를 나눈다. "
            "나누는 수는 $\\sqrt{w^2 + b^2} \\approx {{length}}$이다.",
        ],
        "reason": "점수의 크기 가운데 작은 것은 {{least}}이고, "
        "{{least}} ÷ {{length}} ≈ {{answer}}이다.",
    },
    "en": {
        "question": "The sample {{low}} has class 0, and the sample {{high}} has class 1. "
        "What is the margin $\\gamma$ of the boundary with weight $w = {{w}}$ and bias "
        "$b = {{b}}$?",
        "hints": [
            "The scores of the two samples are {{first}} and {{second}}. Their signs are "
            "right, so only their sizes matter.",
            "Divide the smaller size by $\\sqrt{w^2 + b^2} \\approx {{length}}$.",
        ],
        "reason": "The smaller size is {{least}}, and {{least}} ÷ {{length}} ≈ {{answer}}.",
    },
}
CODE = """
import numpy as np

scores = {{w}} * np.array([{{low}}, {{high}}]) + {{b}}
gamma = abs(scores).min() / np.hypot({{w}}, {{b}})
print(round(float(gamma), 4))
"""


def draw(rng):
    w, root = int(rng.integers(1, 4)), int(rng.integers(-3, 4))
    low, high = root - int(rng.integers(1, 4)), root + int(rng.integers(1, 4))
    return {"low": low, "high": high, "w": w, "b": -w * root}


def steps(low, high, w, b):
    first, second = w * low + b, w * high + b
    return {
        "first": first,
        "second": second,
        "least": min(-first, second),
        "length": math.hypot(w, b),
    }


def check(low, high, w, b):
    unit = [w / math.hypot(w, b), b / math.hypot(w, b)]
    return min(sign * (unit[0] * x + unit[1]) for x, sign in [(low, -1), (high, 1)])
