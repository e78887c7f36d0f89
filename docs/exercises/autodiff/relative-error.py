"""The relative error of a gradient with two entries."""

import math

KIND = "number"
TOLERANCE = 0.01
WORDS = {
    "ko": {
        "question": "역전파로 구한 기울기는 {{g}}, 중앙 차분으로 잰 기울기는 "
        "{{measured}}이다. 상대 오차 $r$은 얼마인가?",
        "hints": [
            "두 기울기의 차의 길이를 두 길이의 합으로 나눈다.",
            "차의 길이는 약 {{gap}}, 두 길이는 약 {{lengths}}이다.",
        ],
        "reason": "차의 길이 {{gap}}, 두 길이 {{lengths}}에서 $r \\approx {{answer}}$이다.",
    },
    "en": {
        "question": "The gradient from backpropagation is {{g}}, and the measured one is "
        "{{measured}}. What is the relative error $r$?",
        "hints": [
            "Divide the length of the difference by the sum of the two lengths.",
            "The length of the difference is about {{gap}}, and the two lengths are about "
            "{{lengths}}.",
        ],
        "reason": "From {{gap}} for the difference and {{lengths}} for the two, "
        "$r \\approx {{answer}}$.",
    },
}
CODE = """
import numpy as np
from dlnotes.autodiff import gradient_check

measured = np.array([{{measured}}])
r = gradient_check(lambda x: measured @ x, [{{g}}], np.zeros(2))
print(round(float(r), 4))
"""


def draw(rng):
    measured = rng.choice([-4, -3, -2, -1, 1, 2, 3, 4], 2)
    return {"measured": measured, "g": measured + rng.choice([-1, 0, 1, 2], 2)}


def steps(measured, g):
    gap = math.dist(measured, g)
    return {"gap": gap, "lengths": [math.hypot(*g), math.hypot(*measured)]}


def check(measured, g):
    import numpy as np

    a, b = np.array(g), np.array(measured)
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)))
