"""A value of tanh from a value of the sigmoid."""

import math

KIND = "number"
TOLERANCE = 0.002
WORDS = {
    "ko": {
        "question": "$\\sigma({{double}}) \\approx {{s}}$이다. 이 값만 써서 "
        "$\\tanh({{z}})$의 값을 구하라.",
        "hints": [
            "tanh는 시그모이드를 늘이고 내린 곡선이다.",
            "$\\tanh({{z}}) = 2\\sigma({{double}}) - 1$이다.",
        ],
        "reason": "$2 \\times {{s}} - 1 \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "$\\sigma({{double}}) \\approx {{s}}$. From this value alone, find "
        "$\\tanh({{z}})$.",
        "hints": [
            "tanh is the sigmoid, stretched and lowered.",
            "$\\tanh({{z}}) = 2\\sigma({{double}}) - 1$.",
        ],
        "reason": "$2 \\times {{s}} - 1 \\approx {{answer}}$.",
    },
}
CODE = """
from dlnotes.activations import tanh

print(round(float(tanh({{z}})), 4))
"""


def draw(rng):
    z = int(rng.choice([n for n in range(-20, 21) if abs(n) > 1])) / 10
    return {"z": z, "double": 2 * z, "s": 1 / (1 + math.exp(-2 * z))}


def check(z, double, s):
    return math.tanh(z)
