"""The average displacement error of a forecast of two steps."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "두 시점을 예측했다. 첫째 시점에는 가로로 {{a}} m, 세로로 {{b}} m "
        "빗나갔고, 둘째 시점에는 가로로 {{c}} m, 세로로 {{d}} m 빗나갔다. ADE는 몇 m인가?",
        "hints": [
            "시점마다 거리를 구한다. 가로와 세로의 제곱을 더해 제곱근을 취한다.",
            "두 거리는 {{first}} m와 {{second}} m이다. ADE는 그 평균이다.",
        ],
        "reason": "$({{first}} + {{second}}) / 2 \\approx {{answer}}$이다. "
        "FDE는 {{second}} m이다.",
    },
    "en": {
        "question": "Two steps were forecast. The first was wrong by {{a}} m across and "
        "{{b}} m up, the second by {{c}} m across and {{d}} m up. What is the ADE in m?",
        "hints": [
            "Take the distance at each step: the root of the sum of the two squares.",
            "The distances are {{first}} m and {{second}} m. The ADE is their mean.",
        ],
        "reason": "It is $({{first}} + {{second}}) / 2 \\approx {{answer}}$. The FDE would "
        "be {{second}} m.",
    },
}
CODE = """
from dlnotes.recurrent import ade

print(round(float(ade([[{{a}}, {{b}}], [{{c}}, {{d}}]], [[0, 0], [0, 0]])), 4))
"""


def draw(rng):
    a, b, c, d = rng.integers(0, 9, 4) / 2
    return {"a": a, "b": b, "c": c + 0.5, "d": d}


def steps(a, b, c, d):
    return {"first": math.hypot(a, b), "second": math.hypot(c, d)}


def check(a, b, c, d):
    return (math.sqrt(a * a + b * b) + math.sqrt(c * c + d * d)) / 2
