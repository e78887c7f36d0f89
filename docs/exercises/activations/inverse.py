"""The score that gives a probability."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "시그모이드의 값이 {{q}}이다. 점수 $z$는 얼마인가?",
        "hints": [
            "$q\\,(1 + e^{-z}) = 1$을 $e^{-z}$에 대해 푼다.",
            "$e^{-z} = (1 - q) / q \\approx {{ratio}}$이다. 양변에 자연로그를 씌운다.",
        ],
        "reason": "$z = \\log \\frac{q}{1 - q} \\approx {{answer}}$이다. "
        "$q$가 0.5보다 작으면 점수는 음수다.",
    },
    "en": {
        "question": "A sigmoid returned {{q}}. What was the score $z$?",
        "hints": [
            "Solve $q\\,(1 + e^{-z}) = 1$ for $e^{-z}$.",
            "$e^{-z} = (1 - q) / q \\approx {{ratio}}$. Take the natural logarithm of both "
            "sides.",
        ],
        "reason": "$z = \\log \\frac{q}{1 - q} \\approx {{answer}}$. "
        "The score is negative where $q$ is below 0.5.",
    },
}
CODE = """
import numpy as np
from dlnotes.activations import sigmoid

z = np.linspace(-8, 8, 1_600_001)
print(round(float(z[np.argmin(np.abs(sigmoid(z) - {{q}}))]), 4))
"""


def draw(rng):
    return {"q": int(rng.choice([n for n in range(3, 98) if abs(n - 50) > 1])) / 100}


def steps(q):
    return {"ratio": (1 - q) / q}


def check(q):
    return math.log(q / (1 - q))
