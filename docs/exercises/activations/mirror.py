"""The sigmoid on the other side of 0."""

import math

KIND = "number"
TOLERANCE = 0.001
WORDS = {
    "ko": {
        "question": "$\\sigma({{z}}) \\approx {{s}}$이다. 이 값만 써서 "
        "$\\sigma(-{{z}})$의 값을 구하라.",
        "hints": [
            "시그모이드는 점수의 부호를 바꾸면 어떻게 되는가?",
            "두 값을 더하면 1이다.",
        ],
        "reason": "$\\sigma(-{{z}}) = 1 - {{s}} \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "$\\sigma({{z}}) \\approx {{s}}$. From this value alone, find "
        "$\\sigma(-{{z}})$.",
        "hints": [
            "What does the sigmoid do when the score changes its sign?",
            "The two values add up to 1.",
        ],
        "reason": "$\\sigma(-{{z}}) = 1 - {{s}} \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.activations import sigmoid

print(round(float(sigmoid(-{{z}})), 4))
"""


def draw(rng):
    z = rng.integers(1, 36) / 10
    return {"z": z, "s": 1 / (1 + math.exp(-z))}


def check(z, s):
    return 1 - s
